import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contactWorkbook } from '../../src/partnership/spreadsheets/spreadsheets.fixture.ts';
import { barriersOn, test } from '../harness/journey.ts';

test('an empty partnership is set up from a contact list of 160 rows, twelve of them bad, by keyboard order and without scripts', async ({
  house,
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-import-'));
  const file = join(folder, 'Contacts 2026.xlsx');
  await writeFile(file, await contactWorkbook());
  const page = await site.browse(await house.person(house.dunmere, 'business-manager'), { javaScriptEnabled: false });
  const shots = process.env['SHOTS'];
  const looks = async (name: string) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      if (shots)
        await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: !name.startsWith('preview') });
      expect([name, width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width, width]);
    }
  };
  await page.goto('/dunmere/import');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('link', { name: 'Select a file' }).click();
  await looks('choose');
  await page.getByRole('radio', { name: 'Contacts' }).check();
  await page.getByLabel('The file').setInputFiles(file);
  await page.getByRole('button', { name: 'Read the file' }).click();
  expect(await page.getByLabel('Organisation').inputValue()).toBe('agency');
  await looks('columns');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: '12 rows cannot be taken' }).waitFor();
  await looks('preview');
  await page.getByRole('radio', { name: 'The good rows now' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('148 of 160 rows were written').waitFor();
  await looks('outcome');
  const [mend] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'These rows with the reasons (CSV)' }).click(),
  ]);
  expect(mend.suggestedFilename()).toBe('Contacts-2026-to-mend.csv');
  rmSync(folder, { recursive: true });
}, 90_000);

test('no page of an import has a barrier that a machine can find', async ({ house, site }) => {
  const page = await site.browse(await house.person(house.dunmere, 'business-manager'));
  await page.goto('/dunmere/import');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Contacts' }).check();
  await page
    .getByLabel('The file')
    .setInputFiles({ name: 'contacts.xlsx', mimeType: 'application/octet-stream', buffer: await contactWorkbook() });
  await page.getByRole('button', { name: 'Read the file' }).click();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'What is new' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('radio', { name: 'The good rows now' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'To mend' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
}, 90_000);
