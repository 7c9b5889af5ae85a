import { nameKey } from './draft.ts';

type Kind = 'agency' | 'group';

/**
 * Names that a slip of one letter parts from another: of what is here already, or of what the file names more often (or as often,
 * and before). “Dunmere Concil” is a slip for “Dunmere Council”; “School 1” and “School 2” are two.
 */
export class Slips {
  readonly #meant = new Map<string, string>();

  /** @param here the names that are here already @param said every name the file says, as often as it says it */
  constructor(here: Readonly<Record<Kind, readonly string[]>>, said: Readonly<Record<Kind, readonly string[]>>) {
    for (const kind of ['agency', 'group'] as const) this.#find(kind, here[kind], said[kind]);
  }

  /** The name that was meant, where this one is a slip. */
  meant(kind: Kind, name: string): string | undefined {
    return this.#meant.get(`${kind} ${nameKey(name)}`);
  }

  #find(kind: Kind, here: readonly string[], said: readonly string[]): void {
    const weights = new Map<string, { name: string; weight: number }>();
    for (const name of said) {
      const there = weights.get(nameKey(name));
      weights.set(nameKey(name), { name: there?.name ?? name, weight: (there?.weight ?? 0) + 1 });
    }
    for (const name of here) weights.set(nameKey(name), { name, weight: Infinity });
    const nearby = new Map<string, string[]>();
    const inOrder = [...weights].toSorted(([, a], [, b]) => (a.weight === b.weight ? 0 : b.weight - a.weight));
    for (const [key, { weight }] of inOrder) {
      const shorter = [key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))];
      const right = shorter.flatMap((one) => nearby.get(one) ?? []).find((other) => isSlip(key, other));
      if (right !== undefined && weight !== Infinity)
        this.#meant.set(`${kind} ${key}`, weights.get(right)?.name ?? right);
      else for (const one of new Set(shorter)) nearby.set(one, [...(nearby.get(one) ?? []), key]);
    }
  }
}

/** Whether names that differ by a letter differ in a word long enough to be misspelt, and not in a number. */
function isSlip(one: string, other: string): boolean {
  const digits = (name: string) => name.replaceAll(/\D/g, '');
  if (digits(one) !== digits(other)) return false;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length !== others.length) return true;
  const differing = words.flatMap((word, at) => (word === others[at] ? [] : [[word, others[at] ?? '']]));
  return differing.length === 1 && differing.flat().every((word) => word.length > 3);
}
