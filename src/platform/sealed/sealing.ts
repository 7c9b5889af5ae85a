import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** Where sealed words stand. They open there and nowhere else. */
export interface Place {
  partnership: string;
  case: string;
  table: string;
  column: string;
}

/** Sealed bytes that do not open: another key, another place, cut short or altered. Which, nobody can tell. */
export class SealBroken extends Error {
  constructor() {
    super('sealed words do not open here: they were altered or moved, or the key is another');
  }
}

const version = 1;
const nonceLength = 12;
const tagLength = 16;

/** 32 new secret bytes. Node's key objects do not show their bytes when they are printed or logged. */
export const newKey = (): KeyObject => createSecretKey(randomBytes(32));

/** `words` sealed with AES-256-GCM: one byte of version, twelve of nonce, the ciphertext, sixteen of proof. */
export const sealWords = (key: KeyObject, place: Place, words: string): Buffer =>
  sealBytes(key, whereOf(place), Buffer.from(words, 'utf8'));

/** What `sealWords` sealed with the same key for the same place. @throws {SealBroken} */
export const openWords = (key: KeyObject, place: Place, sealed: Buffer): string =>
  openBytes(key, whereOf(place), sealed).toString('utf8');

/** `key` sealed by the key above it. @param whose what it is the key of; it is unwrapped for that alone */
export const wrapKey = (above: KeyObject, whose: readonly string[], key: KeyObject): Buffer =>
  sealBytes(above, ['key', ...whose], key.export());

/** The key that `wrapKey` wrapped. @throws {SealBroken} */
export const unwrapKey = (above: KeyObject, whose: readonly string[], wrapped: Buffer): KeyObject =>
  createSecretKey(openBytes(above, ['key', ...whose], wrapped));

const whereOf = ({ partnership, case: ofCase, table, column }: Place) => ['words', partnership, ofCase, table, column];

function sealBytes(key: KeyObject, where: readonly string[], bytes: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(boundTo(where));
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openBytes(key: KeyObject, where: readonly string[], sealed: Buffer): Buffer {
  if (sealed.length < 1 + nonceLength + tagLength || sealed[0] !== version) throw new SealBroken();
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(boundTo(where));
  cipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(1 + nonceLength, -tagLength)), cipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** JSON, so that no two different places read the same; the version too, so that it cannot be changed. */
const boundTo = (where: readonly string[]) => Buffer.from(JSON.stringify([version, ...where]));
