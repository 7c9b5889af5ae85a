/** How likely and how bad, each from 1 to the highest of the partnership’s scale. */
export interface Score {
  likelihood: number;
  impact: number;
}

/** The highest likelihood and the highest impact: 4 by 4, or 5 by 5. */
export type Scale = 4 | 5;

/** Until a partnership sets another. */
export const defaultScale: Scale = 5;

/** Likelihood times impact: from 1 to 16, or to 25. */
export const worthOf = ({ likelihood, impact }: Score): number => likelihood * impact;

export const bandNames = ['low', 'medium', 'high', 'very-high'] as const;
export type Band = (typeof bandNames)[number];

export const bands: Readonly<Record<Band, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
};

/** From which product on a score is medium, high and very high. */
const thresholds: Readonly<Record<Scale, readonly [medium: number, high: number, veryHigh: number]>> = {
  4: [3, 6, 12],
  5: [4, 8, 15],
};

/** In which of the four bands a score falls. */
export function bandOf(score: Score, scale: Scale): Band {
  const passed = thresholds[scale].filter((from) => worthOf(score) >= from).length;
  return bandNames[passed] ?? 'very-high';
}

export const likelihoodWords: Readonly<Record<Scale, readonly string[]>> = {
  4: ['Very unlikely', 'Unlikely', 'Likely', 'Very likely'],
  5: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
};

export const impactWords: Readonly<Record<Scale, readonly string[]>> = {
  4: ['Minor', 'Moderate', 'Major', 'Severe'],
  5: ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'],
};

/** “12 of 25, high: likelihood 3, impact 4” */
export const scoreInWords = (score: Score, scale: Scale): string =>
  `${worthOf(score)} of ${scale * scale}, ${bands[bandOf(score, scale)].toLowerCase()}: likelihood ${score.likelihood}, impact ${score.impact}`;

/** How a risk has gone since an earlier score: what a reader is told beside the number. */
export const trendOf = (before: Score | undefined, now: Score): 'Up' | 'Down' | 'The same' | 'First score' =>
  before === undefined
    ? 'First score'
    : worthOf(now) > worthOf(before)
      ? 'Up'
      : worthOf(now) < worthOf(before)
        ? 'Down'
        : 'The same';
