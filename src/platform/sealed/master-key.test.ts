import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { test as base, expect } from 'vitest';
import { makeMasterKey, readMasterKey, replaceMasterKey } from './master-key.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-key-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

test('where a key must be there already, its absence is told and none is made', ({ folder }) => {
  const file = join(folder, 'master.key');
  expect(() => readMasterKey(file, false)).toThrow(`There is no master key at ${file}`);
  expect(readdirSync(folder)).toEqual([]);
});

test.for(['', '\n', 'short', `${Buffer.alloc(32).toString('base64')}\nshort\n`])(
  'a file that holds no key is refused: %j',
  (text, { folder }) => {
    const file = join(folder, 'master.key');
    writeFileSync(file, text);
    expect(() => readMasterKey(file, true)).toThrow('does not hold a master key');
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('a key is made once, for our eyes only, and stays', ({ folder }) => {
  const file = join(folder, 'new', 'master.key');
  const made = readMasterKey(file, true);
  makeMasterKey(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readMasterKey(file, true).current.id).toBe(made.current.id);
  expect(readdirSync(join(folder, 'new'))).toEqual(['master.key']);
});

test('each purpose has a key of its own, the same every time', ({ folder }) => {
  const key = readMasterKey(join(folder, 'master.key'), true);
  expect(key.derive('one')).toEqual(key.derive('one'));
  expect(key.derive('one')).not.toEqual(key.derive('two'));
  expect(key.derive('one')).toHaveLength(32);
});

test('a new key stands above the earlier ones, which are still found; what is derived stays', ({ folder }) => {
  const file = join(folder, 'master.key');
  const before = readMasterKey(file, true);
  const after = replaceMasterKey(file);
  expect(after.current.id).not.toBe(before.current.id);
  expect(after.all.map(({ id }) => id)).toEqual([after.current.id, before.current.id]);
  expect(after.derive('sign-in')).toEqual(before.derive('sign-in'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a process that runs finds a key that was put into the file after it started', ({ folder }) => {
  const file = join(folder, 'master.key');
  const running = readMasterKey(file, true);
  const { id } = replaceMasterKey(file).current;
  expect(running.find(id)?.id).toBe(id);
  expect(running.current.id).toBe(id);
  expect(running.find('0000000000000000')).toBeUndefined();
});

test('a key shows its name and nothing more', ({ folder }) => {
  const file = join(folder, 'master.key');
  const key = readMasterKey(file, true);
  const secret = readFileSync(file, 'utf8').trim();
  const shown = `${inspect(key, { depth: 9, showHidden: true })} ${String(key.current)} ${JSON.stringify(key)}`;
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(Buffer.from(secret, 'base64').toString('hex').slice(0, 12));
  expect(String(key.current)).toBe(`master key ${key.current.id}`);
});
