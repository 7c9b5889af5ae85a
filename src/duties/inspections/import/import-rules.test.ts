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

describe('a row is refused, naming its line, when', () => {
  test.each([
    [
      'the council is misspelt',
      'Cornwal,SIF,2016-06-27,Good,Good',
      '2: no council is called “Cornwal”: did you mean Cornwall?',
    ],
    ['the council is unknown', 'Atlantis,SIF,2016-06-27,Good,Good', '2: no council is called “Atlantis”'],
    ['no council is named', ',SIF,2016-06-27,Good,Good', '2: no council'],
    ['it is a total', 'England,SIF,2016-06-27,Good,Good', '2: no council is called “England”'],
    [
      'the framework is unknown',
      'York,OFSTED,2017-02-07,Good,Good',
      '2: “OFSTED” is not a framework: SIF, ILACS, JTAI, SLAC, CPI or TLAC',
    ],
    ['the day is missing', 'York,SIF,,Good,Good', '2: no day of publication'],
    [
      'the day is not a date',
      'York,SIF,February 2017,Good,Good',
      '2: “February 2017” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05',
    ],
    [
      'the day has month before day',
      'York,SIF,02/27/2017,Good,Good',
      '2: “02/27/2017” is not a real date; days come before months',
    ],
    [
      'the day does not exist',
      'York,SIF,2017-02-30,Good,Good',
      '2: “2017-02-30” is not a real date; days come before months',
    ],
    ['the day is in the future', 'York,SIF,2071-02-07,Good,Good', '2: 7 February 2071 is in the future'],
    ['the day is long gone', 'York,SIF,07/02/1917,Good,Good', '2: 7 February 1917 is before any inspection held here'],
    [
      'the grade is no grade',
      'York,SIF,2017-02-07,Excellent,Good',
      '2: “Excellent” is not a grade: Outstanding, Good, Requires improvement, Inadequate, Not judged, or a number from 1 to 4',
    ],
    [
      'the grade is a number beyond 4',
      'York,SIF,2017-02-07,5,Good',
      '2: “5” is not a grade: Outstanding, Good, Requires improvement, Inadequate, Not judged, or a number from 1 to 4',
    ],
    ['it has no grade', 'York,SIF,2017-02-07,,', '2: no grade'],
    [
      'the framework has no such judgement',
      'York,ILACS,2022-07-01,Good,Good',
      '2: ILACS has no judgement called Adoption',
    ],
  ])('%s', async (_, row, refusal) => {
    expect(await refusalsOf(wide, row)).toEqual([refusal]);
  });
  test('several things are wrong: all of them are named', async () => {
    expect(await refusalsOf(wide, 'Cornwal,SIF,2016-06-31,Goood,Good')).toHaveLength(2);
    expect(await refusalsOf(wide, 'Cornwall,SIX,2016-06-31,Goood,Good')).toHaveLength(3);
  });
  test('it repeats another', async () => {
    expect(await refusalsOf(wide, 'York,SIF,2017-02-07,Good,Good', 'City of York,SIF,07/02/2017,Good,Good')).toEqual([
      '3: the SIF inspection of York is already in line 2',
    ]);
  });
  test('it can only be the same inspection under another day', async () => {
    expect(await refusalsOf(wide, 'York,SIF,2017-02-07,Good,Good', 'York,SIF,2017-03-07,Good,Good')).toEqual([
      '3: the SIF inspection of York is already in line 2, published on 7 February 2017: two reports within 90 days are one with two days',
    ]);
  });
  test('it repeats or contradicts another in the long shape', async () => {
    const rows = [
      'York,SIF,2017-02-07,Adoption,Good',
      'York,SIF,2017-02-07,Adoption,Good',
      'York,SIF,2017-02-07,adoption,2',
      'York,SIF,2017-02-07,Adoption,RI',
    ];
    expect(await refusalsOf(long, ...rows)).toEqual([
      '3: repeats line 2',
      '4: repeats line 2',
      '5: contradicts line 2',
    ]);
  });
  test('the long shape names no judgement, or one that is none', async () => {
    expect(
      await refusalsOf(
        long,
        'York,SIF,2017-02-07,,Good',
        'York,SIF,2017-02-07,Kindness,Good',
        'York,SIF,2017-02-07,Adoption,',
      ),
    ).toEqual(['2: no judgement is named', '3: “Kindness” is not a judgement', '4: no grade']);
  });
  test('code and name contradict each other', async () => {
    expect(await refusalsOf('LA name,GSS code,Publication date,Adoption', 'Leeds,E06000014,2017-02-07,Good')).toEqual([
      '2: “Leeds” contradicts its code: E06000014 is York',
    ]);
  });
  test('the inspection ends before it begins, or its report came before it', async () => {
    const heading = 'Council,Framework,Published,Inspection start,Inspection end,Adoption';
    expect(
      await refusalsOf(
        heading,
        'York,SIF,2017-02-07,2016-12-01,2016-11-01,Good',
        'Leeds,SIF,2017-02-07,2017-02-01,2017-03-01,Good',
      ),
    ).toEqual([
      '2: the inspection ends before it begins',
      '3: the report of 7 February 2017 came before the inspection',
    ]);
  });
  test('it is about a visit', async () => {
    const heading = 'Council,Published,Inspection type,Impact of leaders';
    expect(await refusalsOf(heading, 'York,2024-02-07,ILACS Focused Visit,')).toContain(
      '2: a visit is not an inspection and judges nothing: leave the row out',
    );
  });
});

describe('a board review is refused when', () => {
  const heading = 'Council,Framework,Published,Adoption,LSCB effectiveness,Shared board,LSCB publication date';
  test.each([
    ['it has no grade', 'York,SIF,2012-02-07,Good,,York,', 'a board review without a grade'],
    [
      'the framework reviewed no boards',
      'York,ILACS,2022-07-01,,Good,,',
      'ILACS reviewed no safeguarding boards; the SIF did',
    ],
    [
      'the shared board does not cover the council',
      'York,SIF,2017-02-07,Good,Good,Leicestershire & Rutland,',
      'the board of Leicestershire and Rutland does not cover York',
    ],
    [
      'it came in the future',
      'York,SIF,2017-02-07,Good,Good,,2071-01-01',
      'board review: 1 January 2071 is in the future',
    ],
    [
      'nobody knows of an inspection to which it belongs',
      'York,SIF,2009-02-07,,Good,,',
      'no SIF inspection of York is known in the 90 days before 7 February 2009: a board review needs the inspection it was made beside',
    ],
  ])('%s', async (_, row, reason) => {
    expect(await refusalsOf(heading, row)).toEqual([`2: ${reason}`]);
  });
});

describe('a file is refused as a whole when', () => {
  test('no headings are recognised', async () => {
    expect((await refusalsOf('one,two,three', '1,2,3'))[0]).toMatch(/^file: no row of headings was recognised/);
  });
  test('two columns say the same', async () => {
    expect(await refusalsOf('Council,Local authority,Publication date,Adoption', 'York,York,2017-02-07,Good')).toEqual([
      'file: “Council” and “Local authority” both say: council',
    ]);
  });
  test('nothing says which framework', async () => {
    expect(await refusalsOf('Council,Publication date,Overall effectiveness', 'York,2017-02-07,Good')).toEqual([
      '2: no framework: add a column “Framework”, or say --framework',
    ]);
  });
  test('there are headings and no rows', async () => {
    expect(await refusalsOf(wide)).toEqual(['file: there are headings and no rows']);
  });
  test('it is damaged', async () => {
    const { refusals } = await plan({ name: 'x.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) });
    expect(refusals).toEqual([{ file: 'x.xlsx', reason: 'the file is damaged, or is not an Excel workbook (.xlsx)' }]);
  });
});

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
