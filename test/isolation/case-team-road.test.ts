import { sql } from 'kysely';
import { afterEach, expect } from 'vitest';
import { joinTeam } from '../../src/partnership/case-team.store.ts';
import { sinceEver } from '../../src/partnership/partnership.store.ts';
import type { Role } from '../../src/partnership/roles.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { type CaseScope, mostCases } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { openSession } from '../../src/platform/identity/session.store.ts';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { giveCaseKey, openCaseWords } from '../../src/platform/sealed/case-words.ts';
import { masterKey } from '../harness/pages.ts';
import { test as base, type Ground } from './ground.ts';
import { openEnquiry } from './restricted-duty/enquiry.store.ts';
import { openGroundPages, type Visitor, visit } from './visitor.ts';

const test = base
  .extend('pages', { scope: 'file' }, async ({ ground }, { onCleanup }) => {
    const pages = await openGroundPages(ground);
    onCleanup(() => pages.app.close());
    return pages;
  })
  .extend(
    'as',
    { scope: 'file' },
    ({ ground, pages }) =>
      (role: Role): Promise<Visitor> =>
        visit(pages, ground.places.a.people[role].account),
  );

const address = '/rivermouth/enquiries';

/** A new enquiry of the first partnership, led by its review lead; the person who opened it is not on it. */
async function anEnquiry(
  { database, places: { a } }: Ground,
  reference = 'E-1',
  lead: Role = 'review-lead',
): Promise<string> {
  const ofCase = newId();
  await database.asCaseTeam(a.people['business-manager'], [ofCase], async (scope) => {
    await giveCaseKey(scope, masterKey, ofCase);
    const begun = { ...scope, words: await openCaseWords(scope, masterKey) };
    await openEnquiry(begun, ofCase, { reference, summary: 'What it is about', safeAddress: '' });
    await joinTeam(begun, ofCase, {
      duty: 'enquiries',
      person: a.people[lead].person,
      reason: 'Leads it',
      fromOn: sinceEver,
    });
  });
  return ofCase;
}

afterEach<{ ground: Ground }>(({ ground }) => {
  ground.clock.now = new Date();
});

test('whoever opens a case names who leads it, and does not see it', async ({ ground, as }) => {
  const [manager, lead] = [await as('business-manager'), await as('review-lead')];
  const opening = { reference: 'Opened just now', summary: 'About somebody', safeAddress: '' };
  const person = (role: Role) => ground.places.a.people[role].person;
  const alone = await manager.post(`${address}/open`, { ...opening, lead: person('business-manager') });
  expect(alone.statusCode).toBe(422);
  expect((await manager.post(`${address}/open`, { ...opening, lead: person('review-lead') })).statusCode).toBe(303);
  expect((await manager.get(address)).body).not.toContain('Opened just now');
  const list = (await lead.get(address)).body;
  expect(list).toContain('Opened just now');
  const [, path = ''] = list.match(/href="([^"]+)">Opened just now/) ?? [];
  expect((await lead.get(path)).statusCode).toBe(200);
  expect((await manager.get(path)).statusCode).toBe(404);
});

test('a member lets another in, who sees the case from then on', async ({ ground, as }) => {
  const ofCase = await anEnquiry(ground);
  const [lead, panel] = [await as('review-lead'), await as('panel-member')];
  expect((await panel.get(`${address}/${ofCase}`)).statusCode).toBe(404);
  const joining = { person: ground.places.a.people['panel-member'].person, reason: 'Sits on the panel' };
  expect((await lead.post(`${address}/${ofCase}/team`, joining)).statusCode).toBe(303);
  expect((await panel.get(`${address}/${ofCase}`)).statusCode).toBe(200);
});

test('the database writes who approved a place, refuses one’s own, and lets none be lengthened', async ({ ground }) => {
  const { database, places } = ground;
  const [lead, panel] = [places.a.people['review-lead'], places.a.people['panel-member']];
  const ofCase = await anEnquiry(ground);
  const inCase = (work: (scope: CaseScope) => Promise<unknown>) => database.asCaseTeam(lead, [ofCase], work);
  const row = {
    partnership_id: lead.partnership,
    case_id: ofCase,
    duty: 'enquiries',
    reason_sealed: Buffer.alloc(1),
    from_on: sinceEver,
  };
  const add = ({ db }: CaseScope, more: { person_id: string; approved_by?: string }) =>
    db
      .insertInto('case_team')
      .values({ ...row, id: newId(), ...more })
      .execute();
  await expect(inCase((scope) => add(scope, { person_id: lead.person }))).rejects.toThrow('check constraint');
  await expect(inCase((scope) => add(scope, { person_id: lead.person, approved_by: panel.person }))).rejects.toThrow(
    'permission denied',
  );
  await expect(inCase(({ db }) => sql`update case_team set until_on = '2099-01-01'`.execute(db))).rejects.toThrow(
    'permission denied',
  );
  await inCase((scope) => add(scope, { person_id: panel.person }));
  const approvers = await inCase(({ db }) =>
    db
      .selectFrom('case_team')
      .select('approved_by')
      .where('partnership_id', '=', lead.partnership)
      .where('person_id', '=', panel.person)
      .where('case_id', '=', ofCase)
      .execute(),
  );
  expect(approvers).toEqual([{ approved_by: lead.person }]);
});

test('a conflict of interest shuts the case, to the chair too, and nobody can let them back in', async ({
  ground,
  as,
}) => {
  const ofCase = await anEnquiry(ground);
  const [lead, chair] = [await as('review-lead'), await as('partnership-chair')];
  const joining = { person: ground.places.a.people['partnership-chair'].person, reason: 'Chairs it' };
  await lead.post(`${address}/${ofCase}/team`, joining);
  expect((await chair.get(`${address}/${ofCase}`)).statusCode).toBe(200);
  expect((await chair.post(`${address}/${ofCase}/conflicts`, { reason: 'A relative' })).statusCode).toBe(303);
  expect((await chair.get(`${address}/${ofCase}`)).statusCode).toBe(404);
  expect((await lead.post(`${address}/${ofCase}/team`, joining)).statusCode).toBe(422);
});

test('a session without a second factor opens no restricted record, though the role asks for none elsewhere', async ({
  ground,
  pages,
}) => {
  const { account } = ground.places.a.people.practitioner;
  const token = await ground.database.asAccount(account, (identity) =>
    openSession(identity, account, undefined, 'A test'),
  );
  const get = (url: string) =>
    pages.app.inject({ url, headers: { host: 'localhost', cookie: `${sessionCookie}=${token}` } });
  expect((await get('/rivermouth')).statusCode).toBe(200);
  const answer = await get(address);
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    `/sign-in/second-factor?next=${encodeURIComponent(address)}`,
  ]);
});

test('after a quarter of an hour unused a session opens restricted records only when it has proved itself', async ({
  ground,
  pages,
  as,
}) => {
  const path = `${address}/${await anEnquiry(ground)}`;
  const lead = await as('review-lead');
  const later = (minutes: number) => {
    ground.clock.now = new Date(ground.clock.now.getTime() + minutes * 60_000);
  };
  expect((await lead.get(path)).statusCode).toBe(200);
  later(14);
  expect((await lead.get(path)).statusCode).toBe(200);
  later(16);
  expect((await lead.get('/today')).statusCode).toBe(200);
  const asked = await lead.get(path);
  expect([asked.statusCode, asked.headers.location]).toEqual([303, `/account/prove?next=${encodeURIComponent(path)}`]);
  const sent = await lead.post(`${path}/notes`, { words: 'Typed for twenty minutes' });
  expect(sent.statusCode).toBe(403);
  expect(sent.body).toContain('Typed for twenty minutes');
  expect(sent.headers['cache-control']).toBe('no-store');
  const again = await visit(pages, ground.places.a.people['review-lead'].account);
  const page = await again.get(path);
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('Typed for twenty minutes');
});

test('somebody on more cases than a scope holds opens them in parts, and loses none', async ({ ground, as }) => {
  const made = mostCases + 3;
  for (let at = 0; at < made; at++) await anEnquiry(ground, `Of many ${at}.`, 'legal-adviser');
  const adviser = await as('legal-adviser');
  const references = new Set<string>();
  let next: string | undefined = address;
  for (let part = 0; next !== undefined && part < 5; part++) {
    const { body } = await adviser.get(next);
    for (const [reference] of body.matchAll(/Of many \d+\./g)) references.add(reference);
    next = body.match(/href="([^"]*\?before=[^"]+)"/)?.[1];
  }
  expect(references.size).toBe(made);
});

test('each look, and each export, is in the trail under the case', async ({ ground, as }) => {
  const ofCase = await anEnquiry(ground, 'Looked at', 'review-lead');
  const lead = await as('review-lead');
  const acts = () =>
    withClient(ground.connections.superuser, async (client) => {
      const { rows } = await client.query<{ act: string }>(
        `select act from trail_entry where case_id = $1 and person_id = $2 and act not in ('insert', 'update', 'delete') order by id`,
        [ofCase, ground.places.a.people['review-lead'].person],
      );
      return rows.map(({ act }) => act);
    });
  await lead.get(`${address}/${ofCase}`);
  expect(await acts()).toEqual(['view']);
  await lead.get(`${address}/export.csv`);
  expect(await acts()).toEqual(['view', 'export']);
});

test('what is typed about a case stands nowhere in the database as words', async ({ ground, as }) => {
  const ofCase = await anEnquiry(ground);
  const lead = await as('review-lead');
  await lead.post(`${address}/${ofCase}/notes`, { words: 'Marguerite saw it' });
  expect((await lead.get(`${address}/${ofCase}`)).body).toContain('Marguerite saw it');
  const found = await withClient(ground.connections.superuser, async (client) => {
    const tables = [];
    for (const { name } of ground.tables) {
      const { rowCount } = await client.query(
        `select from ${name} t where t::text like '%Marguerite%' or t::text like $1 limit 1`,
        [`%${Buffer.from('Marguerite').toString('hex')}%`],
      );
      if (rowCount) tables.push(name);
    }
    return tables;
  });
  expect(found).toEqual([]);
});
