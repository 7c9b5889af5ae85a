import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aPerson } from './person.fixture.ts';
import { rulingOnAssistant, sameAs, warningsOn } from './person-rules.ts';

const ada = aPerson();
const known = [ada, aPerson({ id: 'bo', name: 'Bo Lee', agency: undefined, workEmail: 'bo@council.example' })];

describe('somebody looks like the same person', () => {
  test.each([
    ['by name in one agency, however it is written', { name: ' ADA  quay', agency: 'school' }, ['person']],
    ['by work e-mail, whatever the name', { name: 'A. Q.', workEmail: 'Ada.Quay@school.example' }, ['person']],
    ['by name where both speak for nobody', { name: 'Bo Lee', agency: undefined }, ['bo']],
    ['but not by name in another agency', { name: 'Ada Quay', agency: 'college' }, []],
    ['but not by an address that neither has', { name: 'C. D.', workEmail: undefined }, []],
  ])('%s', (_, person, same) => {
    expect(sameAs(person, known).map(({ id }) => id)).toEqual(same);
  });
});

test('nobody is like themselves', () => {
  expect(sameAs(ada, known)).toEqual([]);
});

test('a shared mailbox and a like person are warned about until somebody says that they are meant', () => {
  const odd = { name: 'Ada Quay', agency: 'school', workEmail: 'safeguarding@school.example' };
  expect(warningsOn(odd, known, [])).toEqual(['same-person', 'shared-mailbox']);
  expect(warningsOn(odd, known, ['same-person'])).toEqual(['shared-mailbox']);
  expect(warningsOn(odd, known, ['same-person', 'shared-mailbox'])).toEqual([]);
});

test('what stands already is not warned about again, and what is new is', () => {
  const twin = aPerson({ id: 'twin', workEmail: 'office@school.example' });
  expect(warningsOn({ ...twin, jobTitle: 'Governor' }, [...known, twin], [], twin)).toEqual([]);
  expect(warningsOn({ ...twin, workEmail: 'info@school.example' }, [...known, twin], [], twin)).toEqual([
    'same-person',
    'shared-mailbox',
  ]);
});

describe('somebody may not be named an assistant', () => {
  const from = plainDate('2026-11-23');
  const proposed = { person: 'bo', assists: 'person', fromOn: from, untilOn: undefined };
  const before = { ...proposed, id: 'one', fromOn: plainDate('2026-01-01') };
  test.each([
    ['of themselves', { ...proposed, person: 'person' }, ada, [], 'themselves'],
    ['whom nobody knows here', proposed, undefined, [], 'unknown'],
    ['after they have left', proposed, { leftOn: plainDate('2026-11-22') }, [], 'left'],
    ['until before it begins', { ...proposed, untilOn: plainDate('2026-11-22') }, ada, [], 'ends-before-it-begins'],
    ['twice on one day', proposed, ada, [{ ...before, untilOn: from }], 'already'],
  ])('%s', (_, one, who, others, because) => {
    expect(rulingOnAssistant(one, who, others)).toEqual({ allowed: false, because });
  });

  test('but again once it has ended, and for somebody else at the same time', () => {
    expect(rulingOnAssistant(proposed, ada, [{ ...before, untilOn: plainDate('2026-11-22') }]).allowed).toBe(true);
    expect(rulingOnAssistant(proposed, ada, [{ ...before, assists: 'another' }]).allowed).toBe(true);
  });
});
