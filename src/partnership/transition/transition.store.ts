import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { RegimeId } from '../regimes/regime.ts';
import type { Answered, Held, ItemAnswer, Transition } from './transition.ts';

/** Every transition, the newest first. */
export async function listTransitions({ db, partnership }: Scope): Promise<Transition[]> {
  const rows = await db
    .selectFrom('transition')
    .select(['id', 'from_regime', 'to_regime', 'begun_on', 'done_on', 'given_up_on'])
    .where('partnership_id', '=', partnership)
    .orderBy('begun_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    from: row.from_regime,
    to: row.to_regime,
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
    .select(['kind', 'record_id', 'title', 'answer', 'because'])
    .where('partnership_id', '=', partnership)
    .where('transition_id', '=', transition)
    .orderBy('kind')
    .orderBy('title')
    .orderBy('record_id')
    .execute();
  return rows.flatMap(({ kind, record_id, title, answer, because }) =>
    answer === null ? [] : [{ kind, id: record_id, title, answer, because }],
  );
}

/** Answers for several things at once, as the person of this scope. */
export async function answerItems(
  { db, partnership, person, today }: Scope,
  transition: string,
  items: readonly Pick<Held, 'kind' | 'id' | 'title'>[],
  answer: ItemAnswer,
  because: string,
): Promise<void> {
  const said = { answer, because, answered_by: person, answered_on: today };
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
