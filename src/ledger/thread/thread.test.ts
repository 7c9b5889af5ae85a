import { describe, expect, test } from 'vitest';
import type { Mention } from '../../partnership/record-type.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { beside, besideWords, cameFrom, ledTo, threadOf } from './thread.ts';
import type { Relation, ThreadLink } from './thread-link.store.ts';

const link = (from: string, relation: Relation, to: string): ThreadLink => ({
  id: `${from} ${relation} ${to}`,
  from: { kind: 'action', id: from },
  relation,
  to: { kind: 'action', id: to },
});
const mention = (id: string): Mention => ({
  kind: 'action',
  id,
  reference: id,
  title: id,
  path: `/${id}`,
  state: 'Open',
  on: plainDate('2026-11-23'),
});
const names = (placed: readonly { mention: Mention; steps?: number }[]) =>
  placed.map(({ mention: { id }, steps }) => (steps === undefined ? id : `${id} ${steps}`));

const links = [
  link('finding', 'led-to', 'recommendation'),
  link('recommendation', 'led-to', 'action'),
  link('action', 'led-to', 'audit'),
  link('reply', 'answers', 'action'),
  link('figure', 'evidences', 'action'),
];

describe('what somebody may not know of', () => {
  test('is not in the thread, and neither is what lies behind it', () => {
    const thread = threadOf('action', links, ['finding', 'audit', 'reply', 'figure'].map(mention));
    expect(names(cameFrom(thread))).toEqual([]);
    expect(JSON.stringify(thread)).not.toContain('recommendation');
  });
  test('is not hinted at where it is all that there is', () => {
    expect(threadOf('action', links, [])).toEqual(threadOf('action', [], []));
  });
});

test('a record came from what led to it, and led to what answers it', () => {
  const thread = threadOf('action', links, ['finding', 'recommendation', 'audit', 'reply', 'figure'].map(mention));
  expect(names(cameFrom(thread))).toEqual(['recommendation 1', 'finding 2']);
  expect(names(ledTo(thread))).toEqual(['audit 1', 'reply 1']);
  expect(names(beside(thread))).toEqual(['figure']);
  expect(beside(thread).map((one) => besideWords(one.link, 'action'))).toEqual(['It shows this']);
});

test('a ring ends where it began', () => {
  const ring = [link('a', 'led-to', 'b'), link('b', 'led-to', 'c'), link('c', 'led-to', 'a')];
  expect(names(ledTo(threadOf('a', ring, ['b', 'c'].map(mention))))).toEqual(['b 1', 'c 2']);
});
