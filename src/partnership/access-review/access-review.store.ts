import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { isRole, roles } from '../roles.ts';
import type { Access, AccessReview, Keeping, ReviewAnswers } from './access-review.ts';

/** Every review, the newest first. */
export async function listReviews({ db, partnership }: Scope): Promise<AccessReview[]> {
  const rows = await db
    .selectFrom('access_review')
    .select(['id', 'begun_on', 'finished_on'])
    .where('partnership_id', '=', partnership)
    .orderBy('begun_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, begunOn: row.begun_on, finishedOn: row.finished_on ?? undefined }));
}

export async function beginReview({ db, partnership, today }: Scope): Promise<string> {
  const id = newId();
  await db.insertInto('access_review').values({ partnership_id: partnership, id, begun_on: today }).execute();
  return id;
}

export async function finishReview({ db, partnership, today }: Scope, id: string): Promise<void> {
  await db
    .updateTable('access_review')
    .set({ finished_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** What was answered in a review, by person. */
export async function listReviewAnswers({ db, partnership }: Scope, review: string): Promise<ReviewAnswers> {
  const rows = await db
    .selectFrom('access_review_answer')
    .select(['person_id', 'answer', 'answered_by', 'answered_on'])
    .where('partnership_id', '=', partnership)
    .where('review_id', '=', review)
    .execute();
  return new Map(rows.map((row) => [row.person_id, { answer: row.answer, by: row.answered_by, on: row.answered_on }]));
}

/** Answers for several people at once, as the person of this scope. */
export async function answerReview(
  { db, partnership, person, today }: Scope,
  review: string,
  people: readonly string[],
  answer: Keeping,
): Promise<void> {
  if (people.length === 0) return;
  const said = { answer, answered_by: person, answered_on: today };
  await db
    .insertInto('access_review_answer')
    .values(people.map((one) => ({ partnership_id: partnership, review_id: review, person_id: one, ...said })))
    .onConflict((same) => same.columns(['partnership_id', 'review_id', 'person_id']).doUpdateSet(said))
    .execute();
}

/** Everybody who can sign in here, by name, with the roles they hold today. */
export async function listAccess({ db, partnership, today }: Scope): Promise<Access[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'membership.partnership_id')
        .onRef('person.id', '=', 'membership.person_id'),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.partnership_id', '=', 'person.partnership_id').onRef('agency.id', '=', 'person.agency_id'),
    )
    .leftJoin('role_held as held', (join) =>
      join.onRef('held.partnership_id', '=', 'person.partnership_id').onRef('held.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'agency.name as agency', 'held.role', 'held.from_on', 'held.until_on'])
    .where('membership.partnership_id', '=', partnership)
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('held.role')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([person, held]) => {
    const [first] = held;
    const names = [...new Set(held.filter((row) => isHeldOn(row, today)).flatMap(({ role }) => role ?? []))];
    return first
      ? [
          {
            person,
            name: first.name,
            agency: first.agency ?? undefined,
            roles: names.map((role) => (isRole(role) ? roles[role].title : role)),
            isManager: names.includes('business-manager'),
          },
        ]
      : [];
  });
}

const isHeldOn = (
  { from_on, until_on }: { from_on: PlainDate | null; until_on: PlainDate | null },
  today: PlainDate,
): boolean => from_on !== null && from_on <= today && (until_on === null || until_on >= today);
