import { agencyKinds, isAgencyKind, standings } from '../agencies/kinds.ts';
import type { GroupKind } from '../groups/group.store.ts';
import type { KindWords } from '../groups/kind-words.ts';
import { capacities, groupKinds } from '../groups/kinds.ts';
import { capital } from '../settings/words.ts';
import type { Entry, Facts } from './directory.ts';
import type { Draft } from './draft.ts';
import type { Field } from './fields.ts';

/** What stands in each column of a record's row. */
export type Cells = Partial<Record<Field, string>>;

const isGroupKind = (name: string): name is GroupKind => Object.hasOwn(groupKinds, name);

const titleIn = (titles: Readonly<Record<string, string>>, name = ''): string =>
  (Object.hasOwn(titles, name) && titles[name]) || name;

/** Facts whose value is one of a few, as people call them. */
export const wordsFor = {
  agencyKind: (kind = '') => (isAgencyKind(kind) ? agencyKinds[kind].title : kind),
  standing: (standing = '') => titleIn(standings, standing),
  groupKind: (words: KindWords, kind = '') => (isGroupKind(kind) ? capital(words[kind]) : kind),
  capacity: (capacity = '') => titleIn(capacities, capacity),
} as const;

const nameOf = (draft: Draft, key = '') => draft.fact(key, 'name');

const rows: Readonly<Record<'agency' | 'person' | 'group' | 'seat' | 'holder', (draft: Draft, facts: Facts) => Cells>> =
  {
    agency: (draft, facts) => ({
      agency: facts['name'] ?? '',
      'agency-kind': wordsFor.agencyKind(facts['kind']),
      standing: wordsFor.standing(facts['standing']),
      parent: nameOf(draft, facts['parent']),
      'email-domains': facts['emailDomains'] ?? '',
      until: facts['endedOn'] ?? '',
    }),
    person: (draft, facts) => ({
      person: facts['name'] ?? '',
      agency: nameOf(draft, facts['agency']),
      'job-title': facts['jobTitle'] ?? '',
      email: facts['workEmail'] ?? '',
      phone: facts['phone'] ?? '',
      until: facts['leftOn'] ?? '',
    }),
    group: (draft, facts) => ({
      group: facts['name'] ?? '',
      'group-kind': wordsFor.groupKind(draft.kindWords, facts['kind']),
      parent: nameOf(draft, facts['parent']),
      purpose: facts['purpose'] ?? '',
      decides: facts['decides'] ?? '',
      'sends-up': facts['sendsUp'] ?? '',
      quorum: facts['quorumMembers'] ?? '',
      from: facts['fromOn'] ?? '',
      until: facts['endedOn'] ?? '',
    }),
    seat: (draft, facts) => ({
      group: nameOf(draft, facts['group']),
      agency: nameOf(draft, facts['agency']),
      capacity: wordsFor.capacity(facts['capacity']),
      'seat-from': facts['fromOn'] ?? '',
      'seat-until': facts['untilOn'] ?? '',
    }),
    holder: (draft, facts) => ({
      'person-reference': facts['person'] ?? '',
      person: nameOf(draft, facts['person']),
      email: draft.fact(facts['person'] ?? '', 'workEmail'),
      deputy: facts['deputy'] === 'yes' ? 'Yes' : '',
      from: facts['fromOn'] ?? '',
      until: facts['untilOn'] ?? '',
    }),
  };

/** The cells that say what is known of a record; those that no row of it has are not there. */
export function cellsOf(draft: Draft, { kind, key, facts }: Entry): Cells {
  return { ...(kind === 'holder' ? {} : { reference: key }), ...rows[kind](draft, facts) };
}
