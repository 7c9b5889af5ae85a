import { Socket } from 'node:net';
import pg from 'pg';

/** How to reach PostgreSQL as one role: a URL for a server elsewhere, or the parts for the embedded one's socket. */
export type Connection = string | { host: string; port: number; user: string; password: string; database: string };

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (oid === 1082) return String; // a civil day stays the text it is: no zone may shift it
    if (oid === 1182) return (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','));
    if (oid === 20) return toSafeNumber; // counts and trail numbers
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

function toSafeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('a bigint beyond what a number can hold exactly');
  return number;
}

/** The settings `pg` takes for `connection`. */
export const clientConfig = (connection: Connection): pg.ClientConfig => ({
  ...(typeof connection === 'string' ? { connectionString: connection } : { ...connection, ssl: false }),
  types,
  application_name: 'concordat',
});

/** A socket that sends in one piece what is written in one turn of the event loop: the server is woken once. */
export class GatheringSocket extends Socket {
  #gathering = false;

  constructor() {
    super();
    this.once('connect', () => Reflect.deleteProperty(this, 'write')); // connecting put Node's own before ours
  }

  override write(bytes: Uint8Array | string, encoding?: BufferEncoding | Sent, sent?: Sent): boolean {
    if (!this.#gathering) {
      this.#gathering = true;
      this.cork();
      process.nextTick(() => {
        this.#gathering = false;
        this.uncork();
      });
    }
    return typeof encoding === 'string' ? super.write(bytes, encoding, sent) : super.write(bytes, encoding ?? sent);
  }
}

type Sent = (error?: Error | null) => void;

/**
 * A pool that outlives the loss of any of its connections: a lost one is replaced at the next use. What is asked of one of
 * them goes out at once, however many answers are still to come.
 */
export function openPool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(connection),
    max,
    pipeline: true,
    stream: () => new GatheringSocket(),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 3000,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Runs `work` with a connection of its own, closed at the end whatever happens. */
export async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...clientConfig(connection), connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
