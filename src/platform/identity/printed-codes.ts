import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other on paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
export const codesInSet = 10;
/** From so few on we say that it is time for a new set. */
export const fewCodes = 3;

/** A new set of codes: ten characters each, in two groups; about 49 random bits. */
export const newPrintedCodes = (): string[] => Array.from({ length: codesInSet }, () => `${group()}-${group()}`);

const group = () => Array.from({ length: 5 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** What somebody typed as a printed code, in the form we hash; undefined when it cannot be one. */
export function readPrintedCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return code.length === 10 ? code : undefined;
}
