import type { Scope } from '../../platform/database/database.ts';
import type { Regime, Term, TermName } from '../regimes/regime.ts';
import type { LocalWords } from './local.ts';
import { findAbout } from './settings.store.ts';

/** What the partnership calls something: its own word, or else the regime's; undefined where the regime has no such thing. */
export type Words = (term: TermName) => Term | undefined;

export const wordsIn =
  ({ vocabulary }: Pick<Regime, 'vocabulary'>, own: LocalWords): Words =>
  (term) => {
    const [ours, theirs] = [own[term], vocabulary[term]];
    return theirs && ours !== undefined ? { one: ours, many: manyOf(ours) } : theirs;
  };

/** What the partnership of this scope calls things: `(await wordsOf(scope))('board')?.one`. */
export async function wordsOf(scope: Scope): Promise<Words> {
  const { law, words } = await findAbout(scope);
  return wordsIn(law, words);
}

/** More than one of them, by the usual rules: “executive boards”, “bodies”, “CDOPs”. */
export function manyOf(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/i.test(one) ? `${one}es` : `${one}s`;
}

/** With a capital at the beginning, as a heading or label has it. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
