import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { CaseScope, RowOf, Scope } from '../database/database.ts';

/** What somebody did that changes no row. */
export type Act = 'view' | 'search' | 'refuse' | 'sign-in' | 'export' | 'print' | 'release' | 'break-glass';

/** Which row of a table: its primary key without the partnership, `{ case_id, id }` of a restricted record. */
export type RecordKey = Readonly<Record<string, string>>;

/**
 * Records that the person in scope looks at restricted records. Call it before showing them: where the look cannot be
 * recorded, the page fails.
 *
 * @param record the table
 */
export async function viewed(scope: Scope, record: string, ...keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`select trail_act('view', ${record}, looked.key, null)
    from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as looked (key)`.execute(scope.db);
}

/**
 * Records an act of the person in scope in the same transaction.
 *
 * @param detail why, for whom, how it ended; facts, never the words of a record; 4,000 characters as JSON at most
 */
export async function acted(
  scope: Scope,
  act: Act,
  record: string,
  key: RecordKey,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const described = detail === undefined ? null : JSON.stringify(detail);
  await sql`select trail_act(${act}, ${record}, ${JSON.stringify(key)}::jsonb, ${described}::jsonb)`.execute(scope.db);
}

/** One entry, newest first in every list. Entries of restricted records come only where the scope admits their case. */
export interface TrailEntry {
  id: number;
  at: Date;
  person: string | undefined;
  onBehalfOf: string | undefined;
  act: Act | 'insert' | 'update' | 'delete';
  record: string;
  key: RecordKey;
  before: Readonly<Record<string, unknown>> | undefined;
  after: Readonly<Record<string, unknown>> | undefined;
  detail: Readonly<Record<string, unknown>> | undefined;
}

/** Which part of a list: `limit` entries before the entry `before` (the last one of the part shown), or the newest. */
export interface Part {
  before?: number;
  limit?: number;
}

/** How a record came to be as it is: its changes, newest first. */
export const historyOf = async (scope: Scope, record: string, key: RecordKey, part: Part = {}): Promise<TrailEntry[]> =>
  (await selectOfRecord(scope, record, key, part).where('act', 'in', changes).execute()).map(toEntry);

/** Who has looked at a record, or done something with it that did not change it, newest first. */
export const looksAt = async (scope: Scope, record: string, key: RecordKey, part: Part = {}): Promise<TrailEntry[]> =>
  (await selectOfRecord(scope, record, key, part).where('act', 'not in', changes).execute()).map(toEntry);

/** Where the person in scope has been: what they looked at, searched, exported, printed, newest first. */
export const whereIHaveBeen = async (scope: Scope, part: Part = {}): Promise<TrailEntry[]> =>
  (
    await selectEntries(scope, part).where('person_id', '=', scope.person).where('act', 'not in', changes).execute()
  ).map(toEntry);

const changes = ['insert', 'update', 'delete'] as const;

const selectOfRecord = (scope: Scope, record: string, key: RecordKey, part: Part) =>
  selectEntries(scope, part)
    .where('record', '=', record)
    .where('record_key', '=', sql<string>`${JSON.stringify(key)}::jsonb`);

const selectEntries = (scope: Scope, { before = Number.MAX_SAFE_INTEGER, limit = 50 }: Part) =>
  scope.db
    .selectFrom('trail_entry')
    .where('partnership_id', '=', scope.partnership)
    .where(({ eb, or }) => or([eb('case_id', 'is', null), eb('case_id', '=', anyOf(casesOf(scope)))]))
    .where('id', '<', before)
    .select(['id', 'at', 'person_id', 'on_behalf_of', 'act', 'record', 'record_key', 'before', 'after', 'detail'])
    .orderBy('id', 'desc')
    .limit(limit);

const casesOf = (scope: Scope | CaseScope): readonly string[] => ('cases' in scope ? scope.cases : []);

const toEntry = (row: RowOf<typeof selectEntries>): TrailEntry => ({
  id: row.id,
  at: row.at,
  person: row.person_id ?? undefined,
  onBehalfOf: row.on_behalf_of ?? undefined,
  act: row.act,
  record: row.record,
  key: row.record_key as RecordKey,
  before: (row.before as TrailEntry['before'] | null) ?? undefined,
  after: (row.after as TrailEntry['after'] | null) ?? undefined,
  detail: (row.detail as TrailEntry['detail'] | null) ?? undefined,
});
