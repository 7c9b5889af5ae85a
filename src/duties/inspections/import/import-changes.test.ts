import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { aFile, boards, builtInFiles, heldAfter, places, publishedHeld, today } from '../judgement.fixture.ts';
import type { Framework } from '../judgement.ts';
import { type ImportFile, planImport } from './import-rules.ts';

const held = await publishedHeld();
const context = { places, held, boards, today };
const plan = (...files: ImportFile[]) => planImport(files, context);
const refusalsOf = async (...lines: string[]) =>
  (await plan(aFile(lines))).refusals.map(({ line, reason }) => `${line ?? 'file'}: ${reason}`);
const differencesIn = async (...lines: string[]) =>
  (await plan(aFile(lines))).changes.map(
    ({ id, authority, differences }) =>
      `${id === undefined ? 'new' : 'changed'} ${authority.name}: ${differences.map(({ fact, before, after }) => `${fact} ${before ?? 'nothing'} → ${after}`).join(', ')}`,
  );

const wide = 'Local authority,Framework,Publication date,Overall effectiveness,Adoption';
const long = 'Local authority,Framework,Publication date,Judgement,Grade';

describe('days and grades are read as people write them', () => {
  test.each([
    '2017-02-07',
    '07/02/2017',
    '7.2.2017',
    '7 February 2017',
    '7 Feb 2017',
    '7-Feb-17',
    'Tuesday 7 February 2017',
    '7th February 2017',
    '42773',
    '2017-02-07 00:00:00',
  ])('%s', async (day) => {
    expect(await refusalsOf(wide, `York,SIF,${day},Good,Good`)).toEqual([]);
    expect(await differencesIn(wide, `York,SIF,${day},Good,Outstanding`)).toEqual([
      'changed York: adoption good → outstanding',
    ]);
  });
  test.each([
    ['Requires improvement to be good', 'requires-improvement'],
    ['REQUIRES IMPROVEMENT', 'requires-improvement'],
    ['requires_improvement', 'requires-improvement'],
    ['RI', 'requires-improvement'],
    ['3', 'requires-improvement'],
    ['1', 'outstanding'],
    ['Inadequate ', 'inadequate'],
    ['Not judged', 'not-judged'],
  ])('%s', async (words, outcome) => {
    expect(await differencesIn(wide, `York,SIF,2017-02-07,,${words}`)).toEqual([
      `changed York: adoption good → ${outcome}`,
    ]);
  });
});

describe('what is held already', () => {
  test('changes nothing when the built-in files come again', async () => {
    const again = await planImport(await builtInFiles(), context);
    expect([again.refusals, again.changes, again.unchanged]).toEqual([[], [], 783]);
  });
  test('is untouched where the file says nothing', async () => {
    expect(await differencesIn(wide, 'York,SIF,2017-02-07,,Outstanding')).toEqual([
      'changed York: adoption good → outstanding',
    ]);
  });
  test('shows a corrected day as a correction, and moves the board review printed in the same report', async () => {
    expect(await differencesIn(wide, 'York,SIF,2017-02-09,,Good')).toEqual([
      'changed York: publishedOn 2017-02-07 → 2017-02-09, boardPublishedOn 2017-02-07 → 2017-02-09',
    ]);
  });
  test('leaves a board’s own later report alone', async () => {
    expect(await differencesIn(wide, 'Surrey,SIF,2015-06-04,Inadequate,')).toEqual([
      'changed Surrey: publishedOn 2015-06-03 → 2015-06-04',
    ]);
    expect(await differencesIn(`${wide},LSCB`, 'Surrey,SIF,2015-06-03,,,RI')).toEqual([]);
    expect(await differencesIn(long, 'Surrey,SIF,2015-06-03,lscb_effectiveness,RI')).toEqual([]);
  });
  test('takes a review on a later day as the board’s own report', async () => {
    expect(await differencesIn(long, 'Surrey,SIF,2015-08-04,LSCB effectiveness,Good')).toEqual([
      'changed Surrey: boardOutcome requires-improvement → good, boardPublishedOn 2015-08-03 → 2015-08-04',
    ]);
  });
  test('gains an inspection of a day far enough away', async () => {
    expect(await differencesIn(wide, 'York,SIF,2018-02-07,Good,Good')).toEqual([
      'new York: publishedOn nothing → 2018-02-07, overall-effectiveness nothing → good, adoption nothing → good',
    ]);
  });
  test('gains a review of the board that covers the council', async () => {
    const [change] = (await plan(aFile([`${wide},LSCB`, 'Rutland,SIF,2018-05-07,Good,Good,Good']))).changes;
    expect([change?.facts.get('board'), change?.facts.get('boardPublishedOn')]).toEqual([
      'Leicestershire and Rutland',
      '2018-05-07',
    ]);
  });
});

describe('files', () => {
  const inLongShape = [
    long,
    'York,SIF,2017-02-07,Overall effectiveness,Good',
    'York,SIF,2017-02-07,Adoption,Outstanding',
    'York,SIF,2017-02-07,LSCB,Good',
  ];
  test('in the long shape say the same as in the wide', async () => {
    expect(await differencesIn(...inLongShape)).toEqual([
      'changed York: adoption good → outstanding, boardOutcome outstanding → good',
    ]);
  });
  test('that agree are taken once; that contradict each other are refused', async () => {
    const one = aFile([wide, 'York,SIF,2017-02-07,Good,Outstanding'], 'one.csv');
    const two = aFile(inLongShape, 'two.csv');
    expect((await plan(one, two)).changes).toHaveLength(1);
    const three = aFile([wide, 'York,SIF,2017-02-07,Good,Inadequate'], 'three.csv');
    expect((await plan(one, three)).refusals).toEqual([
      { file: 'three.csv', line: 2, reason: 'contradicts line 2 of one.csv' },
    ]);
  });
  test('show how their headings were understood, below a title and notes', async () => {
    const { files } = await plan(
      aFile([
        'Outcomes at 31 March',
        '',
        'LA name;Notes;Date published;Leadership, management and governance',
        'York;x;07/02/2017;Outstanding',
      ]),
    );
    expect(files).toEqual([
      {
        file: 'judgements.csv',
        sheet: '',
        shape: 'wide',
        rows: 1,
        headings: [
          { heading: 'LA name', as: 'authority' },
          { heading: 'Date published', as: 'published-on' },
          { heading: 'Leadership, management and governance', as: 'leadership' },
        ],
        unused: ['Notes'],
      },
    ]);
  });
  test('of Excel are read from the first sheet that has headings, with days however they are kept', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Outcomes']] },
        {
          name: 'Data',
          rows: [
            ['Local authority', 'Publication date', 'Adoption'],
            ['York', new Date(Date.UTC(2017, 1, 7)), 'Outstanding'],
            [],
            ['Surrey', 42158, 4],
            ['Cornwal', 42158, 4],
          ],
        },
      ],
    });
    const { refusals, changes, files } = await plan({ name: 'outcomes.xlsx', bytes });
    expect(refusals).toEqual([
      { file: 'outcomes.xlsx', line: 5, reason: 'no council is called “Cornwal”: did you mean Cornwall?' },
    ]);
    expect(changes.map(({ authority, line }) => [authority.name, line])).toEqual([
      ['York', 2],
      ['Surrey', 4],
    ]);
    expect(files[0]?.sheet).toBe('Data');
  });
  test('may leave the framework to whoever imports them', async () => {
    const file = aFile(['Council,Publication date,Theme', 'York,2024-02-07,domestic abuse']);
    const framework: Framework = 'jtai';
    expect((await planImport([file], { ...context, framework })).refusals).toEqual([]);
  });
});

test('what is planned on nothing, once held, is unchanged', async () => {
  const first = await planImport(await builtInFiles(), { ...context, held: [] });
  const second = await planImport(await builtInFiles(), { ...context, held: heldAfter(first.changes) });
  expect([first.changes.length, second.changes.length, second.unchanged]).toEqual([783, 0, 783]);
});
