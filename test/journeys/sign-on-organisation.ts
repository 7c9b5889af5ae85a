import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as houseTest } from '../harness/house.ts';
import { openSite, type Site } from '../harness/journey.ts';

export interface Organisation {
  issuer: string;
  start(): Promise<void>;
  /** It goes on showing its pages, and hangs up on our server. */
  hangUp(): void;
  stop(): Promise<void>;
}

/** The house with an organisation's sign-on beside it, each in a process of its own. */
export const test = houseTest.extend<{ organisation: Organisation; site: Site }>({
  organisation: async ({}, use) => {
    const port = await freePort();
    let child: ChildProcess | undefined;
    const organisation = {
      issuer: `http://localhost:${port}`,
      returnAddress: '',
      async start() {
        const program = fileURLToPath(new URL('./sign-on-provider.ts', import.meta.url));
        child = fork(program, [String(port), organisation.returnAddress], { stdio: 'ignore' });
        await once(child, 'message');
      },
      hangUp: () => void child?.send('hang up'),
      async stop() {
        if (!child || child.exitCode !== null) return;
        child.kill();
        await once(child, 'exit');
      },
    };
    await use(organisation);
    await organisation.stop();
  },
  site: async ({ house, organisation }, use) => {
    const env = {
      OIDC_ISSUER: organisation.issuer,
      OIDC_CLIENT_ID: 'concordat',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
      OIDC_NAME: 'Dunmere Council',
    };
    const { close, ...site } = await openSite(house, { env });
    Object.assign(organisation, { returnAddress: `${site.url}/sign-on/return` });
    await organisation.start();
    await use(site);
    await close();
  },
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
