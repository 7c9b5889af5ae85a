import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import jpeg from 'jpeg-js';
import { test as base, expect } from 'vitest';
import { type ByteStore, diskStore, incoming } from '../byte-store.ts';
import { openSealed, putSealed } from '../sealed-files.ts';
import type { FileType } from '../stored-file.ts';
import { checkFile } from './check.ts';
import { docx, photograph } from './samples.fixture.ts';
import { startChecker } from './sandbox.ts';

const test = base.extend<{ folder: string; store: ByteStore }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-check-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  store: async ({ folder }, use) => use(diskStore(folder)),
});

async function* of(...pieces: readonly (Buffer | string)[]): AsyncGenerator<Buffer, void> {
  for (const piece of pieces) yield Buffer.from(piece);
}

const put = (store: ByteStore, bytes: Buffer | string) => putSealed(store, of(bytes));

test('a bad file is refused for what is in it, and a good one is left as it came', async ({ store }) => {
  const bad = await put(store, docx({ name: 'word/vbaProject.bin', content: 'x' }));
  expect(await checkFile(store, 'docx', bad)).toEqual({ refusal: 'macros' });
  const good = await put(store, docx());
  expect(await checkFile(store, 'docx', good)).toEqual({ drawnAnew: undefined });
});

test('a photograph is kept as it was drawn anew', async ({ store }) => {
  const checked = await checkFile(store, 'jpeg', await put(store, photograph()));
  if (checked.refusal !== undefined || !checked.drawnAnew) throw new Error('it was not drawn');
  const pieces: Buffer[] = [];
  for await (const piece of await openSealed(store, incoming, checked.drawnAnew)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  expect(bytes.includes('Jane Smith')).toBe(false);
  expect(jpeg.decode(bytes)).toMatchObject({ width: 40, height: 20 });
  expect(checked.drawnAnew.bytes).toBe(bytes.length);
});

test('a checker that crashes refuses that file and nothing else', async ({ store }) => {
  const [first, second] = await Promise.all([put(store, 'one'), put(store, 'two')]);
  // there is no such kind, and the checker does not know what to do
  const crashed = checkFile(store, 'strange' as FileType, first);
  const fine = checkFile(store, 'txt', second);
  expect(await crashed).toEqual({ refusal: 'check-failed' });
  expect(await fine).toEqual({ drawnAnew: undefined });
});

test('a file whose sealed bytes were altered is not checked as if it were another', async ({ store, folder }) => {
  const sealed = await put(store, 'one');
  const path = join(folder, incoming, sealed.id.slice(-2), sealed.id);
  writeFileSync(path, Buffer.alloc(40, 1));
  expect(await checkFile(store, 'txt', sealed)).toEqual({ refusal: 'check-failed' });
});

const limited = { memory: 256, seconds: 15 };

/** What becomes of a program of ours that does `script` where the checker runs. */
async function inSandbox(
  script: string,
  folder: string,
  allowance = limited,
): Promise<{ code: number | null; said: string }> {
  const program = join(folder, 'tries.mjs');
  writeFileSync(program, script);
  const child = startChecker('txt', allowance, program);
  child.stdin.on('error', () => {});
  child.stdin.end();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said: await text(child.stdout), code: await ended };
}

const trying = (what: string) =>
  `try { ${what}; process.stdout.write('done') } catch (error) { process.stdout.write(String(error.code)) }`;

test.for<[string, string]>([
  ['read a file', `(await import('node:fs')).readFileSync('/etc/passwd')`],
  ['write a file', `(await import('node:fs')).writeFileSync('/tmp/concordat-written', 'x')`],
  ['start a program', `(await import('node:child_process')).execSync('true')`],
  ['start a thread', `new (await import('node:worker_threads')).Worker('1', { eval: true })`],
])('the checker can not %s', async ([, what], { folder }) => {
  expect(await inSandbox(trying(what), folder)).toMatchObject({ said: 'ERR_ACCESS_DENIED' });
});

test('the checker knows nothing of our surroundings', async ({ folder }) => {
  expect(
    await inSandbox(`process.stdout.write(Object.keys(process.env).filter((name) => name !== 'PWD').join())`, folder),
  ).toEqual({
    code: 0,
    said: expect.not.stringMatching(/PATH|CONCORDAT|DATABASE/) as string,
  });
});

test('the checker has no network where Linux lets us take it away', async ({ folder }) => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const { said } = await inSandbox(
    `import { connect } from 'node:net'; const s = connect(${port}, '127.0.0.1'); s.on('connect', () => { console.log('connected'); process.exit() }); s.on('error', (e) => console.log(e.code))`,
    folder,
  );
  server.close();
  expect(said.trim()).toMatch(/^(ENETUNREACH|ERR_ACCESS_DENIED)$/);
});

test('the checker is stopped when it takes too much memory', async ({ folder }) => {
  const hungry = `const all = []; for (let at = 0; at < 200; at += 1) all.push(Buffer.alloc(10_000_000, 1)); process.stdout.write('done')`;
  const { code, said } = await inSandbox(hungry, folder);
  expect([code === 0, said]).toEqual([false, '']);
});

test('the checker is stopped when it takes too long', async ({ folder }) => {
  const started = performance.now();
  const { code } = await inSandbox('for (;;);', folder, { memory: 256, seconds: 1 });
  expect(code).not.toBe(0);
  expect(performance.now() - started).toBeLessThan(8000);
});
