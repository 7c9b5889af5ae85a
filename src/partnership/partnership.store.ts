import type { PlainDate } from '../platform/calendar/plain-date.ts';
import { plainDate } from '../platform/calendar/plain-date.ts';
import type { Database, Scope } from '../platform/database/database.ts';
import { newId } from '../platform/database/ids.ts';
import { service } from '../platform/database/service.ts';
import type { RegimeId } from './regimes/regime.ts';
import { type Role, roles } from './roles.ts';

export interface NewPartnership {
  name: string;
  shortName: string;
  slug: string;
  regime: RegimeId;
  /** Codes of the local authorities it covers, such as E06000014. */
  areas: readonly string[];
  example?: boolean;
}

/** A new partnership with nobody in it, and then `furnish`, as the service, in the same transaction: both or neither. */
export async function createPartnership<T>(
  database: Database,
  made: NewPartnership,
  furnish: (scope: Scope) => Promise<T>,
): Promise<T> {
  const who = { account: service, person: service, partnership: newId() };
  return await database.as(who, async (scope) => {
    const { db, partnership: partnership_id } = scope;
    await db
      .insertInto('partnership_slug')
      .values({ slug: made.slug, partnership_id, example: made.example ?? false })
      .execute();
    await db
      .insertInto('partnership')
      .values({ partnership_id, name: made.name, short_name: made.shortName, regime: made.regime })
      .execute();
    for (const authority_code of made.areas) {
      await db.insertInto('partnership_area').values({ partnership_id, authority_code }).execute();
    }
    return await furnish(scope);
  });
}

/** Lets `account` sign in as `person`. */
export async function admit({ db, partnership }: Scope, account: string, person: string): Promise<void> {
  await db
    .insertInto('membership')
    .values({ partnership_id: partnership, account_id: account, person_id: person })
    .execute();
}

export interface GivenRole {
  role: Role;
  fromOn: PlainDate;
  /** The last day, included; absent means without end. */
  untilOn?: PlainDate;
  agency?: string;
  group?: string;
}

/** Gives `person` a role. Where the role asks for a second factor, their account does from now on. @returns its identifier */
export async function giveRole({ db, partnership }: Scope, person: string, given: GivenRole): Promise<string> {
  const { role, fromOn, untilOn, agency, group } = given;
  const id = newId();
  await db
    .insertInto('role_held')
    .values({
      partnership_id: partnership,
      id,
      person_id: person,
      role,
      from_on: fromOn,
      until_on: untilOn ?? null,
      agency_id: agency ?? null,
      group_id: group ?? null,
    })
    .execute();
  if (!roles[role].factor) return id;
  const own = db
    .selectFrom('membership')
    .select('account_id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person);
  await db.updateTable('account').set({ factor_required: true }).where('id', 'in', own).execute();
  return id;
}

/** Whether the example is loaded here. Slugs are reference, so no partnership need be open. */
export async function holdsExample(database: Database): Promise<boolean> {
  const row = await database.reference
    .selectFrom('partnership_slug')
    .select('slug')
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Addresses of partnerships that are no example. */
export async function listRealSlugs(database: Database): Promise<string[]> {
  const rows = await database.reference
    .selectFrom('partnership_slug')
    .select('slug')
    .where('example', '=', false)
    .execute();
  return rows.map((row) => row.slug);
}

/** The local authorities the partnership covers, by code. */
export async function listAreas({ db, partnership }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('partnership_area')
    .select('authority_code')
    .where('partnership_id', '=', partnership)
    .orderBy('authority_code')
    .execute();
  return rows.map((row) => row.authority_code);
}

/** Since ever, for what was so before Concordat came. */
export const sinceEver = plainDate('2000-01-01');

/** Whether no partnership stands at this address. */
export async function isSlugFree(database: Database, slug: string): Promise<boolean> {
  const row = await database.reference
    .selectFrom('partnership_slug')
    .select('slug')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row === undefined;
}
