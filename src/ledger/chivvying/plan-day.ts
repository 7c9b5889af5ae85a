import { daysBetween } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { ActionFacts, Facts, HeldBefore, Level, PersonFacts, Why } from './facts.ts';
import { anybody, isQuiet } from './quiet.ts';
import { lastRung, type Rules, type Tone, toneOf } from './rules.ts';

/** What somebody is told of an action. */
export interface Line {
  action: string;
  /** Who is told: the owner, or whoever covers for them. */
  person: string;
  owner: string;
  tone: Exclude<Tone, 'above'>;
  dueOn: PlainDate;
}

/** What waits until a person lets it out. */
export interface Held {
  action: string;
  dueOn: PlainDate;
  level: Level;
  /** Nobody, where nobody fills that place. */
  to: string | undefined;
  why: Why;
}

/** What is said on a day, and what waits. */
export interface DayPlan {
  lines: readonly Line[];
  held: readonly Held[];
  /** Messages that waited and are moot now. */
  moot: readonly string[];
}

/**
 * What one partnership says on `day`.
 *
 * An owner, or whoever covers for them, is told on the first day that is not quiet for them after each of the days that the
 * rules name. Nothing goes above an owner, and nothing to a chief officer, but onto the list of what waits for release; of one
 * action one message waits at a time.
 */
export function planDay(facts: Facts, day: PlainDate): DayPlan {
  if (!facts.rules.inUse) return { lines: [], held: [], moot: facts.moot };
  const plans = facts.actions.map((action) => planAction(facts, action, day));
  return {
    lines: plans.flatMap(({ line }) => line ?? []),
    held: plans.flatMap(({ held }) => held ?? []),
    moot: [...facts.moot, ...plans.flatMap(({ moot }) => moot)],
  };
}

interface ActionPlan {
  line?: Line | undefined;
  held?: Held | undefined;
  moot: readonly string[];
}

function planAction(facts: Facts, action: ActionFacts, day: PlainDate): ActionPlan {
  const listener = listenerOf(facts, action, day);
  const moot = action.held.filter((before) => isMoot(before, action, listener, day)).map(({ id }) => id);
  const rung = lastRung(facts.rules, action.dueOn, day);
  if (rung === undefined || isResting(facts.rules, action, day)) return { moot };
  const waits = action.held.some(({ id, waiting }) => waiting && !moot.includes(id));
  return {
    line: lineOf(facts, action, { listener, rung, day }),
    held: waits ? undefined : heldOf(facts, action, { listener, rung, day }),
    moot,
  };
}

/** A message that waits because nobody could be told is moot once somebody can. */
function isMoot({ waiting, why }: HeldBefore, action: ActionFacts, listener: Hearing, day: PlainDate): boolean {
  if (!waiting || why === 'overdue') return false;
  return why === 'time-asked' ? !awaitsOffice(action, day) : listener.why !== why;
}

/** An answer leaves its owner in peace for a while. */
const isResting = ({ quietAfterAnswer }: Rules, { answeredOn }: ActionFacts, day: PlainDate): boolean =>
  answeredOn !== undefined && daysBetween(answeredOn, day) <= quietAfterAnswer;

/** More time is asked for, and the day that was asked for is still to come: it is the office that has to answer. */
const awaitsOffice = ({ askedUntil }: ActionFacts, day: PlainDate): boolean =>
  askedUntil !== undefined && askedUntil >= day;

/** Who hears for an action’s owner on a day, or why nobody does. */
type Hearing = { person: PersonFacts; why?: undefined } | { person: undefined; why: Exclude<Why, 'overdue'> };

function listenerOf({ people, rules }: Facts, action: ActionFacts, day: PlainDate): Hearing {
  const owner = action.owner === undefined ? undefined : people.get(action.owner);
  if (!owner) return { person: undefined, why: 'nobody' };
  if (hasLeft(owner, day)) return { person: undefined, why: 'gone' };
  const person = presentFor(owner, people, day);
  if (!person) return { person: undefined, why: 'away' };
  if (person.chiefOfficer) return { person: undefined, why: 'chief-officer' };
  return canReach(person, rules) ? { person } : { person: undefined, why: 'no-way' };
}

const hasLeft = ({ leftOn }: PersonFacts, day: PlainDate): boolean => leftOn !== undefined && leftOn < day;

/** Whether mail can reach somebody: at their account or, where the partnership says so, without one. */
export const canReach = (person: Pick<PersonFacts, 'account' | 'address'>, rules: Rules): boolean =>
  person.account !== undefined || (rules.mailWithoutAccount && person.address !== undefined);

/** The person, or whoever covers for them; nobody where both are away. */
function presentFor(person: PersonFacts, people: Facts['people'], day: PlainDate): PersonFacts | undefined {
  const absence = absenceOn(person, day);
  if (!absence) return person;
  const cover = absence.cover === undefined ? undefined : people.get(absence.cover);
  return cover && !hasLeft(cover, day) && !absenceOn(cover, day) ? cover : undefined;
}

const absenceOn = ({ absences }: PersonFacts, day: PlainDate) =>
  absences.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn);

interface Occasion {
  listener: Hearing;
  rung: PlainDate;
  day: PlainDate;
}

function lineOf(facts: Facts, action: ActionFacts, { listener, rung, day }: Occasion): Line | undefined {
  const { person } = listener;
  if (!person || action.owner === undefined || awaitsOffice(action, day)) return undefined;
  if (action.toldOn !== undefined && action.toldOn >= rung) return undefined;
  if (isQuiet(facts.rules, facts.calendar, person, day)) return undefined;
  return {
    action: action.id,
    person: person.id,
    owner: action.owner,
    tone: toneOf(facts.rules, daysBetween(action.dueOn, day), action.blocked),
    dueOn: action.dueOn,
  };
}

function heldOf(facts: Facts, action: ActionFacts, occasion: Occasion): Held | undefined {
  const { day } = occasion;
  const owner = action.owner === undefined ? undefined : facts.people.get(action.owner);
  if (isQuiet(facts.rules, facts.calendar, { ...(owner ?? anybody), notOn: [] }, day)) return undefined;
  const overdue = daysBetween(action.dueOn, day);
  const found = awaitsOffice(action, day)
    ? atRung(action, occasion, { level: 'office', to: undefined, why: 'time-asked' })
    : (nextAbove(facts, action, overdue) ?? instead(facts, action, occasion));
  return found && { action: action.id, dueOn: action.dueOn, ...found };
}

type Aim = Pick<Held, 'level' | 'to' | 'why'>;

/** The lowest level above the owner whose day has come and that was not tried yet, once the owner was told that it is overdue. */
function nextAbove(facts: Facts, action: ActionFacts, overdue: number): Aim | undefined {
  const { memberAfter, chairAfter, chiefOfficerAfter } = facts.rules;
  const told = [action.toldOn, ...action.held.map(({ heldOn }) => heldOn)];
  if (!told.some((on) => on !== undefined && on > action.dueOn)) return undefined;
  const ladder = [
    { level: 'member', after: memberAfter },
    { level: 'chair', after: chairAfter },
    { level: 'chief-officer', after: chiefOfficerAfter },
  ] as const;
  for (const { level, after } of ladder) {
    if (after === undefined || overdue < after || action.held.some((before) => before.level === level)) continue;
    const to = placeholder(facts, action, level);
    if (to !== undefined) return { level, to, why: 'overdue' };
  }
  return undefined;
}

/** Where nobody can be told for the owner: who is asked in their place, at each of the days on which they would have been told. */
function instead(facts: Facts, action: ActionFacts, occasion: Occasion): Aim | undefined {
  const { why } = occasion.listener;
  if (why === undefined) return undefined;
  if (why === 'no-way' || why === 'chief-officer')
    return atRung(action, occasion, { level: 'owner', to: action.owner, why });
  if (why === 'away' && daysBetween(action.dueOn, occasion.day) <= 0) return undefined; // they may be back in time
  const level = (['member', 'chair'] as const).find((one) => placeholder(facts, action, one) !== undefined);
  return atRung(action, occasion, {
    level: level ?? 'office',
    to: level && placeholder(facts, action, level),
    why,
  });
}

/** Once for each day that the rules name. */
const atRung = ({ held, toldOn }: ActionFacts, { rung }: Occasion, aim: Aim): Aim | undefined =>
  [toldOn, ...held.map(({ heldOn }) => heldOn)].some((on) => on !== undefined && on >= rung) ? undefined : aim;

/** Who fills a place above the owner, where it is somebody else who is still there. */
function placeholder(
  { above, chair, people }: Facts,
  { leadAgency, owner }: ActionFacts,
  level: 'member' | 'chair' | 'chief-officer',
): string | undefined {
  const agency = leadAgency === undefined ? undefined : above.get(leadAgency);
  const person = { member: agency?.member, chair, 'chief-officer': agency?.chiefOfficer }[level];
  return person !== undefined && person !== owner && people.has(person) ? person : undefined;
}
