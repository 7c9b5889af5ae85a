import type { Tone } from '../../../platform/ui/patterns.tsx';
import { type ChallengeStanding, standings } from '../challenge.ts';

const tones: Readonly<Record<ChallengeStanding, Tone>> = {
  draft: 'plain',
  put: 'warning',
  overdue: 'bad',
  answered: 'plain',
  settled: 'good',
  closed: 'calm',
  withdrawn: 'calm',
};

/** How a challenge stands, as its tag shows it. */
export const standingTag = (standing: ChallengeStanding): { text: string; tone: Tone } => ({
  text: standings[standing],
  tone: tones[standing],
});
