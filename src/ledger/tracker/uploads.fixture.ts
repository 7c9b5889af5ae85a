import { type Browser, formOn, type Pages } from '../../../test/harness/pages.ts';
import { multipartForm } from '../../platform/http/upload.fixture.ts';

export const here = '/dunmere/actions';
export const url = `${here}/import`;

/** Sends a file as the page would; `bytes` undefined is a field left empty. */
export async function upload({ app }: Pages, browser: Browser, name: string, bytes?: Uint8Array | string) {
  const form = multipartForm(
    formOn((await browser.get('/today')).body),
    bytes === undefined ? undefined : { name, bytes },
  );
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const headers = { host: 'localhost', cookie, ...form.headers };
  return await app.inject({ method: 'POST', url, payload: form.payload, headers });
}
/** Where an answer leads. */
export const ledTo = ({ headers }: { headers: Record<string, unknown> }) => String(headers['location']);
/** A field of the page that is carried along. */
export const hidden = (html: string, name: string) =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
/** The fields of the page of columns as they stand on it. */
export const columnsOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [
      name,
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
    ]),
  );
