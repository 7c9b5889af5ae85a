import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { anAccount, openIdentity, Visitor } from './identity.fixture.tsx';

/**
 * How well one duration tells two kinds apart: 0.5 is not at all, 0 or 1 is always. The area under the curve of true against
 * false alarms.
 */
function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const wins = ones.flatMap((one) => others.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

/** Four standard errors of that area for `pairs` pairs that cannot be told apart. */
const noise = (pairs: number) => 4 * Math.sqrt((2 * pairs + 1) / (12 * pairs * pairs));

/** Milliseconds for each of two forms sent in turns, the first of each left out. */
async function compare(
  pairs: number,
  send: (which: 0 | 1, at: number) => Promise<unknown>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let at = -3; at < pairs; at++) {
    for (const which of at % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = process.hrtime.bigint();
      await send(which, at);
      if (at >= 0) times[which].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return times;
}

/** Sends forms from a new address each time, so that nobody has to wait. */
function sender(app: FastifyInstance, path: string, visitor: Visitor) {
  const form = visitor.cookies.get('form') ?? '';
  const token = visitor.hidden('_csrf');
  return async (at: number, fields: Record<string, string>) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      remoteAddress: `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`,
      headers: { host: 'localhost', cookie: `form=${form}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, _key: 'x', ...fields }).toString(),
    });
    return answer.statusCode;
  };
}

const many = process.env['THOROUGH'] === '1' ? 10 : 1;

test('signing in takes the same time for an address that nobody has', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house);
  const send = sender(app, '/sign-in', await new Visitor(app).open('/sign-in'));
  const pairs = 30 * many;
  let address = 1;
  const [known, unknown] = await compare(pairs, async (which) => {
    const who = which === 0 ? email : 'zzzzzzzzzzzz@agency.example';
    expect(await send(address++, { email: who, password: 'not the right password' })).toBe(422);
  });
  expect(Math.abs(areaUnderCurve(known, unknown) - 0.5)).toBeLessThan(noise(pairs));
}, 120_000);

test('asking for a new password takes the same time for an address that nobody has', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house);
  const send = sender(app, '/forgotten-password', await new Visitor(app).open('/forgotten-password'));
  const pairs = 250 * many;
  let address = 1;
  const [known, unknown] = await compare(pairs, async (which) => {
    const who = which === 0 ? email : 'zzzzzzzzzzzz@agency.example';
    expect(await send(address++, { email: who })).toBe(200);
  });
  expect(Math.abs(areaUnderCurve(known, unknown) - 0.5)).toBeLessThan(noise(pairs));
}, 120_000);

test('the comparison sees a difference of a tenth', () => {
  const around = (mean: number) => Array.from({ length: 30 }, (_, at) => mean + Math.sin(at * 7) * mean * 0.05);
  expect(Math.abs(areaUnderCurve(around(100), around(110)) - 0.5)).toBeGreaterThan(noise(30));
  expect(Math.abs(areaUnderCurve(around(100), around(100)) - 0.5)).toBeLessThan(noise(30));
});
