import { describe, expect, test } from 'vitest';
import { rulingOnJoint, rulingOnOwnAgency } from './decide.ts';

const [council, police, health, school] = ['council', 'police', 'health', 'school'];

test('nobody decides about their own agency, on whichever side it stands', () => {
  expect(rulingOnOwnAgency({ agency: council }, [council])).toEqual({ allowed: false, because: 'own-agency' });
  expect(rulingOnOwnAgency({ agency: council }, [police, council])).toEqual({ allowed: false, because: 'own-agency' });
  expect(rulingOnOwnAgency({ agency: health }, [police, council])).toEqual({ allowed: true });
  expect(rulingOnOwnAgency({ agency: undefined }, [council])).toEqual({ allowed: true });
});

describe('the lead safeguarding partners jointly', () => {
  const partners = [council, police, health];

  test('decide nothing until each who is not concerned has spoken', () => {
    expect(rulingOnJoint(partners, [council], [{ agency: police, choice: 'enough' }])).toEqual({
      decided: false,
      because: 'waiting',
      waitFor: [health],
    });
  });

  test('decide nothing while they differ, and the latest word of each counts', () => {
    const views = [
      { agency: police, choice: 'enough' },
      { agency: health, choice: 'not-enough' },
    ] as const;
    expect(rulingOnJoint(partners, [council], views)).toMatchObject({ decided: false, because: 'differ' });
    expect(rulingOnJoint(partners, [council], [...views, { agency: health, choice: 'enough' }])).toEqual({
      decided: true,
      choice: 'enough',
    });
  });

  test('hear the one who is concerned, and do not count it', () => {
    const views = [
      { agency: council, choice: 'enough' },
      { agency: police, choice: 'not-enough' },
      { agency: health, choice: 'not-enough' },
    ] as const;
    expect(rulingOnJoint(partners, [council], views)).toEqual({ decided: true, choice: 'not-enough' });
  });

  test('must all say the same where only one of them is not concerned: that one does not decide alone', () => {
    const alone = [{ agency: health, choice: 'upheld' }] as const;
    expect(rulingOnJoint(partners, [council, police], alone)).toMatchObject({ because: 'waiting' });
    const all = partners.map((agency) => ({ agency, choice: 'upheld' as const }));
    expect(rulingOnJoint(partners, [council, police], all)).toEqual({ decided: true, choice: 'upheld' });
  });

  test('are not joint with one agency alone, however many of its people hold the role', () => {
    expect(rulingOnJoint([police, police], [school], [{ agency: police, choice: 'upheld' }])).toMatchObject({
      decided: false,
      because: 'too-few',
    });
    expect(rulingOnJoint([], [school], [])).toMatchObject({ because: 'too-few' });
  });

  test('count a view of nobody’s agency as nothing', () => {
    expect(rulingOnJoint(partners, [], [{ agency: undefined, choice: 'upheld' }])).toMatchObject({
      because: 'waiting',
      waitFor: partners,
    });
  });
});
