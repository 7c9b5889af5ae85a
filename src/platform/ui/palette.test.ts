import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The colours of the house by name, as the styles have them. */
const source = readFileSync(new URL('../../../assets/styles/_palette.scss', import.meta.url), 'utf8');
const colours = new Map(
  [...source.matchAll(/^\$([\w-]+): #([\da-f]{3,6});$/gm)].map(([, name = '', hex = '']) => [
    name,
    hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex,
  ]),
);

/** Relative luminance, by the definition of WCAG 2. */
function luminance(name: string): number {
  const hex = colours.get(name);
  if (hex === undefined) throw new Error(`no colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['white', 'paper', 'mist'];
const onLight = ['ink', 'pine', 'pine-dark', 'quiet', 'brick', 'plum'].flatMap((words) =>
  grounds.map((ground) => [words, ground] as const),
);
test.each([
  ...onLight,
  ['white', 'pine'],
  ['white', 'pine-dark'],
  ['white', 'pine-bright'],
  ['white', 'brick'],
  ['white', 'moss'],
  ['good-words', 'good-ground'],
  ['warning-words', 'warning-ground'],
  ['bad-words', 'bad-ground'],
  ['calm-words', 'calm-ground'],
  ['pine-dark', 'amber'],
] as const)('%s can be read on %s', (words, ground) => {
  expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ['moss', 'white'],
  ['amber', 'pine'],
  ['amber', 'pine-dark'],
  ['brick', 'white'],
] as const)('%s can be told from %s beside it', (one, other) => {
  expect(contrast(one, other)).toBeGreaterThanOrEqual(3);
});
