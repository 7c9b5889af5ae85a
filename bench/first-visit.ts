import { get } from 'node:http';

/** One thing a browser fetches, and the bytes of its body on the wire. */
export interface Fetched {
  path: string;
  bytes: number;
}

/**
 * A first visit to a page: itself and everything it names in its head and body (styles, scripts, the typeface, icons of every
 * kind, though a browser takes one).
 *
 * @throws {Error} when one of them does not come, or the page names no styles: then it is not a page of ours
 */
export async function fetchFirstVisit(origin: string, path: string): Promise<Fetched[]> {
  const text = await (await fetch(origin + path)).text();
  const named = [...text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  if (!named.some((address) => address.endsWith('.css'))) throw new Error(`${path} names no styles`);
  return await Promise.all(
    [...new Set([path, ...named])].map(async (each) => ({ path: each, bytes: await bytesOf(origin + each) })),
  );
}

/** Bytes of the answer's body as they come, compressed where the server does so. */
const bytesOf = (url: string) =>
  new Promise<number>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
