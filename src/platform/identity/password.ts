import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/**
 * How much work one password is: memory in KiB, passes, lanes.
 *
 * @source OWASP Password Storage Cheat Sheet, argon2id: m=19456, t=2, p=1; about 0.1 s here
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const stored = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** At most this many at once: each takes a core and 19 MB, and other work needs threads too. */
const mostAtOnce = 2;
let atWork = 0;
const queue: (() => void)[] = [];

/** `password` as it is kept: argon2id with a salt of its own, in the usual notation. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether `password` is the one that `hash` was made from. Without a hash it works as long and says no, so that an
 * account that does not exist cannot be told from a wrong password.
 */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const known = stored.exec(hash ?? '');
  const [, memory, passes, parallelism, salt = '', tag = ''] = known ?? stored.exec(nobodys) ?? [];
  const work = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const right = timingSafeEqual(await tagOf(password, Buffer.from(salt, 'base64'), work), Buffer.from(tag, 'base64'));
  return right && known !== null;
}

/** In the form of a password's hash, with the same cost; made from none. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

async function tagOf(
  password: string,
  nonce: Buffer,
  work: { memory: number; passes: number; parallelism: number },
): Promise<Buffer> {
  await turn();
  try {
    return await derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: 32, ...work });
  } finally {
    atWork -= 1;
    queue.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (atWork >= mostAtOnce) await new Promise<void>((next) => queue.push(next));
  atWork += 1;
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
