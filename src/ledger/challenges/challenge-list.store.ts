import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import { selectChallenges } from './challenge.store.ts';
import type { Challenge, ChallengeStanding } from './challenge.ts';
import { challengeOf } from './challenge-row.ts';
import type { Viewer } from './viewer.ts';

/** What the log is narrowed to; what is absent narrows nothing. */
export interface Asked {
  /** `open` is everything that is not over. */
  standing?: ChallengeStanding | 'open';
  agency?: string;
  raisedBy?: string;
  stage?: number;
  putFrom?: PlainDate;
  putUntil?: PlainDate;
  /** In the words, or the number. */
  text?: string;
}

export const challengeOrders = ['number', 'due', 'agency'] as const;
export type ChallengeOrder = (typeof challengeOrders)[number];

/** A challenge with the names that a list shows. */
export interface Listed extends Challenge {
  agencyName: string;
  raisedByName: string;
}

export interface Stretch {
  order?: ChallengeOrder;
  downwards?: boolean;
  limit: number;
  offset?: number;
}

/** One stretch of the log as `viewer` may see it; newest first unless an order is asked. */
export async function listChallenges(
  scope: Scope,
  viewer: Viewer,
  asked: Asked,
  { order = 'number', downwards = order === 'number', limit, offset = 0 }: Stretch,
): Promise<Listed[]> {
  const way = downwards ? 'desc' : 'asc';
  const rows = await selectChallenges(scope, viewer)
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'challenge.partnership_id')
        .onRef('agency.id', '=', 'challenge.agency_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'challenge.partnership_id')
        .onRef('person.id', '=', 'challenge.raised_by'),
    )
    .select(['agency.name as agency_name', 'person.name as raised_by_name'])
    .where((where) => where.and(conditions(scope, asked)))
    .orderBy(orderings[order], way)
    .orderBy('challenge.id', way)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({ ...challengeOf(row), agencyName: row.agency_name, raisedByName: row.raised_by_name }));
}

/** Drafts, which have no number, stand where the newest do. */
const orderings = {
  number: sql`coalesce(challenge.number, 2147483647)`,
  due: sql`challenge.due_on`,
  agency: sql`lower(agency.name)`,
} satisfies Record<ChallengeOrder, unknown>;

export async function countChallenges(scope: Scope, viewer: Viewer, asked: Asked): Promise<number> {
  const row = await selectChallenges(scope, viewer)
    .where((where) => where.and(conditions(scope, asked)))
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Those of `ids` that `viewer` may know of. */
export async function listChallengesByIds(scope: Scope, viewer: Viewer, ids: readonly string[]): Promise<Challenge[]> {
  const rows = await selectChallenges(scope, viewer).where('challenge.id', '=', anyOf(ids)).execute();
  return rows.map(challengeOf);
}

function conditions(scope: Scope, asked: Asked): Expression<SqlBool>[] {
  const { standing, agency, raisedBy, stage, putFrom, putUntil, text } = asked;
  return [
    standing && standingIs(standing, scope.today),
    agency && sql<SqlBool>`challenge.agency_id = ${agency}`,
    raisedBy && sql<SqlBool>`challenge.raised_by = ${raisedBy}`,
    stage !== undefined && sql<SqlBool>`challenge.stage = ${stage}`,
    putFrom && sql<SqlBool>`challenge.put_on >= ${putFrom}::date`,
    putUntil && sql<SqlBool>`challenge.put_on <= ${putUntil}::date`,
    text && hasText(text),
  ].filter((condition) => typeof condition === 'object');
}

const standingIs = (standing: ChallengeStanding | 'open', today: PlainDate): Expression<SqlBool> =>
  standing === 'open'
    ? sql<SqlBool>`challenge.state in ('draft', 'put', 'answered', 'settled')`
    : standing === 'overdue'
      ? sql<SqlBool>`challenge.state = 'put' and challenge.due_on < ${today}::date`
      : standing === 'put'
        ? sql<SqlBool>`challenge.state = 'put' and challenge.due_on >= ${today}::date`
        : sql<SqlBool>`challenge.state = ${standing}`;

function hasText(text: string): Expression<SqlBool> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^(?:challenge |c-?)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const found = sql<SqlBool>`(challenge.subject ilike ${like} or challenge.concern ilike ${like}
    or challenge.evidence ilike ${like} or challenge.expected ilike ${like})`;
  return number === undefined ? found : sql<SqlBool>`(${found} or challenge.number = ${Number(number)})`;
}

/** The latest answer to each of `challenges`, by id. Whoever calls has found them as somebody who may know of them. */
export async function listLatestAnswers(
  { db, partnership }: Scope,
  challenges: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('challenge_entry')
    .distinctOn('challenge_id')
    .select(['challenge_id', 'words'])
    .where('partnership_id', '=', partnership)
    .where('challenge_id', '=', anyOf(challenges))
    .where('kind', '=', 'answered')
    .orderBy('challenge_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ challenge_id, words }) => [challenge_id, words]));
}
