import { expect, test } from 'vitest';
import { Quiet } from './quiet.ts';

/** A machine that is used so much, look after look, and less than ever after that. */
function machine(...uses: number[]) {
  const looks: number[] = [];
  const useOver = async (milliseconds: number) => {
    looks.push(milliseconds);
    return uses.shift() ?? 0.01;
  };
  return { looks, useOver };
}

test('a turn begins at once on a quiet machine', async () => {
  const { looks, useOver } = machine();
  const quiet = new Quiet(60, useOver);
  await quiet.wait();
  expect([quiet.turns, quiet.quiet, looks.length]).toEqual([1, 1, 1]);
});

test('a turn waits until others have done', async () => {
  const { looks, useOver } = machine(0.9, 0.5, 0.16);
  const quiet = new Quiet(60, useOver);
  await quiet.wait();
  expect([quiet.turns, quiet.quiet, looks.length]).toEqual([1, 1, 4]);
});

test('patience is for the whole run, and turns that began without quiet are not counted as quiet', async () => {
  const { looks, useOver } = machine(...Array.from({ length: 100 }, () => 0.9));
  const quiet = new Quiet(1, useOver);
  await quiet.wait();
  const first = looks.length;
  await quiet.wait();
  expect([quiet.turns, quiet.quiet, first, looks.length - first]).toEqual([2, 0, 6, 1]);
});
