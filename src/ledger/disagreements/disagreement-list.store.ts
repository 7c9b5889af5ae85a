import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import { selectDisagreements } from './disagreement.store.ts';
import type { Disagreement, Subject } from './disagreement.ts';
import { disagreementOf } from './disagreement-row.ts';
import type { Viewer } from './viewer.ts';

/** What a list of disagreements is narrowed to; what is absent narrows nothing. */
export interface Asked {
  standing?: 'open' | 'overdue' | 'ended' | 'untold';
  /** Those that this agency raised or has to answer. */
  agency?: string;
  subject?: Subject;
  stage?: number;
  urgent?: boolean;
  /** In the words, the case reference, or the number. */
  text?: string;
}

export const disagreementOrders = ['number', 'due', 'stage'] as const;
export type DisagreementOrder = (typeof disagreementOrders)[number];

export interface Stretch {
  order?: DisagreementOrder;
  downwards?: boolean;
  limit: number;
  offset?: number;
}

/** One stretch of the disagreements that `viewer` may see; newest first unless an order is asked. */
export async function listDisagreements(
  scope: Scope,
  viewer: Viewer,
  asked: Asked,
  { order = 'number', downwards = order === 'number', limit, offset = 0 }: Stretch,
): Promise<Disagreement[]> {
  const way = downwards ? 'desc' : 'asc';
  const rows = await selectDisagreements(scope, viewer)
    .where((where) => where.and(conditions(scope.today, asked)))
    .orderBy(orderings[order], way)
    .orderBy('disagreement.id', way)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(disagreementOf);
}

const orderings = {
  number: sql`disagreement.number`,
  due: sql`disagreement.due_on`,
  stage: sql`disagreement.stage`,
} satisfies Record<DisagreementOrder, unknown>;

export async function countDisagreements(scope: Scope, viewer: Viewer, asked: Asked): Promise<number> {
  const row = await selectDisagreements(scope, viewer)
    .where((where) => where.and(conditions(scope.today, asked)))
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Those of `ids` that `viewer` may know of. */
export async function listDisagreementsByIds(
  scope: Scope,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Disagreement[]> {
  const rows = await selectDisagreements(scope, viewer).where('disagreement.id', '=', anyOf(ids)).execute();
  return rows.map(disagreementOf);
}

function conditions(
  today: PlainDate,
  { standing, agency, subject, stage, urgent, text }: Asked,
): Expression<SqlBool>[] {
  return [
    standing && standingIs(standing, today),
    agency && sql<SqlBool>`(disagreement.raising_agency_id = ${agency} or disagreement.other_agency_id = ${agency})`,
    subject && sql<SqlBool>`disagreement.subject = ${subject}`,
    stage !== undefined && sql<SqlBool>`disagreement.stage = ${stage}`,
    urgent && sql<SqlBool>`disagreement.urgent`,
    text && hasText(text),
  ].filter((condition) => typeof condition === 'object');
}

const standingIs = (standing: NonNullable<Asked['standing']>, today: PlainDate): Expression<SqlBool> => {
  switch (standing) {
    case 'open':
      return sql<SqlBool>`disagreement.outcome is null`;
    case 'overdue':
      return sql<SqlBool>`disagreement.outcome is null and disagreement_stage.answered_on is null
        and disagreement.due_on < ${today}::date`;
    case 'ended':
      return sql<SqlBool>`disagreement.outcome is not null`;
    case 'untold':
      return sql<SqlBool>`disagreement.outcome is not null and disagreement.told_on is null`;
  }
};

function hasText(text: string): Expression<SqlBool> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^(?:disagreement |d-?)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const found = sql<SqlBool>`(disagreement.difference ilike ${like} or disagreement.wanted ilike ${like}
    or disagreement.case_reference ilike ${like})`;
  return number === undefined ? found : sql<SqlBool>`(${found} or disagreement.number = ${Number(number)})`;
}
