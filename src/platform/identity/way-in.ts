import type { FastifyRequest } from 'fastify';
import type { IdentityScope } from '../database/database.ts';
import type { CookieChange } from '../http/answers.ts';
import { readCookie } from '../http/respond.ts';
import { sendLater } from '../mail/outbox.store.ts';
import { noteEvent } from './account.store.ts';
import { rememberDevice, trustDevice } from './device.store.ts';
import { hasFactor } from './factor.store.ts';
import { newDeviceMail } from './mails.ts';
import { openSession, renewSession, type Session } from './session.store.ts';
import { describeDevice, deviceCookie, type Factor, sessionCookie } from './session.ts';

/** Browsers keep no cookie longer than this. */
const deviceDays = 400;

/** What the browser of a request says of itself. */
export const deviceOf = (request: FastifyRequest): string => describeDevice(request.headers['user-agent']);

/** Somebody is in, so far as what they have shown goes. */
export interface Admission {
  cookies: readonly CookieChange[];
  /** Whether a second factor is still to be shown. */
  factorDue: boolean;
}

/**
 * Lets somebody in whose password, invitation or organisation has spoken for them: a new session, and a letter where the
 * browser is new to the account.
 *
 * @param factor shown at the organisation's sign-on, if it was
 * @param first whether this answers an invitation, when any browser is new
 */
export async function admit(
  scope: IdentityScope,
  request: FastifyRequest,
  account: { id: string; factorRequired: boolean },
  { factor, first = false }: { factor?: Factor | undefined; first?: boolean } = {},
): Promise<Admission> {
  const device = deviceOf(request);
  const known = await rememberDevice(scope, account.id, readCookie(request, deviceCookie), device);
  const at = scope.now.toISOString();
  if (known.isNew && !first) await sendLater(scope, { account: account.id }, newDeviceMail, { device, at });
  const token = await openSession(scope, account.id, factor, device);
  await noteEvent(scope, account.id, 'signed-in', device);
  const factorDue = factor === undefined && (account.factorRequired || (await hasFactor(scope.db, account.id)));
  if (!factorDue) await trustDevice(scope, account.id, known.token);
  return { factorDue, cookies: [sessionIs(token), deviceIs(known.token)] };
}

/** A second factor was shown: the session gets a new token and is whole. */
export async function step(
  scope: IdentityScope,
  request: FastifyRequest,
  session: Session,
  factor: Factor | undefined,
): Promise<CookieChange> {
  const token = await renewSession(scope, session, factor);
  if (factor !== undefined || !session.factorDue)
    await trustDevice(scope, session.account.id, readCookie(request, deviceCookie));
  return sessionIs(token);
}

const sessionIs = (token: string): CookieChange => ({ name: sessionCookie, value: token });
const deviceIs = (token: string): CookieChange => ({ name: deviceCookie, value: token, maxAge: deviceDays * 86_400 });
