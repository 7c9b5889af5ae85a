import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { rulingOnPriority, stateOf } from './priorities.ts';

const today = plainDate('2026-11-23');
const yesterday = plainDate('2026-11-22');
const tomorrow = plainDate('2026-11-24');
const neglect = { name: 'Neglect', lead: 'amina', fromOn: today, untilOn: undefined };

test.each([
  ['that ends before it begins', { ...neglect, untilOn: yesterday }, 'ends-before-it-begins'],
  ['led by somebody who is not in the partnership', { ...neglect, lead: 'ben' }, 'lead-unknown'],
])('a priority %s is refused', (_, priority, because) => {
  expect(rulingOnPriority(priority, ['amina'])).toEqual({ allowed: false, because });
});

test('a priority can be for one day, and nobody need lead it', () => {
  expect(rulingOnPriority({ ...neglect, lead: undefined, untilOn: today }, [])).toEqual({ allowed: true });
});

test.each([
  ['is over the day after its last', { ...neglect, untilOn: yesterday }, 'over'],
  ['is over though nobody led it', { ...neglect, lead: undefined, untilOn: yesterday }, 'over'],
  ['is led on its last day', { ...neglect, untilOn: today }, 'led'],
  ['is to come before its first day', { ...neglect, fromOn: tomorrow }, 'to-come'],
  ['is nobody’s without a lead', { ...neglect, lead: undefined }, 'unowned'],
  ['is nobody’s without a lead before its first day too', { ...neglect, lead: undefined, fromOn: tomorrow }, 'unowned'],
])('a priority %s', (_, priority, state) => {
  expect(stateOf(priority, today)).toBe(state);
});
