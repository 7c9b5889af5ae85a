import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { present, saidByThoseWhoCame } from '../brought.ts';
import { addEvidence, type Evidence, listEvidence } from '../evidence/evidence.store.ts';
import { addEntries, findAction, holdAction, listEntries, raiseActions, record } from './action.store.ts';
import type { Action, Entry } from './action.ts';
import { listActionsByIds, listWholeActions } from './action-list.store.ts';
import { carryOut } from './carry-out.ts';
import { keepNeeds } from './keep-needs.ts';
import { goesOn, referenceOf } from './needs.ts';

/** An action with what was said of it and what shows it. */
interface Going {
  action: Action;
  entries: readonly Entry[];
  evidence: readonly Evidence[];
}

/**
 * Actions of which something is still needed. One goes where its lead agency goes, gets the next number there and keeps the old
 * one as its reference. What was said of it and what shows it go along as far as those do who said it; a file stays where it was
 * sent, and its evidence says so.
 */
export const actionHolding: Holding = {
  kind: 'action',
  title: 'Actions that go on',
  tables: ['action', 'action_contributor', 'action_entry', 'evidence', 'ledger_number'],
  staysBehind: {
    answer_link: 'It leads to the partnership that asked, which has closed; the next message brings a new one',
    chivvying_day: 'What was to be said on a day was worked out for the actions that were here',
    chivvying_rules: 'How people are reminded is for each partnership to say',
    held_message: 'What waits is worked out anew, each morning, where the action goes on',
    quiet_period: 'Quiet days are for each partnership to say',
    reminder: 'History: what was said to whom',
    saved_view: 'It is a view of the list in its own partnership',
    school_terms: 'As the quiet days',
  },
  inRegime: true,
  remains: true,
  list: async (scope) =>
    (await listWholeActions(scope, {})).filter(goesOn).map((action) => ({
      kind: 'action',
      id: action.id,
      title: `${referenceOf(action)}: ${action.title}`,
      needs: present([action.leadAgency, action.claimedBy]),
      follows: present([action.owner, action.group]),
    })),
  async end(scope, { id }, because) {
    const action = await holdAction(scope, id);
    if (!action || !goesOn(action)) return;
    if (action.state !== 'verified') return await carryOut(scope, action, { step: 'withdraw', words: because });
    const changes = { impactDueOn: undefined }; // it was done, and nobody asks any more what changed
    await record(scope, id, { kind: 'changed', words: because }, changes);
    await keepNeeds(scope, { ...action, ...changes });
  },
  async take(from, items) {
    const actions = await listActionsByIds(
      from,
      items.map(({ id }) => id),
    );
    const going = new Map<string, Going>();
    for (const action of actions) {
      const evidence = await listEvidence(from, { kind: 'action', id: action.id });
      going.set(action.id, { action, evidence, entries: await listEntries(from, action.id) });
    }
    return async (scope, arriving) => {
      for (const item of items) {
        const each = going.get(item.id);
        if (each) await arriving.bring(item, undefined, () => raiseHere(scope, arriving, each));
      }
    };
  },
  async settle(scope, arriving) {
    for (const { became } of arriving.came.filter(({ kind }) => kind === 'action')) {
      const action = await findAction(scope, became);
      if (action) await keepNeeds(scope, action);
    }
  },
  owned: {
    ends: 'It ends: nobody owns it, and the office is asked who does',
    list: async (scope, person) =>
      (await listWholeActions(scope, { owner: person }))
        .filter(goesOn)
        .map((action) => ({ id: action.id, title: `Owns ${referenceOf(action)}: ${action.title}` })),
    async pass(scope, person, id, owner) {
      const action = await holdAction(scope, id);
      if (action?.owner !== person) return;
      const words = 'Whoever owned it left the partnership';
      await carryOut(scope, action, { step: 'pass-on', owner, leadAgency: action.leadAgency, words });
    },
  },
};

async function raiseHere(scope: Scope, arriving: Arriving, { action, entries, evidence }: Going): Promise<string> {
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
  await addEntries(
    scope,
    saidByThoseWhoCame(entries, arriving).map((entry) => ({ ...entry, action: id })),
  );
  const shown = evidence.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  for (const { file, title, ...one } of saidByThoseWhoCame(
    shown.map((each) => ({ ...each, corrects: undefined })),
    arriving,
  ))
    await addEvidence(scope, {
      ...one,
      record: { kind: 'action', id },
      title: file === undefined ? title : `${title} (a file, kept with ${arriving.from.name})`,
    });
  return id;
}
