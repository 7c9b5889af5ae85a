import { assert, date, property } from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay } from './in-words.ts';
import { plainDate } from './plain-date.ts';
import { readWrittenDay } from './read-day.ts';

test.each([
  '2017-03-05',
  ' 2017-03-05 ',
  '2017-03-05T09:30',
  '2017-03-05 09:30:00',
  '05/03/2017',
  '5.3.2017',
  '5-3-17',
  '05/03/2017 14:00',
  '5 March 2017',
  'Sunday 5 March 2017',
  'Sunday, 5th Mar 2017',
  '5-Mar-17',
])('%j is 5 March 2017', (written) => {
  expect(readWrittenDay(written)).toEqual({ value: '2017-03-05' });
});

test.each(['', 'tomorrow', '5 March', 'March 2017', '2017', '2017-3-5', '5 Marble 2017 or so'])(
  '%j is no date, and the refusal shows how to write one',
  (written) => {
    expect(readWrittenDay(written).wrong).toContain('such as 5 March 2017');
  },
);

test.each(['2026-02-30', '29/02/2023', '31 April 2026', '03/25/2026'])('%j is no day of the calendar', (written) => {
  expect(readWrittenDay(written).wrong).toContain('not a real date');
});

test('every day is read as it is shown', () => {
  const anyDay = date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  assert(
    property(anyDay, (at) => {
      const day = plainDate(at.toISOString().slice(0, 10));
      for (const form of ['long', 'plain'] as const)
        expect(readWrittenDay(formatDay(day, form))).toEqual({ value: day });
      const [year, month, date] = day.split('-');
      expect(readWrittenDay(`${date}/${month}/${year}`)).toEqual({ value: day });
    }),
  );
});
