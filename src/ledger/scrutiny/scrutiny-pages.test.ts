import { describe, expect } from 'vitest';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Who } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { dayFields, today } from '../challenges/challenges.fixture.ts';
import { tie } from '../thread/thread-link.store.ts';
import { askForReports } from './keep-needs.ts';
import { aLine, aNote, aReport, fill, home, issue, make, part, test, word, write } from './scrutiny.fixture.ts';

const tables = ['scrutiny_line', 'scrutiny_note', 'scrutiny_report', 'scrutiny_comment'] as const;

describe('a scrutineer’s draft that nobody else can find', () => {
  test('on no page, in no list, search, thread, history, file, count or number', async ({
    scrutineer,
    office,
    chair,
    delegate,
    someone,
    agencies,
    house,
  }) => {
    const others = [office, chair, delegate, await someone(agencies.police, 'scrutineer')];
    const urls = await fill(scrutineer, agencies.council);
    const report = urls.at(-1) ?? '';
    const risk = {
      title: 'A risk',
      cause: 'x',
      event: 'x',
      effect: 'x',
      category: 'other',
      inherentLikelihood: '5',
      inherentImpact: '5',
      likelihood: '1',
      impact: '1',
      targetLikelihood: '1',
      targetImpact: '1',
      ...dayFields('reviewOn', addDays(today, 90)),
    };
    const raised = String((await chair.browser.post('/dunmere/risks/raise', risk)).headers.location);
    const id = raised.split('/').at(-1) ?? '';
    const draft = { kind: 'scrutiny-report', id: report.split('/').at(-1) ?? '' };
    await house.data.as(scrutineer, (scope) => tie(scope, { kind: 'risk', id }, 'led-to', draft));

    for (const who of others) {
      for (const url of urls) {
        const answers = [await who.browser.get(url), await who.browser.get(`${url}/change`)];
        for (const { statusCode, body } of answers) {
          expect([404, 403]).toContain(statusCode);
          expect(body).not.toContain(word);
        }
      }
      for (const url of [
        home,
        `${home}?text=${part}`,
        `${home}/reports.csv`,
        `${home}/workspace`,
        '/dunmere/challenges',
        `/dunmere/challenges?text=${part}`,
        '/dunmere/challenges/challenges.csv',
        `/dunmere/actions?text=${part}`,
        raised,
        `/dunmere/thread/risk/${id}/tie?text=${part}`,
        '/today',
      ]) {
        const { body } = await who.browser.get(url);
        expect([url, body.includes(word)]).toEqual([url, false]);
      }
      expect((await who.browser.get(home)).body).toContain('No reports yet');
      expect((await who.browser.get(raised)).body).toContain('Nothing is tied to it yet');
      expect((await house.data.as(who, listOwnTasks)).filter(({ kind }) => kind.startsWith('scrutiny'))).toEqual([]);
    }
    expect((await scrutineer.browser.get(home)).body).toContain('No reports yet');
  });

  test('not in the database either, nor in the trail, whoever asks it, the service too', async ({
    scrutineer,
    office,
    chair,
    someone,
    agencies,
    house,
  }) => {
    await fill(scrutineer, agencies.council);
    const rows = (who: Who) =>
      house.data.as(who, async ({ db }) => {
        const counts = [];
        for (const table of tables) counts.push((await db.selectFrom(table).select('id').execute()).length);
        const trail = await db.selectFrom('trail_entry').selectAll().execute();
        return { counts, told: JSON.stringify(trail).includes(word) };
      });
    expect(await rows(scrutineer)).toEqual({ counts: [1, 3, 1, 0], told: false });
    const another = await someone(agencies.police, 'scrutineer');
    for (const who of [office, chair, another, serviceIn(house.dunmere.partnership)])
      expect(await rows(who)).toEqual({ counts: [0, 0, 0, 0], told: false });
  });

  test('leaves no gap in the numbers of what is issued and put', async ({ scrutineer, delegate, agencies }) => {
    await write(scrutineer);
    const note = await make(scrutineer, '/notes/add', aNote('challenge', { agency: agencies.council }));
    await make(scrutineer, '/notes/add', aNote('challenge', { agency: agencies.council }));
    const url = await write(scrutineer);
    await issue(scrutineer, url, delegate);
    expect((await delegate.browser.get(url)).body).toContain('Scrutiny report 1');
    const put = await scrutineer.browser.get(`${note}/put`);
    expect(put.body).toContain(`${word} was seen`);
    const challenge = await scrutineer.browser.post(`${note}/put`, {
      agency: agencies.council,
      subject: 'Nobody sees children at night',
      concern: 'Three nights in five',
      evidenceKind: 'record',
      evidence: 'Four social workers said so',
      expected: 'Who will',
      ...dayFields('dueOn', addDays(today, 20)),
    });
    expect(challenge.statusCode).toBe(303);
    const asAgency = (await delegate.browser.get(String(challenge.headers.location))).body;
    expect(asAgency).toContain('Challenge 1');
    expect(asAgency).not.toContain(word);
    expect((await scrutineer.browser.get(`${note}/put`)).statusCode).toBe(404);
  });
});

describe('what is refused', () => {
  test('whoever is no scrutineer writes nothing here', async ({ office, chair, delegate }) => {
    for (const who of [office, chair, delegate])
      for (const end of ['/workspace', '/lines/begin', '/notes/add', '/reports/begin', '/hand-over']) {
        expect([end, (await who.browser.get(home + end)).statusCode]).toEqual([end, 403]);
        if (end !== '/workspace') expect((await who.browser.post(home + end, {})).statusCode).toBe(403);
      }
  });

  test('a form with mistakes comes back as it was typed', async ({ scrutineer }) => {
    for (const [path, fields, words] of [
      ['/lines/begin', { ...aLine, title: '' }, 'what the line of enquiry is called'],
      ['/notes/add', aNote('visit', { heard: '' }), 'Enter who was heard'],
      ['/notes/add', aNote('challenge'), 'Select the agency'],
      ['/notes/add', aNote('evidence', { address: 'javascript:alert(1)' }), 'begins with https://'],
      ['/notes/add', aNote('evidence', { reference: 'Action 99' }), 'no record called'],
      ['/notes/add', aNote('evidence', { line: newId() }), 'line of enquiry from the list'],
      ['/reports/begin', { ...aReport, ...dayFields('from', today) }, 'must not be before the first'],
      ['/hand-over', { to: newId() }, 'Select a scrutineer from the list'],
    ] as const) {
      const answer = await scrutineer.browser.post(home + path, fields);
      expect([path, answer.statusCode, answer.body]).toEqual([path, 422, expect.stringContaining(words)]);
    }
    const url = await write(scrutineer);
    const unsent = await scrutineer.browser.post(`${url}/issue`);
    expect([unsent.statusCode, unsent.body]).toEqual([422, expect.stringContaining('correction of fact first')]);
    const nobody = await scrutineer.browser.post(`${url}/send`, dayFields('until', today));
    expect([nobody.statusCode, nobody.body]).toEqual([422, expect.stringContaining('Select whom you ask')]);
  });

  test('the second of two who change a shared line at once is told', async ({ scrutineer }) => {
    const url = `${await make(scrutineer, '/lines/begin', aLine)}/change`;
    const basis = /name="basis" value="([^"]*)"/.exec((await scrutineer.browser.get(url)).body)?.[1] ?? '';
    expect((await scrutineer.browser.post(url, { ...aLine, title: 'The first', basis })).statusCode).toBe(303);
    const second = await scrutineer.browser.post(url, { ...aLine, title: 'The second', basis });
    expect([second.statusCode, second.body]).toEqual([422, expect.stringContaining('Somebody else changed this')]);
  });
});

test('a report is corrected for fact by those who are asked, edited by nobody, issued, and corrected by a new version', async ({
  scrutineer,
  office,
  chair,
  delegate,
  house,
}) => {
  const url = await write(scrutineer);
  const sent = { people: [delegate.person, chair.person], ...dayFields('until', addDays(today, 5)) };
  expect((await scrutineer.browser.post(`${url}/send`, sent)).statusCode).toBe(303);
  expect(await house.data.as(delegate, listOwnTasks)).toMatchObject([{ kind: 'scrutiny-facts' }]);
  expect(await house.data.as(office, listOwnTasks)).toEqual([]);
  expect((await delegate.browser.get(url)).body).toContain('three nights in five');
  expect((await office.browser.get(url)).statusCode).toBe(404);
  for (const end of ['/change', '/send', '/issue'])
    expect((await delegate.browser.get(url + end)).statusCode).toBe(403);

  expect((await delegate.browser.post(`${url}/comment`, { words: '' })).statusCode).toBe(422);
  await delegate.browser.post(`${url}/comment`, { section: 'What I looked at, and how', words: 'It was two nights' });
  expect((await chair.browser.get(url)).body).toContain('It was two nights');
  const early = await scrutineer.browser.post(`${url}/issue`);
  expect([early.statusCode, early.body]).toEqual([422, expect.stringContaining('still have time')]);
  const told = { saidBy: chair.person, toldBy: 'call', words: 'All is right' };
  expect((await scrutineer.browser.post(`${url}/comment`, told)).statusCode).toBe(303);
  expect((await scrutineer.browser.post(`${url}/issue`)).body).toContain('Answer every comment');
  const page = (await scrutineer.browser.get(url)).body;
  const answers = [...page.matchAll(/href="([^"]*\/comments\/[^"]*\/answer)"/g)].map(([, href]) => href ?? '');
  expect(answers).toHaveLength(2);
  for (const answer of answers) {
    expect((await delegate.browser.get(answer)).statusCode).toBe(403);
    expect((await scrutineer.browser.post(answer, { answer: 'corrected' })).statusCode).toBe(422);
    await scrutineer.browser.post(answer, { answer: 'corrected', why: 'You are right' });
  }
  expect((await scrutineer.browser.post(`${url}/issue`)).statusCode).toBe(303);

  const issued = (await office.browser.get(url)).body;
  for (const words of ['Scrutiny report 1', 'three nights in five', 'It was two nights', 'You are right', 'entered by'])
    expect(issued).toContain(words);
  expect((await office.browser.get(home)).body).toContain(`${word} report`);
  expect((await office.browser.get(`${home}/reports.csv`)).body).toContain('three nights in five');
  for (const end of ['/change', '/send', '/issue', '/comment'])
    expect([end, (await scrutineer.browser.post(url + end, {})).statusCode]).toEqual([end, 422]);

  const next = String((await scrutineer.browser.post(`${url}/correct`)).headers.location);
  expect((await office.browser.get(next)).statusCode).toBe(404);
  await issue(scrutineer, next, delegate);
  expect((await office.browser.get(next)).body).toContain('Scrutiny report 1, version 2');
  expect((await office.browser.get(url)).body).toContain('three nights in five');
});

test('a line is shared with another scrutineer, and all of it is handed over without the office between', async ({
  scrutineer,
  someone,
  office,
  agencies,
}) => {
  const successor = await someone(agencies.police, 'scrutineer');
  const [line = '', evidence = '', , , report = ''] = await fill(scrutineer, agencies.council);
  expect((await scrutineer.browser.post(`${line}/share`, { with: office.person })).statusCode).toBe(422);
  expect((await scrutineer.browser.post(`${line}/share`, { with: successor.person })).statusCode).toBe(303);
  expect((await successor.browser.get(line)).body).toContain(`${word} evidence`);
  expect((await successor.browser.get(evidence)).statusCode).toBe(200);
  expect((await successor.browser.get(report)).statusCode).toBe(404);
  expect((await successor.browser.get(`${line}/share`)).statusCode).toBe(404);
  const ofLine = { line: line.split('/').at(-1) ?? '' };
  const theirs = await make(successor, '/notes/add', aNote('evidence', { ...ofLine, title: 'From the other' }));
  expect((await scrutineer.browser.get(theirs)).statusCode).toBe(200);
  expect((await scrutineer.browser.post(`${line}/share`, {})).statusCode).toBe(303);
  expect((await successor.browser.get(evidence)).statusCode).toBe(404);

  const takeOver = `${home}/take-over/${scrutineer.person}`;
  expect((await successor.browser.post(takeOver)).statusCode).toBe(404);
  await scrutineer.browser.post(`${home}/hand-over`, { to: successor.person });
  expect((await successor.browser.get(`${home}/workspace`)).body).toContain(takeOver);
  expect((await successor.browser.post(takeOver)).statusCode).toBe(303);
  for (const url of [line, evidence, report]) {
    expect((await successor.browser.get(`${url}/change`)).statusCode).toBe(200);
    expect((await scrutineer.browser.get(url)).statusCode).toBe(404);
    expect([403, 404]).toContain((await office.browser.get(url)).statusCode);
  }
});

test('a scrutineer is asked for reports by the calendar, from what is issued alone', async ({
  scrutineer,
  delegate,
  house,
}) => {
  const ask = (days: number) =>
    house.data.as(serviceIn(house.dunmere.partnership), (scope) =>
      askForReports({ ...scope, today: addDays(today, days) }),
    );
  const tasks = async () => (await house.data.as(scrutineer, listOwnTasks)).map(({ kind }) => kind).toSorted();
  const both = ['scrutiny-six-monthly', 'scrutiny-yearly'];
  const url = await write(scrutineer, { kind: 'yearly' });
  expect([await ask(0), await tasks()]).toEqual([2, both]);
  await issue(scrutineer, url, delegate);
  expect([await ask(0), await tasks()]).toEqual([0, []]);
  expect([await ask(170), await tasks()]).toEqual([1, ['scrutiny-six-monthly']]);
  expect([await ask(340), await tasks()]).toEqual([2, both]);
});
