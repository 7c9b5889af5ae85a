import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { MasterKey } from '../sealed/master-key.ts';
import { serveAssets } from './assets.ts';
import { answerError } from './error-pages.tsx';
import { FormRefused } from './errors.ts';
import type { Answers } from './form-use.store.ts';
import { cookieName, cookieOptions, readCookie, unbound } from './respond.ts';
import { readUpload } from './upload.ts';

/** What the pages of one server share. */
export interface Concordat {
  config: Config;
  database: Database;
  /** Whether the example partnerships are loaded here. */
  example: boolean;
  /** Whether people reach us by HTTPS, so that cookies may say so. */
  secure: boolean;
  /** Keys for each purpose, the same in every process of a deployment. */
  keys: MasterKey;
  /** Who may do `permission`, in words for the page that refuses: role titles, and what it is. */
  explain(permission: string): { roles: readonly string[]; title: string };
  /** Structured lines on standard output; undefined for none. */
  log?: { level: string; stream?: { write(line: string): void } };
  /** Requests a minute from one session or address; absent means no limit. */
  limit?: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    concordat: Concordat;
  }
}

/** A server with everything every page needs and no page yet. */
export async function createServer(concordat: Concordat): Promise<FastifyInstance> {
  const app = Fastify({
    logger: concordat.log ? { ...concordat.log, base: null, formatters: { level: (level) => ({ level }) } } : false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: concordat.config.proxies.length ? concordat.config.proxies : false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 300_000, // 25 MB over a slow line
    forceCloseConnections: 'idle',
  });
  app.decorate('concordat', concordat);
  app.decorateRequest('frame', undefined);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    answerError(Object.assign(new Error('no such page'), { statusCode: 404 }), request, reply),
  );
  logRequests(app);
  if (concordat.example) refuseStrangers(app);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: policy,
    referrerPolicy: { policy: 'same-origin' },
    hsts: { maxAge: 31_536_000 },
  });
  await app.register(cookie);
  await app.register(formbody);
  if (concordat.limit)
    await app.register(rateLimit, { max: concordat.limit, timeWindow: 60_000, keyGenerator: whoAsks });
  await app.register(csrf, {
    cookieKey: cookieName('form', concordat.secure),
    cookieOpts: cookieOptions(concordat.secure),
    csrfOpts: { hmacKey: concordat.keys.derive('form tokens').toString('base64'), userInfo: true },
    getUserInfo: (request) => request.frame?.boundTo ?? unbound,
    getToken: (request) => single((request.body as Answers | undefined)?.['_csrf']),
  });
  await serveAssets(app);
  return app;
}

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: [`'none'`],
    scriptSrc: [`'self'`],
    styleSrc: [`'self'`],
    imgSrc: [`'self'`, 'data:'],
    fontSrc: [`'self'`],
    connectSrc: [`'self'`],
    manifestSrc: [`'self'`],
    formAction: [`'self'`],
    frameAncestors: [`'none'`],
    baseUri: [`'none'`],
  },
};

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

const whoAsks = (request: FastifyRequest) => readCookie(request, 'session') ?? request.ip;

/** Route, status and time; never an address, a query, a name or what was typed. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    app.log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms,
      },
      'answered',
    );
  });
}

/** A server with the example signs anyone in, so it answers only this machine itself. */
function refuseStrangers(app: FastifyInstance): void {
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
  app.addHook('onRequest', async (request, reply) => {
    const { host, forwarded } = request.headers;
    const forwardedBy = Object.keys(request.headers).some(
      (name) => name.startsWith('x-forwarded-') || name === 'x-real-ip' || name === 'via',
    );
    if (forwarded === undefined && !forwardedBy && loopback.test(host ?? '')) return;
    await reply
      .code(421)
      .type('text/plain')
      .send('This server holds the example and answers only http://localhost on its own machine.\n');
  });
}

/** @throws {FormRefused} when the browser says that a form was posted from another site */
export function checkOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new FormRefused();
  if (origin !== undefined && URL.parse(origin)?.host !== request.host) throw new FormRefused();
}

/**
 * Checks that a posted form is one of ours: its token is bound to the session, and the browser says that it comes from here. A
 * form with a file is read first: nothing is read from whoever has not been identified.
 *
 * @throws {FormRefused} when it is not
 */
export async function checkForm(request: FastifyRequest): Promise<void> {
  checkOrigin(request);
  await readUpload(request);
  await new Promise<void>((resolve, reject) => {
    const reply = { send: () => reject(new FormRefused()) };
    request.server.csrfProtection(request, reply as never, () => resolve());
  });
}
