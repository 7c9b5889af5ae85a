import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Action, type Priority, priorities, type ReasonForTime, states } from './action.ts';
import { type Doer, refusalText, rulingOn, type Step } from './steps.ts';
import type { Said } from './take-step.ts';

/** What can be changed of many actions at once. */
export const manyChanges = {
  verify: 'Verify them: a group has seen what shows that they were done',
  whose: 'Give them to another agency and owner',
  group: 'Have another group watch over them',
  priority: 'Say how much they matter',
  day: 'Move their day',
  withdraw: 'Withdraw them',
} as const;
export type ManyChangeName = keyof typeof manyChanges;

export type ManyChange =
  | { change: 'verify'; words: string }
  | { change: 'whose'; leadAgency: string; owner: string; words: string }
  | { change: 'group'; group: string | undefined }
  | { change: 'priority'; priority: Priority }
  | { change: 'day'; until: PlainDate; because: ReasonForTime; words: string }
  | { change: 'withdraw'; words: string };

/** The step that a change takes with each action; a change of what it says is one too. */
export const stepOf: Readonly<Record<ManyChangeName, Step>> = {
  verify: 'verify',
  whose: 'pass-on',
  group: 'change',
  priority: 'change',
  day: 'move-day',
  withdraw: 'withdraw',
};

/** What would become of one action. */
export interface Planned {
  action: Action;
  was: string;
  becomes: string;
  /** Why it would be left as it is, in words; undefined where it would be changed. */
  left: string | undefined;
}

/**
 * What a change would make of each action: what it is and what it would be, or why it would be left.
 *
 * @param names of people, agencies and groups, by id
 */
export const planMany = (
  actions: readonly (Action & { evidence: number })[],
  change: ManyChange,
  doer: Doer,
  names: ReadonlyMap<string, string>,
): Planned[] =>
  actions.map((action) => {
    const ruling = rulingOn(stepOf[change.change], action, doer);
    const [was, becomes] = inWords(action, change, names);
    const same = was === becomes ? 'It is so already' : undefined;
    return { action, was, becomes, left: ruling.allowed ? same : refusalText[ruling.because] };
  });

function inWords(action: Action, change: ManyChange, names: ReadonlyMap<string, string>): [string, string] {
  const name = (id: string | undefined, none: string) => (id === undefined ? none : (names.get(id) ?? none));
  switch (change.change) {
    case 'verify':
      return [states[action.state], states.verified];
    case 'whose':
      return [
        `${name(action.leadAgency, 'No agency')}, ${name(action.owner, 'nobody')}`,
        `${name(change.leadAgency, 'No agency')}, ${name(change.owner, 'nobody')}`,
      ];
    case 'group':
      return [name(action.group, 'No group'), name(change.group, 'No group')];
    case 'priority':
      return [priorities[action.priority], priorities[change.priority]];
    case 'day':
      return [formatDay(action.dueOn, 'plain'), formatDay(change.until, 'plain')];
    case 'withdraw':
      return [states[action.state], states.withdrawn];
  }
}

/** The step that is taken with an action, or undefined where only what it says changes. */
export function saidBy(change: ManyChange): Said | undefined {
  switch (change.change) {
    case 'verify':
      return { step: 'verify', words: change.words };
    case 'whose':
      return { step: 'pass-on', owner: change.owner, leadAgency: change.leadAgency, words: change.words };
    case 'day':
      return { step: 'move-day', until: change.until, because: change.because, words: change.words };
    case 'withdraw':
      return { step: 'withdraw', words: change.words };
    case 'group':
    case 'priority':
      return undefined;
  }
}
