import { addDays } from '../../platform/calendar/days.ts';
import type { Database, Scope, Visit } from '../../platform/database/database.ts';
import { type PartnershipListed, serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { holdAlone } from '../closing.store.ts';
import { listManagers } from '../leaving/things.store.ts';
import { arrive, type Outcome } from './arrive.ts';
import type { Came } from './arriving.ts';
import { type Departure, depart } from './depart.ts';
import { type Holding, holdingsIn, listHeld } from './holding.ts';
import { CannotCarry } from './refused.ts';
import { closePartnership } from './reorganisation.store.ts';
import { closeTransition, markJoined } from './transition.store.ts';

/** What the operator asks for. */
export interface Asked {
  kind: 'merge' | 'split';
  /** The partnerships that close, in the order in which they are carried. */
  from: readonly PartnershipListed[];
  /** Those that go on, where the operator names them; a split goes where its own partnership prepared it to. */
  into: readonly PartnershipListed[];
  /** What is the same: an identifier in a partnership that closes to one in a partnership that goes on. */
  same: ReadonlyMap<string, string>;
  /** Whether everything is done and then taken back. */
  dryRun: boolean;
}

/**
 * Merges or splits partnerships as they prepared it, as the service: everything or nothing, in one transaction that visits one
 * partnership at a time. What was done before is left as it is.
 *
 * @returns what became of each, in the order asked
 * @throws {CannotCarry} where one is not prepared, or something would be left behind
 */
export async function reorganise(
  database: Database,
  holdings: readonly Holding[],
  { kind, from, into, same, dryRun }: Asked,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const tried = new Error('a dry run is taken back');
  try {
    await database.inTurn(async (visit) => {
      const everyone = [...from, ...into].toSorted((a, b) => (a.partnership < b.partnership ? -1 : 1));
      for (const { partnership } of everyone) await visit(serviceIn(partnership), holdAlone);
      for (const one of from) outcomes.push(await carry(visit, holdings, { kind, from: one, into, same }));
      if (dryRun) throw tried;
    });
  } catch (error) {
    if (error !== tried) throw error;
  }
  return outcomes;
}

async function carry(
  visit: Visit,
  holdings: readonly Holding[],
  { kind, from, into, same }: Omit<Asked, 'from' | 'dryRun'> & { from: PartnershipListed },
): Promise<Outcome> {
  const here = serviceIn(from.partnership);
  const goesTo = into.map(({ slug }) => slug).toSorted();
  const departure = await visit(here, (scope) => depart(scope, holdings, { kind, from, goesTo }));
  const outcome: Outcome = {
    from: from.slug,
    goesTo,
    doneBefore: departure === undefined,
    kinds: [],
    perhaps: [],
    managers: [],
  };
  if (!departure) return outcome;
  outcome.kinds = departure.kinds;
  const wentTo: { slug: string; name: string }[] = [];
  const joined: { slug: string; came: Came[] }[] = [];
  for (const { slug, partnership } of into) {
    const { name, came } = await visit(serviceIn(partnership), (scope) =>
      arrive(scope, holdings, departure, { slug, same, outcome }),
    );
    wentTo.push({ slug, name });
    joined.push({ slug, came: came.filter((one) => one.joined) });
  }
  await visit(here, (scope) => close(scope, holdings, departure, { wentTo, joined }));
  return outcome;
}

/** Closes what was carried, and looks once more whether anything is left that should have ended. */
async function close(
  scope: Scope,
  holdings: readonly Holding[],
  { transition, origin }: Departure,
  {
    wentTo,
    joined,
  }: { wentTo: readonly { slug: string; name: string }[]; joined: readonly { slug: string; came: readonly Came[] }[] },
): Promise<void> {
  const kinds = holdingsIn(transition.kind, holdings);
  const readers = await listManagers(scope);
  if (readers.length === 0)
    throw new CannotCarry(`${origin.slug} has no business manager who signs in: nobody could read its history`);
  for (const { slug, came } of joined) await markJoined(scope, transition.id, slug, came);
  for (const holding of kinds) await holding.close?.(scope);
  await closePartnership(scope, readers, wentTo);
  await closeTransition(scope, transition.id, 'done');
  const tomorrow = { ...scope, today: addDays(scope.today, 1) };
  const [left] = await listHeld(
    tomorrow,
    transition.kind,
    kinds.filter(({ remains }) => !remains),
  );
  if (left) throw new Error(`“${left.title}” of ${origin.slug} has not ended`);
}
