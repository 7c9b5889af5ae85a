import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { badTrackerRows, trackerLine, trackerWorkbook } from '../../src/ledger/tracker/tracker.fixture.ts';
import { addAgency } from '../../src/partnership/agencies/agency.store.ts';
import { addPerson } from '../../src/partnership/people/person.store.ts';
import type { House } from '../harness/house.ts';
import { barriersOn, test } from '../harness/journey.ts';

/** Whom the tracker names. */
async function peopled({ data, dunmere, person }: House) {
  const manager = await person(dunmere, 'business-manager');
  await data.as(manager, async (scope) => {
    const health = await addAgency(scope, { name: 'Dunmere Health', kind: 'nhs-trust' });
    await addAgency(scope, { name: 'Dunmere Police', kind: 'police' });
    await addAgency(scope, { name: 'Dunmere Council', kind: 'local-authority' });
    await addPerson(scope, { name: 'Olive Owner', agency: health, workEmail: 'olive@health.example' });
  });
  return manager;
}

/** Each page fits its width and has no barrier that a machine can find. */
async function looks(page: Page, name: string) {
  const shots = process.env['SHOTS'];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    if (shots) await page.screenshot({ path: `${shots}/tracker-${name}-${width}.png`, fullPage: name !== 'preview' });
    expect([name, width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width, width]);
  }
  expect(await barriersOn(page)).toEqual([]);
}

const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.getByLabel('The file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Read the file' }).click();
};

test('a tracker of 200 rows, nine of them bad, is brought in; the nine are mended and follow', async ({
  house,
  site,
}) => {
  const page = await site.browse(await peopled(house));
  await page.goto('/dunmere/actions');
  await page.getByRole('button', { name: 'Bring in a tracker' }).click();
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('link', { name: 'Select a file' }).click();
  await looks(page, 'choose');

  await send(page, 'Our tracker.xlsx', await trackerWorkbook());
  expect(await page.getByLabel('Responsible officer').inputValue()).toBe('owner');
  expect(await page.getByLabel('Diary note').inputValue()).toBe('');
  await looks(page, 'columns');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: '9 rows cannot be taken' }).waitFor();
  const told = page.getByRole('table', { name: 'Rows that cannot be taken' });
  for (const [at, , , reason] of badTrackerRows)
    expect(await told.getByRole('row', { name: new RegExp(`^${trackerLine(at)} `) }).textContent()).toContain(reason);
  await page.getByRole('table', { name: 'Rows that are taken, and not just as they stand' }).waitFor();
  await looks(page, 'preview');

  await page.getByRole('radio', { name: 'The good rows now' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('191 of 200 rows were written').waitFor();
  await looks(page, 'outcome');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'These rows with the reasons (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Our-tracker-to-mend.csv');

  const mended = mend(await readFile(await download.path(), 'utf8'));
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await send(page, 'mended.csv', Buffer.from(mended));
  await page.getByText('9 rows: 8 with something new').waitFor();
  await page.getByText('1 as it is here already and 0 that cannot be taken').waitFor();
  await page.getByRole('button', { name: 'Write 9 rows' }).click();
  await page.getByText('8 of 9 rows were written').waitFor();
  await page.getByRole('button', { name: 'See the actions' }).click();
  await page.goto('/dunmere/actions?state=all');
  await page.getByText('199 actions').first().waitFor();
}, 90_000);

/** The file of rows to mend as somebody would put it right: the row that stood there twice says what the first says. */
const mend = (file: string): string =>
  file
    .replace('Dunmere Helth', 'Dunmere Health')
    .replace('ASAP', '31/03/2027')
    .replace('31/02/2027', '28/02/2027')
    .replace(',Puce,', ',Amber,')
    .replace('Olive Ownr', 'Olive Owner')
    .replace(',Not started,01/06/2026', ',Not started,')
    .split('\r\n')
    .map((line) => (line.startsWith('T81,') ? line.replace(/^(T81,[^,]*),([^,]*),,/, '$1,$2,Write it down,') : line))
    .map((line) => (line.startsWith('T171,') ? line.replace(',,Red,', ',31/03/2027,Red,') : line))
    .join('\r\n');
