import { addMonths } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Changes, NewEntry } from './action.store.ts';
import type { Action, BlockedBy, Entry, progressStates, ReasonForTime } from './action.ts';

/** What somebody says when they take a step. Dates, people and agencies have been checked by then. */
export type Said =
  | { step: 'report-progress'; state: keyof typeof progressStates; words: string }
  | { step: 'say-blocked'; by: BlockedBy; words: string }
  | { step: 'not-mine'; words: string }
  | { step: 'ask-for-time'; until: PlainDate; because: ReasonForTime; words: string }
  | { step: 'claim-done'; words: string }
  | { step: 'verify'; words: string }
  | { step: 'send-back'; words: string }
  | { step: 'answer-impact'; finding: Finding; words: string }
  | { step: 'settle-time'; until: PlainDate | undefined; words: string }
  | { step: 'move-day'; until: PlainDate; because: ReasonForTime; words: string }
  | { step: 'pass-on'; owner: string | undefined; leadAgency: string | undefined; words: string }
  | { step: 'withdraw'; words: string }
  | { step: 'reopen'; until: PlainDate; words: string };

/** What became of a change for children: it lasts, it lasts in part, or it did not stick. */
export const findings = {
  lasts: 'The change is there, and it lasts',
  partly: 'Some of it is there',
  'did-not-stick': 'It did not stick',
} as const;
export type Finding = keyof typeof findings;

/** Months after which it is asked what changed for children, counted from the day of verification. */
export const impactAfterMonths = [6, 12] as const;

/** What a step writes: what happened, and what of the action changes. */
export interface Taken {
  entry: NewEntry;
  changes: Changes;
}

/**
 * What a step makes of an action. Whether it is allowed is another question: `rulingOn`.
 *
 * @param person who takes it; @param onBehalf for whom, where the office enters it
 */
export function takeStep(
  action: Action,
  said: Said,
  { person, today, onBehalf }: { person: string; today: PlainDate; onBehalf?: Entry['onBehalf'] },
): Taken {
  const outcome = outcomes[said.step] as (said: Said, making: Making) => Taken; // each takes what its own step says
  const { entry, changes } = outcome(said, { action, person, today });
  const state = changes.state !== undefined && changes.state !== action.state ? changes.state : undefined;
  return {
    entry: { ...entry, words: said.words, ...(state && { state }), ...(onBehalf && { onBehalf }) },
    changes: { ...changes, ...(state && { stateOn: today }) },
  };
}

type Making = { action: Action; person: string; today: PlainDate };

const outcomes: { [Step in Said['step']]: (said: Extract<Said, { step: Step }>, making: Making) => Taken } = {
  'report-progress': ({ state }) => ({ entry: { kind: 'progress' }, changes: { state, blocked: undefined } }),
  'say-blocked': ({ by }, { action, today }) => ({
    entry: { kind: 'blocked', because: by },
    changes: { state: 'at-risk', blocked: { by, since: action.blocked?.since ?? today } },
  }),
  'not-mine': () => ({ entry: { kind: 'not-mine' }, changes: { owner: undefined } }),
  'ask-for-time': ({ until, because }) => ({
    entry: { kind: 'more-time-asked', dueOn: until, because },
    changes: { askedUntil: until },
  }),
  'claim-done': (_, { person }) => ({
    entry: { kind: 'claimed' },
    changes: { state: 'claimed-done', claimedBy: person, blocked: undefined, askedUntil: undefined },
  }),
  verify: (_, { today }) => ({
    entry: { kind: 'verified' },
    changes: { state: 'verified', impactDueOn: addMonths(today, impactAfterMonths[0]) },
  }),
  'send-back': () => ({ entry: { kind: 'returned' }, changes: { state: 'on-track', claimedBy: undefined } }),
  'answer-impact': ({ finding }, { action, today }) => impactOf(action, finding, today),
  'settle-time': ({ until }) =>
    until === undefined
      ? { entry: { kind: 'more-time-declined' }, changes: { askedUntil: undefined } }
      : { entry: { kind: 'due-moved', dueOn: until }, changes: { dueOn: until, askedUntil: undefined } },
  'move-day': ({ until, because }) => ({
    entry: { kind: 'due-moved', dueOn: until, because },
    changes: { dueOn: until, askedUntil: undefined },
  }),
  'pass-on': ({ owner, leadAgency }) => ({ entry: { kind: 'passed-on' }, changes: { owner, leadAgency } }),
  withdraw: () => ({ entry: { kind: 'withdrawn' }, changes: { state: 'withdrawn', ...restful } }),
  reopen: ({ until }) => ({
    entry: { kind: 'reopened', dueOn: until },
    changes: { state: 'at-risk', dueOn: until, claimedBy: undefined, ...restful },
  }),
};

/** Nothing is asked any more, and nothing is in the way. */
const restful = { askedUntil: undefined, blocked: undefined, impactDueOn: undefined } as const;

/**
 * It lasts at the second asking: embedded. At the first, or where only some of it is there, it is asked again; where it did not
 * stick the action is open again, with three months to mend it.
 */
function impactOf(action: Action, finding: Finding, today: PlainDate): Taken {
  const entry: NewEntry = { kind: 'impact', because: finding };
  if (finding === 'did-not-stick')
    return {
      entry: { ...entry, dueOn: addMonths(today, 3) },
      changes: { state: 'at-risk', dueOn: addMonths(today, 3), claimedBy: undefined, ...restful },
    };
  const second = addMonths(action.stateOn, impactAfterMonths[1]);
  const atSecond = (action.impactDueOn ?? today) >= second;
  if (finding === 'lasts' && atSecond)
    return { entry: { ...entry, kind: 'embedded' }, changes: { state: 'embedded', impactDueOn: undefined } };
  return { entry, changes: { impactDueOn: atSecond ? addMonths(today, impactAfterMonths[0]) : second } };
}
