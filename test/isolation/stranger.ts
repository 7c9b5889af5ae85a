import { sql } from 'kysely';
import type { Scope, Who } from '../../src/platform/database/database.ts';
import { NoCaseKey, openCaseWords } from '../../src/platform/sealed/case-words.ts';
import { masterKey } from '../harness/pages.ts';
import { isOfCase, type Table } from './catalogue.ts';
import type { Ground, Place } from './ground.ts';
import type { Interception, Traffic } from './interception.ts';
import type { Row } from './rows.ts';
import type { Attempt, Call } from './store-calls.ts';

/** Whose rows a store function is pointed at. */
export interface Stranger {
  name: string;
  of: Place;
  case: string;
  /** Which of the planted rows: the second is of the shut case. */
  nth: 0 | 1;
}

export const strangersOf = ({ places: { a, b } }: Ground): Record<'otherPartnership' | 'otherCase', Stranger> => ({
  otherPartnership: { name: 'another partnership', of: b, case: b.openCase, nth: 0 },
  otherCase: { name: 'a case one is not on', of: a, case: a.shutCase, nth: 1 },
});

/** What a call came to. */
export interface Outcome {
  /** What it read or changed of strangers, in words; empty where it kept to its own, or was refused. */
  damage: readonly string[];
  queries: ReadonlySet<string>;
}

class TakenBack extends Error {}

/** Calls a store function as `who` in the first partnership, on the team of its open case, and takes back what it did. */
export async function tryOn(
  ground: Ground,
  interception: Interception,
  who: Who,
  stranger: Stranger,
  call: Call,
): Promise<Outcome> {
  const { database, places } = ground;
  let outcome: Outcome = { damage: [], queries: new Set() };
  const work = database.asCaseTeam(who, [places.a.openCase], async (scope) => {
    const attempt = await attemptOn(scope, stranger);
    const before = await stateOf(scope, ground, stranger);
    const { traffic, result } = await interception.watch(() => call(attempt));
    outcome = { damage: readOf(ground, stranger, traffic), queries: traffic.queries };
    if (result.status === 'rejected') throw result.reason;
    outcome = { ...outcome, damage: [...outcome.damage, ...changed(before, await stateOf(scope, ground, stranger))] };
    throw new TakenBack();
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof TakenBack) && !isRefusal(error)) throw error;
  });
  return outcome;
}

async function attemptOn(
  scope: Parameters<typeof openCaseWords>[0],
  { of, case: ofCase, nth }: Stranger,
): Promise<Attempt> {
  const row = (table: string) => of.rows[table]?.[nth] ?? of.rows[table]?.[0] ?? {};
  return { scope: { ...scope, words: await openCaseWords(scope, masterKey) }, of, case: ofCase, row };
}

/** By a key, a check or the sealing: the call came to nothing. Any other error is a mistake in the call. */
const isRefusal = (error: unknown): boolean =>
  error instanceof NoCaseKey || /^23...$/.test((error as { code?: string }).code ?? '');

/** What the database gave out of the stranger's rows: values that stand in theirs and in none of one's own. */
function readOf({ tables, places: { a } }: Ground, { of, nth }: Stranger, { rows }: Traffic): string[] {
  const strange = tables.filter((table) => (nth === 0 ? table.kind === 'partnership' : isOfCase(table)));
  const valuesIn = (place: Place, wanted: (nth: number) => boolean) =>
    new Set(
      strange.flatMap((table) =>
        (place.rows[table.name] ?? []).filter((_, at) => wanted(at)).flatMap((row) => valuesOf(table, row)),
      ),
    );
  const theirs = valuesIn(of, (at) => nth === 0 || at === 1);
  const own = valuesIn(a, (at) => nth === 0 || at === 0);
  return [...theirs.difference(own)]
    .filter((value) => rows.includes(value))
    .map((value) => `reads ${value.slice(0, 60)}`);
}

/** Whatever is long enough to be told from chance; a day alone is not, and a word that a check lists is every partnership's. */
const valuesOf = (table: Table, row: Row): string[] =>
  Object.entries(row)
    .filter(([column, value]) => typeof value === 'string' && !isListed(table, column, value))
    .map(([, value]) => String(value))
    .filter((value) => value.length > 8 && value !== row['at'] && !/^\d{4}-\d{2}-\d{2}$/.test(value));

const isListed = ({ checks }: Table, column: string, value: string): boolean =>
  checks.some(({ columns, expression }) => columns.join() === column && expression.includes(`'${value}'::text`));

type State = ReadonlyMap<string, string>;

/** A fingerprint of the stranger's rows, by table. The trail of a case takes entries from anyone in its partnership. */
async function stateOf(
  { db }: Pick<Scope, 'db'>,
  { tables }: Ground,
  { of, case: ofCase, nth }: Stranger,
): Promise<State> {
  const touched = (table: Table) =>
    nth === 0 ? table.kind === 'partnership' : isOfCase(table) && table.name !== 'trail_entry';
  const where = nth === 0 ? `partnership_id = '${of.partnership}'` : `case_id = '${ofCase}'`;
  const parts = tables
    .filter(touched)
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as mark from ${name} t where ${where}`,
    );
  const { rows } = await sql<{ name: string; mark: string }>`${sql.raw(parts.join(' union all '))}`.execute(db);
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

const changed = (before: State, after: State): string[] =>
  [...before].filter(([name, mark]) => after.get(name) !== mark).map(([name]) => `changes ${name}`);

/** Switches row security off: what the queries say themselves is the only lock left. */
export const unlockAllButQueries = (tables: readonly Table[]): string =>
  tables
    .filter(({ kind }) => kind === 'partnership')
    .map(({ name }) => `alter table ${name} disable row level security`)
    .join('; ');
