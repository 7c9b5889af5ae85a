import { describe, expect } from 'vitest';
import { test } from '../actions/actions.fixture.ts';

const here = '/dunmere/thread';

describe('refused:', () => {
  test('who may not tie records, and what is another partnership’s', async ({
    house,
    pages,
    raise,
    neighbour,
    office,
  }) => {
    const [first, second] = [await raise(), await raise({ title: 'Write to every head' })];
    const observer = await pages.browse(await house.person(house.dunmere, 'observer'));
    expect((await observer.get(`${here}/action/${first}/tie`)).statusCode).toBe(403);
    expect(
      (await observer.post(`${here}/action/${first}/tie`, { record: `action/${second}`, how: 'led-to' })).statusCode,
    ).toBe(403);
    expect((await neighbour.get(`/elsewhere/thread/action/${first}/tie`)).statusCode).toBe(404);
    expect((await neighbour.get('/elsewhere/thread/nothing/x/tie')).statusCode).toBe(404);
    expect((await office.get(`${here}/nothing/${first}/tie`)).statusCode).toBe(404);
  });

  test('a record is not tied to itself, to nothing, or to what does not exist', async ({ office, raise }) => {
    const id = await raise();
    const tries: [Record<string, string>, string][] = [
      [{ how: 'led-to' }, 'Select a record'],
      [{ record: `action/${id}`, how: 'led-to' }, 'A record is not tied to itself'],
      [
        { record: `action/${id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`, how: 'led-to' },
        'Select one of the records found',
      ],
      [{ record: `action/${id}` }, 'Select how they belong together'],
    ];
    for (const [fields, words] of tries) {
      const { statusCode, body } = await office.post(`${here}/action/${id}/tie`, { text: 'nurse', ...fields });
      expect([statusCode, body.includes(words)]).toEqual([422, true]);
      expect(body).toContain('value="nurse"');
    }
  });
});

test('two records are found, tied, seen on each, and untied', async ({ office, raise }) => {
  const [first, second] = [await raise(), await raise({ title: 'Write to every head' })];
  const search = await office.get(`${here}/action/${first}/tie?text=head`);
  expect(search.body).toContain('Write to every head');
  const tied = await office.post(`${here}/action/${first}/tie`, { record: `action/${second}`, how: 'led-to' });
  expect(tied.statusCode).toBe(303);
  const page = async (id: string) => (await office.get(`/dunmere/actions/${id}`)).body;
  expect(await page(first)).toMatch(/What it led to[\s\S]*Write to every head/);
  expect(await page(second)).toMatch(/Where this came from[\s\S]*Train every school nurse/);
  const untie = /thread\/ties\/[0-9a-f-]{36}\/untie/.exec(await page(first))?.[0] ?? '';
  expect((await office.get(`/dunmere/${untie}`)).body).toContain('Untie these records?');
  expect((await office.post(`/dunmere/${untie}`)).statusCode).toBe(303);
  expect(await page(second)).toContain('Nothing is tied to it yet');
});
