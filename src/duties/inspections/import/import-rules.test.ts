import { describe, expect, test } from 'vitest';
import { aFile, boards, places, publishedHeld, today } from '../judgement.fixture.ts';
import { type ImportFile, planImport } from './import-rules.ts';

const context = { places, held: await publishedHeld(), boards, today };
const plan = (...files: ImportFile[]) => planImport(files, context);
const refusalsOf = async (...lines: string[]) =>
  (await plan(aFile(lines))).refusals.map(({ line, reason }) => `${line ?? 'file'}: ${reason}`);

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
    ['the day does not exist', 'York,SIF,2017-02-30,Good,Good', '2: “2017-02-30” is not a real date'],
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
