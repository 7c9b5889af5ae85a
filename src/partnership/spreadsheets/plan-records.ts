import { cellsOf } from './cells-of.ts';
import type { Entry, Facts } from './directory.ts';
import { findPerson } from './find-person.ts';
import { groupKindByName, kindByName, readAgencyKind, readGroupKind, readStanding } from './kinds-in-words.ts';
import { findNamed, findReferred, isAbove, keyNamed, type Planning } from './lookup.ts';
import type { RowReader } from './row-reader.ts';

/** What one row of the list of agencies does. */
export function planAgency(planning: Planning, row: RowReader): void {
  const known = knownOne(planning, row, 'agency', 'agency');
  const facts: Facts = {
    name: row.text('agency', 'name'),
    kind: row.choice('agency-kind', readAgencyKind),
    standing: row.choice('standing', readStanding),
    parent: keyNamed(planning, row, 'agency', row.text('parent', 'name of what it belongs to')),
    emailDomains: row.domains(),
    endedOn: row.day('until'),
  };
  settle(planning, row, 'agency', known, facts, (name) => ({ kind: kindByName(name), standing: 'other' }));
}

/** What one row of the list of groups does. */
export function planGroup(planning: Planning, row: RowReader): void {
  const words = planning.draft.kindWords;
  const known = knownOne(planning, row, 'group', 'group');
  const facts: Facts = {
    name: row.text('group', 'name'),
    kind: row.choice('group-kind', (text) => readGroupKind(text, words)),
    parent: keyNamed(planning, row, 'group', row.text('parent', 'name of what it reports to')),
    purpose: row.text('purpose', 'purpose', longWords),
    decides: row.text('decides', 'text on what it decides', longWords),
    sendsUp: row.text('sends-up', 'text on what it sends up', longWords),
    quorumMembers: row.count('quorum', 'how many seats make a quorum'),
    fromOn: row.day('from'),
    endedOn: row.day('until'),
  };
  if (facts['fromOn'] && facts['endedOn'] && facts['endedOn'] < facts['fromOn'])
    row.reject('its last day is before its first');
  settle(planning, row, 'group', known, facts, (name) => ({ kind: groupKindByName(name, words) }));
}

const longWords = 4000;

/** What one row of the list of people does. */
export function planPerson(planning: Planning, row: RowReader): void {
  const referred = findReferred(planning, row, 'person');
  if (referred) passOverKnown(planning, row, referred);
  const name = row.name();
  const agency = keyNamed(planning, row, 'agency', row.text('agency', 'name of the agency'));
  const workEmail = row.email();
  if (!referred && name === '') row.reject('no name');
  const known =
    referred ?? (row.reasons.length === 0 ? findPerson(planning, row, { name, agency, workEmail }) : undefined);
  if (known && !referred) passOverKnown(planning, row, known);
  const facts: Facts = {
    name: row.name(),
    jobTitle: row.text('job-title', 'job title'),
    agency,
    workEmail,
    phone: row.phone(),
    leftOn: row.day('until'),
  };
  settle(planning, row, 'person', known, facts, () => ({}));
}

function knownOne(
  planning: Planning,
  row: RowReader,
  kind: 'agency' | 'group',
  field: 'agency' | 'group',
): Entry | undefined {
  const named = row.text(field, 'name');
  const referred = findReferred(planning, row, kind);
  if (named === '' && row.raw('reference') === '') row.reject(`no name of the ${kind}`);
  const known =
    referred ?? (named !== '' && row.reasons.length === 0 ? findNamed(planning, row, kind, named) : undefined);
  if (known) passOverKnown(planning, row, known);
  return known;
}

/** Cells that say what stands here already are not read again, so that a list that was taken out comes back unchanged. */
export function passOverKnown({ base }: Planning, row: RowReader, { kind, key }: Entry): void {
  const entry = base.find(kind, key);
  if (entry) row.passOver(cellsOf(base, entry));
}

type Settled = 'agency' | 'group' | 'person';
const lastDay: Record<Settled, string> = { agency: 'endedOn', group: 'endedOn', person: 'leftOn' };

/** Puts what a row says into the draft, when nothing stands against it. */
function settle(
  { draft, base }: Planning,
  row: RowReader,
  kind: Settled,
  known: Entry | undefined,
  said: Facts,
  guess: (name: string) => Facts,
): void {
  const earlier = known && draft.saidIn(known.key);
  if (known && earlier !== undefined) row.reject(`${known.facts['name'] ?? ''} is already in line ${earlier}`);
  const last = said[lastDay[kind]] ?? '';
  if (known && last !== '' && last !== base.fact(known.key, lastDay[kind]))
    row.reject(
      'what is here already is ended on its own page, where it is seen what ends with it: leave the last day out',
    );
  if (known && said['parent'] && isAbove(draft, known.key, said['parent'])) row.reject('it would be a part of itself');
  if (row.reasons.length > 0) return;
  if (known) draft.say(known.key, said, row.line);
  else draft.add(kind, { ...empty[kind], ...guess(said['name'] ?? ''), ...stated(said) }, row.line);
}

/** Every fact of a record, unsaid. */
export const empty: Readonly<Record<Settled, Facts>> = {
  agency: { name: '', kind: 'other', standing: 'other', parent: '', emailDomains: '', endedOn: '' },
  group: {
    name: '',
    kind: 'sub-group',
    parent: '',
    purpose: '',
    decides: '',
    sendsUp: '',
    quorumMembers: '',
    fromOn: '',
    endedOn: '',
  },
  person: { name: '', jobTitle: '', agency: '', workEmail: '', phone: '', leftOn: '' },
};

/** What is said, without what is not. */
export const stated = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
