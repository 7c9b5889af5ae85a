import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { ActionFacts, Facts, HeldBefore, PersonFacts } from './facts.ts';
import { defaultRules } from './rules.ts';

/** Action 7, led by the police and owned by Ada, due on Monday 1 June 2026; nothing has been said of it. */
export const anAction = (action: Partial<ActionFacts> = {}): ActionFacts => ({
  id: 'action',
  number: 7,
  title: 'Tell the board what came of the visit',
  leadAgency: 'police',
  owner: 'ada',
  dueOn: plainDate('2026-06-01'),
  safeForEmail: true,
  askedUntil: undefined,
  blocked: false,
  toldOn: undefined,
  answeredOn: undefined,
  held: [],
  ...action,
});

/** Somebody of no school, with an account, who is always there. */
export const aPerson = (person: Partial<PersonFacts> & Pick<PersonFacts, 'id'>): PersonFacts => ({
  name: person.id,
  leftOn: undefined,
  account: `account of ${person.id}`,
  address: undefined,
  chiefOfficer: false,
  absences: [],
  school: false,
  terms: undefined,
  notOn: [],
  ...person,
});

/** A message that was held on 15 June 2026 for the police’s member, and waits. */
export const aHeldMessage = (held: Partial<HeldBefore> = {}): HeldBefore => ({
  id: 'held',
  level: 'member',
  why: 'overdue',
  heldOn: plainDate('2026-06-15'),
  waiting: true,
  ...held,
});

/** The police, with a member and a chief officer; a chair; Ada and Ben, who work for it; and what holds where nothing is set. */
export const theFacts = (facts: Partial<Facts> = {}, ...people: PersonFacts[]): Facts => ({
  rules: defaultRules,
  calendar: { bankHolidays: bankHolidaysOf('england-and-wales'), periods: [] },
  actions: [anAction()],
  people: new Map(
    [
      aPerson({ id: 'ada' }),
      aPerson({ id: 'ben' }),
      aPerson({ id: 'member' }),
      aPerson({ id: 'chair' }),
      aPerson({ id: 'chief', chiefOfficer: true }),
      ...people,
    ].map((person) => [person.id, person]),
  ),
  above: new Map([['police', { member: 'member', chiefOfficer: 'chief' }]]),
  chair: 'chair',
  moot: [],
  ...facts,
});
