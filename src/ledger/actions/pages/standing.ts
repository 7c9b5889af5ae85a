import type { Tone } from '../../../platform/ui/patterns.tsx';
import { type Standing, states } from '../action.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  'not-started': 'plain',
  'on-track': 'good',
  'at-risk': 'warning',
  overdue: 'bad',
  'claimed-done': 'plain',
  verified: 'good',
  embedded: 'good',
  withdrawn: 'calm',
};

/** How an action stands, as its tag shows it. */
export const standingTag = (standing: Standing): { text: string; tone: Tone } => ({
  text: states[standing],
  tone: tones[standing],
});
