import type { Scope } from '../../platform/database/database.ts';
import type { PartnershipListed } from '../../platform/jobs/partnerships.store.ts';
import { findAbout } from '../settings/settings.store.ts';
import type { KindOutcome } from './arrive.ts';
import type { Origin } from './arriving.ts';
import { lackingIn, rulingOnReorganising } from './carrying.ts';
import { type Holding, holdingsIn, listHeld, type Put } from './holding.ts';
import { staying } from './holdings.ts';
import { CannotCarry } from './refused.ts';
import { listOtherTables } from './reorganisation.store.ts';
import { answerItems, listAnswered, listTransitions } from './transition.store.ts';
import {
  type Answered,
  goneSince,
  type Held,
  isOpen,
  keyOf,
  reconcile,
  type Transition,
  unansweredIn,
} from './transition.ts';

/** What a partnership that closes gives to those that go on. */
export interface Departure {
  transition: Transition;
  origin: Origin;
  kinds: KindOutcome[];
  parcels: readonly Parcel[];
}

/** Things of one kind that go to one partnership. */
export interface Parcel {
  kind: string;
  to: string;
  items: readonly Held[];
  put: Put;
}

export const isGoingTo = (transition: Transition, kind: 'merge' | 'split', goesTo: readonly string[]): boolean =>
  transition.kind === kind && transition.givenUpOn === undefined && transition.goesTo.join(' ') === goesTo.join(' ');

/**
 * Reads all that a partnership gives, as its people answered.
 *
 * @returns undefined where it has merged or split so before
 * @throws {CannotCarry} where it has not prepared to, or something is not accounted for
 */
export async function depart(
  scope: Scope,
  holdings: readonly Holding[],
  { kind, from, goesTo }: { kind: 'merge' | 'split'; from: PartnershipListed; goesTo: readonly string[] },
): Promise<Departure | undefined> {
  const transition = (await listTransitions(scope)).find((one) => isGoingTo(one, kind, goesTo));
  if (!transition) throw new CannotCarry(notPrepared(from.slug, kind, goesTo));
  if (!isOpen(transition)) return undefined;
  const kinds = holdingsIn(kind, holdings);
  const held = await listHeld(scope, kind, kinds);
  const answered = await listAnswered(scope, transition.id);
  refuseUnlessAccountedFor(from.slug, held, answered);
  const known = [
    ...Object.keys(staying),
    ...holdings.flatMap(({ tables, staysBehind = {} }) => [...tables, ...Object.keys(staysBehind)]),
  ];
  const others = await listOtherTables(scope, known);
  if (others.length > 0)
    throw new CannotCarry(`${from.slug} keeps records that nothing carries yet: ${others.join(', ')}`);
  await answerItems(scope, transition.id, goneSince(held, answered), {
    answer: 'ended',
    because: 'It had ended before the move',
  });
  const { name, shortName } = await findAbout(scope);
  return {
    transition,
    origin: { partnership: scope.partnership, slug: from.slug, name, shortName },
    kinds: reconcile(
      held,
      answered,
      kinds.map((one) => one.kind),
    ).map((balance) => ({
      kind: balance.kind,
      title: kinds.find((one) => one.kind === balance.kind)?.title ?? balance.kind,
      held: balance.held,
      ended: balance.ended,
      carried: {},
    })),
    parcels: await parcelsOf(scope, kinds, goesTo, held, answered),
  };
}

const notPrepared = (slug: string, kind: 'merge' | 'split', goesTo: readonly string[]): string =>
  `${slug} has not prepared to ${kind} into ${goesTo.join(', ')}: its business manager does that at /${slug}/transition`;

function refuseUnlessAccountedFor(slug: string, held: readonly Held[], answered: readonly Answered[]): void {
  const ruling = rulingOnReorganising(held, answered);
  if (ruling.allowed) return;
  if (ruling.because === 'unanswered')
    throw new CannotCarry(
      `In ${slug} ${unansweredIn(reconcile(held, answered))} of ${held.length} things are unanswered: /${slug}/transition shows them`,
    );
  const lacking = lackingIn(held, answered)
    .slice(0, 5)
    .map(({ item, to, why }) => `“${item.title}” cannot go to ${to}. ${why}`);
  throw new CannotCarry(`In ${slug}: ${lacking.join('. ')}`);
}

async function parcelsOf(
  scope: Scope,
  kinds: readonly Holding[],
  goesTo: readonly string[],
  held: readonly Held[],
  answered: readonly Answered[],
): Promise<Parcel[]> {
  const to = new Map(answered.map((one) => [keyOf(one), one.to]));
  const parcels: Parcel[] = [];
  for (const { kind, take } of kinds)
    for (const slug of goesTo) {
      const items = held.filter((one) => one.kind === kind && to.get(keyOf(one))?.includes(slug));
      if (items.length === 0) continue;
      if (!take) throw new CannotCarry(`Nothing of the kind “${kind}” can go along`);
      parcels.push({ kind, to: slug, items, put: await take(scope, items) });
    }
  return parcels;
}
