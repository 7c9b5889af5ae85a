import { idIn } from '../../partnership/directory/answers.ts';
import { changesOf, type Words } from '../../partnership/directory/history.tsx';
import type { SeatedScope } from '../../partnership/doors.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { listFiles } from '../../platform/files/file.store.ts';
import { page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { historyOf } from '../../platform/trail/trail.store.ts';
import { actionSections } from '../actions-shell.tsx';
import { listEvidence } from '../evidence/evidence.store.ts';
import { readNames } from '../names.store.ts';
import { readThread } from '../thread/read-thread.ts';
import { findAction, listEntries } from './action.store.ts';
import { obstacles, priorities, sourceKinds, states } from './action.ts';
import { seenBy } from './action-list.ts';
import { doerOf } from './doer.ts';
import { ActionPage } from './pages/action.tsx';
import { rulingOn, stepsFor } from './steps.ts';
import { textsBefore } from './texts-before.ts';

export const showAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const action = found(seenBy(scope, await findAction(scope, idIn(request, 'action'))));
  const [entries, evidence, trail, names, thread] = await Promise.all([
    listEntries(scope, action.id),
    listEvidence(scope, { kind: 'action', id: action.id }),
    historyOf(scope, 'action', { id: action.id }),
    readNames(scope),
    readThread(scope, request.server.house.records, action.id),
  ]);
  const mayChange = rulingOn('change', { ...action, evidence: 0 }, doerOf(scope)).allowed;
  const files = await listFiles(
    scope,
    evidence.flatMap(({ file }) => file ?? []),
  );
  const counted = evidence.filter(({ withdrawnOn }) => withdrawnOn === undefined).length;
  return page(
    <ActionPage
      {...{ action, entries, evidence, names, thread }}
      files={new Map(files.map((file) => [file.id, file]))}
      slug={scope.slug}
      sections={actionSections(scope)}
      steps={stepsFor({ ...action, evidence: counted }, doerOf(scope))}
      changes={changesOf(trail, wordsFor(names), names, 'Raised')}
      earlier={mayChange ? new Set(trail.filter((entry) => textsBefore(entry)).map(({ id }) => id)) : new Set()}
      mayTie={may(scope, 'thread.tie')}
      me={scope.person}
      today={scope.today}
    />,
  );
};

/** How each column of an action is spoken of in its history. */
function wordsFor(names: ReadonlyMap<string, string>): Words {
  const named = (id: string) => names.get(id) ?? 'somebody';
  const from = (all: Readonly<Record<string, string>>) => (value: string) =>
    new Map(Object.entries(all)).get(value) ?? value;
  return {
    title: { title: 'What will be done' },
    difference: { title: 'What is to be different' },
    success_measure: { title: 'How success is seen' },
    lead_agency_id: { title: 'Lead agency', say: named },
    owner_id: { title: 'Owner', say: named },
    group_id: { title: 'Watched over by', say: named },
    priority: { title: 'Priority', say: from(priorities) },
    source_kind: { title: 'Comes from', say: from(sourceKinds) },
    source_words: { title: 'Comes from, in words' },
    due_on: { title: 'Due' },
    asked_until: { title: 'Asked for, until' },
    state: { title: 'State', say: from(states) },
    blocked_by: { title: 'In the way', say: from(obstacles) },
  };
}
