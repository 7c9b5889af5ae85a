import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';
import type { Scope, Tables } from '../platform/database/database.ts';

/** How a partnership stands that somebody is a member of. */
export interface Standing {
  name: string;
  /** Its last day, where it has closed. */
  closedOn: PlainDate | undefined;
  /** Where it went. */
  wentTo: readonly { slug: string; name: string }[];
}

type Partnership = Pick<Scope, 'db' | 'partnership'>;

/**
 * Until the transaction ends, nobody closes the partnership or moves it to another regime; whoever is doing so is waited for.
 * What is read afterwards is as they left it.
 */
export async function holdOpen({ db, partnership }: Partnership): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${partnership}, 0))`.execute(db);
}

/** Until the transaction ends, nobody else changes anything in the partnership; whoever is doing so is waited for. */
export async function holdAlone({ db, partnership }: Partnership): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${partnership}, 0))`.execute(db);
}

/** The last day of the partnership, where it has closed. */
export async function findClosing({ db, partnership }: Partnership): Promise<PlainDate | undefined> {
  const row = await db
    .selectFrom('partnership')
    .select('closed_on')
    .where('partnership_id', '=', partnership)
    .executeTakeFirst();
  return row?.closed_on ?? undefined;
}

/** How the partnership stands, for an account that is a member of it, with a role there or without; undefined for others. */
export async function findStanding(
  db: Kysely<Tables>,
  account: string,
  partnership: string,
): Promise<Standing | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('partnership', 'partnership.partnership_id', 'membership.partnership_id')
    .select(['name', 'closed_on', 'went_to'])
    .where('membership.partnership_id', '=', partnership)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row && { name: row.name, closedOn: row.closed_on ?? undefined, wentTo: readPlaces(row.went_to) };
}

/** What was written is read with care: an address is shown as a link. */
const readPlaces = (kept: unknown): Standing['wentTo'] =>
  (Array.isArray(kept) ? (kept as unknown[]) : []).flatMap((one) => {
    const { slug, name } = Object(one) as { slug?: unknown; name?: unknown };
    return typeof slug === 'string' && typeof name === 'string' ? [{ slug, name }] : [];
  });
