import { createHash } from 'node:crypto';
import type { Rejection } from '../../platform/documents/cells.ts';

/** What rows would do: what of it was shown, and may be different by the time it is written. */
interface Doings {
  changes: readonly {
    kind: string;
    line: number;
    isNew: boolean;
    differences: readonly { fact: string; before: string; after: string }[];
  }[];
  rejections: readonly Rejection[];
}

/** What somebody was shown, in one line for the form: `12.ab34cd56 13.…`. */
export const seenOf = (plan: Doings): string =>
  [...printsOf(plan)].map(([line, print]) => `${line}.${print}`).join(' ');

/** The lines that would do something else now than what was shown, in order. */
export function changedSince(seen: string, plan: Doings): number[] {
  const before = new Map(
    seen.split(' ').map((one): [number, string] => [Number(one.split('.')[0]), one.slice(one.indexOf('.') + 1)]),
  );
  const now = printsOf(plan);
  const lines = new Set([...before.keys(), ...now.keys()]);
  return [...lines].filter((line) => line > 0 && before.get(line) !== now.get(line)).toSorted((a, b) => a - b);
}

/** What each row would do, as a short print by its line: one that differs was planned against another directory. */
function printsOf({ changes, rejections }: Doings): Map<number, string> {
  const words = new Map<number, string[]>();
  const say = (line: number, said: readonly string[]) => words.set(line, [...(words.get(line) ?? []), ...said]);
  for (const { kind, line, isNew, differences } of changes)
    say(line, [
      kind,
      String(isNew),
      ...differences.flatMap(({ fact, before, after }) => [fact, before, isNewKey(after) ? 'new' : after]),
    ]);
  for (const { line, reason } of rejections) say(line, [reason]);
  return new Map([...words].map(([line, said]) => [line, printOf(said)]));
}

/** New records are numbered as rows come: what an earlier row no longer makes would renumber all the later ones. */
const isNewKey = (value: string) => /^new \d+$/.test(value);

const printOf = (words: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 8);
