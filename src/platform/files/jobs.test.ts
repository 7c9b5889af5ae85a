import { join } from 'node:path';
import { expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { tellInfected } from '../../partnership/infected-files/tell.ts';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { newId } from '../database/ids.ts';
import { serviceIn } from '../jobs/partnerships.store.ts';
import { diskStore, incoming } from './byte-store.ts';
import { findFile } from './file.store.ts';
import { openScanner, test } from './files.fixture.ts';
import { scanWaiting, sweepFiles } from './jobs.ts';
import { destroyFile } from './open.ts';

const aText = { name: 'note.txt', bytes: 'The school was told' };
const dead = 'tcp://127.0.0.1:1';

const stateOf = (house: House, id: string) =>
  house.data.as(serviceIn(house.dunmere.partnership), async (scope) => (await findFile(scope, id))?.state);

test('a file waits while the scanner is away, and is there for everybody once it was scanned', async ({
  openPapers,
  house,
}) => {
  const { send, jobs, manager } = await openPapers(dead);
  const { id, state } = await send(aText);
  expect(state).toBe('waiting');
  await scanWaiting(jobs, tellInfected);
  expect([await stateOf(house, id), (await manager.get(`/dunmere/papers/${id}`)).statusCode]).toEqual(['waiting', 404]);
  const scanner = await openScanner();
  const config = { ...jobs.config, scanner: at(scanner.url) };
  await scanWaiting({ ...jobs, config }, tellInfected);
  expect([await stateOf(house, id), (await manager.get(`/dunmere/papers/${id}`)).payload]).toEqual([
    'clean',
    aText.bytes,
  ]);
  scanner.close();
});

const at = (url: string) => ({ by: 'clamd', at: { host: '127.0.0.1', port: Number(URL.parse(url)?.port) } }) as const;

test('with no scanner decided upon, a file waits for the decision', async ({ openPapers, house }) => {
  const { send, jobs } = await openPapers(dead);
  const { id } = await send(aText);
  await scanWaiting({ ...jobs, config: { ...jobs.config, scanner: { by: 'missing' } } }, tellInfected);
  expect(await stateOf(house, id)).toBe('waiting');
  await scanWaiting({ ...jobs, config: { ...jobs.config, scanner: { by: 'none' } } }, tellInfected);
  expect(await stateOf(house, id)).toBe('not-scanned');
});

test('of a virus the office and the sender are told, once, and they read it on a page', async ({
  openPapers,
  house,
}) => {
  const scanner = await openScanner('stream: Concordat.Test FOUND\0');
  const office = await house.person(house.dunmere, 'business-support');
  const other = await house.person(house.dunmere, 'scrutineer');
  const papers = await openPapers(dead);
  await papers.send(aText);
  const config = { ...papers.jobs.config, scanner: at(scanner.url) };
  for (const _ of [1, 2]) await scanWaiting({ ...papers.jobs, config }, tellInfected);
  const tasks = (who: typeof office) => house.data.as(who, listOwnTasks);
  expect(await tasks(office)).toMatchObject([
    { title: 'A file that was sent in has a virus', path: '/infected-files' },
  ]);
  expect(await tasks(other)).toEqual([]);
  expect((await papers.manager.get('/today')).payload).toContain('A file that was sent in has a virus');
  expect((await papers.manager.get('/dunmere/infected-files')).payload).toContain('note.txt');
  await papers.manager.post('/dunmere/infected-files');
  await scanWaiting({ ...papers.jobs, config }, tellInfected);
  expect((await papers.manager.get('/dunmere/infected-files')).payload).not.toContain('note.txt');
  expect(await tasks(office)).toHaveLength(1);
  scanner.close();
});

test('what nothing refers to is swept away after a day, and nothing else', async ({ openPapers, house }) => {
  const { send, jobs, folder, onDisk } = await openPapers();
  const store = diskStore(join(folder, 'files'));
  const { id: kept } = await send(aText);
  const { id: destroyed } = await send({ ...aText, bytes: 'another' });
  await house.data.as(serviceIn(house.dunmere.partnership), (scope) => destroyFile(scope, destroyed, 'rule 7'));
  await send(aText, '/dunmere/papers/fails');
  const twoDaysAgo = newId(house.clock.now.getTime() - 2 * 86_400_000);
  async function* some(): AsyncGenerator<Buffer, void> {
    yield Buffer.from('x');
  }
  const elsewhere = newId();
  for (const place of [incoming, house.dunmere.partnership, elsewhere]) {
    await store.put(place, twoDaysAgo, some());
    await store.put(place, newId(), some());
  }
  await sweepFiles(jobs);
  expect(onDisk()).toHaveLength(3 + 3 + 1);
  house.clock.now = new Date(house.clock.now.getTime() + 2 * 86_400_000);
  await sweepFiles(jobs);
  expect([await store.list(incoming), await store.list(house.dunmere.partnership)]).toEqual([[], [kept]]);
  expect(await store.list(elsewhere)).toHaveLength(2);
});

test('what is infected is destroyed after 30 days', async ({ openPapers, house }) => {
  const scanner = await openScanner('stream: Concordat.Test FOUND\0');
  const { send, jobs, onDisk } = await openPapers(scanner.url);
  expect((await send(aText)).refusal).toBe('infected');
  const [path = ''] = onDisk();
  const id = path.slice(-36);
  const after = async (days: number) => {
    house.clock.now = new Date(house.clock.now.getTime() + days * 86_400_000);
    await sweepFiles(jobs);
    return [await stateOf(house, id), onDisk().length];
  };
  expect(await after(29)).toEqual(['infected', 1]);
  expect(await after(2)).toEqual(['destroyed', 0]);
  scanner.close();
});
