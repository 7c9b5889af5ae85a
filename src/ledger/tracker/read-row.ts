import type { CellReader } from '../../partnership/spreadsheets/cell-reader.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { readDeadline } from '../../platform/calendar/read-deadline.ts';
import { readDay } from '../../platform/documents/cells.ts';
import { asTyped } from '../../platform/documents/csv.ts';
import type { Priority, SourceKind } from '../actions/action.ts';
import type { TrackerField } from './format.ts';
import type { Found, Names } from './names.ts';
import { readPriority, readSourceKind } from './source-kind.ts';
import { readStanding, type StandingSaid } from './states-in-words.ts';

export type TrackerRow = CellReader<TrackerField>;

/** What a row says of an action, what it leaves out left out. */
export interface RowSays {
  title?: string;
  /** What the action answers, where the row says both. */
  recommendation?: string;
  difference?: string;
  successMeasure?: string;
  leadAgency?: string;
  owner?: string;
  /** Who owns it by the tracker’s words, where nobody here is called so. */
  unknownOwner?: string;
  contributors?: readonly string[];
  group?: string;
  sourceKind?: SourceKind;
  sourceWords?: string;
  oldReference?: string;
  priority?: Priority;
  raisedOn?: PlainDate;
  firstDueOn?: PlainDate;
  dueOn?: PlainDate;
  doneOn?: PlainDate;
  standing?: StandingSaid;
  /** What was last said of it. */
  update?: string;
  /** What the reader should look at. */
  notes: readonly string[];
}

/**
 * What a row says. The row is told what of it cannot be read.
 *
 * @param leads the agency that leads the action already, which tells two of one name apart
 */
export function readRow(row: TrackerRow, names: Names, leads?: string): RowSays {
  const notes: string[] = [];
  const told = (found: Found | undefined): string | undefined => {
    if (found?.wrong !== undefined) row.reject(found.wrong);
    if (found && 'note' in found && found.note) notes.push(found.note);
    return found && 'id' in found ? found.id : undefined;
  };
  const said = (field: 'lead-agency' | 'group' | 'owner') => row.raw(field).replaceAll(/\s+/g, ' ');
  const lead = said('lead-agency');
  const leadAgency = told(lead === '' ? undefined : leadIn(lead, names));
  const named = said('group');
  const group = told(named === '' ? undefined : names.group(named));
  const by = said('owner');
  const owner = by === '' ? undefined : names.person(by, leadAgency ?? leads);
  const contributors = agenciesIn(row.raw('contributors'), names).map(told);
  const doneOn = dayIn(row, 'done', 'end');
  return {
    ...wordsIn(row),
    ...present({ leadAgency, group, owner: told(owner) }),
    ...(owner && 'unknown' in owner && { unknownOwner: owner.unknown }),
    ...(contributors.length > 0 && { contributors: [...new Set(contributors.filter((id) => id !== undefined))] }),
    ...present({
      priority: taken(row, 'priority', readPriority),
      sourceKind: taken(row, 'source-kind', readSourceKind),
      raisedOn: dayIn(row, 'raised', 'start'),
      firstDueOn: dayIn(row, 'first-due', 'end'),
      dueOn: dayIn(row, 'due', 'end'),
      doneOn,
      standing: row.take(readStanding(row.raw('state'), row.raw('rag'), doneOn !== undefined), undefined),
    }),
    notes,
  };
}

function wordsIn(row: TrackerRow) {
  const action = inOneLine(row.text('title', 'action', 1000));
  const recommendation = row.text('recommendation', 'recommendation', 4000);
  const title = action || inOneLine(recommendation);
  if (title.length > 300)
    row.reject(
      'the action is longer than 300 characters: put what is to be different, or how it is measured, into columns of its own',
    );
  return present({
    title: title || undefined,
    recommendation: (action !== '' && recommendation) || undefined,
    difference: row.text('difference', 'text of what is to be different', 2000) || undefined,
    successMeasure: row.text('success-measure', 'success measure', 1000) || undefined,
    sourceWords: inOneLine(row.text('source', 'source', 300)) || undefined,
    oldReference: row.text('old-reference', 'reference', 60) || undefined,
    update: row.text('update', 'update', 4000) || undefined,
  });
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** One agency leads: where several stand in the cell, or somebody’s name, the row is told where these go. */
function leadIn(text: string, names: Names): Found {
  const found = names.agency(text);
  if (found.wrong !== undefined && 'id' in names.person(text, undefined))
    return { wrong: `“${text}” is somebody here, and no agency: say that the column is the owner` };
  return found.wrong !== undefined && /[,;/&+\n]|\band\b/i.test(text)
    ? { wrong: `${found.wrong.replace(/\?$/, '')}. One agency leads; any others stand under Contributors` }
    : found;
}

/** The agencies of a cell: one to a line or with semicolons between, or with commas where no agency’s own name has them. */
const agenciesIn = (text: string, names: Names): Found[] =>
  partsOf(text, /[;\n]/).flatMap((part) => {
    const whole = names.agency(part);
    return whole.wrong === undefined ? [whole] : partsOf(part, /,/).map((one) => names.agency(one));
  });

const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);

const taken = <T extends string>(
  row: TrackerRow,
  field: TrackerField,
  read: (text: string) => { value: T; wrong?: undefined } | { wrong: string },
): T | undefined => {
  const text = row.raw(field);
  return text === '' ? undefined : row.take<T | undefined>(read(text), undefined);
};

/** A day, or the first or last of a longer time; Excel keeps a day as a number. */
function dayIn(row: TrackerRow, field: TrackerField, edge: 'start' | 'end'): PlainDate | undefined {
  const cell = row.cell(field);
  if (cell === undefined) return undefined;
  const day = readDay(typeof cell === 'string' ? asTyped(cell) : cell);
  return row.take<PlainDate | undefined>(day.wrong === undefined ? day : readDeadline(row.raw(field), edge), undefined);
}

/** Without what is undefined. */
const present = <T extends object>(facts: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
