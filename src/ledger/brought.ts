import type { Arriving } from '../partnership/transition/arriving.ts';
import { newId } from '../platform/database/ids.ts';

/** What was said of a record, as every kind of record keeps it. */
interface SaidOf {
  id: string;
  enteredBy: string;
  onBehalf: { of: string } | undefined;
  corrects: string | undefined;
}

/**
 * What was said of a record by people who come along with it, in its order. What others said stays where it was written: nobody
 * else can stand for their words.
 */
export function saidByThoseWhoCame<One extends SaidOf>(
  entries: readonly One[],
  arriving: Pick<Arriving, 'find'>,
): One[] {
  const became = new Map<string, string>();
  let latest = 0;
  return entries.flatMap((entry) => {
    const { onBehalf, corrects } = entry;
    const enteredBy = arriving.find(entry.enteredBy);
    const of = arriving.find(onBehalf?.of);
    if (enteredBy === undefined || (onBehalf && of === undefined)) return [];
    latest = Math.max(latest + 1, madeAt(entry.id));
    const id = newId(latest);
    became.set(entry.id, id);
    return [
      {
        ...entry,
        id,
        enteredBy,
        onBehalf: onBehalf && of !== undefined ? { ...onBehalf, of } : undefined,
        corrects: corrects === undefined ? undefined : became.get(corrects),
      },
    ];
  });
}

/** When an identifier was made, in milliseconds: records are kept in the order of their identifiers. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** Identifiers without those that are missing, each once. */
export const present = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];
