import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { formOn, openPages, type Pages } from '../harness/pages.ts';
import type { Ground } from './ground.ts';
import { enquiriesDuty } from './restricted-duty/duty.ts';

export interface Route {
  method: string;
  /** With its parameters: `/:partnership/enquiries/:case`. */
  path: string;
}

/** The whole house with the restricted duty and the example, and every route that it answers. */
export interface GroundPages extends Pages {
  routes: readonly Route[];
}

/** The house over `ground`. The routes are those the server itself is told of, so that a new one cannot be forgotten. */
export async function openGroundPages(ground: Pick<Ground, 'database'>): Promise<GroundPages> {
  const routes: Route[] = [];
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, path: url });
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    const pages = await openPages({ data: ground.database }, [enquiriesDuty], {}, { example: true });
    return { ...pages, routes };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}

const forEverybody = /^\/(sign-in$|forgotten-password|reset|invitation|email-change|answer)/;

/** Somebody's browser: one session, cookies kept, the form token of a page that was opened once. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(path: string, fields?: Record<string, string>): Promise<LightMyRequestResponse>;
}

/** @param account whose browser; absent for somebody who has not signed in */
export async function visit(pages: Pages, account?: string): Promise<Visitor> {
  const browser = await pages.browse(account === undefined ? undefined : { account });
  const tokens = new Map<string, string>();
  /** Forms for everybody are bound to nobody; others to the session. */
  const tokenFor = async (path: string) => {
    const page = account === undefined || forEverybody.test(path) ? '/forgotten-password' : '/today';
    const token = tokens.get(page) ?? formOn((await browser.get(page)).body)['_csrf'] ?? '';
    tokens.set(page, token);
    return token;
  };
  const send = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return pages.app.inject({
      method,
      url,
      headers: { host: 'localhost', cookie, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  };
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    async post(path, fields = {}) {
      const body = new URLSearchParams({ _csrf: await tokenFor(path), _key: randomUUID(), ...fields }).toString();
      return await send('POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, body);
    },
  };
}
