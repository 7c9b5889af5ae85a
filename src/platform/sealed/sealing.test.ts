import { createSecretKey, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newKey, openWords, type Place, SealBroken, sealWords, unwrapKey, wrapKey } from './sealing.ts';

const key = newKey();
const place: Place = { partnership: 'p', case: 'c', table: 'chronology_event', column: 'what_happened' };
const words = fc.string({ unit: 'binary', maxLength: 300 });
const places = fc.record({ partnership: fc.string(), case: fc.string(), table: fc.string(), column: fc.string() });

const bytesOf = (secret: KeyObject) => secret.export().toString('hex');

test('whatever is sealed opens again, in its own place and with its own key', () => {
  fc.assert(
    fc.property(words, places, (text, where) => {
      expect(openWords(key, where, sealWords(key, where, text))).toBe(text);
    }),
  );
});

test('the same words sealed twice look different, and show nothing of themselves', () => {
  const once = sealWords(key, place, 'She told her teacher');
  expect(once.equals(sealWords(key, place, 'She told her teacher'))).toBe(false);
  expect(once.toString('latin1')).not.toContain('teacher');
});

test('nothing opens with another key', () => {
  expect(() => openWords(newKey(), place, sealWords(key, place, 'text'))).toThrow(SealBroken);
});

test.for([
  ['partnership', { partnership: 'q' }],
  ['case', { case: 'd' }],
  ['table', { table: 'note' }],
  ['column', { column: 'source' }],
] as const)('nothing opens in another %s', ([, other]) => {
  expect(() => openWords(key, { ...place, ...other }, sealWords(key, place, 'text'))).toThrow(SealBroken);
});

test('no two different places are taken for one', () => {
  fc.assert(
    fc.property(places, places, (here, there) => {
      fc.pre(JSON.stringify(here) !== JSON.stringify(there));
      expect(() => openWords(key, there, sealWords(key, here, 'text'))).toThrow(SealBroken);
    }),
  );
});

test('one flipped bit anywhere is noticed', () => {
  fc.assert(
    fc.property(words, fc.nat(), (text, bit) => {
      const sealed = sealWords(key, place, text);
      const at = bit % (sealed.length * 8);
      sealed.writeUInt8(sealed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
      expect(() => openWords(key, place, sealed)).toThrow(SealBroken);
    }),
  );
});

test('cut short or grown at any length is noticed', () => {
  const sealed = sealWords(key, place, 'text');
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => openWords(key, place, sealed.subarray(0, length))).toThrow(SealBroken);
  }
  expect(() => openWords(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken);
});

test('a wrapped key unwraps for the one it is the key of, and for nobody else', () => {
  const inner = newKey();
  const wrapped = wrapKey(key, ['case', 'p', 'c'], inner);
  expect(bytesOf(unwrapKey(key, ['case', 'p', 'c'], wrapped))).toBe(bytesOf(inner));
  expect(() => unwrapKey(key, ['case', 'p', 'd'], wrapped)).toThrow(SealBroken);
  expect(() => unwrapKey(newKey(), ['case', 'p', 'c'], wrapped)).toThrow(SealBroken);
  expect(() => openWords(key, place, wrapped)).toThrow(SealBroken);
});

test('a key shows nothing of its bytes when it is printed', () => {
  const secret = createSecretKey(Buffer.from('0123456789abcdef0123456789abcdef'));
  expect(`${inspect(secret)} ${JSON.stringify(secret)}`).not.toMatch(/0123456789|30313233/);
});
