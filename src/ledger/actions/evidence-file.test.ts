import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { formOn, openPages } from '../../../test/harness/pages.ts';
import { multipartForm } from '../../platform/http/upload.fixture.ts';
import { test } from './actions.fixture.ts';

test('a file shows that it was done: others read it, strangers do not, and what only seems a file is refused', async ({
  house,
  owner,
  manager,
  raise,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-evidence-'));
  const pages = await openPages(house, [], { CONCORDAT_DATA: folder });
  try {
    const id = await raise();
    const here = `/dunmere/actions/${id}`;
    const [olive, office] = [await pages.browse(owner), await pages.browse(manager)];
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    const send = async (name: string, bytes: string) => {
      const fields = { ...formOn((await olive.get('/today')).body), title: 'Who was trained' };
      const { payload, headers } = multipartForm(fields, { name, bytes });
      const cookie = [...olive.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const url = `${here}/evidence/add`;
      return await pages.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers, host: 'localhost', cookie },
      });
    };
    const refused = await send('register.pdf', 'no such thing');
    expect([refused.statusCode, refused.body.includes('Who was trained</textarea>')]).toEqual([422, true]);
    expect((await send('register.txt', 'Forty nurses')).statusCode).toBe(303);
    const path = /evidence\/[0-9a-f-]{36}\/file/.exec((await office.get(here)).body)?.[0] ?? '';
    const file = await office.get(`${here}/${path}`);
    expect([file.statusCode, file.body]).toEqual([200, 'Forty nurses']);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect((await neighbour.get(`/elsewhere/actions/${id}/${path}`)).statusCode).toBe(404);
    expect((await neighbour.get(`${here}/${path}`)).statusCode).toBe(404);
  } finally {
    await pages.app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
