import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Agency } from '../agencies/agency.store.ts';
import { kindWordsIn } from '../groups/kind-words.ts';
import type { Person } from '../people/person.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';
import { regimes } from '../regimes/regimes.ts';
import type { GapFacts } from './facts.ts';

/** A partnership of nobody, on a day in 2026, by the guidance of 2026. */
export const theFacts = (facts: Partial<GapFacts> = {}): GapFacts => ({
  today: plainDate('2026-11-23'),
  law: regimes['england-2017-act-2026'],
  kindWords: kindWordsIn({}),
  agencies: [],
  people: [],
  roles: [],
  groups: [],
  seats: [],
  termsReviews: new Map(),
  priorities: [],
  assistance: [],
  ...facts,
});

export const anAgency = (agency: Partial<Agency> & Pick<Agency, 'id' | 'kind'>): Agency => ({
  name: `Agency ${agency.id}`,
  standing: 'other',
  organisation: agency.id,
  parent: undefined,
  emailDomains: [],
  endedOn: undefined,
  ...agency,
});

export const aPerson = (person: Partial<Person> & Pick<Person, 'id'>): Person => ({
  name: `Person ${person.id}`,
  jobTitle: '',
  agency: undefined,
  workEmail: undefined,
  phone: '',
  leftOn: undefined,
  signsIn: false,
  ...person,
});

export const aRole = (role: Partial<RoleHeld> & Pick<RoleHeld, 'person' | 'role'>): RoleHeld => ({
  id: `${role.person} ${role.role}`,
  agency: undefined,
  group: undefined,
  fromOn: plainDate('2026-01-01'),
  untilOn: undefined,
  ...role,
});
