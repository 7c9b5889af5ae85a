import { describe, expect, test } from 'vitest';
import { plainDate } from '../platform/calendar/plain-date.ts';
import { isOnTeam, rulingOnJoining, type Team, type TeamPlace } from './case-team.ts';

const today = plainDate('2026-05-12');
const yesterday = plainDate('2026-05-11');
const tomorrow = plainDate('2026-05-13');
const place = (person: string, more: Partial<TeamPlace> = {}): TeamPlace => ({ person, fromOn: yesterday, ...more });
const team = (places: readonly TeamPlace[], conflicted: readonly string[] = []): Team => ({ places, conflicted });

describe('a person sees a case', () => {
  test.each([
    ['from the first day', { fromOn: today }],
    ['to the last day', { untilOn: today }],
    ['without end where none is set', {}],
  ])('%s', (_, more) => {
    expect(isOnTeam(team([place('lead', more)]), 'lead', today)).toBe(true);
  });
});

describe('a person does not see a case', () => {
  test.each([
    ['before the first day', team([place('lead', { fromOn: tomorrow })])],
    ['after the last day', team([place('lead', { untilOn: yesterday })])],
    ['from the moment they were taken off', team([place('lead', { leftAt: new Date('2026-05-12T09:00:00Z') })])],
    ['whose team they are not on', team([place('somebody else')])],
    ['they have a conflict of interest in, whatever their place', team([place('lead')], ['lead'])],
    ['that has no team', team([])],
  ])('%s', (_, on) => {
    expect(isOnTeam(on, 'lead', today)).toBe(false);
  });
});

test('a member who was taken off and let in again sees the case', () => {
  const places = [place('lead', { leftAt: new Date('2026-05-11T09:00:00Z') }), place('lead', { fromOn: today })];
  expect(isOnTeam(team(places), 'lead', today)).toBe(true);
});

describe('joining a team', () => {
  test.each([
    ['takes a second person', team([place('lead')]), place('lead'), 'lead', 'own-approval'],
    ['takes a second person when the case is opened too', team([]), place('opener'), 'opener', 'own-approval'],
    ['is approved by somebody on the team', team([place('lead')]), place('new'), 'stranger', 'approver-not-on-team'],
    [
      'is not approved by a member whose time is over',
      team([place('lead', { untilOn: yesterday })]),
      place('new'),
      'lead',
      'approver-not-on-team',
    ],
    [
      'is not approved by a member with a conflict of interest',
      team([place('lead')], ['lead']),
      place('new'),
      'lead',
      'approver-not-on-team',
    ],
    [
      'is refused to whom a conflict of interest keeps out',
      team([place('lead')], ['new']),
      place('new'),
      'lead',
      'conflict-of-interest',
    ],
    ['happens once', team([place('lead'), place('new')]), place('new'), 'lead', 'on-team-already'],
    ['is not for days gone by', team([place('lead')]), place('new', { untilOn: yesterday }), 'lead', 'over-already'],
    [
      'does not end before it starts',
      team([place('lead')]),
      place('new', { fromOn: plainDate('2026-06-02'), untilOn: plainDate('2026-06-01') }),
      'lead',
      'over-already',
    ],
  ])('%s', (_, on, joining, approver, because) => {
    expect(rulingOnJoining(on, joining, approver, today)).toEqual({ allowed: false, because });
  });

  test.each([
    ['by a member', team([place('lead')]), place('new'), 'lead'],
    ['by whoever opens the case, for its first members', team([]), place('lead'), 'opener'],
    ['for one day', team([place('lead')]), place('new', { fromOn: today, untilOn: today }), 'lead'],
    [
      'again, of somebody whose time was over',
      team([place('lead'), place('new', { untilOn: yesterday })]),
      place('new'),
      'lead',
    ],
  ])('is approved %s', (_, on, joining, approver) => {
    expect(rulingOnJoining(on, joining, approver, today)).toEqual({ allowed: true });
  });
});
