import { describe, expect, onTestFinished, vi } from 'vitest';
import { test } from '../../../../test/harness/pages.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { asOwner } from '../../../platform/database/owner.ts';
import { importJudgements } from '../import/import-judgements.ts';
import { aFile } from '../judgement.fixture.ts';

const here = '/dunmere/inspections';
/** The words of a page without its markup. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

describe('the pages are not there', () => {
  test('for those who are not signed in', async ({ pages }) => {
    const stranger = await pages.browse();
    expect((await stranger.get(`${here}/england`)).statusCode).toBe(303);
  });
  test('for those of another partnership', async ({ pages, house }) => {
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    expect((await neighbour.get(`${here}/england`)).statusCode).toBe(404);
    expect((await neighbour.get(`${here}/boards-and-councils/agreement.csv`)).statusCode).toBe(404);
  });
  test('for a role that may not read them', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const roles = vi.spyOn(pages.app.house.permissions, 'of').mockReturnValue(new Set(['partnership.read']));
    onTestFinished(() => roles.mockRestore());
    for (const path of [
      'england',
      'england/regions.csv',
      'boards-and-councils',
      'places',
      'places/E06000014',
      'ours',
    ]) {
      expect([path, (await reader.get(`${here}/${path}`)).statusCode]).toEqual([path, 403]);
    }
  });
  test('for places and figures that do not exist', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    for (const path of [
      'places/E06999999',
      'places/Cornwall',
      'england/nothing.csv',
      'england/regions.pdf',
      'places/E06000014/nothing.svg',
      'nowhere',
    ]) {
      expect([path, (await reader.get(`${here}/${path}`)).statusCode]).toEqual([path, 404]);
    }
  });
});

describe('what cannot be meant', () => {
  const day = 'Enter the day as 31 March 2017, 31/03/2017 or 2017-03-31';
  const wrong = [
    ['england?as-at=31+Foo+2017', 'as-at', day],
    ['england?as-at=2017-02-30', 'as-at', day],
    ['england?as-at=2017-01-01&as-at=2017-02-01', 'as-at', day],
    ['england?basis=everything', 'basis', 'Select what to count: all reviews, first reviews or boards'],
    ['england?of=schools', 'of', 'Select whose judgements to show'],
    [
      'england?early-until=soon',
      'early-until',
      'Enter the last day of the early reports as 31 December 2015 or 31/12/2015',
    ],
    ['boards-and-councils?with=kindness', 'with', 'Select a judgement of the council'],
    ['boards-and-councils/agreement.csv?as-at=never', 'as-at', day],
  ] as const;
  test('is answered in words, at its field', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    for (const [path, field, text] of wrong) {
      const { statusCode, body } = await reader.get(`${here}/${path}`);
      expect([path, statusCode]).toEqual([path, 422]);
      expect(body).toContain(`href="#${field}"`);
      expect(body).toContain(`id="${field}-error"`);
      expect(wordsOf(body)).toContain(text);
      expect(body).toContain('<title>Error: ');
    }
  });
  test('is still there as it was typed, as text', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const { body } = await reader.get(`${here}/england?as-at=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;');
  });
});

describe('every role may read', () => {
  test('*England*: the grades on a day, over time, by region, early and late', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const words = wordsOf((await reader.get(`${here}/england?as-at=30+March+2017&early-until=31/12/2015`)).body);
    expect(words).toContain(
      'By 30 March 2017, 122 reviews of 116 safeguarding boards had been published: 3 outstanding, 40 good, 57 requiring improvement and 22 inadequate.',
    );
    expect(words).toContain('inspectors are still learning');
    expect(words).toMatch(/London 24 2 \(8%\) 9 \(38%\) 11 \(46%\) 2 \(8%\) 15 \(63%\)/);
    expect(words).toContain('Every review counts');
    expect(words).toContain('A published account counted 122 by the end of March 2017');
  });
  test('*England* of councils alone under ILACS', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const words = wordsOf((await reader.get(`${here}/england?of=ilacs&as-at=2025-05-14`)).body);
    expect(words).toContain(
      'By 14 May 2025, 153 councils had been judged. By their latest outcome 36 outstanding, 67 good, 31 requiring improvement and 19 inadequate.',
    );
  });
  test('*Boards and councils*: how often they agreed, and no more than the numbers bear', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const words = wordsOf((await reader.get(`${here}/boards-and-councils?as-at=30/03/2017`)).body);
    expect(words).toContain(
      'In 77 of 122 reviews (63%) the board had the same grade as its council’s overall effectiveness. Where they differed, the board’s grade was the better 31 times and the worse 14 times: boards did better more often than chance would readily give.',
    );
    expect(words).toContain(
      'help and protection (79 of 122), overall effectiveness (77 of 122) and looked after children (75 of 121) came so near that the order could be chance',
    );
    const earlier = wordsOf((await reader.get(`${here}/boards-and-councils?as-at=2016-09-30`)).body);
    expect(earlier).toContain('boards came out ahead by so little that it could be chance');
  });
  test('*Boards and councils* before the first review, which says so', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    expect(wordsOf((await reader.get(`${here}/boards-and-councils?as-at=2013-01-01`)).body)).toContain(
      'No board had been reviewed by that day',
    );
    expect(wordsOf((await reader.get(`${here}/england?as-at=2013-01-01`)).body)).toContain(
      'By 1 January 2013, no review of a safeguarding board had been published.',
    );
  });
  test('*A place*, found by a part of its name, and by the code it had before', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const list = await reader.get(`${here}/places?name=upon+hull`);
    expect(list.body).toContain('href="places/E06000010"');
    expect(wordsOf(list.body)).toContain('1 of 158 councils');
    expect(wordsOf((await reader.get(`${here}/places?name=zzz`)).body)).toContain('No council is called “zzz”');
    const old = await reader.get(`${here}/places/E10000002`);
    expect([old.statusCode, old.headers.location]).toEqual([303, `${here}/places/E06000060`]);
    const words = wordsOf((await reader.get(`${here}/places/E06000039`)).body);
    expect(words).toContain('The safeguarding board of Slough was last judged inadequate (17 February 2016).');
    expect(words).toContain('Single inspection framework (SIF), re-inspection');
    expect(words).toContain('South East, with 19 councils');
  });
  test('*Ours*: the partnership’s own councils; without any it says what to do', async ({ pages, house }) => {
    const who = await house.person(house.dunmere, 'practitioner');
    const reader = await pages.browse(who);
    expect(wordsOf((await reader.get(`${here}/ours`)).body)).toContain(
      'No council is recorded as this partnership’s area',
    );
    await house.data.as(who, ({ db, partnership }) =>
      db.insertInto('partnership_area').values({ partnership_id: partnership, authority_code: 'E09000033' }).execute(),
    );
    expect(wordsOf((await reader.get(`${here}/ours`)).body)).toContain('The safeguarding board of Tri-borough');
  });
});

describe('what is taken away', () => {
  test('is the table, as CSV that a spreadsheet opens', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const { headers, body } = await reader.get(`${here}/boards-and-councils/agreement.csv?as-at=2017-03-30`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="boards-and-councils-agreement.csv"');
    expect(body.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      'Board,Outstanding,Good,Requires improvement,Inadequate,All',
      'Outstanding,0,3,0,0,3',
      'Good,2,21,16,1,40',
      'Requires improvement,0,8,38,11,57',
      'Inadequate,0,0,4,18,22',
      'All,2,32,58,30,122',
    ]);
  });
  test('is the picture, as an SVG of its own', async ({ pages, house }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const { headers, body } = await reader.get(`${here}/england/grades.svg?as-at=2017-03-30`);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(body).toContain('Open Government Licence');
    expect(body).not.toContain('style=');
  });
});

test('links keep the filters, stay inside the partnership, and no style or script stands in the page', async ({
  pages,
  house,
}) => {
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const { body } = await reader.get(`${here}/england?as-at=30+March+2017&basis=boards`);
  expect(body).toContain('href="england/regions.csv?as-at=30+March+2017&amp;basis=boards"');
  expect(body).not.toMatch(/ style=|<style|onclick/);
  expect(body).toContain('role="img"');
});

test('an import shows on the pages at once', async ({ pages, house }) => {
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const sentence = async () =>
    /(\d+) outstanding/.exec(wordsOf((await reader.get(`${here}/england?as-at=2017-03-30`)).body))?.[1];
  expect(await sentence()).toBe('3');
  const file = aFile(['Council,Publication date,LSCB', 'York,2017-02-07,Good']);
  await asOwner(house.connections.owner, (db) =>
    importJudgements(db, [file], { today: plainDate('2026-01-01'), dryRun: false }),
  );
  expect(await sentence()).toBe('2');
});
