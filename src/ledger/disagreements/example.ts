import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { listPeople, type Person } from '../../partnership/people/person.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { ExamplePlace } from '../example.ts';
import { carryOut, raiseDisagreement } from './carry-out.ts';
import { findDisagreement } from './disagreement.store.ts';
import { type ExampleDisagreement, exampleDisagreements } from './example-words.ts';
import { setLiaison } from './liaison.store.ts';

/**
 * The disagreements of an example partnership, told as they happened: each step is taken on its day. `scope` is the office’s, which
 * enters what those say who have no account. Three agencies in four have named somebody to ring.
 */
export async function exampleOfDisagreements(scope: Scope, { slug, people }: ExamplePlace): Promise<void> {
  const told = exampleDisagreements[slug] ?? [];
  if (told.length === 0) return;
  const [agencies, everybody] = await Promise.all([listAgencies(scope), listPeople(scope)]);
  const here = everybody.filter(({ leftOn }) => leftOn === undefined);
  const present = agencies.filter(({ endedOn }) => endedOn === undefined);
  for (const [at, { id }] of present.entries()) {
    const [officer] = here.filter(({ agency }) => agency === id).slice(-1);
    if (officer && at % 4 !== 3)
      await setLiaison(scope, id, { person: officer.id, reach: reaches[at % reaches.length] ?? '' });
  }
  const agencyNamed = (name: string) => agencies.find((agency) => agency.name === name)?.id ?? '';
  for (const one of told) await tell(scope, one, { agencyNamed, here, people });
}

const reaches = [
  'Weekdays 9am to 5pm',
  'Weekdays 8am to 6pm; otherwise ring the duty desk',
  'By e-mail first; answers within two hours',
];

interface Cast {
  agencyNamed(name: string): string;
  here: readonly Person[];
  people: ExamplePlace['people'];
}

async function tell(scope: Scope, one: ExampleDisagreement, { agencyNamed, here, people }: Cast): Promise<void> {
  const [raisingAgency, otherAgency] = [agencyNamed(one.from), agencyNamed(one.with)];
  const speaker = (agency: string) => here.find((person) => person.agency === agency)?.id;
  const [raiser, other] = [(one.as && people.get(one.as)) || speaker(raisingAgency), speaker(otherAgency)];
  if (raiser === undefined || other === undefined) return;
  const on = (days: number, person = scope.person): Scope => ({ ...scope, person, today: addDays(scope.today, -days) });
  const { subject, caseReference, difference, wanted, urgent = false } = one;
  const made = { subject, caseReference, difference, wanted, urgent, raisedBy: raiser, raisingAgency, otherAgency };
  const id = await raiseDisagreement(on(one.ago, raiser), { ...made, withPerson: other });
  for (const { ago, who, said } of one.steps) {
    const there = who === 'other' ? on(ago) : on(ago, who === 'raiser' ? raiser : people.get(who));
    const viewer = { person: there.person, agency: undefined, escalated: true, all: true };
    const disagreement = await findDisagreement(there, viewer, id);
    const onBehalf = who === 'other' ? ({ of: other, toldBy: 'call' } as const) : undefined;
    if (disagreement) await carryOut(there, disagreement, said, onBehalf);
  }
}
