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
import { findChallenge, listEntries } from './challenge.store.ts';
import { evidenceKinds } from './challenge.ts';
import { readLog, readLogAddress, readLogCsv } from './list-challenges.ts';
import { ChallengePage } from './pages/challenge.tsx';
import { LogPage } from './pages/log.tsx';
import { stepsFor } from './steps.ts';
import { viewerOf } from './viewer.ts';

export const showLog: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.read-own');
  const list = readLogAddress(scope, request);
  return page(
    <LogPage
      {...(await readLog(scope, list))}
      list={list}
      sections={challengeSections(scope)}
      may={{
        draft: may(scope, 'challenges.draft'),
        setStages: may(scope, 'stages.change'),
        readAll: may(scope, 'challenges.read'),
      }}
      today={scope.today}
    />,
  );
};

export const sendLog: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.read-own');
  const { text, count } = await readLogCsv(scope, readLogAddress(scope, request));
  await acted(scope, 'export', 'challenge', {}, { as: 'csv', challenges: count });
  return download(`challenges-${scope.today}.csv`, 'text/csv; charset=utf-8', text);
};

export const showChallenge: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.read-own');
  const viewer = viewerOf(scope);
  const challenge = found(await findChallenge(scope, viewer, idIn(request, 'challenge')));
  const [entries, trail, thread, road, names] = await Promise.all([
    listEntries(scope, challenge.id),
    historyOf(scope, 'challenge', { id: challenge.id }),
    readThread(scope, request.server.house.records, challenge.id),
    readRoad(scope, 'challenge'),
    readNames(scope),
  ]);
  // what a draft said before it was put is for those who could see the draft
  const sawDraft = [challenge.draftedBy, challenge.raisedBy].includes(scope.person) || viewer.sees === 'kept';
  const shown = sawDraft ? trail : trail.filter(({ after }) => typeof after?.['put_on'] === 'string');
  return page(
    <ChallengePage
      {...{ challenge, entries, thread, names }}
      slug={scope.slug}
      steps={stepsFor(challenge, doerOf(scope))}
      changes={changesOf(shown, wordsFor(names), names, 'Drafted')}
      stages={road.stages}
      sections={challengeSections(scope)}
      mayTie={may(scope, 'thread.tie')}
      me={scope.person}
      today={scope.today}
    />,
  );
};

/** How each column of a challenge is spoken of in its history; what happened to it stands above. */
function wordsFor(names: ReadonlyMap<string, string>): Words {
  return {
    agency_id: { title: 'To', say: (id) => names.get(id) ?? 'an agency' },
    subject: { title: 'Challenge' },
    concern: { title: 'What was seen' },
    evidence_kind: {
      title: 'The evidence is',
      say: (kind) => new Map<string, string>(Object.entries(evidenceKinds)).get(kind) ?? kind,
    },
    evidence: { title: 'Evidence' },
    evidence_address: { title: 'Web address' },
    expected: { title: 'What the answer must say' },
    raised_by: { title: 'In the name of', say: (id) => names.get(id) ?? 'somebody' },
    due_on: { title: 'Answer due', say: sayDay },
    stage: { title: 'Stage' },
    effect: { title: 'What changed for children' },
    summary: { title: 'Summary for publishing' },
  };
}
