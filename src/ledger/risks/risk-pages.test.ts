import { describe, expect } from 'vitest';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { addDays, addMonths } from '../../platform/calendar/days.ts';
import { newId } from '../../platform/database/ids.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { dayFields, type Someone, test, today } from '../challenges/challenges.fixture.ts';
import { listTies } from '../thread/thread-link.store.ts';
import { askForReviews } from './keep-needs.ts';

const register = '/dunmere/risks';
const reviewOn = addMonths(today, 3);

const aRisk = (said: Record<string, string> = {}): Record<string, string> => ({
  title: 'Too few social workers',
  cause: 'Posts are vacant',
  event: 'Visits are late',
  effect: 'Children wait',
  category: 'workforce',
  inherentLikelihood: '5',
  inherentImpact: '5',
  likelihood: '4',
  impact: '4',
  targetLikelihood: '2',
  targetImpact: '4',
  owner: '',
  leadAgency: '',
  ...dayFields('reviewOn', reviewOn),
  ...said,
});

/** The address of a risk that somebody raises. */
async function raise(who: Someone, said: Record<string, string> = {}): Promise<string> {
  const answer = await who.browser.post(`${register}/raise`, aRisk(said));
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

/** Fills a form that carries what it is based on, and sends it. */
async function send(who: Someone, url: string, fields: Record<string, string>) {
  const basis = /name="basis" value="([^"]*)"/.exec((await who.browser.get(url)).body)?.[1] ?? '';
  return await who.browser.post(url, { basis, ...fields });
}

const review = (said: Record<string, string> = {}) => ({
  likelihood: '3',
  impact: '4',
  words: 'Two posts are filled',
  ...dayFields('reviewOn', addMonths(today, 4)),
  ...said,
});

describe('what is refused', () => {
  test('who may not raise, keep or read the register is told so', async ({ someone, agencies, chair }) => {
    const url = await raise(chair, { leadAgency: agencies.council });
    const reader = await someone(agencies.police, 'agency-representative');
    for (const end of ['/raise', '/scale']) expect((await reader.browser.get(register + end)).statusCode).toBe(403);
    expect((await reader.browser.post(`${register}/raise`, aRisk())).statusCode).toBe(403);
    for (const end of ['/accept', '/close', '/reopen', '/raise-action'])
      expect([end, (await reader.browser.post(url + end, review())).statusCode]).toEqual([end, 403]);
    for (const end of ['/review', '/change', '/add-control']) {
      const answer = await reader.browser.post(url + end, review());
      expect([end, answer.statusCode, answer.body]).toEqual([
        end,
        422,
        expect.stringContaining('The owner of the risk'),
      ]);
    }
    expect((await reader.browser.get(url)).body).not.toContain(`${url}/review`);
    const practitioner = await someone(agencies.council, 'practitioner');
    for (const end of ['', '/heat', '/risks.csv', '/paper?as=docx'])
      expect([end, (await practitioner.browser.get(register + end)).statusCode]).toEqual([end, 403]);
  });

  test('a lead of an agency sees their own agency’s risks and those they own, and no other', async ({
    someone,
    agencies,
    chair,
  }) => {
    const lead = await someone(agencies.police, 'agency-safeguarding-lead');
    const council = await raise(chair, { leadAgency: agencies.council });
    const police = await raise(chair, { leadAgency: agencies.police, title: 'One officer for two areas' });
    const owned = await raise(chair, { owner: lead.person, title: 'Lists are not compared' });
    const nobodys = await raise(chair, { title: 'Of the partnership alone' });
    const stati = [];
    for (const url of [council, police, owned, nobodys]) stati.push((await lead.browser.get(url)).statusCode);
    expect(stati).toEqual([404, 200, 200, 404]);
    for (const url of [register, `${register}/risks.csv`]) {
      const { body } = await lead.browser.get(url);
      expect(body).toContain('One officer for two areas');
      for (const hidden of ['Too few social workers', 'Of the partnership alone']) expect(body).not.toContain(hidden);
    }
    expect((await lead.browser.get(`${register}/heat`)).body).toContain('2 risks</a>');
    for (const end of ['/review', '/history.csv', '/history.svg'])
      expect((await lead.browser.get(council + end)).statusCode).toBe(404);
  });

  test('a risk of another partnership is not there', async ({ chair, house, pages }) => {
    const url = (await raise(chair)).replace('dunmere', 'elsewhere');
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    for (const end of ['', '/review', '/change', '/close', '/add-control', `/controls/${newId()}`, '/history.csv'])
      expect([end, (await neighbour.get(url + end)).statusCode]).toEqual([end, 404]);
  });

  test('a form with mistakes comes back as it was typed', async ({ chair }) => {
    const wrong = (said: Record<string, string>) => chair.browser.post(`${register}/raise`, aRisk(said));
    for (const [said, words] of [
      [{ title: '' }, 'Enter the risk in one sentence'],
      [{ likelihood: '6' }, 'Select the likelihood as it is now'],
      [{ targetLikelihood: '5', targetImpact: '5', inherentImpact: '4' }, 'no more than the score'],
      [{ owner: newId() }, 'Select the owner from the list'],
      [{ leadAgency: newId() }, 'Select the agency from the list'],
      [dayFields('reviewOn', addDays(today, -1)), 'today or later'],
    ] as const) {
      const answer = await wrong(said);
      expect([answer.statusCode, answer.body.includes(words), answer.body.includes('Posts are vacant')]).toEqual([
        422,
        true,
        true,
      ]);
    }
    const url = await raise(chair);
    const late = await send(chair, `${url}/review`, review(dayFields('reviewOn', today)));
    expect([late.statusCode, late.body]).toEqual([422, expect.stringContaining('later than today')]);
    const wordless = await send(chair, `${url}/close`, { words: ' ' });
    expect([wordless.statusCode, wordless.body]).toEqual([422, expect.stringContaining('Enter why it can be closed')]);
    const uncontrolled = await chair.browser.post(`${url}/add-control`, { title: 'A meeting' });
    expect([uncontrolled.statusCode, uncontrolled.body]).toEqual([
      422,
      expect.stringContaining('Select how well it works'),
    ]);
  });

  test('the second of two who change or review a risk at once is told', async ({ chair }) => {
    const url = await raise(chair);
    for (const [end, first, second] of [
      ['/change', aRisk({ title: 'The first' }), aRisk({ title: 'The second' })],
      ['/review', review(), review({ likelihood: '1' })],
    ] as const) {
      const basis = /name="basis" value="([^"]*)"/.exec((await chair.browser.get(url + end)).body)?.[1] ?? '';
      expect((await chair.browser.post(url + end, { ...first, basis })).statusCode).toBe(303);
      const answer = await chair.browser.post(url + end, { ...second, basis });
      expect([end, answer.statusCode, answer.body]).toEqual([
        end,
        422,
        expect.stringContaining('Somebody else changed this'),
      ]);
    }
  });

  test('nothing is done with a closed risk but to open it again', async ({ chair }) => {
    const url = await raise(chair);
    await send(chair, `${url}/close`, { words: 'It has passed' });
    for (const end of ['/review', '/change', '/accept', '/add-control', '/raise-action', '/close'])
      expect([end, (await chair.browser.post(url + end, { words: 'x' })).statusCode]).toEqual([end, 422]);
    const fields = { words: 'It is back', ...dayFields('reviewOn', reviewOn) };
    expect((await send(chair, `${url}/reopen`, fields)).statusCode).toBe(303);
    expect((await chair.browser.get(url)).body).toContain('Opened again');
  });
});

test('a risk is asked for, reviewed by its owner and by the office for them, corrected, accepted, and leads to an action', async ({
  someone,
  agencies,
  office,
  chair,
  house,
}) => {
  const owner = await someone(agencies.council, 'agency-safeguarding-lead');
  const url = await raise(chair, {
    owner: owner.person,
    leadAgency: agencies.council,
    ...dayFields('reviewOn', today),
  });
  const tasks = () => house.data.as(owner, listOwnTasks);
  expect(await tasks()).toMatchObject([{ kind: 'risk-review', dueOn: today, path: url.replace('/dunmere', '') }]);
  expect((await send(owner, `${url}/review`, review())).statusCode).toBe(303);
  expect(await tasks()).toEqual([]);

  const told = {
    ...review({ likelihood: '2', words: 'All posts are filled' }),
    saidBy: owner.person,
    toldBy: 'meeting',
  };
  expect((await send(office, `${url}/review`, told)).statusCode).toBe(303);
  const marked = (await owner.browser.get(url)).body;
  expect(marked).toContain('at a meeting; entered by');
  const correction = /href="([^"]*\/entries\/[^"]*\/correct)"/.exec(marked)?.[1] ?? '';
  expect((await chair.browser.get(correction)).statusCode).toBe(404);
  expect((await owner.browser.post(correction, { words: 'All but one' })).statusCode).toBe(303);

  await chair.browser.post(`${url}/add-control`, { title: 'A weekly meeting', works: 'partly' });
  const control = /href="([^"]*\/controls\/[^"]*)"/.exec((await chair.browser.get(url)).body)?.[1] ?? '';
  await send(chair, control, { title: 'A weekly meeting', works: 'well' });
  await send(chair, `${url}/accept`, { words: 'The rest needs a change of the law' });
  const action = { title: 'Report on posts', leadAgency: agencies.council, ...dayFields('dueOn', addDays(today, 30)) };
  expect((await chair.browser.post(`${url}/raise-action`, action)).statusCode).toBe(303);

  const { body } = await owner.browser.get(url);
  for (const words of ['Corrected later', 'Works well', 'Accepted', 'Report on posts', '8 of 25, high'])
    expect(body).toContain(words);
  expect(body).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Scores of Risk 1/);
  expect(body).not.toContain(' style=');
  const id = url.split('/').at(-1) ?? '';
  expect(await house.data.as(chair, (scope) => listTies(scope, [id]))).toMatchObject([{ relation: 'led-to' }]);
  const csv = (await owner.browser.get(`${url}/history.csv`)).body.trim().split('\r\n');
  expect(csv.map((line) => line.split(',')[3])).toEqual(['Score', '16', '12', '8']);
  expect((await owner.browser.get(`${url}/history.svg`)).body).toContain('<svg');
});

test('reviews that are due are asked for each day: of the owner, or of the office where there is none', async ({
  someone,
  agencies,
  office,
  chair,
  house,
}) => {
  const owner = await someone(agencies.council, 'agency-representative');
  await raise(chair, { owner: owner.person, ...dayFields('reviewOn', addDays(today, 20)) });
  await raise(chair, { title: 'Nobody’s', ...dayFields('reviewOn', addDays(today, 20)) });
  const asked = async () =>
    Promise.all(
      [owner, office].map(async (who) =>
        (await house.data.as(who, listOwnTasks)).filter(({ kind }) => kind === 'risk-review').map(({ why }) => why),
      ),
    );
  expect(await asked()).toEqual([[], []]);
  const later = (scope: Parameters<typeof askForReviews>[0]) => askForReviews({ ...scope, today: addDays(today, 7) });
  for (const _ of ['the first morning', 'again'])
    expect(await house.data.as(serviceIn(house.dunmere.partnership), later)).toBe(2);
  expect(await asked()).toEqual([['Risk 1'], ['Risk 2']]);
});

test('the register is narrowed and ordered by its address, and taken away', async ({ chair, agencies }) => {
  await raise(chair, { leadAgency: agencies.council });
  const closed = await raise(chair, { title: 'It has passed', category: 'data', likelihood: '1' });
  await send(chair, `${closed}/close`, { words: 'Over' });
  const shown = async (query: string) => {
    const { body } = await chair.browser.get(`${register}?${query}`);
    return [body.includes('Too few social workers'), body.includes('It has passed')];
  };
  expect(await shown('')).toEqual([true, false]);
  expect(await shown('standing=any&sort=-review')).toEqual([true, true]);
  expect(await shown('standing=closed')).toEqual([false, true]);
  expect(await shown('standing=any&text=risk+2')).toEqual([false, true]);
  expect(await shown('standing=any&category=data')).toEqual([false, true]);
  expect(await shown(`standing=nonsense&agency=${agencies.council}&score=4x4&owner=x`)).toEqual([true, false]);
  expect(await shown('owner=mine')).toEqual([false, false]);
  const csv = (await chair.browser.get(`${register}/risks.csv?standing=any`)).body;
  for (const words of ['Risk 1,Too few social workers', 'It has passed', 'Very high']) expect(csv).toContain(words);
  const paper = await chair.browser.get(`${register}/paper?as=docx`);
  expect([paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await chair.browser.get(`${register}/paper?as=txt`)).statusCode).toBe(404);
});

test('a partnership sets its scale, once every score fits it', async ({ chair }) => {
  const url = await raise(chair);
  const scale = `${register}/scale`;
  expect((await chair.browser.get(scale)).body).toContain('Five by five is the default');
  const early = await send(chair, scale, { scale: '4' });
  expect([early.statusCode, early.body]).toEqual([422, expect.stringContaining('Risk 1')]);
  await send(chair, `${url}/change`, aRisk({ inherentLikelihood: '4', inherentImpact: '4' }));
  expect((await send(chair, scale, { scale: '4' })).statusCode).toBe(303);
  expect((await chair.browser.post(scale, { scale: '3' })).statusCode).toBe(422);
  expect((await chair.browser.get(url)).body).toContain('16 of 16, very high');
  expect((await send(chair, `${url}/review`, review({ likelihood: '5' }))).statusCode).toBe(422);
  expect((await chair.browser.get(`${register}/heat`)).body).not.toContain('Impact 5');
});
