import { expect } from 'vitest';
import type { House } from '../../test/harness/house.ts';
import { listOwnTasks } from '../partnership/task.store.ts';
import { answerAll, begin, merger } from '../partnership/transition/reorganise.fixture.ts';
import { reorganise } from '../partnership/transition/reorganise.ts';
import { heldBy, holdings } from '../partnership/transition/transition.fixture.ts';
import { changeRegime } from '../partnership/transition/transition.store.ts';
import { type Held, keyOf } from '../partnership/transition/transition.ts';
import type { Scope, Who } from '../platform/database/database.ts';
import { service } from '../platform/database/service.ts';
import { findAction, listEntries as listActionEntries } from './actions/action.store.ts';
import { listWholeActions } from './actions/action-list.store.ts';
import { findChallenge, listEntries } from './challenges/challenge.store.ts';
import { listChallenges } from './challenges/challenge-list.store.ts';
import type { Someone } from './challenges/challenges.fixture.ts';
import { draftChallenge } from './challenges/draft-challenge.ts';
import { listAbsences } from './chivvying/absence.store.ts';
import { findDisagreement, listStages } from './disagreements/disagreement.store.ts';
import { listDisagreements } from './disagreements/disagreement-list.store.ts';
import { listLiaison } from './disagreements/liaison.store.ts';
import { listEvidence } from './evidence/evidence.store.ts';
import { test } from './going-on.fixture.ts';
import { findRisk, listControls, listEntries as listRiskEntries } from './risks/risk.store.ts';
import { listRisks } from './risks/risk-list.store.ts';
import { listAllTies } from './thread/thread-link.store.ts';

const keeper = { person: service, agency: undefined, sees: 'kept' } as const;
const everything = { person: service, agency: undefined, escalated: true, all: true };
const all = { limit: 100 } as const;

/** Merges Dunmere into Elsewhere as its office answers. @returns the business manager of Elsewhere */
async function merge(house: House, office: Someone): Promise<Who> {
  const neighbour = await house.person(house.elsewhere, 'business-manager');
  const at = await begin(office.browser);
  await answerAll(house, office, office.browser, at);
  await reorganise(house.data, holdings, merger(house));
  return neighbour;
}

const ofKind = (held: readonly Held[], kind: string) => held.filter((one) => one.kind === kind);

test('a draft that only its writer may know of is neither shown nor carried, and no draft tells what it is about', async ({
  house,
  office,
  someone,
  agencies,
}) => {
  const scrutineer = await someone(undefined, 'scrutineer');
  const draft = (subject: string, unseen: boolean) =>
    house.data.as(scrutineer, (scope) =>
      draftChallenge(scope, {
        agency: agencies.council,
        subject,
        concern: 'Seen at a visit',
        evidenceKind: 'other',
        evidence: 'A visit',
        expected: 'What will change',
        unseen,
      }),
    );
  await draft('What nobody may know', true);
  await draft('What the office may know', false);
  const held = ofKind(await heldBy(house, office, 'merge'), 'challenge');
  expect(held.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Draft challenge in the name of Person \w+$/),
  ]);
  const neighbour = await merge(house, office);
  const there = await house.data.as(neighbour, (scope) => listChallenges(scope, keeper, {}, all));
  expect(there).toMatchObject([{ subject: 'What the office may know', state: 'draft', number: undefined }]);
  const count = await house.data.as(neighbour, ({ db }) =>
    db.selectFrom('challenge').select('subject').where('unseen', '=', true).execute(),
  );
  expect(count).toEqual([]);
});

test('every open thing of the ledger is to be answered for, in a merger and when the regime changes', async ({
  house,
  office,
  ledger,
}) => {
  const kinds = (held: readonly Held[]) => new Set(held.map(({ kind }) => kind));
  const ids = (held: readonly Held[]) => held.map(({ id }) => id);
  const merging = await heldBy(house, office, 'merge');
  const { action, challenge, disagreement, risk } = ledger;
  expect(ids(merging)).toEqual(expect.arrayContaining([action, challenge, disagreement, risk]));
  expect([...kinds(merging)]).toEqual(expect.arrayContaining(['liaison', 'absence', 'tie']));
  const moving = await heldBy(house, office, 'regime');
  expect(ids(moving)).toEqual(expect.arrayContaining([action, challenge, disagreement, risk]));
  expect([...kinds(moving)]).not.toContain('liaison');
});

test('a table of the ledger that nothing speaks for stops a merger', async ({ house, office, ledger }) => {
  expect(ledger.action).toBeTruthy();
  const at = await begin(office.browser);
  await answerAll(house, office, office.browser, at);
  const silent = holdings.map((one) => (one.kind === 'absence' ? { ...one, tables: [], staysBehind: {} } : one));
  await expect(reorganise(house.data, silent, merger(house))).rejects.toThrow('nothing carries yet: absence');
});

test('what goes on arrives as it stood, with what those said who come along, and is asked for there', async ({
  house,
  office,
  ledger,
}) => {
  const neighbour = await merge(house, office);
  const there = await house.data.as(neighbour, readAll);
  expect(there.action).toMatchObject({
    title: 'Train every officer',
    oldReference: expect.stringContaining('Action 1') as string,
  });
  expect(there.said).toEqual(['All but two are trained']);
  expect(there.evidence.map(({ title, address, file }) => [title, address, file])).toEqual([
    ['Plan', 'https://plan.example', undefined],
    [expect.stringMatching(/^Register \(a file, kept with .+\)$/), '', undefined],
  ]);
  expect(there.challenge).toMatchObject({ number: 1, state: 'answered', position: 'partly', stage: 1 });
  expect(there.answers.map(({ kind, words }) => [kind, words])).toEqual([
    ['drafted', ''],
    ['put', ''],
    ['answered', 'We hold them in time from May'],
  ]);
  expect(there.disagreement).toMatchObject({ number: 1, subject: 'threshold', caseReference: 'H-77', stage: 1 });
  expect(there.stages).toMatchObject([{ stage: 1, withPerson: there.action?.owner }]);
  expect(there.risk).toMatchObject({ title: 'Too few officers', owner: there.action?.owner });
  expect([there.controls.map(({ title }) => title), there.reviews.map(({ kind }) => kind)]).toEqual([
    ['Overtime'],
    ['raised'],
  ]);
  expect(there.liaison).toMatchObject([{ agencyName: 'Dunmere Police', officer: { reach: 'Weekdays 9 to 5' } }]);
  expect(there.absences).toMatchObject([{ person: there.action?.owner, cover: expect.any(String) as string }]);
  expect(there.ties).toMatchObject([
    { from: { id: there.challenge?.id }, relation: 'led-to', to: { id: there.action?.id } },
  ]);
  const asked = await house.data.as(neighbour, (scope) =>
    listOwnTasks({ ...scope, person: there.action?.owner ?? '' }),
  );
  expect(asked.map(({ kind }) => kind).toSorted()).toEqual(['action', 'disagreement-answer', 'risk-review']);
  const here = await house.data.as(office, (scope) => listActionEntries(scope, ledger.action));
  expect(here.map(({ words }) => words)).toContain('Half of them are trained');
});

async function readAll(scope: Scope) {
  const [action] = await listWholeActions(scope, {});
  const [challenge] = await listChallenges(scope, keeper, {}, all);
  const [disagreement] = await listDisagreements(scope, everything, {}, all);
  const [risk] = await listRisks(scope, everything, {}, all);
  return {
    action,
    said: (await listActionEntries(scope, action?.id ?? service)).map(({ words }) => words),
    evidence: await listEvidence(scope, { kind: 'action', id: action?.id ?? service }),
    challenge,
    answers: await listEntries(scope, challenge?.id ?? service),
    disagreement,
    stages: await listStages(scope, disagreement?.id ?? service),
    risk,
    controls: await listControls(scope, risk?.id ?? service),
    reviews: await listRiskEntries(scope, risk?.id ?? service),
    liaison: (await listLiaison(scope)).filter(({ officer }) => officer !== undefined),
    absences: await listAbsences(scope),
    ties: await listAllTies(scope),
  };
}

test('nobody ends what holds their own agency to account, and another business manager may', async ({
  house,
  office,
  someone,
  agencies,
  ledger,
}) => {
  await house.data.as(office, (scope) => changeRegime(scope, 'england-2004-act'));
  const ofPolice = await someone(agencies.police, 'business-manager');
  const at = String(
    (await office.browser.post('/dunmere/transition', { to: 'england-2017-act-2018' })).headers.location,
  );
  const end = (who: Someone, kind: string, id: string) =>
    who.browser.post(at, { [`${kind}-${id}`]: 'ended', [`was-${kind}-${id}`]: '', because: 'It is old' });
  for (const [kind, id] of [
    ['challenge', ledger.challenge],
    ['disagreement', ledger.disagreement],
  ] as const) {
    const refused = await end(ofPolice, kind, id);
    expect([refused.statusCode, refused.body.includes('about your own agency')]).toEqual([422, true]);
    expect((await end(office, kind, id)).statusCode).toBe(303);
  }
});

test('what ends with a regime ends for the reason given, and nothing more is asked', async ({
  house,
  office,
  ledger,
}) => {
  await house.data.as(office, (scope) => changeRegime(scope, 'england-2004-act'));
  const { browser } = office;
  const begun = await browser.post('/dunmere/transition', { to: 'england-2017-act-2018' });
  const at = String(begun.headers.location);
  const ours = [ledger.action, ledger.challenge, ledger.disagreement, ledger.risk];
  const fields = (await heldBy(house, office)).flatMap((one): [string, string][] => [
    [keyOf(one), ours.includes(one.id) ? 'ended' : 'carried'],
    [`was-${keyOf(one)}`, ''],
  ]);
  const because = 'The new board begins afresh';
  expect((await browser.post(at, Object.fromEntries(fields))).statusCode).toBe(422);
  expect((await browser.post(at, { ...Object.fromEntries(fields), because })).statusCode).toBe(303);
  expect((await browser.post(`${at}/move`)).statusCode).toBe(303);
  const after = await house.data.as(office, async (scope) => ({
    action: await findAction(scope, ledger.action),
    challenge: await findChallenge(scope, keeper, ledger.challenge),
    disagreement: await findDisagreement(scope, everything, ledger.disagreement),
    risk: await findRisk(scope, everything, ledger.risk),
    words: [
      (await listActionEntries(scope, ledger.action)).at(-1)?.words,
      (await listEntries(scope, ledger.challenge)).at(-1)?.words,
      (await listRiskEntries(scope, ledger.risk)).at(-1)?.words,
    ],
    today: scope.today,
  }));
  expect(after).toMatchObject({
    action: { state: 'withdrawn' },
    challenge: { state: 'withdrawn' },
    disagreement: { outcome: 'withdrawn', endedOn: after.today },
    risk: { closedOn: after.today },
    words: [because, because, because],
  });
  const asked = await house.data.as(ledger.ada, listOwnTasks);
  expect(asked).toEqual([]);
  expect(ofKind(await heldBy(house, office), 'challenge')).toEqual([]);
});
