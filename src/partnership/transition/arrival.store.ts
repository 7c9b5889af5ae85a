import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Came, Origin } from './arriving.ts';

/** What came here from a partnership that merged or split. */
export interface Arrival {
  /** That of the transition there. */
  id: string;
  from: string;
  arrivedOn: PlainDate;
}

/** Every arrival, the newest first. */
export async function listArrivals({ db, partnership }: Scope): Promise<Arrival[]> {
  const rows = await db
    .selectFrom('arrival')
    .select(['id', 'from_name as from', 'arrived_on as arrivedOn'])
    .where('partnership_id', '=', partnership)
    .orderBy('arrived_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows;
}

/** What came with it, and what each thing became here. */
export async function listCame({ db, partnership }: Scope, arrival: string): Promise<Came[]> {
  return await db
    .selectFrom('arrival_item')
    .select(['kind', 'came_as as id', 'title', 'record_id as became', 'joined'])
    .where('partnership_id', '=', partnership)
    .where('arrival_id', '=', arrival)
    .orderBy('kind')
    .orderBy('title')
    .orderBy('came_as')
    .execute();
}

/** Keeps what came from a partnership. @throws where it has come already */
export async function addArrival(
  { db, partnership, today }: Scope,
  transition: string,
  from: Origin,
  came: readonly Came[],
): Promise<void> {
  await db
    .insertInto('arrival')
    .values({
      partnership_id: partnership,
      id: transition,
      from_partnership: from.partnership,
      from_slug: from.slug,
      from_name: from.name,
      arrived_on: today,
    })
    .execute();
  const rows = came.map(({ kind, id, title, became, joined }) => ({
    partnership_id: partnership,
    arrival_id: transition,
    kind,
    came_as: id,
    record_id: became,
    title,
    joined,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('arrival_item')
      .values(rows.slice(at, at + 500))
      .execute();
}
