import { hoursToAgree, type ResetRefusal, rulingOnAgreeing } from '../../platform/identity/factor-reset.store.ts';

/** Somebody has lost their second step, and its reset was asked for in this partnership. */
export interface LostStep {
  id: string;
  person: string;
  /** How whoever asked made sure that it is them. */
  knownBy: string;
  askedBy: string;
  askedAt: Date;
  answer: { agreed: boolean; by: string; at: Date } | undefined;
}

/** The kind of task that asks a second person. */
export const agreeTask = 'second-step.agree';

export type LostState = 'open' | 'agreed' | 'refused' | 'lapsed';

export function stateOf({ answer, askedAt }: Pick<LostStep, 'answer' | 'askedAt'>, now: Date): LostState {
  if (answer) return answer.agreed ? 'agreed' : 'refused';
  return now.getTime() - askedAt.getTime() > hoursToAgree * 3_600_000 ? 'lapsed' : 'open';
}

export type AskingRefusal = 'own' | 'does-not-sign-in' | 'asked-already' | 'nobody-to-agree';
export type AnswerRefusal = ResetRefusal | 'answered-already';
export type Ruling<Refusal> = { allowed: true } | { allowed: false; because: Refusal };

const allowed = { allowed: true } as const;
const refuse = <Refusal>(because: Refusal) => ({ allowed: false, because }) as const;

/** What is known when a reset is asked for. */
export interface Asking {
  person: { id: string; signsIn: boolean };
  by: string;
  /** What was asked for before. */
  before: readonly LostStep[];
  /** Who could agree: who may, and can sign in. */
  seconds: readonly string[];
  now: Date;
}

/** Whether `by` may ask that somebody's second step be reset. */
export function rulingOnAsking({ person, by, before, seconds, now }: Asking): Ruling<AskingRefusal> {
  if (person.id === by) return refuse('own');
  if (!person.signsIn) return refuse('does-not-sign-in');
  if (before.some((one) => one.person === person.id && stateOf(one, now) === 'open')) return refuse('asked-already');
  return secondsFor(person.id, by, seconds).length === 0 ? refuse('nobody-to-agree') : allowed;
}

/** Who can be the second person. */
export const secondsFor = (person: string, by: string, seconds: readonly string[]): string[] =>
  seconds.filter((one) => one !== person && one !== by);

/** Whether `by` may agree, or say no: whoever asked may take it back, and the owner may stop it. */
export function rulingOnAnswering(lost: LostStep, by: string, agrees: boolean, now: Date): Ruling<AnswerRefusal> {
  if (lost.answer) return refuse('answered-already');
  if (!agrees) return allowed;
  return rulingOnAgreeing({ owner: lost.person, askedBy: lost.askedBy, askedAt: lost.askedAt, agreed: false }, by, now);
}
