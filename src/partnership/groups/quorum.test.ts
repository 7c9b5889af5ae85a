import { expect, test } from 'vitest';
import { needsInWords, type PresentSeat, quorumOf } from './quorum.ts';

const police: PresentSeat = { id: 'police', capacity: 'chair', sector: 'police' };
const health: PresentSeat = { id: 'health', capacity: 'member', sector: 'health' };
const trust: PresentSeat = { id: 'trust', capacity: 'vice-chair', sector: 'health' };
const scrutineer: PresentSeat = { id: 'scrutineer', capacity: 'adviser', sector: 'independent' };
const members = (count: number) => ({ members: count, sectors: [] });

test('a meeting of a group that has settled nothing is neither quorate nor short', () => {
  expect(quorumOf([police], { members: undefined, sectors: [] })).toEqual({ state: 'no-rule' });
});

test('a meeting one short says so, and one with just enough is quorate', () => {
  expect(quorumOf([police, health], members(3))).toEqual({ state: 'short', missing: ['1 more member'] });
  expect(quorumOf([police], members(3))).toEqual({ state: 'short', missing: ['2 more members'] });
  expect(quorumOf([police, health], members(2))).toEqual({ state: 'quorate' });
});

test('advisers do not count, and a seat counts once however many come for it', () => {
  expect(quorumOf([police, scrutineer], members(2)).state).toBe('short');
  expect(quorumOf([police, police], members(2)).state).toBe('short');
});

test('each sector that is short is named, though there are members enough', () => {
  const needs = {
    members: 2,
    sectors: [
      { sector: 'health', atLeast: 3 },
      { sector: 'council', atLeast: 1 },
    ],
  } as const;
  expect(quorumOf([police, health, trust], needs)).toEqual({
    state: 'short',
    missing: ['1 more from Health', '1 more from Council'],
  });
  expect(quorumOf([health, trust], { members: undefined, sectors: [{ sector: 'health', atLeast: 2 }] })).toEqual({
    state: 'quorate',
  });
});

test('what is needed is said in one line', () => {
  const each = [
    { sector: 'police', atLeast: 1 },
    { sector: 'health', atLeast: 2 },
  ] as const;
  expect(needsInWords({ members: 5, sectors: each })).toBe('5 members, with at least 1 from Police and 2 from Health');
  expect(needsInWords({ members: undefined, sectors: [each[0]] })).toBe('At least 1 from Police');
  expect(needsInWords(members(1))).toBe('1 member');
  expect(needsInWords({ members: undefined, sectors: [] })).toBeUndefined();
});
