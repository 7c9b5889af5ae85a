import * as action from '../../src/ledger/actions/action.store.ts';
import * as actionList from '../../src/ledger/actions/action-list.store.ts';
import * as savedView from '../../src/ledger/actions/saved-view.store.ts';
import * as evidence from '../../src/ledger/evidence/evidence.store.ts';
import * as names from '../../src/ledger/names.store.ts';
import * as number from '../../src/ledger/number.store.ts';
import * as threadLink from '../../src/ledger/thread/thread-link.store.ts';
import * as tracker from '../../src/ledger/tracker/tracker.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const farOff = plainDate('2199-12-31');
const promised = {
  title: 'None',
  leadAgency: undefined,
  owner: undefined,
  sourceKind: 'other',
  dueOn: farOff,
} as const;
const recordOf = (to: Attempt) => ({ kind: 'action', id: id(to, 'evidence', 'record_id') });

/** The calls of actions, their evidence and the thread. */
export const actionCalls: Readonly<Record<string, Call>> = {
  'action-list.countActions': ({ scope }) => actionList.countActions(scope, {}),
  'action-list.countEvidenceOf': (to) => actionList.countEvidenceOf(to.scope, [id(to, 'evidence', 'record_id')]),
  'action-list.listActions': (to) =>
    actionList.listActions(to.scope, { owner: id(to, 'action', 'owner_id') }, { limit: 5 }),
  'action-list.listActionsByIds': (to) => actionList.listActionsByIds(to.scope, [id(to, 'action')]),
  'action-list.listImpactDue': ({ scope }) => actionList.listImpactDue(scope, farOff),
  'action-list.listLatestWords': (to) => actionList.listLatestWords(to.scope, [id(to, 'action')]),
  'action-list.listMentioned': (to) => actionList.listMentioned(to.scope, [id(to, 'action')], undefined),
  'action-list.listWholeActions': ({ scope }) => actionList.listWholeActions(scope, {}),
  'action-list.searchActions': ({ scope }) => actionList.searchActions(scope, 'a', 5),
  'action.addEntries': (to) => action.addEntries(to.scope, [{ action: id(to, 'action'), kind: 'progress' }]),
  'action.countEvidence': (to) => action.countEvidence(to.scope, id(to, 'evidence', 'record_id')),
  'action.findAction': (to) => action.findAction(to.scope, id(to, 'action')),
  'action.findEntry': (to) => action.findEntry(to.scope, id(to, 'action_entry', 'action_id'), id(to, 'action_entry')),
  'action.holdAction': (to) => action.holdAction(to.scope, id(to, 'action')),
  'action.holdActions': (to) => action.holdActions(to.scope, [id(to, 'action')]),
  'action.listEntries': (to) => action.listEntries(to.scope, id(to, 'action_entry', 'action_id')),
  'action.raiseActions': (to) => action.raiseActions(to.scope, [{ ...promised, leadAgency: id(to, 'agency') }]),
  'action.readActions': ({ scope }) => action.readActions(scope, (all) => all),
  'action.record': (to) => action.record(to.scope, id(to, 'action'), { kind: 'changed' }, { title: 'None' }),
  'evidence.addEvidence': (to) => evidence.addEvidence(to.scope, { record: recordOf(to), title: 'None' }),
  'evidence.findEvidence': (to) => evidence.findEvidence(to.scope, id(to, 'evidence')),
  'evidence.listEvidence': (to) => evidence.listEvidence(to.scope, recordOf(to)),
  'evidence.withdrawEvidence': (to) => evidence.withdrawEvidence(to.scope, id(to, 'evidence')),
  'names.readNames': ({ scope }) => names.readNames(scope),
  'number.takeNumbers': ({ scope }) => number.takeNumbers(scope, 'action'),
  'saved-view.listSavedViews': ({ scope }) => savedView.listSavedViews(scope),
  'saved-view.removeView': (to) => savedView.removeView(to.scope, id(to, 'saved_view')),
  'saved-view.saveView': ({ scope }) => savedView.saveView(scope, { name: 'None', query: '', shared: true }),
  'thread-link.findTie': (to) => threadLink.findTie(to.scope, id(to, 'thread_link')),
  'thread-link.listAllTies': ({ scope }) => threadLink.listAllTies(scope),
  'thread-link.listThreadOf': (to) => threadLink.listThreadOf(to.scope, id(to, 'thread_link', 'from_id')),
  'thread-link.listTies': (to) => threadLink.listTies(to.scope, [id(to, 'thread_link', 'from_id')]),
  'thread-link.tie': (to) =>
    threadLink.tie(to.scope, recordOf(to), 'led-to', { kind: 'risk', id: id(to, 'thread_link', 'to_id') }),
  'thread-link.untie': (to) => threadLink.untie(to.scope, id(to, 'thread_link')),
  'tracker.holdEveryAction': ({ scope }) => tracker.holdEveryAction(scope),
  'tracker.listWordsSaid': (to) => tracker.listWordsSaid(to.scope, [id(to, 'action_entry', 'action_id')]),
};
