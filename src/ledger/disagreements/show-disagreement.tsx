import { idIn } from '../../partnership/directory/answers.ts';
import { changesOf, type Words } from '../../partnership/directory/history.tsx';
import type { SeatedScope } from '../../partnership/doors.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { download, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted, historyOf } from '../../platform/trail/trail.store.ts';
import { doerOf } from '../actions/doer.ts';
import { challengeSections } from '../challenge-shell.tsx';
import { readNames } from '../names.store.ts';
import { sayDay } from '../stages/names.ts';
import { readRoad } from '../stages/read-road.ts';
import { readThread } from '../thread/read-thread.ts';
import { findDisagreement, listEntries, listStages } from './disagreement.store.ts';
import { readDisagreementAddress, readDisagreementCsv, readDisagreements } from './list-disagreements.ts';
import { DisagreementPage } from './pages/disagreement.tsx';
import { DisagreementListPage } from './pages/list.tsx';
import { stepsFor } from './steps.ts';
import { viewerOf } from './viewer.ts';

export const showDisagreements: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.raise');
  const list = readDisagreementAddress(scope, request);
  return page(
    <DisagreementListPage
      {...(await readDisagreements(scope, list))}
      list={list}
      sections={challengeSections(scope)}
      may={{ setStages: may(scope, 'stages.change') }}
      today={scope.today}
    />,
  );
};

export const sendDisagreements: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.raise');
  const { text, count } = await readDisagreementCsv(scope, readDisagreementAddress(scope, request));
  await acted(scope, 'export', 'disagreement', {}, { as: 'csv', disagreements: count });
  return download(`disagreements-${scope.today}.csv`, 'text/csv; charset=utf-8', text);
};

export const showDisagreement: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.raise');
  const disagreement = found(await findDisagreement(scope, viewerOf(scope), idIn(request, 'disagreement')));
  const { id } = disagreement;
  const [entries, taken, trail, thread, road, names] = await Promise.all([
    listEntries(scope, id),
    listStages(scope, id),
    historyOf(scope, 'disagreement', { id }),
    readThread(scope, request.server.house.records, id),
    readRoad(scope, 'disagreement'),
    readNames(scope),
  ]);
  return page(
    <DisagreementPage
      {...{ disagreement, entries, taken, thread, names }}
      slug={scope.slug}
      steps={stepsFor(disagreement, doerOf(scope))}
      changes={changesOf(trail, words, names, 'Raised')}
      stages={road.stages}
      sections={challengeSections(scope)}
      mayTie={may(scope, 'thread.tie')}
      me={scope.person}
      today={scope.today}
    />,
  );
};

/** How each column is spoken of in the history; what happened stands above. */
const words: Words = {
  urgent: { title: 'Urgent', say: (value) => (value === 'true' ? 'yes' : 'no') },
  stage: { title: 'Stage' },
  due_on: { title: 'Answer due', say: sayDay },
  changed: { title: 'What changed' },
  learning: { title: 'What was learned' },
  told_on: { title: 'Told to who raised it', say: sayDay },
};
