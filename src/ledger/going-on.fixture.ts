import { changePerson, findPerson, markLeft } from '../partnership/people/person.store.ts';
import { addDays } from '../platform/calendar/days.ts';
import type { Scope } from '../platform/database/database.ts';
import { newId } from '../platform/database/ids.ts';
import { addEntries, raiseActions } from './actions/action.store.ts';
import { carryOut } from './challenges/carry-out.ts';
import { findChallenge } from './challenges/challenge.store.ts';
import type { Challenge } from './challenges/challenge.ts';
import { test as challengesTest, type Someone } from './challenges/challenges.fixture.ts';
import { draftChallenge } from './challenges/draft-challenge.ts';
import type { Said } from './challenges/take-step.ts';
import { addAbsence } from './chivvying/absence.store.ts';
import { raiseDisagreement } from './disagreements/carry-out.ts';
import { setLiaison } from './disagreements/liaison.store.ts';
import { addEvidence } from './evidence/evidence.store.ts';
import { keepNeeds } from './risks/keep-needs.ts';
import { addControls, addRisk, addEntries as addRiskEntries, findRisk } from './risks/risk.store.ts';
import { tie } from './thread/thread-link.store.ts';

/** What the ledger of a partnership holds that goes on, and whose it is. */
export interface Ledger {
  /** Of the police; owns the action and the risk, answers the challenge, is who to ring, and is away next week. */
  ada: Someone;
  /** Of the police too, and covers for Ada. */
  ben: Someone;
  /** Who said something, and has left. */
  gone: Someone;
  action: string;
  challenge: string;
  disagreement: string;
  risk: string;
}

/** Tests that ask for it get a partnership whose ledger holds one open thing of each kind. */
export const test = challengesTest.extend<{ ledger: Ledger }>({
  ledger: async ({ house, agencies, someone, office, chair }, use) => {
    const ada = await someone(agencies.police, 'agency-representative');
    const ben = await someone(agencies.police, 'agency-representative');
    const gone = await someone(agencies.police, 'agency-representative');
    const nurse = await someone(agencies.health, 'agency-representative');
    const as = <T>(who: Someone, work: (scope: Scope) => Promise<T>) => house.data.as(who, work);
    const action = await as(office, (scope) => anAction(scope, agencies.police, ada.person));
    for (const [who, words] of [
      [gone, 'Half of them are trained'],
      [ada, 'All but two are trained'],
    ] as const)
      await as(who, (scope) => addEntries(scope, [{ action, kind: 'progress', words }]));
    await as(ada, (scope) => showWith(scope, action));
    const challenge = await as(chair, (scope) => aChallenge(scope, agencies.police));
    await as(ada, (scope) =>
      take(scope, challenge, { step: 'answer', position: 'partly', words: 'We hold them in time from May' }),
    );
    const risk = await as(office, (scope) => aRisk(scope, agencies.police, ada.person));
    const disagreement = await as(nurse, (scope) =>
      raiseDisagreement(scope, {
        subject: 'threshold',
        caseReference: 'H-77',
        difference: 'Whether it is a matter for the police',
        wanted: 'A strategy meeting',
        raisedBy: nurse.person,
        raisingAgency: agencies.health,
        otherAgency: agencies.police,
        urgent: false,
        withPerson: ada.person,
      }),
    );
    await as(office, async (scope) => {
      await setLiaison(scope, agencies.police, { person: ada.person, reach: 'Weekdays 9 to 5' });
      const fromOn = addDays(scope.today, 7);
      await addAbsence(scope, { person: ada.person, fromOn, untilOn: addDays(fromOn, 4), cover: ben.person });
      await tie(scope, { kind: 'challenge', id: challenge }, 'led-to', { kind: 'action', id: action });
      await tie(scope, { kind: 'action', id: action }, 'evidences', { kind: 'page', id: newId() });
      for (const [who, name] of [
        [ada, 'Ada Wren'],
        [ben, 'Ben Hale'],
      ] as const)
        await changePerson(scope, who.person, { ...(await findPerson(scope, who.person)), name });
      await markLeft(scope, gone.person, addDays(scope.today, -1));
    });
    await use({ ada, ben, gone, action, challenge, disagreement, risk });
  },
});

async function anAction(scope: Scope, leadAgency: string, owner: string): Promise<string> {
  const dueOn = addDays(scope.today, 10);
  const made = { title: 'Train every officer', leadAgency, owner, sourceKind: 'meeting', dueOn } as const;
  const [id = ''] = await raiseActions(scope, [made]);
  return id;
}

/** Words, and a file that has been destroyed since, as evidence. */
async function showWith(scope: Scope, action: string): Promise<void> {
  const { db, partnership: partnership_id, person, now } = scope;
  const id = newId();
  const destroyed = { destroyed_at: now, destroyed_by: person, destroyed_under: 'a test' };
  await db
    .insertInto('file_key')
    .values({ partnership_id, file_id: id, ...destroyed })
    .execute();
  const file = { name: 'register.pdf', type: 'pdf', bytes: 1, sha256: Buffer.alloc(32), state: 'clean' } as const;
  await db
    .insertInto('stored_file')
    .values({ partnership_id, id, ...file, uploaded_by: person, uploaded_at: now })
    .execute();
  await addEvidence(scope, { record: { kind: 'action', id: action }, title: 'Plan', address: 'https://plan.example' });
  await addEvidence(scope, { record: { kind: 'action', id: action }, title: 'Register', file: id });
}

/** Put to the agency today, due in four weeks. */
async function aChallenge(scope: Scope, agency: string): Promise<string> {
  const id = await draftChallenge(scope, {
    agency,
    subject: 'Conferences are late',
    concern: 'One in three is held after the day',
    evidenceKind: 'figure',
    evidence: '67% in time',
    expected: 'What will change, by when',
  });
  await take(scope, id, { step: 'put', until: addDays(scope.today, 28), words: '' });
  return id;
}

async function take(scope: Scope, id: string, said: Said): Promise<void> {
  const found: Challenge | undefined = await findChallenge(scope, { ...scope, agency: undefined, sees: 'kept' }, id);
  if (found) await carryOut(scope, found, said);
}

async function aRisk(scope: Scope, leadAgency: string, owner: string): Promise<string> {
  const score = { likelihood: 3, impact: 5 };
  const id = await addRisk(scope, {
    title: 'Too few officers',
    cause: 'Posts stay empty',
    event: 'Visits are missed',
    effect: 'Harm is seen late',
    category: 'workforce',
    inherent: { likelihood: 5, impact: 5 },
    current: score,
    target: { likelihood: 2, impact: 3 },
    owner,
    leadAgency,
    reviewOn: addDays(scope.today, 7),
  });
  await addControls(scope, id, [{ title: 'Overtime', works: 'partly' }]);
  await addRiskEntries(scope, id, [{ kind: 'raised', score: { ...score, scale: 5 } }]);
  const risk = await findRisk(scope, { ...scope, agency: undefined, all: true }, id);
  if (risk) await keepNeeds(scope, risk);
  return id;
}
