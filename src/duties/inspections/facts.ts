import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Framework, Judgement, Outcome } from './judgement.ts';

/** One inspection of one council under one framework, and what it judged. Joint inspections judge nothing: `outcomes` is empty. */
export interface Inspection {
  id: string;
  framework: Framework;
  /** The council's code, `E06000014`. */
  authority: string;
  /** The day of the report. */
  publishedOn: PlainDate;
  startedOn?: PlainDate;
  endedOn?: PlainDate;
  /** What sort of inspection the report calls it: `inspection`, `re-inspection`, `standard`, `short`; where it says. */
  kind?: string;
  /** What a joint inspection looked at. */
  theme?: string;
  reportUrl?: string;
  outcomes: Readonly<Partial<Record<Judgement, Outcome>>>;
}

/**
 * One review of one safeguarding board, made beside the inspection of one council.
 *
 * It belongs to the board, which may cover several councils and is then reviewed beside each. It is usually printed in the
 * council's report; where it came as a report of its own, its day is later than the inspection's.
 */
export interface BoardReview {
  /** The board, by name: the area it covers. */
  board: string;
  /** The council beside whose inspection it was made. */
  authority: string;
  publishedOn: PlainDate;
  outcome: Outcome;
  /** The inspection it was made beside: never a later one. */
  inspection: Inspection;
}

/** A council, as far as counting needs it. */
export interface Council {
  code: string;
  name: string;
  /** One of the nine English regions, by name. */
  region: string;
  /** The councils that took over from it, by code; empty while it stands. */
  successors: readonly string[];
}

/** All that is counted. */
export interface Facts {
  /** By code, abolished councils among them. */
  councils: ReadonlyMap<string, Council>;
  /** The nine regions, in the order of their codes (north to south). */
  regions: readonly string[];
  inspections: readonly Inspection[];
  reviews: readonly BoardReview[];
}
