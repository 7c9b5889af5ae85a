import { sql } from 'kysely';
import { addMonths } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import { openStates } from '../actions/action.ts';
import type { Timeliness } from './timeliness.ts';

const open = sql`action.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`;

/**
 * How agencies keep the days of what they lead, by name: what is open and overdue now, and what was said to be done in the last
 * twelve months, by the day it was due or after it. Never by person.
 */
export async function listTimeliness({ db, partnership, today }: Scope): Promise<Timeliness[]> {
  const yearAgo = addMonths(today, -12);
  const claimed = sql`(select max(said_on) from action_entry where action_entry.partnership_id = ${partnership}
    and action_entry.action_id = action.id and kind = 'claimed')`;
  const done = sql`action.state in ('claimed-done', 'verified', 'embedded') and ${claimed} >= ${yearAgo}`;
  return await db
    .selectFrom('action')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'action.partnership_id')
        .onRef('agency.id', '=', 'action.lead_agency_id'),
    )
    .select('agency.name as agency')
    .select([
      sql<number>`count(*) filter (where ${open})`.as('open'),
      sql<number>`count(*) filter (where ${open} and action.due_on < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where ${done} and ${claimed} <= action.due_on)`.as('inTime'),
      sql<number>`count(*) filter (where ${done} and ${claimed} > action.due_on)`.as('late'),
    ])
    .where('action.partnership_id', '=', partnership)
    .groupBy('agency.name')
    .orderBy(sql`lower(agency.name)`)
    .execute();
}
