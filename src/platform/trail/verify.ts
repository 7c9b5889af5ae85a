import type { Database, Scope } from '../database/database.ts';
import { listPartnerships, type PartnershipListed, serviceIn } from '../jobs/partnerships.store.ts';
import { type HeadsKept, readHeads } from './heads.ts';
import {
  countUnsealed,
  findEntryInBrief,
  findLastSeal,
  listMarks,
  listSeals,
  listUnfollowedTables,
  readInOrder,
} from './seal.store.ts';
import { endOf, firstDifference, flawOfSeal, type Mark, type Seal, type SealFlaw, type SealVerifiers } from './seal.ts';

/** The first thing in a partnership's trail that does not match. */
export interface TrailFault {
  kind: 'altered' | 'missing' | 'inserted' | 'seal' | 'cut-off' | 'rolled-back';
  /** The seal it was found at. */
  seal: number;
  /** The number of the entry, where one can be named. */
  entry?: number;
  says: string;
}

/** What was found in a partnership's trail. */
export interface TrailReport extends PartnershipListed {
  entries: number;
  seals: number;
  /** Entries too young to be sealed, and when the oldest of them was made. */
  waiting: number;
  waitingSince: Date | undefined;
  /** The newest seal, to be compared with what was sent away or printed. */
  head: { number: number; hash: string } | undefined;
  restored: HeadsKept['restored'];
  fault: TrailFault | undefined;
}

export interface TrailFindings {
  /** Whether every trail matches and everything that should be followed is. */
  sound: boolean;
  partnerships: readonly TrailReport[];
  /** Tables whose changes are not recorded: somebody has switched the trail off. */
  unfollowed: readonly string[];
}

/**
 * Recomputes the trail: every entry against its seal, every seal against the one before it and its signature, and the newest
 * against the heads that were sent away. Holds some 20,000 entries at a time, whatever the size of the trail.
 *
 * @param heads file or folder of heads; undefined to compare with none
 * @param slug only this partnership
 */
export async function verifyTrail(
  database: Database,
  verifiers: SealVerifiers,
  heads?: string,
  slug?: string,
): Promise<TrailFindings> {
  const listed = (await listPartnerships(database)).filter(
    (partnership) => slug === undefined || partnership.slug === slug,
  );
  const partnerships: TrailReport[] = [];
  for (const partnership of listed) {
    const kept =
      heads === undefined ? { hashes: new Map(), restored: [] } : await readHeads(heads, partnership.partnership);
    partnerships.push(
      await database.as(serviceIn(partnership.partnership), (scope) => verifyOne(scope, partnership, verifiers, kept)),
    );
  }
  const unfollowed = await listUnfollowedTables(database.reference);
  return { sound: unfollowed.length === 0 && partnerships.every((report) => !report.fault), partnerships, unfollowed };
}

async function verifyOne(
  scope: Scope,
  listed: PartnershipListed,
  verifiers: SealVerifiers,
  kept: HeadsKept,
): Promise<TrailReport> {
  await readInOrder(scope);
  const newest = await findLastSeal(scope);
  const checked = await checkSeals(scope, newest?.number ?? 0, verifiers, kept);
  const { waiting, since } = await countUnsealed(scope, endOf(newest));
  return {
    ...listed,
    entries: checked.entries,
    seals: checked.seals,
    waiting,
    waitingSince: since,
    head: newest && { number: newest.number, hash: newest.hash.toString('hex') },
    restored: kept.restored,
    fault: checked.wrong ? await toFault(scope, checked.wrong) : cutOff(newest?.number ?? 0, kept),
  };
}

/** Checks the seals up to number `newest`, stopping at the first that does not match. */
async function checkSeals(scope: Scope, newest: number, verifiers: SealVerifiers, kept: HeadsKept) {
  let previous: Seal | undefined;
  let entries = 0;
  for await (const { seals, found } of ahead(stretches(scope, newest))) {
    for (const seal of seals) {
      const wrong = faultIn(seal, previous, found, verifiers) ?? rolledBack(seal, kept);
      if (wrong) return { entries, seals: previous?.number ?? 0, wrong };
      previous = seal;
      entries += seal.marks.length;
    }
  }
  return { entries, seals: previous?.number ?? 0, wrong: undefined };
}

/** Some seals, and the entries that are there from the end of the seal before them to their own end. */
interface Stretch {
  seals: readonly Seal[];
  found: readonly Mark[];
}

async function* stretches(scope: Scope, newest: number): AsyncGenerator<Stretch, void> {
  let previous: Seal | undefined;
  while ((previous?.number ?? 0) < newest) {
    const after: number = previous?.number ?? 0;
    const seals = (await listSeals(scope, after, 10)).filter((seal) => seal.number <= newest);
    const last = seals.at(-1);
    if (!last) return;
    const sealed = seals.reduce((sum, seal) => sum + seal.marks.length, 0);
    // one more than was sealed: whatever was put in, it or what it displaced shows before that
    yield { seals, found: await listMarks(scope, endOf(previous), endOf(last), sealed + 1) };
    previous = last;
  }
}

/** What `source` gives, the next being fetched while the last is worked on. */
async function* ahead<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  let coming = source.next();
  try {
    for (;;) {
      const next: IteratorResult<T, void> = await coming;
      if (next.done) return;
      coming = source.next();
      yield next.value;
    }
  } finally {
    await coming.catch(() => {});
  }
}

/** A fault as it is found, before the entry is looked up. */
type Wrong = Omit<TrailFault, 'says'> & { says(what: string): string };

function faultIn(
  seal: Seal,
  previous: Seal | undefined,
  found: readonly Mark[],
  verifiers: SealVerifiers,
): Wrong | undefined {
  const flaw = flawOfSeal(seal, previous, verifiers);
  if (flaw) return { kind: 'seal', seal: seal.number, says: () => `Seal ${seal.number} ${flawText[flaw]}` };
  const difference = firstDifference(
    seal.marks,
    found.filter(({ id }) => id > endOf(previous) && id <= endOf(seal)),
  );
  if (!difference) return undefined;
  const { kind, id } = difference;
  const says = (what: string) =>
    `${what} ${differenceText[kind]} seal ${seal.number}, made ${seal.madeAt.toISOString()}`;
  return { kind, entry: id, seal: seal.number, says };
}

async function toFault(scope: Scope, wrong: Wrong): Promise<TrailFault> {
  const brief = wrong.entry === undefined ? undefined : await findEntryInBrief(scope, wrong.entry);
  const name = `Entry ${wrong.entry}`;
  const what = brief ? `${name} (${brief.act} of ${brief.record}, ${brief.at.toISOString()})` : name;
  return { ...wrong, says: wrong.says(what) };
}

const flawText: Record<SealFlaw, string> = {
  number: 'does not follow the one before it: a seal is missing',
  order: 'does not list its entries in order: it was altered',
  hash: 'does not match its own contents and the seal before it: it, or one before it, was altered',
  'unknown-key': 'was signed with a key that is not in the key file',
  signature: 'does not bear a true signature: it was forged',
};

const differenceText = {
  altered: 'is not as it was sealed: it was altered after',
  missing: 'is not there: it was removed after',
  inserted: 'was never sealed: it was put in after',
} as const;

/** Against a head that was sent away for the very seal. */
function rolledBack(seal: Seal, { hashes }: HeadsKept): Wrong | undefined {
  const told = hashes.get(seal.number);
  if (!told || (told.size === 1 && told.has(seal.hash.toString('hex')))) return undefined;
  const says = `Seal ${seal.number} is not the one that was sent away: the trail was rolled back and written anew from there`;
  return { kind: 'rolled-back', seal: seal.number, says: () => says };
}

function cutOff(newest: number, { hashes }: HeadsKept): TrailFault | undefined {
  const furthest = Math.max(0, ...hashes.keys());
  if (furthest <= newest) return undefined;
  const says = `The trail ends at seal ${newest}, and seal ${furthest} was sent away: the end of the trail has been cut off`;
  return { kind: 'cut-off', seal: newest, says };
}
