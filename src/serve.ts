import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp, duties, jobs } from './app.ts';
import { holdsExample, listRealSlugs } from './partnership/partnership.store.ts';
import type { Command, CommandContext } from './platform/command.ts';
import { refuseUnfitDatabase } from './platform/database/open.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import { type MasterKey, readMasterKey } from './platform/sealed/master-key.ts';
import { loadExample } from './whole/example/load.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Serve the pages, and do the jobs too unless --no-jobs',
  options: [{ flag: '--no-jobs', summary: 'leave the jobs to "concordat work"' }],
  needs: 'database',
  async run(context, _args, options) {
    await prepare(context);
    const keys = readMasterKey(context.config.keyFile, context.connections.embedded);
    const app = await openApp(context, keys);
    const stopJobs =
      options['jobs'] === false
        ? undefined
        : await startJobs({ ...context, database: context.data, keys, log: app.log }, jobs());
    const { host, port } = context.config;
    await app.listen({ host, port });
    tellHowToSignIn(context, app);
    await askedToStop();
    context.tell('Stopping: requests in flight may finish.');
    await Promise.race([app.close(), wait(10_000)]);
    await stopJobs?.();
    return 0;
  },
};

export const workCommand: Command = {
  name: 'work',
  summary: 'Do the jobs and serve no pages',
  needs: 'database',
  async run(context) {
    await prepare(context);
    const keys = readMasterKey(context.config.keyFile, context.connections.embedded);
    const stopJobs = await startJobs({ ...context, database: context.data, keys, log: jobLog }, jobs());
    context.tell('Doing the jobs.');
    await askedToStop();
    await stopJobs();
    return 0;
  },
};

/** The database must be fit to serve from; and an embedded database that is empty gets the example, unless it is not wanted. */
async function prepare({ config, connections, data, tell }: CommandContext): Promise<void> {
  await refuseUnfitDatabase(connections);
  const wanted = connections.embedded && config.example;
  if (!wanted || (await holdsExample(data)) || (await listRealSlugs(data)).length) return;
  tell('Loading the example partnerships…');
  await loadExample(data, duties);
}

const jobLog = pino({ base: null });

/** Lines of requests are written together, and none waits for long: to write each by itself took a twelfth of a page's time. */
const gathered = { sync: false, minLength: 4096, periodicFlush: 250 };

async function openApp({ config, data }: CommandContext, keys: MasterKey): Promise<FastifyInstance> {
  return await buildApp({
    config,
    database: data,
    example: await holdsExample(data),
    secure: config.url.startsWith('https:'),
    keys,
    log: { level: 'info', stream: pino.destination(gathered) },
    limit: 600,
  });
}

function tellHowToSignIn({ config, tell }: CommandContext, app: FastifyInstance): void {
  const [address] = app.addresses();
  const port = typeof address === 'object' ? address.port : config.port;
  const at = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  tell(`\nConcordat is at ${at}`);
  if (app.concordat.example) tell(`It holds the example: choose who to be at ${at}/example\n`);
  else tell(`Sign in at ${config.url}/sign-in\n`);
}

const askedToStop = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
