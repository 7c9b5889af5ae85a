import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { rulingOnOwnAgency } from '../stages/decide.ts';
import { lastStageOf } from '../stages/stages.ts';
import { type Challenge, isOverdue, isWithAgency } from './challenge.ts';

/** What can be done next with a challenge. Page, API and office all ask this one rule. */
export const stepNames = [
  'answer',
  'judge',
  'give-view',
  'escalate',
  'put',
  'change',
  'close',
  'raise-action',
  'write-summary',
  'clear-summary',
  'move-day',
  'withdraw',
] as const;
export type Step = (typeof stepNames)[number];

/** Why a step is not open. */
export type StepRefusal =
  | 'not-permitted'
  | 'not-yours'
  | 'own-agency'
  | 'own-summary'
  | 'not-a-draft'
  | 'not-asked'
  | 'not-answered'
  | 'not-late'
  | 'last-stage'
  | 'not-last-stage'
  | 'not-settled'
  | 'still-a-draft'
  | 'no-summary'
  | 'over';

export type StepRuling = { allowed: true; onBehalf: boolean } | { allowed: false; because: StepRefusal };

/** Who wants to take a step. */
export interface Doer {
  person: string;
  /** The agency they speak for. */
  agency: string | undefined;
  permissions: ReadonlySet<string>;
  today: PlainDate;
}

/** What of a challenge its steps depend on. */
export type Standing = Pick<
  Challenge,
  'state' | 'agency' | 'raisedBy' | 'draftedBy' | 'stage' | 'dueOn' | 'summary' | 'summaryBy' | 'clearedBy'
>;

/** Whether `doer` may take `step`, and whether they would take it for somebody else, whom they must name. */
export const rulingOn = (step: Step, challenge: Standing, doer: Doer): StepRuling => rulings[step](challenge, doer);

const rulings: Readonly<Record<Step, (challenge: Standing, doer: Doer) => StepRuling>> = {
  change: (challenge, doer) => (isDraft(challenge) ? asKeeper(challenge, doer) : refuse('not-a-draft')),
  put: (challenge, doer) => (isDraft(challenge) ? within(doer, 'challenges.put') : refuse('not-a-draft')),
  answer: (challenge, doer) => (isWithAgency(challenge) ? asAgency(challenge, doer) : refuse('not-asked')),
  judge: rulingOnJudging,
  escalate: rulingOnEscalating,
  'give-view': rulingOnView,
  'move-day': (challenge, doer) => (isWithAgency(challenge) ? asKeeperOfOthers(challenge, doer) : refuse('not-asked')),
  close: (challenge, doer) =>
    challenge.state === 'settled' ? asJudge(challenge, doer, 'challenges.manage') : refuse('not-settled'),
  'raise-action': (challenge, doer) => (isDraft(challenge) ? refuse('still-a-draft') : within(doer, 'actions.raise')),
  'write-summary': (challenge, doer) =>
    isJudged(challenge) ? within(doer, 'challenges.draft') : refuse('not-settled'),
  'clear-summary': rulingOnClearing,
  withdraw: (challenge, doer) => (isUnderWay(challenge) ? asKeeperOfOthers(challenge, doer) : refuse('over')),
};

/** The steps that are open to `doer`, the likeliest first. */
export const stepsFor = (challenge: Standing, doer: Doer): readonly Step[] =>
  stepNames.filter((step) => rulingOn(step, challenge, doer).allowed);

const isDraft = ({ state }: Standing) => state === 'draft';
const isUnderWay = ({ state }: Standing) => state === 'draft' || state === 'put' || state === 'answered';
const isJudged = ({ state }: Standing) => state === 'settled' || state === 'closed';
export const isAtLastStage = ({ stage }: Pick<Challenge, 'stage'>): boolean => stage >= lastStageOf('challenge');

/** At the last stage it is not for one to judge: the lead safeguarding partners say it jointly. */
function rulingOnJudging(challenge: Standing, doer: Doer): StepRuling {
  if (challenge.state !== 'answered') return refuse('not-answered');
  if (isAtLastStage(challenge)) return refuse('last-stage');
  return asJudge(challenge, doer, 'challenges.judge', 'challenges.enter');
}

/** Where no answer came, it goes a stage further. That is no judgement, so the office may do it. */
function rulingOnEscalating(challenge: Standing, doer: Doer): StepRuling {
  if (challenge.state !== 'put') return refuse('not-asked');
  if (!isOverdue(challenge, doer.today)) return refuse('not-late');
  if (isAtLastStage(challenge)) return refuse('last-stage');
  const ruling = asJudge(challenge, doer, 'challenges.judge');
  return ruling.allowed ? ruling : asJudge(challenge, doer, 'challenges.manage');
}

function rulingOnView(challenge: Standing, doer: Doer): StepRuling {
  if (challenge.state !== 'put' && challenge.state !== 'answered') return refuse('not-asked');
  if (!isAtLastStage(challenge)) return refuse('not-last-stage');
  return within(doer, 'challenges.decide-jointly', 'challenges.enter');
}

function rulingOnClearing(challenge: Standing, doer: Doer): StepRuling {
  if (challenge.summary === '' || challenge.clearedBy !== undefined) return refuse('no-summary');
  if (challenge.summaryBy === doer.person) return refuse('own-summary');
  return asJudge(challenge, doer, 'challenges.clear');
}

/** Those who speak for the agency, or the office for one of them. */
function asAgency({ agency }: Standing, doer: Doer): StepRuling {
  const entering = doer.permissions.has('challenges.enter');
  if (doer.agency === agency && doer.permissions.has('challenges.answer')) return allow;
  if (entering) return { allowed: true, onBehalf: true };
  return refuse(doer.permissions.has('challenges.answer') ? 'not-yours' : 'not-permitted');
}

/** Whoever judges is of another agency than the one that is challenged. */
function asJudge({ agency }: Standing, doer: Doer, permission: string, orEntering?: string): StepRuling {
  const ruling = within(doer, permission, orEntering);
  if (!ruling.allowed || ruling.onBehalf) return ruling;
  return rulingOnOwnAgency(doer, [agency]).allowed ? ruling : refuse('own-agency');
}

/** Whoever wrote it, in whose name it is, or those who keep the log. */
const asKeeper = ({ raisedBy, draftedBy }: Standing, { person, permissions }: Doer): StepRuling =>
  person === raisedBy || person === draftedBy || permissions.has('challenges.manage') ? allow : refuse('not-permitted');

const asKeeperOfOthers = (challenge: Standing, doer: Doer): StepRuling => {
  const ruling = asKeeper(challenge, doer);
  if (!ruling.allowed) return ruling;
  return rulingOnOwnAgency(doer, [challenge.agency]).allowed ? allow : refuse('own-agency');
};

const within = ({ permissions }: Doer, permission: string, entering?: string): StepRuling =>
  permissions.has(permission)
    ? allow
    : entering !== undefined && permissions.has(entering)
      ? { allowed: true, onBehalf: true }
      : refuse('not-permitted');

const allow: StepRuling = { allowed: true, onBehalf: false };
const refuse = (because: StepRefusal): StepRuling => ({ allowed: false, because });

/** Why not, in words that say what to do. */
export const refusalText: Readonly<Record<StepRefusal, string>> = {
  'not-permitted': 'Your roles here do not let you do this',
  'not-yours': 'Somebody who speaks for the challenged agency answers, or the office for them',
  'own-agency':
    'Nobody decides about their own agency. Somebody of another agency does, and at the last stage the lead safeguarding partners jointly',
  'own-summary': 'Somebody else than who wrote the summary must clear it',
  'not-a-draft': 'The challenge has been put to the agency: it is no longer changed',
  'not-asked': 'No answer is asked for now',
  'not-answered': 'There is no answer to judge',
  'not-late': 'The day of the answer has not passed',
  'last-stage': 'It is at the last stage: the lead safeguarding partners decide it jointly',
  'not-last-stage': 'It is not yet with the lead safeguarding partners',
  'not-settled': 'The answer has not been judged',
  'still-a-draft': 'The challenge is still a draft',
  'no-summary': 'There is no summary that waits to be cleared',
  over: 'The challenge is over',
};
