import * as challenge from '../../src/ledger/challenges/challenge.store.ts';
import * as challengeList from '../../src/ledger/challenges/challenge-list.store.ts';
import * as disagreement from '../../src/ledger/disagreements/disagreement.store.ts';
import * as counts from '../../src/ledger/disagreements/disagreement-counts.store.ts';
import * as liaison from '../../src/ledger/disagreements/liaison.store.ts';
import * as holder from '../../src/ledger/stages/holder.store.ts';
import * as stageLength from '../../src/ledger/stages/stage-length.store.ts';
import { sinceEver } from '../../src/partnership/partnership.store.ts';
import { roleNames } from '../../src/partnership/roles.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const farOff = plainDate('2199-12-31');
const keeper = ({ scope }: Attempt) => ({ person: scope.person, agency: undefined, sees: 'kept' }) as const;
const everything = ({ scope }: Attempt) => ({ person: scope.person, agency: undefined, escalated: true, all: true });

/** The calls of challenges, of disagreements and of their stages. */
export const challengeCalls: Readonly<Record<string, Call>> = {
  'challenge.addChallenge': (to) =>
    challenge.addChallenge(to.scope, {
      agency: id(to, 'agency'),
      subject: 'None',
      concern: 'None',
      evidenceKind: 'other',
      evidence: 'None',
      evidenceAddress: '',
      expected: 'None',
      dueOn: farOff,
      raisedBy: id(to, 'person'),
      unseen: false,
    }),
  'challenge.bringChallenge': (to) =>
    challenge.bringChallenge(
      to.scope,
      {
        agency: id(to, 'agency'),
        subject: 'None',
        concern: 'None',
        evidenceKind: 'other',
        evidence: 'None',
        evidenceAddress: '',
        expected: 'None',
        raisedBy: id(to, 'person'),
        draftedBy: id(to, 'person'),
        draftedOn: farOff,
        putOn: farOff,
        replyBy: farOff,
        dueOn: farOff,
        stage: 1,
        stageOn: farOff,
        state: 'put',
        stateOn: farOff,
        repliedOn: undefined,
        position: undefined,
        sufficient: undefined,
        effect: '',
        summary: '',
        summaryBy: undefined,
        clearedBy: undefined,
        clearedOn: undefined,
      },
      [],
    ),
  'challenge.changeChallenge': (to) => challenge.changeChallenge(to.scope, id(to, 'challenge'), { subject: 'None' }),
  'challenge.findChallenge': (to) => challenge.findChallenge(to.scope, keeper(to), id(to, 'challenge')),
  'challenge.holdChallenge': (to) => challenge.holdChallenge(to.scope, keeper(to), id(to, 'challenge')),
  'challenge.listEntries': (to) => challenge.listEntries(to.scope, id(to, 'challenge_entry', 'challenge_id')),
  'challenge.record': (to) =>
    challenge.record(to.scope, id(to, 'challenge'), { kind: 'put', stage: 1 }, { effect: 'None' }),
  'challenge.selectChallenges': (to) => challenge.selectChallenges(to.scope, keeper(to)).execute(),
  'challenge-list.countChallenges': (to) => challengeList.countChallenges(to.scope, keeper(to), {}),
  'challenge-list.listChallenges': (to) => challengeList.listChallenges(to.scope, keeper(to), {}, { limit: 1000 }),
  'challenge-list.listChallengesByIds': (to) =>
    challengeList.listChallengesByIds(to.scope, keeper(to), [id(to, 'challenge')]),
  'challenge-list.listLatestAnswers': (to) =>
    challengeList.listLatestAnswers(to.scope, [id(to, 'challenge_entry', 'challenge_id')]),
  'disagreement.addDisagreement': (to) =>
    disagreement.addDisagreement(to.scope, {
      subject: 'other',
      caseReference: '',
      difference: 'None',
      wanted: 'None',
      raisedBy: id(to, 'person'),
      raisingAgency: id(to, 'agency'),
      otherAgency: id(to, 'agency'),
      urgent: false,
      dueOn: farOff,
      withPerson: undefined,
    }),
  'disagreement.beginStage': (to) =>
    disagreement.beginStage(to.scope, id(to, 'disagreement'), {
      stage: 3,
      withPerson: undefined,
      begunOn: farOff,
      dueOn: farOff,
      answeredOn: undefined,
      endedOn: undefined,
    }),
  'disagreement.bringDisagreement': (to) =>
    disagreement.bringDisagreement(
      to.scope,
      {
        subject: 'other',
        caseReference: '',
        difference: 'None',
        wanted: 'None',
        raisedBy: id(to, 'person'),
        raisingAgency: id(to, 'agency'),
        otherAgency: id(to, 'agency'),
        urgent: false,
        raisedOn: farOff,
        stage: 1,
        dueOn: farOff,
        outcome: undefined,
        endedOn: undefined,
        changed: '',
        learning: '',
        toldOn: undefined,
        withPerson: undefined,
        answeredOn: undefined,
      },
      { stages: [], entries: [] },
    ),
  'disagreement.changeStage': (to) =>
    disagreement.changeStage(
      to.scope,
      id(to, 'disagreement_stage', 'disagreement_id'),
      Number(to.row('disagreement_stage')['stage']),
      { dueOn: farOff },
    ),
  'disagreement.findDisagreement': (to) =>
    disagreement.findDisagreement(to.scope, everything(to), id(to, 'disagreement')),
  'disagreement.holdDisagreement': (to) =>
    disagreement.holdDisagreement(to.scope, everything(to), id(to, 'disagreement')),
  'disagreement.listEntries': (to) =>
    disagreement.listEntries(to.scope, id(to, 'disagreement_entry', 'disagreement_id')),
  'disagreement.listStages': (to) => disagreement.listStages(to.scope, id(to, 'disagreement_stage', 'disagreement_id')),
  'disagreement.record': (to) =>
    disagreement.record(to.scope, id(to, 'disagreement'), { kind: 'told', stage: 1 }, { changed: 'None' }),
  'disagreement.selectDisagreements': (to) => disagreement.selectDisagreements(to.scope, everything(to)).execute(),
  'disagreement-counts.listForCounting': ({ scope }) => counts.listForCounting(scope, sinceEver, farOff),
  'holder.listHolders': ({ scope }) => holder.listHolders(scope, roleNames),
  'liaison.endLiaison': (to) => liaison.endLiaison(to.scope, id(to, 'liaison_officer', 'agency_id')),
  'liaison.findLiaison': (to) => liaison.findLiaison(to.scope, id(to, 'liaison_officer', 'agency_id')),
  'liaison.listLiaison': ({ scope }) => liaison.listLiaison(scope),
  'liaison.setLiaison': (to) =>
    liaison.setLiaison(to.scope, id(to, 'agency'), { person: id(to, 'person'), reach: 'None' }),
  'stage-length.listStageLengths': async ({ scope }) => [
    await stageLength.listStageLengths(scope, 'challenge'),
    await stageLength.listStageLengths(scope, 'disagreement'),
  ],
  'stage-length.setStageLengths': ({ scope }) =>
    stageLength.setStageLengths(scope, 'challenge', [{ stage: 1, workingDays: 1, urgentWorkingDays: 1 }]),
};
