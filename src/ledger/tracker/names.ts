import type { Agency } from '../../partnership/agencies/agency.store.ts';
import { isOver } from '../../partnership/directory/list.ts';
import type { Group } from '../../partnership/groups/group.store.ts';
import type { Person } from '../../partnership/people/person.store.ts';
import { nameKey } from '../../partnership/spreadsheets/draft.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { nearestName } from '../../platform/documents/nearest.ts';

/** Whom and what rows can name. */
export interface NamesHere {
  agencies: readonly Pick<Agency, 'id' | 'name' | 'endedOn'>[];
  people: readonly Pick<Person, 'id' | 'name' | 'agency' | 'workEmail' | 'leftOn'>[];
  groups: readonly Pick<Group, 'id' | 'name' | 'endedOn'>[];
}

/** What a name means: a record here, with what the reader should look at; nobody here, in words; or why it cannot be taken. */
export type Found =
  | { id: string; note?: string; wrong?: undefined }
  | { id?: undefined; unknown: string; wrong?: undefined }
  | { wrong: string };

type Kind = 'agency' | 'group' | 'person';

interface Known {
  id: string;
  name: string;
  over: PlainDate | undefined;
}

/** After so many names that are unknown nobody reads what was probably meant. */
const mostHints = 200;

/** Finds what names mean: as it stands today. Each name is looked for once. */
export class Names {
  readonly #here: NamesHere;
  readonly #today: PlainDate;
  readonly #byKey: Readonly<Record<Kind, ReadonlyMap<string, readonly Known[]>>>;
  readonly #byEmail: ReadonlyMap<string, NamesHere['people'][number]>;
  readonly #found = new Map<string, Found>();
  readonly #names: ReadonlyMap<string, string>;
  #hints = 0;

  constructor(here: NamesHere, today: PlainDate) {
    this.#here = here;
    this.#today = today;
    const people = here.people.map(({ leftOn, ...person }) => ({ ...person, over: leftOn }));
    this.#byKey = { agency: keyed(ending(here.agencies)), group: keyed(ending(here.groups)), person: keyed(people) };
    this.#byEmail = new Map(here.people.flatMap((one) => (one.workEmail ? [[one.workEmail.toLowerCase(), one]] : [])));
    this.#names = new Map([...here.agencies, ...here.people, ...here.groups].map(({ id, name }) => [id, name]));
  }

  /** The name of an agency, a person or a group; '' where there is none. */
  of(id: string | undefined): string {
    return (id !== undefined && this.#names.get(id)) || '';
  }

  /** The first names of agencies that go on today. */
  someAgencies(most: number): string[] {
    return this.#here.agencies
      .filter(({ endedOn }) => !isOver(endedOn, this.#today))
      .slice(0, most)
      .map(({ name }) => name);
  }

  agency(name: string): Found {
    return this.#once('agency', name, () => this.#named('agency', name));
  }

  group(name: string): Found {
    return this.#once('group', name, () => this.#named('group', name));
  }

  /**
   * Somebody by name or e-mail address. A name that is nearly somebody’s is refused with theirs; one that is quite another is
   * unknown here: whoever left, or a job title.
   *
   * @param agency of which they are, where several are called alike
   */
  person(said: string, agency: string | undefined): Found {
    return this.#once(`person of ${agency ?? ''}`, said, () => this.#person(said, agency));
  }

  #person(said: string, agency: string | undefined): Found {
    const address = /[^\s<>()",;:]+@[^\s<>()",;:]+/.exec(said)?.[0].toLowerCase();
    const owner = address === undefined ? undefined : this.#byEmail.get(address);
    if (owner && !isOver(owner.leftOn, this.#today)) return { id: owner.id };
    for (const name of formsOf(said)) {
      const live = this.#live('person', name);
      const ofAgency = live.filter(({ id }) => this.#here.people.some((one) => one.id === id && one.agency === agency));
      const [only, other] = ofAgency.length > 0 ? ofAgency : live;
      if (only && !other) return { id: only.id };
      if (other)
        return { wrong: `${live.length} people here are called “${name}”: write the e-mail address of the owner` };
    }
    const meant = this.#nearest('person', said);
    return meant === undefined
      ? { unknown: said }
      : { wrong: `nobody here is called “${said}”: did you mean ${meant}?` };
  }

  #named(kind: 'agency' | 'group', name: string): Found {
    const [only, other] = this.#live(kind, name);
    if (other)
      return { wrong: `several of the ${kind === 'agency' ? 'agencies' : 'groups'} here are called “${name}”` };
    if (only) return { id: only.id };
    const over = this.#byKey[kind].get(nameKey(name))?.[0]?.over;
    if (over) return { wrong: `${name} ended on ${formatDay(over, 'plain')}` };
    const within = this.#whoseNameHas(kind, name);
    if (within) return { id: within.id, note: `“${name}” is read as ${within.name}` };
    const meant = this.#nearest(kind, name);
    return { wrong: `no ${kind} here is called “${name}”${meant === undefined ? '' : `: did you mean ${meant}?`}` };
  }

  #live(kind: Kind, name: string): Known[] {
    return (this.#byKey[kind].get(nameKey(name)) ?? []).filter(({ over }) => !isOver(over, this.#today));
  }

  /** “Police” is Dunmere Police where no other name has that word. */
  #whoseNameHas(kind: 'agency' | 'group', name: string): Known | undefined {
    const words = ` ${nameKey(name)} `;
    const those = [...this.#byKey[kind]].flatMap(([key, all]) =>
      ` ${key} `.includes(words) ? all.filter(({ over }) => !isOver(over, this.#today)) : [],
    );
    return words.length > 4 && those.length === 1 ? those[0] : undefined;
  }

  #nearest(kind: Kind, name: string): string | undefined {
    this.#hints += 1;
    if (this.#hints > mostHints) return undefined;
    const known = this.#byKey[kind];
    const live = [...known].filter(([, all]) => all.some(({ over }) => !isOver(over, this.#today)));
    const key = nearestName(
      nameKey(name),
      live.map(([one]) => one),
    );
    return key === undefined ? undefined : known.get(key)?.[0]?.name;
  }

  #once(kind: string, name: string, find: () => Found): Found {
    const key = `${kind}: ${name}`;
    const found = this.#found.get(key) ?? find();
    this.#found.set(key, found);
    return found;
  }
}

/** A name as it may be written: whole, without what stands in brackets or after a comma or a dash, or surname first. */
function formsOf(said: string): string[] {
  const bare = said.replaceAll(/\([^)]*\)/g, ' ').trim();
  const [before = '', after = ''] = bare.split(/\s*(?:[,;\n]|\s[-–—]\s)\s*/);
  return [...new Set([said, bare, before, `${after} ${before}`].map((form) => form.trim()).filter(Boolean))];
}

const ending = (all: readonly { id: string; name: string; endedOn: PlainDate | undefined }[]): Known[] =>
  all.map(({ id, name, endedOn }) => ({ id, name, over: endedOn }));

const keyed = (all: readonly Known[]): Map<string, Known[]> => Map.groupBy(all, ({ name }) => nameKey(name));
