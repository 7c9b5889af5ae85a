/** Asks for pages as fast as they come, and prints what came: one JSON object on standard output. */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { Came } from './figures.ts';

/** What to ask for: a file of this. */
export interface Order {
  origin: string;
  asks: readonly { path: string; cookie: string }[];
  /** What must stand on every page that comes. */
  words: string;
  seconds: number;
}

/** As many people as press at the same instant. */
const connections = 10;

const { origin, asks, words, seconds } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Order;
const requests = asks.map(({ path, cookie }) => ({ method: 'GET' as const, path, headers: { cookie } }));
const times: number[] = [];
let begun = 0;
const { errors, timeouts, mismatches, duration } = await autocannon({
  url: origin,
  connections,
  duration: seconds,
  verifyBody: (body) => body?.includes(words) === true,
  setupClient: (client) => {
    const from = Math.floor((begun++ % connections) * (requests.length / connections));
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    client.on('response', (_status, _bytes, ms) => times.push(ms));
  },
});
if (errors || timeouts || mismatches || times.length === 0)
  throw new Error(
    `of ${times.length} requests ${errors} failed, ${timeouts} took too long and ${mismatches} gave another page`,
  );
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
const came: Came = { perSecond: times.length / duration, p50: at(0.5), p95: at(0.95) };
process.stdout.write(JSON.stringify(came));
