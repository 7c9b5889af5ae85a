import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../src/app.ts';
import type { Duty } from '../../src/partnership/duty.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Who } from '../../src/platform/database/database.ts';
import { openSession } from '../../src/platform/identity/session.store.ts';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { MasterKey, TopKey } from '../../src/platform/sealed/master-key.ts';
import { type House, test as houseTest } from './house.ts';

/** A browser without scripts, pictures or a network: it keeps cookies and sends the forms it is shown. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form as the page at `/today` would carry it: with this session's token and a one-use key. */
  post(path: string, fields?: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse>;
  cookies: Map<string, string>;
}

export interface Pages {
  app: FastifyInstance;
  /** Somebody signed in, with a second factor; nobody when `who` is absent. */
  browse(who?: Pick<Who, 'account'>): Promise<Browser>;
  /** What the server would have written to its log. */
  log: string[];
}

/** The key above all others, in tests. */
export const masterKey = new MasterKey([new TopKey(Buffer.alloc(32, 7))]);

/** The whole house over the test's database, asked without a network; with `duties` of the test's own beside the real ones. */
export async function openPages(
  house: Pick<House, 'data'>,
  duties: readonly Duty[] = [],
  env: Record<string, string> = {},
  { example = false } = {},
): Promise<Pages> {
  const log: string[] = [];
  const app = await buildApp(
    {
      config: readConfig({ CONCORDAT_URL: 'http://localhost', ...env }),
      database: house.data,
      example,
      secure: false,
      keys: masterKey,
      log: { level: 'info', stream: { write: (line) => void log.push(line) } },
    },
    duties,
  );
  await app.ready();
  return { app, log, browse: (who) => openBrowser(app, house, who) };
}

async function openBrowser(
  app: FastifyInstance,
  house: Pick<House, 'data'>,
  who?: Pick<Who, 'account'>,
): Promise<Browser> {
  const cookies = new Map<string, string>();
  if (who) {
    cookies.set(
      sessionCookie,
      await house.data.asAccount(who.account, (identity) => openSession(identity, who.account, 'passkey', 'A test')),
    );
  }
  const send = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url,
      headers: { host: 'localhost', cookie, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) cookies.set(name, value);
    return response;
  };
  const get: Browser['get'] = (path, headers = {}) => send('GET', path, headers);
  const post: Browser['post'] = async (path, fields = {}) => {
    const form = formOn((await get(who ? '/today' : '/sign-in')).body);
    const body = new URLSearchParams(form);
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return await send('POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, body.toString());
  };
  return { get, post, cookies };
}

/** The hidden fields of the first form on a page. */
export function formOn(html: string): Record<string, string> {
  const field = (name: string) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
  return { _csrf: field('_csrf'), _key: field('_key') };
}

/** Tests that ask for `pages` get the whole house over a database of their own. */
export const test = houseTest.extend<{ pages: Pages }>({
  pages: async ({ house }, use) => {
    const pages = await openPages(house);
    await use(pages);
    await pages.app.close();
  },
});
