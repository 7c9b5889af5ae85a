import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { test as base, expect } from 'vitest';
import { newId } from '../database/ids.ts';
import { type ByteStore, BytesMissing, diskStore, incoming } from './byte-store.ts';
import { openSealed, putSealed } from './sealed-files.ts';

const test = base.extend<{ folder: string; store: ByteStore }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-store-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  store: async ({ folder }, use) => use(diskStore(folder)),
});

const place = newId();

async function* of(...pieces: readonly string[]): AsyncGenerator<Buffer, void> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function* broken(): AsyncGenerator<Buffer, void> {
  yield Buffer.from('begun');
  throw new Error('the line was cut');
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('what was put can be opened, moved, listed and removed', async ({ store }) => {
  const id = newId();
  await store.put(incoming, id, of('one ', 'two'));
  expect(await store.list(incoming)).toEqual([id]);
  await store.move(id, incoming, place);
  expect([await store.list(incoming), await store.list(place)]).toEqual([[], [id]]);
  expect(String(await buffer(await store.open(place, id)))).toBe('one two');
  await store.remove(place, id);
  await store.remove(place, id);
  expect(await store.list(place)).toEqual([]);
  await expect(store.open(place, id)).rejects.toThrow(BytesMissing);
  await expect(store.move(id, incoming, place)).rejects.toThrow(BytesMissing);
});

test('only we may read what lies there', async ({ store, folder }) => {
  const id = newId();
  await store.put(incoming, id, of('x'));
  const path = join(folder, incoming, id.slice(-2), id);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
});

test('what does not come whole leaves nothing', async ({ store, folder }) => {
  await expect(store.put(incoming, newId(), broken())).rejects.toThrow('the line was cut');
  await expect(putSealed(store, broken())).rejects.toThrow('the line was cut');
  expect(filesBelow(folder)).toEqual([]);
});

test('a disk that is full, or lets us write nothing, leaves nothing', async ({ store, folder }) => {
  const id = newId();
  mkdirSync(join(folder, incoming));
  writeFileSync(join(folder, incoming, id.slice(-2)), 'a file where the folder should be');
  await expect(store.put(incoming, id, of('x'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(filesBelow(folder)).toHaveLength(1);
});

test('what is being put is not disturbed by another of its name', async ({ store }) => {
  const id = newId();
  const first = store.put(incoming, id, of('first'));
  const second = store.put(incoming, id, of('second')).then(
    () => 'put',
    () => 'refused',
  );
  await first;
  expect(await second).toBe('refused');
  expect(String(await buffer(await store.open(incoming, id)))).toBe('first');
});

test.for(['../elsewhere', 'a/b', '', '0'])('no place is called %j', async (name, { store }) => {
  await expect(store.put(name, newId(), of('x'))).rejects.toThrow('not an identifier');
});

test('sealed bytes open with their key alone, and are noise on the disk', async ({ store, folder }) => {
  const sealed = await putSealed(store, of('The school was told'));
  const other = await putSealed(store, of('another'));
  expect(String(await buffer(await openSealed(store, incoming, sealed)))).toBe('The school was told');
  await expect(openSealed(store, incoming, { ...sealed, key: other.key }).then(buffer)).rejects.toThrow('do not open');
  const path = join(folder, incoming, sealed.id.slice(-2), sealed.id);
  expect(readFileSync(path, 'latin1')).not.toContain('school');
  expect([sealed.bytes, sealed.sha256.length]).toEqual([19, 32]);
});
