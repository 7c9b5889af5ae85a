import type { Selectable } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { ChallengeEntryTable, ChallengeTable } from '../tables.generated.ts';

type Row = Selectable<ChallengeTable>;
type EntryRow = Selectable<ChallengeEntryTable>;
export type ChallengeState = Row['state'];
export type EvidenceKind = Row['evidence_kind'];
export type Position = NonNullable<Row['position']>;
export type ToldBy = NonNullable<EntryRow['told_by']>;
export type ChallengeEntryKind = EntryRow['kind'];

/** What is put to one agency on evidence, and must be answered. */
export interface Challenge {
  id: string;
  /** 12 of “Challenge 12”; a draft has none. */
  number: number | undefined;
  /** The agency that is challenged. */
  agency: string;
  subject: string;
  /** What was seen, and why it matters for children. */
  concern: string;
  evidenceKind: EvidenceKind;
  evidence: string;
  /** Of a page elsewhere; empty where there is none. */
  evidenceAddress: string;
  /** What the answer must say. */
  expected: string;
  /** In whose name. */
  raisedBy: string;
  draftedBy: string;
  draftedOn: PlainDate;
  /** A draft that nobody but who wrote it may know of. */
  unseen: boolean;
  putOn: PlainDate | undefined;
  /** Until then the agency alone sees it, or until it has replied. */
  replyBy: PlainDate;
  /** Of the stage it is at. */
  dueOn: PlainDate;
  /** From 1. */
  stage: number;
  stageOn: PlainDate;
  state: ChallengeState;
  stateOn: PlainDate;
  repliedOn: PlainDate | undefined;
  /** What the agency says of it. */
  position: Position | undefined;
  /** Whether the answer was found to be enough. */
  sufficient: boolean | undefined;
  /** What changed for children. */
  effect: string;
  summary: string;
  summaryBy: string | undefined;
  clearedBy: string | undefined;
  clearedOn: PlainDate | undefined;
}

/** One thing that happened to a challenge. */
export interface ChallengeEntry {
  id: string;
  kind: ChallengeEntryKind;
  stage: number;
  saidOn: PlainDate;
  words: string;
  choice: string | undefined;
  dueOn: PlainDate | undefined;
  enteredBy: string;
  /** For whom the office entered it, and how they said it. */
  onBehalf: { of: string; toldBy: ToldBy } | undefined;
  corrects: string | undefined;
}

/** “Challenge 12”; a draft has no number yet. */
export const referenceOf = ({ number }: Pick<Challenge, 'number'>): string =>
  number === undefined ? 'Draft challenge' : `Challenge ${number}`;

export const isWithAgency = ({ state }: Pick<Challenge, 'state'>): boolean => state === 'put';

/** Overdue from the day after the answer was due, while there is none. */
export const isOverdue = (challenge: Pick<Challenge, 'state' | 'dueOn'>, today: PlainDate): boolean =>
  isWithAgency(challenge) && challenge.dueOn < today;

export type ChallengeStanding = ChallengeState | 'overdue';

export const standingOf = (challenge: Pick<Challenge, 'state' | 'dueOn'>, today: PlainDate): ChallengeStanding =>
  isOverdue(challenge, today) ? 'overdue' : challenge.state;

export const standings: Readonly<Record<ChallengeStanding, string>> = {
  draft: 'Draft',
  put: 'Waits for an answer',
  overdue: 'Overdue',
  answered: 'Answered',
  settled: 'Settled, effect not yet known',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

export const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  figure: 'A figure',
  audit: 'An audit',
  absence: 'An absence',
  record: 'A record here',
  other: 'Something else',
};

export const positions: Readonly<Record<Position, string>> = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  'not-accepted': 'Not accepted',
};

/** What those who judge say of the answer. */
export const judgements = {
  enough: 'The answer is enough',
  'not-enough': 'The answer is not enough',
} as const;
export type Judgement = keyof typeof judgements;
export const isJudgement = (text: string | undefined): text is Judgement =>
  text !== undefined && Object.hasOwn(judgements, text);

/** Whether others of the partnership may see it: the agency has replied, or its day has passed. */
export const isOpenToAll = (
  { state, stateOn, replyBy, repliedOn }: Pick<Challenge, 'state' | 'stateOn' | 'replyBy' | 'repliedOn'>,
  today: PlainDate,
): boolean =>
  state !== 'draft' && (repliedOn !== undefined || (replyBy < today && (state !== 'withdrawn' || stateOn > replyBy)));
