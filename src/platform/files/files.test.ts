import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { masterKey } from '../../../test/harness/pages.ts';
import { replacePartnershipKeys } from '../sealed/rotate.ts';
import { docx, pdf, photograph } from './check/samples.fixture.ts';
import { listFilesIn } from './file.store.ts';
import { limits, openScanner, type Papers, test } from './files.fixture.ts';
import { destroyFile } from './open.ts';

const words = 'The school was told on Tuesday';
const aText = { name: 'note.txt', bytes: words };

test.for<[string, { name: string; bytes: Buffer | string } | undefined, string]>([
  ['a field left empty', undefined, 'Select a file'],
  ['a program', { name: 'a.exe', bytes: 'MZ' }, 'must be a PDF, Word'],
  ['a picture that can hold a script', { name: 'a.svg', bytes: '<svg/>' }, 'must be a PDF, Word'],
  ['an old document', { name: 'a.doc', bytes: 'x' }, 'must be a PDF, Word'],
  ['an empty file', { name: 'a.txt', bytes: '' }, 'is empty'],
  ['a file too large', { name: 'a.txt', bytes: Buffer.alloc(limits.file + 1, 'x') }, 'smaller than 0.3 MB'],
  ['a file far too large', { name: 'a.txt', bytes: Buffer.alloc(limits.file + 2_000_000, 'x') }, 'smaller than 0.3 MB'],
  ['a document with macros', { name: 'a.docx', bytes: docx({ name: 'word/vbaProject.bin', content: 'x' }) }, 'macros'],
  ['a document called a PDF', { name: 'a.pdf', bytes: docx() }, 'is not what its name says'],
])('%s is told at the field, and nothing of it is left', async ([, file, says], { openPapers }) => {
  const { send, onDisk } = await openPapers();
  expect(await send(file)).toMatchObject({ status: 422, says: expect.stringContaining(says) as string });
  expect(onDisk()).toEqual([]);
});

test('a file comes back as it was sent, for a browser that runs nothing of it', async ({ openPapers }) => {
  const { send, manager, onDisk } = await openPapers();
  const sent = await send({ name: '../Plan & A.pdf', bytes: pdf() });
  expect(sent).toMatchObject({ status: 200, name: 'Plan & A.pdf', state: 'not-scanned' });
  const answer = await manager.get(`/dunmere/papers/${sent.id}`);
  expect(answer.rawPayload.equals(pdf())).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Plan-A.pdf"',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/) as string,
    'cache-control': 'no-store',
  });
  expect(onDisk()).toHaveLength(1);
});

test('on the disk it is noise, in a folder of its partnership', async ({ openPapers, house }) => {
  const { send, onDisk } = await openPapers();
  await send(aText);
  const [path = ''] = onDisk();
  expect(path).toContain(`/files/${house.dunmere.partnership}/`);
  expect(readFileSync(path, 'latin1')).not.toContain('school');
});

test('of a photograph only the picture is kept', async ({ openPapers }) => {
  const { send, manager, onDisk } = await openPapers();
  const { id } = await send({ name: 'visit.jpg', bytes: photograph() });
  const { rawPayload } = await manager.get(`/dunmere/papers/${id}`);
  expect([rawPayload.includes('Jane Smith'), rawPayload.subarray(0, 2).toString('hex')]).toEqual([false, 'ffd8']);
  expect(onDisk()).toHaveLength(1);
});

test('in another partnership it is not there', async ({ openPapers, house }) => {
  const { send, browse } = await openPapers();
  const { id } = await send(aText);
  const stranger = await browse(await house.person(house.elsewhere, 'business-manager'));
  expect((await stranger.get(`/elsewhere/papers/${id}`)).statusCode).toBe(404);
  expect((await stranger.get(`/dunmere/papers/${id}`)).statusCode).toBe(404);
});

test('a sealed file that was altered, exchanged or lost is not given out', async ({ openPapers }) => {
  const { send, manager, onDisk } = await openPapers();
  const [first, second] = [await send(aText), await send({ ...aText, bytes: 'another' })];
  const [one = '', other = ''] = onDisk().toSorted();
  const pathOf = (id: string) => (one.endsWith(id) ? one : other);
  const given = async (id: string) => {
    const answer = await manager.get(`/dunmere/papers/${id}`).catch(() => undefined);
    return answer?.statusCode === 200 ? answer.payload : '';
  };
  expect(await given(first.id)).toBe(words);
  writeFileSync(pathOf(first.id), readFileSync(pathOf(second.id)));
  expect(await given(first.id)).toBe('');
  const bytes = readFileSync(pathOf(second.id));
  bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3);
  writeFileSync(pathOf(second.id), bytes);
  expect(await given(second.id)).toBe('');
});

const large = { name: 'a.txt', bytes: Buffer.alloc(200_000, 'x') };

test('no record holds more than may be', async ({ openPapers }) => {
  const { send, onDisk } = await openPapers();
  expect([(await send(large)).status, (await send(large)).status]).toEqual([200, 200]);
  expect(await send(large)).toMatchObject({
    refusal: 'record-has-enough',
    says: expect.stringContaining('0.5 MB') as string,
  });
  await settled(() => onDisk().length === 2);
  expect(onDisk()).toHaveLength(2);
});

test('nobody sends more in a day than may be', async ({ openPapers, house }) => {
  const { send, signInAgain } = await openPapers();
  const another = () => send(large, '/dunmere/papers/loose');
  for (let times = 0; times < 3; times += 1) expect((await another()).status).toBe(200);
  expect((await another()).refusal).toBe('person-has-sent-enough');
  house.clock.now = new Date(house.clock.now.getTime() + 25 * 3_600_000);
  await signInAgain();
  expect((await another()).status).toBe(200);
});

test('a file that no handler keeps is gone when the answer is sent', async ({ openPapers }) => {
  const { send, onDisk } = await openPapers();
  expect((await send(aText, '/dunmere/papers/refused')).status).toBe(422);
  await settled(() => onDisk().length === 0);
  expect(onDisk()).toEqual([]);
});

test('where the transaction fails there is no row, and nobody can read the bytes', async ({ openPapers, house }) => {
  const { send, onDisk } = await openPapers();
  expect((await send(aText, '/dunmere/papers/fails')).status).toBe(500);
  expect(onDisk()).toHaveLength(1);
  const who = await house.person(house.dunmere, 'business-manager');
  expect(await house.data.as(who, (scope) => listFilesIn(scope, 'not-scanned', 10))).toEqual([]);
});

test('an upload that is cut off leaves nothing', async ({ openPapers }) => {
  const papers = await openPapers();
  await papers.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = papers.app.server.address() as { port: number };
  const cookie = [...papers.manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST /dunmere/papers HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=xx\r\nContent-Length: 200000\r\n\r\n--xx\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'words '.repeat(10_000)}`,
  );
  await settled(() => papers.onDisk().length === 1);
  expect(papers.onDisk()).toHaveLength(1);
  socket.destroy();
  await settled(() => papers.onDisk().length === 0);
  expect(papers.onDisk()).toEqual([]);
});

/** Waits until it is so, for five seconds at most. */
async function settled(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries += 1) await wait(50);
}

test('a file opens after the keys above it were replaced, and never again after its own was destroyed', async ({
  openPapers,
  house,
}) => {
  const { send, manager } = await openPapers();
  const { id } = await send(aText);
  expect(await replacePartnershipKeys(house.data, masterKey)).toEqual({ cases: 0, files: 1 });
  expect((await manager.get(`/dunmere/papers/${id}`)).payload).toBe(words);
  const who = await house.person(house.dunmere, 'business-manager');
  const destroy = () => house.data.as(who, (scope) => destroyFile(scope, id, 'rule 7'));
  expect([await destroy(), await destroy()]).toEqual([true, false]);
  expect((await manager.get(`/dunmere/papers/${id}`)).statusCode).toBe(404);
});

test.for<[string, string | undefined, string | undefined]>([
  ['found', 'stream: Win.Test.EICAR_HDB-1 FOUND\0', 'infected'],
  ['refused', 'INSTREAM size limit exceeded. ERROR\0', 'not-scannable'],
])(
  'a file that the scanner has %s is told at the field, and nobody can open it',
  async ([, answer, refusal], { openPapers }) => {
    const scanner = await openScanner(answer);
    const { send } = await openPapers(scanner.url);
    expect(await send(aText)).toMatchObject({ status: 422, refusal });
    scanner.close();
  },
);

test('the scanner is sent what will be kept', async ({ openPapers }) => {
  const scanner = await openScanner();
  const { send } = await openPapers(scanner.url);
  expect(await send(aText)).toMatchObject({ status: 200, state: 'clean' });
  expect(scanner.sent).toEqual([`zINSTREAM\0\0\0\0${String.fromCharCode(words.length)}${words}\0\0\0\0`]);
  scanner.close();
});

const served = async ({ manager }: Papers, id: string) => (await manager.get(`/dunmere/papers/${id}`)).statusCode;

test.for([
  ['answers nonsense', 'what?\0'],
  ['hangs up', ''],
  ['says that it failed', 'stream: Can not allocate memory ERROR\0'],
  ['says half of it', 'stream: OK'],
])('a file waits, and is not given out, where the scanner %s', async ([, answer], { openPapers }) => {
  const scanner = await openScanner(answer);
  const papers = await openPapers(scanner.url);
  const { id, state } = await papers.send(aText);
  expect([state, await served(papers, id)]).toEqual(['waiting', 404]);
  scanner.close();
});
