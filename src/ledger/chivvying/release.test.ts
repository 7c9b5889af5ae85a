import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAction } from '../actions/action.fixture.ts';
import type { HeldMessage } from './held-message.store.ts';
import { rulingOnSettling } from './release.ts';

const action = anAction({ leadAgency: 'police', dueOn: plainDate('2026-06-01') });
const held: HeldMessage = {
  id: 'held',
  action: action.id,
  dueOn: action.dueOn,
  level: 'member',
  to: 'member',
  why: 'overdue',
  heldOn: plainDate('2026-06-15'),
  settled: undefined,
};
const chair = { settler: { agency: 'council', office: false }, reached: true };
const settled = { as: 'dropped', by: 'tom', on: plainDate('2026-06-16'), because: 'Ill' } as const;

test('a person of the office or a chair from elsewhere lets a message out', () => {
  expect(rulingOnSettling(held, 'release', action, chair)).toEqual({ allowed: true });
});

test.each([
  ['twice', { ...held, settled }, action, chair, 'release', 'settled'],
  [
    'about their own agency',
    held,
    action,
    { ...chair, settler: { agency: 'police', office: false } },
    'drop',
    'own-agency',
  ],
  ['about an action that is done', held, { ...action, state: 'verified' as const }, chair, 'told', 'moot'],
  ['about another day', held, { ...action, dueOn: plainDate('2026-07-01') }, chair, 'release', 'moot'],
  ['to whom no message can reach', held, action, { ...chair, reached: false }, 'release', 'no-way'],
] as const)('nobody settles a message %s', (_, message, about, by, settling, because) => {
  expect(rulingOnSettling(message, settling, about, by)).toEqual({ allowed: false, because });
});
