import { describe, expect, test } from 'vitest';
import { addressForApp, newSeed, stepOf } from './authenticator.ts';
import { rulingOnAgreeing } from './factor-reset.store.ts';
import { countUsable, hasAny, type OwnFactors, rulingOnAdding, rulingOnRemoving } from './factors.ts';
import { codeFor } from './identity.fixture.tsx';
import { newPrintedCodes, readPrintedCode } from './printed-codes.ts';
import { keyedHash, seal, unseal } from './secrets.ts';

const now = new Date('2026-11-23T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const one = { id: 'a', device: 'Firefox on Windows', madeAt: now };
const none: OwnFactors = { passkeys: [], authenticators: [], printedCodes: undefined };
const app: OwnFactors = { ...none, authenticators: [one] };
const usedUp: OwnFactors = { ...none, printedCodes: { madeAt: now, left: 0 } };
const justNow = { factor: 'authenticator', provedAt: now };

describe('a factor may not be added', () => {
  test.each([
    ['with a password alone where there is one already', { factor: undefined, provedAt: now }, app, 'show-one-first'],
    [
      'with a password alone where all printed codes are used',
      { factor: undefined, provedAt: now },
      usedUp,
      'show-one-first',
    ],
    ['long after anything was shown', { factor: 'authenticator', provedAt: minutesAgo(11) }, app, 'prove-again'],
    ['long after the first sign-in', { factor: undefined, provedAt: minutesAgo(11) }, none, 'prove-again'],
  ] as const)('%s', (_, session, own, because) => {
    expect(rulingOnAdding(session, own, now)).toEqual({ allowed: false, because });
  });
});

test('the first factor may be added by whoever has just signed in, another by whoever has shown one', () => {
  expect(rulingOnAdding({ factor: undefined, provedAt: minutesAgo(10) }, none, now)).toEqual({ allowed: true });
  expect(rulingOnAdding(justNow, app, now)).toEqual({ allowed: true });
});

describe('the last factor', () => {
  const two: OwnFactors = { ...app, passkeys: [one] };
  test.each([
    ['stays where the role asks for one', app, true, 1, { allowed: false, because: 'last-one' }],
    [
      'stays where beside it are only used codes',
      { ...app, printedCodes: { madeAt: now, left: 0 } },
      true,
      1,
      { allowed: false, because: 'last-one' },
    ],
    ['but one may go, where another is left', two, true, 1, { allowed: true }],
    [
      'but used codes may go, where another is left',
      { ...app, printedCodes: { madeAt: now, left: 0 } },
      true,
      0,
      { allowed: true },
    ],
    ['goes where no role asks for one', app, false, 1, { allowed: true }],
  ] as const)('%s', (_, own, required, removed, ruling) => {
    expect(rulingOnRemoving(justNow, own, { required, removed }, now)).toEqual(ruling);
  });
  test('is not removed long after anything was shown', () => {
    const stale = { factor: 'passkey', provedAt: minutesAgo(30) };
    expect(rulingOnRemoving(stale, two, { required: false, removed: 1 }, now)).toEqual({
      allowed: false,
      because: 'prove-again',
    });
  });
});

test('a set of codes that is used up is a factor one has, and none one can show', () => {
  expect([hasAny(none), hasAny(usedUp), countUsable(usedUp)]).toEqual([false, true, 0]);
  expect(countUsable({ ...app, printedCodes: { madeAt: now, left: 3 } })).toBe(2);
});

describe('an authenticator code', () => {
  const seed = newSeed();
  const step = Math.floor(now.getTime() / 30_000);
  test('stands for its half minute and the one on either side', async () => {
    for (const away of [-30, 0, 30]) {
      const code = await codeFor(seed, new Date(now.getTime() + away * 1000));
      expect(await stepOf(seed, code, now, 0)).toBe(step + away / 30);
    }
    for (const away of [-90, 90]) {
      const code = await codeFor(seed, new Date(now.getTime() + away * 1000));
      expect(await stepOf(seed, code, now, 0)).toBeUndefined();
    }
  });
  test('does not count again, nor one before it', async () => {
    const code = await codeFor(seed, now);
    expect(await stepOf(seed, code, now, step)).toBeUndefined();
    expect(await stepOf(seed, code, now, step + 1)).toBeUndefined();
    expect(await stepOf(seed, code, now, step - 1)).toBe(step);
  });
  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12 345'])('is six digits, not %j', async (code) => {
    expect(await stepOf(seed, code, now, 0)).toBeUndefined();
  });
  test('is made from 160 random bits, told to the app with whose it is', () => {
    expect(seed).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSeed()).not.toBe(seed);
    expect(addressForApp(seed, 'jo@agency.example')).toBe(
      `otpauth://totp/Concordat:jo%40agency.example?secret=${seed}&issuer=Concordat`,
    );
  });
});

test('printed codes are ten, all different, and read however they are typed', () => {
  const codes = newPrintedCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9a-hj-km-np-z]{5}-[2-9a-hj-km-np-z]{5}$/);
    expect(readPrintedCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code.replace('-', ''));
  }
  expect(readPrintedCode('123456')).toBeUndefined();
});

describe('a secret at rest', () => {
  const key = Buffer.alloc(32, 1);
  test('opens with its key and for its owner alone', () => {
    const sealed = seal(key, 'account a', 'JBSWY3DPEHPK3PXP');
    expect(unseal(key, 'account a', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(unseal(key, 'account b', sealed)).toBeUndefined();
    expect(unseal(Buffer.alloc(32, 2), 'account a', sealed)).toBeUndefined();
    expect(sealed.includes('JBSWY3DP')).toBe(false);
  });
  test('that was altered or cut does not open', () => {
    const sealed = seal(key, 'account a', 'JBSWY3DPEHPK3PXP');
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(unseal(key, 'account a', altered)).toBeUndefined();
      expect(unseal(key, 'account a', sealed.subarray(0, at))).toBeUndefined();
    }
  });
  test('that is short cannot be guessed from its hash without the key', () => {
    const keys = (byte: number) => ({ derive: () => Buffer.alloc(32, byte) });
    expect(keyedHash(keys(1), 'codes', 'abc')).not.toEqual(keyedHash(keys(2), 'codes', 'abc'));
  });
});

describe('a factor is reset by two people', () => {
  const reset = { owner: 'owner', askedBy: 'manager', askedAt: minutesAgo(60), agreed: false };
  test.each([
    ['the owner', reset, 'owner', 'own-account'],
    ['the one who asked', reset, 'manager', 'same-person'],
    ['anyone, twice', { ...reset, agreed: true }, 'chair', 'done-already'],
    ['anyone, four days later', { ...reset, askedAt: minutesAgo(4 * 1440) }, 'chair', 'too-old'],
  ] as const)('not by %s', (_, asked, by, because) => {
    expect(rulingOnAgreeing(asked, by, now)).toEqual({ allowed: false, because });
  });
  test('but by a second person', () => expect(rulingOnAgreeing(reset, 'chair', now)).toEqual({ allowed: true }));
});
