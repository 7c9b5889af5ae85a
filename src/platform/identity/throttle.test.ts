import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inAWhile, type Patience, patience, subscriberOf, type Tries, takeTurn } from './throttle.ts';

const start = new Date('2026-11-23T09:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const three: Patience = { free: 3, firstWait: 10, longestWait: 35, forgetAfter: 1000 };

describe('tries', () => {
  test('are free at first; then each wait is twice the one before, up to the longest', () => {
    let tries: Tries | undefined;
    let now = start;
    const waits = [];
    for (let i = 0; i < 7; i++) {
      const turn = takeTurn(tries, three, now);
      if (!turn.allowed) throw new Error('it waited for long enough');
      ({ tries } = turn);
      waits.push((tries.freeAt.getTime() - now.getTime()) / 1000);
      now = tries.freeAt;
    }
    expect(waits).toEqual([0, 0, 10, 20, 35, 35, 35]);
  });

  test('made too early are refused and not counted', () => {
    const tries = { count: 3, lastAt: start, freeAt: after(10) };
    expect(takeTurn(tries, three, after(9))).toEqual({ allowed: false, freeAt: after(10) });
    expect(takeTurn(tries, three, after(10))).toMatchObject({ allowed: true, tries: { count: 4 } });
  });

  test('long ago are forgotten', () => {
    expect(takeTurn({ count: 9, lastAt: start, freeAt: after(9999) }, three, after(1001))).toMatchObject({
      tries: { count: 1 },
    });
  });

  test('of a stranger are at most a hundred a day, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 2000, maxLength: 2000 }), (pauses) => {
        let tries: Tries | undefined;
        let seconds = 0;
        let made = 0;
        for (const pause of pauses) {
          seconds += pause;
          if (seconds > 86_400) break;
          const turn = takeTurn(tries, patience.stranger, after(seconds));
          if (turn.allowed) {
            made += 1;
            ({ tries } = turn);
          }
        }
        expect(made).toBeLessThanOrEqual(106);
      }),
      { numRuns: 50 },
    );
  });

  test('on a browser of one’s own never have to wait for more than a minute', () => {
    expect(patience.knownDevice.longestWait).toBeLessThanOrEqual(60);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001::9', '2001:db8:1:0'],
  ['2001:DB8::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (ip, subscriber) => expect(subscriberOf(ip)).toBe(subscriber));

test.each([
  [1, 'in 1 second'],
  [45, 'in 45 seconds'],
  [61, 'in 2 minutes'],
  [900, 'in 15 minutes'],
  [0, 'in 1 second'],
])('%d seconds are said as "%s"', (seconds, words) => expect(inAWhile(after(seconds), start)).toBe(words));
