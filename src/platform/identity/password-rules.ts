import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';

export const shortestPassword = 12;
export const longestPassword = 200;

/** Why a password would be guessed. */
export type Weakness = 'too-short' | 'too-long' | 'common' | 'common-with-digits' | 'repeats' | 'about-you';

export const weaknessText: Record<Weakness, string> = {
  'too-short': `Password must be ${shortestPassword} characters or more. Three words that mean something to you alone are easy to remember`,
  'too-long': `Password must be ${longestPassword} characters or fewer`,
  common: 'This password is on lists of passwords that are tried first. Choose another',
  'common-with-digits': 'Digits or signs at the end of a common password are tried first too. Choose another',
  repeats: 'This password repeats itself. Choose one that is harder to guess',
  'about-you': 'Password must not be made from your name or email address',
};

/** What is guessed first. */
export interface CommonPasswords {
  whole: ReadonlySet<string>;
  roots: ReadonlySet<string>;
}

let lists: CommonPasswords | undefined;

/** @source data/passwords: lists of what people have used, MIT */
export function commonPasswords(): CommonPasswords {
  lists ??= { whole: linesOf('common.txt'), roots: linesOf('roots.txt') };
  return lists;
}

const linesOf = (file: string): ReadonlySet<string> =>
  new Set(
    readFileSync(join(projectRoot, 'data/passwords', file), 'utf8')
      .split('\n')
      .filter(Boolean),
  );

/**
 * Why `password` must not be used, or undefined. There are no rules about kinds of characters: they make passwords that
 * people forget and programs guess.
 */
export function weaknessOf(
  password: string,
  owner: { name: string; email: string },
  common = commonPasswords(),
): Weakness | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  const length = [...plain].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  if (common.whole.has(plain) || common.whole.has(letters(plain))) return 'common';
  if (isRepetition(plain)) return 'repeats';
  const root = trimmed(plain);
  if (root.length < 4 || common.roots.has(root) || common.roots.has(letters(root))) return 'common-with-digits';
  return isAbout(letters(plain), owner) ? 'about-you' : undefined;
}

/** Without the digits and signs at either end. */
const trimmed = (text: string) => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The usual stand-ins read as letters: p4$$w0rd. */
const letters = (text: string) => text.replaceAll(/[013457@$!]/g, (sign) => standIns[sign] ?? sign);
const standIns: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A few characters over and over, or one or two kinds of character. */
function isRepetition(text: string): boolean {
  if (new Set(text).size < 4) return true;
  const doubled = (text + text).indexOf(text, 1);
  return doubled <= text.length / 2;
}

/** What is left is next to nothing when one's own names and this program's are taken out. */
function isAbout(text: string, { name, email }: { name: string; email: string }): boolean {
  const words = [...`${name} ${email}`.toLowerCase().split(/[^\p{L}]+/u), 'concordat', 'safeguarding', 'password'];
  const long = words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const rest = long.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.replaceAll(/[^\p{L}]/gu, '').length < 4;
}
