/** Text as it is looked for: without accents, case or more than one space. */
export const foldWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether every word of `wanted` stands somewhere in one of `texts`; nothing wanted is always there. */
export function holdWords(texts: readonly (string | undefined)[], wanted: string): boolean {
  const words = foldWords(wanted);
  if (words === '') return true;
  const all = foldWords(texts.filter(Boolean).join(' '));
  return words.split(' ').every((word) => all.includes(word));
}

/** Whether two names would be read as the same. */
export const sameWords = (one: string, other: string): boolean => foldWords(one) === foldWords(other);
