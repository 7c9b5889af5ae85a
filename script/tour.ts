// Takes the pictures of the README's tour: a server with the example in a folder of its own, and a real browser.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from '../src/platform/project.ts';

interface Picture {
  file: string;
  account?: string;
  path: string;
  width?: number;
}

const pictures: readonly Picture[] = [
  { file: 'example', path: '/example' },
  { file: 'today', account: 'police', path: '/today' },
  { file: 'structure', account: 'business-manager', path: '/rivermouth/groups/structure' },
  { file: 'gaps', account: 'business-manager', path: '/rivermouth/gaps' },
  { file: 'actions', account: 'business-manager', path: '/rivermouth/actions' },
  { file: 'release-list', account: 'business-manager', path: '/rivermouth/chivvying/release-list' },
  { file: 'challenges', account: 'independent-chair', path: '/rivermouth/challenges' },
  { file: 'england', account: 'independent-chair', path: '/rivermouth/inspections/england' },
  { file: 'boards-and-councils', account: 'independent-chair', path: '/rivermouth/inspections/boards-and-councils' },
  { file: 'place', account: 'scrutineer', path: '/rivermouth/inspections/places/E06000039' },
  { file: 'ours', account: 'business-manager', path: '/rivermouth/inspections/ours' },
  { file: 'ours-narrow', account: 'business-manager', path: '/rivermouth/inspections/ours', width: 320 },
  { file: 'roles', path: '/guide/roles' },
];

const port = 3000 + (process.pid % 500) + 100;
const home = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'concordat-tour-'));
const server = spawn(process.execPath, [join(projectRoot, 'dist/main.js'), 'serve'], {
  env: { ...process.env, PORT: String(port), CONCORDAT_DATA: folder },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await untilHealthy();
  await takePictures(process.argv[2] ?? join(projectRoot, 'docs/tour'));
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

async function untilHealthy(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const up = await fetch(`${home}/health`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server did not answer within a minute');
}

async function takePictures(to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const browser = await chromium.launch({ executablePath, args });
  for (const { file, account, path, width = 1280 } of pictures) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, baseURL: home });
    if (account !== undefined) await page.request.post('/example/sign-in', { form: { account } });
    await page.goto(path);
    await page.screenshot({ path: join(to, `${file}.png`), fullPage: width < 400 });
    console.log(`${file}: ${await page.title()}`);
    await page.close();
  }
  await browser.close();
}
