import { percent } from '../../../platform/charts/percent.ts';
import { chanceOfSplit } from '../agreement.ts';
import type { Analysis } from '../analysis.ts';
import type { GradedReview } from '../count.ts';
import { isGrade, type Judgement } from '../judgement.ts';

/** What a judgement is called inside a sentence. */
export const judgementInSentence: Record<Judgement, string> = {
  'overall-effectiveness': 'overall effectiveness',
  'help-and-protection': 'help and protection',
  leadership: 'leadership',
  'looked-after-children': 'looked after children',
  adoption: 'adoption',
  'care-leavers': 'care leavers',
  'impact-of-leaders': 'impact of leaders',
  'in-care': 'children in care',
  safeguarding: 'safeguarding',
  'looked-after-services': 'looked after services',
};

/** Below this chance a difference is called more than chance. */
const hardlyByChance = 0.05;

type Comparison = Analysis['comparisons'][number];

/** How often board and council had one grade, which was the better, and whether that may be chance. */
export function agreementSentence({ with: judgement, reviews, matched, boardBetter, boardWorse }: Comparison): string {
  const share = `In ${matched} of ${reviews} reviews (${percent(matched, reviews)}) the board had the same grade as its council’s ${judgementInSentence[judgement]}.`;
  if (boardBetter + boardWorse === 0) return share;
  return `${share} Where they differed, the board’s grade was the better ${times(boardBetter)} and the worse ${times(boardWorse)}: ${weightOf(boardBetter, boardWorse)}.`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

function weightOf(better: number, worse: number): string {
  if (better === worse) return 'neither side came out ahead';
  const who = better > worse ? 'boards' : 'councils';
  return chanceOfSplit(better, worse) < hardlyByChance
    ? `${who} did better more often than chance would readily give`
    : `${who} came out ahead by so little that it could be chance`;
}

/**
 * Which judgement of the council the board's grade was closest to, and which others came so near that the order could be chance.
 * Undefined without reviews.
 *
 * Two judgements are told apart by the reviews in which the board matched only one of them.
 */
export function closenessSentence({ comparisons }: Analysis, reviews: readonly GradedReview[]): string | undefined {
  const ranked = comparisons.filter((each) => each.reviews > 0).toSorted((a, b) => shareOf(b) - shareOf(a));
  const [closest, ...others] = ranked;
  if (!closest) return undefined;
  const alike = others.filter((other) => !isClearlyCloser(closest.with, other.with, reviews));
  const apart = others.filter((other) => !alike.includes(other));
  const first = `The board’s grade matched ${named(closest)} most often`;
  const near = alike.length > 0 ? `; ${listed(alike.map(named))} came so near that the order could be chance` : '';
  const far = apart.length > 0 ? `. It matched ${listed(apart.map(named))} clearly less often` : '';
  return `${first}${near}${far}.`;
}

const shareOf = ({ matched, reviews }: Comparison) => matched / reviews;
const named = ({ with: judgement, matched, reviews }: Comparison) =>
  `${judgementInSentence[judgement]} (${matched} of ${reviews})`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

function isClearlyCloser(one: Judgement, other: Judgement, reviews: readonly GradedReview[]): boolean {
  const both = reviews.filter(
    ({ inspection }) => isGrade(inspection.outcomes[one]) && isGrade(inspection.outcomes[other]),
  );
  const onlyOne = both.filter((review) => matches(one, review) && !matches(other, review)).length;
  const onlyOther = both.filter((review) => matches(other, review) && !matches(one, review)).length;
  return onlyOne > onlyOther && chanceOfSplit(onlyOne, onlyOther) < hardlyByChance;
}

const matches = (judgement: Judgement, { outcome, inspection }: GradedReview) =>
  inspection.outcomes[judgement] === outcome;
