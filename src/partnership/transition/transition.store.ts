import { sql } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { service } from '../../platform/database/service.ts';
import type { RegimeId } from '../regimes/regime.ts';
import type { Answered, Held, ItemAnswer, Transition } from './transition.ts';

/** Every transition, the newest first. */
export async function listTransitions({ db, partnership }: Scope): Promise<Transition[]> {
  const rows = await db
    .selectFrom('transition')
    .select(['id', 'kind', 'from_regime', 'to_regime', 'goes_to', 'begun_on', 'done_on', 'given_up_on'])
    .where('partnership_id', '=', partnership)
    .orderBy('begun_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: row.from_regime ?? '',
    to: row.to_regime ?? '',
    goesTo: row.goes_to,
    begunOn: row.begun_on,
    doneOn: row.done_on ?? undefined,
    givenUpOn: row.given_up_on ?? undefined,
  }));
}

export async function beginTransition(
  { db, partnership, today }: Scope,
  from: RegimeId,
  to: RegimeId,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('transition')
    .values({ partnership_id: partnership, id, from_regime: from, to_regime: to, begun_on: today })
    .execute();
  return id;
}

/** Begins to merge into another partnership, or to split. @param goesTo the addresses of those that go on */
export async function beginReorganisation(
  { db, partnership, today }: Scope,
  kind: 'merge' | 'split',
  goesTo: readonly string[],
): Promise<string> {
  const id = newId();
  await db
    .insertInto('transition')
    .values({ partnership_id: partnership, id, kind, goes_to: [...goesTo].toSorted(), begun_on: today })
    .execute();
  return id;
}

/** Says that a transition was carried out, or given up, today. */
export async function closeTransition(
  { db, partnership, today }: Scope,
  id: string,
  how: 'done' | 'given-up',
): Promise<void> {
  await db
    .updateTable('transition')
    .set(how === 'done' ? { done_on: today } : { given_up_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

export async function changeRegime({ db, partnership }: Scope, to: RegimeId): Promise<void> {
  await db.updateTable('partnership').set({ regime: to }).where('partnership_id', '=', partnership).execute();
}

/** What was said of everything so far. */
export async function listAnswered({ db, partnership }: Scope, transition: string): Promise<Answered[]> {
  const rows = await db
    .selectFrom('transition_item')
    .select(['kind', 'record_id', 'title', 'answer', 'because', 'goes_to', 'joined'])
    .where('partnership_id', '=', partnership)
    .where('transition_id', '=', transition)
    .orderBy('kind')
    .orderBy('title')
    .orderBy('record_id')
    .execute();
  return rows.flatMap(({ kind, record_id, title, answer, because, goes_to, joined }) =>
    answer === null ? [] : [{ kind, id: record_id, title, answer, because, to: goes_to, joined }],
  );
}

/** Answers for several things at once, as the person of this scope. @param said.to where they are carried, by address */
export async function answerItems(
  { db, partnership, person, today }: Scope,
  transition: string,
  items: readonly Pick<Held, 'kind' | 'id' | 'title'>[],
  { answer, because = '', to = [] }: { answer: ItemAnswer; because?: string; to?: readonly string[] },
): Promise<void> {
  const answered_by = person === service ? null : person;
  const said = { answer, because, goes_to: [...to], answered_by, answered_on: today };
  for (let at = 0; at < items.length; at += 500) {
    await db
      .insertInto('transition_item')
      .values(
        items.slice(at, at + 500).map(({ kind, id, title }) => ({
          partnership_id: partnership,
          transition_id: transition,
          kind,
          record_id: id,
          title,
          ...said,
        })),
      )
      .onConflict((same) => same.columns(['partnership_id', 'transition_id', 'kind', 'record_id']).doUpdateSet(said))
      .execute();
  }
}

/** Says of things that were carried to the partnership at `slug` that they were there already. */
export async function markJoined(
  { db, partnership }: Scope,
  transition: string,
  slug: string,
  items: readonly Pick<Held, 'kind' | 'id'>[],
): Promise<void> {
  for (const [kind, of] of Map.groupBy(items, (one) => one.kind))
    await db
      .updateTable('transition_item')
      .set({ joined: sql<string[]>`array_append(joined, ${slug})` })
      .where('partnership_id', '=', partnership)
      .where('transition_id', '=', transition)
      .where('kind', '=', kind)
      .where(
        'record_id',
        'in',
        of.map(({ id }) => id),
      )
      .execute();
}
