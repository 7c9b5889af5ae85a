import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** An entry as a seal knows it: its number, and the SHA-256 of everything it says. */
export interface Mark {
  id: number;
  hash: Buffer;
}

/** A run of entries of one partnership, closed for good. */
export interface Seal {
  partnership: string;
  /** 1 for the first, and so on without a gap. */
  number: number;
  marks: readonly Mark[];
  madeAt: Date;
  keyId: string;
  /** Covers all of the above and the hash of the seal before it. */
  hash: Buffer;
  /** Ed25519, over the hash. */
  signature: Buffer;
}

/** At most this many entries in a seal. */
export const mostInSeal = 1000;

/** The mark of the entry `id` whose whole content reads `line`. */
export const markOf = (id: number, line: string): Mark => ({ id, hash: hash('sha256', line, 'buffer') });

/** A key that signs seals, made from 32 secret bytes: the same bytes, the same key. */
export class SealingKey {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  constructor(secret: Buffer) {
    // RFC 8410: an Ed25519 private key is these sixteen bytes of ASN.1 and then the secret
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]);
    this.#privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.#privateKey);
    this.id = hash('sha256', this.publicKey.export({ format: 'der', type: 'spki' }), 'hex').slice(0, 16);
  }

  sign(sealHash: Buffer): Buffer {
    return sign(null, sealHash, this.#privateKey);
  }
}

/** Keys that seals may be signed with, by their id. */
export type SealVerifiers = ReadonlyMap<string, KeyObject>;

/**
 * A new seal over `marks`.
 *
 * @param previous the seal before it; undefined for a partnership's first
 * @throws {RangeError} when there is nothing to seal
 */
export function makeSeal(
  key: SealingKey,
  partnership: string,
  previous: Seal | undefined,
  marks: readonly Mark[],
  madeAt: Date,
): Seal {
  if (marks.length === 0) throw new RangeError('a seal covers at least one entry');
  const number = (previous?.number ?? 0) + 1;
  const unsigned = { partnership, number, marks, madeAt, keyId: key.id };
  const sealHash = hashOfSeal(unsigned, previous?.hash);
  return { ...unsigned, hash: sealHash, signature: key.sign(sealHash) };
}

function hashOfSeal(seal: Omit<Seal, 'hash' | 'signature'>, previous: Buffer | undefined): Buffer {
  const facts = [
    'concordat trail seal 1',
    seal.partnership,
    seal.number,
    previous?.toString('hex') ?? 'first',
    seal.marks.length,
    hash('sha256', marksToBytes(seal.marks), 'hex'),
    seal.madeAt.toISOString(),
    seal.keyId,
  ];
  return hash('sha256', facts.join('\n'), 'buffer');
}

/** What is wrong with a seal itself, whatever its entries say. */
export type SealFlaw = 'number' | 'order' | 'hash' | 'unknown-key' | 'signature';

/** The first thing wrong with `seal` as the one that follows `previous`, or undefined. */
export function flawOfSeal(seal: Seal, previous: Seal | undefined, verifiers: SealVerifiers): SealFlaw | undefined {
  if (seal.number !== (previous?.number ?? 0) + 1) return 'number';
  const ids = [endOf(previous), ...seal.marks.map((mark) => mark.id)];
  if (ids.some((id, at) => at > 0 && id <= (ids[at - 1] ?? 0))) return 'order';
  if (!hashOfSeal(seal, previous?.hash).equals(seal.hash)) return 'hash';
  const key = verifiers.get(seal.keyId);
  if (!key) return 'unknown-key';
  return verify(null, seal.hash, key, seal.signature) ? undefined : 'signature';
}

/** The number of the last entry that is sealed; below every number where there is no seal. */
export const endOf = (seal: Seal | undefined): number => seal?.marks.at(-1)?.id ?? Number.MIN_SAFE_INTEGER;

/** How the entries that are there differ from those that were sealed. */
export interface Difference {
  kind: 'altered' | 'missing' | 'inserted';
  /** The number of the entry. */
  id: number;
}

/** The first difference between what was `sealed` and what is `found`, both in order; undefined when there is none. */
export function firstDifference(sealed: readonly Mark[], found: readonly Mark[]): Difference | undefined {
  for (let at = 0; at < Math.max(sealed.length, found.length); at += 1) {
    const was = sealed[at];
    const is = found[at];
    if (was && is && was.id === is.id) {
      if (!was.hash.equals(is.hash)) return { kind: 'altered', id: is.id };
    } else if (is && (!was || is.id < was.id)) return { kind: 'inserted', id: is.id };
    else if (was) return { kind: 'missing', id: was.id };
  }
  return undefined;
}

const markLength = 40;

/** Forty bytes a mark: eight of its number, thirty-two of its hash. */
export function marksToBytes(marks: readonly Mark[]): Buffer {
  const bytes = Buffer.alloc(marks.length * markLength);
  marks.forEach((mark, at) => {
    bytes.writeBigUInt64BE(BigInt(mark.id), at * markLength);
    mark.hash.copy(bytes, at * markLength + 8);
  });
  return bytes;
}

export function marksFromBytes(bytes: Buffer): Mark[] {
  return Array.from({ length: Math.floor(bytes.length / markLength) }, (_, at) => ({
    id: Number(bytes.readBigUInt64BE(at * markLength)),
    hash: bytes.subarray(at * markLength + 8, (at + 1) * markLength),
  }));
}
