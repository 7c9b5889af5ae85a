import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { rulingOnOwnAgency } from '../stages/decide.ts';
import { type Disagreement, isAtPartnership, isOpen } from './disagreement.ts';

/** What can be done next with a disagreement. Page, API and office all ask this one rule. */
export const stepNames = [
  'answer',
  'move-on',
  'end',
  'decide',
  'give-view',
  'make-urgent',
  'tell',
  'say-what-changed',
  'raise-action',
] as const;
export type Step = (typeof stepNames)[number];

/** Why a step is not open. */
export type StepRefusal =
  | 'not-permitted'
  | 'not-yours'
  | 'own-agency'
  | 'over'
  | 'still-open'
  | 'answered'
  | 'still-time'
  | 'last-stage'
  | 'not-last-stage'
  | 'urgent-already'
  | 'told-already';

export type StepRuling = { allowed: true; onBehalf: boolean } | { allowed: false; because: StepRefusal };

/** Who wants to take a step. */
export interface Doer {
  person: string;
  /** The agency they speak for. */
  agency: string | undefined;
  permissions: ReadonlySet<string>;
  today: PlainDate;
}

/** What of a disagreement its steps depend on. */
export type Standing = Pick<
  Disagreement,
  | 'raisedBy'
  | 'raisingAgency'
  | 'otherAgency'
  | 'urgent'
  | 'stage'
  | 'dueOn'
  | 'outcome'
  | 'toldOn'
  | 'withPerson'
  | 'answeredOn'
>;

/** Whether `doer` may take `step`, and whether they would take it for somebody else, whom they must name. */
export const rulingOn = (step: Step, disagreement: Standing, doer: Doer): StepRuling =>
  whileOpen.includes(step) && !isOpen(disagreement) ? refuse('over') : rulings[step](disagreement, doer);

/** What is over as soon as the disagreement has ended. */
const whileOpen: readonly Step[] = ['answer', 'move-on', 'end', 'decide', 'give-view', 'make-urgent'];

const rulings: Readonly<Record<Step, (disagreement: Standing, doer: Doer) => StepRuling>> = {
  answer: (disagreement, doer) =>
    disagreement.answeredOn === undefined ? asOther(disagreement, doer) : refuse('answered'),
  'move-on': rulingOnMovingOn,
  end: (disagreement, doer) => asRaising(disagreement, doer, true),
  decide: (disagreement, doer) => rulingOnDeciding('decide', disagreement, doer),
  'give-view': (disagreement, doer) => rulingOnDeciding('give-view', disagreement, doer),
  'make-urgent': (disagreement, doer) =>
    disagreement.urgent ? refuse('urgent-already') : asRaising(disagreement, doer, false),
  tell: rulingOnTelling,
  'say-what-changed': (disagreement, doer) =>
    isOpen(disagreement) ? refuse('still-open') : asEither(disagreement, doer),
  'raise-action': (_, doer) => (doer.permissions.has('actions.raise') ? allow : refuse('not-permitted')),
};

/** The steps that are open to `doer`, the likeliest first. */
export const stepsFor = (disagreement: Standing, doer: Doer): readonly Step[] =>
  stepNames.filter((step) => rulingOn(step, disagreement, doer).allowed);

/** It goes further once it was answered or the time is up; what is urgent need not wait. */
function rulingOnMovingOn(disagreement: Standing, doer: Doer): StepRuling {
  if (isAtPartnership(disagreement)) return refuse('last-stage');
  const { urgent, answeredOn, dueOn } = disagreement;
  if (!urgent && answeredOn === undefined && dueOn >= doer.today) return refuse('still-time');
  return asRaising(disagreement, doer, false);
}

/** At the partnership somebody decides who is of neither agency, or the lead safeguarding partners jointly. */
function rulingOnDeciding(step: 'decide' | 'give-view', disagreement: Standing, doer: Doer): StepRuling {
  if (!isAtPartnership(disagreement)) return refuse('not-last-stage');
  const needed = step === 'decide' ? 'disagreements.decide' : 'disagreements.decide-jointly';
  if (!doer.permissions.has(needed))
    return doer.permissions.has('disagreements.enter') ? onBehalf : refuse('not-permitted');
  if (step === 'give-view') return allow;
  return rulingOnOwnAgency(doer, [disagreement.raisingAgency, disagreement.otherAgency]).allowed
    ? allow
    : refuse('own-agency');
}

/** Whoever raised it says that they know what came of it, or the office how it told them. */
function rulingOnTelling({ outcome, toldOn, raisedBy }: Standing, { person, permissions }: Doer): StepRuling {
  if (outcome === undefined) return refuse('still-open');
  if (toldOn !== undefined) return refuse('told-already');
  return raisedBy === person || permissions.has('disagreements.enter') ? allow : refuse('not-permitted');
}

const speaksFor = (agency: string, { agency: own, permissions }: Doer): boolean =>
  own === agency && permissions.has('disagreements.read-agency');

const isRaising = ({ raisedBy, raisingAgency }: Standing, doer: Doer): boolean =>
  doer.person === raisedBy || speaksFor(raisingAgency, doer);

/** @param named whether the office must say for whom it enters the step */
function asRaising(disagreement: Standing, doer: Doer, named: boolean): StepRuling {
  if (isRaising(disagreement, doer)) return allow;
  if (doer.permissions.has('disagreements.enter')) return named ? onBehalf : allow;
  return refuse('not-yours');
}

function asOther({ otherAgency, withPerson }: Standing, doer: Doer): StepRuling {
  if (doer.person === withPerson || speaksFor(otherAgency, doer)) return allow;
  return doer.permissions.has('disagreements.enter') ? onBehalf : refuse('not-yours');
}

const asEither = (disagreement: Standing, doer: Doer): StepRuling =>
  isRaising(disagreement, doer) || asOther(disagreement, doer).allowed || doer.permissions.has('disagreements.read')
    ? allow
    : refuse('not-yours');

const allow: StepRuling = { allowed: true, onBehalf: false };
const onBehalf: StepRuling = { allowed: true, onBehalf: true };
const refuse = (because: StepRefusal): StepRuling => ({ allowed: false, because });

/** Why not, in words that say what to do. */
export const refusalText: Readonly<Record<StepRefusal, string>> = {
  'not-permitted': 'Your roles here do not let you do this',
  'not-yours': 'Somebody of the agency whose turn it is does this, or the office for them',
  'own-agency':
    'Nobody decides about their own agency. It goes to the lead safeguarding partners jointly, or to a chair of neither agency',
  over: 'The disagreement has ended',
  'still-open': 'The disagreement has not ended',
  answered: 'The other agency has answered at this stage',
  'still-time': 'The other agency still has time to answer. If a child may be at risk, make it urgent first',
  'last-stage': 'It is with the partnership: there is no further stage',
  'not-last-stage': 'It has not gone to the partnership',
  'urgent-already': 'It is urgent already',
  'told-already': 'Whoever raised it has been told',
};
