import { describe, expect, test } from 'vitest';
import { UsageError } from '../../platform/command.ts';
import { readConfig } from '../../platform/config.ts';
import { clockCommand } from './clock-command.ts';
import { clockNames } from './regime.ts';

/** Runs the command as the command line does. */
async function type(name: string, options: Record<string, string>, json = true) {
  const [printed, told]: [string[], string[]] = [[], []];
  if (clockCommand.needs !== 'nothing') throw new Error('a clock needs no database');
  const code = await clockCommand.run(
    { config: readConfig({}), json, print: (text) => printed.push(text), tell: (text) => told.push(text) },
    [name],
    options,
  );
  return { code, out: printed.join('\n'), told };
}
const answer = async (name: string, options: Record<string, string>): Promise<unknown> =>
  JSON.parse((await type(name, options)).out);

test('a rapid review over Christmas 2024 is answered with the days that were skipped', async () => {
  expect(await answer('rapid-review', { from: '2024-12-18' })).toEqual({
    clock: 'rapid-review',
    regime: 'england-2017-act-2023',
    from: '2024-12-18',
    due: '2025-01-13',
    workingDays: 15,
    skipped: [
      { date: '2024-12-25', name: 'Christmas Day' },
      { date: '2024-12-26', name: 'Boxing Day' },
      { date: '2025-01-01', name: 'New Year’s Day' },
    ],
    source: expect.stringContaining('Working Together to Safeguard Children 2023, chapter 5') as string,
  });
});

test('every clock of every regime is answered, with exactly what was promised', async () => {
  const regimes = ['england-2004-act', 'england-2017-act-2018', 'england-2017-act-2023', 'england-2017-act-2026'];
  let answered = 0;
  for (const regime of regimes)
    for (const name of clockNames) {
      const given = await answer(name, { from: '2026-12-18', regime }).catch((error: unknown) => error);
      if (given instanceof UsageError) continue;
      expect(Object.keys(given as object)).toEqual([
        'clock',
        'regime',
        'from',
        'due',
        'workingDays',
        'skipped',
        'source',
      ]);
      answered += 1;
    }
  expect(answered).toBeGreaterThan(50);
});

describe('the law that counts', () => {
  test.each([
    ['that of the day it starts from', { from: '2024-01-10' }, 'england-2017-act-2023'],
    ['that of another day, where one is said', { from: '2024-01-10', at: '5 March 2020' }, 'england-2017-act-2018'],
    ['the one that is named', { from: '2024-01-10', regime: 'england-2004-act' }, 'england-2004-act'],
    [
      'the one that is named, whatever the day',
      { from: '2024-01-10', regime: 'england-2017-act-2018', at: '2026-11-23' },
      'england-2017-act-2018',
    ],
  ])('is %s', async (_, options, regime) => {
    expect(await answer('incident-notification', options)).toMatchObject({ regime });
  });

  test('may have been another in the same place: that is told beside the answer', async () => {
    const { told } = await type('incident-notification', { from: '2019-03-01' });
    expect(told.join()).toContain('could also be under england-2004-act');
  });

  test('was not in force on that day: that is told beside the answer', async () => {
    const { told } = await type('incident-notification', { from: '2024-01-10', regime: 'england-2004-act' });
    expect(told).toEqual(['england-2004-act was not in force on 10 January 2024.']);
  });
});

test.each(['18/12/2026', '18 December 2026', 'Friday 18 December 2026', '18-Dec-26', '2026-12-18'])(
  'the day may be written %s',
  async (from) => {
    expect(await answer('incident-notification', { from })).toMatchObject({ from: '2026-12-18', due: '2026-12-29' });
  },
);

describe('wrong usage', () => {
  test.each([
    ['an unknown clock, with those that are known', 'rapid', { from: '2026-12-18' }, 'rapid-review, panel-reply'],
    ['a clock of another law', 'rapid-review', { from: '2010-05-01' }, 'england-2004-act has no clock “rapid-review”'],
    ['a name every object knows', 'constructor', { from: '2026-12-18' }, 'There is no clock “constructor”'],
    ['a day that is none', 'rapid-review', { from: '30/02/2026' }, '--from: “30/02/2026” is not a real date'],
    ['words that are no day', 'rapid-review', { from: 'soon' }, '--from: “soon” is not a date such as 5 March 2017'],
    ['another day that is none', 'rapid-review', { from: '2026-12-18', at: 'soon' }, '--at: “soon”'],
    [
      'a law that is none',
      'rapid-review',
      { from: '2026-12-18', regime: 'magna-carta' },
      '“magna-carta” is not one of',
    ],
    [
      'a law every object knows',
      'rapid-review',
      { from: '2026-12-18', regime: 'toString' },
      '“toString” is not one of',
    ],
    ['a day before any law kept here', 'rapid-review', { from: '2001-05-01' }, 'No law kept here was in force'],
    ['a day before known bank holidays', 'rapid-review', { from: '1970-05-01', at: '2026-05-01' }, 'known from 1978'],
    ['a day beyond all reckoning', 'rapid-review', { from: '9999-12-31' }, 'to 2199, and this is 9999'],
  ])('is %s', async (_, name, options, words) => {
    await expect(type(name, options)).rejects.toThrow(UsageError);
    await expect(type(name, options)).rejects.toThrow(words);
  });
});

describe('in words', () => {
  test('the answer says what, when, why and by which law', async () => {
    const { code, out } = await type('rapid-review', { from: '2026-12-18' }, false);
    expect(code).toBe(0);
    expect(out).toContain('Due by         Wednesday 13 January 2027');
    expect(out).toContain('Monday 28 December 2026, Boxing Day (substitute day)');
    expect(out).toContain('15 working days from the day the notification is sent to the national panel');
    expect(out).toContain('Unverified     its length, 15 working days');
  });

  test('what is settled is not called unverified', async () => {
    const { out, told } = await type('incident-notification', { from: '2024-12-18' }, false);
    expect(out).toContain('Children Act 2004, section 16C(1)');
    expect(out.toLowerCase()).not.toContain('unverified');
    expect(told).toEqual([]);
  });

  test('a due day at a weekend is said to be one', async () => {
    const { out } = await type('practice-review-completion', { from: '2026-08-31' }, false);
    expect(out).toContain('Due by         Sunday 28 February 2027');
    expect(out).toContain('the last one before it is Friday 26 February 2027');
  });

  test('what must wait is not called due', async () => {
    const { out } = await type('publication-notice', { from: '2026-12-18' }, false);
    expect(out).toContain('Not before     Thursday 31 December 2026');
    expect(out).not.toContain('Due by');
  });

  test('beyond the bank holidays that are published, that is told', async () => {
    const { told } = await type('incident-notification', { from: '2029-05-01' });
    expect(told.join()).toContain('published to 2028');
  });
});
