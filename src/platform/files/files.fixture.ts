import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { test as houseTest } from '../../../test/harness/house.ts';
import { type Browser, formOn, masterKey, openPages, type Pages } from '../../../test/harness/pages.ts';
import { inScope } from '../../partnership/doors.ts';
import type { Duty } from '../../partnership/duty.ts';
import { json } from '../http/answers.ts';
import { multipartForm } from '../http/upload.fixture.ts';
import type { JobContext } from '../jobs/job.ts';
import { openFile } from './open.ts';
import { receiveFile } from './receive.ts';
import { refusalText } from './refusals.ts';
import { takeFiles } from './take-files.ts';

/** The limits of the pages here: small, so that they are soon reached. */
export const limits = { file: 300_000, personInADay: 700_000, record: 500_000 };

const routes: FastifyPluginAsync = async (app) => {
  await takeFiles(app, limits);
  const take = (record: { files: string[] } | undefined) =>
    inScope(async (scope, request) => {
      const received = await receiveFile(scope, request, 'file', { beside: record?.files ?? [] });
      if (received.refusal !== undefined)
        return json({ refusal: received.refusal, says: refusalText(received.refusal, limits) }, 422);
      record?.files.push(received.file.id);
      return json(received.file);
    });
  app.post('/', take({ files: [] }));
  app.post('/loose', take(undefined));
  app.post(
    '/refused',
    inScope(() => json('the rest of the form was wrong', 422)),
  );
  app.post(
    '/fails',
    inScope(async (scope, request) => {
      await receiveFile(scope, request, 'file');
      throw new Error('after the file was kept');
    }),
  );
  app.get(
    '/:id',
    inScope((scope, request) => openFile(scope, app.concordat, (request.params as { id: string }).id)),
  );
};
const papers: Duty = { name: 'papers', title: 'Papers', navigation: [], permissions: {}, routes };

/** A scanner of our own that speaks as clamd does, for what a real one will not do when it is told to. */
export interface FakeScanner {
  url: string;
  /** What it answers; undefined for nothing at all. */
  answer: string | undefined;
  /** What it was sent, without the lengths of the pieces. */
  sent: string[];
  close(): void;
}

export async function openScanner(answer: string | undefined = 'stream: OK\0'): Promise<FakeScanner> {
  const server: Server = createServer((socket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      pieces.push(piece);
      const all = Buffer.concat(pieces);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      scanner.sent.push(all.toString('latin1'));
      if (scanner.answer !== undefined) socket.end(scanner.answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const scanner: FakeScanner = {
    url: `tcp://127.0.0.1:${port}`,
    answer,
    sent: [],
    close: () => void server.close(),
  };
  return scanner;
}

export interface Papers extends Pages {
  folder: string;
  manager: Browser;
  /** The manager signs in once more. */
  signInAgain(): Promise<void>;
  /** Sends a file to the page at `path`. */
  send(file: { name: string; bytes: Buffer | string } | undefined, path?: string): Promise<Sent>;
  /** What the jobs are given, with the same folder and scanner. */
  jobs: JobContext;
  /** Files on the disk. */
  onDisk(): string[];
}

export interface Sent {
  status: number;
  refusal?: string;
  says?: string;
  id: string;
  state: string;
  name: string;
}

interface Fixtures {
  /** Opens a house whose files are scanned by `clamd`. */
  openPapers(clamd?: string): Promise<Papers>;
}

export const test = houseTest.extend<Fixtures>({
  openPapers: async ({ house }, use) => {
    const closing: (() => Promise<unknown>)[] = [];
    await use(async (clamd = 'none') => {
      const folder = mkdtempSync(join(tmpdir(), 'concordat-files-'));
      const keys = mkdtempSync(join(tmpdir(), 'concordat-keys-'));
      const keyFile = join(keys, 'master.key');
      writeFileSync(keyFile, masterKey.current.toText());
      const env = { CONCORDAT_DATA: folder, CONCORDAT_KEY_FILE: keyFile, CLAMD_URL: clamd };
      const pages = await openPages(house, [papers], env);
      closing.push(async () => {
        await pages.app.close();
        for (const each of [folder, keys]) rmSync(each, { recursive: true });
      });
      const who = await house.person(house.dunmere, 'business-manager');
      const manager = await pages.browse(who);
      const signInAgain = async () => {
        for (const [name, value] of (await pages.browse(who)).cookies) manager.cookies.set(name, value);
      };
      const jobs: JobContext = {
        config: pages.app.concordat.config,
        database: house.data,
        keys: masterKey,
        log: { info: () => {}, error: () => {} },
      };
      const onDisk = () =>
        readdirSync(join(folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name));
      return {
        ...pages,
        folder,
        manager,
        signInAgain,
        jobs,
        onDisk,
        send: (file, path) => send(pages, manager, file, path),
      };
    });
    for (const close of closing) await close();
  },
});

async function send(
  { app }: Pages,
  browser: Browser,
  file: { name: string; bytes: Buffer | string } | undefined,
  path = '/dunmere/papers',
): Promise<Sent> {
  const form = multipartForm(formOn((await browser.get('/today')).body), file);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await app.inject({
    method: 'POST',
    url: path,
    ...form,
    headers: { ...form.headers, host: 'localhost', cookie },
  });
  const body: unknown = answer.headers['content-type']?.toString().startsWith('application/json') ? answer.json() : {};
  return { ...(body as Sent), status: answer.statusCode };
}
