import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { anAction } from '../actions/action.fixture.ts';
import type { Action } from '../actions/action.ts';
import { exampleTracker } from './example-tracker.ts';
import { trackerForms, trackerRows } from './export.ts';
import { Names } from './names.ts';
import {
  badTrackerRows,
  headings,
  namesHere,
  planOf,
  planOfFile,
  today,
  trackerLine,
  trackerSheet,
} from './tracker.fixture.ts';

const names = new Names(namesHere, today);
/** What a plan would leave here, as if it had been written. */
const writtenBy = ({ changes }: Awaited<ReturnType<typeof planOf>>): Action[] =>
  changes.flatMap((change, at) =>
    change.isNew ? [{ ...anAction({ id: `id ${at}`, number: at + 1 }), ...change.brought.action }] : [],
  );

describe('a tracker of 200 rows, nine of them bad,', () => {
  const [, ...rows] = trackerSheet();

  test.each(['csv', 'xlsx'] as const)('as %s is taken, and each of the nine is named', async (form) => {
    const plan = await planOfFile(Buffer.from(await trackerForms[form](rows)));
    expect(plan.rows).toEqual({ all: 200, new: 191, changed: 0, unchanged: 0, rejected: 9 });
    for (const [at, , , reason] of badTrackerRows) {
      const told = plan.rejections.filter(({ line }) => line === trackerLine(at) - 1).map((one) => one.reason);
      expect(told.join()).toContain(at === 146 ? 'repeats line 147' : reason);
    }
    expect(new Set(plan.rejections.map(({ line }) => line)).size).toBe(9);
  });

  test('brought in again, changes nothing', async () => {
    const file = Buffer.from(writeCsv(rows));
    const first = await planOfFile(file);
    const said = new Map(
      first.changes.map((change, at) => [
        `id ${at}`,
        change.isNew
          ? [
              { kind: 'progress' as const, words: change.brought.update },
              { kind: 'brought-in' as const, words: change.brought.words },
            ]
          : [],
      ]),
    );
    const again = await planOfFile(file, writtenBy(first), { said });
    expect(again.changes.map(({ line, differences }) => [line, differences])).toEqual([]);
    expect(again.rows).toMatchObject({ new: 0, changed: 0, unchanged: 191 });
    expect(again.notes.filter(({ text }) => !text.includes('is read as'))).toEqual([]);
  });
});

test('days, states, agencies and owners are read as people write them', async () => {
  const plan = await planOf([
    headings,
    '1,Write it,Police,OLIVE OWNER,end of March 2027,Amber,,,Half is written',
    '2,Read it,Dunmere Health,"Sam Smith (Health)",Q4 2026/27,,Complete,12/06/2026,',
    '3,Sing it,,Head of Safeguarding,Jun 27,,On hold,,',
    '4,Send it,Dunmere Police,olive@health.example,46477,Grey,,,',
  ]);
  expect(plan.rejections).toEqual([]);
  expect(plan.changes.map((change) => change.isNew && change.brought.action)).toMatchObject([
    { leadAgency: 'police', owner: 'olive', dueOn: '2027-03-31', state: 'at-risk', oldReference: '1' },
    { owner: 'sam-h', dueOn: '2027-03-31', state: 'verified', stateOn: '2026-06-12', raisedOn: '2026-06-12' },
    { leadAgency: undefined, owner: undefined, dueOn: '2027-06-30', state: 'at-risk', blocked: { by: 'other' } },
    { owner: 'olive', dueOn: '2027-03-31', state: 'not-started' },
  ]);
  expect(plan.notes).toEqual([
    { line: 2, text: '“Police” is read as Dunmere Police' },
    { line: 4, text: 'no agency leads it' },
    {
      line: 4,
      text: 'nobody here is called “Head of Safeguarding”: it comes without an owner, and the name is kept in its history',
    },
  ]);
});

test('what the tracker says is done comes as verified, and says that nothing here shows it', async () => {
  const [change] = (await planOf([headings, '1,Write it,Police,,31/03/2026,Blue,,01/03/2026,'])).changes;
  expect(change).toMatchObject({ brought: { action: { state: 'verified' } } });
  expect(change?.isNew && change.brought.words).toBe(
    'The tracker says that it was done on 1 March 2026; nothing here shows it.',
  );
});

test('a recommendation is what the action answers, and the action where there is no other', async () => {
  const rows = ['Recommendation,Action,Deadline', 'Hear children,Write it,31/03/2027', 'Hear fathers,,31/03/2027'];
  const { changes } = await planOf(rows);
  expect(changes.map((change) => change.isNew && [change.brought.action.title, change.brought.words])).toEqual([
    ['Write it', 'It answers: Hear children'],
    ['Hear fathers', ''],
  ]);
});

test('one reference may stand for two things of two sources, and for one whose source or words were mended', async () => {
  const rows = ['Ref,Source,Action,Deadline', '1,Audit A,Write it,31/03/2027', '1,Audit B,Read it,31/03/2027'];
  const plan = await planOf(rows);
  expect(plan.rows).toMatchObject({ new: 2, rejected: 0 });
  const here = writtenBy(plan);
  const mended = await planOf(
    [rows[0] ?? '', '1,Audit A 2026,Write it,31/03/2027', '1,Audit B,Read it aloud,31/03/2027'],
    here,
  );
  expect(mended.changes.map(({ isNew, title, differences }) => [isNew, title, differences])).toEqual([
    [false, 'Action 1: Write it', [{ fact: 'Source', before: 'Audit A', after: 'Audit A 2026' }]],
    [false, 'Action 2: Read it', [{ fact: 'Action', before: 'Read it', after: 'Read it aloud' }]],
  ]);
});

describe('what was taken out and brought back', () => {
  const actions = [
    anAction({
      title: '=SUM(A1)',
      contributors: ['police', 'council'],
      group: 'learning',
      oldReference: '03',
      sourceWords: '-',
      dueOn: plainDate('2026-11-01'),
    }),
    anAction({
      id: 'b',
      number: 215,
      state: 'verified',
      stateOn: plainDate('2026-10-01'),
      owner: 'gone',
      leadAgency: 'trust',
    }),
    anAction({
      id: 'c',
      number: 216,
      state: 'claimed-done',
      claimedBy: 'olive',
      owner: undefined,
      difference: 'One line\nand another',
    }),
    anAction({ id: 'd', number: 217, state: 'withdrawn', priority: 'high', sourceKind: 'child-death' }),
    anAction({ id: 'e', number: 218, state: 'at-risk', blocked: { by: 'money', since: today } }),
    anAction({ id: 'f', number: 219, state: 'embedded' }),
  ];
  const said = new Map([
    ['c', [{ kind: 'claimed' as const, words: '+ all were trained\nand tested' }]],
    [
      'e',
      [
        { kind: 'changed' as const, words: 'From “x.csv”, line 2.' },
        { kind: 'progress' as const, words: 'Half' },
      ],
    ],
  ]);
  const rows = trackerRows(actions, names, said);

  test.each(['csv', 'xlsx'] as const)('as it was (%s) changes nothing', async (form) => {
    const plan = await planOfFile(Buffer.from(await trackerForms[form](rows)), actions, { said });
    expect([plan.rejections, plan.changes, plan.notes]).toEqual([[], [], []]);
    expect(plan.rows.unchanged).toBe(6);
  });

  test('with other words shows what differs, and nothing else', async () => {
    const edited = rows.map((row, at) =>
      at === 1
        ? row.map((cell) => (cell === '2026-11-01' ? '31 March 2027' : cell === 'Olive Owner' ? 'Sam Smith' : cell))
        : at === 5
          ? row.map((cell) => (cell === 'At risk' ? 'On track' : cell === 'Half' ? 'Money was found' : cell))
          : row,
    );
    const plan = await planOfFile(Buffer.from(writeCsv(edited)), actions, { said });
    expect(plan.rejections).toEqual([]);
    expect(plan.changes.map(({ title, differences }) => [title, differences])).toEqual([
      [
        'Action 214: =SUM(A1)',
        [
          { fact: 'Owner', before: 'Olive Owner', after: 'Sam Smith' },
          { fact: 'Due', before: '1 November 2026', after: '31 March 2027' },
        ],
      ],
      [
        'Action 218: Give every school nurse access to the plan',
        [
          { fact: 'State', before: 'At risk', after: 'On track' },
          { fact: 'Last update', before: '', after: 'Money was found' },
        ],
      ],
    ]);
  });
});

test('an action that is done with evidence is claimed, and is verified by somebody else', async () => {
  const plan = await planOf(['Concordat number,State', '214,Done'], [anAction()], {
    evidence: new Map([[anAction().id, 1]]),
  });
  expect(plan.changes).toMatchObject([
    { altered: { steps: [{ step: 'claim-done' }] }, differences: [{ before: 'On track', after: 'Claimed done' }] },
  ]);
});

test('the example to try brings three actions, and its last row is refused', async () => {
  const plan = await planOfFile(Buffer.from(writeCsv(exampleTracker(names, today))));
  expect(plan.rows).toEqual({ all: 4, new: 3, changed: 0, unchanged: 0, rejected: 1 });
  expect(plan.rejections.map(({ line }) => line)).toEqual([5]);
});

test('5,000 rows are planned, whether all are new or none can be taken', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, at) => `R${at},Action number ${at} of many,Dunmere Health,Person ${at},31/03/2027,Green,,,Heard ${at}`,
  );
  const plan = await planOf([headings, ...rows]);
  expect(plan.rows.new).toBe(5000);
  const again = await planOf(
    [headings, ...rows.map((row) => row.replace('Dunmere Health', 'Dunmere Helth'))],
    writtenBy(plan),
  );
  expect(again.rows.rejected).toBe(5000);
}, 20_000);
