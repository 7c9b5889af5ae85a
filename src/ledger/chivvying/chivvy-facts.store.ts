import { sql } from 'kysely';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { openStates } from '../actions/action.ts';
import { readAbove } from './above.store.ts';
import { findRules } from './chivvying-rules.store.ts';
import type { ActionFacts, Facts, HeldBefore } from './facts.ts';
import { listPeopleFacts } from './people-facts.store.ts';
import { listQuietPeriods } from './quiet.store.ts';
import type { Rules } from './rules.ts';

/** All that decides what the partnership of this scope says on `day`, as things stand now. */
export async function readFacts(scope: Scope, day: PlainDate): Promise<Facts> {
  const rules = await findRules(scope);
  const [actions, held, periods, people, above] = await Promise.all([
    listActionFacts(scope, rules, day),
    listHeldFacts(scope),
    listQuietPeriods(scope),
    listPeopleFacts(scope, day),
    readAbove(scope, day),
  ]);
  const byAction = Map.groupBy(
    held.filter(({ current }) => current),
    ({ action }) => action,
  );
  return {
    rules,
    calendar: { bankHolidays: bankHolidaysOf('england-and-wales'), periods },
    actions: actions.map((action) => ({ ...action, held: byAction.get(action.id) ?? [] })),
    people: new Map(
      people.map((person) => [person.id, { ...person, chiefOfficer: above.chiefOfficers.has(person.id) }]),
    ),
    above: above.byAgency,
    chair: above.chair,
    moot: held.filter(({ current, waiting }) => waiting && !current).map(({ id }) => id),
  };
}

/** What an owner says that leaves them in peace for a while. */
const answers = sql.join(['progress', 'blocked', 'more-time-asked'].map((kind) => sql.lit(kind)));

async function listActionFacts(
  { db, partnership }: Scope,
  { daysBefore }: Rules,
  day: PlainDate,
): Promise<Omit<ActionFacts, 'held'>[]> {
  const rows = await db
    .selectFrom('action')
    .select(['id', 'number', 'title', 'lead_agency_id', 'owner_id', 'due_on', 'safe_for_email', 'asked_until'])
    .select([
      sql<boolean>`blocked_by is not null`.as('blocked'),
      sql<PlainDate | null>`(select max(made_on) from reminder where reminder.partnership_id = ${partnership}
        and reminder.action_id = action.id and for_id = action.owner_id and reminder.due_on = action.due_on
        and tone <> 'above')`.as('told_on'),
      sql<PlainDate | null>`(select max(said_on) from action_entry where action_entry.partnership_id = ${partnership}
        and action_entry.action_id = action.id and kind in (${answers}))`.as('answered_on'),
    ])
    .where('partnership_id', '=', partnership)
    .where('state', 'in', openStates)
    .where('due_on', '<=', addDays(day, Math.max(0, ...daysBefore)))
    .orderBy('due_on')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    leadAgency: row.lead_agency_id ?? undefined,
    owner: row.owner_id ?? undefined,
    dueOn: row.due_on,
    safeForEmail: row.safe_for_email,
    askedUntil: row.asked_until ?? undefined,
    blocked: row.blocked,
    toldOn: row.told_on ?? undefined,
    answeredOn: row.answered_on ?? undefined,
  }));
}

/** Messages that wait, and those settled before while their action was due on the day it is due now. */
async function listHeldFacts({
  db,
  partnership,
}: Scope): Promise<(HeldBefore & { action: string; current: boolean })[]> {
  const rows = await db
    .selectFrom('held_message as held')
    .innerJoin('action', (join) =>
      join.onRef('action.partnership_id', '=', 'held.partnership_id').onRef('action.id', '=', 'held.action_id'),
    )
    .select(['held.id', 'held.action_id', 'held.level', 'held.why', 'held.held_on'])
    .select([
      sql<boolean>`held.settled is null`.as('waiting'),
      sql<boolean>`held.due_on = action.due_on and action.state in (${sql.join(openStates.map((state) => sql.lit(state)))})
        and (held.level <> 'owner' or held.to_id = action.owner_id)`.as('current'),
    ])
    .where('held.partnership_id', '=', partnership)
    .where((where) =>
      where.or([where('held.settled', 'is', null), where('held.due_on', '=', where.ref('action.due_on'))]),
    )
    .orderBy('held.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    action: row.action_id,
    level: row.level,
    why: row.why,
    heldOn: row.held_on,
    waiting: row.waiting,
    current: row.current,
  }));
}
