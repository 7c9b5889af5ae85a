/** What setting a partnership up consists of, in order. A name is kept in databases for good. */
export const stepNames = ['areas', 'agencies', 'people', 'groups', 'priorities', 'duties'] as const;
export type StepName = (typeof stepNames)[number];

export const isStep = (text: string): text is StepName => stepNames.some((name) => name === text);

/** Where setting up stands: at a step, behind the last, or not begun. */
export type Progress = StepName | 'done' | 'not-begun';

/** @param kept what is kept of it; what is no step is as if it had not begun */
export const progressOf = (kept: string): Progress => (kept === 'done' || isStep(kept) ? kept : 'not-begun');

export type StepState = 'done' | 'skipped' | 'next' | 'to-come';

/** @param skipped steps that somebody put off, and has not done since */
export function stateOfStep(step: StepName, progress: Progress, skipped: readonly StepName[]): StepState {
  if (step === progress) return 'next';
  const isPast = progress === 'done' || stepNames.indexOf(step) < stepNames.findIndex((name) => name === progress);
  if (!isPast) return 'to-come';
  return skipped.includes(step) ? 'skipped' : 'done';
}

/** Where setting up stands once `step` was done or skipped: further, if that was the step it stood at. */
export function progressAfter(step: StepName, progress: Progress): Progress {
  if (step !== progress) return progress;
  return stepNames[stepNames.indexOf(step) + 1] ?? 'done';
}

/** The kind of the task that a skipped step becomes. */
export const taskKindOf = (step: StepName): string => `set-up-${step}`;
