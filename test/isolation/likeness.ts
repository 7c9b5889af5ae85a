import type { LightMyRequestResponse } from 'fastify';

/** What may differ between two answers that are alike: when they were made, and what is new on every page. */
const asPassing = ['date', 'content-length', 'content-security-policy', 'set-cookie'];

/**
 * An answer without what may differ: the nonce, the form token and key, and what was asked for, which whoever asks knows.
 *
 * @param asked the parts of the address, each written in the same way whatever it is
 */
export function likenessOf({ statusCode, headers, body }: LightMyRequestResponse, asked: readonly string[]): string {
  const nonces = [...String(headers['content-security-policy']).matchAll(/'nonce-([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  const forget = (text: string) =>
    [...nonces, ...asked].reduce(
      (rest, word) => rest.replaceAll(word, '·').replaceAll(encodeURIComponent(word), '·'),
      text,
    );
  const kept = Object.entries(headers).filter(([name]) => !asPassing.includes(name));
  const policy = String(headers['content-security-policy']);
  const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.replace(/=[^;]*/, '=·'));
  const tokens = forget(body).replaceAll(/name="(_csrf|_key)" value="[^"]*"/g, 'name="$1" value="·"');
  return [statusCode, JSON.stringify(kept), forget(policy), cookies.join(' '), forget(tokens)]
    .map((part) => forget(String(part)))
    .join('\n');
}

/**
 * How well two kinds of thing can be told apart by how long they take: the chance that one of the first takes longer than one of
 * the second. One half means not at all.
 */
export function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map((ms) => ({ ms, own: true })), ...second.map((ms) => ({ ms, own: false }))].toSorted(
    (x, y) => x.ms - y.ms,
  );
  let ranks = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.ms === all[at]?.ms) end++;
    const rank = (at + 1 + end) / 2; // ties share the mean of their ranks
    ranks += rank * all.slice(at, end).filter(({ own }) => own).length;
    at = end;
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
}

/** How far the area strays by chance alone where nothing can be told apart: one standard error, for so many pairs. */
export const errorOfArea = (pairs: number): number => Math.sqrt((2 * pairs + 1) / (12 * pairs * pairs));
