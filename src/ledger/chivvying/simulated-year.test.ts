import { describe, expect, test } from 'vitest';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { addDays, daysBetween } from '../../platform/calendar/days.ts';
import { type PlainDate, plainDate } from '../../platform/calendar/plain-date.ts';
import { chanceFrom } from '../../platform/chance.ts';
import { aPerson } from './chivvying.fixture.ts';
import type { ActionFacts, Facts, HeldBefore, PersonFacts } from './facts.ts';
import { together } from './foresee.ts';
import { type DayPlan, planDay } from './plan-day.ts';
import { anybody, isQuiet } from './quiet.ts';
import { defaultRules, longestSilence, type Rules } from './rules.ts';

/** What people are like, and how likely each is to answer on a day after being told. */
const kinds = { prompt: 0.5, slow: 0.05, away: 0.2, gone: 0.1, never: 0 } as const;
type Kind = keyof typeof kinds;

const begin = plainDate('2026-01-01');
const days = 365;
const school = { schoolsOnly: true, authority: undefined };
const holidays = [
  { id: 'easter', name: 'Easter', fromOn: plainDate('2026-03-30'), untilOn: plainDate('2026-04-10'), ...school },
  { id: 'summer', name: 'Summer', fromOn: plainDate('2026-07-22'), untilOn: plainDate('2026-09-01'), ...school },
];
const calendar = { bankHolidays: bankHolidaysOf('england-and-wales'), periods: holidays };

interface Somebody extends PersonFacts {
  kind: Kind;
}
type Promised = ActionFacts & { held: HeldBefore[]; open: boolean; lastHeard: PlainDate; moved: number };

/** One partnership over the year: its people, what they promised, and what became of it. */
class Year {
  readonly people = new Map<string, Somebody>();
  readonly actions: Promised[] = [];
  readonly said: { day: PlainDate; plan: DayPlan }[] = [];
  readonly #chance: () => number;
  readonly #rules: Rules;
  readonly slug: string;

  constructor(seed: number, slug: string, rules: Rules) {
    this.#chance = chanceFrom(`year ${seed}`);
    this.#rules = rules;
    this.slug = slug;
    const all = Object.keys(kinds) as Kind[];
    for (let at = 0; at < 40; at += 1) this.#addPerson(`person ${at}`, all[at % all.length] ?? 'prompt', at);
    for (const id of ['member', 'chair']) this.people.set(id, { ...aPerson({ id }), kind: 'prompt' });
    this.people.set('chief', { ...aPerson({ id: 'chief', chiefOfficer: true }), kind: 'slow' });
    for (let number = 1; number <= 90; number += 1) this.#addAction(number);
  }

  #addPerson(id: string, kind: Kind, at: number): void {
    const from = addDays(begin, Math.floor(this.#chance() * 300));
    const cover = this.#chance() < 0.5 ? `person ${(at + 5) % 40}` : undefined;
    this.people.set(id, {
      ...aPerson({ id, account: kind === 'never' ? undefined : `account ${at}`, school: at % 7 === 0 }),
      notOn: at % 3 === 0 ? [5] : [],
      kind,
      ...(kind === 'gone' && { leftOn: from }),
      ...(kind === 'away' && { absences: [{ fromOn: from, untilOn: addDays(from, 45), cover }] }),
    });
  }

  #addAction(number: number): void {
    const dueOn = addDays(begin, Math.floor(this.#chance() * 330));
    const owner = number % 15 === 0 ? undefined : number % 16 === 0 ? 'chief' : `person ${number % 40}`;
    const said = { toldOn: undefined, answeredOn: undefined, askedUntil: undefined, blocked: false, held: [] };
    const about = { id: `action ${number}`, number, title: 'A promise', leadAgency: 'police', safeForEmail: true };
    this.actions.push({ ...about, ...said, owner, dueOn, open: true, lastHeard: dueOn, moved: 0 });
  }

  #facts(): Facts {
    return {
      rules: this.#rules,
      calendar,
      actions: this.actions.filter(({ open }) => open),
      people: this.people,
      above: new Map([['police', { member: 'member', chiefOfficer: 'chief' }]]),
      chair: 'chair',
      moot: [],
    };
  }

  /** What is said in the morning, and what people do during the day. */
  live(day: PlainDate): DayPlan {
    const plan = planDay(this.#facts(), day);
    const byId = new Map(this.actions.map((action) => [action.id, action]));
    for (const id of plan.moot)
      for (const action of this.actions)
        action.held = action.held.map((one) => (one.id === id ? { ...one, waiting: false } : one));
    for (const { action } of plan.lines) Object.assign(byId.get(action) ?? {}, { toldOn: day, lastHeard: day });
    for (const { action, level, why } of plan.held)
      byId.get(action)?.held.push({ id: `${action} ${level} ${day}`, level, why, heldOn: day, waiting: true });
    for (const action of this.actions) {
      if (action.held.some(({ waiting }) => waiting)) action.lastHeard = day;
      if (action.open) this.#act(action, day);
    }
    this.said.push({ day, plan });
    return plan;
  }

  /** The office settles what waits now and then; an owner who was told answers, or not, as they are. */
  #act(action: Promised, day: PlainDate): void {
    if (this.#chance() < 0.1) action.held = action.held.map((one) => ({ ...one, waiting: false }));
    const owner = this.people.get(action.owner ?? '');
    if (!owner || action.toldOn === undefined || this.#chance() >= kinds[owner.kind] / 5) return;
    action.lastHeard = day;
    const answer = this.#chance();
    if (answer < 0.2) action.open = false;
    else if (answer < 0.5) action.answeredOn = day;
    else if (answer < 0.7) Object.assign(action, { answeredOn: day, blocked: true });
    else if (answer < 0.9) Object.assign(action, { answeredOn: day, askedUntil: addDays(day, 20) });
    else action.owner = undefined;
  }

  /** Overdue actions of which nothing was heard for longer than the rules allow, on a day on which something could be said. */
  silentOn(day: PlainDate): string[] {
    const longest = longestSilence(this.#rules);
    return this.actions
      .filter(({ open, dueOn, lastHeard }) => open && dueOn < day && daysBetween(lastHeard, day) > longest)
      .filter(({ owner }) => {
        const person = this.people.get(owner ?? '');
        const cover = person?.absences[0]?.cover;
        const listeners = [person, this.people.get(cover ?? '')].filter((one) => one !== undefined);
        return (listeners.length > 0 ? listeners : [anybody]).every((one) => !isQuiet(this.#rules, calendar, one, day));
      })
      .map(({ id, lastHeard }) => `${id}, silent since ${lastHeard}, on ${day}`);
  }
}

const rulesTried: readonly [string, Rules][] = [
  ['what holds where nothing is set', defaultRules],
  ['rules of a partnership that is patient', { ...defaultRules, daysAfter: [5], thenEvery: 28, quietAfterAnswer: 20 }],
  [
    'rules that write to people who never sign in',
    { ...defaultRules, mailWithoutAccount: true, chairAfter: undefined },
  ],
];

describe.each(rulesTried)('a year of %s', (_, rules) => {
  const seeds = [1, 2, 3];
  test.each(seeds)('nothing overdue is silent for longer than the rules allow (chance %i)', (seed) => {
    const year = new Year(seed, 'dunmere', rules);
    const silent: string[] = [];
    for (let at = 0; at < days; at += 1) {
      const day = addDays(begin, at);
      year.live(day);
      silent.push(...year.silentOn(day));
    }
    expect(silent).toEqual([]);
    expect(year.said.flatMap(({ plan }) => plan.lines).length).toBeGreaterThan(200);
    expect(year.said.flatMap(({ plan }) => plan.held).length).toBeGreaterThan(30);
  });

  test('an account in two partnerships has one digest a day, and nothing is sent on a quiet day', () => {
    const years = [new Year(7, 'dunmere', rules), new Year(8, 'elsewhere', rules)];
    const disturbed: string[] = [];
    let shared = 0;
    for (let at = 0; at < days; at += 1) {
      const day = addDays(begin, at);
      const accountsIn = ({ people }: Year) =>
        new Map([...people.values()].map(({ id, account }) => [id, account ?? id]));
      const there = years.map((year) => ({ slug: year.slug, plan: year.live(day), accounts: accountsIn(year) }));
      const { digests } = together(there);
      expect(new Set(digests.map(({ account }) => account)).size).toBe(digests.length);
      shared += digests.filter(({ partnerships }) => partnerships.length > 1).length;
      for (const [nth, { plan }] of there.entries())
        for (const { person } of plan.lines) {
          const listener = years[nth]?.people.get(person);
          if (!listener || isQuiet(rules, calendar, listener, day)) disturbed.push(`${person} on ${day}`);
        }
    }
    expect(disturbed).toEqual([]);
    expect(shared).toBeGreaterThan(5);
  });

  test('nothing reaches anybody but the owner or who covers for them, and nothing reaches a chief officer', () => {
    const year = new Year(11, 'dunmere', rules);
    for (let at = 0; at < days; at += 1) year.live(addDays(begin, at));
    const lines = year.said.flatMap(({ day, plan }) => plan.lines.map((line) => ({ day, ...line })));
    const wrong = lines.filter(({ day, person, owner }) => {
      const { absences = [], chiefOfficer = true } = year.people.get(owner) ?? {};
      const covers = absences.some(({ fromOn, untilOn, cover }) => fromOn <= day && day <= untilOn && cover === person);
      return chiefOfficer || !(person === owner || covers) || year.people.get(person)?.chiefOfficer;
    });
    expect(wrong).toEqual([]);
    expect(lines.some(({ person, owner }) => person !== owner)).toBe(true);
  });
});
