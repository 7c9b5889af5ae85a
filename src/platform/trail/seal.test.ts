import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../database/ids.ts';
import {
  firstDifference,
  flawOfSeal,
  type Mark,
  makeSeal,
  markOf,
  marksFromBytes,
  marksToBytes,
  type Seal,
  SealingKey,
} from './seal.ts';

const key = new SealingKey(Buffer.alloc(32, 7));
const verifiers = new Map([[key.id, key.publicKey]]);
const partnership = newId();
const madeAt = new Date('2026-11-23T09:00:00Z');

const marks = (from: number, count: number): Mark[] =>
  Array.from({ length: count }, (_, at) => markOf(from + 2 * at, `entry ${from + 2 * at}`));

const first = makeSeal(key, partnership, undefined, marks(3, 5), madeAt);
const second = makeSeal(key, partnership, first, marks(20, 4), madeAt);

test('a seal follows the one before it and bears a signature', () => {
  expect(flawOfSeal(first, undefined, verifiers)).toBeUndefined();
  expect(flawOfSeal(second, first, verifiers)).toBeUndefined();
  expect([first.number, second.number]).toEqual([1, 2]);
});

test.for<[string, Seal, Seal | undefined, ReturnType<typeof flawOfSeal>]>([
  ['that a seal is missing before', second, undefined, 'number'],
  ['that it is told twice', first, first, 'number'],
  ['that its entries were put in another order', { ...second, marks: [...second.marks].reverse() }, first, 'order'],
  ['that it goes back behind the one before', makeSeal(key, partnership, first, marks(4, 2), madeAt), first, 'order'],
  ['that an entry was left out of it', { ...second, marks: second.marks.slice(1) }, first, 'hash'],
  ['that it was dated back', { ...second, madeAt: new Date(0) }, first, 'hash'],
  ['that it came from another partnership', { ...second, partnership: newId() }, first, 'hash'],
  ['that the one before it was another', second, makeSeal(key, partnership, undefined, marks(3, 4), madeAt), 'hash'],
  ['that its hash was changed', { ...second, hash: randomBytes(32) }, first, 'hash'],
  ['that its signature was changed', { ...second, signature: randomBytes(64) }, first, 'signature'],
])('a seal shows %s', ([, seal, previous, flaw]) => {
  expect(flawOfSeal(seal, previous, verifiers)).toBe(flaw);
});

test('a seal made with another key is not taken, whatever it says', () => {
  const other = new SealingKey(randomBytes(32));
  const forged = makeSeal(other, partnership, first, marks(20, 4), madeAt);
  expect(flawOfSeal(forged, first, verifiers)).toBe('unknown-key');
  expect(flawOfSeal({ ...second, signature: forged.signature }, first, verifiers)).toBe('signature');
  const renamed = new Map([[other.id, key.publicKey]]);
  expect(flawOfSeal(forged, first, renamed)).toBe('signature');
});

test('nothing is not sealed', () => {
  expect(() => makeSeal(key, partnership, undefined, [], madeAt)).toThrow(RangeError);
});

test('marks are the same after they were kept', () => {
  const kept = marks(2 ** 40, 1000);
  expect(marksFromBytes(marksToBytes(kept))).toEqual(kept);
});

describe('what differs is named, wherever it is', () => {
  const runs = fc
    .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 })
    .map((ids) => ids.sort((a, b) => a - b).map((id) => markOf(id, `${id}`)));
  const runAndPlace = runs.chain((run) => fc.tuple(fc.constant(run), fc.nat(run.length - 1)));
  const at = (run: readonly Mark[], place: number): Mark => run[place] ?? markOf(0, '');

  test('an untouched run does not differ', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(firstDifference(run, marksFromBytes(marksToBytes(run)))).toBeUndefined();
      }),
    );
  });
  test('an altered entry', () => {
    fc.assert(
      fc.property(runAndPlace, ([run, place]) => {
        const { id } = at(run, place);
        expect(firstDifference(run, run.with(place, markOf(id, 'something else')))).toEqual({ kind: 'altered', id });
      }),
    );
  });
  test('a missing entry', () => {
    fc.assert(
      fc.property(runAndPlace, ([run, place]) => {
        expect(firstDifference(run, run.toSpliced(place, 1))).toEqual({ kind: 'missing', id: at(run, place).id });
      }),
    );
  });
  test('an entry that was put in', () => {
    fc.assert(
      fc.property(runAndPlace, ([run, place]) => {
        const sealed = run.toSpliced(place, 1);
        expect(firstDifference(sealed, run)).toEqual({ kind: 'inserted', id: at(run, place).id });
      }),
    );
  });
  test('two entries that changed places', () => {
    fc.assert(
      fc.property(runAndPlace, ([run, place]) => {
        fc.pre(place > 0);
        const [here, before] = [at(run, place), at(run, place - 1)];
        const swapped = run
          .with(place, { id: here.id, hash: before.hash })
          .with(place - 1, { id: before.id, hash: here.hash });
        expect(firstDifference(run, swapped)).toEqual({ kind: 'altered', id: before.id });
      }),
    );
  });
});
