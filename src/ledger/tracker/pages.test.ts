import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { addAgency } from '../../partnership/agencies/agency.store.ts';
import { forgetOldImports } from '../../partnership/spreadsheets/directory-import.store.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { listEntries, record } from '../actions/action.store.ts';
import { listWholeActions } from '../actions/action-list.store.ts';
import { test } from '../actions/actions.fixture.ts';
import { badTrackerRows, trackerCsv, trackerLine, trackerWorkbook } from './tracker.fixture.ts';
import { holdEveryAction } from './tracker.store.ts';
import { columnsOn, here, hidden, ledTo, upload, url } from './uploads.fixture.ts';

test('only the office brings a tracker in, and who sees only their agency’s actions takes out no others', async ({
  house,
  pages,
  raise,
  police,
  delegate,
  neighbour,
  office,
}) => {
  await raise({ title: 'Keep the register of the force', leadAgency: police });
  expect((await delegate.get(url)).statusCode).toBe(403);
  expect((await upload(pages, delegate, 'a.csv', 'Action,Due\nx,1/1/2030\n')).statusCode).toBe(403);
  expect((await delegate.get(`${url}/example.xlsx`)).statusCode).toBe(403);
  expect((await neighbour.get(url)).statusCode).toBe(404);
  expect((await neighbour.get(`${here}/actions.csv`)).statusCode).toBe(404);
  const practitioner = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  expect((await practitioner.get(`${here}/actions.csv`)).statusCode).toBe(403);
  const lead = await pages.browse(await house.person(house.dunmere, 'agency-safeguarding-lead'));
  expect((await lead.get(`${here}/actions.csv?state=all`)).body).not.toContain('register of the force');
  expect((await office.get(`${here}/actions.csv`)).body).toContain('register of the force');
});

test('a file that cannot be used is refused at its field, and an upload of one kind is not found among another', async ({
  pages,
  office,
}) => {
  for (const [name, bytes, words] of [
    ['', undefined, 'Select a file'],
    ['notes.pdf', '%PDF-1.7', 'The selected file must be a CSV file (.csv) or an Excel workbook (.xlsx)'],
    ['headings.csv', 'Action,Due\n', 'The selected file must have a row of headings and rows below it'],
  ] as const) {
    const answer = await upload(pages, office, name, bytes);
    expect([name, answer.statusCode, answer.body.includes(words), answer.body.includes('href="#file"')]).toEqual([
      name,
      422,
      true,
      true,
    ]);
  }
  const at = ledTo(await upload(pages, office, 'a.csv', 'Action,Due\nWrite it,1/1/2030\n'));
  const file = at.replace(url, '/dunmere/import');
  for (const path of [file, file.replace('/columns', ''), file.replace('/columns', '/rejected.csv')])
    expect((await office.get(path)).statusCode).toBe(404);
});

test('a tracker without a column of actions is asked which it is', async ({ pages, office }) => {
  const at = ledTo(await upload(pages, office, 'a.csv', 'What we promised,Due\nWrite it,1/1/2030\n'));
  const missing = await office.post(at, { 'column-0': '', 'column-1': 'due' });
  expect([missing.statusCode, missing.body.includes('Select the column that holds: Action')]).toEqual([422, true]);
  expect(ledTo(await office.get(at.replace('/columns', '')))).toBe(at);
});

test('200 rows, nine of them bad: looked at, the good ones written, the bad ones mended; repeated, nothing changes', async ({
  house,
  pages,
  manager,
  office,
  owner,
  health,
  police,
}) => {
  await house.data.as(manager, (scope) => addAgency(scope, { name: 'Dunmere Council', kind: 'local-authority' }));
  const columns = ledTo(await upload(pages, office, 'Our tracker.xlsx', await trackerWorkbook()));
  const asked = columnsOn((await office.get(columns)).body);
  expect(asked).toEqual({
    'column-0': 'old-reference',
    'column-1': 'source',
    'column-2': 'recommendation',
    'column-3': 'title',
    'column-4': 'lead-agency',
    'column-5': 'owner',
    'column-6': 'due',
    'column-7': 'rag',
    'column-8': 'done',
    'column-9': 'update',
    'column-10': '',
  });
  const at = ledTo(await office.post(columns, asked));
  const shown = (await office.get(at)).body;
  expect(shown).toContain(
    '200 rows: 191 with something new, 0 that would change something, 0 as it is here already and 9 that cannot be taken',
  );
  for (const [row, , , reason] of badTrackerRows) {
    expect(shown).toMatch(new RegExp(`<th scope="row" class="numeric">${trackerLine(row)}</th>`));
    expect(shown).toContain(reason);
  }
  expect(shown).toContain('“Police” is read as Dunmere Police');
  const all = () => house.data.as(manager, (scope) => listWholeActions(scope, {}));
  const seen = hidden(shown, 'seen');
  expect((await office.post(at, { seen })).statusCode).toBe(422);
  expect(ledTo(await office.post(at, { seen, how: 'all' }))).toBe(url);
  expect(await all()).toEqual([]);

  const begun = performance.now();
  expect(ledTo(await office.post(at, { seen, how: 'good' }))).toBe(at);
  expect(performance.now() - begun).toBeLessThan(3000);
  expect((await office.get(at)).body).toContain('191 of 200 rows were written');
  const written = await all();
  expect(written).toHaveLength(191);
  expect(written[0]).toMatchObject({
    number: 1,
    oldReference: 'T1',
    leadAgency: health,
    owner: undefined,
    state: 'on-track',
  });
  expect(written.find(({ oldReference }) => oldReference === 'T4')).toMatchObject({
    leadAgency: police,
    state: 'verified',
  });
  expect(written.filter((action) => action.owner === owner.person).length).toBeGreaterThan(50);
  const [entry] = await house.data.as(manager, (scope) => listEntries(scope, written[0]?.id ?? ''));
  expect(entry).toMatchObject({ kind: 'brought-in', state: 'on-track' });
  expect(entry?.words).toContain('From “Our tracker.xlsx”, line 3.');
  expect(entry?.words).toContain('The tracker gives “Head of Safeguarding” as its owner');

  const mended = await office.get(`${at}/rejected.csv`);
  const [bad] = await readSpreadsheet(mended.rawPayload);
  expect(bad?.rows).toHaveLength(10);
  const again = ledTo(await upload(pages, office, 'tracker.csv', trackerCsv()));
  expect(again).not.toMatch(/columns$/);
  const repeated = (await office.get(again)).body;
  expect(repeated).toContain(
    '0 with something new, 0 that would change something, 191 as it is here already and 9 that cannot be taken',
  );
  expect(repeated).toContain('This file would change nothing');

  const file = mended.body.replace('Dunmere Helth', 'Dunmere Health').replace('ASAP', 'end of March 2027');
  const third = (await office.get(ledTo(await upload(pages, office, 'to-mend.csv', Buffer.from(file))))).body;
  expect(third).toContain(
    '9 rows: 2 with something new, 0 that would change something, 1 as it is here already and 6 that',
  );
}, 60_000);

test('what the office needs to know of is asked of it, and of nobody for what is over', async ({
  house,
  pages,
  manager,
  office,
  owner,
  health,
}) => {
  const file =
    'Action,Lead,Owner,Due,State\nWrite it,Dunmere Health,Olive Owner,1/1/2030,Green\nRead it,,,1/1/2030,Red\nSing it,,,1/1/2020,Done\n';
  const at = ledTo(await upload(pages, office, 'a.csv', file)).replace('/columns', '');
  await office.post(at, { seen: hidden((await office.get(at)).body, 'seen') });
  const tasks = await house.data.as(manager, ({ db }) =>
    db.selectFrom('task').select(['kind', 'title', 'person_id']).execute(),
  );
  expect(tasks.map(({ kind, title }) => [kind, title]).toSorted()).toEqual([
    ['action', 'Write it'],
    ['action-owner', 'Find who owns “Read it”'],
  ]);
  expect(tasks.find(({ kind }) => kind === 'action')?.person_id).toBe(owner.person);
  expect(health).not.toBe('');
});

test('what is taken out comes back as it was; edited, it shows what would change, and changes it by the steps there are', async ({
  house,
  pages,
  manager,
  office,
  police,
  owner,
  raise,
  find,
}) => {
  const id = await raise({ title: '=HYPERLINK("x")' });
  await raise({ title: 'Another', leadAgency: police, owner: undefined });
  const csv = (await office.get(`${here}/actions.csv`)).body;
  expect(csv).toContain(`'=HYPERLINK`);
  const narrowed = (await office.get(`${here}/actions.csv?view=nobody`)).body;
  expect([narrowed.includes('Another'), narrowed.includes('HYPERLINK')]).toEqual([true, false]);
  const [sheet] = await readSpreadsheet((await office.get(`${here}/actions.xlsx?text=Another`)).rawPayload);
  expect(sheet?.rows.map(({ cells }) => cells[2])).toEqual(['Action', 'Another']);

  const same = ledTo(await upload(pages, office, 'actions.csv', csv)).replace('/columns', '');
  expect((await office.get(same)).body).toContain('This file would change nothing');
  const edited = csv.replace('Not started', 'At risk').replace('Another', 'Another thing');
  const at = ledTo(await upload(pages, office, 'actions.csv', edited)).replace('/columns', '');
  const shown = (await office.get(at)).body;
  expect(shown).toContain('0 with something new, 2 that would change something');
  expect(ledTo(await office.post(at, { seen: hidden(shown, 'seen') }))).toBe(at);
  expect(await find(id)).toMatchObject({ state: 'at-risk', owner: owner.person, title: '=HYPERLINK("x")' });
  const entries = await house.data.as(manager, (scope) => listEntries(scope, id));
  expect(entries).toMatchObject([{ kind: 'progress', state: 'at-risk', words: 'From “actions.csv”, line 2.' }]);
  expect((await office.get(`${here}?text=Another+thing`)).body).toContain('Another thing');
});

test('what somebody else changed between the look and the writing is noticed, shown, and not overwritten', async ({
  house,
  pages,
  manager,
  office,
  raise,
  find,
}) => {
  const id = await raise();
  const at = ledTo(await upload(pages, office, 'a.csv', 'Concordat number,Priority\n1,High\n')).replace('/columns', '');
  const seen = hidden((await office.get(at)).body, 'seen');
  await house.data.as(manager, (scope) => record(scope, id, { kind: 'changed' }, { priority: 'low' }));
  const refused = await office.post(at, { seen });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Something has changed since you looked, and nothing has been written');
  expect(refused.body).toContain('Priority: Low → High');
  expect(await find(id)).toMatchObject({ priority: 'low' });
  await office.post(at, { seen: hidden(refused.body, 'seen') });
  expect(await find(id)).toMatchObject({ priority: 'high' });
});

test('while somebody else changes actions the writing waits, and then says what has changed', async ({
  house,
  pages,
  manager,
  office,
  raise,
  find,
}) => {
  const id = await raise();
  const at = ledTo(await upload(pages, office, 'a.csv', 'Concordat number,Priority\n1,High\n')).replace('/columns', '');
  const seen = hidden((await office.get(at)).body, 'seen');
  const answer = await house.data.as(manager, async (scope) => {
    await holdEveryAction(scope);
    const writing = office.post(at, { seen });
    expect(await Promise.race([writing, setTimeout(400, 'it waits')])).toBe('it waits');
    await record(scope, id, { kind: 'changed' }, { priority: 'low' });
    return { writing };
  });
  expect((await answer.writing).statusCode).toBe(422);
  expect(await find(id)).toMatchObject({ priority: 'low' });
});

test('pressed twice at once, an upload is written once, and two files with the same rows bring each once', async ({
  house,
  pages,
  manager,
  office,
}) => {
  const other = await pages.browse(await house.person(house.dunmere, 'business-support'));
  const file = 'Action,Due\nWrite it,1/1/2030\n';
  const at = ledTo(await upload(pages, office, 'a.csv', file)).replace('/columns', '');
  const twin = ledTo(await upload(pages, office, 'b.csv', file)).replace('/columns', '');
  const seen = hidden((await office.get(at)).body, 'seen');
  const answers = await Promise.all([office.post(at, { seen }), other.post(at, { seen }), other.post(twin, { seen })]);
  expect(answers.filter(({ statusCode }) => statusCode === 422).length).toBeLessThanOrEqual(2);
  expect(await house.data.as(manager, (scope) => listWholeActions(scope, {}))).toHaveLength(1);
});

test('the list offers it as a tracker, and the example can be brought in; an upload is forgotten after a day', async ({
  house,
  pages,
  manager,
  office,
  raise,
}) => {
  await raise({ priority: 'high' });
  expect((await office.get(`${here}?priority=high`)).body).toContain(`${here}/actions.xlsx?priority=high`);
  const example = await office.get(`${url}/example.xlsx`);
  const at = ledTo(await upload(pages, office, 'example-tracker.xlsx', example.rawPayload)).replace('/columns', '');
  expect((await office.get(at)).body).toContain('4 rows: 3 with something new');
  house.clock.now = new Date(house.clock.now.getTime() + 86_400_000);
  await house.data.as(manager, forgetOldImports);
  expect(await house.data.as(manager, ({ db }) => db.selectFrom('directory_import').select('id').execute())).toEqual(
    [],
  );
});
