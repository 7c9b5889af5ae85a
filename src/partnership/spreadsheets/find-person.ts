import type { Entry } from './directory.ts';
import { nameKey } from './draft.ts';
import { dayInWords, goesOn, type Planning } from './lookup.ts';
import type { RowReader } from './row-reader.ts';

/** How a row names somebody. */
interface Described {
  name: string;
  /** The key of their agency, '' where it is not said. */
  agency: string;
  workEmail: string;
}

/**
 * The person a row means: the one of that email address, else the one of that name in that agency. Undefined, with no reason
 * given to the row, where it is somebody new.
 */
export function findPerson(planning: Planning, row: RowReader, described: Described): Entry | undefined {
  const { draft } = planning;
  const byEmail = described.workEmail === '' ? [] : draft.withEmail(described.workEmail).filter(hasEmail(described));
  if (byEmail.length > 0) return ofEmail(planning, row, byEmail, described);
  const { agency } = described;
  const byName = draft.named('person', described.name).filter(({ facts }) => !agency || facts['agency'] === agency);
  return onlyOne(planning, row, byName, described.name);
}

const hasEmail =
  ({ workEmail }: Described) =>
  ({ facts }: Entry) =>
    facts['workEmail']?.toLowerCase() === workEmail;

/** Of people with one address the one of that name. A name that shares a word with theirs is theirs, written anew. */
function ofEmail(
  planning: Planning,
  row: RowReader,
  those: Entry[],
  { name, workEmail }: Described,
): Entry | undefined {
  const same = those.filter(({ facts }) => nameKey(facts['name'] ?? '') === nameKey(name));
  if (same.length > 0) return onlyOne(planning, row, same, name);
  const words = new Set(nameKey(name).split(' '));
  const alike = those.filter(({ facts }) =>
    nameKey(facts['name'] ?? '')
      .split(' ')
      .some((word) => words.has(word)),
  );
  if (alike.length > 0) return onlyOne(planning, row, alike, name);
  const [other] = those;
  const line = other && planning.draft.saidIn(other.key);
  const where = line === undefined ? 'here' : `in line ${line}`;
  row.reject(
    `“${workEmail}” is the address of ${other?.facts['name'] ?? ''} ${where}: where two people share one, leave it out`,
  );
  return undefined;
}

function onlyOne({ today }: Planning, row: RowReader, those: readonly Entry[], name: string): Entry | undefined {
  const live = those.filter((entry) => goesOn(entry, today));
  const [gone] = those;
  if (live.length > 1) row.reject(`${live.length} people here are called “${name}”: say which by their email address`);
  if (live.length === 0 && gone)
    row.reject(
      `${gone.facts['name'] ?? ''} left on ${dayInWords(gone.facts['leftOn'] ?? '')}: bring them back on their own page first`,
    );
  return live.length === 1 ? live[0] : undefined;
}

/** The person a row of seats means: by reference, by address, or by a name that only one has, best in the seat's agency. */
export function findSitter(planning: Planning, row: RowReader, described: Described): Entry | undefined {
  const { base, draft, today } = planning;
  const reference = row.raw('person-reference').toLowerCase();
  if (reference !== '') {
    const referred = base.find('person', reference);
    if (!referred) row.reject(`nobody here has the reference “${reference.slice(0, 40)}”`);
    return referred;
  }
  const { name, agency, workEmail } = described;
  const byEmail = workEmail === '' ? [] : draft.withEmail(workEmail).filter(hasEmail(described));
  if (byEmail.length > 0) return ofEmail(planning, row, byEmail, described);
  const named = draft.named('person', name).filter((entry) => goesOn(entry, today));
  const inAgency = named.filter(({ facts }) => facts['agency'] === agency);
  const those = inAgency.length > 0 ? inAgency : named;
  if (those.length === 0) row.reject(`nobody here is called “${name}”${planning.hints.for('person', name)}`);
  return onlyOne(planning, row, those, name);
}
