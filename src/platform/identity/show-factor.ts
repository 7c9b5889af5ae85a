import type { FastifyRequest } from 'fastify';
import type { Answers } from '../http/form-use.store.ts';
import { readCookie } from '../http/respond.ts';
import { useAuthenticatorCode } from './authenticator.store.ts';
import { findDevice } from './device.store.ts';
import type { AccountScope } from './doors.ts';
import { usePasskey } from './passkey.store.ts';
import { usePrintedCode } from './printed-code.store.ts';
import { takeChallenge } from './session.store.ts';
import { deviceCookie, type Factor } from './session.ts';
import { countTry, forgetTries, type Subject, subjectOf } from './throttle.store.ts';
import { subscriberOf } from './throttle.ts';

/** What came of showing something: what it was, when the next try may be made, or nothing. */
export type Shown = { factor: Factor } | { freeAt: Date } | { wrong: 'code' | 'passkey' | 'nothing' };

/**
 * Reads what somebody shows as a second factor: the answer of a passkey in `passkey`, or in `code` what an authenticator
 * app says or stands on their printed page. Each is good once. Tries are counted before they are judged.
 */
export async function readShown(scope: AccountScope, request: FastifyRequest, answers: Answers): Promise<Shown> {
  const { code, passkey } = answers;
  if (typeof passkey === 'string' && passkey !== '') {
    const question = await takeChallenge(scope, scope.session.id);
    const { url } = request.server.concordat.config;
    const right = await usePasskey(scope, url, scope.account, question, passkey);
    return right ? { factor: 'passkey' } : { wrong: 'passkey' };
  }
  if (typeof code !== 'string' || code.trim() === '') return { wrong: 'nothing' };
  const subjects = await whoShows(scope, request);
  const freeAt = await countTry(scope, subjects);
  if (freeAt) return { freeAt };
  const factor = await readCode(scope, request, code);
  if (factor === undefined) return { wrong: 'code' };
  await forgetTries(scope, subjects);
  return { factor };
}

async function readCode(scope: AccountScope, request: FastifyRequest, typed: string): Promise<Factor | undefined> {
  const { keys } = request.server.concordat;
  const code = typed.replaceAll(/\s/g, '');
  if (await useAuthenticatorCode(scope, keys, scope.account, code)) return 'authenticator';
  if (await usePrintedCode(scope, keys, scope.account, code)) return 'printed-code';
  return undefined;
}

/** A browser that is known has a count of its own; anywhere else counts for its address and for the account as a whole. */
async function whoShows(scope: AccountScope, request: FastifyRequest): Promise<readonly Subject[]> {
  const { keys } = request.server.concordat;
  const device = await findDevice(scope, scope.account, readCookie(request, deviceCookie));
  if (device?.trusted) return [subjectOf(keys, 'knownDevice', 'code', scope.account, device.id)];
  return [
    subjectOf(keys, 'stranger', 'code', scope.account, subscriberOf(request.ip)),
    subjectOf(keys, 'codes', scope.account),
  ];
}
