import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aGroup, aHolder, aSeat } from '../groups/groups.fixture.ts';
import { findGaps } from './find-gaps.ts';
import { type Gap, nameOf } from './gap.ts';
import { rulingOnAccepting, withAnswers } from './gap-answer.ts';
import { aPerson, aRole, theFacts } from './gaps.fixture.ts';
import { groupsUnchaired, prioritiesUnowned, seatsEmpty, termsOverdue } from './group-gaps.ts';
import { helpersGone, overSeated, withoutAgency } from './people-gaps.ts';

const says = (gaps: readonly Gap[]) => gaps.map((gap) => gap.says);
const today = plainDate('2026-11-23');
const yesterday = plainDate('2026-11-22');
const ada = aPerson({ id: 'ada', name: 'Ada' });
const board = aGroup({ id: 'board', name: 'Board', kind: 'board' });

test('a seat is a gap on its ninetieth empty day, and not the day before', () => {
  const empty = (fromOn: string) =>
    says(seatsEmpty(theFacts({ groups: [board], seats: [aSeat({ fromOn: plainDate(fromOn) })] })));
  expect(empty('2026-08-26')).toEqual([]);
  expect(empty('2026-08-25')).toEqual([
    'The seat of somebody independent in Board (member) has been empty since 25 August 2026',
  ]);
});

test('a seat of a group that has ended, or that has ended itself, is no gap', () => {
  expect(seatsEmpty(theFacts({ groups: [{ ...board, endedOn: yesterday }], seats: [aSeat()] }))).toEqual([]);
  expect(seatsEmpty(theFacts({ groups: [board], seats: [aSeat({ untilOn: yesterday })] }))).toEqual([]);
  expect(seatsEmpty(theFacts({ groups: [board], seats: [aSeat({ untilOn: today })] }))).toHaveLength(1);
});

test('a group without somebody in the chair lacks one; a member, a deputy or one who left is none', () => {
  const people = [ada];
  const gaps = (...seats: ReturnType<typeof aSeat>[]) =>
    says(groupsUnchaired(theFacts({ groups: [board], people, seats })));
  const chair = aSeat({ capacity: 'chair', holders: [aHolder()] });
  expect(gaps(chair)).toEqual([]);
  for (const seat of [
    aSeat({ holders: [aHolder()] }),
    { ...chair, holders: [] },
    { ...chair, holders: [aHolder({ deputy: true })] },
  ])
    expect(gaps(seat)).toEqual(['Board has no chair']);
  const left = theFacts({ groups: [board], people: [{ ...ada, leftOn: yesterday }], seats: [chair] });
  expect(groupsUnchaired(left)).toHaveLength(1);
});

test('terms of reference are a gap where there are none, and the day after their review was due', () => {
  const gaps = (...reviews: (typeof today | undefined)[]) =>
    says(termsOverdue(theFacts({ groups: [board], termsReviews: new Map(reviews.map((day) => ['board', day])) })));
  expect(gaps()).toEqual(['Board has no terms of reference']);
  expect(gaps(today)).toEqual([]);
  expect(gaps(undefined)).toEqual([]);
  expect(gaps(yesterday)).toEqual(['The terms of reference of Board should have been reviewed by 22 November 2026']);
});

test('a priority is owned by somebody who is here, for as long as it is one', () => {
  const priority = { id: 'neglect', name: 'Neglect', lead: 'ada', fromOn: yesterday, untilOn: today };
  const gaps = (change: object, person = ada) =>
    says(prioritiesUnowned(theFacts({ people: [person], priorities: [{ ...priority, ...change }] })));
  expect(gaps({})).toEqual([]);
  expect(gaps({ lead: undefined })).toEqual(['Nobody owns the priority “Neglect”']);
  expect(gaps({}, { ...ada, leftOn: yesterday })).toEqual(['Nobody owns the priority “Neglect”: its lead has left']);
  expect(gaps({ lead: undefined, untilOn: yesterday })).toEqual([]);
});

test('somebody in six seats has one too many, in five just enough; where they deputise does not count', () => {
  const seats = (count: number, deputy = false) =>
    Array.from({ length: count }, (_, at) => aSeat({ id: `${at} ${deputy}`, holders: [aHolder({ deputy })] }));
  const gaps = (all: ReturnType<typeof seats>) =>
    says(overSeated(theFacts({ groups: [board], people: [ada], seats: all })));
  expect(gaps([...seats(5), ...seats(3, true)])).toEqual([]);
  expect(gaps(seats(6))).toEqual(['Ada sits in 6 seats']);
});

test('a deputy or an assistant who has left is still named', () => {
  const gone = { ...ada, leftOn: yesterday };
  const ben = aPerson({ id: 'ben', name: 'Ben' });
  const assistance = [{ id: 'help', person: 'ada', assists: 'ben', fromOn: yesterday, untilOn: undefined }];
  const seats = [aSeat({ holders: [aHolder({ deputy: true })] })];
  const facts = theFacts({ groups: [board], seats, assistance, people: [gone, ben] });
  expect(says(helpersGone(facts))).toEqual([
    'Ada is still named as deputy in a seat, and has left',
    'Ada is still named as assistant of Ben, and has left',
  ]);
  expect(helpersGone({ ...facts, people: [ada, ben] })).toEqual([]);
});

test('somebody with a role of an agency speaks for one; an independent role asks for none', () => {
  const gaps = (role: ReturnType<typeof aRole>, person = ada) =>
    says(withoutAgency(theFacts({ people: [person], roles: [role] })));
  expect(gaps(aRole({ person: 'ada', role: 'agency-representative' }))).toEqual([
    'Ada is agency representative, and speaks for no agency',
  ]);
  expect(gaps(aRole({ person: 'ada', role: 'scrutineer' }))).toEqual([]);
  expect(gaps(aRole({ person: 'ada', role: 'one-of-a-later-version' }))).toEqual([]);
  expect(gaps(aRole({ person: 'ada', role: 'agency-representative', agency: 'police' }))).toEqual([]);
  expect(gaps(aRole({ person: 'ada', role: 'agency-representative', untilOn: yesterday }))).toEqual([]);
  expect(gaps(aRole({ person: 'ada', role: 'agency-representative' }), { ...ada, agency: 'police' })).toEqual([]);
});

test('what the law asks for comes first, and then what the work suffers from', () => {
  const weights = findGaps(
    theFacts({
      groups: [board],
      people: [ada],
      roles: [aRole({ person: 'ada', role: 'panel-member' })],
      priorities: [{ id: 'a', name: 'A', lead: undefined, fromOn: today, untilOn: undefined }],
    }),
  ).map(({ severity }) => severity);
  expect([...new Set(weights)]).toEqual(['law', 'work', 'order']);
  expect(weights).toEqual(
    [...weights].sort((one, other) => ['law', 'work', 'order'].indexOf(one) - ['law', 'work', 'order'].indexOf(other)),
  );
});

test('no two gaps have one name, and each leads somewhere and says who asks', () => {
  const gaps = findGaps(
    theFacts({ groups: [board, aGroup({ id: 'learning' })], seats: [aSeat(), aSeat({ id: 'other' })] }),
  );
  expect(new Set(gaps.map(nameOf)).size).toBe(gaps.length);
  for (const gap of gaps) {
    expect(gap.link).toMatch(/^\/[a-z]/);
    expect(gap.asks.words + gap.asks.source).not.toBe('');
    expect(gap.says).not.toMatch(/\.$/);
  }
});

test('a gap is accepted from today to a year ahead, and no longer', () => {
  expect(rulingOnAccepting(yesterday, today)).toEqual({ allowed: false, because: 'not-ahead' });
  expect(rulingOnAccepting(today, today)).toEqual({ allowed: true });
  expect(rulingOnAccepting(plainDate('2027-11-23'), today)).toEqual({ allowed: true });
  expect(rulingOnAccepting(plainDate('2027-11-24'), today)).toEqual({ allowed: false, because: 'too-far' });
});

test('an answer holds on its last day and lapses by itself on the day after', () => {
  const [gap] = groupsUnchaired(theFacts({ groups: [board] }));
  if (!gap) throw new Error('the board has no chair');
  const answer = {
    gap: 'no-chair board',
    because: 'A chair is being found',
    acceptedUntil: today,
    answeredBy: 'ada',
    answeredOn: yesterday,
  };
  expect(withAnswers([gap], [answer], today)).toEqual([{ gap, answer }]);
  expect(withAnswers([gap], [answer], plainDate('2026-11-24'))).toEqual([{ gap, answer: undefined }]);
  expect(withAnswers([gap], [{ ...answer, gap: 'no-chair other' }], today)).toEqual([{ gap, answer: undefined }]);
});
