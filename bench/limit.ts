/**
 * The limit: plays back what the program was recorded doing. The same statements over the same kind of pool, the same bytes
 * and headers, from a bare Fastify route; nothing is decided and nothing is rendered.
 */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import Fastify from 'fastify';
import { type Connection, openPool } from '../src/platform/database/connection.ts';
import type { Recorded, Visit } from './recording.ts';

/** What the limit is given: a file of this, written by `v8.serialize`. */
export interface Score {
  connection: Connection;
  recorded: readonly Recorded[];
}

const { connection, recorded } = deserialize(readFileSync(process.argv[2] ?? '')) as Score;
const pool = openPool(connection, 10);
const parts = new Map(
  recorded.map(({ cookie, path, headers, body, visits }) => [
    `${cookie} ${path}`,
    { headers, body, visits: visits.map(asQueries) },
  ]),
);

/** What the driver takes; `v8.serialize` made plain bytes of buffers. */
function asQueries(visit: Visit) {
  return visit.map((batch) =>
    batch.map(({ text, name, values }) => ({
      text,
      ...(name !== undefined && { name }),
      ...(values && {
        values: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      }),
    })),
  );
}

const app = Fastify();
app.get('/health', () => ({ status: 'ok' }));
app.get('/*', async (request, reply) => {
  const part = parts.get(`${request.headers.cookie} ${request.url}`);
  if (!part) return reply.code(404).send();
  for (const visit of part.visits) {
    const client = await pool.connect();
    for (const batch of visit) await Promise.all(batch.map((query) => client.query(query)));
    client.release();
  }
  return reply.headers(part.headers).send(part.body);
});
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
