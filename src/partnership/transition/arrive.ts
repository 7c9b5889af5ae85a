import { addDays } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import { findClosing } from '../closing.store.ts';
import { listManagers } from '../leaving/things.store.ts';
import { findAbout } from '../settings/settings.store.ts';
import { needFrom } from '../task.store.ts';
import { addArrival } from './arrival.store.ts';
import { Arriving, type Came } from './arriving.ts';
import type { Departure, Parcel } from './depart.ts';
import { type Holding, holdingsIn, listHeld } from './holding.ts';
import { CannotCarry } from './refused.ts';
import type { Held } from './transition.ts';

/** What became of a partnership that merged or split. */
export interface Outcome {
  from: string;
  goesTo: readonly string[];
  /** Whether it had merged or split so before, and nothing was done now. */
  doneBefore: boolean;
  kinds: KindOutcome[];
  /** New things that have the name of one that was there already. */
  perhaps: { kind: string; title: string; to: string; from: string; into: string }[];
  /** Who can now give access in which partnership and could not before. */
  managers: { to: string; title: string }[];
}

export interface KindOutcome {
  kind: string;
  title: string;
  held: number;
  ended: number;
  /** By address of where they went. */
  carried: Record<string, { added: number; joined: number }>;
}

export const arrivalTask = 'transition.arrival';
const daysToLook = 28;

/**
 * Writes what comes to one partnership, and counts it: what was there and what is new make what is there now, or nothing is done.
 *
 * @param outcome is added to
 */
export async function arrive(
  scope: Scope,
  holdings: readonly Holding[],
  { transition, origin, parcels }: Departure,
  { slug, same, outcome }: { slug: string; same: ReadonlyMap<string, string>; outcome: Outcome },
): Promise<{ name: string; came: readonly Came[] }> {
  if ((await findClosing(scope)) !== undefined) throw new CannotCarry(`${slug} has closed: nothing can go there`);
  const kinds = holdingsIn(transition.kind, holdings);
  const before = await listHeld(scope, transition.kind, kinds);
  const coming = parcels.filter(({ to }) => to === slug);
  refuseUnlessSame(coming, before, same, slug);
  const arriving = new Arriving(origin, same);
  for (const { put } of coming) await put(scope, arriving);
  const after = await listHeld(scope, transition.kind, kinds);
  for (const { kind } of kinds) reconcileArrival(kind, { slug, coming, came: arriving.came, before, after });
  for (const holding of kinds) await holding.settle?.(scope, arriving);
  await addArrival(scope, transition.id, origin, arriving.came);
  for (const manager of await listManagers(scope))
    await needFrom(scope, manager, transition.id, {
      kind: arrivalTask,
      title: `Look through what came from ${origin.name}`,
      why: 'It has become part of this partnership',
      path: `/transition/arrivals/${transition.id}`,
      dueOn: addDays(scope.today, daysToLook),
    });
  addTo(outcome, slug, { came: arriving.came, coming, before });
  return { name: (await findAbout(scope)).name, came: arriving.came };
}

/** @throws {CannotCarry} where something was said to be the same as what is not there, or is of another kind */
function refuseUnlessSame(
  coming: readonly Parcel[],
  here: readonly Held[],
  same: ReadonlyMap<string, string>,
  slug: string,
): void {
  for (const item of coming.flatMap(({ items }) => items)) {
    const into = same.get(item.id);
    if (into !== undefined && !here.some((one) => one.id === into && one.kind === item.kind))
      throw new CannotCarry(
        `“${item.title}” is said to be the same as ${into}, and ${slug} has no such thing of its kind`,
      );
  }
}

interface Counted {
  slug: string;
  coming: readonly Parcel[];
  came: readonly Came[];
  before: readonly Held[];
  after: readonly Held[];
}

/** @throws {Error} where something of the kind did not come, came twice, or is there and nobody knows why */
function reconcileArrival(kind: string, { slug, coming, came, before, after }: Counted): void {
  const count = (all: readonly { kind: string }[]) => all.filter((one) => one.kind === kind).length;
  const missing = count(coming.flatMap(({ items }) => items)) - count(came);
  const unexplained = count(after) - count(before) - count(came.filter(({ joined }) => !joined));
  if (missing !== 0 || unexplained !== 0)
    throw new Error(
      `The reconciliation of “${kind}” in ${slug} does not come to zero: ${missing} did not arrive, ${unexplained} are there unexplained`,
    );
}

function addTo(
  outcome: Outcome,
  slug: string,
  { came, coming, before }: { came: readonly Came[]; coming: readonly Parcel[]; before: readonly Held[] },
): void {
  for (const balance of outcome.kinds) {
    const of = came.filter(({ kind }) => kind === balance.kind);
    const joined = of.filter((one) => one.joined).length;
    balance.carried[slug] = { added: of.length - joined, joined };
  }
  const added = came.filter(({ joined }) => !joined);
  const named = new Map(before.map((one) => [`${one.kind} ${one.title.toLowerCase()}`, one.id]));
  for (const { kind, title, id } of added) {
    const into = named.get(`${kind} ${title.toLowerCase()}`);
    if (into !== undefined) outcome.perhaps.push({ kind, title, to: slug, from: id, into });
  }
  const managing = new Set(
    coming.flatMap(({ items }) => items.filter(({ role }) => role === 'business-manager').map(({ id }) => id)),
  );
  for (const { id, title } of added) if (managing.has(id)) outcome.managers.push({ to: slug, title });
}
