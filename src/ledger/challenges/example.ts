import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { listPeople } from '../../partnership/people/person.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { ExamplePlace } from '../example.ts';
import { carryOut } from './carry-out.ts';
import { findChallenge } from './challenge.store.ts';
import { draftChallenge } from './draft-challenge.ts';
import { type ExampleChallenge, exampleChallenges } from './example-words.ts';

/**
 * The challenges of an example partnership, told as they happened: each step is taken on its day, as whoever took it. `scope` is
 * the office’s; who has no account is spoken for by the office.
 */
export async function exampleOfChallenges(scope: Scope, { slug, people }: ExamplePlace): Promise<void> {
  const told = exampleChallenges[slug] ?? [];
  if (told.length === 0) return;
  const [agencies, everybody] = await Promise.all([listAgencies(scope), listPeople(scope)]);
  for (const one of told) {
    const agency = agencies.find(({ name }) => name === one.to)?.id;
    const speaker = everybody.find((person) => person.agency === agency && person.leftOn === undefined)?.id;
    if (agency !== undefined && speaker !== undefined) await tell(scope, one, { agency, speaker, people });
  }
}

interface Cast {
  agency: string;
  /** Somebody who speaks for the agency. */
  speaker: string;
  people: ExamplePlace['people'];
}

async function tell(scope: Scope, { by, ago, within, ...one }: ExampleChallenge, cast: Cast): Promise<void> {
  const { agency, speaker, people } = cast;
  const on = (days: number, person = scope.person): Scope => ({
    ...scope,
    person,
    today: addDays(scope.today, -days),
  });
  const raisedBy = people.get(by) ?? scope.person;
  const dueOn = addDays(scope.today, within - ago);
  const { to: _, steps, ...draft } = one;
  const id = await draftChallenge(on(ago + 2, raisedBy), { ...draft, agency, dueOn });
  const put = { ago, as: by, said: { step: 'put', until: dueOn, words: '' } } as const;
  for (const step of [put, ...steps]) {
    const person = step.as === undefined ? undefined : people.get(step.as);
    const there = on(step.ago, person);
    const viewer = { person: there.person, agency: undefined, sees: 'kept' } as const;
    const challenge = await findChallenge(there, viewer, id);
    const onBehalf = step.as === undefined ? ({ of: speaker, toldBy: 'e-mail' } as const) : undefined;
    if (challenge) await carryOut(there, challenge, step.said, onBehalf);
  }
}
