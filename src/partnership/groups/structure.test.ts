import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aGroup, aHolder, aSeat } from './groups.fixture.ts';
import { type GroupNode, rulingOnEnding, rulingOnParent, treeOf } from './structure.ts';

const board = aGroup({ id: 'board' });
const executive = aGroup({ id: 'executive', parent: 'board' });
const learning = aGroup({ id: 'learning', parent: 'executive' });
const ended = aGroup({ id: 'ended', endedOn: plainDate('2026-01-01') });
const groups = [board, executive, learning, ended];

test.each([
  ['to itself', 'board', 'board', 'itself'],
  ['to one that reports to it', 'board', 'executive', 'ring'],
  ['to one that reports to it over two steps', 'board', 'learning', 'ring'],
  ['to one that has ended', 'learning', 'ended', 'ended'],
  ['to one that is not there', 'learning', 'elsewhere', 'unknown'],
])('a group cannot report %s', (_, id, parent, because) => {
  expect(rulingOnParent(groups, id, parent)).toEqual({ allowed: false, because });
});

test('a group may report to any other that sits, and a new one too; it may stay under one that ended since', () => {
  expect(rulingOnParent(groups, 'learning', 'board')).toEqual({ allowed: true });
  expect(rulingOnParent(groups, undefined, 'learning')).toEqual({ allowed: true });
  const under = aGroup({ id: 'under', parent: 'ended' });
  expect(rulingOnParent([...groups, under], 'under', 'ended')).toEqual({ allowed: true });
});

test('a ring that stands in the data does not keep a rule from answering', () => {
  const ring = [aGroup({ id: 'a', parent: 'b' }), aGroup({ id: 'b', parent: 'a' }), aGroup({ id: 'c' })];
  expect(rulingOnParent(ring, 'c', 'a')).toEqual({ allowed: true });
});

const told = (nodes: readonly GroupNode[]): unknown[] =>
  nodes.map(({ group, below }) => (below.length ? { [group.id]: told(below) } : group.id));

test('the tree has each group once, below the one it reports to', () => {
  expect(told(treeOf(groups))).toEqual([{ board: [{ executive: ['learning'] }] }, 'ended']);
});

test('a group under one that is not shown stands at the top, and so does one of a ring', () => {
  expect(told(treeOf([learning]))).toEqual(['learning']);
  const ring = [
    aGroup({ id: 'a', parent: 'b' }),
    aGroup({ id: 'b', parent: 'a' }),
    aGroup({ id: 'self', parent: 'self' }),
  ];
  expect(told(treeOf(ring))).toEqual([{ a: ['b'] }, 'self']);
});

const day = plainDate('2026-06-01');
test('a group does not end twice, before it began, or before somebody begins in one of its seats', () => {
  const after = plainDate('2026-06-02');
  expect(rulingOnEnding(ended, [], day)).toEqual({ allowed: false, because: 'ended-already' });
  expect(rulingOnEnding(aGroup({ id: 'new', fromOn: after }), [], day)).toEqual({
    allowed: false,
    because: 'before-it-began',
  });
  for (const seat of [aSeat({ fromOn: after }), aSeat({ holders: [aHolder({ fromOn: after })] })]) {
    expect(rulingOnEnding(board, [seat], day)).toEqual({ allowed: false, because: 'somebody-later' });
    expect(rulingOnEnding(board, [seat], after)).toEqual({ allowed: true });
  }
});
