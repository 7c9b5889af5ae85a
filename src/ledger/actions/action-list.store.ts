import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { RowOf, Scope } from '../../platform/database/database.ts';
import { readActions } from './action.store.ts';
import type { Action, ActionState, Priority, SourceKind, Standing } from './action.ts';
import { openStates } from './action.ts';

/** What a list of actions is narrowed to; what is absent narrows nothing. */
export interface Asked {
  /** Only those that somebody who sees their own agency's actions alone may know of. */
  visibleTo?: { person: string; agency: string | undefined };
  standing?: Standing | 'open';
  owner?: string;
  /** Those that nobody owns. */
  unowned?: boolean;
  leadAgency?: string;
  /** Those that this agency leads or contributes to. */
  agency?: string;
  group?: string;
  sourceKind?: SourceKind;
  priority?: Priority;
  dueFrom?: PlainDate;
  dueUntil?: PlainDate;
  /** Those for which more time is asked. */
  timeAsked?: boolean;
  blocked?: boolean;
  /** In the title, what is to be different, or the old reference; or the number. */
  text?: string;
}

export const actionOrders = ['due', 'number', 'state', 'priority', 'agency'] as const;
export type ActionOrder = (typeof actionOrders)[number];

/** A row of a list of actions: no more than it shows. */
export interface ActionRow {
  id: string;
  number: number;
  title: string;
  leadAgency: string | undefined;
  owner: string | undefined;
  priority: Priority;
  sourceKind: SourceKind;
  dueOn: PlainDate;
  firstDueOn: PlainDate;
  askedUntil: PlainDate | undefined;
  state: ActionState;
  blocked: boolean;
}

export interface Stretch {
  order?: ActionOrder;
  downwards?: boolean;
  limit: number;
  offset?: number;
}

/** One page of the actions asked for, with the names of agency and owner, and how many there are on all pages. */
export async function listActions(
  scope: Scope,
  asked: Asked,
  stretch: Stretch,
): Promise<{ rows: ActionRow[]; found: number }> {
  const rows = await selectPage(scope, asked, stretch).execute();
  const found = rows[0]?.found ?? ((stretch.offset ?? 0) > 0 ? await countActions(scope, asked) : 0);
  return { found, rows: rows.map(rowOf) };
}

/** The actions are chosen, put in order and counted first: no more than a page of them is read whole. */
function selectPage(scope: Scope, asked: Asked, { order = 'due', downwards = false, limit, offset = 0 }: Stretch) {
  const way = downwards ? 'desc' : 'asc';
  const chosen = selectAsked(scope, asked)
    .$if(order === 'agency', (query) =>
      query.leftJoin('agency', (join) =>
        join
          .onRef('agency.partnership_id', '=', 'action.partnership_id')
          .onRef('agency.id', '=', 'action.lead_agency_id'),
      ),
    )
    .select(['action.id', 'action.number', orderings[order].as('place'), sql<number>`count(*) over ()`.as('found')])
    .orderBy('place', way)
    .orderBy('action.number', way)
    .limit(limit)
    .offset(offset);
  return scope.db
    .selectFrom(chosen.as('chosen'))
    .innerJoin('action', (join) =>
      join.onRef('action.id', '=', 'chosen.id').on('action.partnership_id', '=', scope.partnership),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'action.lead_agency_id').on('agency.partnership_id', '=', scope.partnership),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'action.owner_id').on('person.partnership_id', '=', scope.partnership),
    )
    .select([
      'chosen.found',
      'action.id',
      'action.number',
      'action.title',
      'agency.name as lead_agency',
      'person.name as owner',
      'action.priority',
      'action.source_kind',
      'action.due_on',
      'action.first_due_on',
      'action.asked_until',
      'action.state',
      'action.blocked_by',
    ])
    .orderBy('chosen.place', way)
    .orderBy('chosen.number', way);
}

const rowOf = (row: RowOf<typeof selectPage>): ActionRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  leadAgency: row.lead_agency ?? undefined,
  owner: row.owner ?? undefined,
  priority: row.priority,
  sourceKind: row.source_kind,
  dueOn: row.due_on,
  firstDueOn: row.first_due_on,
  askedUntil: row.asked_until ?? undefined,
  state: row.state,
  blocked: row.blocked_by !== null,
});

const orderings = {
  due: sql`action.due_on`,
  number: sql`action.number`,
  state: sql`array_position(array['not-started', 'at-risk', 'on-track', 'claimed-done', 'verified', 'embedded', 'withdrawn'], action.state)`,
  priority: sql`array_position(array['high', 'medium', 'low'], action.priority)`,
  agency: sql`lower(agency.name)`,
} satisfies Record<ActionOrder, unknown>;

export async function countActions(scope: Scope, asked: Asked): Promise<number> {
  const row = await selectAsked(scope, asked)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The actions asked for, whole, by number; for what is taken away rather than read on a page. */
export async function listWholeActions(scope: Scope, asked: Asked, limit = 20_000): Promise<Action[]> {
  return await readActions(scope, (all) =>
    all
      .where((where) => where.and(conditions(scope, asked)))
      .orderBy('action.number')
      .limit(limit),
  );
}

/** Verified actions of which it is asked by `day` what changed for children. */
export async function listImpactDue(scope: Scope, day: PlainDate): Promise<Action[]> {
  return await readActions(scope, (all) =>
    all.where('action.state', '=', 'verified').where('action.impact_due_on', '<=', day).orderBy('action.id'),
  );
}

/** What of an action others mention. */
export type Mentioned = Pick<Action, 'id' | 'number' | 'title' | 'raisedOn' | 'dueOn' | 'state'>;

/** Those of `ids` that somebody may know of: all of them, or what is theirs where `visibleTo` says whose. */
export async function listMentioned(
  scope: Scope,
  ids: readonly string[],
  visibleTo: Asked['visibleTo'],
): Promise<Mentioned[]> {
  const rows = await selectAsked(scope, visibleTo ? { visibleTo } : {})
    .select(['action.id', 'number', 'title', 'raised_on as raisedOn', 'due_on as dueOn', 'state'])
    .where('action.id', '=', anyOf(ids))
    .execute();
  return rows;
}

export async function listActionsByIds(scope: Scope, ids: readonly string[]): Promise<Action[]> {
  return await readActions(scope, (all) => all.where('action.id', '=', anyOf(ids)));
}

/** Those whose number, title or old reference has `text`, newest first. */
export async function searchActions(scope: Scope, text: string, limit: number): Promise<Action[]> {
  return await readActions(scope, (all) =>
    all
      .where((where) => where.and(conditions(scope, { text })))
      .orderBy('action.number', 'desc')
      .limit(limit),
  );
}

/** What was last said of each action, by its identifier; those of which nothing was said are left out. */
export async function listLatestWords(
  { db, partnership }: Scope,
  actions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('action_entry')
    .distinctOn('action_id')
    .select(['action_id', 'words'])
    .where('partnership_id', '=', partnership)
    .where('action_id', '=', anyOf(actions))
    .where('words', '<>', '')
    .orderBy('action_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ action_id, words }) => [action_id, words]));
}

/** How many pieces of evidence each action has that were not withdrawn; those that have none are left out. */
export async function countEvidenceOf(
  { db, partnership }: Scope,
  actions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('evidence')
    .select(({ fn }) => ['record_id', fn.countAll<number>().as('n')])
    .where('partnership_id', '=', partnership)
    .where('record_kind', '=', 'action')
    .where('record_id', '=', anyOf(actions))
    .where('withdrawn_on', 'is', null)
    .groupBy('record_id')
    .execute();
  return new Map(rows.map(({ record_id, n }) => [record_id, n]));
}

const selectAsked = (scope: Scope, asked: Asked) =>
  scope.db
    .selectFrom('action')
    .where('action.partnership_id', '=', scope.partnership)
    .where((where) => where.and(conditions(scope, asked)));

/** Each thing asked for as a condition. */
function conditions(scope: Scope, asked: Asked): Expression<SqlBool>[] {
  const { visibleTo, standing, text } = asked;
  return [
    visibleTo && ownOnly(scope, visibleTo),
    standing && standingIs(standing, scope.today),
    asked.owner && sql<SqlBool>`action.owner_id = ${asked.owner}`,
    asked.unowned && sql<SqlBool>`(action.owner_id is null or action.lead_agency_id is null)`,
    asked.leadAgency && sql<SqlBool>`action.lead_agency_id = ${asked.leadAgency}`,
    asked.agency && ofAgency(scope, asked.agency),
    asked.group && sql<SqlBool>`action.group_id = ${asked.group}`,
    asked.sourceKind && sql<SqlBool>`action.source_kind = ${asked.sourceKind}`,
    asked.priority && sql<SqlBool>`action.priority = ${asked.priority}`,
    asked.dueFrom && sql<SqlBool>`action.due_on >= ${asked.dueFrom}`,
    asked.dueUntil && sql<SqlBool>`action.due_on <= ${asked.dueUntil}`,
    asked.timeAsked && sql<SqlBool>`action.asked_until is not null`,
    asked.blocked && sql<SqlBool>`action.blocked_by is not null`,
    text && hasText(text),
  ].filter((condition) => typeof condition === 'object');
}

const open = sql.join(openStates.map((state) => sql.lit(state)));

const standingIs = (standing: Standing | 'open', today: PlainDate): Expression<SqlBool> =>
  standing === 'open'
    ? sql<SqlBool>`action.state in (${open})`
    : standing === 'overdue'
      ? sql<SqlBool>`action.state in (${open}) and action.due_on < ${today}`
      : (openStates as readonly string[]).includes(standing)
        ? sql<SqlBool>`action.state = ${standing} and action.due_on >= ${today}`
        : sql<SqlBool>`action.state = ${standing}`;

const ofAgency = ({ partnership }: Scope, agency: string): Expression<SqlBool> =>
  sql<SqlBool>`(action.lead_agency_id = ${agency} or exists (select from action_contributor as contributor
    where "contributor"."partnership_id" = ${partnership} and contributor.action_id = action.id and contributor.agency_id = ${agency}))`;

const ownOnly = (scope: Scope, { person, agency }: { person: string; agency: string | undefined }) =>
  agency === undefined
    ? sql<SqlBool>`action.owner_id = ${person}`
    : sql<SqlBool>`(action.owner_id = ${person} or ${ofAgency(scope, agency)})`;

function hasText(text: string): Expression<SqlBool> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^(?:action |a-?)?(\d{1,9})$/i.exec(text.trim())?.[1];
  const found = sql<SqlBool>`(action.title ilike ${like} or action.difference ilike ${like} or action.old_reference ilike ${like}
    or action.source_words ilike ${like})`;
  return number === undefined ? found : sql<SqlBool>`(${found} or action.number = ${Number(number)})`;
}
