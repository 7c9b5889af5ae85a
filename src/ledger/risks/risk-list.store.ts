import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import { selectRisks } from './risk.store.ts';
import type { Category, Control, Risk, RiskStanding } from './risk.ts';
import { riskOf } from './risk-row.ts';
import type { Score } from './score.ts';
import type { Viewer } from './viewer.ts';

/** What the register is narrowed to; what is absent narrows nothing. */
export interface Asked {
  /** `not-closed` is everything that is not closed. */
  standing?: RiskStanding | 'not-closed';
  category?: Category;
  agency?: string;
  owner?: string;
  score?: Score;
  /** In the words, or the number. */
  text?: string;
}

export const riskOrders = ['score', 'number', 'review', 'agency'] as const;
export type RiskOrder = (typeof riskOrders)[number];

/** A risk with the names that a list shows. */
export interface Listed extends Risk {
  ownerName: string | undefined;
  agencyName: string | undefined;
}

export interface Stretch {
  order?: RiskOrder;
  downwards?: boolean;
  limit: number;
  offset?: number;
}

/** One stretch of the register as `viewer` may see it; the highest score first unless an order is asked. */
export async function listRisks(
  scope: Scope,
  viewer: Viewer,
  asked: Asked,
  { order = 'score', downwards = order === 'score', limit, offset = 0 }: Stretch,
): Promise<Listed[]> {
  const way = downwards ? 'desc' : 'asc';
  const rows = await selectRisks(scope, viewer)
    .leftJoin('agency', (join) =>
      join.onRef('agency.partnership_id', '=', 'risk.partnership_id').onRef('agency.id', '=', 'risk.lead_agency_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'risk.partnership_id').onRef('person.id', '=', 'risk.owner_id'),
    )
    .select(['agency.name as agency_name', 'person.name as owner_name'])
    .where((where) => where.and(conditions(scope, asked)))
    .orderBy(orderings[order], way)
    .orderBy('risk.number', 'asc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    ...riskOf(row),
    ownerName: row.owner_name ?? undefined,
    agencyName: row.agency_name ?? undefined,
  }));
}

const orderings = {
  score: sql`risk.likelihood * risk.impact`,
  number: sql`risk.number`,
  review: sql`risk.review_on`,
  agency: sql`lower(agency.name)`,
} satisfies Record<RiskOrder, unknown>;

export async function countRisks(scope: Scope, viewer: Viewer, asked: Asked): Promise<number> {
  const row = await selectRisks(scope, viewer)
    .where((where) => where.and(conditions(scope, asked)))
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** How many risks that are not closed have each score, of those that `viewer` may know of. */
export async function countByScore(scope: Scope, viewer: Viewer): Promise<(Score & { risks: number })[]> {
  const rows = await selectRisks(scope, viewer)
    .where('risk.closed_on', 'is', null)
    .clearSelect()
    .select(({ fn }) => ['risk.likelihood', 'risk.impact', fn.countAll<number>().as('n')])
    .groupBy(['risk.likelihood', 'risk.impact'])
    .execute();
  return rows.map(({ likelihood, impact, n }) => ({ likelihood, impact, risks: n }));
}

/** Those of `ids` that `viewer` may know of. */
export async function listRisksByIds(scope: Scope, viewer: Viewer, ids: readonly string[]): Promise<Risk[]> {
  const rows = await selectRisks(scope, viewer).where('risk.id', '=', anyOf(ids)).execute();
  return rows.map(riskOf);
}

/** Open risks whose review is due by `day`. */
export async function listDue({ db, partnership }: Scope, day: PlainDate): Promise<Risk[]> {
  const rows = await db
    .selectFrom('risk')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('closed_on', 'is', null)
    .where('review_on', '<=', day)
    .orderBy('number')
    .execute();
  return rows.map(riskOf);
}

/** The controls of each of `risks`, by risk. Whoever calls has found them as somebody who may know of them. */
export async function listControlsOf(
  { db, partnership }: Scope,
  risks: readonly string[],
): Promise<ReadonlyMap<string, readonly Control[]>> {
  const rows = await db
    .selectFrom('risk_control')
    .select(['id', 'risk_id', 'title', 'works'])
    .where('partnership_id', '=', partnership)
    .where('risk_id', '=', anyOf(risks))
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ risk_id }) => risk_id);
}

function conditions(scope: Scope, asked: Asked): Expression<SqlBool>[] {
  const { standing, category, agency, owner, score, text } = asked;
  return [
    standing && standingIs(standing, scope.today),
    category && sql<SqlBool>`risk.category = ${category}`,
    agency && sql<SqlBool>`risk.lead_agency_id = ${agency}`,
    owner && sql<SqlBool>`risk.owner_id = ${owner}`,
    score && sql<SqlBool>`risk.likelihood = ${score.likelihood} and risk.impact = ${score.impact}`,
    text && hasText(text),
  ].filter((condition) => typeof condition === 'object');
}

function standingIs(standing: RiskStanding | 'not-closed', today: PlainDate): Expression<SqlBool> {
  if (standing === 'closed') return sql<SqlBool>`risk.closed_on is not null`;
  if (standing === 'not-closed') return sql<SqlBool>`risk.closed_on is null`;
  if (standing === 'overdue') return sql<SqlBool>`risk.closed_on is null and risk.review_on < ${today}::date`;
  return sql<SqlBool>`risk.closed_on is null and risk.review_on >= ${today}::date
    and (risk.accepted_why = '') = ${standing === 'open'}`;
}

function hasText(text: string): Expression<SqlBool> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^(?:risk |r-?)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const found = sql<SqlBool>`(risk.title ilike ${like} or risk.cause ilike ${like} or risk.event ilike ${like}
    or risk.effect ilike ${like} or risk.old_reference ilike ${like})`;
  return number === undefined ? found : sql<SqlBool>`(${found} or risk.number = ${Number(number)})`;
}
