import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** A passkey or hardware key as we keep it. */
export interface Passkey {
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: readonly string[];
}

/** The address people use decides what a passkey is for: its name is bound into each. */
const siteOf = (url: string) => ({ origin: url, name: new URL(url).hostname });
const bare = ({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) => ({
  id: credentialId,
  transports: [...transports],
});

/** EdDSA, ES256 and RS256: what keys in use today sign with. */
const algorithms = [-8, -7, -257];

/** What a browser is asked in order to make a passkey. @param own those it shall not make again */
export const askForNewPasskey = (
  url: string,
  owner: { id: string; email: string; name: string },
  own: readonly Pick<Passkey, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Concordat',
    rpID: siteOf(url).name,
    userID: new Uint8Array(Buffer.from(owner.id)),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: 300_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: own.map(bare),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
  });

/** What a browser is asked in order to show one of `own`. */
export const askForPasskey = (
  url: string,
  own: readonly Pick<Passkey, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: siteOf(url).name,
    allowCredentials: own.map(bare),
    timeout: 300_000,
    userVerification: 'discouraged',
  });

const Answer = z.looseObject({ id: z.string().min(1).max(2000), response: z.looseObject({}) });

/** The identifier of the passkey that a browser's answer says it is from; undefined when it is no answer. */
export function credentialIn(answer: string): string | undefined {
  return readAnswer(answer)?.id;
}

function readAnswer(answer: string) {
  try {
    return Answer.safeParse(JSON.parse(answer)).data;
  } catch {
    return undefined;
  }
}

/** The new passkey in a browser's answer to `question`, or undefined when it does not answer it. */
export async function readNewPasskey(url: string, question: string, answer: string): Promise<Passkey | undefined> {
  const response = readAnswer(answer) as RegistrationResponseJSON | undefined;
  if (!response) return undefined;
  const { origin, name } = siteOf(url);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: question,
      expectedOrigin: origin,
      expectedRPID: name,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return undefined;
  }
}

/**
 * The passkey's count of uses after it has answered `question`, or undefined when it does not answer it or the count ran
 * backwards, which a copy's would.
 */
export async function countAfter(
  url: string,
  question: string,
  answer: string,
  passkey: Passkey,
): Promise<number | undefined> {
  const response = readAnswer(answer) as AuthenticationResponseJSON | undefined;
  if (!response) return undefined;
  const { origin, name } = siteOf(url);
  const { credentialId, publicKey, counter } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: question,
      expectedOrigin: origin,
      expectedRPID: name,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}
