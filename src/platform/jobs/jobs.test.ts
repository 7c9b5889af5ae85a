import { setTimeout as wait } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { readConfig } from '../config.ts';
import { withClient } from '../database/connection.ts';
import { newId } from '../database/ids.ts';
import { service } from '../database/service.ts';
import type { Job, JobsContext } from './job.ts';
import { openQueue, startJobs } from './jobs.ts';
import { forEachPartnership, listPartnerships } from './partnerships.store.ts';
import { enqueue, hasten } from './queue.store.ts';

interface Logged {
  fields: object;
  message: string;
}

function contextOf(house: House): { context: JobsContext; errors: Logged[] } {
  const errors: Logged[] = [];
  const log = { info: () => {}, error: (fields: object, message: string) => void errors.push({ fields, message }) };
  const keys = { derive: () => Buffer.alloc(32) };
  return {
    errors,
    context: { config: readConfig({}), database: house.data, keys, log, connections: house.connections },
  };
}

const asSuperuser = (house: House, statement: string) =>
  withClient(house.connections.superuser, (client) =>
    client.query<{ name: string; output: unknown; state: string }>(statement),
  );

const soon = { timeout: 15_000, interval: 50 };

/** A job that keeps what it was told. */
function recorder(name: string, every?: string) {
  const told: unknown[] = [];
  const job: Job = {
    name,
    ...(every === undefined ? {} : { every }),
    run: async (_context, data) => void told.push(data),
  };
  return { job, told };
}

test('a job asked for in a transaction that is taken back is never done; one that is kept is done once', async ({
  house,
}) => {
  const { job, told } = recorder('test.asked');
  const who = await house.person(house.dunmere, 'business-manager');
  const failing = house.data.as(who, async ({ db }) => {
    await enqueue(db, job.name, { id: 'never' });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await house.data.as(who, ({ db }) => enqueue(db, job.name, { id: 'first' }));
  const stop = await startJobs(contextOf(house).context, [job]);
  await house.data.as(who, ({ db }) => enqueue(db, job.name, { id: 'second' }));
  await vi.waitFor(() => expect(told).toHaveLength(2), soon);
  await stop();
  expect(told).toEqual([{ id: 'first' }, { id: 'second' }]);
});

test('two processes do each job once between them', async ({ house }) => {
  const [one, other] = [recorder('test.shared'), recorder('test.shared')];
  const stops = await Promise.all([
    startJobs(contextOf(house).context, [one.job]),
    startJobs(contextOf(house).context, [other.job]),
  ]);
  const ids = Array.from({ length: 4 }, () => newId());
  await house.data.asAccount(undefined, async ({ db }) => {
    for (const id of ids) await enqueue(db, 'test.shared', { id });
  });
  await vi.waitFor(() => expect(one.told.length + other.told.length).toBe(ids.length), soon);
  await Promise.all(stops.map((stop) => stop()));
  expect([...one.told, ...other.told].toSorted(byId)).toEqual(ids.map((id) => ({ id })).toSorted(byId));
});

const byId = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

test('a job that runs by itself runs by itself, not twice at once, and no more when it is gone', async ({ house }) => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const job: Job = {
    name: 'test.every-minute',
    every: '* * * * *',
    run: async () => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await wait(500);
      running -= 1;
    },
  };
  const contexts = [contextOf(house), contextOf(house)];
  const stops = await Promise.all(contexts.map(({ context }) => startJobs(context, [job])));
  await house.data.asAccount(undefined, ({ db }) => enqueue(db, job.name));
  await vi.waitFor(() => expect(runs).toBeGreaterThan(0), soon);
  await house.data.asAccount(undefined, ({ db }) => enqueue(db, job.name));
  await Promise.all(stops.map((stop) => stop()));
  expect(most).toBe(1);
  const schedules = () => asSuperuser(house, 'select name from pgboss.schedule').then(({ rows }) => rows);
  expect(await schedules()).toEqual([{ name: job.name }]);
  const stop = await startJobs(contextOf(house).context, []);
  await stop();
  expect(await schedules()).toEqual([]);
});

test('a job that fails is tried again, and tells nothing about anybody', async ({ house }) => {
  const { context, errors } = contextOf(house);
  const failing: Job = {
    name: 'test.failing',
    run: () => Promise.reject(Object.assign(new Error('no such child: Jo Smith'), { detail: 'Key (name)=(Jo Smith)' })),
  };
  await house.data.asAccount(undefined, ({ db }) => enqueue(db, failing.name));
  const stop = await startJobs(context, [failing]);
  await vi.waitFor(() => expect(errors).toHaveLength(1), soon);
  await stop();
  expect(errors[0]).toMatchObject({ message: 'a job failed', fields: { job: 'test.failing', error: 'Error' } });
  const { rows } = await asSuperuser(house, `select name, state, output from pgboss.job where name = 'test.failing'`);
  expect(rows).toMatchObject([{ state: 'retry' }]);
  expect(JSON.stringify([errors, rows])).not.toContain('Smith');
});

test('stopping lets the job in hand finish', async ({ house }) => {
  let ended = false;
  const begun = Promise.withResolvers<void>();
  const slow: Job = {
    name: 'test.slow',
    run: async () => {
      begun.resolve();
      await wait(300);
      ended = true;
    },
  };
  await house.data.asAccount(undefined, ({ db }) => enqueue(db, slow.name));
  const stop = await startJobs(contextOf(house).context, [slow]);
  await begun.promise;
  await stop();
  expect(ended).toBe(true);
});

test('the queue keeps itself for days without the right to make or change a table', async ({ house }) => {
  const { context, errors } = contextOf(house);
  const { job, told } = recorder('test.old', '0 3 * * *');
  await asSuperuser(
    house,
    `create table ddl_seen (tag text); grant insert on ddl_seen to concordat_app;
    create function see_ddl() returns event_trigger language plpgsql security definer as
      $$ begin insert into ddl_seen values (tg_tag); end $$;
    create event trigger see_ddl on ddl_command_end execute function see_ddl()`,
  );
  // what was made ahead when the queue was installed is used up after two days
  const { rows: ahead } = await asSuperuser(
    house,
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'pgboss.queue_stats'::regclass`,
  );
  for (const { name } of ahead) await asSuperuser(house, `drop table ${name}`);
  await asSuperuser(house, 'truncate ddl_seen');
  const queue = openQueue(context.connections.app, context.log);
  const stop = await startJobs(context, [job]);
  await queue.start();
  for (let day = 0; day < 3; day += 1) {
    await asSuperuser(
      house,
      `
      insert into pgboss.job (name, state, completed_on, keep_until) values ('test.old', 'completed', now() - interval '9 days', now() - interval '1 day');
      update pgboss.queue set monitor_on = now() - interval '2 days', maintain_on = now() - interval '2 days',
                              monitor_claim_on = now() - interval '2 days';
      update pgboss.version set cron_on = now() - interval '2 days'`,
    );
    await queue.supervise();
  }
  await queue.stop();
  await stop();
  expect(errors).toEqual([]);
  expect(told.length).toBeLessThan(2);
  const left = await asSuperuser(
    house,
    `select name from pgboss.job where name = 'test.old' and state = 'completed' and keep_until < now()`,
  );
  expect(left.rows).toEqual([]);
  expect((await asSuperuser(house, `select tag as name from ddl_seen`)).rows).toEqual([]);
});

test('the service works in one partnership at a time, and a failure in one does not keep it from the next', async ({
  house,
}) => {
  await house.person(house.dunmere, 'business-manager');
  const seen: unknown[] = [];
  const visiting = forEachPartnership(house.data, async ({ db, person, partnership }, { slug }) => {
    const people = await db.selectFrom('person').select('partnership_id').execute();
    seen.push([slug, person, people.every((each) => each.partnership_id === partnership), people.length]);
    if (slug === 'dunmere') throw new Error('not today');
  });
  await expect(visiting).rejects.toThrow('in the partnership dunmere: not today');
  expect(seen).toEqual([
    ['dunmere', service, true, 1],
    ['elsewhere', service, true, 0],
  ]);
  expect(await listPartnerships(house.data)).toHaveLength(2);
});

test('a job that runs by itself is done at once when it is hastened; hastened twice it is done once', async ({
  house,
}) => {
  const { job, told } = recorder('test.yearly', '0 0 1 1 *');
  await house.data.asAccount(undefined, ({ db }) => hasten(db, job.name));
  const stop = await startJobs(contextOf(house).context, [job]);
  await house.data.asAccount(undefined, async ({ db }) => {
    await hasten(db, job.name);
    await hasten(db, job.name);
  });
  await vi.waitFor(() => expect(told).toHaveLength(1), soon);
  await wait(1500);
  expect(told).toHaveLength(1);
  await stop();
});
