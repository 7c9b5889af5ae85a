import { describe, expect, test as pureTest } from 'vitest';
import { test } from '../../../test/harness/pages.ts';
import { regimes } from '../regimes/regimes.ts';
import { changeAbout } from '../settings/settings.store.ts';
import { readQuestion } from './question.ts';

const here = '/dunmere/clocks';
const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('what cannot be meant', () => {
  const day = 'Enter the day as 5 March 2027, 05/03/2027 or 2027-03-05';
  const wrong = [
    ['no clock', { clock: '', from: '5 March 2027' }, 'clock', 'Select a clock'],
    [
      'a clock of another regime',
      { clock: 'serious-case-review-decision', from: '5 March 2027' },
      'clock',
      'Select a clock',
    ],
    ['no clock of any regime', { clock: 'constructor', from: '5 March 2027' }, 'clock', 'Select a clock'],
    ['two clocks', { clock: ['rapid-review', 'panel-reply'], from: '5 March 2027' }, 'clock', 'Select a clock'],
    ['no day', { clock: 'rapid-review', from: ' ' }, 'from', 'Enter the day it starts from'],
    ['a day that is none', { clock: 'rapid-review', from: '30 February 2027' }, 'from', day],
    ['a day before bank holidays are known', { clock: 'rapid-review', from: '1 May 1850' }, 'from', 'Enter a day from'],
    ['a day too far off', { clock: 'rapid-review', from: '1 May 2200' }, 'from', 'Enter a day from'],
  ] as const;
  pureTest.each(wrong)('%s is said to be wrong, and what was typed is kept', (_, query, field, text) => {
    const { asked, errors, typed } = readQuestion(query, regimes['england-2017-act-2026'], { since: 1995 });
    expect(asked).toBeUndefined();
    expect(errors.on(field)?.text).toContain(text);
    expect(typed.from).toBe(query.from.trim());
  });
});

test('the clocks are not there for those of another partnership', async ({ pages, house }) => {
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  expect((await neighbour.get(here)).statusCode).toBe(404);
});

test('a question that cannot be meant is asked again', async ({ pages, house }) => {
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const answer = await reader.get(`${here}?clock=rapid-review&from=soon`);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('value="soon"');
});

test('an address says which clock and day, and the page when it is due and why', async ({ pages, house }) => {
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const words = wordsOf((await reader.get(`${here}?clock=rapid-review&from=15+December+2026`)).body);
  // 25 December a Friday; Boxing Day a Saturday, kept on Monday the 28th; New Year's Day a Friday
  expect(words).toContain('Due by Friday 8 January 2027.');
  expect(words).toContain('Working days 15');
  expect(words).toContain('Friday 25 December 2026, Christmas Day');
  expect(words).toContain('Monday 28 December 2026, Boxing Day (substitute day)');
  expect(words).toContain('Friday 1 January 2027');
  expect(words).toContain('the day it starts from; elsewhere');
});

test('the partnership’s own settings count, and are shown as set', async ({ pages, house }) => {
  const who = await house.person(house.dunmere, 'practitioner');
  const reader = await pages.browse(who);
  const ask = async () => wordsOf((await reader.get(`${here}?clock=panel-reply&from=2027-03-01`)).body);
  expect(await ask()).toContain('Due by Thursday 11 March 2027');
  const length = { count: 3, unit: 'weeks' } as const;
  await house.data.as(who, (scope) => changeAbout(scope, { settings: { clocks: { 'panel-reply': { length } } } }));
  const words = await ask();
  expect(words).toContain('Due by Monday 22 March 2027');
  expect(words).toContain('Set by you the length, 3 weeks');
});

test('all clocks of the regime stand in a table, with where each comes from', async ({ pages, house }) => {
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const words = wordsOf((await reader.get(here)).body);
  for (const { title } of Object.values(regimes['england-2017-act-2026'].clocks)) expect(words).toContain(title);
  expect(words).toContain('Unverified');
});
