import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { expect, vi } from 'vitest';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { formOn } from '../harness/pages.ts';
import { addressesOf } from './addresses.ts';
import { test as base, type Ground } from './ground.ts';
import { takeEverythingBack } from './interception.ts';
import { likenessOf } from './likeness.ts';
import { type GroundPages, openGroundPages, type Route } from './visitor.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What anybody reaches who has not signed in. A route is added here knowingly or not at all. */
const forEverybody = [
  'GET /health',
  'GET /',
  'GET /accessibility',
  'GET /privacy',
  'GET /cookies',
  'GET /guide/patterns',
  'GET /guide/roles',
  'GET /.well-known/security.txt',
  'GET /sign-in',
  'POST /sign-in',
  'GET /forgotten-password',
  'POST /forgotten-password',
  'GET /reset/:token',
  'POST /reset/:token',
  'GET /invitation/:token',
  'POST /invitation/:token',
  'GET /email-change/:token',
  'POST /email-change/:token',
  'GET /answer/thanks',
  'GET /answer/:token',
  'GET /answer/:token/:answer',
  'POST /answer/:token/:answer',
  'GET /example',
  'GET /example/mail',
  'POST /example/sign-in',
];

/** Programs that try the example out sign in with one plain POST; there is nobody real to harm. */
const withoutToken = 'POST /example/sign-in';

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

interface Guarded {
  pages: GroundPages;
  routes: readonly Route[];
  /** Cookies of somebody signed in who may do everything the restricted duty has to offer, and the token for their forms. */
  cookie: string;
  csrf: string;
}

const test = base.extend('guarded', { scope: 'file' }, async ({ ground }, { onCleanup }): Promise<Guarded> => {
  const pages = await openGroundPages(ground);
  const browser = await pages.browse(ground.places.a.people['review-lead']);
  const csrf = formOn((await browser.get('/today')).body)['_csrf'] ?? '';
  const putBack = takeEverythingBack();
  onCleanup(async () => {
    putBack();
    await pages.app.close();
  });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const routes = pages.routes.filter(({ method, path }) => /^(GET|POST)$/.test(method) && !path.includes('*'));
  return { pages, routes, cookie, csrf };
});

/** A route's address in one's own partnership, on the open case. */
const ownAddress = (route: Route, ground: Ground): string => addressesOf(route, ground)[0]?.url ?? route.path;

type Headers = Record<string, string>;

function ask(
  { pages }: Guarded,
  route: Route,
  url: string,
  headers: Headers,
  fields: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const { method } = route;
  if (method !== 'POST') return pages.app.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } });
  const payload = new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return pages.app.inject({ method: 'POST', url, headers: { host: 'localhost', ...type, ...headers }, payload });
}

/** Tries something on each route and gives the names of those that fail it. */
async function failing(routes: readonly Route[], holds: (route: Route) => Promise<boolean>): Promise<string[]> {
  const failed: string[] = [];
  for (const route of routes) if (!(await holds(route))) failed.push(nameOf(route));
  return failed;
}

const isRefusedForm = ({ statusCode, body }: LightMyRequestResponse) =>
  statusCode === 403 && body.includes('form was open too long');

test('a form without a token, or with another’s, is refused by every route', async ({ ground, guarded }) => {
  const forms = guarded.routes.filter((route) => route.method === 'POST' && nameOf(route) !== withoutToken);
  const stranger = await guarded.pages.browse(ground.places.a.people['panel-member']);
  const theirs = formOn((await stranger.get('/today')).body)['_csrf'] ?? '';
  for (const token of [undefined, '', 'made-up', theirs]) {
    const fields: Record<string, string> = {
      _key: randomUUID(),
      words: 'None',
      ...(token === undefined ? {} : { _csrf: token }),
    };
    const refused = async (route: Route) =>
      isRefusedForm(await ask(guarded, route, ownAddress(route, ground), { cookie: guarded.cookie }, fields));
    expect(await failing(forms, refused)).toEqual([]);
  }
  expect(forms.length).toBeGreaterThan(15);
});

test('a form posted from another site is refused by every route, token and all', async ({ ground, guarded }) => {
  const forms = guarded.routes.filter(({ method }) => method === 'POST');
  const origins: Headers[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://localhost:81' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of origins) {
    const fields = { _csrf: guarded.csrf, _key: randomUUID(), words: 'None' };
    const refused = async (route: Route) =>
      isRefusedForm(
        await ask(guarded, route, ownAddress(route, ground), { cookie: guarded.cookie, ...headers }, fields),
      );
    expect(await failing(forms, refused)).toEqual([]);
  }
});

test('the same form, with its token and from here, is read', async ({ ground, guarded }) => {
  const forms = guarded.routes.filter((route) => route.method === 'POST' && !forEverybody.includes(nameOf(route)));
  const read = async (route: Route) => {
    const fields = { _csrf: guarded.csrf, _key: randomUUID(), words: 'None' };
    const headers = { cookie: guarded.cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    return !isRefusedForm(await ask(guarded, route, ownAddress(route, ground), headers, fields));
  };
  expect(await failing(forms, read)).toEqual([]);
});

test('whoever has not signed in is led to sign in and told nothing, wherever they ask', async ({ ground, guarded }) => {
  const closed = guarded.routes.filter((route) => !forEverybody.includes(nameOf(route)));
  const toldNothing = async (route: Route) => {
    const { a, b } = ground.places;
    const urls = [a.slug, b.slug, 'nowhere-at-all'].map((slug) =>
      ownAddress(route, ground).replace(`/${a.slug}`, `/${slug}`),
    );
    const answers = await Promise.all(urls.map((url) => ask(guarded, route, url, {}, { words: 'None' })));
    const likenesses = answers.map((answer, at) => likenessOf(answer, [urls[at] ?? '']));
    return (
      answers.every(
        ({ statusCode, headers, body }) =>
          statusCode === 303 && /^\/sign-in(\?next=|$)/.test(String(headers.location)) && body === '',
      ) && new Set(likenesses).size === 1
    );
  };
  expect(await failing(closed, toldNothing)).toEqual([]);
  expect(guarded.routes.map(nameOf).filter((name) => forEverybody.includes(name))).toEqual(
    expect.arrayContaining(forEverybody),
  );
});

/** Why the headers of an answer are not safe, in words. */
function weaknessesOf({ headers, statusCode }: LightMyRequestResponse, isPublic: boolean): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const rules: readonly (readonly [boolean, string])[] = [
    [policy.includes(`default-src 'none'`), 'may load what is not named'],
    [!/unsafe-(inline|eval)|\*|http:/.test(policy), 'allows inline or any source'],
    [policy.includes(`frame-ancestors 'none'`) || headers['x-frame-options'] === 'DENY', 'may be framed'],
    [headers['x-content-type-options'] === 'nosniff', 'may be sniffed'],
    [
      /max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1] === '31536000',
      'may be asked for without TLS',
    ],
    [headers['referrer-policy'] === 'same-origin', 'tells others where one was'],
    [headers['cross-origin-opener-policy'] === 'same-origin', 'stays joined to what opened it'],
    [headers['x-powered-by'] === undefined && headers['server'] === undefined, 'says what it is made with'],
    [isPublic || statusCode === 303 || headers['cache-control'] === 'no-store', 'may be kept'],
  ];
  return rules.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]));
}

test('every answer of every route carries the headers that protect it, whoever asks and whatever comes of it', async ({
  ground,
  guarded,
}) => {
  const found: string[] = [];
  for (const route of guarded.routes) {
    for (const headers of [{}, { cookie: guarded.cookie }]) {
      for (const { url } of addressesOf(route, ground)) {
        const fields = { _csrf: guarded.csrf, _key: randomUUID(), words: 'None' };
        const answer = await ask(guarded, route, url, headers, fields);
        found.push(
          ...weaknessesOf(answer, forEverybody.includes(nameOf(route))).map(
            (weakness) => `${nameOf(route)} (${answer.statusCode}) ${weakness}`,
          ),
        );
      }
    }
  }
  for (const url of ['/no/such/page', '/assets/none.css', '/%00']) {
    const answer = await guarded.pages.app.inject({ url, headers: { host: 'localhost' } });
    found.push(...weaknessesOf(answer, true).map((weakness) => `${url} (${answer.statusCode}) ${weakness}`));
  }
  expect([...new Set(found)]).toEqual([]);
});

test('the nonce of a page is its own', async ({ guarded }) => {
  const nonces = new Set<string>();
  for (let at = 0; at < 20; at++) {
    const { headers, body } = await guarded.pages.app.inject({
      url: '/today',
      headers: { host: 'localhost', cookie: guarded.cookie },
    });
    const [, nonce = ''] = /'nonce-([^']{20,})'/.exec(String(headers['content-security-policy'])) ?? [];
    expect(body).toContain(`nonce="${nonce}"`);
    expect(body.replaceAll(/<script (nonce="[^"]+"|type="module" src="[^"]+")>/g, '')).not.toContain('<script');
    expect(body).not.toMatch(/ style=| on[a-z]+="/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(20);
});

test('a page for everybody that holds no form neither reads nor sets a cookie', async ({ ground, guarded }) => {
  const open = guarded.routes.filter((route) => route.method === 'GET' && forEverybody.includes(nameOf(route)));
  let without = 0;
  const holds = async (route: Route) => {
    const url = ownAddress(route, ground);
    const [stranger, known] = [
      await ask(guarded, route, url, {}),
      await ask(guarded, route, url, { cookie: guarded.cookie }),
    ];
    if (stranger.body.includes('<form') || nameOf(route) === 'GET /sign-in') return true;
    without++;
    return (
      [stranger, known].every(({ headers }) => headers['set-cookie'] === undefined) &&
      likenessOf(stranger, []) === likenessOf(known, [])
    );
  };
  expect(await failing(open, holds)).toEqual([]);
  expect(without).toBeGreaterThan(6);
});

test('a cookie is for this host alone, out of reach of scripts and of other sites', async ({ ground, guarded }) => {
  const browser = await guarded.pages.browse(ground.places.a.people['review-lead']);
  const set = [(await browser.get('/today')).headers['set-cookie'] ?? []].flat();
  const { headers } = await guarded.pages.app.inject({
    method: 'POST',
    url: '/example/sign-in',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'account=business-manager',
  });
  const all = [...set, ...[headers['set-cookie'] ?? []].flat()];
  expect(all.some((cookie) => cookie.startsWith(`${sessionCookie}=`))).toBe(true);
  for (const cookie of all) {
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/);
    expect(cookie).not.toMatch(/; Domain=/);
  }
});
