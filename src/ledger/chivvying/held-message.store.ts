import type { Selectable } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { RowOf, Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { HeldMessageTable } from '../tables.generated.ts';
import type { Level, Why } from './facts.ts';
import type { Held } from './plan-day.ts';

export type Settled = NonNullable<Selectable<HeldMessageTable>['settled']>;

/** A message on the release list, or one that was settled. */
export interface HeldMessage {
  id: string;
  action: string;
  /** Of the action, when it was held. */
  dueOn: PlainDate;
  level: Level;
  to: string | undefined;
  why: Why;
  heldOn: PlainDate;
  settled: { as: Settled; by: string | undefined; on: PlainDate; because: string } | undefined;
}

/** Puts messages onto the release list. Where one waits about an action already, no other is added. */
export async function addHeld({ db, partnership }: Scope, day: PlainDate, held: readonly Held[]): Promise<void> {
  const rows = held.map(({ action, dueOn, level, to, why }) => ({
    partnership_id: partnership,
    id: newId(),
    action_id: action,
    due_on: dueOn,
    level,
    to_id: to ?? null,
    why,
    held_on: day,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('held_message')
      .values(rows.slice(at, at + 500))
      .onConflict((same) => same.doNothing())
      .execute();
}

/** Takes messages from the list that nobody needs to release any more. */
export async function settleMoot({ db, partnership }: Scope, day: PlainDate, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('held_message')
    .set({ settled: 'moot', settled_on: day })
    .where('partnership_id', '=', partnership)
    .where('id', '=', anyOf(ids))
    .where('settled', 'is', null)
    .execute();
}

/** What waits for release, the longest first, 500 at most. */
export async function listHeld(scope: Scope): Promise<HeldMessage[]> {
  const rows = await selectHeld(scope)
    .where('settled', 'is', null)
    .orderBy('held_on')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(heldOf);
}

/** What was settled by people, the latest first, 50 at most. */
export async function listSettled(scope: Scope): Promise<HeldMessage[]> {
  const rows = await selectHeld(scope)
    .where('settled', 'in', ['released', 'dropped'])
    .orderBy('settled_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(heldOf);
}

export async function countHeld({ db, partnership }: Scope): Promise<number> {
  const row = await db
    .selectFrom('held_message')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('partnership_id', '=', partnership)
    .where('settled', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

export async function findHeld(scope: Scope, id: string): Promise<HeldMessage | undefined> {
  const row = await selectHeld(scope).where('id', '=', id).executeTakeFirst();
  return row && heldOf(row);
}

/** The same, kept from being settled by others until this transaction ends. */
export async function holdHeld(scope: Scope, id: string): Promise<HeldMessage | undefined> {
  const row = await selectHeld(scope).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && heldOf(row);
}

/** The person of this scope settles a message. */
export async function settleHeld(
  { db, partnership, person, today }: Scope,
  id: string,
  settled: Exclude<Settled, 'moot'>,
  because: string,
): Promise<void> {
  await db
    .updateTable('held_message')
    .set({ settled, settled_by: person, settled_on: today, because })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const selectHeld = ({ db, partnership }: Scope) =>
  db.selectFrom('held_message').selectAll().where('partnership_id', '=', partnership);

const heldOf = (row: RowOf<typeof selectHeld>): HeldMessage => ({
  id: row.id,
  action: row.action_id,
  dueOn: row.due_on,
  level: row.level,
  to: row.to_id ?? undefined,
  why: row.why,
  heldOn: row.held_on,
  settled:
    row.settled && row.settled_on
      ? { as: row.settled, by: row.settled_by ?? undefined, on: row.settled_on, because: row.because }
      : undefined,
});
