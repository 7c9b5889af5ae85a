import type { Risk } from './risk.ts';

/** What can be done next with a risk. Page, API and office all ask this one rule. */
export const stepNames = [
  'review',
  'change',
  'add-control',
  'raise-action',
  'accept',
  'seek-reduction',
  'close',
  'reopen',
] as const;
export type Step = (typeof stepNames)[number];

/** Why a step is not open. */
export type StepRefusal = 'not-permitted' | 'closed' | 'not-closed' | 'accepted' | 'not-accepted';

export type StepRuling = { allowed: true; onBehalf: boolean } | { allowed: false; because: StepRefusal };

/** Who wants to take a step. */
export interface Doer {
  person: string;
  permissions: ReadonlySet<string>;
}

/** What of a risk its steps depend on. */
export type Standing = Pick<Risk, 'owner' | 'closedOn' | 'acceptedWhy'>;

/** Whether `doer` may take `step`, and whether they would take it for somebody else, whom they must name. */
export function rulingOn(step: Step, risk: Standing, doer: Doer): StepRuling {
  if (step === 'reopen') return risk.closedOn === undefined ? refuse('not-closed') : asKeeper(doer);
  if (risk.closedOn !== undefined) return refuse('closed');
  switch (step) {
    case 'review':
      return rulingOnReview(risk, doer);
    case 'change':
    case 'add-control':
      return risk.owner === doer.person ? allow : asKeeper(doer);
    case 'raise-action':
      return doer.permissions.has('actions.raise') ? allow : refuse('not-permitted');
    case 'accept':
      return risk.acceptedWhy === '' ? asKeeper(doer) : refuse('accepted');
    case 'seek-reduction':
      return risk.acceptedWhy === '' ? refuse('not-accepted') : asKeeper(doer);
    case 'close':
      return asKeeper(doer);
  }
}

/** The permission that a step asks for whoever owns the risk. */
export const permissionFor = (step: Step): 'risks.manage' | 'actions.raise' | 'risks.read-own' =>
  step === 'raise-action'
    ? 'actions.raise'
    : step === 'review' || step === 'change' || step === 'add-control'
      ? 'risks.read-own'
      : 'risks.manage';

/** The steps that are open to `doer`, the likeliest first. */
export const stepsFor = (risk: Standing, doer: Doer): readonly Step[] =>
  stepNames.filter((step) => rulingOn(step, risk, doer).allowed);

/** The owner and the chairs review; the office enters the review of somebody whom it names. */
function rulingOnReview({ owner }: Standing, { person, permissions }: Doer): StepRuling {
  if (owner === person || permissions.has('risks.review')) return allow;
  return permissions.has('risks.enter') ? { allowed: true, onBehalf: true } : refuse('not-permitted');
}

const asKeeper = ({ permissions }: Doer): StepRuling =>
  permissions.has('risks.manage') ? allow : refuse('not-permitted');

const allow: StepRuling = { allowed: true, onBehalf: false };
const refuse = (because: StepRefusal): StepRuling => ({ allowed: false, because });

/** Why not, in words that say what to do. */
export const refusalText: Readonly<Record<StepRefusal, string>> = {
  'not-permitted': 'The owner of the risk and those who keep the register do this',
  closed: 'The risk is closed. Whoever keeps the register can open it again',
  'not-closed': 'The risk is open',
  accepted: 'The risk is accepted already',
  'not-accepted': 'A reduction is being sought already',
};
