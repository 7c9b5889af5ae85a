import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { GapAnswer } from './gap-answer.ts';

/** Every answer there is, those too that have lapsed. */
export async function listGapAnswers(scope: Scope): Promise<GapAnswer[]> {
  const rows = await selectAnswers(scope).execute();
  return rows.map(answerOf);
}

/** The answer to one gap; it may have lapsed. */
export async function findGapAnswer(scope: Scope, gap: string): Promise<GapAnswer | undefined> {
  const row = await selectAnswers(scope).where('gap', '=', gap).executeTakeFirst();
  return row && answerOf(row);
}

const selectAnswers = ({ db, partnership }: Scope) =>
  db
    .selectFrom('gap_answer')
    .select(['gap', 'because', 'accepted_until', 'answered_by', 'answered_on'])
    .where('partnership_id', '=', partnership)
    .orderBy('gap');

const answerOf = (row: {
  gap: string;
  because: string;
  accepted_until: PlainDate;
  answered_by: string;
  answered_on: PlainDate;
}): GapAnswer => ({
  gap: row.gap,
  because: row.because,
  acceptedUntil: row.accepted_until,
  answeredBy: row.answered_by,
  answeredOn: row.answered_on,
});

/** The person of this scope accepts a gap until a day; an earlier answer to it is replaced. */
export async function acceptGap(
  { db, partnership, person, today }: Scope,
  { gap, because, acceptedUntil }: Pick<GapAnswer, 'gap' | 'because' | 'acceptedUntil'>,
): Promise<void> {
  const said = { because, accepted_until: acceptedUntil, answered_by: person, answered_on: today };
  await db
    .insertInto('gap_answer')
    .values({ partnership_id: partnership, gap, ...said })
    .onConflict((same) => same.columns(['partnership_id', 'gap']).doUpdateSet(said))
    .execute();
}

/** Takes an answer back: the gap is open again. */
export async function withdrawAnswer({ db, partnership }: Scope, gap: string): Promise<void> {
  await db.deleteFrom('gap_answer').where('partnership_id', '=', partnership).where('gap', '=', gap).execute();
}
