import type { KindWords } from '../groups/kind-words.ts';
import { type Entry, type Facts, inOneForm, type Kind } from './directory.ts';

/** A record that would be made or altered. */
export interface Change {
  kind: Kind;
  key: string;
  isNew: boolean;
  /** All that would be known afterwards. */
  facts: Facts;
  /** What differs; of a new record, all that is known. */
  differences: readonly { fact: string; before: string; after: string }[];
  /** The first row that says so. */
  line: number;
}

/** A fact that an earlier row has said otherwise. */
export interface Contradiction {
  fact: string;
  value: string;
  line: number;
}

/** The directory as the rows of a file would leave it, row by row; nothing is written. */
export class Draft {
  readonly kindWords: KindWords;
  readonly #before = new Map<string, Entry>();
  readonly #now = new Map<string, Entry>();
  readonly #ofKind = new Map<Kind, string[]>();
  readonly #holders = new Map<string, string[]>();
  readonly #places = new Map<string, string[]>();
  readonly #seats = new Map<string, string[]>();
  readonly #names = new Map<string, string[]>();
  readonly #spellings = new Map<Kind, Map<string, string>>();
  readonly #emails = new Map<string, string[]>();
  readonly #said = new Map<string, Map<string, { value: string; line: number }>>();
  readonly #lines = new Map<string, number[]>();
  #made = 0;

  constructor(entries: readonly Entry[], kindWords: KindWords) {
    this.kindWords = kindWords;
    for (const entry of entries) {
      this.#before.set(entry.key, entry);
      this.#put(entry);
    }
  }

  /** The record with this key, if it is of the kind. */
  find(kind: Kind, key: string): Entry | undefined {
    const entry = this.#now.get(key);
    return entry?.kind === kind ? entry : undefined;
  }

  /** A fact of a record; '' where there is no such record. */
  fact(key: string, fact: string): string {
    return this.#now.get(key)?.facts[fact] ?? '';
  }

  named(kind: Kind, name: string): Entry[] {
    const key = nameKey(name);
    return this.#those(this.#names.get(`${kind} ${key}`)).filter(({ facts }) => nameKey(facts['name'] ?? '') === key);
  }

  /** Every name that a record of the kind has had so far, by its `nameKey`. */
  namesOf(kind: Kind): ReadonlyMap<string, string> {
    return this.#spellings.get(kind) ?? new Map();
  }

  withEmail(email: string): Entry[] {
    return this.#those(this.#emails.get(email.toLowerCase()));
  }

  all(kind: Kind): Entry[] {
    return this.#those(this.#ofKind.get(kind));
  }

  /** The holders of a seat. */
  holdersOf(seat: string): Entry[] {
    return this.#those(this.#holders.get(seat));
  }

  /** Somebody's places in seats. */
  placesOf(person: string): Entry[] {
    return this.#those(this.#places.get(person));
  }

  /** The seats that an agency has in a group in one capacity. */
  seatsOf(group: string, agency: string, capacity: string): Entry[] {
    return this.#those(this.#seats.get(`${group} ${agency} ${capacity}`));
  }

  isNew(key: string): boolean {
    return !this.#before.has(key);
  }

  /** The rows that said anything of the record. */
  linesOf(key: string): readonly number[] {
    return this.#lines.get(key) ?? [];
  }

  /** The row that first said anything of the record. */
  saidIn(key: string): number | undefined {
    return this.#lines.get(key)?.[0];
  }

  /** The first of `facts` that an earlier row has said otherwise. */
  contradicted(key: string, facts: Facts): Contradiction | undefined {
    const said = this.#said.get(key);
    for (const [fact, value] of Object.entries(facts)) {
      const before = said?.get(fact);
      if (value !== '' && before && before.value !== value) return { fact, ...before };
    }
    return undefined;
  }

  add(kind: Kind, facts: Facts, line: number): string {
    this.#made += 1;
    const key = `new ${this.#made}`;
    this.#put({ kind, key, facts });
    this.#remember(key, facts, line);
    return key;
  }

  /** Says `facts` of a record; what is '' is not said, and stays as it was. */
  say(key: string, facts: Facts, line: number): void {
    const entry = this.#now.get(key);
    if (!entry) return;
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
    this.#put({ ...entry, facts: { ...entry.facts, ...said } });
    this.#remember(key, said, line);
  }

  /** What would be written, new records in the order in which they can be made. */
  changes(): Change[] {
    return [...this.#now.values()]
      .map((entry) => this.#changeOf(entry))
      .filter((change) => change.isNew || change.differences.length > 0);
  }

  #changeOf({ kind, key, facts }: Entry): Change {
    const before = this.#before.get(key)?.facts;
    const differences = Object.entries(facts)
      .map(([fact, after]) => ({ fact, before: before?.[fact] ?? '', after }))
      .filter((difference) => difference.before !== difference.after);
    return { kind, key, isNew: before === undefined, facts, differences, line: this.saidIn(key) ?? 0 };
  }

  #remember(key: string, facts: Facts, line: number): void {
    const said = this.#said.get(key) ?? new Map<string, { value: string; line: number }>();
    this.#said.set(key, said);
    this.#lines.set(key, [...(this.#lines.get(key) ?? []), line]);
    for (const [fact, value] of Object.entries(facts))
      if (!said.has(fact) && value !== '') said.set(fact, { value, line });
  }

  #put(entry: Entry): void {
    const { kind, key, facts } = entry;
    const isFirst = !this.#now.has(key);
    this.#now.set(key, entry);
    if (isFirst)
      this.#ofKind
        .set(kind, this.#ofKind.get(kind) ?? [])
        .get(kind)
        ?.push(key);
    if (isFirst && kind === 'seat')
      index(this.#seats, [facts['group'], facts['agency'], facts['capacity']].join(' '), key);
    if (isFirst && kind === 'holder') index(this.#holders, facts['seat'] ?? '', key);
    if (isFirst && kind === 'holder') index(this.#places, facts['person'] ?? '', key);
    if (facts['name'] !== undefined) this.#name(kind, facts['name'], key);
    if (facts['workEmail']) index(this.#emails, facts['workEmail'].toLowerCase(), key);
  }

  #name(kind: Kind, name: string, key: string): void {
    const spelling = nameKey(name);
    index(this.#names, `${kind} ${spelling}`, key);
    const spellings = this.#spellings.get(kind) ?? new Map<string, string>();
    this.#spellings.set(kind, spellings.set(spelling, name));
  }

  #those(keys: readonly string[] = []): Entry[] {
    return keys.map((key) => this.#now.get(key)).filter((entry) => entry !== undefined);
  }
}

function index<K>(map: Map<K, string[]>, at: K, key: string): void {
  const there = map.get(at);
  if (!there) map.set(at, [key]);
  else if (!there.includes(key)) there.push(key);
}

/** What two spellings of one name have in common: case, marks, "&" and what stands between the words do not part them. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’‘`]/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? inOneForm(name).toLowerCase() : words;
}
