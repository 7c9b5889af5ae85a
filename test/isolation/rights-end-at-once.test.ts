import { expect, vi } from 'vitest';
import { declareConflict, joinTeam, leaveTeam } from '../../src/partnership/case-team.store.ts';
import { admit, giveRole, sinceEver } from '../../src/partnership/partnership.store.ts';
import { addPerson } from '../../src/partnership/people/person.store.ts';
import type { Role } from '../../src/partnership/roles.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import type { CaseScope, Who } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { serviceIn } from '../../src/platform/jobs/partnerships.store.ts';
import { openCaseWords } from '../../src/platform/sealed/case-words.ts';
import { masterKey } from '../harness/pages.ts';
import { test as base, type Ground } from './ground.ts';
import { openGroundPages, type Visitor, visit } from './visitor.ts';

vi.setConfig({ testTimeout: 60_000 });

const test = base.extend('pages', { scope: 'file' }, async ({ ground }, { onCleanup }) => {
  const pages = await openGroundPages(ground);
  onCleanup(() => pages.app.close());
  return pages;
});

/** Somebody new in the first partnership, on the team of its open case. */
async function somebody({ database, places: { a } }: Ground, role: Role): Promise<Who> {
  const { account, person } = await database.as(serviceIn(a.partnership), async (scope) => {
    const id = newId();
    await scope.db
      .insertInto('account')
      .values({ id, email: `${id}@agency.example`, name: 'Somebody' })
      .execute();
    const made = await addPerson(scope, { name: 'Somebody' });
    await admit(scope, id, made);
    await giveRole(scope, made, { role, fromOn: sinceEver });
    return { account: id, person: made };
  });
  await onCase({ database, places: { a } }, async (scope) => {
    await joinTeam(scope, a.openCase, { duty: 'enquiries', person, reason: 'Needs to know', fromOn: sinceEver });
  });
  return { account, person, partnership: a.partnership };
}

/** As a member of the open case's team. */
const onCase = <T>(
  { database, places }: Pick<Ground, 'database'> & { places: Pick<Ground['places'], 'a'> },
  work: (scope: Parameters<typeof joinTeam>[0]) => Promise<T>,
) =>
  database.asCaseTeam(places.a.people['panel-member'], [places.a.openCase], async (scope: CaseScope) =>
    work({ ...scope, words: await openCaseWords(scope, masterKey) }),
  );

const asOperator = (ground: Ground, sql: string, values: readonly unknown[]) =>
  withClient(ground.connections.superuser, async (client) => {
    await client.query(`begin; set local concordat.partnership = '${ground.places.a.partnership}'`);
    const { rowCount } = await client.query(sql, [...values]);
    await client.query('commit');
    expect(rowCount).toBeGreaterThan(0);
  });

/** What a person opens, each of its own kind. */
const things = (ground: Ground) => {
  const { openCase, rows } = ground.places.a;
  const ofCase = `/rivermouth/enquiries/${openCase}`;
  return {
    ofPartnership: [
      '/rivermouth',
      '/rivermouth/inspections/england',
      '/rivermouth/inspections/england/grades.csv',
      '/rivermouth/enquiries',
      '/rivermouth/enquiries/feed.json',
      '/rivermouth/enquiries/export.csv',
    ],
    ofCase: [ofCase, `${ofCase}/safe-address`, `${ofCase}/notes/${String(rows['enquiry_note']?.[0]?.['id'])}/file`],
    form: `${ofCase}/notes`,
  };
};

const statuses = async (visitor: Visitor, paths: readonly string[]) => [
  ...new Set(await Promise.all(paths.map(async (path) => (await visitor.get(path)).statusCode))),
];

interface Removal {
  what: string;
  remove(ground: Ground, who: Who): Promise<unknown>;
  /** What everything of the partnership, and everything of the case, is answered with from then on. */
  partnership: number;
  ofCase: number;
}

const removals: readonly Removal[] = [
  {
    what: 'the role ends',
    remove: (ground, { person }) =>
      asOperator(ground, `update role_held set until_on = '2001-01-01' where person_id = $1`, [person]),
    partnership: 404,
    ofCase: 404,
  },
  {
    what: 'the role becomes a lesser one',
    remove: (ground, { person }) =>
      asOperator(ground, `update role_held set role = 'trainer' where person_id = $1`, [person]),
    partnership: 403,
    ofCase: 403,
  },
  {
    what: 'the membership ends',
    remove: (ground, { account }) => asOperator(ground, 'delete from membership where account_id = $1', [account]),
    partnership: 404,
    ofCase: 404,
  },
  {
    what: 'the last day of a planned leaving is over',
    remove: (ground, { person, partnership }) =>
      asOperator(
        ground,
        `insert into leaving (partnership_id, id, person_id, last_on, planned_by, planned_on)
          values ($1, gen_random_uuid(), $2, '2026-01-31', $2, '2026-01-01')`,
        [partnership, person],
      ),
    partnership: 404,
    ofCase: 404,
  },
  {
    what: 'the session is ended',
    remove: (ground, { account }) => asOperator(ground, 'delete from session where account_id = $1', [account]),
    partnership: 303,
    ofCase: 303,
  },
  {
    what: 'the account is closed',
    remove: (ground, { account }) =>
      asOperator(ground, 'update account set closed_at = now() where id = $1', [account]),
    partnership: 303,
    ofCase: 303,
  },
  {
    what: 'they are taken off the case',
    remove: (ground, { person }) => onCase(ground, (scope) => leaveTeam(scope, ground.places.a.openCase, person)),
    partnership: 200,
    ofCase: 404,
  },
  {
    what: 'their time on the case is over',
    remove: (ground, { person }) =>
      asOperator(ground, `update case_team set until_on = '2001-01-01' where person_id = $1`, [person]),
    partnership: 200,
    ofCase: 404,
  },
  {
    what: 'a conflict of interest is declared',
    remove: (ground, { person }) =>
      onCase(ground, (scope) => declareConflict(scope, ground.places.a.openCase, person, 'A relative')),
    partnership: 200,
    ofCase: 404,
  },
];

test.for(removals)(
  'when $what, everything is gone at the next request, and a form in hand is not saved',
  async ({ remove, partnership, ofCase }, { ground, pages }) => {
    const who = await somebody(ground, 'review-lead');
    const visitor = await visit(pages, who.account);
    const { ofPartnership, ofCase: inCase, form } = things(ground);
    expect(await statuses(visitor, [...ofPartnership, ...inCase])).toEqual([200]);
    expect((await visitor.post(form, { words: 'Before' })).statusCode).toBe(303);
    await remove(ground, who);
    // what is for every role is for a lesser one too
    const closed =
      partnership === 403
        ? ofPartnership.filter((path) => path !== '/rivermouth' && !path.includes('inspections'))
        : ofPartnership;
    expect(await statuses(visitor, closed)).toEqual([partnership]);
    expect(await statuses(visitor, inCase)).toEqual([ofCase]);
    expect((await visitor.post(form, { words: `After, by ${who.account}` })).statusCode).toBe(ofCase);
    expect(await notesBy(ground, who)).toBe(1);
  },
);

test.for(removals.filter(({ partnership, ofCase }) => partnership === 200 && ofCase === 404))(
  'when $what, the case is in no list, feed or export any more',
  async ({ remove }, { ground, pages }) => {
    const who = await somebody(ground, 'review-lead');
    const visitor = await visit(pages, who.account);
    const lists = ['/rivermouth/enquiries', '/rivermouth/enquiries/feed.json', '/rivermouth/enquiries/export.csv'];
    for (const path of lists) expect((await visitor.get(path)).body).toContain('canarya-enquiry-reference');
    await remove(ground, who);
    for (const path of lists) expect((await visitor.get(path)).body).not.toContain('canarya-enquiry-reference');
  },
);

test('when a role ends, the partnership is gone from the day and from the list of partnerships', async ({
  ground,
  pages,
}) => {
  const who = await somebody(ground, 'observer');
  const visitor = await visit(pages, who.account);
  for (const path of ['/today', '/partnerships'])
    expect((await visitor.get(path)).body).toContain('href="/rivermouth"');
  await removals[0]?.remove(ground, who);
  for (const path of ['/today', '/partnerships']) expect((await visitor.get(path)).body).not.toContain('/rivermouth');
});

const notesBy = (ground: Ground, { person }: Who) =>
  withClient(ground.connections.superuser, async (client) => {
    const { rows } = await client.query<{ notes: number }>(
      'select count(*)::int as notes from enquiry_note where written_by = $1',
      [person],
    );
    return rows[0]?.notes;
  });
