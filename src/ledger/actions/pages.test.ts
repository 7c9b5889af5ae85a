import { describe, expect } from 'vitest';
import { dayFields } from '../../partnership/people/people.fixture.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { test } from './actions.fixture.ts';

const here = '/dunmere/actions';

describe('refused:', () => {
  test('a practitioner sees no action, and another partnership’s are not there', async ({
    house,
    pages,
    raise,
    neighbour,
  }) => {
    const id = await raise();
    const practitioner = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    for (const path of ['', `/${id}`, `/${id}/report-progress`, '/board-paper?as=docx']) {
      expect([path, (await practitioner.get(here + path)).statusCode]).toEqual([path, 403]);
      expect([path, (await neighbour.get(here + path)).statusCode]).toEqual([path, 404]);
    }
    expect((await neighbour.get(`/elsewhere/actions/${id}`)).statusCode).toBe(404);
    expect((await neighbour.get('/elsewhere/actions?state=all')).body).not.toContain('school nurse');
  });

  test('an agency’s safeguarding lead sees what their agency leads, and no other’s action', async ({
    house,
    pages,
    raise,
    police,
  }) => {
    const theirs = await raise({ title: 'Keep the register of the force', leadAgency: police });
    const lead = await pages.browse(await house.person(house.dunmere, 'agency-safeguarding-lead'));
    expect((await lead.get(`${here}/${theirs}`)).statusCode).toBe(404);
    expect((await lead.get(`${here}?state=all`)).body).not.toContain('register of the force');
  });

  test('nobody answers for an owner who is none of theirs, or changes what others promised', async ({
    raise,
    delegate,
  }) => {
    const id = await raise();
    const answer = await delegate.post(`${here}/${id}/report-progress`, { state: 'on-track' });
    expect([answer.statusCode, answer.body.includes('Your roles here do not let you do this')]).toEqual([422, true]);
    expect((await delegate.post(`${here}/${id}/change`, { title: 'Mine now' })).statusCode).toBe(403);
  });

  test('it is not done before something shows it, and what was typed is still there', async ({
    olive,
    raise,
    find,
  }) => {
    const id = await raise();
    const { statusCode, body } = await olive.post(`${here}/${id}/claim-done`, { words: 'All were trained' });
    expect([
      statusCode,
      body.includes('Add what shows that it was done'),
      body.includes('>All were trained</textarea>'),
    ]).toEqual([422, true, true]);
    expect((await find(id))?.state).toBe('not-started');
  });

  test('an action without what, who and when is asked for again', async ({ office }) => {
    const { statusCode, body } = await office.post(`${here}/raise`, {
      difference: 'Children are heard',
      ...dayFields('dueOn', '2026-02-31'),
    });
    expect(statusCode).toBe(422);
    for (const words of [
      'Enter what will be done',
      'Select the agency that leads it',
      'The day on which it is due must be a real date',
      '>Children are heard</textarea>',
    ])
      expect(body).toContain(words);
  });

  test('nobody but whom it was entered for corrects an entry', async ({ office, olive, owner, delegate, raise }) => {
    const id = await raise();
    const said = { state: 'at-risk', words: 'Nothing yet', saidBy: owner.person, toldBy: 'call' };
    expect((await office.post(`${here}/${id}/report-progress`, said)).statusCode).toBe(303);
    const entry = /entries\/([0-9a-f-]{36})\/correct/.exec((await olive.get(`${here}/${id}`)).body)?.[1] ?? '';
    expect(entry).not.toBe('');
    for (const other of [office, delegate])
      expect((await other.post(`${here}/${id}/entries/${entry}/correct`, { words: 'x' })).statusCode).toBe(404);
    expect((await olive.post(`${here}/${id}/entries/${entry}/correct`, { words: 'Half are trained' })).statusCode).toBe(
      303,
    );
    const { body } = await olive.get(`${here}/${id}`);
    for (const words of ['Corrected later', 'Half are trained', 'Nothing yet', 'on the telephone; entered by'])
      expect(body).toContain(words);
  });
});

test('a promise is raised, claimed with evidence, verified by another agency, and asked about in six months', async ({
  house,
  office,
  olive,
  owner,
  delegate,
  health,
  find,
}) => {
  const dueOn = addDays(todayInLondon(house.clock.now), 30);
  const raised = await office.post(`${here}/raise`, {
    title: 'Train every school nurse',
    leadAgency: health,
    owner: owner.person,
    priority: 'high',
    sourceKind: 'review',
    ...dayFields('dueOn', dueOn),
  });
  expect(raised.statusCode).toBe(303);
  const path = String(raised.headers['location']);
  const id = path.split('/').at(-1) ?? '';
  expect((await olive.get('/today')).body).toContain('Train every school nurse');
  expect((await olive.post(`${path}/evidence/add`, { title: 'Register of who was trained' })).statusCode).toBe(303);
  expect((await olive.post(`${path}/claim-done`, { words: 'All 40 were trained' })).statusCode).toBe(303);
  expect((await office.get('/today')).body).toContain('verified by another agency');
  expect((await olive.post(`${path}/verify`, { words: 'Seen' })).statusCode).toBe(422);
  expect((await delegate.post(`${path}/verify`, { words: 'Saw the register' })).statusCode).toBe(303);
  expect(await find(id)).toMatchObject({ state: 'verified', firstDueOn: dueOn });
  const { body } = await office.get(path);
  for (const words of ['Verified', 'Saw the register', 'All 40 were trained', 'Register of who was trained'])
    expect(body).toContain(words);
});

test('more time is asked for and given, and the first day stays to be seen', async ({
  house,
  office,
  olive,
  raise,
  find,
}) => {
  const id = await raise();
  const until = addDays(todayInLondon(house.clock.now), 60);
  const asking = { because: 'capacity', words: '', ...dayFields('until', until) };
  expect((await olive.post(`${here}/${id}/ask-for-time`, asking)).statusCode).toBe(303);
  expect((await office.get('/today')).body).toContain('More time is asked for');
  expect((await office.get(`${here}?view=time`)).body).toContain('Train every school nurse');
  const settled = await office.post(`${here}/${id}/settle-time`, {
    settled: 'yes',
    words: 'Agreed',
    ...dayFields('until', until),
  });
  expect(settled.statusCode).toBe(303);
  expect(await find(id)).toMatchObject({ dueOn: until, askedUntil: undefined });
  expect((await olive.get(`${here}/${id}`)).body).toContain('First agreed');
});

test('the list is narrowed by whose, how it stands and words, and stays so in its address', async ({
  office,
  olive,
  raise,
  police,
}) => {
  await raise();
  await raise({ title: 'Write to every head', owner: undefined });
  await raise({ title: 'Look at custody', leadAgency: police, owner: undefined, priority: 'high' });
  const titles = async (browser: typeof office, query: string) =>
    [...(await browser.get(here + query)).body.matchAll(/actions\/[0-9a-f-]{36}">([^<]+)<\/a>/g)].map(
      (match) => match[1],
    );
  expect(await titles(office, '?sort=number')).toEqual([
    'Train every school nurse',
    'Write to every head',
    'Look at custody',
  ]);
  expect(await titles(olive, '?view=mine')).toEqual(['Train every school nurse']);
  expect(await titles(office, '?view=nobody&sort=-number')).toEqual(['Look at custody', 'Write to every head']);
  expect(await titles(office, `?agency=${police}`)).toEqual(['Look at custody']);
  expect(await titles(office, '?text=head')).toEqual(['Write to every head']);
  expect(await titles(office, '?text=Action 3')).toEqual(['Look at custody']);
  expect(await titles(office, '?priority=high&state=all')).toEqual(['Look at custody']);
  expect((await office.get(`${here}?text=100%25`)).body).toContain('No actions match these filters');
});

test('of two who change an action at once the second sees what the first saved', async ({
  office,
  raise,
  health,
  find,
}) => {
  const id = await raise();
  const form = (await office.get(`${here}/${id}/change`)).body;
  const basis = /name="basis" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const said = { leadAgency: health, priority: 'low', sourceKind: 'meeting', basis };
  expect((await office.post(`${here}/${id}/change`, { ...said, title: 'First' })).statusCode).toBe(303);
  const second = await office.post(`${here}/${id}/change`, { ...said, title: 'Second' });
  expect([second.statusCode, second.body.includes('What is saved now, and what you typed')]).toEqual([422, true]);
  expect((await find(id))?.title).toBe('First');
});

test('a narrowed list is saved under a name, shared by the office alone, and removed', async ({
  office,
  olive,
  raise,
}) => {
  await raise();
  const saved = await olive.post(`${here}/views/save`, {
    name: 'Mine first',
    query: 'view=mine&nonsense=1',
    shared: 'yes',
  });
  expect([saved.statusCode, saved.headers['location']]).toEqual([303, '/dunmere/actions?view=mine']);
  expect((await office.get(here)).body).not.toContain('Mine first');
  expect((await olive.post(`${here}/views/save`, { name: 'Mine first', query: '' })).body).toContain(
    'of this name already',
  );
  await office.post(`${here}/views/save`, { name: 'Without an owner', query: 'view=nobody', shared: 'yes' });
  const { body } = await olive.get(`${here}?view=nobody`);
  expect(body).toContain('Without an owner');
  expect(body).not.toMatch(/views\/[0-9a-f-]{36}\/remove/);
  const remove = /views\/[0-9a-f-]{36}\/remove/.exec((await office.get(`${here}?view=nobody`)).body)?.[0] ?? '';
  expect((await olive.post(`${here}/${remove}`)).statusCode).toBe(404);
  expect((await office.post(`${here}/${remove}`)).statusCode).toBe(303);
  expect((await olive.get(here)).body).not.toContain('Without an owner');
});

test('many actions are changed at once after a look at what would change; what may not be is left, and says why', async ({
  house,
  pages,
  office,
  delegate,
  raise,
  find,
}) => {
  const [first, second, done] = [
    await raise({ title: 'First' }),
    await raise({ title: 'Second' }),
    await raise({ title: 'Done', state: 'withdrawn' }),
  ];
  expect((await delegate.get(`${here}/many`)).statusCode).toBe(403);
  const chosen = (await office.get(`${here}/many?change=priority&state=all`)).body;
  for (const words of ['First', 'Second', 'Done', 'How much do they matter?']) expect(chosen).toContain(words);
  const fields = { change: 'priority', priority: 'high', actions: [first, second, done] };
  expect((await office.post(`${here}/many`, { change: 'priority', actions: [first] })).statusCode).toBe(422);
  const preview = (await office.post(`${here}/many`, fields)).body;
  for (const words of ['Change two actions?', 'would be left as they are', 'The action is no longer open'])
    expect(preview).toContain(words);
  expect((await find(first))?.priority).toBe('medium');
  expect((await office.post(`${here}/many`, { ...fields, confirmed: 'yes' })).statusCode).toBe(303);
  expect([(await find(first))?.priority, (await find(second))?.priority, (await find(done))?.priority]).toEqual([
    'high',
    'high',
    'medium',
  ]);
  const chair = await pages.browse(await house.person(house.dunmere, 'sub-group-chair'));
  expect((await chair.get(`${here}/many?change=withdraw`)).body).toContain('What is to be changed?');
});

test('earlier words are brought back by those who may change an action, and what they replaced is kept', async ({
  office,
  olive,
  raise,
  health,
  find,
}) => {
  const id = await raise();
  const form = (await office.get(`${here}/${id}/change`)).body;
  const basis = /name="basis" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const said = { leadAgency: health, priority: 'low', sourceKind: 'meeting', basis };
  await office.post(`${here}/${id}/change`, { ...said, title: 'Spoilt' });
  expect((await olive.get(`${here}/${id}`)).body).not.toContain('Bring back');
  const way = /earlier\/\d+/.exec((await office.get(`${here}/${id}`)).body)?.[0] ?? '';
  expect((await olive.get(`${here}/${id}/${way}`)).statusCode).toBe(403);
  expect((await office.get(`${here}/${id}/earlier/999999`)).statusCode).toBe(404);
  expect((await office.get(`${here}/${id}/${way}`)).body).toContain('Train every school nurse');
  expect((await office.post(`${here}/${id}/${way}`)).statusCode).toBe(303);
  expect(await find(id)).toMatchObject({ title: 'Train every school nurse', priority: 'low' });
  expect((await office.get(`${here}/${id}`)).body).toContain('Spoilt');
});
