import { wordsFor } from './cells-of.ts';
import type { Kind } from './directory.ts';
import type { Change, Draft } from './draft.ts';
import { dayInWords } from './lookup.ts';

export const kindTitles: Readonly<Record<Kind, string>> = {
  agency: 'Agency',
  group: 'Group',
  person: 'Person',
  seat: 'Seat',
  holder: 'Place in a seat',
};

const factTitles: Readonly<Record<string, string>> = {
  name: 'Name',
  kind: 'Kind',
  standing: 'Standing',
  parent: 'Belongs to',
  emailDomains: 'Email domains',
  endedOn: 'Last day',
  purpose: 'Purpose',
  decides: 'Decides',
  sendsUp: 'Sends up',
  quorumMembers: 'Quorum',
  fromOn: 'From',
  untilOn: 'Until',
  jobTitle: 'Job title',
  agency: 'Agency',
  workEmail: 'Email',
  phone: 'Phone',
  leftOn: 'Last day',
};

export const factTitle = (fact: string): string => factTitles[fact] ?? fact;

/** The value of a fact as people read it. */
export function factInWords(draft: Draft, kind: Kind, fact: string, value: string): string {
  if (fact === 'kind')
    return kind === 'group' ? wordsFor.groupKind(draft.kindWords, value) : wordsFor.agencyKind(value);
  if (fact === 'standing') return wordsFor.standing(value);
  if (fact === 'parent' || fact === 'agency') return draft.fact(value, 'name');
  return fact.endsWith('On') ? dayInWords(value) : value;
}

/** What a record is called where it stands among others. */
export function nameInWords(draft: Draft, { kind, facts }: Pick<Change, 'kind' | 'facts'>): string {
  if (kind === 'seat') {
    const agency = draft.fact(facts['agency'] ?? '', 'name');
    return `${wordsFor.capacity(facts['capacity'])} of ${draft.fact(facts['group'] ?? '', 'name')}${agency && ` for ${agency}`}`;
  }
  if (kind !== 'holder') return facts['name'] ?? '';
  const seat = draft.find('seat', facts['seat'] ?? '');
  const where = seat ? nameInWords(draft, seat) : '';
  return `${draft.fact(facts['person'] ?? '', 'name')}${facts['deputy'] === 'yes' ? ', deputy' : ''}: ${where}`;
}

/** What is known of a new record besides its name, in one line. */
export const detailsInWords = (draft: Draft, { kind, facts }: Pick<Change, 'kind' | 'facts'>): string =>
  Object.entries(facts)
    .filter(([fact, value]) => value !== '' && fact !== 'name' && factTitles[fact] !== undefined)
    .filter(([fact]) => kind !== 'seat' || fact !== 'agency')
    .map(([fact, value]) => `${factTitle(fact)}: ${factInWords(draft, kind, fact, value)}`)
    .join('; ');
