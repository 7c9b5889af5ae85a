import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { expect } from 'vitest';
import { inScope } from '../../src/partnership/doors.ts';
import type { Duty } from '../../src/partnership/duty.ts';
import { goTo, json } from '../../src/platform/http/answers.ts';
import { multipartForm } from '../../src/platform/http/upload.fixture.ts';
import { largestUpload, takeUploads } from '../../src/platform/http/upload.ts';
import { test as houseTest } from '../harness/house.ts';
import { type Browser, formOn, openPages, type Pages } from '../harness/pages.ts';

let taken: string[] = [];
const routes: FastifyPluginAsync = async (app) => {
  app.post(
    '/plain',
    inScope(() => json('plain')),
  );
  await app.register(async (files) => {
    await takeUploads(files);
    files.post(
      '/',
      inScope((_, { uploads, body }) => {
        const upload = uploads?.get('file');
        if (!upload || upload.tooLarge) return json({ upload: upload?.tooLarge ?? 'none', body }, 422);
        taken.push(upload.bytes.toString());
        return goTo(`/dunmere/papers/${taken.length}`);
      }),
    );
  });
};
const papers: Duty = { name: 'papers', title: 'Papers', navigation: [], permissions: {}, routes };

const test = houseTest.extend<{ pages: Pages; manager: Browser }>({
  pages: async ({ house }, use) => {
    taken = [];
    const pages = await openPages(house, [papers]);
    await use(pages);
    await pages.app.close();
  },
  manager: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'business-manager')));
  },
});

type File = Parameters<typeof multipartForm>[1];
const aFile: File = { name: 'contacts.csv', bytes: 'a,b' };

async function send(
  { app }: Pages,
  browser: Browser | undefined,
  file: File,
  {
    fields,
    headers = {},
    url = '/dunmere/papers',
  }: { fields?: Record<string, string>; headers?: object; url?: string } = {},
) {
  const own = browser ? formOn((await browser.get('/today')).body) : {};
  const form = multipartForm(fields ?? own, file);
  const cookie = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  return await app.inject({
    method: 'POST',
    url,
    payload: form.payload,
    headers: { host: 'localhost', cookie, ...form.headers, ...headers },
  });
}

test('a file is not read from whoever has not signed in', async ({ pages }) => {
  expect((await send(pages, undefined, aFile)).statusCode).toBe(303);
});

test('a file without our token, or from another site, is refused', async ({ pages, manager }) => {
  expect((await send(pages, manager, aFile, { fields: { _key: randomUUID() } })).statusCode).toBe(403);
  const { _csrf } = formOn((await manager.get('/today')).body);
  expect((await send(pages, manager, aFile, { fields: { _csrf: String(_csrf) } })).statusCode).toBe(403);
  expect((await send(pages, manager, aFile, { headers: { origin: 'https://elsewhere.example' } })).statusCode).toBe(
    403,
  );
  expect(taken).toEqual([]);
});

test('the same form sent twice is taken once, and with another file it is refused', async ({ pages, manager }) => {
  const fields = formOn((await manager.get('/today')).body);
  const [first, again] = [await send(pages, manager, aFile, { fields }), await send(pages, manager, aFile, { fields })];
  expect([first.headers.location, again.headers.location]).toEqual(['/dunmere/papers/1', '/dunmere/papers/1']);
  expect((await send(pages, manager, { name: 'contacts.csv', bytes: 'a,c' }, { fields })).statusCode).toBe(403);
  expect(taken).toEqual(['a,b']);
});

test('a file too large is told apart and not kept; one that nobody sends by mistake is cut off', async ({
  pages,
  manager,
}) => {
  const large = { name: 'large.csv', bytes: Buffer.alloc(largestUpload + 1, 'x') };
  expect((await send(pages, manager, large)).json()).toMatchObject({ upload: true });
  const exact = { name: 'just.csv', bytes: Buffer.alloc(largestUpload, 'x') };
  expect((await send(pages, manager, exact)).statusCode).toBe(303);
  expect(
    (await send(pages, manager, aFile, { headers: { 'content-length': '200000000' } })).statusCode,
  ).toBeGreaterThanOrEqual(400);
});

test('a field left empty has no file', async ({ pages, manager }) => {
  expect((await send(pages, manager, undefined)).json()).toMatchObject({ upload: 'none' });
});

test('what is no form is refused in a page, and not as a failure of ours', async ({ pages, manager }) => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=other'])
    expect((await send(pages, manager, aFile, { headers: { 'content-type': type } })).statusCode).toBeLessThan(500);
});

test('a page that takes no files takes none', async ({ pages, manager }) => {
  expect((await send(pages, manager, aFile, { url: '/dunmere/papers/plain' })).statusCode).toBe(415);
});
