import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { readPlaces } from '../../partnership/places/places.store.ts';
import { readReferenceVersion } from '../../partnership/places/reference-set.store.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { withClient } from '../../platform/database/connection.ts';
import { asOwner } from '../../platform/database/owner.ts';
import { projectRoot } from '../../platform/project.ts';
import { readJudgements } from './facts.store.ts';
import { importJudgements } from './import/import-judgements.ts';
import type { ImportFile } from './import/import-rules.ts';
import { aFile, places, publishedHeld, today } from './judgement.fixture.ts';
import { readInspections, readSharedBoards } from './judgements.store.ts';
import { loadReferenceFacts } from './reference.ts';

const heading = 'Local authority,Framework,Publication date,Adoption,LSCB';
const doImport = (house: House, files: ImportFile[], dryRun = false) =>
  asOwner(house.connections.owner, (db) => importJudgements(db, files, { today, dryRun }));
const york = async (house: House) => {
  const held = await readInspections(house.data.reference);
  return held.find(({ authority, framework }) => authority === 'E06000014' && framework === 'sif');
};

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

test('the application may not write reference facts', async ({ house }) => {
  const statements = [
    `insert into inspection (id, framework, authority_code, published_on, source) values (gen_random_uuid(), 'sif', 'E06000014', '2020-01-01', 'x')`,
    `update inspection_judgement set outcome = 'outstanding'`,
    `delete from board_review`,
    `update local_authority set name = 'x'`,
    `update reference_set set version = gen_random_uuid()`,
  ];
  for (const statement of statements) {
    const writing = withClient(house.connections.app, (client) => client.query(statement));
    await expect(writing).rejects.toThrow(/permission denied/);
  }
});

describe('what is held', () => {
  test('is what the built-in files say', async ({ house }) => {
    const inspections = await readInspections(house.data.reference);
    const plain = (held: Awaited<ReturnType<typeof publishedHeld>>) =>
      held
        .map(
          ({ framework, authority, facts }) =>
            `${framework} ${authority} ${[...facts].map(String).toSorted().join(' ')}`,
        )
        .toSorted();
    expect(plain(inspections)).toEqual(plain(await publishedHeld()));
    const stored = await readPlaces(house.data.reference);
    expect(stored.authorities.toSorted(byCode)).toEqual(places.authorities.toSorted(byCode));
    expect(stored.regions).toEqual(places.regions);
    expect(
      (await readSharedBoards(house.data.reference)).map(({ name, authorities }) => [
        name.split(' (')[0],
        authorities.length,
      ]),
    ).toEqual([
      ['Bournemouth and Poole', 2],
      ['City of London and Hackney', 2],
      ['Cornwall and Isles of Scilly', 2],
      ['Leicestershire and Rutland', 2],
      ['Tri-borough', 3],
    ]);
  });
});

describe('an import', () => {
  const corrected = aFile([heading, 'York,SIF,2017-02-07,Outstanding,Good']);

  test('changes nothing when any row is refused', async ({ house }) => {
    const before = await readReferenceVersion(house.data.reference);
    const { applied, refusals, changes } = await doImport(house, [
      corrected,
      aFile([heading, 'Cornwal,SIF,2016-06-27,Good,'], 'bad.csv'),
    ]);
    expect([applied, refusals.length, changes.length]).toEqual([false, 1, 1]);
    expect((await york(house))?.facts.get('adoption')).toBe('good');
    expect(await readReferenceVersion(house.data.reference)).toBe(before);
  });
  test('changes nothing in a dry run, and says what it would', async ({ house }) => {
    const { applied, changes } = await doImport(house, [corrected], true);
    expect(applied).toBe(false);
    expect(changes[0]?.differences).toEqual([
      { fact: 'adoption', before: 'good', after: 'outstanding' },
      { fact: 'boardOutcome', before: 'outstanding', after: 'good' },
    ]);
    expect((await york(house))?.facts.get('adoption')).toBe('good');
  });
  test('corrects, and the second time changes nothing', async ({ house }) => {
    expect((await doImport(house, [corrected])).applied).toBe(true);
    const held = await york(house);
    expect([held?.facts.get('adoption'), held?.facts.get('boardOutcome'), held?.source]).toEqual([
      'outstanding',
      'good',
      'judgements.csv',
    ]);
    const version = await readReferenceVersion(house.data.reference);
    const again = await doImport(house, [corrected]);
    expect([again.changes, again.unchanged]).toEqual([[], 1]);
    expect(await readReferenceVersion(house.data.reference)).toBe(version);
  });
  test('adds an inspection with its judgements and its board’s review', async ({ house }) => {
    await doImport(house, [aFile([heading, 'Rutland,SIF,2018-05-07,Not judged,2'])]);
    const inspections = await readInspections(house.data.reference);
    const added = inspections.find(
      ({ authority, publishedOn }) => authority === 'E06000017' && publishedOn === '2018-05-07',
    );
    expect(Object.fromEntries(added?.facts ?? [])).toEqual({
      publishedOn: '2018-05-07',
      adoption: 'not-judged',
      board: 'Leicestershire and Rutland',
      boardOutcome: 'good',
      boardPublishedOn: '2018-05-07',
    });
  });
  test('gives a council a board of its own name where none is known', async ({ house }) => {
    await doImport(house, [aFile([heading, 'Cumberland,SIF,2024-05-07,Good,2'])]);
    const { facts } = await readJudgements(house.data.reference);
    expect(facts.reviews.find(({ authority }) => authority === 'E06000063')?.board).toBe('Cumberland');
  });
  test('waits for another to end', async ({ house }) => {
    const order: string[] = [];
    const first = asOwner(house.connections.owner, async (db) => {
      await importJudgements(db, [corrected], { today, dryRun: false });
      order.push('first imported');
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('first ends');
    });
    while (order.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await doImport(house, [corrected]);
    order.push('second');
    await first;
    expect(order).toEqual(['first imported', 'first ends', 'second']);
    expect(second.changes).toEqual([]);
  });
});

test('readers see an import at once, and read nothing anew while nothing changes', async ({ house }) => {
  const before = await readJudgements(house.data.reference);
  expect(await readJudgements(house.data.reference)).toBe(before);
  await doImport(house, [aFile([heading, 'York,SIF,2017-02-07,,Inadequate'])]);
  const after = await readJudgements(house.data.reference);
  const inYork = (judgements: typeof before) =>
    judgements.facts.reviews.find(({ authority }) => authority === 'E06000014')?.outcome;
  expect([inYork(before), inYork(after)]).toEqual(['outstanding', 'inadequate']);
});

describe('loading the built-in facts', () => {
  const aCopyWith = async (file: string, from: string, to: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'concordat-data-'));
    await cp(join(projectRoot, 'data'), folder, { recursive: true });
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
    return folder;
  };

  test('is over at once when nothing has changed', async ({ house }) => {
    const told: string[] = [];
    const version = await readReferenceVersion(house.data.reference);
    await loadReferenceFacts(house.connections.owner, (line) => told.push(line));
    expect(told).toEqual([]);
    expect(await readReferenceVersion(house.data.reference)).toBe(version);
  });
  test('brings in what a new release has corrected', async ({ house }) => {
    const folder = await aCopyWith('inspections/sif.csv', 'York,2017-02-07', 'York,2017-02-08');
    await loadReferenceFacts(house.connections.owner, () => {}, folder);
    expect((await york(house))?.publishedOn).toBe('2017-02-08');
    await rm(folder, { recursive: true });
  });
  test('does not overrule what an operator has imported', async ({ house }) => {
    await doImport(house, [aFile([heading, 'York,SIF,2017-02-09,Outstanding,'])]);
    const folder = await aCopyWith('inspections/sif.csv', 'York,2017-02-07', 'York,2017-02-08');
    await loadReferenceFacts(house.connections.owner, () => {}, folder);
    expect((await york(house))?.facts.get('publishedOn')).toBe('2017-02-09');
    await rm(folder, { recursive: true });
  });
  test('stops the start, and leaves everything as it was, when a file of ours is wrong', async ({ house }) => {
    const folder = await aCopyWith('inspections/sif.csv', 'York,2017-02-07', 'York,2017-02-30');
    await expect(loadReferenceFacts(house.connections.owner, () => {}, folder)).rejects.toThrow(
      /sif.csv, line \d+: .*not a real date/,
    );
    expect((await york(house))?.publishedOn).toBe(plainDate('2017-02-07'));
    await rm(folder, { recursive: true });
  });
  test('loads the same by two processes at once', async ({ house }) => {
    const folder = await aCopyWith('inspections/sif.csv', 'York,2017-02-07', 'York,2017-02-08');
    const load = () => loadReferenceFacts(house.connections.owner, () => {}, folder);
    await Promise.all([load(), load()]);
    expect(await readInspections(house.data.reference)).toHaveLength(783);
    await rm(folder, { recursive: true });
  });
});
