import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { type House, test } from '../../../../test/harness/house.ts';
import { type Command, type CommandContext, type Options, UsageError } from '../../../platform/command.ts';
import { readConfig } from '../../../platform/config.ts';
import { analyseCommand } from './analyse.ts';
import { importCommand } from './import.ts';

/** Runs a command over the test's database; what it printed, what it told, and the exit code. */
async function run(
  house: House,
  command: Command,
  args: string[],
  options: Options = {},
  connections: Partial<CommandContext['connections']> = {},
) {
  if (command.needs !== 'database') throw new Error('a command of this duty needs the database');
  const printed: string[] = [];
  const told: string[] = [];
  const context: CommandContext = {
    config: readConfig({}),
    json: options['json'] === true,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    data: house.data,
    connections: { ...house.connections, embedded: true, release: async () => {}, ...connections },
  };
  const code = await command.run(context, args, options);
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

async function filesWith(contents: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = Object.keys(contents).map((name) => join(folder, name));
  await Promise.all(Object.entries(contents).map(([name, text]) => writeFile(join(folder, name), text)));
  return paths;
}

describe('inspections import', () => {
  const good = 'Council,Publication date,Adoption,Notes\nYork,7 February 2017,Outstanding,x\nLeeds,27/03/2015,2,y\n';
  const bad = 'Council,Publication date,Adoption\nCornwal,2016-06-27,Good\nYork,31/13/2017,Fine\n';

  test('names every rejected row by its line, changes nothing and gives 1', async ({ house }) => {
    const files = await filesWith({ 'good.csv': good, 'bad.csv': bad });
    const { code, printed } = await run(house, importCommand, files);
    expect(code).toBe(1);
    expect(printed).toContain('3 things stand against it:');
    expect(printed).toContain('bad.csv, line 2: no council is called “Cornwal”: did you mean Cornwall?');
    expect(printed).toContain('bad.csv, line 3: “31/13/2017” is not a real date; days come before months');
    expect(printed).toMatch(/Nothing was changed\.$/);
    expect((await run(house, importCommand, files.slice(0, 1), { dryRun: true })).printed).toContain('1 changed');
  });
  test('says with --dry-run what would change, and how headings were understood', async ({ house }) => {
    const files = await filesWith({ 'good.csv': good });
    const { code, printed } = await run(house, importCommand, files, { dryRun: true });
    expect(code).toBe(0);
    expect(printed.split('\n')).toEqual([
      'good.csv: 2 rows, a row for each inspection',
      '  “Council” is read as: council',
      '  “Publication date” is read as: report published',
      '  “Adoption” is read as: Adoption',
      '  Not used: “Notes”',
      '  York, SIF, 7 February 2017: adoption Good → Outstanding',
      'Inspections: 0 new, 1 changed, 1 as they were held.',
      'Nothing was changed: this was a dry run.',
    ]);
  });
  test('imports, and the second time has nothing to change', async ({ house }) => {
    const files = await filesWith({ 'good.csv': good });
    expect((await run(house, importCommand, files)).printed).toMatch(/1 changed, 1 as they were held\.\nImported\.$/);
    expect((await run(house, importCommand, files)).printed).toMatch(
      /0 changed, 2 as they were held\.\nNothing had to be changed\.$/,
    );
  });
  test('answers as JSON', async ({ house }) => {
    const files = await filesWith({ 'good.csv': good });
    const { printed } = await run(house, importCommand, files, { json: true, dryRun: true });
    expect(JSON.parse(printed)).toMatchObject({
      applied: false,
      dryRun: true,
      files: [{ file: 'good.csv', shape: 'wide', rows: 2, unused: ['Notes'] }],
      rejected: [],
      new: 0,
      changed: 1,
      unchanged: 1,
      changes: [
        {
          change: 'changed',
          framework: 'sif',
          authority: { code: 'E06000014', name: 'York' },
          publishedOn: '2017-02-07',
          differences: [{ fact: 'adoption', before: 'good', after: 'outstanding' }],
          file: 'good.csv',
          line: 2,
        },
      ],
    });
  });
  test('gives 1 where a file is missing, and where only the owner could write', async ({ house }) => {
    const missing = await run(house, importCommand, ['/nowhere/at-all.csv'], { json: true });
    expect([missing.code, JSON.parse(missing.printed)]).toMatchObject([
      1,
      { rejected: [{ file: '/nowhere/at-all.csv', reason: 'there is no such file' }] },
    ]);
    const { owner: _, ...withoutOwner } = house.connections;
    const files = await filesWith({ 'good.csv': good });
    const context = { ...house, connections: withoutOwner } as unknown as House;
    const refused = await run(context, importCommand, files);
    expect([refused.code, refused.told]).toEqual([1, expect.stringContaining('DATABASE_OWNER_URL')]);
  });
  test('refuses a framework that there is not', async ({ house }) => {
    await expect(run(house, importCommand, ['x.csv'], { framework: 'ofsted' })).rejects.toThrow(UsageError);
  });
});

describe('inspections analyse', () => {
  test.each([
    [{ framework: 'ofsted' }, /--framework/],
    [{ framework: 'sif', basis: 'everything' }, /--basis/],
    [{ framework: 'sif', asAt: '2017-02-30' }, /--as-at/],
  ])('refuses %j', async (options, words) => {
    const nobody = {} as unknown as House;
    await expect(run(nobody, analyseCommand, [], options)).rejects.toThrow(words);
    await expect(run(nobody, analyseCommand, [], options)).rejects.toThrow(UsageError);
  });
  test('answers as JSON in the form that others rely on', async ({ house }) => {
    const { code, printed } = await run(house, analyseCommand, [], {
      framework: 'sif',
      asAt: '2017-03-30',
      json: true,
    });
    const answer = JSON.parse(printed) as Record<string, unknown>;
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(['framework', 'asAt', 'basis', 'board', 'council', 'comparisons', 'regions']);
    expect(answer).toMatchObject({
      framework: 'sif',
      asAt: '2017-03-30',
      basis: 'all-reviews',
      board: {
        reviews: 122,
        boards: 116,
        grades: { outstanding: 3, good: 40, 'requires-improvement': 57, inadequate: 22 },
      },
      council: { authorities: 121, grades: { outstanding: 2, good: 32, 'requires-improvement': 58, inadequate: 29 } },
    });
    expect((answer['comparisons'] as object[])[0]).toEqual({
      with: 'overall-effectiveness',
      reviews: 122,
      matched: 77,
      boardBetter: 31,
      boardWorse: 14,
      weightedKappa: 0.5359,
      table: [
        [0, 3, 0, 0],
        [2, 21, 16, 1],
        [0, 8, 38, 11],
        [0, 0, 4, 18],
      ],
    });
    expect((answer['regions'] as object[])[6]).toEqual({
      region: 'London',
      reviews: 24,
      grades: { outstanding: 2, good: 9, 'requires-improvement': 11, inadequate: 2 },
      matched: 15,
    });
  });
  test('answers in words otherwise', async ({ house }) => {
    const { printed } = await run(house, analyseCommand, [], {
      framework: 'sif',
      asAt: '30 March 2017',
      basis: 'boards',
    });
    expect(printed).toContain(
      'Single inspection framework, reports published on or before 30 March 2017, counting boards',
    );
    expect(printed).toContain('Board reviews: 116, of 116 boards');
  });
});
