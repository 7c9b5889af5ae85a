import { expect, vi } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Browser, test as houseTest, openPages } from '../../../test/harness/pages.ts';
import { duties, loadReferenceFacts } from '../../app.ts';
import type { CommandContext, Options } from '../../platform/command.ts';
import { UsageError } from '../../platform/command.ts';
import { readConfig } from '../../platform/config.ts';
import { withClient } from '../../platform/database/connection.ts';
import type { Who } from '../../platform/database/database.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { findExampleAccount } from '../../whole/example/example.store.ts';
import { loadExample } from '../../whole/example/load.ts';
import { exampleEmail } from '../../whole/example/people.ts';
import { listAgencies } from '../agencies/agency.store.ts';
import { partnershipCommands } from '../commands.ts';
import { listAreas } from '../partnership.store.ts';
import { listPeople } from '../people/person.store.ts';
import { listMemberships } from '../seat.store.ts';
import { listOwnTasks } from '../task.store.ts';
import type { Outcome } from './arrive.ts';
import { valueOf } from './carrying.ts';
import { reorganisationCommands } from './commands.ts';
import { heldBy, holdings, kindsOf } from './transition.fixture.ts';
import { listAnswered, listTransitions } from './transition.store.ts';
import { type Held, keyOf } from './transition.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Example {
  house: House;
  /** The business manager of a partnership of the example, by its address. */
  manager(slug: string): Promise<Who>;
  browse(who: Who): Promise<Browser>;
  /** Types a command; gives what it printed as JSON. */
  type(name: string, options: Options): Promise<{ dryRun: boolean; partnerships: Outcome[] }>;
}

const test = houseTest.extend<{ example: Example }>({
  example: async ({ house }, use) => {
    await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
    await loadReferenceFacts({ ...house.connections, embedded: true, release: async () => {} }, () => {});
    await loadExample(house.data, duties);
    const pages = await openPages(house);
    const manager: Example['manager'] = async (slug) => {
      const accountOf = (name: string) =>
        house.data.asAccount(undefined, (scope) => findExampleAccount(scope, exampleEmail(name)));
      for (const name of ['business-manager', 'neighbour-manager']) {
        const account = (await accountOf(name)) ?? '';
        const mine = await house.data.asAccount(account, ({ db }) => listMemberships(db, account));
        const place = mine.find((one) => one.slug === slug);
        if (place) return { account, person: place.person, partnership: place.partnership };
      }
      throw new Error(`nobody of the example is in ${slug}`);
    };
    const type: Example['type'] = async (name, options) => {
      const command = [...partnershipCommands, ...reorganisationCommands(holdings)].find((one) => one.name === name);
      if (command?.needs !== 'database') throw new Error(`${name} needs the database`);
      const out: string[] = [];
      const config = readConfig({ CONCORDAT_URL: 'https://concordat.example' });
      const context = { config, data: house.data, json: true, print: (text: string) => out.push(text), tell: () => {} };
      expect(await command.run(context as unknown as CommandContext, [], options)).toBe(0);
      return JSON.parse(out.join('\n')) as { dryRun: boolean; partnerships: Outcome[] };
    };
    await use({ house, manager, type, browse: pages.browse });
    await pages.app.close();
  },
});

/** Answers as a form does: each item with a value, and what was answered before. */
async function answer(
  { house, browse }: Example,
  who: Who,
  at: string,
  choose: (item: Held) => string | undefined,
): Promise<void> {
  const id = at.split('/').at(-1) ?? '';
  const before = await house.data.as(who, (scope) => listAnswered(scope, id));
  const was = new Map(before.map((one) => [keyOf(one), valueOf(one)]));
  const fields = (await heldBy(house, who, 'split')).flatMap((item): [string, string][] => {
    const value = choose(item);
    return value === undefined
      ? []
      : [
          [keyOf(item), value],
          [`was-${keyOf(item)}`, was.get(keyOf(item)) ?? ''],
        ];
  });
  const sent = await (await browse(who)).post(at, {
    ...Object.fromEntries(fields),
    because: 'It ends with the council',
  });
  expect(sent.statusCode).toBe(303);
}

const counted = (outcome: Outcome | undefined) =>
  (outcome?.kinds ?? []).map(({ kind, held, ended, carried }) => ({
    kind,
    left: held - ended - Object.values(carried).reduce((sum, { added, joined }) => sum + added + joined, 0),
  }));

test('Harrowdale merges into Rivermouth with nothing unaccounted for', async ({ example }) => {
  const { house, manager, browse, type } = example;
  const [theirs, ours] = [await manager('harrowdale'), await manager('rivermouth')];
  const visitor = await browse(theirs);
  const begun = await visitor.post('/harrowdale/transition/reorganise', { kind: 'merge', goesTo: 'rivermouth' });
  const at = String(begun.headers.location);
  expect(at).toContain('/harrowdale/transition/');
  const held = await heldBy(house, theirs, 'merge');
  const policeOf = (who: Who) =>
    house.data.as(who, async (scope) => (await listAgencies(scope)).filter(({ kind }) => kind === 'police').length);
  const before = { held: await heldBy(house, ours, 'merge'), police: await policeOf(ours) };
  await expect(type('partnership merge', { from: ['harrowdale'], into: 'rivermouth' })).rejects.toThrow('unanswered');
  await answer(example, theirs, at, ({ stays }) => (stays === undefined ? 'carried+rivermouth' : 'ended'));

  const tried = await type('partnership merge', { from: ['harrowdale'], into: 'rivermouth', dryRun: true });
  expect((await house.data.as(theirs, listTransitions))[0]?.doneOn).toBeUndefined();
  const { partnerships } = await type('partnership merge', { from: ['harrowdale'], into: 'rivermouth' });
  expect(partnerships).toEqual(tried.partnerships.map((one) => ({ ...one, perhaps: expect.any(Array) as unknown })));
  const [outcome] = partnerships;
  for (const { kind, left } of counted(outcome)) expect([kind, left]).toEqual([kind, 0]);
  expect(outcome?.kinds.map(({ held: all }) => all).reduce((a, b) => a + b)).toBe(held.length);
  expect(outcome?.kinds.find(({ kind }) => kind === 'person')?.carried).toMatchObject({ rivermouth: { joined: 1 } });
  expect(await policeOf(ours)).toBe(before.police);

  // what is needed of whom follows from what came, and is counted before
  const lasting = (all: readonly { kind: string }[]) => all.filter(({ kind }) => kind !== 'task').length;
  const added = (outcome?.kinds ?? [])
    .filter(({ kind }) => kind !== 'task')
    .map(({ carried }) => carried['rivermouth']?.added ?? 0);
  expect(lasting(await heldBy(house, ours, 'merge'))).toBe(added.reduce((a, b) => a + b, lasting(before.held)));
  const needed = await house.data.as(ours, listOwnTasks);
  expect(needed.map(({ title }) => title)).toContain(
    'Look through what came from Harrowdale Safeguarding Children Partnership',
  );
  expect(await house.data.as(ours, listAreas)).toHaveLength(3);
  expect((await browse(ours).then((one) => one.get('/rivermouth/groups'))).statusCode).toBe(200);
  expect(await type('partnership merge', { from: ['harrowdale'], into: 'rivermouth' })).toMatchObject({
    partnerships: [{ doneBefore: true }],
  });
});

/** Shared things go to both, councils and areas to their side, and the rest where it belongs; what belongs nowhere ends. */
async function divide(
  example: Example,
  {
    who,
    at,
    parts,
    sideOf,
  }: { who: Who; at: string; parts: readonly string[]; sideOf: (id: string) => string | undefined },
): Promise<void> {
  const { house, browse } = example;
  const visitor = await browse(who);
  await answer(example, who, at, (item) => {
    if (item.stays !== undefined) return 'ended';
    const side = sideOf(item.id);
    if (side !== undefined) return `carried+${side}`;
    return ['agency', 'group', 'priority'].includes(item.kind) ? `carried+${parts.join('+')}` : undefined;
  });
  const open = async () => {
    const id = at.split('/').at(-1) ?? '';
    const answered = new Set((await house.data.as(who, (scope) => listAnswered(scope, id))).map(keyOf));
    return (await heldBy(house, who, 'split')).filter((one) => !answered.has(keyOf(one)));
  };
  for (const kind of kindsOf('split')) {
    const shown = (await open()).filter((one) => one.kind === kind).map(keyOf);
    if (shown.length > 0) await visitor.post(`${at}/carry`, { kind, shown, to: 'as-it-belongs' });
  }
  const rest = new Set((await open()).map(keyOf));
  await answer(example, who, at, (item) => (rest.has(keyOf(item)) ? 'ended' : undefined));
}

test('Rivermouth splits by its two councils', async ({ example }) => {
  const { house, manager, browse, type } = example;
  const who = await manager('rivermouth');
  const parts = ['north-vale', 'south-vale'];
  const visitor = await browse(who);
  const begun = await visitor.post('/rivermouth/transition/reorganise', { kind: 'split', goesTo: parts.join('\n') });
  const at = String(begun.headers.location);
  await expect(type('partnership split', { from: 'harrowdale' })).rejects.toThrow('has not prepared to split');
  await expect(type('partnership split', { from: 'rivermouth' })).rejects.toThrow('/north-vale, /south-vale yet');
  const areas = await house.data.as(who, listAreas);
  expect(areas).toHaveLength(2);
  for (const [nth, slug] of parts.entries()) {
    const made = { name: `Vale ${slug} Partnership`, slug, regime: 'england-2017-act-2026', area: [areas[nth] ?? ''] };
    await type('partnership create', { ...made, managerEmail: `jo.march@${slug}.example` });
  }

  const councils = (await house.data.as(who, listAgencies)).filter(({ kind }) => kind === 'local-authority');
  expect(councils).toHaveLength(2);
  const sideOf = (id: string) => {
    const nth = [areas, councils.map((one) => one.id)].map((all) => all.indexOf(id)).find((found) => found >= 0);
    return nth === undefined ? undefined : parts[nth];
  };
  await divide(example, { who, at, parts, sideOf });
  expect((await visitor.get(at)).body).toContain('concordat partnership split --from rivermouth');

  const held = await heldBy(house, who, 'split');
  const { partnerships } = await type('partnership split', { from: 'rivermouth' });
  const answered = await house.data.as(who, (scope) => listAnswered(scope, at.split('/').at(-1) ?? ''));
  expect(answered.map(keyOf).toSorted()).toEqual(held.map(keyOf).toSorted());
  for (const { kind, carried } of partnerships[0]?.kinds ?? [])
    for (const slug of parts) {
      const { added = 0, joined = 0 } = carried[slug] ?? {};
      const meant = answered.filter((one) => one.kind === kind && one.to.includes(slug)).length;
      expect([kind, slug, added + joined]).toEqual([kind, slug, meant]);
    }
  const [north, south] = await Promise.all(parts.map(async (slug) => await peopleIn(house, slug)));
  const ofCouncil = (nth: number) => councils[nth]?.name ?? '';
  expect(north?.agencies).toContain(ofCouncil(0));
  expect(north?.agencies).not.toContain(ofCouncil(1));
  expect(south?.agencies).toContain(ofCouncil(1));
  expect(north?.agencies.filter((name) => south?.agencies.includes(name))).toContain('Westry Police');
  expect(north?.people.length).toBeGreaterThan(20);
  expect((await visitor.get('/north-vale')).statusCode).toBe(200);
  expect((await visitor.get('/rivermouth')).body).toContain('read only');
  const again = await type('partnership split', { from: 'rivermouth' });
  expect(again.partnerships).toMatchObject([{ doneBefore: true }]);
});

async function peopleIn(house: House, slug: string) {
  const place = await house.data.reference
    .selectFrom('partnership_slug')
    .select('partnership_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return await house.data.as(serviceIn(place.partnership_id), async (scope) => ({
    agencies: (await listAgencies(scope)).map(({ name }) => name),
    people: await listPeople(scope),
  }));
}

test.for([
  [
    'a partnership nobody has',
    'partnership merge',
    { from: ['nowhere'], into: 'rivermouth' },
    'no partnership at /nowhere',
  ],
  ['itself', 'partnership merge', { from: ['rivermouth'], into: 'rivermouth' }, 'into itself'],
  [
    'a file of what is the same that is not there',
    'partnership merge',
    { from: ['harrowdale'], into: 'rivermouth', same: '/nowhere.csv' },
    'cannot be read',
  ],
] as const)('%s is wrong usage', async ([, name, options, words], { example }) => {
  await expect(example.type(name, options)).rejects.toThrow(UsageError);
  await expect(example.type(name, options)).rejects.toThrow(words);
});
