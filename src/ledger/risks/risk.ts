import type { Selectable } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { OnBehalfOf } from '../on-behalf.tsx';
import type { RiskControlTable, RiskEntryTable, RiskTable } from '../tables.generated.ts';
import type { Scale, Score } from './score.ts';

export type Category = Selectable<RiskTable>['category'];
export type Works = Selectable<RiskControlTable>['works'];
export type RiskEntryKind = Selectable<RiskEntryTable>['kind'];

/** Something that might happen and would make children less safe. */
export interface Risk {
  id: string;
  /** 3 of “Risk 3”. */
  number: number;
  title: string;
  cause: string;
  /** What might happen. */
  event: string;
  /** For children. */
  effect: string;
  category: Category;
  /** As if nothing held it back. */
  inherent: Score;
  /** As it stands since the last review. */
  current: Score;
  target: Score;
  owner: string | undefined;
  leadAgency: string | undefined;
  /** Why no further reduction is possible; empty while it is sought. */
  acceptedWhy: string;
  /** The next review. */
  reviewOn: PlainDate;
  reviewedOn: PlainDate | undefined;
  raisedOn: PlainDate;
  closedOn: PlainDate | undefined;
  oldReference: string;
}

/** What holds a risk back, and how well. */
export interface Control {
  id: string;
  title: string;
  works: Works;
}

/** One thing that happened to a risk; a review has the score of its day, on the scale of its day. */
export interface RiskEntry {
  id: string;
  kind: RiskEntryKind;
  score: (Score & { scale: Scale }) | undefined;
  saidOn: PlainDate;
  words: string;
  enteredBy: string;
  onBehalf: OnBehalfOf | undefined;
  corrects: string | undefined;
}

export const referenceOf = ({ number }: Pick<Risk, 'number'>): string => `Risk ${number}`;

export type RiskStanding = 'overdue' | 'open' | 'accepted' | 'closed';

type Stands = Pick<Risk, 'closedOn' | 'reviewOn' | 'acceptedWhy'>;

/** Overdue from the day after its review was due. What is accepted is reviewed too. */
export const isOverdue = ({ closedOn, reviewOn }: Stands, today: PlainDate): boolean =>
  closedOn === undefined && reviewOn < today;

export const standingOf = (risk: Stands, today: PlainDate): RiskStanding =>
  risk.closedOn !== undefined
    ? 'closed'
    : isOverdue(risk, today)
      ? 'overdue'
      : risk.acceptedWhy === ''
        ? 'open'
        : 'accepted';

export const standings: Readonly<Record<RiskStanding, string>> = {
  overdue: 'Review overdue',
  open: 'Open',
  accepted: 'Accepted',
  closed: 'Closed',
};

export const categories: Readonly<Record<Category, string>> = {
  workforce: 'Workforce',
  funding: 'Funding',
  data: 'Data and information sharing',
  demand: 'Demand',
  reform: 'Reform and reorganisation',
  reputational: 'Reputation',
  practice: 'Practice',
  other: 'Something else',
};

export const worksWords: Readonly<Record<Works, string>> = {
  well: 'Works well',
  partly: 'Works in part',
  badly: 'Does not work',
  untested: 'Not yet tested',
};
