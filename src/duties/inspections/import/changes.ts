import { daysBetween } from '../../../platform/calendar/days.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { plainWords } from '../../../platform/documents/cells.ts';
import { type Framework, frameworkFacts } from '../judgement.ts';
import {
  type FactKey,
  type FactMap,
  type FileRejection,
  type Gathered,
  oneReportWithin,
  sameReport,
} from './gather.ts';

/** An inspection as the database holds it. */
export interface Held {
  id: string;
  framework: Framework;
  authority: string;
  publishedOn: PlainDate;
  /** `built-in`, or the file an operator imported it from. */
  source: string;
  facts: FactMap;
}

/** A board that covers more than one council. */
export interface SharedBoard {
  name: string;
  authorities: readonly string[];
}

/** One inspection that the files would add or alter. */
export interface Change {
  /** The held inspection; undefined for a new one. */
  id: string | undefined;
  framework: Framework;
  authority: { code: string; name: string };
  /** All that is known afterwards. */
  facts: FactMap;
  /** What differs, with what stood there before (nothing for a new inspection). */
  differences: { fact: FactKey; before: string | undefined; after: string }[];
  file: string;
  line: number;
}

export interface ChangePlan {
  changes: Change[];
  unchanged: number;
  rejections: FileRejection[];
}

/** What would have to change for the database to say what the files say. Nothing that the files leave out is touched. */
export function planChanges(
  gathered: readonly Gathered[],
  held: readonly Held[],
  boards: readonly SharedBoard[],
): ChangePlan {
  const plan: ChangePlan = { changes: [], unchanged: 0, rejections: [] };
  const ofCouncil = Map.groupBy(held, ({ framework, authority }) => `${framework} ${authority}`);
  for (const inspection of gathered) {
    const candidates = ofCouncil.get(`${inspection.framework} ${inspection.authority.code}`) ?? [];
    const match = matchFor(inspection, candidates);
    const outcome = changeOf(inspection, match, boards);
    if ('reason' in outcome)
      plan.rejections.push({ file: inspection.file, line: inspection.line, reason: outcome.reason });
    else if (outcome.differences.length === 0) plan.unchanged += 1;
    else plan.changes.push(outcome);
  }
  return plan;
}

/** The held inspection that the files speak of: of the same day, else the one whose report can only be the same. */
function matchFor({ publishedOn, reviewOnly }: Gathered, candidates: readonly Held[]): Held | undefined {
  const exact = candidates.find((each) => each.publishedOn === publishedOn);
  if (exact) return exact;
  const near = candidates.filter((each) => sameReport(each.publishedOn, publishedOn));
  return reviewOnly ? near.find((each) => daysBetween(each.publishedOn, publishedOn) > 0) : near[0];
}

function changeOf(
  inspection: Gathered,
  held: Held | undefined,
  boards: readonly SharedBoard[],
): Change | { reason: string } {
  const { framework, authority, file, line } = inspection;
  if (inspection.reviewOnly && !held) return { reason: noInspection(inspection) };
  const stated = new Map(inspection.facts);
  const wrong = settleReview(stated, inspection, held, boards);
  if (wrong) return { reason: wrong };
  const before: FactMap = held?.facts ?? new Map<FactKey, string>();
  const differences = [...stated]
    .filter(([fact, after]) => before.get(fact) !== after)
    .map(([fact, after]) => ({ fact, before: before.get(fact), after }));
  const facts: FactMap = new Map([...before, ...stated]);
  return { id: held?.id, framework, authority, facts, differences, file, line };
}

const noInspection = ({ framework, authority, publishedOn }: Gathered) =>
  `no ${frameworkFacts[framework].short} inspection of ${authority.name} is known in the ${oneReportWithin} days before ${formatDay(publishedOn, 'plain')}: a board review needs the inspection it was made beside`;

/** Fills in the review's board and day where the files leave them open; or says what is wrong with the review. */
function settleReview(
  stated: FactMap,
  inspection: Gathered,
  held: Held | undefined,
  boards: readonly SharedBoard[],
): string | undefined {
  const before = held?.facts;
  const graded = stated.has('boardOutcome') || before?.has('boardOutcome');
  if (!graded)
    return stated.has('board') || stated.has('boardPublishedOn') ? 'a board review without a grade' : undefined;
  const board = boardOf(stated.get('board') ?? before?.get('board'), inspection.authority, boards);
  if ('wrong' in board) return board.wrong;
  stated.set('board', board.name);
  stated.set('boardPublishedOn', stated.get('boardPublishedOn') ?? reviewDay(stated, inspection, held));
  return undefined;
}

/** The day of a review that the files do not date: as held; where it was printed in the inspection's report, that report's. */
function reviewDay(stated: FactMap, { reviewOnly, publishedOn }: Gathered, held: Held | undefined): string {
  const before = held?.facts.get('boardPublishedOn');
  if (held && reviewOnly && publishedOn !== held.publishedOn) return publishedOn;
  if (before === undefined) return publishedOn;
  return before === held?.publishedOn ? (stated.get('publishedOn') ?? before) : before;
}

/** The board that is meant: the shared one named or known to cover the council, else a board of the council's own. */
function boardOf(
  named: string | undefined,
  authority: { code: string; name: string },
  boards: readonly SharedBoard[],
): { name: string } | { wrong: string } {
  if (named === undefined)
    return boards.find(({ authorities }) => authorities.includes(authority.code)) ?? { name: authority.name };
  const known = boards.find(({ name }) => shortName(name) === shortName(named));
  if (known && !known.authorities.includes(authority.code))
    return { wrong: `the board of ${known.name} does not cover ${authority.name}` };
  return { name: known?.name ?? named };
}

const shortName = (name: string) => plainWords(name.replace(/\(.*/, '').replaceAll('&', ' and '));
