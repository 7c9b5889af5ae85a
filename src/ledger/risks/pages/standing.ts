import type { Tone } from '../../../platform/ui/patterns.tsx';
import { type RiskStanding, standings } from '../risk.ts';
import { type Band, bandOf, bands, type Scale, type Score, worthOf } from '../score.ts';

const tones: Readonly<Record<RiskStanding, Tone>> = {
  overdue: 'bad',
  open: 'plain',
  accepted: 'good',
  closed: 'calm',
};

/** How a risk stands, as its tag shows it. */
export const standingTag = (standing: RiskStanding): { text: string; tone: Tone } => ({
  text: standings[standing],
  tone: tones[standing],
});

/** How each band is toned; its word says the same. */
export const bandTones: Readonly<Record<Band, Tone>> = {
  low: 'calm',
  medium: 'plain',
  high: 'warning',
  'very-high': 'bad',
};

/** A score as its tag shows it: “12 High”. */
export const scoreTag = (score: Score, scale: Scale): { text: string; tone: Tone } => {
  const band = bandOf(score, scale);
  return { text: `${worthOf(score)} ${bands[band]}`, tone: bandTones[band] };
};
