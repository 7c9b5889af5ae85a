import { sql } from 'kysely';
import { isOver } from '../../partnership/directory/list.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { type BlockedBy, openStates } from '../actions/action.ts';

/** An open action in whose way something is. */
export interface BlockedAction {
  id: string;
  number: number;
  title: string;
  by: BlockedBy;
  since: PlainDate;
  dueOn: PlainDate;
  agency: string | undefined;
  owner: string | undefined;
  /** Agencies that contribute to it, by name. */
  contributors: readonly string[];
}

/** Open actions in whose way something is, the longest first, 500 at most. */
export async function listBlocked({ db, partnership }: Scope): Promise<BlockedAction[]> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'action.partnership_id')
        .onRef('agency.id', '=', 'action.lead_agency_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'action.partnership_id').onRef('person.id', '=', 'action.owner_id'),
    )
    .select(['action.id', 'action.number', 'action.title', 'action.blocked_by', 'action.blocked_on', 'action.due_on'])
    .select(['agency.name as agency', 'person.name as owner'])
    .select((select) =>
      select
        .selectFrom('action_contributor as one')
        .innerJoin('agency as helper', (join) =>
          join.onRef('helper.partnership_id', '=', 'one.partnership_id').onRef('helper.id', '=', 'one.agency_id'),
        )
        .select(sql<string[]>`coalesce(array_agg(helper.name order by helper.name), '{}')`.as('names'))
        .where('one.partnership_id', '=', partnership)
        .whereRef('one.action_id', '=', 'action.id')
        .as('contributors'),
    )
    .where('action.partnership_id', '=', partnership)
    .where('action.state', 'in', openStates)
    .where('action.blocked_by', 'is not', null)
    .orderBy('action.blocked_on')
    .orderBy('action.number')
    .limit(500)
    .execute();
  return rows.flatMap(({ blocked_by, blocked_on, due_on, ...row }) =>
    blocked_by === null || blocked_on === null
      ? []
      : {
          ...row,
          by: blocked_by,
          since: blocked_on,
          dueOn: due_on,
          agency: row.agency ?? undefined,
          owner: row.owner ?? undefined,
          contributors: row.contributors ?? [],
        },
  );
}

/** Agencies that had something of the same kind in their way once and got past it: by the obstacle, those that did so most often first. */
export async function listWhoGotPast({
  db,
  partnership,
  today,
}: Scope): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('action_entry as entry')
    .innerJoin('action', (join) =>
      join.onRef('action.partnership_id', '=', 'entry.partnership_id').onRef('action.id', '=', 'entry.action_id'),
    )
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'action.partnership_id')
        .onRef('agency.id', '=', 'action.lead_agency_id'),
    )
    .select(['entry.because', 'agency.name', 'agency.ended_on'])
    .where('entry.partnership_id', '=', partnership)
    .where('entry.kind', '=', 'blocked')
    .where('action.state', 'in', ['verified', 'embedded'])
    .groupBy(['entry.because', 'agency.name', 'agency.ended_on'])
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('agency.name')
    .limit(500)
    .execute();
  const still = rows.filter(({ ended_on }) => !isOver(ended_on ?? undefined, today));
  const byObstacle = Map.groupBy(still, ({ because }) => because ?? '');
  return new Map([...byObstacle].map(([because, some]) => [because, some.map(({ name }) => name)]));
}

/** An open action that nobody can be asked about, and what is missing. */
export interface UnownedAction {
  id: string;
  number: number;
  title: string;
  dueOn: PlainDate;
  agency: string | undefined;
  /** Whoever owned it and has left. */
  left: string | undefined;
  because: 'no-owner' | 'no-agency' | 'owner-left';
}

/** Open actions without an owner who is still there, or without a lead agency, soonest due first, 500 at most. */
export async function listUnowned({ db, partnership, today }: Scope): Promise<UnownedAction[]> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'action.partnership_id')
        .onRef('agency.id', '=', 'action.lead_agency_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'action.partnership_id').onRef('person.id', '=', 'action.owner_id'),
    )
    .select(['action.id', 'action.number', 'action.title', 'action.due_on', 'action.owner_id', 'action.lead_agency_id'])
    .select(['agency.name as agency', 'person.name as owner', 'person.left_on'])
    .where('action.partnership_id', '=', partnership)
    .where('action.state', 'in', openStates)
    .where((where) =>
      where.or([
        where('action.owner_id', 'is', null),
        where('action.lead_agency_id', 'is', null),
        where('person.left_on', '<', today),
      ]),
    )
    .orderBy('action.due_on')
    .orderBy('action.number')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    dueOn: row.due_on,
    agency: row.agency ?? undefined,
    left: row.left_on !== null && row.left_on < today ? (row.owner ?? undefined) : undefined,
    because: row.owner_id === null ? 'no-owner' : row.lead_agency_id === null ? 'no-agency' : 'owner-left',
  }));
}
