import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { type DutyUse, isInUse, rulingOnUse, unsaidUse } from './duty-use.ts';

const today = plainDate('2026-11-23');
const tomorrow = plainDate('2026-11-24');
const reviews = { name: 'case-reviews', restricted: true } as const;
const inspections = { name: 'inspections' };
const papers = { assessedOn: plainDate('2026-09-01'), agreedOn: today };
const on = (change: Partial<DutyUse> = {}): DutyUse => ({ inUse: true, ...papers, ...change });

test.each([
  ['without an impact assessment', on({ assessedOn: undefined }), 'not-assessed'],
  ['without a sharing agreement', on({ agreedOn: undefined }), 'not-agreed'],
  ['without either', on({ assessedOn: undefined, agreedOn: undefined }), 'not-assessed'],
  ['on an assessment that is yet to come', on({ assessedOn: tomorrow }), 'assessed-later'],
  ['on an agreement that is yet to come', on({ agreedOn: tomorrow }), 'agreed-later'],
])('a duty that holds restricted records is not switched on %s', (_, wanted, because) => {
  expect(rulingOnUse(reviews, wanted, today)).toEqual({ allowed: false, because });
});

test('a paper cannot be dated ahead while the duty is off either', () => {
  const wanted = on({ inUse: false, agreedOn: tomorrow });
  expect(rulingOnUse(reviews, wanted, today)).toEqual({ allowed: false, because: 'agreed-later' });
});

test('it is switched on once both papers are dated, today included, and off at any time', () => {
  expect(rulingOnUse(reviews, on(), today)).toEqual({ allowed: true });
  expect(rulingOnUse(reviews, { ...unsaidUse(reviews), inUse: false }, today)).toEqual({ allowed: true });
});

test('a duty without restricted records asks for no paper', () => {
  expect(rulingOnUse(inspections, unsaidUse(inspections), today)).toEqual({ allowed: true });
});

test('until something is said, a duty is on unless it holds restricted records', () => {
  expect([isInUse(inspections, {}), isInUse(reviews, {})]).toEqual([true, false]);
  expect(isInUse({ name: 'constructor', restricted: true }, {})).toBe(false);
});

test('what a partnership says of a duty counts', () => {
  const said = { inspections: false, 'case-reviews': true };
  expect([isInUse(inspections, said), isInUse(reviews, said)]).toEqual([false, true]);
});
