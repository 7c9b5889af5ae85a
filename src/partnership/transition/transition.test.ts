import { describe, expect, test } from 'vitest';
import { regimes } from '../regimes/regimes.ts';
import { adviceOn, compareRegimes } from './compare.ts';
import {
  type Answered,
  goneSince,
  type Held,
  movesFrom,
  reconcile,
  rulingOnEnding,
  rulingOnMoving,
  unansweredIn,
} from './transition.ts';

const [before, after] = [regimes['england-2004-act'], regimes['england-2017-act-2018']];
const board: Held = { kind: 'group', id: 'g', title: 'Board' };
const own: Held = { kind: 'role', id: 'r', title: 'Business manager: Ann', person: 'ann', role: 'business-manager' };
const said = ({ kind, id, title }: Held, answer: Answered['answer']): Answered => ({
  kind,
  id,
  title,
  answer,
  because: answer === 'ended' ? 'The Act knows no such group' : '',
  to: [],
  joined: [],
});
const going = { from: before.id };

describe('a partnership is not moved', () => {
  test.for([
    ['while something is unanswered', before.id, [said(own, 'carried')], 'unanswered'],
    ['by somebody whose own role would end', before.id, [said(board, 'ended'), said(own, 'ended')], 'own-access'],
    ['when it works under another regime by now', after.id, [], 'not-the-same-regime'],
  ] as const)('%s', ([, present, answered, because]) => {
    expect(rulingOnMoving(going, present, [board, own], answered, 'ann')).toEqual({ allowed: false, because });
  });
  test('but it is when everything is carried or ended', () => {
    const answered = [said(board, 'ended'), said(own, 'carried')];
    expect(rulingOnMoving(going, before.id, [board, own], answered, 'ann')).toEqual({ allowed: true });
  });
});

test('nothing ends without a reason, and nobody ends their own role of business manager', () => {
  expect(rulingOnEnding(board, ' ', 'ann')).toEqual({ allowed: false, because: 'no-reason' });
  expect(rulingOnEnding(own, 'We have two', 'ann')).toEqual({ allowed: false, because: 'own-access' });
  expect(rulingOnEnding(own, 'We have two', 'ben')).toEqual({ allowed: true });
});

test('nobody ends what holds their own agency to account, but it ends with a partnership that closes', () => {
  const challenge: Held = { kind: 'challenge', id: 'c', title: 'Challenge 1', ofOwnAgency: true };
  expect(rulingOnEnding(challenge, 'It is old', 'ann')).toEqual({ allowed: false, because: 'own-agency' });
  expect(rulingOnEnding(challenge, 'It is old', undefined)).toEqual({ allowed: true });
});

test('held is carried, ended and unanswered together, and what is gone no longer counts', () => {
  const answered = [said(board, 'carried'), said({ ...board, id: 'gone' }, 'carried')];
  const balance = reconcile([board, own], answered);
  expect(balance.find(({ kind }) => kind === 'group')).toEqual({
    kind: 'group',
    held: 1,
    carried: 1,
    ended: 0,
    unanswered: 0,
    canGo: 0,
  });
  expect(unansweredIn(balance)).toBe(1);
  expect(goneSince([board, own], answered).map(({ id }) => id)).toEqual(['gone']);
});

test('a partnership moves within its nation, and not to where it is', () => {
  const ids = movesFrom(after).map(({ id }) => id);
  expect(ids).toContain('england-2004-act');
  expect(ids).not.toContain(after.id);
});

describe('from the 2004 Act to the 2017 Act', () => {
  const { words, clocks, partners, reportParts } = compareRegimes(before, after);
  const of = (all: readonly { what: string }[], what: string) => all.find((one) => one.what === what);
  test('a serious case review becomes a practice review, and a rapid review comes', () => {
    expect(of(words, 'A review of a case')).toMatchObject({
      before: 'serious case review (SCR)',
      after: 'local child safeguarding practice review (LCSPR)',
    });
    expect(of(words, 'A first review')).toMatchObject({ before: undefined, after: 'rapid review' });
  });
  test('clocks come, go and change', () => {
    expect(of(clocks, 'Serious case review decided')).toMatchObject({ after: undefined });
    expect(clocks.some((one) => one.before === undefined)).toBe(true);
    expect(clocks.every((one) => one.before !== one.after)).toBe(true);
  });
  test('the three safeguarding partners are required, and the report has other parts', () => {
    expect(of(partners, 'Chief officer of police, safeguarding partner')).toMatchObject({ after: 'Required' });
    expect(reportParts.length).toBeGreaterThan(1);
  });
});

test('nothing changes from a regime to itself', () => {
  expect(compareRegimes(after, after)).toEqual({ words: [], clocks: [], partners: [], reportParts: [] });
});

test('a role that the law does not know is advised on, and may be kept', () => {
  expect(adviceOn('scrutineer', before)).toContain('no such role');
  expect(adviceOn('scrutineer', after)).toBeUndefined();
  expect(adviceOn('independent-chair', regimes['england-2017-act-2023'])).toContain('partnership chair');
  expect(adviceOn('observer', before)).toBeUndefined();
  expect(adviceOn('an odd word', before)).toBeUndefined();
});
