import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Action, isOpen, needsOutsideVerifier } from './action.ts';

/** What can be done next with an action. Page, import and API all ask this one rule. */
export const stepNames = [
  'report-progress',
  'say-blocked',
  'not-mine',
  'ask-for-time',
  'add-evidence',
  'claim-done',
  'verify',
  'send-back',
  'answer-impact',
  'settle-time',
  'move-day',
  'change',
  'pass-on',
  'withdraw',
  'reopen',
] as const;
export type Step = (typeof stepNames)[number];

/** Why a step is not open. */
export type StepRefusal =
  | 'not-permitted'
  | 'not-open'
  | 'not-claimed'
  | 'not-asked'
  | 'no-evidence'
  | 'own-agency'
  | 'own-claim'
  | 'needs-other-agency'
  | 'not-verified'
  | 'too-early'
  | 'still-open';

export type StepRuling = { allowed: true; onBehalf: boolean } | { allowed: false; because: StepRefusal };

/** Who wants to take a step. */
export interface Doer {
  person: string;
  /** The agency they speak for. */
  agency: string | undefined;
  permissions: ReadonlySet<string>;
  today: PlainDate;
}

/** What of an action its steps depend on. */
export type Standing = Pick<
  Action,
  'state' | 'owner' | 'leadAgency' | 'claimedBy' | 'sourceKind' | 'priority' | 'askedUntil' | 'impactDueOn'
> & {
  /** How many pieces of evidence it has. */
  evidence: number;
};

/** Whether `doer` may take `step`, and whether they would take it for the owner. */
export const rulingOn = (step: Step, action: Standing, doer: Doer): StepRuling => rules[step](action, doer);

/** The steps that are open to `doer`, in the order in which people need them. */
export const stepsFor = (action: Standing, doer: Doer): readonly Step[] =>
  stepNames.filter((step) => rulingOn(step, action, doer).allowed);

type Rule = (action: Standing, doer: Doer) => StepRuling;

const ofOwner: Rule = (action, doer) => (isOpen(action) ? asOwner(action, doer) : refuse('not-open'));
const ofVerifier: Rule = (action, doer) =>
  action.state === 'claimed-done' ? asVerifier(action, doer) : refuse('not-claimed');
const isUnfinished = (action: Standing): boolean => isOpen(action) || action.state === 'claimed-done';
const ofOffice: Rule = (action, doer) => (isUnfinished(action) ? within(doer, 'actions.change') : refuse('not-open'));

const rules: Readonly<Record<Step, Rule>> = {
  'report-progress': ofOwner,
  'say-blocked': ofOwner,
  'not-mine': ofOwner,
  'ask-for-time': ofOwner,
  'add-evidence': (action, doer) => (action.state === 'withdrawn' ? refuse('not-open') : asOwner(action, doer)),
  'claim-done': (action, doer) => rulingOnClaim(action, doer),
  verify: ofVerifier,
  'send-back': ofVerifier,
  'answer-impact': (action, doer) => rulingOnImpact(action, doer),
  'settle-time': ({ askedUntil }, doer) =>
    askedUntil === undefined ? refuse('not-asked') : within(doer, 'actions.change'),
  'move-day': ofOffice,
  change: ofOffice,
  'pass-on': ofOffice,
  withdraw: ofOffice,
  reopen: (action, doer) => (isUnfinished(action) ? refuse('still-open') : within(doer, 'actions.change')),
};

function rulingOnClaim(action: Standing, doer: Doer): StepRuling {
  if (!isOpen(action)) return refuse('not-open');
  const ruling = asOwner(action, doer);
  return ruling.allowed && action.evidence === 0 ? refuse('no-evidence') : ruling;
}

/** What changed for children is said by the owner, or by somebody who may verify it, once it is asked. */
function rulingOnImpact(action: Standing, doer: Doer): StepRuling {
  if (action.state !== 'verified') return refuse('not-verified');
  if (action.impactDueOn === undefined || action.impactDueOn > doer.today) return refuse('too-early');
  const ruling = asOwner(action, doer);
  return ruling.allowed ? ruling : asVerifier(action, doer);
}

const asOwner = ({ owner }: Standing, { person, permissions }: Doer): StepRuling =>
  owner === person && permissions.has('actions.read-own')
    ? { allowed: true, onBehalf: false }
    : permissions.has('actions.enter')
      ? { allowed: true, onBehalf: true }
      : refuse('not-permitted');

/** Nobody verifies what they own or claimed, and where another agency is needed nobody of the lead agency. */
function asVerifier(action: Standing, { person, agency, permissions }: Doer): StepRuling {
  const mayVerify = permissions.has('actions.verify');
  if (!mayVerify && !permissions.has('actions.verify-batch')) return refuse('not-permitted');
  if (person === action.owner || person === action.claimedBy) return refuse('own-claim');
  if (!needsOutsideVerifier(action)) return allow;
  if (!mayVerify) return refuse('needs-other-agency');
  return agency !== undefined && agency === action.leadAgency ? refuse('own-agency') : allow;
}

const within = ({ permissions }: Doer, permission: string): StepRuling =>
  permissions.has(permission) ? allow : refuse('not-permitted');

const allow: StepRuling = { allowed: true, onBehalf: false };
const refuse = (because: StepRefusal): StepRuling => ({ allowed: false, because });

/** Why not, in words that say what to do. */
export const refusalText: Readonly<Record<StepRefusal, string>> = {
  'not-permitted': 'Your roles here do not let you do this. The office can do it for you',
  'not-open': 'The action is no longer open',
  'not-claimed': 'Nobody has said that the action is done',
  'not-asked': 'Nobody has asked for more time, or it has been answered meanwhile',
  'no-evidence': 'Add what shows that it was done before you say that it is done',
  'own-agency': 'Somebody of another agency than the one that leads it must verify this action',
  'own-claim': 'Somebody else than its owner, and than who said that it is done, must verify it',
  'needs-other-agency': 'This action needs somebody of another agency to verify it',
  'not-verified': 'What changed for children is asked once the action has been verified',
  'too-early': 'It is too early to say what changed for children',
  'still-open': 'The action is still open',
};
