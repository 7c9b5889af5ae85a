import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../project.ts';
import { bankHolidaysOf } from './bank-holiday-files.ts';
import { bankHolidaysFrom } from './bank-holidays.ts';
import { weekdayOf } from './days.ts';
import { holidayRules } from './holiday-rules.ts';
import { plainDate } from './plain-date.ts';

const england = bankHolidaysOf('england-and-wales');
const shown = (year: number) =>
  england.of(year).map(({ date, name, substitute }) => `${date} ${name}${substitute ? ', substitute day' : ''}`);
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('bank holidays of England and Wales', () => {
  const published = parse<Record<'date' | 'name' | 'note', string>>(
    readFileSync(join(projectRoot, 'data/bank-holidays/gov-uk-england-and-wales.csv')),
    { columns: true },
  );
  const last = Number(published.at(-1)?.date.slice(0, 4));

  test('are those that GOV.UK has published, no more and no fewer', () => {
    const ours = years(2012, last).flatMap((year) => england.of(year).map(({ date, name }) => `${date} ${name}`));
    expect(published.length).toBeGreaterThan(130);
    expect(ours).toEqual(published.map(({ date, name }) => `${date} ${name}`));
  });

  test('are substitute days where GOV.UK says so, but for the Monday to which a holiday was moved in 2012', () => {
    const ours = years(2012, last).flatMap((year) => england.of(year).filter(({ substitute }) => substitute));
    const theirs = published.filter(({ note, date }) => note === 'Substitute day' && date !== '2012-06-04');
    expect(ours.map(({ date }) => date)).toEqual(theirs.map(({ date }) => date));
  });

  test('are known to be published as far as the list goes', () => {
    expect(england.publishedTo).toBe(last);
  });

  test.each([
    [1995, '1995-05-08', '1995-05-01'],
    [2002, '2002-06-04', '2002-05-27'],
    [2012, '2012-06-04', '2012-05-28'],
    [2020, '2020-05-08', '2020-05-04'],
    [2022, '2022-06-02', '2022-05-30'],
  ])('were moved in %i: %s is one and %s is none', (_, date, insteadOf) => {
    expect(england.on(plainDate(date))).toBeDefined();
    expect(england.on(plainDate(insteadOf))).toBeUndefined();
  });

  test.each([
    '1981-07-29',
    '1999-12-31',
    '2002-06-03',
    '2011-04-29',
    '2012-06-05',
    '2022-06-03',
    '2022-09-19',
    '2023-05-08',
  ])('were nine or more in the year of %s, which was added once', (date) => {
    expect(england.on(plainDate(date))).toBeDefined();
    expect(england.of(Number(date.slice(0, 4))).length).toBeGreaterThan(8);
  });

  test.each([
    [
      'a Saturday, the 26th a Sunday',
      2027,
      ['2027-12-27 Christmas Day, substitute day', '2027-12-28 Boxing Day, substitute day'],
    ],
    ['a Sunday, the 26th a Monday', 2033, ['2033-12-26 Boxing Day', '2033-12-27 Christmas Day, substitute day']],
    ['a Friday, the 26th a Saturday', 2026, ['2026-12-25 Christmas Day', '2026-12-28 Boxing Day, substitute day']],
    ['a Thursday', 2025, ['2025-12-25 Christmas Day', '2025-12-26 Boxing Day']],
  ])('at Christmas, when the 25th is %s', (_, year, christmas) => {
    expect(shown(year).slice(-2)).toEqual(christmas);
  });

  test('are eight weekdays in every year in which nothing was added', () => {
    const added = new Set([1981, 1999, 2002, 2011, 2012, 2022, 2023]);
    for (const year of years(1978, 2199).filter((one) => !added.has(one))) {
      expect([year, england.of(year).length]).toEqual([year, 8]);
      expect(england.of(year).filter(({ date }) => weekdayOf(date) > 5 || !date.startsWith(String(year)))).toEqual([]);
    }
  });

  test.each([
    ['the earliest Easter', 2285, '2285-03-20', '2285-03-23'],
    ['an early Easter', 2008, '2008-03-21', '2008-03-24'],
    ['a leap year', 2024, '2024-03-29', '2024-04-01'],
    ['the latest Easter', 2038, '2038-04-23', '2038-04-26'],
  ])('follow Easter: %s', (_, year, friday, monday) => {
    expect(shown(year).slice(1, 3)).toEqual([`${friday} Good Friday`, `${monday} Easter Monday`]);
  });

  test('are not guessed for years before they are known', () => {
    expect(() => england.of(1977)).toThrow('known from 1978');
    expect(() => england.on(plainDate('1977-12-31'))).toThrow(RangeError);
  });
});

test('another part of the country is other rules and other corrections', () => {
  const twelfth = { name: 'The Twelfth', in: (year: number) => plainDate(`${year}-07-12`) };
  const rules = {
    ...holidayRules['england-and-wales'],
    yearly: [...holidayRules['england-and-wales'].yearly, twelfth],
  };
  const there = bankHolidaysFrom(rules, [{ date: plainDate('2026-06-15'), name: 'World Cup bank holiday' }]);
  expect(there.on(plainDate('2026-07-13'))).toEqual({ date: '2026-07-13', name: 'The Twelfth', substitute: true });
  expect(there.of(2026).length).toBe(10);
  expect(england.on(plainDate('2026-06-15'))).toBeUndefined();
});
