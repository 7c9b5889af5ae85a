const WORDS = 'no one two three four five six seven eight nine ten'.split(' ');

/** A whole number as people read it: 1,234. */
export const formatNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * A count in words: “No actions”, “One action”, “Seven actions”, “1,234 actions”.
 *
 * @param one what is counted, in the singular
 * @param many the plural, where it is more than an added s
 */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  const number = WORDS[count] ?? formatNumber(count);
  return `${number.charAt(0).toUpperCase()}${number.slice(1)} ${count === 1 ? one : many}`;
}
