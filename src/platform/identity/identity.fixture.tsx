import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { generate } from 'otplib';
import type { House } from '../../../test/harness/house.ts';
import { readConfig } from '../config.ts';
import { newId } from '../database/ids.ts';
import { page } from '../http/answers.ts';
import { createServer } from '../http/server.ts';
import { deliverDue } from '../mail/deliver.ts';
import type { Message } from '../mail/message.ts';
import { MasterKey, TopKey } from '../sealed/master-key.ts';
import { addAuthenticator } from './authenticator.store.ts';
import { newSeed } from './authenticator.ts';
import { inAccount } from './doors.ts';
import { identityMails } from './mails.ts';
import { hashPassword } from './password.ts';
import { identityRoutes } from './routes.ts';

export const keys = new MasterKey([new TopKey(Buffer.alloc(32, 5))]);
export const siteUrl = 'http://localhost';
export const goodPassword = 'tractor violin marmalade';

/** A server with the pages of identity and one page of its own that asks for a whole sign-in. */
export async function openIdentity(house: House, env: Record<string, string> = {}): Promise<FastifyInstance> {
  const config = readConfig({ CONCORDAT_URL: siteUrl, ...env });
  const explain = () => ({ roles: [], title: '' });
  const secure = config.url.startsWith('https:');
  const app = await createServer({ config, database: house.data, example: false, secure, keys, explain });
  await app.register(identityRoutes);
  const whole = ({ account }: { account: string }) => page(<html lang="en-GB">signed in as {account}</html>);
  app.get('/today', inAccount(whole));
  app.get('/dunmere/inspections', inAccount(whole));
  await app.ready();
  return app;
}

let hashed: Promise<string> | undefined;

/** Somebody with an account and `goodPassword`. */
export async function anAccount(
  house: House,
  over: { email?: string; factorRequired?: boolean; password?: boolean } = {},
) {
  const { email = `${newId().slice(-12)}@agency.example`, factorRequired = false, password = true } = over;
  hashed ??= hashPassword(goodPassword);
  const id = newId();
  const password_hash = password ? await hashed : null;
  await house.data.asAccount(undefined, ({ db }) =>
    db
      .insertInto('account')
      .values({ id, email, name: 'Priya Shah', password_hash, factor_required: factorRequired })
      .execute(),
  );
  return { id, email };
}

/** Gives an account an authenticator app, and what the app shows at the clock's time. */
export async function withApp(house: House, account: string): Promise<(at?: Date) => Promise<string>> {
  const seed = newSeed();
  await house.data.asAccount(account, (scope) =>
    addAuthenticator(scope, keys, account, { seed, step: 0, device: 'A test' }),
  );
  return (at = house.clock.now) => codeFor(seed, at);
}

/** What an app with this seed shows. */
export const codeFor = (seed: string, at: Date): Promise<string> =>
  generate({ secret: seed.replaceAll(/\s/g, ''), epoch: Math.floor(at.getTime() / 1000) });

/** The letters that were waiting, as they would have left now. */
export async function letters(house: House): Promise<Message[]> {
  const sent: Message[] = [];
  const transport = { send: async (message: Message) => void sent.push(message), close: () => {} };
  const log = {
    error: (fields: object) => sent.push({ id: '', to: '' as never, subject: JSON.stringify(fields), text: '' }),
  };
  await deliverDue({ database: house.data, transport, kinds: identityMails, url: siteUrl, log });
  return sent;
}

/** The path of the link in a letter. */
export const linkIn = (letter: Message | undefined): string => {
  const link = /http:\/\/localhost(\/\S+)/.exec(letter?.text ?? '')?.[1];
  if (link === undefined) throw new Error('no link in the letter');
  return link;
};

/** Somebody at a browser without scripts: keeps cookies, fills in the forms they are shown, goes where they are sent. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #headers: Record<string, string>;
  readonly #cookieSet: (header: string) => void;
  status = 0;
  path = '';
  body = '';
  document: Document = parseHTML('<html></html>').document;

  /** @param cookieSet told each `set-cookie` header */
  constructor(
    app: FastifyInstance,
    headers: Record<string, string> = {},
    cookieSet: (header: string) => void = () => {},
  ) {
    this.#app = app;
    this.#cookieSet = cookieSet;
    this.#headers = { host: 'localhost', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', ...headers };
  }

  /** What the page's first heading says. */
  get heading(): string {
    return this.document.querySelector('h1')?.textContent ?? '';
  }

  /** What the page says is wrong. */
  get errors(): string[] {
    return [...this.document.querySelectorAll('.govuk-error-summary__list li')].map((one) => one.textContent.trim());
  }

  async open(path: string): Promise<this> {
    await this.#ask('GET', path);
    return this;
  }

  /** Fills in the form that has these fields and sends it. `button` is the one pressed, where it has a name. */
  async send(fields: Record<string, string>, button: Record<string, string> = {}): Promise<this> {
    const names = [...Object.keys(fields), ...Object.keys(button)];
    const has = (form: Element) => names.every((name) => form.querySelector(`[name="${name}"]`));
    const form = [...this.document.querySelectorAll('main form')].find(has);
    if (!form) throw new Error(`no form with ${names.join(', ')} on ${this.path}: ${this.heading}`);
    const inputs = [...form.querySelectorAll('input')].map(
      (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const,
    );
    const body = new URLSearchParams({ ...Object.fromEntries(inputs), ...fields, ...button });
    await this.#ask('POST', form.getAttribute('action') ?? this.path, body.toString());
    return this;
  }

  /** Sends the same answers without looking at a page first, as `send` would have. */
  async post(path: string, fields: Record<string, string>): Promise<number> {
    await this.#ask('POST', path, new URLSearchParams(fields).toString());
    return this.status;
  }

  /** Hidden fields of the form on the page. */
  hidden(name: string): string {
    return this.document.querySelector(`main form input[name="${name}"]`)?.getAttribute('value') ?? '';
  }

  async #ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<void> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { ...this.#headers, cookie, ...type };
    const answer = await this.#app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    for (const header of [answer.headers['set-cookie'] ?? []].flat()) this.#cookieSet(header);
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { location } = answer.headers;
    if (answer.statusCode === 303 && typeof location === 'string' && location.startsWith('/'))
      return await this.#ask('GET', location);
    this.status = answer.statusCode;
    this.path = answer.statusCode === 303 ? String(location) : url;
    this.body = answer.body;
    this.document = parseHTML(answer.body).document;
  }
}

/** Signs somebody in with their password. */
export const signIn = async (
  visitor: Visitor,
  email: string,
  password = goodPassword,
  path = '/sign-in',
): Promise<Visitor> => (await visitor.open(path)).send({ email, password });
