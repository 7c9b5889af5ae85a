import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAction } from '../actions/action.fixture.ts';
import { planOf, reasonsOf } from './tracker.fixture.ts';

describe('of a row that brings an action', () => {
  test.each([
    ['says no action', '1,,Dunmere Health,,31/03/2027,,,,', ['no action']],
    ['says no day', '1,Write it,Dunmere Health,,,Green,,,', ['no day on which it is due']],
    [
      'says when in no day',
      '1,Write it,Dunmere Health,,ASAP,Green,,,',
      ['“ASAP” is not a day: write one to look at it again, such as 31 March 2026'],
    ],
    [
      'names an agency with a slip',
      '1,Write it,Dunmere Helth,,31/03/2027,,,,',
      ['no agency here is called “Dunmere Helth”: did you mean Dunmere Health?'],
    ],
    ['names an agency that has ended', '1,Write it,Old Trust,,31/03/2027,,,,', ['Old Trust ended on 31 March 2025']],
    [
      'names two agencies as the lead',
      '1,Write it,Police and Schools,,31/03/2027,,,,',
      ['no agency here is called “Police and Schools”. One agency leads; any others stand under Contributors'],
    ],
    [
      'names somebody as the lead agency',
      '1,Write it,Olive Owner,,31/03/2027,,,,',
      ['“Olive Owner” is somebody here, and no agency: say that the column is the owner'],
    ],
    [
      'names an owner with a slip',
      '1,Write it,Dunmere Health,Olive Ownr,31/03/2027,,,,',
      ['nobody here is called “Olive Ownr”: did you mean Olive Owner?'],
    ],
    [
      'names one of two who are called alike',
      '1,Write it,Dunmere Council,Sam Smith,31/03/2027,,,,',
      ['2 people here are called “Sam Smith”: write the e-mail address of the owner'],
    ],
    [
      'was finished in time to come',
      '1,Write it,Dunmere Health,,31/03/2027,Blue,,01/01/2027,',
      ['it cannot have been finished on 1 January 2027, which lies ahead'],
    ],
    [
      'is longer than an action may be',
      `1,${'Write it '.repeat(40)},Dunmere Health,,31/03/2027,,,,`,
      [
        'the action is longer than 300 characters: put what is to be different, or how it is measured, into columns of its own',
      ],
    ],
  ])('one that %s is refused', async (_, row, reasons) => {
    expect(await reasonsOf([row])).toEqual(reasons);
  });

  test('one that is due before it was raised is refused', async () => {
    const { rejections } = await planOf(['Action,Date raised,Deadline', 'Write it,05/05/2026,01/03/2026']);
    expect(rejections).toEqual([{ line: 2, reason: 'it is due on 1 March 2026, before it was raised on 5 May 2026' }]);
  });

  test('one that stands in the file twice is refused the second time, by its reference or by its words', async () => {
    const row = (ref: string, title: string) => `${ref},${title},Dunmere Health,,31/03/2027,,,,`;
    expect(await reasonsOf([row('1', 'Write it'), row('1', 'Write it again')])).toEqual(['repeats line 2']);
    expect(await reasonsOf([row('', 'Write it'), row('', 'write  IT')])).toEqual(['repeats line 2']);
  });

  test('a group, a priority and a kind of source that are none are named', async () => {
    const { rejections } = await planOf([
      'Action,Deadline,Sub-group,Priority,Type',
      'Write it,31/03/2027,Training Group,Whenever,Soup',
    ]);
    expect(rejections.map(({ reason }) => reason)).toEqual([
      'no group here is called “Training Group”',
      '“Whenever” is not a priority: write high, medium or low',
      expect.stringContaining('“Soup” is not a kind of source: write one of Meeting, Case review'),
    ]);
  });
});

describe('of a row about an action that is here', () => {
  const heading = 'Concordat number,State,Due,Raised,First due,Owner,Finished on,Action';
  const refusals = async (row: string, different: Parameters<typeof anAction>[0] = {}, evidence = 0) =>
    (
      await planOf([heading, row], [anAction(different)], {
        evidence: new Map([[anAction().id, evidence]]),
      })
    ).rejections.map(({ reason }) => reason);

  test.each([
    ['a number that is not here', '215,,,,,,,', {}, 'there is no Action 215 here'],
    ['a number that is none', 'two,,,,,,,', {}, '“two” is not the number of an action here, such as 214'],
    [
      'done without evidence',
      '214,Done,,,,,,',
      {},
      'State: Add what shows that it was done before you say that it is done',
    ],
    [
      'verified without evidence',
      '214,Verified,,,,,,',
      {},
      'State: Add what shows that it was done before you say that it is done',
    ],
    [
      'verified, where another agency must',
      '214,Verified,,,,,,',
      { state: 'claimed-done', claimedBy: 'olive', priority: 'high' } as const,
      'State: This action needs somebody of another agency to verify it',
    ],
    [
      'verified by whoever claimed it',
      '214,Verified,,,,,,',
      { state: 'claimed-done', claimedBy: 'bea' } as const,
      'State: Somebody else than its owner, and than who said that it is done, must verify it',
    ],
    [
      'open again by a stroke',
      '214,In progress,,,,,,',
      { state: 'verified' } as const,
      'State: it is “Verified” here; open its page to say otherwise, where the reason is asked',
    ],
    [
      'embedded by a stroke',
      '214,Embedded,,,,,,',
      { state: 'verified' } as const,
      'State: it is “Verified” here; open its page to say otherwise, where the reason is asked',
    ],
    ['due on a day that is past', '214,,01/10/2026,,,,,', {}, 'Due: the day must be today or later'],
    [
      'raised on another day',
      '214,,,02/09/2026,,,,',
      {},
      'it was raised on 1 September 2026 here, and that day is kept',
    ],
    [
      'first due on another day',
      '214,,,,31/12/2026,,,',
      {},
      'it was first due on 1 December 2026 here, and that day is kept',
    ],
    [
      'another text of what is finished',
      '214,,,,,,,Another text',
      { state: 'verified' } as const,
      'Action: The action is no longer open',
    ],
  ])('%s is refused', async (_, row, different, reason) => {
    expect(await refusals(row, different)).toContain(reason);
  });

  test('verified in one stroke is refused even where evidence is there: somebody else has to look', async () => {
    expect(await refusals('214,Verified,,,,,,', {}, 1)).toEqual(['State: Nobody has said that the action is done']);
  });

  test('the same number in two rows is refused the second time', async () => {
    const { rejections } = await planOf([heading, '214,At risk,,,,,,', '214,,,,,,,Other'], [anAction()]);
    expect(rejections).toEqual([{ line: 3, reason: 'speaks of Action 214, as line 2 does' }]);
  });

  test('words that several actions have want a number', async () => {
    const twins = [anAction(), anAction({ id: 'other', number: 215 })];
    expect(await reasonsOf([`,${anAction().title},,,31/03/2027,,,,`], twins)).toEqual([
      'it can be any of the actions 214, 215 here: give its Concordat number',
    ]);
  });

  test('a tracker’s own number is no number of ours', async () => {
    const { changes } = await planOf(['No.,Action,Deadline', '214,Something else,31/03/2027'], [anAction()]);
    expect(changes).toMatchObject([
      { isNew: true, brought: { action: { oldReference: '214', dueOn: plainDate('2027-03-31') } } },
    ]);
  });
});
