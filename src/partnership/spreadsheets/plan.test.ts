import { describe, expect, test, vi } from 'vitest';
import { changesOf, here, nobody, planOf } from './plan.fixture.ts';
import { badRows, contactCsv, contactRows, contactWorkbook, lineOf } from './spreadsheets.fixture.ts';

describe('what rows would do', () => {
  test('a known person is altered where the row says otherwise and left where it is blank', async () => {
    expect(
      await changesOf('people', 'Name,Email,Job title,Phone', 'Jo Bloggs,JO@police.example,Superintendent,n/a'),
    ).toEqual([['person', 'jobTitle: Inspector → Superintendent']]);
  });
  test('a trust may stand below its school', async () => {
    expect(
      await changesOf('agencies', 'Name,Trust', 'Oak Primary School,Oak Academy Trust', 'Oak Academy Trust,'),
    ).toEqual([
      ['new agency', 'name: → Oak Academy Trust', 'kind: → academy-trust', 'standing: → other'].map((said) =>
        said.replace(': →', ':  →'),
      ),
      [
        'new agency',
        'name:  → Oak Primary School',
        'kind:  → primary-school',
        'standing:  → other',
        'parent:  → new 1',
      ],
    ]);
  });
  test('who sits is put into the vacant seat, then into further ones; nobody is moved out', async () => {
    const plan = await planOf(
      'contacts',
      'Agency,Name,Group\nDunmere Police,Al Ba,Board\nDunmere Police,Cy Do,Board\n',
    );
    expect(plan.changes.map(({ kind, isNew }) => (isNew ? kind : `not new ${kind}`))).toEqual([
      'person',
      'seat',
      'holder',
      'person',
      'seat',
      'holder',
    ]);
  });
  test('a deputy stands beside whoever sits, whichever row comes first', async () => {
    expect(await changesOf('contacts', 'Agency,Name,Group,Role', 'Dunmere Police,Al Ba,Board,Deputy')).toEqual([
      ['new person', 'name:  → Al Ba', 'agency:  → a1'],
      ['new holder', 'seat:  → s1', 'person:  → new 1', 'deputy:  → yes', 'fromOn:  → 2026-11-23'],
    ]);
  });
  test('a seat said to be vacant is not the one somebody sits in', async () => {
    const lines = ['Group,Agency,Name', 'Board,Dunmere Police,', 'Board,Dunmere Police,Jo Bloggs'];
    expect(await changesOf('seats', ...lines)).toEqual([
      ['new seat', 'group:  → g1', 'agency:  → a1', 'capacity:  → member', 'fromOn:  → 2026-11-23'],
    ]);
  });
  test('Excel’s lost nought is put back before a telephone number', async () => {
    const file = await import('hucre/xlsx').then(({ writeXlsx }) =>
      writeXlsx({
        sheets: [
          {
            name: 'A',
            rows: [
              ['Name', 'Phone'],
              ['Al Ba', 7700900123],
            ],
          },
        ],
      }),
    );
    expect((await planOf('people', file)).changes[0]?.facts['phone']).toBe('07700900123');
  });
});

test.each([
  ['CSV', contactCsv()],
  ['XLSX', await contactWorkbook()],
])('of 160 contacts in %s, 148 are taken and each of the bad twelve is named', async (_, file) => {
  const plan = await planOf('contacts', file, nobody);
  const reasons = plan.rejections.map(({ line, reason }) => [line, reason] as const);
  expect(reasons.map(([line]) => line)).toEqual(badRows.map(([at]) => lineOf(at)));
  for (const [at, [, reason]] of reasons.entries()) expect(reason).toContain(badRows[at]?.[2]);
  expect(plan.rows).toEqual({ all: 160, new: 148, changed: 0, unchanged: 0, rejected: 12 });
  const made = Map.groupBy(plan.changes, ({ kind }) => kind);
  expect([made.get('agency')?.length, made.get('person')?.length, made.get('group')?.length]).toEqual([14, 148, 5]);
});

test('5,000 rows are planned within three seconds, whether all are new or none can be placed', async () => {
  const [title = [], headings = [], ...rows] = contactRows();
  const many = Array.from({ length: 5000 }, (_, at) => {
    const row = rows[at % 7] ?? [];
    return row
      .with(0, `Agency of ${(at * 7919).toString(36)} and ${at}`)
      .with(2, `Somebody ${at.toString(36)} Number${at}`)
      .with(4, `somebody${at}@agency.example`);
  });
  const fresh = contactCsv([title, headings, ...many]);
  for (const [list, file] of [
    ['contacts', fresh],
    ['people', fresh],
  ] as const) {
    const before = process.threadCpuUsage().user;
    const plan = await planOf(list, file, nobody);
    expect(process.threadCpuUsage().user - before).toBeLessThan(3_000_000); // microseconds of work, whatever else the machine does
    expect(plan.rows.all).toBe(5000);
  }
});

test('finding the name that was meant costs by the row, and not by the row and everybody who is known', async () => {
  const [known] = here.people;
  if (!known) throw new Error('nobody is here');
  const people = Array.from({ length: 300 }, (_, at) => ({ ...known, id: `k${at}`, name: `Somebody${at} Known` }));
  const rows = people.map(({ name }) => `Board,Dunmere Police,${name.replace('Known', 'Knwon')}`);
  const spelt = vi.spyOn(String.prototype, 'normalize');
  const { rejections } = await planOf('seats', ['Group,Agency,Name', ...rows].join('\n'), { ...here, people });
  expect(spelt.mock.calls.length).toBeLessThan(30 * (rows.length + people.length));
  spelt.mockRestore();
  expect(rejections[0]?.reason).toContain('did you mean Somebody0 Known?');
});
