import { sectorOf } from '../../partnership/agencies/kinds.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Absence, PersonFacts } from './facts.ts';
import { mailboxOf } from './mailbox.ts';

/** Everybody of the partnership, or one of them, with what decides whether they are written to on `day`. */
export async function listPeopleFacts(
  scope: Scope,
  day: PlainDate,
  one?: string,
): Promise<Omit<PersonFacts, 'chiefOfficer'>[]> {
  const [people, absences] = await Promise.all([selectPeople(scope, one).execute(), listAbsencesOn(scope, day)]);
  return people.map((row) => ({
    id: row.id,
    name: row.name,
    leftOn: row.left_on ?? undefined,
    school: row.kind !== null && sectorOf(row.kind) === 'schools',
    terms: row.authority_code ?? undefined,
    notOn: row.not_on ?? [],
    account: row.account_id !== null && row.account_refused === null ? row.account_id : undefined,
    address: row.account_id === null && row.work_refused === null ? mailboxOf(row.work_email) : undefined,
    absences: absences.get(row.id) ?? [],
  }));
}

const selectPeople = ({ db, partnership }: Scope, one: string | undefined) =>
  db
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'person.partnership_id')
        .onRef('membership.person_id', '=', 'person.id'),
    )
    .leftJoin('account', (join) => join.onRef('account.id', '=', 'membership.account_id').on('closed_at', 'is', null))
    .leftJoin('refused_address as account_refused', 'account_refused.address', 'account.email')
    .leftJoin('refused_address as work_refused', 'work_refused.address', 'person.work_email')
    .leftJoin('agency', (join) =>
      join.onRef('agency.partnership_id', '=', 'person.partnership_id').onRef('agency.id', '=', 'person.agency_id'),
    )
    .leftJoin('school_terms', (join) =>
      join
        .onRef('school_terms.partnership_id', '=', 'person.partnership_id')
        .onRef('school_terms.agency_id', '=', 'person.agency_id'),
    )
    .leftJoin('message_days', (join) =>
      join
        .onRef('message_days.partnership_id', '=', 'person.partnership_id')
        .onRef('message_days.person_id', '=', 'person.id'),
    )
    .select([
      'person.id',
      'person.name',
      'person.left_on',
      'person.work_email',
      'account.id as account_id',
      'account_refused.address as account_refused',
      'work_refused.address as work_refused',
      'agency.kind',
      'school_terms.authority_code',
      'message_days.not_on',
    ])
    .where('person.partnership_id', '=', partnership)
    .$if(one !== undefined, (query) => query.where('person.id', '=', one ?? ''))
    .orderBy('person.id');

async function listAbsencesOn({ db, partnership }: Scope, day: PlainDate): Promise<Map<string, Absence[]>> {
  const rows = await db
    .selectFrom('absence')
    .select(['person_id', 'from_on', 'until_on', 'cover_id'])
    .where('partnership_id', '=', partnership)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .orderBy('cover_id', (order) => order.asc().nullsLast())
    .execute();
  const absences = rows.map((row) => ({
    person: row.person_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    cover: row.cover_id ?? undefined,
  }));
  return Map.groupBy(absences, ({ person }) => person);
}
