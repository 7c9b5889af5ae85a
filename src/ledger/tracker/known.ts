import { nameKey } from '../../partnership/spreadsheets/draft.ts';
import type { Action } from '../actions/action.ts';
import type { Names } from './names.ts';
import type { TrackerRow } from './read-row.ts';

/** By what a row says which action it is. */
type Sign = 'title' | 'sourceWords' | 'oldReference' | 'leadAgency';
export type Identity = { [Key in Sign]: Action[Key] };

/** Actions by what trackers call them. */
export class Known<One extends Identity> {
  readonly #byReference = new Map<string, One[]>();
  readonly #byTitle = new Map<string, One[]>();

  constructor(all: readonly One[]) {
    for (const one of all) this.add(one);
  }

  add(one: One): void {
    if (one.oldReference !== '') put(this.#byReference, nameKey(one.oldReference), one);
    put(this.#byTitle, nameKey(one.title), one);
  }

  /**
   * Those that a row can mean. One reference may stand for two things where source and words both differ: trackers count from 1 for
   * each review. Without a reference it is the one of the same words, agency and source.
   */
  meant(row: Identity): One[] {
    const referred = row.oldReference === '' ? [] : (this.#byReference.get(nameKey(row.oldReference)) ?? []);
    const likely = referred.filter((one) => mayBeSame(one, row));
    const surest = likely.filter((one) => same(one.sourceWords, row.sourceWords) && same(one.title, row.title));
    if (likely.length > 0) return surest.length > 0 ? surest : likely;
    return (this.#byTitle.get(nameKey(row.title)) ?? []).filter(
      (one) =>
        row.title !== '' &&
        (row.oldReference === '' || one.oldReference === '') &&
        agree(one.leadAgency ?? '', row.leadAgency ?? '') &&
        agree(one.sourceWords, row.sourceWords),
    );
  }
}

const same = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
/** Whether two say the same, or one of them nothing. */
const agree = (one: string, other: string): boolean => one === '' || other === '' || same(one, other);
const mayBeSame = (one: Identity, row: Identity): boolean =>
  agree(one.sourceWords, row.sourceWords) || agree(one.title, row.title);

function put<One>(map: Map<string, One[]>, key: string, one: One): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}

/** What a row says of which action it is, before anything of it is checked. */
export function identityOf(row: TrackerRow, names: Names): Identity {
  const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  const lead = names.agency(inOneLine(row.raw('lead-agency')));
  return {
    title: inOneLine(row.raw('title') || row.raw('recommendation')),
    sourceWords: inOneLine(row.raw('source')),
    oldReference: row.raw('old-reference'),
    leadAgency: 'id' in lead ? lead.id : undefined,
  };
}

/** The number that a row gives of an action here, like “Action 214”; undefined where it gives none. */
export function numberIn(row: TrackerRow): number | undefined {
  const text = row.raw('number');
  if (text === '') return undefined;
  const number = Number(/^(?:action |a-?)?(\d{1,9})$/i.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) row.reject(`“${text.slice(0, 40)}” is not the number of an action here, such as 214`);
  return Number.isNaN(number) ? undefined : number;
}
