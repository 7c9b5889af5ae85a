import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { listAllTies, listTies, type Relation, type ThreadLink, tie } from './thread-link.store.ts';

const relations: Readonly<Record<Relation, string>> = {
  'led-to': 'led to',
  answers: 'answers',
  evidences: 'shows',
  duplicates: 'says the same as',
};

/** Ties of the thread between two records that go along. One that leads to a record that stays is read where that is. */
export const tieHolding: Holding = {
  kind: 'tie',
  title: 'Ties of the thread',
  tables: ['thread_link'],
  remains: true,
  list: async (scope, listed) =>
    (await listAllTies(scope)).flatMap(({ id, from, relation, to }) => {
      const [one, other] = [listed.get(from.id), listed.get(to.id)];
      if (one === undefined || other === undefined) return [];
      return [{ kind: 'tie', id, title: `“${one}” ${relations[relation]} “${other}”`, needs: [from.id, to.id] }];
    }),
  async take(from, items) {
    const ties = await listAllTies(from);
    return async (scope, arriving) => {
      for (const item of items) {
        const link = ties.find(({ id }) => id === item.id);
        if (!link) continue;
        const [one, other] = [arriving.idOf(link.from.id), arriving.idOf(link.to.id)];
        const here = { ...link, from: { ...link.from, id: one }, to: { ...link.to, id: other } };
        const there = await findSame(scope, here);
        await arriving.bring(item, there, async () => {
          await tie(scope, here.from, here.relation, here.to, true);
          return (await findSame(scope, here)) ?? '';
        });
      }
    };
  },
};

const findSame = async (scope: Scope, link: ThreadLink): Promise<string | undefined> =>
  (await listTies(scope, [link.from.id])).find(
    ({ from, relation, to }) => from.id === link.from.id && relation === link.relation && to.id === link.to.id,
  )?.id;
