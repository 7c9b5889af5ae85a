import {
  authorityWithCode,
  type LocalAuthority,
  type Places,
  predecessorsOf,
} from '../../../partnership/places/places.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { BoardReview, Facts, Inspection } from '../facts.ts';
import { frameworkFacts, isGrade, type Judgement, type Outcome, outcomeNames } from '../judgement.ts';

/** What happened in the place of a council: to it, to the councils it took over from, and to the boards of them all. */
export interface PlaceHistory {
  authority: LocalAuthority;
  predecessors: readonly LocalAuthority[];
  inspections: readonly Inspection[];
  /** Every review of the boards, with the name of the council beside whose inspection each was made: perhaps one that shares the board. */
  reviews: readonly (BoardReview & { beside: string })[];
}

/** The history of a council's place, in order of publication. */
export function historyOf(facts: Facts, places: Places, authority: LocalAuthority): PlaceHistory {
  const predecessors = predecessorsOf(places, authority.code);
  const codes = new Set([authority, ...predecessors].map(({ code }) => code));
  const boards = new Set(facts.reviews.filter((review) => codes.has(review.authority)).map(({ board }) => board));
  return {
    authority,
    predecessors,
    inspections: facts.inspections.filter((inspection) => codes.has(inspection.authority)),
    reviews: facts.reviews
      .filter(({ board }) => boards.has(board))
      .map((review) => ({ ...review, beside: facts.councils.get(review.authority)?.name ?? review.authority }))
      .toSorted(oldestFirst),
  };
}

export const oldestFirst = (a: { publishedOn: PlainDate }, b: { publishedOn: PlainDate }): number =>
  a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0;

/** The judgement that stands for a whole inspection; none for joint inspections. */
export const mainJudgement = ({ framework }: Pick<Inspection, 'framework'>): Judgement | undefined =>
  frameworkFacts[framework].judgements[0];

export function mainOutcome(inspection: Inspection): Outcome | undefined {
  const judgement = mainJudgement(inspection);
  return judgement && inspection.outcomes[judgement];
}

/** How the place stands, in a sentence. */
export function placeSentence({ authority, predecessors, inspections, reviews }: PlaceHistory): string {
  const council = inspections.findLast((inspection) => isGrade(mainOutcome(inspection)));
  const board = reviews.findLast(({ outcome }) => isGrade(outcome));
  const outcome = council && mainOutcome(council);
  const whose =
    council?.authority === authority.code
      ? 'the council'
      : (predecessors.find(({ code }) => code === council?.authority)?.name ?? '');
  const sentences = [
    council &&
      outcome &&
      `The latest overall grade of ${whose} is ${words(outcome)} (${frameworkFacts[council.framework].short}, ${day(council)}).`,
    board && `The safeguarding board of ${board.board} was last judged ${words(board.outcome)} (${day(board)}).`,
  ];
  return sentences.filter(Boolean).join(' ') || `No graded inspection of ${authority.name} is held here.`;
}

const words = (outcome: Outcome) => outcomeNames[outcome].toLowerCase();
const day = ({ publishedOn }: { publishedOn: PlainDate }) => formatDay(publishedOn, 'plain');

/** The councils of today that are like this one, nearest first. */
export const neighboursOf = (places: Places, { neighbours }: LocalAuthority): LocalAuthority[] =>
  neighbours.flatMap((code) => authorityWithCode(places, code) ?? []);
