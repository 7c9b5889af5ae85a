import type { PlainDate } from '../platform/calendar/plain-date.ts';
import { anyOf } from '../platform/database/any-of.ts';
import { type CaseScope, mostCases, type Scope } from '../platform/database/database.ts';
import { newId } from '../platform/database/ids.ts';
import type { CaseWords } from '../platform/sealed/case-words.ts';
import type { Team, TeamPlace } from './case-team.ts';

/** A scope in which the words of its cases can be sealed and opened. */
export interface WordsScope extends CaseScope {
  words: CaseWords;
}

/** Which of a person's cases: all of a duty, those made before another one, or one alone. */
export interface WhichCases {
  duty: string;
  before?: string | undefined;
  only?: string | undefined;
}

/**
 * The cases of a duty that the person in scope is on today and has no conflict of interest in, newest first.
 *
 * @returns one more than a scope can hold where there are more
 */
export async function listOwnCases(
  { db, partnership, person, today }: Scope,
  { duty, before, only }: WhichCases,
): Promise<string[]> {
  let places = db
    .selectFrom('case_team as place')
    .select('case_id')
    .distinct()
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('duty', '=', duty)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .where('left_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_conflict as conflict')
            .select('conflict.case_id')
            .where('conflict.partnership_id', '=', partnership)
            .where('conflict.person_id', '=', person)
            .whereRef('conflict.case_id', '=', 'place.case_id'),
        ),
      ),
    );
  if (only !== undefined) places = places.where('case_id', '=', only);
  if (before !== undefined) places = places.where('case_id', '<', before);
  const rows = await places
    .orderBy('case_id', 'desc')
    .limit(mostCases + 1)
    .execute();
  return rows.map((row) => row.case_id);
}

/** Everyone who was ever on the team of a case in scope, oldest first, and who must not see it. */
export async function getTeam({ db, partnership, cases }: CaseScope, caseId: string): Promise<Team> {
  const places = await db
    .selectFrom('case_team')
    .select(['person_id', 'from_on', 'until_on', 'left_at'])
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', caseId)
    .where('case_id', '=', anyOf(cases))
    .orderBy('id')
    .execute();
  const conflicts = await db
    .selectFrom('case_conflict')
    .select('person_id')
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', caseId)
    .where('case_id', '=', anyOf(cases))
    .execute();
  return { places: places.map(toPlace), conflicted: conflicts.map((row) => row.person_id) };
}

const toPlace = (row: {
  person_id: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
  left_at: Date | null;
}): TeamPlace => ({
  person: row.person_id,
  fromOn: row.from_on,
  ...(row.until_on === null ? {} : { untilOn: row.until_on }),
  ...(row.left_at === null ? {} : { leftAt: row.left_at }),
});

/** A place to give: whose, why, and for how long. The database writes that the person in scope approved it. */
export interface NewPlace {
  duty: string;
  person: string;
  reason: string;
  fromOn: PlainDate;
  untilOn?: PlainDate;
}

/** Puts somebody on the team of a case in scope. `rulingOnJoining` says whether that may be. */
export async function joinTeam({ db, partnership, words }: WordsScope, caseId: string, place: NewPlace): Promise<void> {
  await db
    .insertInto('case_team')
    .values({
      partnership_id: partnership,
      case_id: caseId,
      id: newId(),
      duty: place.duty,
      person_id: place.person,
      reason_sealed: words.seal(caseId, 'case_team', 'reason_sealed', place.reason),
      from_on: place.fromOn,
      until_on: place.untilOn ?? null,
    })
    .execute();
}

/** Takes somebody off the team of a case in scope, at once. */
export async function leaveTeam(
  { db, partnership, cases, now }: CaseScope,
  caseId: string,
  person: string,
): Promise<void> {
  await db
    .updateTable('case_team')
    .set({ left_at: now })
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', caseId)
    .where('case_id', '=', anyOf(cases))
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .execute();
}

/** Says that somebody must not see a case in scope, from this moment on. Said twice, the first time stands. */
export async function declareConflict(
  { db, partnership, words }: WordsScope,
  caseId: string,
  person: string,
  reason: string,
): Promise<void> {
  const reason_sealed = words.seal(caseId, 'case_conflict', 'reason_sealed', reason);
  await db
    .insertInto('case_conflict')
    .values({ partnership_id: partnership, case_id: caseId, person_id: person, reason_sealed })
    .onConflict((same) => same.doNothing())
    .execute();
}
