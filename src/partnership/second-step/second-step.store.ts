import type { Scope } from '../../platform/database/database.ts';
import type { LostStep } from './second-step.ts';

/** Everything that was asked for in this partnership, the newest first; a hundred at most. */
export async function listLostSteps(scope: Scope): Promise<LostStep[]> {
  return (await selectLost(scope).orderBy('asked_at', 'desc').orderBy('lost.id').limit(100).execute()).map(lostOf);
}

export async function findLostStep(scope: Scope, id: string): Promise<LostStep | undefined> {
  const row = await selectLost(scope).where('lost.id', '=', id).executeTakeFirst();
  return row && lostOf(row);
}

const selectLost = ({ db, partnership }: Scope) =>
  db
    .selectFrom('lost_second_step as lost')
    .leftJoin('lost_second_step_answer as answer', (join) =>
      join.onRef('answer.partnership_id', '=', 'lost.partnership_id').onRef('answer.lost_id', '=', 'lost.id'),
    )
    .select(['lost.id', 'person_id', 'known_by', 'asked_by', 'asked_at', 'agreed', 'answered_by', 'answered_at'])
    .where('lost.partnership_id', '=', partnership);

const lostOf = (row: {
  id: string;
  person_id: string;
  known_by: string;
  asked_by: string;
  asked_at: Date;
  agreed: boolean | null;
  answered_by: string | null;
  answered_at: Date | null;
}): LostStep => ({
  id: row.id,
  person: row.person_id,
  knownBy: row.known_by,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  answer:
    row.agreed === null || row.answered_by === null || row.answered_at === null
      ? undefined
      : { agreed: row.agreed, by: row.answered_by, at: row.answered_at },
});

/** Keeps that the reset `id` was asked for here, by the person of this scope. */
export async function addLostStep(
  { db, partnership, now }: Scope,
  { id, person, knownBy }: Pick<LostStep, 'id' | 'person' | 'knownBy'>,
): Promise<void> {
  await db
    .insertInto('lost_second_step')
    .values({ partnership_id: partnership, id, person_id: person, known_by: knownBy, asked_at: now })
    .execute();
}

/** Keeps what the person of this scope answered. @returns false where somebody has answered before */
export async function answerLostStep({ db, partnership, now }: Scope, id: string, agreed: boolean): Promise<boolean> {
  const row = await db
    .insertInto('lost_second_step_answer')
    .values({ partnership_id: partnership, lost_id: id, agreed, answered_at: now })
    .onConflict((same) => same.doNothing())
    .returning('lost_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The account somebody signs in with; undefined where they do not. */
export async function findAccountOf({ db, partnership }: Scope, person: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('membership')
    .select('account_id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.account_id;
}
