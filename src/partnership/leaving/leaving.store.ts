import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { Plan } from './leaving.ts';

/** A plan that is kept: whose it is, and when it was made. */
export interface Leaving extends Plan {
  id: string;
  person: string;
  plannedOn: PlainDate;
  plannedBy: string;
}

/** Keeps a plan. */
export async function addLeaving(
  { db, partnership, today, person: plannedBy }: Scope,
  person: string,
  plan: Plan,
): Promise<Leaving> {
  const id = newId();
  await db
    .insertInto('leaving')
    .values({
      partnership_id: partnership,
      id,
      person_id: person,
      last_on: plan.lastOn,
      rest_to: plan.restTo ?? null,
      planned_on: today,
    })
    .execute();
  for (const [thing, to] of plan.choices) {
    await db
      .insertInto('leaving_choice')
      .values({ partnership_id: partnership, leaving_id: id, thing, goes_to: to ?? null })
      .execute();
  }
  return { ...plan, id, person, plannedOn: today, plannedBy };
}

/** The plan for somebody to leave that waits for its day. */
export async function findPlannedLeaving(scope: Scope, person: string): Promise<Leaving | undefined> {
  const rows = await selectPlanned(scope).where('person_id', '=', person).execute();
  return toLeavings(rows)[0];
}

/** The plans whose last day is over; they are held until the end of the transaction. */
export async function holdDueLeavings(scope: Scope): Promise<Leaving[]> {
  return toLeavings(await selectPlanned(scope).where('last_on', '<', scope.today).forUpdate('leaving').execute());
}

/** A row for each choice, and one where there is none. */
const selectPlanned = ({ db, partnership }: Scope) =>
  db
    .selectFrom('leaving')
    .leftJoin('leaving_choice', (join) =>
      join
        .onRef('leaving_choice.partnership_id', '=', 'leaving.partnership_id')
        .onRef('leaving_choice.leaving_id', '=', 'leaving.id'),
    )
    .select(['leaving.id', 'person_id', 'last_on', 'rest_to', 'planned_on', 'planned_by', 'thing', 'goes_to'])
    .where('leaving.partnership_id', '=', partnership)
    .where('state', '=', 'planned')
    .orderBy('last_on')
    .orderBy('leaving.id');

interface ChoiceRow {
  id: string;
  person_id: string;
  last_on: PlainDate;
  rest_to: string | null;
  planned_on: PlainDate;
  planned_by: string;
  thing: string | null;
  goes_to: string | null;
}

const toLeavings = (rows: readonly ChoiceRow[]): Leaving[] =>
  [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, choices]) => {
    const [row] = choices;
    if (!row) return [];
    const chosen = choices.flatMap(({ thing, goes_to }) =>
      thing === null ? [] : [[thing, goes_to ?? undefined] as const],
    );
    return [
      {
        id,
        person: row.person_id,
        plannedOn: row.planned_on,
        plannedBy: row.planned_by,
        lastOn: row.last_on,
        restTo: row.rest_to ?? undefined,
        choices: new Map(chosen),
      },
    ];
  });

/** Says that a plan was carried out today. */
export async function markCarriedOut({ db, partnership, today }: Scope, id: string): Promise<void> {
  await db
    .updateTable('leaving')
    .set({ state: 'carried-out', ended_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Says that whatever was planned for somebody's leaving is called off. */
export async function callOff({ db, partnership, today }: Scope, person: string): Promise<void> {
  await db
    .updateTable('leaving')
    .set({ state: 'called-off', ended_on: today })
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('state', '=', 'planned')
    .execute();
}
