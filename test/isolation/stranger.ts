import { sql } from 'kysely';
import type { Scope, Who } from '../../src/platform/database/database.ts';
import { openCaseWords } from '../../src/platform/sealed/case-words.ts';
import { masterKey } from '../harness/pages.ts';
import { isOfCase, type Table } from './catalogue.ts';
import type { Ground, Place } from './ground.ts';
import type { Attempt, Call } from './store-calls.ts';
import { canariesIn } from './words.ts';

/** Whose rows a store function is pointed at. */
export interface Stranger {
  name: string;
  of: Place;
  case: string;
  /** Which of the planted rows: the second is of the shut case. */
  nth: number;
}

export const strangersOf = ({ places: { a, b } }: Ground): Record<'otherPartnership' | 'otherCase', Stranger> => ({
  otherPartnership: { name: 'another partnership', of: b, case: b.openCase, nth: 0 },
  otherCase: { name: 'a case one is not on', of: a, case: a.shutCase, nth: 1 },
});

class TakenBack extends Error {}

/**
 * Calls a store function as `who` in the first partnership, on the team of its open case, and takes back what it did.
 *
 * @returns what it showed or changed of strangers, in words; empty where it kept to its own, or was refused
 */
export async function damageOf(ground: Ground, who: Who, stranger: Stranger, call: Call): Promise<string[]> {
  const found: string[] = [];
  try {
    await ground.database.asCaseTeam(who, [ground.places.a.openCase], async (scope) => {
      const attempt: Attempt = {
        scope: { ...scope, words: await openCaseWords(scope, masterKey) },
        of: stranger.of,
        case: stranger.case,
        row: (table) => stranger.of.rows[table]?.[stranger.nth] ?? stranger.of.rows[table]?.[0] ?? {},
      };
      const before = await stateOf(scope, ground, stranger);
      const result = await call(attempt);
      found.push(...shownOf(stranger, result), ...changed(before, await stateOf(scope, ground, stranger)));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack) && !isRefusal(error)) throw error;
  }
  return found;
}

/** By a key, a check or the sealing: the call came to nothing. Any other error is a mistake in the call. */
const isRefusal = (error: unknown): boolean => {
  const { code, constructor } = error as { code?: string; constructor: { name: string } };
  return /^23...$/.test(code ?? '') || constructor.name === 'NoCaseKey';
};

/** Words and identifiers of strangers in what a function gave back. */
function shownOf(stranger: Stranger, result: unknown): string[] {
  const text = JSON.stringify(result, (_, value: unknown) => (value instanceof Map ? [...value] : value)) ?? '';
  const ids = [stranger.case, ...(stranger.nth === 0 ? [stranger.of.partnership] : [])].filter((id) =>
    text.includes(id),
  );
  const words = canariesIn(text).filter((word) => word.startsWith('canaryshut') || !word.endsWith('a'));
  return [...ids, ...words].map((what) => `shows ${what}`);
}

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

/** Row security is switched off: what the queries say themselves is the only lock left. */
export const unlockAllButQueries = (tables: readonly Table[]): string =>
  tables
    .filter(({ kind }) => kind === 'partnership')
    .map(({ name }) => `alter table ${name} disable row level security`)
    .join('; ');
