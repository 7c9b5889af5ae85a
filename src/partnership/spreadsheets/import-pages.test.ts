import { expect } from 'vitest';
import { type House, test as houseTest } from '../../../test/harness/house.ts';
import { type Browser, formOn, openPages, type Pages } from '../../../test/harness/pages.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { multipartForm } from '../../platform/http/upload.fixture.ts';
import { changePerson, listPeople } from '../people/person.store.ts';
import { forgetOldImports, readDirectory } from './directory-import.store.ts';
import { badRows, contactCsv, contactWorkbook, lineOf } from './spreadsheets.fixture.ts';

const test = houseTest.extend<{ pages: Pages; manager: Browser }>({
  pages: async ({ house }, use) => {
    const pages = await openPages(house);
    await use(pages);
    await pages.app.close();
  },
  manager: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'business-manager')));
  },
});

const url = '/dunmere/import';
async function upload({ app }: Pages, browser: Browser, list: string, name: string, bytes?: Uint8Array | string) {
  const fields = { ...formOn((await browser.get('/today')).body), list };
  const form = multipartForm(fields, bytes === undefined ? undefined : { name, bytes });
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  return await app.inject({
    method: 'POST',
    url,
    payload: form.payload,
    headers: { host: 'localhost', cookie, ...form.headers },
  });
}
const ledTo = ({ headers }: { headers: Record<string, unknown> }) => String(headers['location']);
const hidden = (html: string, name: string) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
/** The fields of the page of columns as they stand on it. */
const columnsOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [
      name,
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
    ]),
  );
const directoryOf = ({ data, dunmere }: House, who: { account: string; person: string }) =>
  data.as({ ...who, partnership: dunmere.partnership }, readDirectory);

test('only the office may bring in and only who may read takes out; others are told which role may', async ({
  house,
  pages,
}) => {
  const chair = await pages.browse(await house.person(house.dunmere, 'independent-chair'));
  expect((await chair.get(url)).statusCode).toBe(403);
  expect((await upload(pages, chair, 'contacts', 'contacts.csv', contactCsv())).statusCode).toBe(403);
  expect((await chair.get('/dunmere/export/people.csv')).statusCode).toBe(200);
  const practitioner = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  expect((await practitioner.get('/dunmere/export/people.csv')).statusCode).toBe(403);
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  expect((await neighbour.get(url)).statusCode).toBe(404);
});

test('a file that cannot be used is refused at its field, and what was said is still there', async ({
  pages,
  manager,
}) => {
  for (const [name, bytes, words] of [
    ['', undefined, 'Select a file'],
    ['notes.pdf', '%PDF-1.7', 'The selected file must be a CSV file (.csv) or an Excel workbook (.xlsx)'],
    ['notes.csv', await contactWorkbook(), 'The selected file must be a CSV file (.csv) or an Excel workbook (.xlsx)'],
    ['notes.xlsx', 'PK\u0003\u0004 and nothing more', 'The selected file cannot be read: the file is damaged'],
    ['large.csv', Buffer.alloc(10_000_001, 'a'), 'The selected file must be smaller than 10 MB'],
    ['empty.csv', '', 'The selected file cannot be read: the file is empty'],
    ['headings.csv', 'Name,Email\n', 'The selected file must have a row of headings and rows below it'],
  ] as const) {
    const answer = await upload(pages, manager, 'people', name, bytes);
    expect([name, answer.statusCode]).toEqual([name, 422]);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('href="#file"');
    expect(answer.body).toMatch(/value="people" checked/);
  }
  expect((await upload(pages, manager, 'dinosaurs', 'a.csv', 'a,b\n1,2\n')).body).toContain(
    'Select what the file holds',
  );
});

test('a column that two claim, or that is missing, is refused at its field', async ({ pages, manager }) => {
  const at = ledTo(await upload(pages, manager, 'people', 'people.csv', 'Who,Mail\nAl Ba,al@ba.example\n'));
  expect(at).toMatch(/\/columns$/);
  const missing = await manager.post(at, { 'column-0': '', 'column-1': 'email' });
  expect([missing.statusCode, missing.body.includes('Select the column that holds: Name')]).toEqual([422, true]);
  const twice = await manager.post(at, { 'column-0': 'email', 'column-1': 'email' });
  expect(twice.body).toContain('“Who” and “Mail” cannot both be: Email');
  expect(columnsOn(twice.body)).toEqual({ 'column-0': 'email', 'column-1': 'email' });
});

test('contacts are uploaded, their columns looked at, previewed, the good rows written, the bad ones mended; repeated, nothing changes', async ({
  house,
  pages,
  manager,
}) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const columns = ledTo(await upload(pages, manager, 'contacts', 'our contacts.csv', contactCsv()));
  const asked = await manager.get(columns);
  expect(columnsOn(asked.body)).toMatchObject({ 'column-0': 'agency', 'column-1': 'agency-kind', 'column-9': '' });
  const at = ledTo(await manager.post(columns, columnsOn(asked.body)));

  const shown = (await manager.get(at)).body;
  expect(shown).toContain(
    '160 rows: 148 with something new, 0 that would change something, 0 as it is here already and 12 that cannot be taken',
  );
  for (const [row, , reason] of badRows) {
    expect(shown).toMatch(new RegExp(`<th scope="row" class="numeric">${lineOf(row)}</th>`));
    expect(shown).toContain(reason);
  }
  expect(shown).toContain('Diary note: not used');
  const before = await directoryOf(house, who);
  const seen = hidden(shown, 'seen');

  expect((await manager.post(at, { seen })).statusCode).toBe(422);
  expect(ledTo(await manager.post(at, { seen, how: 'all' }))).toBe(url);
  expect(await directoryOf(house, who)).toEqual(before);

  expect(ledTo(await manager.post(at, { seen, how: 'good' }))).toBe(at);
  const written = await directoryOf(house, who);
  expect([written.agencies.length, written.groups.length, written.people.length - before.people.length]).toEqual([
    14, 5, 148,
  ]);
  const outcome = (await manager.get(at)).body;
  expect(outcome).toContain('148 of 160 rows were written');

  const toMend = await manager.get(`${at}/rejected.csv`);
  const [bad] = await readSpreadsheet(toMend.rawPayload);
  expect(bad?.rows).toHaveLength(13);
  expect(bad?.rows[0]?.cells.slice(-2)).toEqual(['Line', 'Why it was not taken']);
  expect(bad?.rows[1]?.cells.slice(-2)).toEqual(['11', expect.stringContaining('did you mean Dunmere Council?')]);

  const again = ledTo(await upload(pages, manager, 'contacts', 'our contacts.csv', contactCsv()));
  expect(again).not.toMatch(/columns$/);
  const repeated = (await manager.get(again)).body;
  expect(repeated).toContain(
    '0 with something new, 0 that would change something, 148 as it is here already and 12 that cannot be taken',
  );
  expect(repeated).toContain('This file would change nothing');
  await manager.post(again, { seen: hidden(repeated, 'seen'), how: 'good' });
  expect(await directoryOf(house, who)).toEqual(written);

  const mended = Buffer.from(toMend.body.replace('Dunmere Concil', 'Dunmere Council'));
  const third = (await manager.get(ledTo(await upload(pages, manager, 'contacts', 'to-mend.csv', mended)))).body;
  expect(third).toContain(
    '12 rows: 2 with something new, 0 that would change something, 1 as it is here already and 9 that cannot be taken',
  );
}, 60_000);

test('what somebody else changed between the preview and the writing is noticed, shown, and not overwritten', async ({
  house,
  pages,
  manager,
}) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const csv = 'Name,Email,Job title\nAl Ba,al@ba.example,Clerk\nCy Do,cy@do.example,Nurse\n';
  const write = async (file: string) => {
    const at = ledTo(await upload(pages, manager, 'people', 'people.csv', file)).replace('/columns', '');
    const seen = hidden((await manager.get(at)).body, 'seen');
    return { at, seen };
  };
  const first = await write(csv);
  await manager.post(first.at, { seen: first.seen });
  const second = await write(csv.replace('Clerk', 'Director'));
  await house.data.as(who, async (scope) => {
    const al = (await listPeople(scope)).find(({ name }) => name === 'Al Ba');
    if (al) await changePerson(scope, al.id, { ...al, jobTitle: 'Chief clerk' });
  });
  const refused = await manager.post(second.at, { seen: second.seen });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Something has changed since you looked, and nothing has been written');
  expect(refused.body).toContain('Al Ba, Job title: Chief clerk → Director');
  const titles = async () => (await directoryOf(house, who)).people.map(({ jobTitle }) => jobTitle);
  expect(await titles()).toContain('Chief clerk');
  await manager.post(second.at, { seen: hidden(refused.body, 'seen') });
  expect(await titles()).toContain('Director');
  expect((await manager.get(second.at)).body).toContain('1 of 2 rows were written');
});

test('pressed again by somebody else, an upload is written once', async ({ house, pages, manager }) => {
  const who = await house.person(house.dunmere, 'business-support');
  const other = await pages.browse(who);
  const at = ledTo(await upload(pages, manager, 'agencies', 'agencies.csv', 'Agency\nDunmere Police\n')).replace(
    '/columns',
    '',
  );
  const seen = hidden((await manager.get(at)).body, 'seen');
  const answers = await Promise.all([manager.post(at, { seen }), other.post(at, { seen })]);
  expect(answers.map(ledTo)).toEqual([at, at]);
  expect((await directoryOf(house, who)).agencies).toHaveLength(1);
});

test('an upload is forgotten after a day', async ({ house, pages, manager }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const at = ledTo(await upload(pages, manager, 'agencies', 'agencies.csv', 'Agency\nDunmere Police\n')).replace(
    '/columns',
    '',
  );
  expect((await manager.get(at)).statusCode).toBe(200);
  house.clock.now = new Date(house.clock.now.getTime() + 86_400_000);
  const count = () => house.data.as(who, ({ db }) => db.selectFrom('directory_import').select('id').execute());
  expect((await count()).length).toBe(1);
  await house.data.as(who, forgetOldImports);
  expect(await count()).toEqual([]);
});

test('the trail keeps that a file came, and not what was in it', async ({ house, pages, manager }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  await upload(pages, manager, 'people', 'people.csv', 'Name,Email\nZebedee Quill,z@quill.example\n');
  const entries = await house.data.as(who, ({ db }) =>
    db.selectFrom('trail_entry').select(['record', 'after']).where('record', '=', 'directory_import').execute(),
  );
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toMatch(/Zebedee|content/);
});
