import { once } from 'node:events';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../script/testing/machine.ts';
import type { Duty } from '../../src/partnership/duty.ts';
import type { Who } from '../../src/platform/database/database.ts';
import { openSession } from '../../src/platform/identity/session.store.ts';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { axeFindings } from '../../src/platform/ui/axe.fixture.ts';
import { type House, test as houseTest } from './house.ts';
import { openPages } from './pages.ts';

/** The whole house at an address, for real browsers. */
export interface Site {
  app: FastifyInstance;
  /** `http://localhost:…`, which pages take paths from. */
  url: string;
  /** What the server wrote to its log. */
  log: string[];
  /** A new browser without history, in which `who` is signed in with a second factor; nobody when absent. */
  browse(who?: Pick<Who, 'account'>, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
}

let shared: Promise<Browser> | undefined;

/** The one browser of this run; it ends with the process. */
const browser = () =>
  (shared ??= chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? findBrowser() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }));

/** Opens the house to browsers, with `duties` of the test's own and further settings; `close` ends its pages and it. */
export async function openSite(
  house: House,
  {
    duties = [],
    env = {},
    example = false,
  }: { duties?: readonly Duty[]; env?: Record<string, string>; example?: boolean } = {},
): Promise<Site & { close(): Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { app, log } = await openPages(house, duties, { CONCORDAT_URL: url, ...env }, { example });
  await app.listen({ host: 'localhost', port });
  const contexts: BrowserContext[] = [];
  const browse: Site['browse'] = async (who, options = {}) => {
    const context = await (await browser()).newContext({ baseURL: url, ...options });
    contexts.push(context);
    if (who) {
      const value = await house.data.asAccount(who.account, (identity) =>
        openSession(identity, who.account, 'passkey', 'A test'),
      );
      await context.addCookies([{ name: sessionCookie, value, url }]);
    }
    return await context.newPage();
  };
  const close = async () => {
    for (const context of contexts) await context.close();
    await app.close();
  };
  return { app, url, log, browse, close };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

/** Tests that ask for `site` get the whole house over a database of their own, with a browser before it. */
export const test = houseTest.extend<{ site: Site }>({
  site: async ({ house }, use) => {
    const { close, ...site } = await openSite(house);
    await use(site);
    await close();
  },
});

/** What axe finds wrong with the page as it stands; none is what every page must come to. */
export const barriersOn = axeFindings;
