import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Person } from './person.store.ts';
import type { RoleHeld } from './role-held.store.ts';

/** Somebody for tests: of one agency, with an address, who does not sign in. */
export const aPerson = (person: Partial<Person> = {}): Person => ({
  id: 'person',
  name: 'Ada Quay',
  jobTitle: 'Headteacher',
  agency: 'school',
  workEmail: 'ada.quay@school.example',
  phone: '',
  leftOn: undefined,
  signsIn: false,
  ...person,
});

/** A role for tests: business manager since long ago and without end. */
export const aRole = (held: Partial<RoleHeld> = {}): RoleHeld => ({
  id: 'role',
  person: 'person',
  role: 'business-manager',
  agency: undefined,
  group: undefined,
  fromOn: plainDate('2024-01-01'),
  untilOn: undefined,
  ...held,
});
