import { inOneForm } from '../../partnership/spreadsheets/directory.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { Changes } from '../actions/action.store.ts';
import { type Action, isOpen, priorities, sourceKinds, states } from '../actions/action.ts';
import { type Doer, refusalText, rulingOn, type Step } from '../actions/steps.ts';
import type { Said } from '../actions/take-step.ts';
import { isFinished } from './cells-of.ts';
import type { Names } from './names.ts';
import type { RowSays, TrackerRow } from './read-row.ts';

/** Something of an action that a row would make different, in words. */
export interface Difference {
  fact: string;
  before: string;
  after: string;
}

/** What a row does with an action that is here: the steps it takes, what else changes, and what was said. */
export interface Altered {
  steps: readonly Said[];
  changes: Changes;
  update: string;
  differences: readonly Difference[];
}

interface Standing {
  action: Action;
  evidence: number;
  /** Everything that was ever said of it. */
  said: ReadonlySet<string>;
  names: Names;
  doer: Doer;
}

/** Facts that a row may say anew, and how they are spoken of. */
const facts = {
  title: 'Action',
  difference: 'What is to be different',
  successMeasure: 'Success measure',
  leadAgency: 'Lead agency',
  owner: 'Owner',
  contributors: 'Contributors',
  group: 'Group',
  sourceKind: 'Kind of source',
  sourceWords: 'Source',
  oldReference: 'Old reference',
  priority: 'Priority',
  dueOn: 'Due',
} as const;
type Fact = keyof typeof facts;
const factNames = Object.keys(facts) as Fact[];

const stepFor: Readonly<Partial<Record<Fact, Step>>> = { leadAgency: 'pass-on', owner: 'pass-on', dueOn: 'move-day' };

/** What a row makes of an action that is here. Each part is a step or a change, and the rule about steps is asked of each. */
export function planChange(row: TrackerRow, says: RowSays, standing: Standing): Altered {
  const { action, names } = standing;
  refuseKeptDays(row, says, action);
  const different = factNames.filter((fact) => says[fact] !== undefined && !isSame(says[fact], action[fact]));
  for (const fact of different) refuseUnless(row, standing, stepFor[fact] ?? 'change', facts[fact]);
  const dueOn = different.includes('dueOn') ? says.dueOn : undefined;
  if (dueOn !== undefined && dueOn < standing.doer.today) row.reject('Due: the day must be today or later');
  const differences = different.map((fact) => ({
    fact: facts[fact],
    before: inWords(fact, action, names),
    after: inWords(fact, { ...action, ...says }, names),
  }));
  const plain = different.filter((fact) => stepFor[fact] === undefined);
  const step = stepOfState(row, says, standing);
  const update = says.update !== undefined && !standing.said.has(inOneForm(says.update)) ? says.update : '';
  if (update !== '' && step === undefined) refuseUpdate(row, standing);
  return {
    steps: [
      ...(different.some((fact) => stepFor[fact] === 'pass-on') ? [passOn(action, says)] : []),
      ...(dueOn === undefined ? [] : [{ step: 'move-day', until: dueOn, because: 'other', words: '' } as const]),
      ...(step ? [step.said] : []),
    ],
    changes: Object.fromEntries(plain.map((fact) => [fact, says[fact]])) as Changes,
    update,
    differences: [
      ...differences,
      ...(step ? [{ fact: 'State', before: states[action.state], after: step.after }] : []),
      ...(update === '' ? [] : [{ fact: 'Last update', before: '', after: update }]),
    ],
  };
}

const passOn = (action: Action, { owner, leadAgency }: RowSays): Said => ({
  step: 'pass-on',
  owner: owner ?? action.owner,
  leadAgency: leadAgency ?? action.leadAgency,
  words: '',
});

/** Days that tell what was once promised or done are kept, whatever a file says. */
function refuseKeptDays(row: TrackerRow, says: RowSays, action: Action): void {
  for (const [said, kept, what] of [
    [says.raisedOn, action.raisedOn, 'was raised'],
    [says.firstDueOn, action.firstDueOn, 'was first due'],
    [isFinished(action) ? says.doneOn : undefined, action.stateOn, 'was finished'],
  ] as const)
    if (said !== undefined && said !== kept)
      row.reject(`it ${what} on ${formatDay(kept, 'plain')} here, and that day is kept`);
}

function refuseUnless(row: TrackerRow, { action, evidence, doer }: Standing, step: Step, fact: string): void {
  const ruling = rulingOn(step, { ...action, evidence }, doer);
  if (!ruling.allowed) row.reject(`${fact}: ${refusalText[ruling.because]}`);
}

/** What is said of an action is progress while it is open, and a change of what it says after that. */
const refuseUpdate = (row: TrackerRow, standing: Standing): void =>
  refuseUnless(row, standing, isOpen(standing.action) ? 'report-progress' : 'change', 'Last update');

/** The step that the state in a row asks for; undefined where it is so already, or the row is told why not. */
function stepOfState(
  row: TrackerRow,
  { standing: said }: RowSays,
  standing: Standing,
): { said: Said; after: string } | undefined {
  const { action } = standing;
  if (said === undefined || isAlready(action, said)) return undefined;
  const next = stepsByState[said];
  if (next === undefined || (isOpenState(said) && !isOpen(action))) {
    row.reject(
      `State: it is “${states[action.state]}” here; open its page to say otherwise, where the reason is asked`,
    );
    return undefined;
  }
  if (said === 'verified' && isOpen(action)) refuseUnless(row, standing, 'claim-done', 'State');
  refuseUnless(row, standing, next.said.step, 'State');
  return next;
}

const isOpenState = (said: string): boolean => ['open', 'not-started', 'on-track', 'at-risk', 'on-hold'].includes(said);

/** Whether the action stands as the row says. “Done” says that it is claimed at least. */
function isAlready(action: Action, said: NonNullable<RowSays['standing']>): boolean {
  if (said === 'open') return isOpen(action);
  if (said === 'on-hold') return action.blocked !== undefined;
  if (said === 'done' || said === 'claimed-done')
    return ['claimed-done', 'verified', 'embedded'].includes(action.state);
  return action.state === said;
}

type Next = { said: Said; after: string };
const progress = (state: 'not-started' | 'on-track' | 'at-risk'): Next => ({
  said: { step: 'report-progress', state, words: '' },
  after: states[state],
});
const claim: Next = { said: { step: 'claim-done', words: '' }, after: states['claimed-done'] };

const stepsByState: Readonly<Partial<Record<NonNullable<RowSays['standing']>, Next>>> = {
  open: progress('not-started'),
  'not-started': progress('not-started'),
  'on-track': progress('on-track'),
  'at-risk': progress('at-risk'),
  'on-hold': {
    said: { step: 'say-blocked', by: 'other', words: '' },
    after: `${states['at-risk']}, something is in the way`,
  },
  'claimed-done': claim,
  done: claim,
  verified: { said: { step: 'verify', words: '' }, after: states.verified },
  withdrawn: { said: { step: 'withdraw', words: '' }, after: states.withdrawn },
};

const isSame = (said: RowSays[Fact], here: Action[Fact]): boolean => asText(said) === asText(here);

const asText = (value: RowSays[Fact]): string =>
  typeof value === 'string' ? inOneForm(value) : [...(value ?? [])].toSorted(inOrder).join();

const inOrder = (one: string, other: string): number => one.localeCompare(other);

const inWords = (fact: Fact, action: Action, names: Names): string => {
  const value = action[fact];
  if (fact === 'priority') return priorities[action.priority];
  if (fact === 'sourceKind') return sourceKinds[action.sourceKind];
  if (fact === 'dueOn') return formatDay(action.dueOn, 'plain');
  if (typeof value === 'object')
    return value
      .map((id) => names.of(id))
      .toSorted(inOrder)
      .join('; ');
  return isNamed(fact) ? names.of(value) : (value ?? '');
};

const isNamed = (fact: Fact): boolean => fact === 'leadAgency' || fact === 'owner' || fact === 'group';
