import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aHolder, aSeat } from './groups.fixture.ts';
import {
  deputyOn,
  holdersAfter,
  rulingOnEndingSeat,
  rulingOnFilling,
  rulingOnLeaving,
  sitterOn,
  vacantSince,
} from './seats.ts';

const day = plainDate('2026-06-01');
const before = plainDate('2026-05-31');
const after = plainDate('2026-06-02');
const ada = { id: 'ada', leftOn: undefined };
const inSeat = { deputy: false, fromOn: day };
const asDeputy = { deputy: true, fromOn: day };

test.each([
  ['before the seat begins', aSeat({ fromOn: after }), ada, inSeat, 'before-seat'],
  ['once the seat has a last day', aSeat({ untilOn: after }), ada, inSeat, 'seat-ended'],
  ['who has left the partnership', aSeat(), { id: 'ada', leftOn: before }, inSeat, 'person-left'],
  ['twice at a time', aSeat({ holders: [aHolder()] }), ada, inSeat, 'in-it-already'],
  ['as the deputy of themselves', aSeat({ holders: [aHolder()] }), ada, asDeputy, 'in-it-already'],
  ['beside somebody who sits in it', aSeat({ holders: [aHolder({ person: 'ben' })] }), ada, inSeat, 'taken'],
  [
    'on the last day of somebody else',
    aSeat({ holders: [aHolder({ person: 'ben', untilOn: day })] }),
    ada,
    inSeat,
    'taken',
  ],
  [
    'before somebody who is to begin later',
    aSeat({ holders: [aHolder({ person: 'ben', fromOn: after })] }),
    ada,
    inSeat,
    'taken',
  ],
  ['as a second deputy', aSeat({ holders: [aHolder({ person: 'ben', deputy: true })] }), ada, asDeputy, 'deputy-named'],
] as const)('nobody is put in a seat %s', (_, seat, person, wanted, because) => {
  expect(rulingOnFilling(seat, person, wanted)).toEqual({ allowed: false, because });
});

test('somebody may sit from the day after another left, from the seat’s first day, and again after a time away', () => {
  const allowed = { allowed: true };
  expect(rulingOnFilling(aSeat({ holders: [aHolder({ person: 'ben', untilOn: before })] }), ada, inSeat)).toEqual(
    allowed,
  );
  expect(rulingOnFilling(aSeat({ fromOn: day }), ada, inSeat)).toEqual(allowed);
  expect(rulingOnFilling(aSeat({ holders: [aHolder({ untilOn: before })] }), ada, inSeat)).toEqual(allowed);
  expect(rulingOnFilling(aSeat({ holders: [aHolder({ person: 'ben' })] }), ada, asDeputy)).toEqual(allowed);
});

test('nobody leaves before they sat, or twice; leaving on the first day is leaving', () => {
  const holder = aHolder({ fromOn: day });
  expect(rulingOnLeaving(holder, before)).toEqual({ allowed: false, because: 'before-they-sat' });
  expect(rulingOnLeaving({ ...holder, untilOn: after }, after)).toEqual({ allowed: false, because: 'left-already' });
  expect(rulingOnLeaving(holder, day)).toEqual({ allowed: true });
});

test('a seat does not end twice, before it began, or before somebody begins in it', () => {
  expect(rulingOnEndingSeat(aSeat({ untilOn: day }), after)).toEqual({ allowed: false, because: 'ended-already' });
  expect(rulingOnEndingSeat(aSeat({ fromOn: after }), day)).toEqual({ allowed: false, because: 'before-it-began' });
  const later = aSeat({ holders: [aHolder({ fromOn: after })] });
  expect(rulingOnEndingSeat(later, day)).toEqual({ allowed: false, because: 'somebody-later' });
  expect(rulingOnEndingSeat(later, after)).toEqual({ allowed: true });
});

test('those whose time would go on after the last day are those who end with the seat', () => {
  const seat = aSeat({
    holders: [
      aHolder({ id: 'gone', untilOn: day }),
      aHolder({ id: 'stays' }),
      aHolder({ id: 'later', untilOn: after }),
    ],
  });
  expect(holdersAfter(seat, day).map(({ id }) => id)).toEqual(['stays', 'later']);
});

test('a seat is vacant from the day after the last of its sitters left, or from its first day', () => {
  expect(vacantSince(aSeat(), day)).toBe('2026-01-01');
  expect(vacantSince(aSeat({ holders: [aHolder({ untilOn: before })] }), day)).toBe('2026-06-01');
  expect(vacantSince(aSeat({ holders: [aHolder({ untilOn: day })] }), day)).toBeUndefined();
  expect(vacantSince(aSeat({ holders: [aHolder({ deputy: true })] }), day)).toBe('2026-01-01');
  expect(vacantSince(aSeat({ holders: [aHolder({ fromOn: after })] }), day)).toBe('2026-01-01');
});

test('a seat that is not there on the day is not vacant', () => {
  expect(vacantSince(aSeat({ fromOn: after }), day)).toBeUndefined();
  expect(vacantSince(aSeat({ untilOn: before }), day)).toBeUndefined();
});

test('a deputy is not whoever sits in it', () => {
  const seat = aSeat({ holders: [aHolder({ id: 'deputy', person: 'ben', deputy: true }), aHolder({ id: 'sitter' })] });
  expect([sitterOn(seat, day)?.id, deputyOn(seat, day)?.id]).toEqual(['sitter', 'deputy']);
});
