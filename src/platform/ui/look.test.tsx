import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { VNode } from 'preact';
import { compile } from 'sass';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe.fixture.ts';
import { ExpiredFormPage, FailedPage, ForbiddenPage, NotFoundPage } from './error-pages.tsx';
import { aFrame, aStrangersFrame } from './frame.fixture.ts';
import type { Frame } from './frame.ts';
import { PatternsPage } from './patterns-page.tsx';
import { renderPage } from './render.tsx';
import { AccessibilityPage, CookiesPage, PrivacyPage } from './standing-pages.tsx';

/** Names as long as they come. */
const crowded = aFrame({
  example: true,
  account: { name: 'Professor Dame Philippa Featherstonehaugh-Cholmondeley' },
  partnership: {
    slug: 'pan',
    name: 'Rivermouth, Harrowdale, North Vale and Sandsend Pan-Area Safeguarding Children Partnership',
  },
  navigation: ['Today', 'Board', 'Reviews', 'Training', 'Assurance', 'Policies', 'Inspections', 'Reports'].map(
    (text, at) => ({ text, href: `/pan/${at}`, current: at === 6 }),
  ),
});
const pages: Record<string, [page: VNode, frame: Frame]> = {
  patterns: [<PatternsPage />, crowded],
  forbidden: [
    <ForbiddenPage roles={['Business manager', 'Independent scrutineer']} ask="the business manager" />,
    crowded,
  ],
  missing: [<NotFoundPage />, aStrangersFrame()],
  failed: [<FailedPage reference="0198f6a2-77e1-7000-8000-000000000000" />, aFrame()],
  expired: [<ExpiredFormPage answers={{ reason: 'One line\nand another' }} />, aFrame()],
  accessibility: [<AccessibilityPage />, aStrangersFrame()],
  privacy: [<PrivacyPage />, aFrame()],
  cookies: [<CookiesPage />, aFrame()],
};

const root = new URL('../../../', import.meta.url);
const file = (path: string): Buffer => readFileSync(new URL(path, root));
const typeface = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin';
/** What the build serves, from its sources, so that the test sees today's styles and not those of the last build. */
const assets: Record<string, () => string | Buffer> = {
  'app.css': () =>
    compile(fileURLToPath(new URL('assets/styles/app.scss', root)), {
      loadPaths: [fileURLToPath(new URL('node_modules', root))],
      style: 'compressed',
      quietDeps: true,
    }).css,
  'app.js': () => file('assets/scripts/app.js'),
  'govuk.js': () => file('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'),
  'atkinson.woff2': () => file(`${typeface}-wght-normal.woff2`),
  'atkinson-more.woff2': () => file(`${typeface}-ext-wght-normal.woff2`),
  'favicon.svg': () => file('assets/icons/favicon.svg'),
  'favicon.ico': () => file('assets/icons/favicon.ico'),
};
const made = new Map<string, string | Buffer>();
function asset(name: string): string | Buffer {
  const known = made.get(name) ?? assets[name]?.() ?? '';
  made.set(name, known);
  return known;
}

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
});
afterAll(() => browser.close());

async function open(name: string, width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const [, stem, ending] = /^\/assets\/([\w-]+)(?:\.\w{12})?\.(\w+)$/.exec(pathname) ?? [];
    if (stem) return route.fulfill({ contentType: TYPES[ending ?? ''] ?? '', body: asset(`${stem}.${ending}`) });
    const [vnode, frame] = pages[pathname.slice(1)] ?? [<NotFoundPage />, aStrangersFrame()];
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: POLICY, body: renderPage(vnode, frame) });
  });
  await page.goto(`http://concordat.test/${name}`);
  return page;
}
const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
};
const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'nonce-a-nonce'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'",
};

const widthOf = (page: Page): Promise<number> => page.locator('html').evaluate((html) => html.scrollWidth);

test.each(Object.keys(pages))(
  'the page "%s" has nothing that axe finds, and fits a screen 320 pixels wide',
  async (name) => {
    const page = await open(name, 1280);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await widthOf(page)).toBe(320);
    await page.context().close();
  },
  60_000,
);

test('every pattern is as sound on a telephone, and fits it without scripts', async () => {
  const narrow = await open('patterns', 320);
  expect(await axeFindings(narrow)).toEqual([]);
  const scriptless = await open('patterns', 320, false);
  expect(await widthOf(scriptless)).toBe(320);
  await narrow.context().close();
  await scriptless.context().close();
}, 60_000);

describe('by keyboard alone', () => {
  test('the first stop leads past the menu to the content', async () => {
    const page = await open('patterns', 1280);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to main content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
    await page.context().close();
  });
  test('each mistake leads to its field, a day to the first of its three', async () => {
    const page = await open('patterns', 1280);
    for (const [text, id] of [
      ['Select what the safeguarding partners decided', 'wrong-outcome'],
      ['The day the partners decided must be a real date', 'wrong-decidedOn'],
      ['Enter the reason for the decision', 'wrong-reason'],
    ] as const) {
      await page.getByRole('link', { name: text }).press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
    await page.context().close();
  });
  test('the menu opens on a telephone', async () => {
    const page = await open('patterns', 320);
    const board = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Board' });
    expect(await board.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    expect(await board.isVisible()).toBe(true);
    await page.context().close();
  });
  test('without scripts the menu is simply there', async () => {
    const page = await open('patterns', 320, false);
    expect(await page.getByRole('link', { name: 'Board', exact: true }).isVisible()).toBe(true);
    await page.context().close();
  });
});

test('nothing that a page holds is refused by its content security policy', async () => {
  const page = await open('cookies', 1280);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('body.govuk-frontend-supported').count()).toBe(1);
  await page.context().close();
  expect(said).toEqual([]);
});

test('a first visit stays under 90 KB, typeface included', () => {
  const [page, frame] = pages['patterns'] ?? [<NotFoundPage />, aFrame()];
  const packed = ['app.css', 'app.js', 'govuk.js', 'favicon.svg'].map((name) => brotliCompressSync(asset(name)).length);
  const bytes = [brotliCompressSync(renderPage(page, frame)).length, ...packed, asset('atkinson.woff2').length];
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(90 * 1024);
});
