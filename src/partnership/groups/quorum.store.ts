import type { Scope } from '../../platform/database/database.ts';
import { type Sector, sectors } from '../agencies/kinds.ts';
import type { QuorumNeeds } from './quorum.ts';

/** What makes a meeting of the group quorate, sectors in the order of the field. */
export async function getQuorumNeeds(
  { db, partnership }: Scope,
  { id, quorumMembers }: { id: string; quorumMembers: number | undefined },
): Promise<QuorumNeeds> {
  const rows = await db
    .selectFrom('quorum_need')
    .select(['sector', 'at_least'])
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', id)
    .execute();
  const atLeast = new Map(rows.map((row) => [row.sector, row.at_least]));
  return {
    members: quorumMembers,
    sectors: (Object.keys(sectors) as Sector[]).flatMap((sector) => {
      const count = atLeast.get(sector);
      return count === undefined ? [] : [{ sector, atLeast: count }];
    }),
  };
}

/** Settles what makes its meetings quorate, in place of what was settled before. */
export async function settleQuorum({ db, partnership }: Scope, group: string, needs: QuorumNeeds): Promise<void> {
  await db
    .updateTable('partnership_group')
    .set({ quorum_members: needs.members ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', group)
    .execute();
  await db.deleteFrom('quorum_need').where('partnership_id', '=', partnership).where('group_id', '=', group).execute();
  if (needs.sectors.length === 0) return;
  await db
    .insertInto('quorum_need')
    .values(
      needs.sectors.map(({ sector, atLeast }) => ({
        partnership_id: partnership,
        group_id: group,
        sector,
        at_least: atLeast,
      })),
    )
    .execute();
}
