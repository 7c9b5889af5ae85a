import { expect } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { test as base, dayFields, type Someone, today } from '../challenges/challenges.fixture.ts';

/** The address of scrutiny. */
export const home = '/dunmere/scrutiny';
/** Stands in everything that a test writes in a workspace. */
export const word = 'Zebrafish';
/** Finds it, and is no proof that it was found where a page says what was searched. */
export const part = 'ebrafis';

/** Tests that ask for them get a scrutineer, and a delegate of the council. */
export const test = base.extend<{ scrutineer: Someone; delegate: Someone }>({
  scrutineer: async ({ someone }, use) => {
    await use(await someone(undefined, 'scrutineer'));
  },
  delegate: async ({ someone, agencies }, use) => {
    await use(await someone(agencies.council, 'safeguarding-partner-delegate'));
  },
});

/** Sends a form that makes something. @returns the address it leads to */
export async function make(who: Someone, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await who.browser.post(home + path, fields);
  expect([path, answer.statusCode]).toEqual([path, 303]);
  return String(answer.headers.location);
}

/** What a test types into the forms of a line, a note and a report. */
export const aLine = { title: `${word} line`, question: `${word}: who sees children at night?` };
export const aNote = (kind: string, said: Record<string, string> = {}) => ({
  kind,
  title: `${word} ${kind}`,
  words: `${word} was seen`,
  place: 'The front door',
  heard: 'Four social workers',
  followUp: 'Ask again in spring',
  ...dayFields('onDay', today),
  ...said,
});
export const aReport = {
  title: `${word} report`,
  kind: 'six-monthly',
  ...dayFields('from', addDays(today, -180)),
  ...dayFields('until', addDays(today, -1)),
};

/** Fills a form that carries what it is based on, and sends it. */
export async function send(who: Someone, url: string, fields: Record<string, string>) {
  const basis = /name="basis" value="([^"]*)"/.exec((await who.browser.get(url)).body)?.[1] ?? '';
  return await who.browser.post(url, { basis, ...fields });
}

/** A report with words in its first section. */
export async function write(who: Someone, said: Record<string, string> = {}): Promise<string> {
  const url = (await make(who, '/reports/begin', { ...aReport, ...said })).replace(/\/change$/, '');
  const form = (await who.browser.get(`${url}/change`)).body;
  const section = /name="words-([^"]*)"/.exec(form)?.[1] ?? '';
  const headings = Object.fromEntries(
    [...form.matchAll(/name="heading-([^"]*)"[^>]*value="([^"]*)"/g)].map(([, id, heading]) => [
      `heading-${id}`,
      heading ?? '',
    ]),
  );
  const words = `${word}: nobody, three nights in five`;
  expect(
    (await send(who, `${url}/change`, { ...aReport, ...said, ...headings, [`words-${section}`]: words })).statusCode,
  ).toBe(303);
  return url;
}

/** A whole workspace: a line, a note of each kind, a report. @returns the addresses */
export async function fill(who: Someone, council: string): Promise<string[]> {
  const line = await make(who, '/lines/begin', aLine);
  const ofLine = { line: line.split('/').at(-1) ?? '' };
  const notes = [
    await make(who, '/notes/add', aNote('evidence', ofLine)),
    await make(who, '/notes/add', aNote('visit', ofLine)),
    await make(who, '/notes/add', aNote('challenge', { ...ofLine, agency: council })),
  ];
  return [line, ...notes, await write(who)];
}

/** Sends a report to one person, who says that all is right, and issues it. */
export async function issue(scrutineer: Someone, url: string, asked: Someone): Promise<void> {
  const sent = { people: asked.person, ...dayFields('until', addDays(today, 5)) };
  expect((await scrutineer.browser.post(`${url}/send`, sent)).statusCode).toBe(303);
  expect((await asked.browser.post(`${url}/comment`, { words: 'All is right' })).statusCode).toBe(303);
  const answer = /href="([^"]*\/comments\/[^"]*\/answer)"/.exec((await scrutineer.browser.get(url)).body)?.[1] ?? '';
  await scrutineer.browser.post(answer, { answer: 'not-corrected', why: 'Thank you' });
  expect((await scrutineer.browser.post(`${url}/issue`)).statusCode).toBe(303);
}
