import type { Scope } from '../../../platform/database/database.ts';
import { addGroup, type Group, listGroups } from '../../groups/group.store.ts';
import { isLive } from '../../groups/kinds.ts';
import { getQuorumNeeds, settleQuorum } from '../../groups/quorum.store.ts';
import { addTerms, listTerms } from '../../groups/terms.store.ts';
import { endGroupAndSeats } from '../held.store.ts';
import type { Holding } from '../holding.ts';
import { parentsFirst, those } from './order.ts';

const liveGroups = async (scope: Scope): Promise<Group[]> =>
  (await listGroups(scope)).filter((one) => isLive(one, scope.today));

/** With their terms of reference and what makes them quorate. One whose name is taken is called after where it came from. */
export const groups: Holding = {
  kind: 'group',
  title: 'Groups',
  tables: ['partnership_group', 'terms_of_reference', 'quorum_need'],
  inRegime: true,
  list: async (scope) =>
    (await liveGroups(scope)).map(({ id, name, parent }) => ({
      kind: 'group',
      id,
      title: name,
      follows: parent === undefined ? [] : [parent],
    })),
  end: (scope, { id }) => endGroupAndSeats(scope, id),
  async take(from, items) {
    const going = await Promise.all(
      parentsFirst(those(await listGroups(from), items)).map(async (each) => ({
        ...each,
        terms: await listTerms(from, each.one.id),
        quorum: await getQuorumNeeds(from, each.one),
      })),
    );
    return async (scope, arriving) => {
      const taken = new Set((await liveGroups(scope)).map(({ name }) => name.toLowerCase()));
      for (const { one, item, terms, quorum } of going) {
        const name = taken.has(one.name.toLowerCase()) ? `${one.name} (${arriving.from.shortName})` : one.name;
        const group = { ...one, name, parent: arriving.find(one.parent) };
        const came = await arriving.bring(item, undefined, () => addGroup(scope, group));
        if (came.joined) continue;
        for (const version of terms) await addTerms(scope, came.became, version);
        await settleQuorum(scope, came.became, quorum);
      }
    };
  },
};
