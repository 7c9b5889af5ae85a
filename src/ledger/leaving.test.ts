import { expect } from 'vitest';
import type { House } from '../../test/harness/house.ts';
import { carryOutDue } from '../partnership/leaving/carry-out.ts';
import { dayFields } from '../partnership/leaving/leaving.fixture.ts';
import { keyOf } from '../partnership/leaving/leaving.ts';
import { listOwned } from '../partnership/leaving/owned.ts';
import { listThings } from '../partnership/leaving/things.store.ts';
import { markLeft } from '../partnership/people/person.store.ts';
import { listOwnTasks } from '../partnership/task.store.ts';
import { holdings } from '../partnership/transition/transition.fixture.ts';
import { addDays } from '../platform/calendar/days.ts';
import { service } from '../platform/database/service.ts';
import { serviceIn } from '../platform/jobs/partnerships.store.ts';
import { findAction, listEntries } from './actions/action.store.ts';
import { type Someone, today } from './challenges/challenges.fixture.ts';
import { listLiaison } from './disagreements/liaison.store.ts';
import { type Ledger, test } from './going-on.fixture.ts';
import { findRisk } from './risks/risk.store.ts';

const at = ({ person }: Someone) => `/dunmere/people/${person}/leaving`;

/** The form as its page sends it: everything goes where the rest goes, and roles end. */
async function fields(house: House, who: Someone, restTo: string, lastOn = today): Promise<Record<string, string>> {
  const things = await house.data.as(who, async (scope) => [
    ...(await listThings(scope, who.person)),
    ...(await listOwned(scope, holdings, who.person)),
  ]);
  return {
    ...dayFields('lastOn', lastOn),
    restTo,
    ...Object.fromEntries(
      things.flatMap((thing) =>
        thing.falls === undefined ? [[keyOf(thing), thing.kind === 'role' ? 'ends' : ''] as const] : [],
      ),
    ),
  };
}

const readAfter = (house: House, office: Someone, { action, risk }: Ledger) =>
  house.data.as(office, async (scope) => ({
    action: await findAction(scope, action),
    last: (await listEntries(scope, action)).at(-1),
    risk: await findRisk(scope, { person: service, agency: undefined, all: true }, risk),
    liaison: (await listLiaison(scope)).flatMap(({ officer }) => officer ?? []),
    tasks: (await listOwnTasks(scope)).map(({ kind }) => kind),
  }));

test('what somebody owns that the form did not know of is asked about, and nobody who has left takes it', async ({
  house,
  office,
  ledger,
}) => {
  const { ada, ben, action } = ledger;
  const form = await fields(house, ada, ben.person);
  const key = `owned-${action}`;
  expect(Object.keys(form)).toContain(key);
  const { [key]: _, ...without } = form;
  const forgotten = await office.browser.post(`${at(ada)}/confirm`, without);
  expect([forgotten.statusCode, forgotten.body.includes('Train every officer”, which is new')]).toEqual([422, true]);
  await house.data.as(office, (scope) => markLeft(scope, ben.person, addDays(today, -1)));
  const late = await office.browser.post(`${at(ada)}/confirm`, { ...form, restTo: 'ends', [key]: ben.person });
  expect([late.statusCode, late.body.includes('this person has left')]).toEqual([422, true]);
  expect((await readAfter(house, office, ledger)).action?.owner).toBe(ada.person);
});

test('what is theirs in the ledger is listed, and what falls to others says to whom', async ({ office, ledger }) => {
  const { body } = await office.browser.get(at(ledger.ada));
  for (const words of [
    'Owns Action 1: Train every officer',
    'Owns Risk 1: Too few officers',
    'Is who to ring at Dunmere Police',
    'It ends: nobody owns it, and the office is asked who does',
    'Disagreement 1, about threshold, waits for them',
    'It is asked of others who may settle it, or of the office',
  ])
    expect(body).toContain(words);
  expect(body).not.toContain('H-77');
});

test('it is handed over to whoever is named, and what needs a role is asked of those who have it', async ({
  house,
  office,
  ledger,
}) => {
  const { ada, ben } = ledger;
  const form = await fields(house, ada, ben.person);
  expect((await office.browser.post(at(ada), form)).body).toContain('Goes to Ben Hale');
  expect((await office.browser.post(`${at(ada)}/confirm`, form)).statusCode).toBe(303);
  const after = await readAfter(house, office, ledger);
  expect(after.action?.owner).toBe(ben.person);
  expect(after.last).toMatchObject({ kind: 'passed-on', enteredBy: office.person });
  expect(after.risk?.owner).toBe(ben.person);
  expect(after.liaison).toMatchObject([{ person: ben.person, reach: '' }]);
  expect(after.tasks).toContain('disagreement-answer');
  const theirs = (await house.data.as(ben, listOwnTasks)).map(({ kind }) => kind);
  expect(theirs.toSorted()).toEqual(['action', 'risk-review']);
  expect(await house.data.as(ada, listOwnTasks)).toEqual([]);
});

test('where nobody takes it over it is nobody’s, and the office is asked', async ({ house, office, ledger }) => {
  const { ada } = ledger;
  await office.browser.post(`${at(ada)}/confirm`, await fields(house, ada, 'ends'));
  const after = await readAfter(house, office, ledger);
  expect([after.action?.owner, after.risk?.owner, after.liaison]).toEqual([undefined, undefined, []]);
  expect(after.tasks).toEqual(expect.arrayContaining(['action-owner', 'risk-review', 'disagreement-answer']));
});

test('whoever judges leaves, and the office is asked instead of nobody', async ({ house, office, chair, ledger }) => {
  expect((await office.browser.get(at(chair))).body).toContain('Challenge 1 waits for them: Conferences are late');
  await office.browser.post(`${at(chair)}/confirm`, await fields(house, chair, ledger.ben.person));
  expect((await house.data.as(ledger.ben, listOwnTasks)).map(({ kind }) => kind)).not.toContain('challenge-judge');
  expect((await readAfter(house, office, ledger)).tasks).toContain('challenge-judge');
});

test('a planned leaving hands over when its day is over, in the name of whoever planned it', async ({
  house,
  office,
  ledger,
}) => {
  const { ada, ben } = ledger;
  const form = await fields(house, ada, ben.person, addDays(today, 10));
  expect((await office.browser.post(`${at(ada)}/confirm`, form)).statusCode).toBe(303);
  expect((await office.browser.get(at(ada))).body).toContain('Owns Action 1: Train every officer');
  expect((await readAfter(house, office, ledger)).action?.owner).toBe(ada.person);
  await house.data.as(serviceIn(house.dunmere.partnership), (scope) =>
    carryOutDue({ ...scope, today: addDays(today, 11) }, holdings),
  );
  const after = await readAfter(house, office, ledger);
  expect([after.action?.owner, after.risk?.owner]).toEqual([ben.person, ben.person]);
  expect(after.last).toMatchObject({ kind: 'passed-on', enteredBy: office.person });
});
