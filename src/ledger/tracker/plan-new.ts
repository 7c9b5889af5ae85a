import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { NewAction } from '../actions/action.store.ts';
import type { ActionState } from '../actions/action.ts';
import type { RowSays, TrackerRow } from './read-row.ts';
import { sourceKindIn } from './source-kind.ts';
import type { StandingSaid } from './states-in-words.ts';

/** An action that a row brings, and what of the row has no place of its own. */
export interface Brought {
  action: NewAction & Required<Pick<NewAction, 'state' | 'contributors'>>;
  words: string;
  update: string;
}

const stateFrom: Readonly<Record<StandingSaid, ActionState>> = {
  open: 'not-started',
  'not-started': 'not-started',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'on-hold': 'at-risk',
  'claimed-done': 'claimed-done',
  done: 'verified',
  verified: 'verified',
  embedded: 'embedded',
  withdrawn: 'withdrawn',
};

/**
 * The action that a row brings for the first time; undefined where the row is told why not. What the tracker says is done is
 * verified, and its first entry says that nothing here shows it.
 */
export function planNew(
  row: TrackerRow,
  says: RowSays,
  { person, today }: { person: string; today: PlainDate },
): Brought | undefined {
  const { title, doneOn } = says;
  const state = stateFrom[says.standing ?? 'not-started'];
  const dueOn = says.dueOn ?? doneOn ?? says.firstDueOn;
  if (title === undefined) row.reject('no action');
  if (dueOn === undefined && row.cell('due') === undefined) row.reject('no day on which it is due');
  refuseDays(row, says, dueOn, today);
  if (row.reasons.length > 0 || title === undefined || dueOn === undefined) return undefined;
  return {
    action: { ...factsIn(says), ...standingIn(says, state, { person, today }), ...daysIn(says, dueOn, today), title },
    words: wordsFor(says, state),
    update: says.update ?? '',
  };
}

const factsIn = (says: RowSays) => ({
  difference: says.difference ?? '',
  successMeasure: says.successMeasure ?? '',
  leadAgency: says.leadAgency,
  owner: says.owner,
  group: says.group,
  contributors: (says.contributors ?? []).filter((agency) => agency !== says.leadAgency),
  priority: says.priority ?? 'medium',
  sourceKind: says.sourceKind ?? sourceKindIn(says.sourceWords ?? ''),
  sourceWords: says.sourceWords ?? '',
  oldReference: says.oldReference ?? '',
});

const standingIn = (
  { owner, doneOn, standing }: RowSays,
  state: ActionState,
  { person, today }: { person: string; today: PlainDate },
) => ({
  state,
  stateOn: (state === 'not-started' ? undefined : doneOn) ?? today,
  ...(state === 'claimed-done' && { claimedBy: owner ?? person }),
  ...(standing === 'on-hold' && { blocked: { by: 'other' as const, since: today } }),
});

/** Where the tracker says no day on which it was raised, it was by the first that it does say. */
function daysIn({ raisedOn, firstDueOn, doneOn }: RowSays, dueOn: PlainDate, today: PlainDate) {
  const first = firstDueOn ?? dueOn;
  return { raisedOn: raisedOn ?? earliest([today, first, dueOn, doneOn ?? today]), firstDueOn: first, dueOn };
}

function refuseDays(
  row: TrackerRow,
  { raisedOn, doneOn, firstDueOn }: RowSays,
  dueOn: PlainDate | undefined,
  today: PlainDate,
) {
  const day = (one: PlainDate) => formatDay(one, 'plain');
  for (const [one, what] of [
    [raisedOn, 'raised'],
    [doneOn, 'finished'],
  ] as const)
    if (one !== undefined && one > today) row.reject(`it cannot have been ${what} on ${day(one)}, which lies ahead`);
  for (const [one, what] of [
    [dueOn, 'due'],
    [firstDueOn, 'first due'],
    [doneOn, 'finished'],
  ] as const)
    if (raisedOn !== undefined && one !== undefined && one < raisedOn)
      row.reject(`it is ${what} on ${day(one)}, before it was raised on ${day(raisedOn)}`);
}

const earliest = (days: readonly PlainDate[]): PlainDate => days.reduce((first, day) => (day < first ? day : first));

/** What the first entry says besides where it comes from. */
function wordsFor({ recommendation, unknownOwner, standing, doneOn }: RowSays, state: ActionState): string {
  const on = doneOn === undefined ? '' : ` on ${formatDay(doneOn, 'plain')}`;
  const isDone = state === 'verified' || state === 'embedded';
  return [
    recommendation && `It answers: ${recommendation}`,
    unknownOwner && `The tracker gives “${unknownOwner}” as its owner; nobody here is called so.`,
    isDone && `The tracker says that it was done${on}; nothing here shows it.`,
    standing === 'on-hold' && 'The tracker says that it is on hold.',
  ]
    .filter(Boolean)
    .join('\n');
}
