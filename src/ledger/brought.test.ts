import { expect, test } from 'vitest';
import { newId } from '../platform/database/ids.ts';
import { saidByThoseWhoCame } from './brought.ts';

const came = new Map([
  ['office', 'office there'],
  ['ada', 'ada there'],
]);
const arriving = { find: (id: string | undefined) => (id === undefined ? undefined : came.get(id)) };
const said = (
  id: string,
  enteredBy: string,
  more: { of?: string; corrects?: string; words?: string } = {},
): Parameters<typeof saidByThoseWhoCame>[0][number] & { words: string } => ({
  id,
  enteredBy,
  onBehalf: more.of === undefined ? undefined : { of: more.of },
  corrects: more.corrects,
  words: more.words ?? '',
});

test('what somebody said who does not come along stays, also where the office wrote it for them', () => {
  const entries = [
    said(newId(), 'gone'),
    said(newId(), 'office', { of: 'gone' }),
    said(newId(), 'office', { of: 'ada', words: 'by telephone' }),
  ];
  expect(saidByThoseWhoCame(entries, arriving)).toMatchObject([
    { enteredBy: 'office there', onBehalf: { of: 'ada there' }, words: 'by telephone' },
  ]);
});

test('a correction points to what it corrects, and to nothing where that has stayed', () => {
  const [first, second] = [newId(1000), newId(2000)];
  const entries = [
    said(first, 'ada'),
    said(second, 'gone'),
    said(newId(3000), 'ada', { corrects: first }),
    said(newId(4000), 'ada', { corrects: second }),
  ];
  const [one, correction, other] = saidByThoseWhoCame(entries, arriving);
  expect([correction?.corrects, other?.corrects]).toEqual([one?.id, undefined]);
  expect(one?.id).not.toBe(first);
});

test('the order is kept, whatever was written in one millisecond', () => {
  const entries = Array.from({ length: 50 }, (_, at) => said(newId(5000), 'ada', { words: String(at) }));
  const brought = saidByThoseWhoCame(entries, arriving);
  expect(brought.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ words }) => words)).toEqual(
    entries.map(({ words }) => words),
  );
});
