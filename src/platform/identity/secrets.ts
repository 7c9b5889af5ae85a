import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** Keys for each purpose, the same in every process of a deployment. */
export interface Keys {
  derive(purpose: string): Buffer;
}

/** A new secret for a cookie or a link: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What we keep of a token: enough to recognise it, not to use it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What we keep of something short or guessable: without the key nobody can try all of them. */
export const keyedHash = (keys: Keys, purpose: string, text: string): Buffer =>
  createHmac('sha256', keys.derive(purpose)).update(text).digest();

/**
 * `text` sealed with AES-256-GCM: unreadable without the key, useless elsewhere.
 *
 * @param about what it belongs to (an account, an hour); it opens for that alone
 */
export function seal(key: Buffer, about: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed with the same key about the same thing, or undefined when anything differs. */
export function unseal(key: Buffer, about: string, sealed: Buffer): string | undefined {
  if (sealed.length < 28) return undefined;
  const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  opener.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(12, 28));
  try {
    return Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
