import { expect, test } from 'vitest';
import { isTaken } from './sample.ts';

const days = Array.from({ length: 60 }, (_, at) => `day ${at}`);
const things = Array.from({ length: 500 }, (_, at) => `practitioner, in another one, GET /:partnership/page-${at}`);

test('a sample is the same again on its day', () => {
  const taken = () => things.filter((thing) => isTaken(`day 1 ${thing}`, 5));
  expect(taken()).toEqual(taken());
});

test('a sample is as large as it says, and in two months it has had everything', () => {
  for (const day of days) {
    const share = things.filter((thing) => isTaken(`${day} ${thing}`, 5)).length / things.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.28);
  }
  expect(things.filter((thing) => !days.some((day) => isTaken(`${day} ${thing}`, 5)))).toEqual([]);
});
