import type { Agency } from './agency.store.ts';

/** An agency for tests: a school of its own, part of the partnership. */
export const anAgency = (agency: Partial<Agency> = {}): Agency => ({
  id: 'agency',
  name: 'Quay School',
  kind: 'secondary-school',
  standing: 'relevant-agency',
  organisation: 'organisation',
  parent: undefined,
  emailDomains: [],
  endedOn: undefined,
  ...agency,
});
