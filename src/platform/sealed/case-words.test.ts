import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { test as base, type House } from '../../../test/harness/house.ts';
import type { CommandContext } from '../command.ts';
import { readConfig } from '../config.ts';
import { withClient } from '../database/connection.ts';
import type { CaseScope, Who } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { serviceIn } from '../jobs/partnerships.store.ts';
import { SealingKey } from '../trail/seal.ts';
import { Sealer } from '../trail/seal-job.ts';
import { verifyTrail } from '../trail/verify.ts';
import {
  CaseWords,
  destroyCaseKey,
  giveCaseKey,
  NoCaseKey,
  NoMasterKey,
  openCaseWords,
  WordsDestroyed,
} from './case-words.ts';
import { keysCommands } from './keys-commands.ts';
import { type MasterKey, readMasterKey } from './master-key.ts';
import { SealBroken } from './sealing.ts';

/** Somebody on the team of a case that has a key, and a sentence sealed with it. */
interface Team {
  who: Who;
  ofCase: string;
  master: MasterKey;
  keyFile: string;
  sealed: Buffer;
  inCase<T>(work: (scope: CaseScope) => Promise<T>, cases?: string[]): Promise<T>;
  read(): Promise<string>;
}

const sentence = 'The school nurse was told on Tuesday';

const test = base.extend<{ team: Team }>({
  team: async ({ house }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-words-'));
    await use(await openCase(house, join(folder, 'master.key')));
    rmSync(folder, { recursive: true });
  },
});

async function openCase(house: House, keyFile: string): Promise<Team> {
  const who = await house.person(house.dunmere, 'business-manager');
  const master = readMasterKey(keyFile, true);
  const ofCase = newId();
  const inCase: Team['inCase'] = (work, cases = [ofCase]) => house.data.asCaseTeam(who, cases, work);
  const sealed = await inCase(async (scope) => {
    await giveCaseKey(scope, master, ofCase);
    return (await openCaseWords(scope, master)).seal(ofCase, 'note', 'words', sentence);
  });
  const read = () =>
    inCase(async (scope) => (await openCaseWords(scope, master)).open(ofCase, 'note', 'words', sealed));
  return { who, ofCase, master, keyFile, sealed, inCase, read };
}

async function rotate(house: House, keyFile: string, name: string, options = {}): Promise<string> {
  const command = keysCommands.find((each) => each.name === name);
  const printed: string[] = [];
  const context: CommandContext = {
    config: readConfig({ CONCORDAT_KEY_FILE: keyFile }),
    connections: { ...house.connections, embedded: false, release: async () => {} },
    data: house.data,
    json: false,
    print: (text) => printed.push(text),
    tell: (text) => printed.push(text),
  };
  const code = await command?.run(context, [], options);
  return [code, ...printed].join('\n');
}

const keyRows = (house: House) =>
  withClient(house.connections.superuser, async (client) => {
    const { rows } = await client.query<{ above: string[]; wrapped: string }>(
      `select array(select id::text from partnership_key) as above, encode(wrapped, 'hex') as wrapped from case_key`,
    );
    return rows[0];
  });

test('words open for the case team, and read as they were written', async ({ team }) => {
  expect(await team.read()).toBe(sentence);
});

test('nobody outside the team gets at the key', async ({ house, team }) => {
  const keysSeen = ({ db }: Pick<CaseScope, 'db'>) => db.selectFrom('case_key').select('case_id').execute();
  expect(await house.data.as(team.who, keysSeen)).toEqual([]);
  expect(await team.inCase(keysSeen, [newId()])).toEqual([]);
  const elsewhere = await house.alsoIn(team.who, house.elsewhere);
  expect(await house.data.asCaseTeam(elsewhere, [team.ofCase], keysSeen)).toEqual([]);
  const other = newId();
  const words = await team.inCase((scope) => openCaseWords(scope, team.master), [other]);
  expect(() => words.open(team.ofCase, 'note', 'words', team.sealed)).toThrow(NoCaseKey);
  expect(() => words.seal(other, 'note', 'words', 'x')).toThrow(NoCaseKey);
});

test('words moved to another case, table or column do not open', async ({ team }) => {
  const other = newId();
  const both = [team.ofCase, other];
  await team.inCase((scope) => giveCaseKey(scope, team.master, other), both);
  const words = await team.inCase((scope) => openCaseWords(scope, team.master), both);
  expect(words.open(team.ofCase, 'note', 'words', team.sealed)).toBe(sentence);
  expect(() => words.open(other, 'note', 'words', team.sealed)).toThrow(SealBroken);
  expect(() => words.open(team.ofCase, 'letter', 'words', team.sealed)).toThrow(SealBroken);
  expect(() => words.open(team.ofCase, 'note', 'other', team.sealed)).toThrow(SealBroken);
});

test('wrapped keys that changed places in the database open nothing', async ({ house, team }) => {
  const other = newId();
  await team.inCase((scope) => giveCaseKey(scope, team.master, other), [team.ofCase, other]);
  await withClient(house.connections.superuser, (client) =>
    client.query(
      `set session_replication_role = replica; update case_key a set wrapped = b.wrapped from case_key b where a.case_id <> b.case_id`,
    ),
  );
  await expect(team.read()).rejects.toThrow(SealBroken);
});

test('a case has one key, ever', async ({ team }) => {
  const again = () => team.inCase((scope) => giveCaseKey(scope, team.master, team.ofCase));
  await expect(again()).rejects.toThrow('duplicate key');
  await team.inCase((scope) => destroyCaseKey(scope, team.ofCase, 'rule 7'));
  await expect(again()).rejects.toThrow('duplicate key');
});

test('with another master key nothing opens, and the one that is missing is named', async ({ team }) => {
  writeFileSync(team.keyFile, `${Buffer.alloc(32, 1).toString('base64')}\n`);
  const wrong = readMasterKey(team.keyFile, false);
  const opening = team.inCase((scope) => openCaseWords(scope, wrong));
  await expect(opening).rejects.toThrow(NoMasterKey);
  await expect(opening).rejects.toThrow(`master key ${team.master.current.id}`);
});

test('a destroyed key takes the words with it, leaves the fact, and the trail still verifies', async ({
  house,
  team,
}) => {
  const key = new SealingKey(Buffer.alloc(32, 7));
  await new Sealer(house.data, key, () => {}).run();
  expect(await team.inCase((scope) => destroyCaseKey(scope, team.ofCase, 'closed 2001, rule 7'))).toBe(true);
  expect(await team.inCase((scope) => destroyCaseKey(scope, team.ofCase, 'again'))).toBe(false);
  await expect(team.read()).rejects.toThrow(WordsDestroyed);
  const words = await team.inCase((scope) => openCaseWords(scope, team.master));
  expect(words.areDestroyed(team.ofCase)).toBe(true);
  const fact = await team.inCase(({ db }) => db.selectFrom('case_key').selectAll().execute());
  expect(fact).toMatchObject([
    { wrapped: null, destroyed_by: team.who.person, destroyed_under: 'closed 2001, rule 7' },
  ]);
  await new Sealer(house.data, key, () => {}).run();
  expect(await verifyTrail(house.data, new Map([[key.id, key.publicKey]]))).toMatchObject({ sound: true });
});

test('the trail never holds a key, wrapped or not', async ({ house, team }) => {
  const before = await keyRows(house);
  await rotate(house, team.keyFile, 'keys rotate');
  await team.inCase((scope) => destroyCaseKey(scope, team.ofCase, 'rule 7'));
  const images = await house.data.as(serviceIn(team.who.partnership), ({ db }) =>
    sql<{ act: string; image: string }>`select act, concat(before, after) as image from trail_entry
      where record in ('case_key', 'partnership_key')`.execute(db),
  );
  expect(new Set(images.rows.map(({ act }) => act))).toEqual(new Set(['insert', 'update', 'delete']));
  for (const { image } of images.rows) {
    expect(image).not.toContain('"wrapped"');
    expect(image).not.toContain(before?.wrapped.slice(20, 60));
  }
});

test('keys are replaced from the master key down, and nobody notices', async ({ house, team }) => {
  const before = await keyRows(house);
  expect(await rotate(house, team.keyFile, 'keys make')).toMatch(/^1\nThere is a master key/);
  expect(await rotate(house, team.keyFile, 'keys make', { replace: true })).toMatch(/^0\n/);
  expect(await team.read()).toBe(sentence);
  expect(await rotate(house, team.keyFile, 'keys rotate')).toMatch(/partnership keys 1, case keys 1, file keys 0\.$/);
  const after = await keyRows(house);
  expect(after?.wrapped).not.toBe(before?.wrapped);
  expect(after?.above).toHaveLength(2);
  expect(after?.above.some((id) => before?.above.includes(id))).toBe(false);
  expect(await team.read()).toBe(sentence);
  const [newest] = readFileSync(team.keyFile, 'utf8').split('\n');
  writeFileSync(team.keyFile, `${newest}\n`);
  const master = readMasterKey(team.keyFile, false);
  const words = await team.inCase((scope) => openCaseWords(scope, master));
  expect(words.open(team.ofCase, 'note', 'words', team.sealed)).toBe(sentence);
});

test('a rotation that is cut off half-way loses nothing', async ({ house, team }) => {
  await rotate(house, team.keyFile, 'keys make', { replace: true });
  await withClient(house.connections.superuser, (client) =>
    client.query('revoke update on case_key from concordat_app'),
  );
  await expect(rotate(house, team.keyFile, 'keys rotate')).rejects.toThrow(
    'in the partnership dunmere: permission denied',
  );
  expect(await team.read()).toBe(sentence);
});

test('words of no case at all are not opened', () => {
  expect(() => new CaseWords(newId(), new Map()).open(newId(), 'note', 'words', Buffer.alloc(40))).toThrow(NoCaseKey);
});
