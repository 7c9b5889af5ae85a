import { expect, test } from 'vitest';
import { type Statement, visitsIn } from './recording.ts';

const sent = (connection: number, text: string, together = false): Statement => ({ connection, together, text });
const texts = (statements: readonly Statement[]) =>
  visitsIn(statements).map((visit) => visit.map((batch) => batch.map(({ text }) => text)));

test('a transaction is one visit, in which what went out together stays together', () => {
  const statements = [
    sent(1, 'begin; set'),
    sent(1, 'select a', true),
    sent(1, 'select b', true),
    sent(1, 'select; commit'),
  ];
  expect(texts(statements)).toEqual([[['begin; set', 'select a', 'select b'], ['select; commit']]]);
});

test('outside a transaction each statement is a visit of its own', () => {
  expect(texts([sent(1, 'select a'), sent(1, 'select b'), sent(2, 'begin'), sent(2, 'rollback')])).toEqual([
    [['select a']],
    [['select b']],
    [['begin'], ['rollback']],
  ]);
});

test('two transactions at once are refused: one after the other they would take longer, and the limit would flatter us', () => {
  expect(() => visitsIn([sent(1, 'begin'), sent(2, 'begin'), sent(1, 'commit'), sent(2, 'commit')])).toThrow(
    'two connections at once',
  );
});
