import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { findAction, raiseActions } from './action.store.ts';
import type { Action } from './action.ts';
import { listActionsByIds, listWholeActions } from './action-list.store.ts';
import { keepNeeds } from './keep-needs.ts';
import { needsOf, referenceOf } from './needs.ts';

/**
 * Actions of which something is still needed. One goes where its lead agency goes, gets the next number there and keeps the old
 * one as its reference. What was said of it, its evidence and its thread stay to be read where they were written, with the actions
 * that are over.
 */
export const actionHolding: Holding = {
  kind: 'action',
  title: 'Actions that go on',
  tables: ['action', 'action_contributor', 'action_entry', 'evidence', 'thread_link', 'ledger_number'],
  remains: true,
  list: async (scope) =>
    (await listWholeActions(scope, {}))
      .filter((action) => needsOf(action).length > 0)
      .map((action) => ({
        kind: 'action',
        id: action.id,
        title: `${referenceOf(action)}: ${action.title}`,
        needs: present([action.leadAgency, action.claimedBy]),
        follows: present([action.owner, action.group]),
      })),
  async take(from, items) {
    const actions = new Map(
      (
        await listActionsByIds(
          from,
          items.map(({ id }) => id),
        )
      ).map((one) => [one.id, one]),
    );
    return async (scope, arriving) => {
      for (const item of items) {
        const action = actions.get(item.id);
        if (action) await arriving.bring(item, undefined, () => raiseHere(scope, arriving, action));
      }
    };
  },
  async settle(scope, arriving) {
    for (const { became } of arriving.came.filter(({ kind }) => kind === 'action')) {
      const action = await findAction(scope, became);
      if (action) await keepNeeds(scope, action);
    }
  },
};

async function raiseHere(scope: Scope, arriving: Arriving, action: Action): Promise<string> {
  const [id = ''] = await raiseActions(scope, [
    {
      ...action,
      leadAgency: arriving.find(action.leadAgency),
      owner: arriving.find(action.owner),
      group: arriving.find(action.group),
      claimedBy: arriving.find(action.claimedBy),
      contributors: present(action.contributors.map((agency) => arriving.find(agency))),
      oldReference: action.oldReference || `${referenceOf(action)}, ${arriving.from.shortName}`,
    },
  ]);
  return id;
}

const present = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))];
