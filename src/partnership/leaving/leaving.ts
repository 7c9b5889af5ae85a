import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

export const thingKinds = [
  'seat',
  'deputy-seat',
  'role',
  'assistant',
  'assists',
  'priority',
  'tasks',
  'owned',
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Something that is somebody's, and that ends or goes to somebody else when they leave. */
export interface Thing {
  kind: ThingKind;
  id: string;
  /** In words: “Chair, Learning and practice group”. */
  title: string;
  /** Of a role: which. */
  role?: string;
  /** Of assisting: who is at its other end. */
  other?: string;
  /** Of a record of a floor above or of a duty: its kind in the registry, and what ending means for it. */
  of?: string;
  ends?: string;
  /** Where it falls by itself, in words, where that is nobody's to choose. */
  falls?: string;
}

/** What is needed of them counts as one thing. */
export const allTasks = 'all';

/** What a choice about a thing is kept under, and the name of its field. */
export const keyOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>): string => `${kind}-${id}`;

/** When somebody leaves, and where what is theirs goes. */
export interface Plan {
  /** The last day they are part of the partnership. */
  lastOn: PlainDate;
  /** Who takes over what nothing else is said of; undefined means that it ends. */
  restTo: string | undefined;
  /** By key: who takes it over, or undefined where it ends. */
  choices: ReadonlyMap<string, string | undefined>;
}

/** Everything ends, and nobody takes anything over. */
export const endingAll = (lastOn: PlainDate): Plan => ({ lastOn, restTo: undefined, choices: new Map() });

/** Everything ends at once, but what was needed of them comes to `to`. */
export const endingWithTasksTo = (to: string, today: PlainDate): Plan => ({
  ...endingAll(today),
  choices: new Map([[keyOf({ kind: 'tasks', id: allTasks }), to]]),
});

/**
 * Who gets a thing; undefined where it ends. A right is never passed on unless somebody said so of that right, and nobody
 * comes to assist themselves.
 */
export function goesTo(
  { choices, restTo }: Plan,
  thing: Pick<Thing, 'kind' | 'id' | 'other' | 'falls'>,
): string | undefined {
  if (thing.falls !== undefined) return undefined;
  const key = keyOf(thing);
  if (choices.has(key)) return choices.get(key);
  return thing.kind === 'role' || thing.other === restTo ? undefined : restTo;
}

/** Whether it is carried out now rather than by the job on the morning after the last day. */
export const isAtOnce = ({ lastOn }: Pick<Plan, 'lastOn'>, today: PlainDate): boolean => lastOn <= today;

/** The days on which what they held ends, and what others take over begins. */
export interface Turn {
  seatsEndOn: PlainDate;
  seatsBeginOn: PlainDate;
  /** A right is good for whole days, so one that ends at once was good until yesterday. */
  rolesEndOn: PlainDate;
  rolesBeginOn: PlainDate;
}

/** @param today a day on or after the last one */
export function turnOf({ lastOn }: Pick<Plan, 'lastOn'>, today: PlainDate): Turn {
  const yesterday = addDays(today, -1);
  return {
    seatsEndOn: lastOn,
    seatsBeginOn: lastOn < today ? today : addDays(lastOn, 1),
    rolesEndOn: lastOn < yesterday ? lastOn : yesterday,
    rolesBeginOn: today,
  };
}

/** Somebody as far as leaving asks. */
export interface Leaver {
  id: string;
  leftOn: PlainDate | undefined;
}

export type LeavingRefusal = 'own-access' | 'left-already' | 'last-business-manager';
export type HandingRefusal = 'to-themselves' | 'has-left' | 'own-role' | 'cannot-sign-in' | 'own-assistant';
export type Ruling<Refusal> = { allowed: true } | { allowed: false; because: Refusal };

const allowed = { allowed: true } as const;
const refuse = <Refusal>(because: Refusal) => ({ allowed: false, because }) as const;

/** Who is there when somebody leaves. */
export interface Present {
  /** Who asks for it. */
  by: string;
  /** Everybody who holds the role of business manager and can sign in, the leaver among them. */
  managers: readonly string[];
  /** Everybody else who is still part of the partnership, and whether they can sign in. */
  others: ReadonlyMap<string, { signsIn: boolean }>;
}

/** Whether somebody may leave as planned. */
export function rulingOnLeaving(
  leaver: Leaver,
  things: readonly Thing[],
  plan: Plan,
  { by, managers }: Present,
): Ruling<LeavingRefusal> {
  if (leaver.id === by) return refuse('own-access');
  if (leaver.leftOn !== undefined) return refuse('left-already');
  const followed = things.some((thing) => thing.role === 'business-manager' && goesTo(plan, thing) !== undefined);
  const isLast = managers.includes(leaver.id) && managers.every((id) => id === leaver.id);
  return isLast && !followed ? refuse('last-business-manager') : allowed;
}

/** Whether `to` may take `thing` over. */
export function rulingOnHandingOver(
  leaver: Pick<Leaver, 'id'>,
  thing: Pick<Thing, 'kind' | 'role' | 'other'>,
  to: string,
  { by, others }: Present,
): Ruling<HandingRefusal> {
  if (to === leaver.id) return refuse('to-themselves');
  const successor = others.get(to);
  if (!successor) return refuse('has-left');
  if (thing.kind === 'role' && to === by) return refuse('own-role');
  if (thing.role === 'business-manager' && !successor.signsIn) return refuse('cannot-sign-in');
  return thing.other === to ? refuse('own-assistant') : allowed;
}
