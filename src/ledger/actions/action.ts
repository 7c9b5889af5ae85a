import type { Selectable } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { ActionEntryTable, ActionTable } from '../tables.generated.ts';

type Row = Selectable<ActionTable>;
export type ActionState = Row['state'];
export type Priority = Row['priority'];
export type SourceKind = Row['source_kind'];
export type BlockedBy = NonNullable<Row['blocked_by']>;
export type EntryKind = Selectable<ActionEntryTable>['kind'];
export type ToldBy = NonNullable<Selectable<ActionEntryTable>['told_by']>;

/** What the partnership promised: one lead agency, one owner, one day. */
export interface Action {
  id: string;
  /** How people call it: 214 of "Action 214". */
  number: number;
  /** What will be done. */
  title: string;
  /** What is to be different for children. */
  difference: string;
  successMeasure: string;
  leadAgency: string | undefined;
  owner: string | undefined;
  /** The group that watches over it. */
  group: string | undefined;
  contributors: readonly string[];
  priority: Priority;
  sourceKind: SourceKind;
  /** Where no record says it. */
  sourceWords: string;
  /** In the tracker it was brought in from. */
  oldReference: string;
  raisedOn: PlainDate;
  firstDueOn: PlainDate;
  dueOn: PlainDate;
  /** More time is asked for, until then, and nobody has answered yet. */
  askedUntil: PlainDate | undefined;
  state: ActionState;
  /** Since when it has been in its state. */
  stateOn: PlainDate;
  blocked: { by: BlockedBy; since: PlainDate } | undefined;
  claimedBy: string | undefined;
  /** When to ask what changed for children. */
  impactDueOn: PlainDate | undefined;
  /** Whether its title may stand in a message. */
  safeForEmail: boolean;
}

export const openStates = ['not-started', 'on-track', 'at-risk'] as const satisfies readonly ActionState[];
type OpenState = (typeof openStates)[number];

export const isOpen = ({ state }: Pick<Action, 'state'>): boolean => (openStates as readonly string[]).includes(state);

/** An action is overdue from the day after it was due, while nobody has said that it is done. */
export const isOverdue = (action: Pick<Action, 'state' | 'dueOn'>, today: PlainDate): boolean =>
  isOpen(action) && action.dueOn < today;

/** How an action stands as people see it: overdue goes before what its owner says of it. */
export type Standing = ActionState | 'overdue';

export const standingOf = (action: Pick<Action, 'state' | 'dueOn'>, today: PlainDate): Standing =>
  isOverdue(action, today) ? 'overdue' : action.state;

/**
 * Whether somebody from another agency must verify it: what came from a review, a child’s death or an inspection, and what
 * matters most. The rest can be verified by a group, many at once.
 */
export const needsOutsideVerifier = ({ sourceKind, priority }: Pick<Action, 'sourceKind' | 'priority'>): boolean =>
  priority === 'high' || sourceKind === 'review' || sourceKind === 'child-death' || sourceKind === 'inspection';

/** One thing that happened to an action. */
export interface Entry {
  id: string;
  kind: EntryKind;
  saidOn: PlainDate;
  words: string;
  /** The action's state from then on, where it changed. */
  state: string | undefined;
  dueOn: PlainDate | undefined;
  because: string | undefined;
  enteredBy: string;
  /** For whom the office entered it, and how they said it. */
  onBehalf: { of: string; toldBy: ToldBy } | undefined;
  /** The entry that somebody says was not what they said. */
  corrects: string | undefined;
}

export interface Choice<Name extends string> {
  name: Name;
  title: string;
}

export const states: Readonly<Record<Standing, string>> = {
  'not-started': 'Not started',
  'on-track': 'On track',
  'at-risk': 'At risk',
  overdue: 'Overdue',
  'claimed-done': 'Claimed done',
  verified: 'Verified',
  embedded: 'Embedded',
  withdrawn: 'Withdrawn',
};

export const priorities: Readonly<Record<Priority, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

export const sourceKinds: Readonly<Record<SourceKind, string>> = {
  meeting: 'Meeting',
  review: 'Case review',
  'child-death': 'Child death review',
  audit: 'Audit',
  inspection: 'Inspection',
  visit: 'Visit to the frontline',
  survey: 'Survey',
  scorecard: 'Scorecard',
  challenge: 'Challenge',
  risk: 'Risk',
  disagreement: 'Professional disagreement',
  scrutiny: 'Independent scrutiny',
  national: 'National recommendation',
  plan: 'Business plan',
  other: 'Something else',
};

/** What can be in the way, as something about which others can help. */
export const obstacles: Readonly<Record<BlockedBy, string>> = {
  capacity: 'Nobody has time for it, or a post is empty',
  money: 'There is no money for it',
  data: 'Information or data is missing',
  'another-agency': 'It waits for another agency',
  decision: 'It waits for a decision',
  unclear: 'It is not clear what is asked',
  other: 'Something else',
};

/** Why more time is needed. */
export const reasonsForTime = {
  capacity: 'Nobody has had time for it',
  'more-work': 'It is more work than was thought',
  'another-agency': 'Another agency comes first',
  decision: 'A decision comes first',
  'staff-change': 'Somebody left or is away',
  'after-meeting': 'A meeting at which it is settled comes later',
  other: 'Another reason',
} as const;
export type ReasonForTime = keyof typeof reasonsForTime;

/** What the owner says of progress: the states they can choose. */
export const progressStates: Readonly<Record<OpenState, string>> = {
  'not-started': states['not-started'],
  'on-track': states['on-track'],
  'at-risk': states['at-risk'],
};
