import { expect, test } from 'vitest';
import { readStanding } from './states-in-words.ts';

test.each([
  ['Puce', '', false, '“Puce” is not a state: write not started, on track, at risk, on hold, done or withdrawn'],
  ['', 'Mauve', false, '“Mauve” is not a state: write not started, on track, at risk, on hold, done or withdrawn'],
  ['In progress', 'Blue', false, '“In progress” and “Blue” say two things: write one of them'],
  ['In progress', '', true, '“In progress” and a day on which it was finished say two things: write one of them'],
  ['', 'Amber', true, '“Amber” and a day on which it was finished say two things: write one of them'],
])('“%s” and “%s” are no state, and the reason says what to write', (state, rag, finished, wrong) => {
  expect(readStanding(state, rag, finished)).toEqual({ wrong });
});

test.each([
  ['', '', false, undefined],
  ['', '', true, 'done'],
  ['', 'Blue', false, 'done'],
  ['', 'Green', false, 'on-track'],
  ['', 'Green', true, 'done'],
  ['', 'Amber', false, 'at-risk'],
  ['', 'Red', false, 'at-risk'],
  ['', 'Grey', false, 'not-started'],
  ['Complete', 'Green', false, 'done'],
  ['Completed', '', true, 'done'],
  ['Closed', 'Red', false, 'done'],
  ['Open', '', false, 'open'],
  ['Open', 'Amber', false, 'at-risk'],
  ['In progress', 'Red', false, 'at-risk'],
  ['Ongoing', 'Green', false, 'on-track'],
  ['Overdue', '', false, 'at-risk'],
  ['On hold', '', false, 'on-hold'],
  ['Superseded', '', false, 'withdrawn'],
  ['Claimed done', '', false, 'claimed-done'],
  ['Awaiting sign-off', '', true, 'claimed-done'],
  ['2. In progress', '', false, 'on-track'],
  ['Amber (delayed)', '', false, 'at-risk'],
  ['Green – on track', '', false, 'on-track'],
])('“%s” and “%s”, finished: %s, is %s', (state, rag, finished, standing) => {
  expect(readStanding(state, rag, finished)).toEqual({ value: standing });
});
