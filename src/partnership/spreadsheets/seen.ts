import { type Plan, printsOf } from './plan.ts';

/** What somebody was shown, in one line for the form: `12.ab34cd56 13.…`. */
export const seenOf = (plan: Pick<Plan, 'changes' | 'rejections'>): string =>
  [...printsOf(plan)].map(([line, print]) => `${line}.${print}`).join(' ');

/** The lines that would do something else now than what was shown, in order. */
export function changedSince(seen: string, plan: Pick<Plan, 'changes' | 'rejections'>): number[] {
  const before = new Map(
    seen.split(' ').map((one): [number, string] => [Number(one.split('.')[0]), one.slice(one.indexOf('.') + 1)]),
  );
  const now = printsOf(plan);
  const lines = new Set([...before.keys(), ...now.keys()]);
  return [...lines].filter((line) => line > 0 && before.get(line) !== now.get(line)).toSorted((a, b) => a - b);
}
