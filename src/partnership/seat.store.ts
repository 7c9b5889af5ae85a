import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';
import type { Scope, Tables } from '../platform/database/database.ts';
import { prepared } from '../platform/database/prepared.ts';
import { isRole, type Role } from './roles.ts';
import type { SaidOfDuties } from './settings/duty-use.ts';

/** Somebody's presence in one partnership, with the roles they hold today. */
export interface Seat {
  person: string;
  name: string;
  agency: string | undefined;
  roles: readonly Role[];
  partnership: {
    id: string;
    name: string;
    shortName: string;
    /** Its last day, where it has merged or split: its records are read and no longer changed. */
    closedOn: PlainDate | undefined;
  };
  /** How many partnerships the account is in. */
  partnerships: number;
  /** What the partnership has said of its duties. */
  duties: SaidOfDuties;
}

/**
 * The seat of `account` in `partnership` on `today`, or undefined where they have no role there: it is as if it did not exist. A
 * planned leaving ends it with its last day, whether or not what follows has been done.
 */
export async function findSeat(
  db: Kysely<Tables>,
  account: string,
  partnership: string,
  today: PlainDate,
): Promise<Seat | undefined> {
  const rows = await selectSeats(db, { account, partnership, today });
  const [first] = rows;
  if (!first) return undefined;
  return {
    person: first.id,
    name: first.name,
    agency: first.agency_id ?? undefined,
    roles: [...new Set(rows.map((row) => row.role).filter(isRole))],
    partnership: {
      id: partnership,
      name: first.partnership_name,
      shortName: first.short_name,
      closedOn: first.closed_on ?? undefined,
    },
    partnerships: first.partnerships ?? 1,
    duties: first.duties ?? {},
  };
}

/** A row for each role held on the day. */
const selectSeats = prepared(
  (db, { account, partnership, today }: { account: string; partnership: string; today: PlainDate }) =>
    db
      .selectFrom('membership')
      .innerJoin('person', (join) =>
        join
          .onRef('person.partnership_id', '=', 'membership.partnership_id')
          .onRef('person.id', '=', 'membership.person_id'),
      )
      .innerJoin('partnership', 'partnership.partnership_id', 'membership.partnership_id')
      .innerJoin('role_held', (join) =>
        join
          .onRef('role_held.partnership_id', '=', 'membership.partnership_id')
          .onRef('role_held.person_id', '=', 'membership.person_id'),
      )
      .select([
        'person.id',
        'person.name',
        'person.agency_id',
        'role_held.role',
        'partnership.name as partnership_name',
        'short_name',
        'closed_on',
      ])
      .select((select) =>
        select
          .selectFrom('membership as mine')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('mine.account_id', '=', account)
          .as('partnerships'),
      )
      .select((select) =>
        select
          .selectFrom('duty_use')
          .select(sql<SaidOfDuties | null>`jsonb_object_agg(duty, in_use)`.as('said'))
          .where('partnership_id', '=', partnership)
          .as('duties'),
      )
      .where('membership.partnership_id', '=', partnership)
      .where('membership.account_id', '=', account)
      .where('from_on', '<=', today)
      .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('leaving')
              .select('leaving.id')
              .where('leaving.partnership_id', '=', partnership)
              .whereRef('leaving.person_id', '=', 'membership.person_id')
              .where('leaving.state', '=', 'planned')
              .where('last_on', '<', today),
          ),
        ),
      ),
);

/** The partnerships an account is in: identifiers and addresses, found before any scope is open. */
export async function listMemberships(
  db: Kysely<Tables>,
  account: string,
): Promise<{ partnership: string; person: string; slug: string }[]> {
  return await selectMemberships(db, { account });
}

const selectMemberships = prepared((db, { account }: { account: string }) =>
  db
    .selectFrom('membership')
    .innerJoin('partnership_slug', 'partnership_slug.partnership_id', 'membership.partnership_id')
    .select(['membership.partnership_id as partnership', 'person_id as person', 'slug'])
    .where('account_id', '=', account)
    .orderBy('slug'),
);

/** The people who hold one of `wanted` today, each once. */
export async function listPeopleHolding({ db, partnership, today }: Scope, wanted: readonly Role[]): Promise<string[]> {
  const rows = await db
    .selectFrom('role_held')
    .select('person_id')
    .distinct()
    .where('partnership_id', '=', partnership)
    .where('role', 'in', wanted)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}
