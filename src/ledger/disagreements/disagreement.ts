import type { Selectable } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { OnBehalfOf } from '../on-behalf.tsx';
import { lastStageOf } from '../stages/stages.ts';
import type { DisagreementEntryTable, DisagreementTable } from '../tables.generated.ts';

type Row = Selectable<DisagreementTable>;
export type Subject = Row['subject'];
export type Outcome = NonNullable<Row['outcome']>;
export type DisagreementEntryKind = Selectable<DisagreementEntryTable>['kind'];

/** Two agencies disagree about their work with a family, which is known by a case reference alone. */
export interface Disagreement {
  id: string;
  /** 4 of “Disagreement 4”. */
  number: number;
  subject: Subject;
  /** In the raising agency’s own records. */
  caseReference: string;
  /** What the two disagree about. */
  difference: string;
  /** What the raising agency asks for. */
  wanted: string;
  raisedBy: string;
  raisingAgency: string;
  otherAgency: string;
  urgent: boolean;
  raisedOn: PlainDate;
  /** From 1. */
  stage: number;
  /** Of the stage it is at. */
  dueOn: PlainDate;
  outcome: Outcome | undefined;
  endedOn: PlainDate | undefined;
  changed: string;
  learning: string;
  /** When whoever raised it was told what came of it. */
  toldOn: PlainDate | undefined;
  /** The stage it is at: with whom of the other agency, and when that agency answered. */
  withPerson: string | undefined;
  answeredOn: PlainDate | undefined;
}

/** One stage that a disagreement went through. */
export interface StageTaken {
  stage: number;
  withPerson: string | undefined;
  begunOn: PlainDate;
  dueOn: PlainDate;
  answeredOn: PlainDate | undefined;
  endedOn: PlainDate | undefined;
}

/** One thing that happened to a disagreement. */
export interface DisagreementEntry {
  id: string;
  kind: DisagreementEntryKind;
  stage: number;
  saidOn: PlainDate;
  words: string;
  choice: string | undefined;
  enteredBy: string;
  onBehalf: OnBehalfOf | undefined;
  corrects: string | undefined;
}

export const referenceOf = ({ number }: Pick<Disagreement, 'number'>): string => `Disagreement ${number}`;

export const isOpen = ({ outcome }: Pick<Disagreement, 'outcome'>): boolean => outcome === undefined;
export const isAtPartnership = ({ stage }: Pick<Disagreement, 'stage'>): boolean =>
  stage >= lastStageOf('disagreement');

/** From the day after the other agency was to answer, while it has not. */
export const isOverdue = (
  { outcome, answeredOn, dueOn }: Pick<Disagreement, 'outcome' | 'answeredOn' | 'dueOn'>,
  today: PlainDate,
): boolean => outcome === undefined && answeredOn === undefined && dueOn < today;

export const subjects: Readonly<Record<Subject, string>> = {
  threshold: 'Threshold',
  'information-sharing': 'Sharing information',
  drift: 'Drift of a plan',
  attendance: 'Attendance at conferences and meetings',
  assessment: 'Assessment',
  capacity: 'Capacity',
  other: 'Something else',
};

export const outcomes: Readonly<Record<Outcome, string>> = {
  upheld: 'Agreed with who raised it',
  partly: 'Agreed in part with who raised it',
  'not-upheld': 'Not agreed with who raised it',
  'resolved-informally': 'Settled between the two',
  withdrawn: 'Withdrawn',
};

/** What somebody decides, as against what the two settle between them. */
export const decisions = {
  upheld: outcomes.upheld,
  partly: outcomes.partly,
  'not-upheld': outcomes['not-upheld'],
} as const;
export type Decision = keyof typeof decisions;
export const isDecision = (text: string | undefined): text is Decision =>
  text !== undefined && Object.hasOwn(decisions, text);

/** How a disagreement stands, in a word or two. */
export type DisagreementStanding = 'open' | 'overdue' | 'answered' | 'ended' | 'untold';

export const standings: Readonly<Record<DisagreementStanding, string>> = {
  open: 'Waits for an answer',
  overdue: 'Overdue',
  answered: 'Answered',
  untold: 'Ended, who raised it not yet told',
  ended: 'Ended',
};

export const standingOf = (
  one: Pick<Disagreement, 'outcome' | 'answeredOn' | 'dueOn' | 'toldOn'>,
  today: PlainDate,
): DisagreementStanding =>
  one.outcome !== undefined
    ? one.toldOn === undefined
      ? 'untold'
      : 'ended'
    : one.answeredOn !== undefined
      ? 'answered'
      : isOverdue(one, today)
        ? 'overdue'
        : 'open';
