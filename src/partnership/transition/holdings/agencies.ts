import { addAgency, listAgencies } from '../../agencies/agency.store.ts';
import { isLive } from '../../groups/kinds.ts';
import { listAreas } from '../../partnership.store.ts';
import { readPlaces } from '../../places/places.store.ts';
import { authorityWithCode } from '../../places/places.ts';
import { changeAreas } from '../../settings/settings.store.ts';
import type { Holding } from '../holding.ts';
import { parentsFirst, those } from './order.ts';

/** The local authorities it covers, by code. */
export const areas: Holding = {
  kind: 'area',
  title: 'Areas',
  tables: ['partnership_area'],
  remains: true,
  async list(scope) {
    const places = await readPlaces(scope.db);
    return (await listAreas(scope)).map((code) => ({
      kind: 'area',
      id: code,
      title: authorityWithCode(places, code)?.name ?? code,
    }));
  },
  take: async (_, items) => async (scope, arriving) => {
    const here = await listAreas(scope);
    const added = items.map(({ id }) => id).filter((code) => !here.includes(code));
    if (added.length > 0) await changeAreas(scope, [...here, ...added]);
    for (const item of items)
      await arriving.bring(
        item,
        here.find((code) => code === item.id),
        async () => item.id,
      );
  },
};

/** One that the same organisation is already: the police force of both. */
export const agencies: Holding = {
  kind: 'agency',
  title: 'Agencies',
  tables: ['agency'],
  list: async (scope) =>
    (await listAgencies(scope))
      .filter((one) => isLive(one, scope.today))
      .map(({ id, name, parent }) => ({
        kind: 'agency',
        id,
        title: name,
        follows: parent === undefined ? [] : [parent],
      })),
  async take(from, items) {
    const going = parentsFirst(those(await listAgencies(from), items));
    return async (scope, arriving) => {
      const here = (await listAgencies(scope)).filter((one) => isLive(one, scope.today));
      for (const { one, item } of going)
        await arriving.bring(item, here.find(({ organisation }) => organisation === one.organisation)?.id, () =>
          addAgency(scope, { ...one, parent: arriving.find(one.parent) }),
        );
    };
  },
};
