import { expect, test } from 'vitest';
import { readDeadline } from './read-deadline.ts';

test.each([
  ['ASAP', '“ASAP” is not a day: write one to look at it again, such as 31 March 2026'],
  ['Ongoing', '“Ongoing” is not a day: write one to look at it again, such as 31 March 2026'],
  ['TBC', '“TBC” is not a day: write one to look at it again, such as 31 March 2026'],
  [
    'To be confirmed by HR',
    '“To be confirmed by HR” is not a day: write one to look at it again, such as 31 March 2026',
  ],
  ['end of March', '“end of March” says no year: write it with one, such as 31 March 2026'],
  ['31st March', '“31st March” says no year: write it with one, such as 31 March 2026'],
  ['Q2 2025', '“Q2 2025” can be a quarter of the calendar or of the financial year: write a day, or Q2 2025/26'],
  ['Q2 2025/27', '“Q2 2025/27” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05'],
  ['Foo 2025', '“Foo 2025” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05'],
  ['13/2025', '“13/2025” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05'],
  ['2025', '“2025” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05'],
  ['31/02/2025', '“31/02/2025” is not a real date; days come before months'],
  ['end of 0000/01', '“end of 0000/01” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05'],
])('“%s” is no deadline, and the reason says what to write', (written, wrong) => {
  expect(readDeadline(written)).toEqual({ wrong });
});

test.each([
  ['31/03/2025', '2025-03-31', '2025-03-31'],
  ['end of March 2025', '2025-03-01', '2025-03-31'],
  ['End March 2025', '2025-03-01', '2025-03-31'],
  ['by the end of February 2024', '2024-02-01', '2024-02-29'],
  ['Mar 25', '2025-03-01', '2025-03-31'],
  ['Sept-25', '2025-09-01', '2025-09-30'],
  ['12/2025', '2025-12-01', '2025-12-31'],
  ['Q1 2025/26', '2025-04-01', '2025-06-30'],
  ['Q2 2025/26', '2025-07-01', '2025-09-30'],
  ['Q3 25-26', '2025-10-01', '2025-12-31'],
  ['2025/26 Q4', '2026-01-01', '2026-03-31'],
  ['Quarter 4 of 2025/2026', '2026-01-01', '2026-03-31'],
  ['2025/26', '2025-04-01', '2026-03-31'],
  ['end of financial year 2025/26', '2025-04-01', '2026-03-31'],
  ['by end of 2025', '2025-01-01', '2025-12-31'],
])('“%s” lasts from %s to %s', (written, from, until) => {
  expect([readDeadline(written, 'start'), readDeadline(written)]).toEqual([{ value: from }, { value: until }]);
});
