import { expect, vi } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { type PlainDate, plainDate } from '../../platform/calendar/plain-date.ts';
import { chanceFrom } from '../../platform/chance.ts';
import type { Database, Scope, Who } from '../../platform/database/database.ts';
import { findAction, record } from '../actions/action.store.ts';
import { listHeld } from './held-message.store.ts';
import { countTold, listTold } from './reminder.store.ts';
import { runChivvying } from './run.ts';
import { settle } from './settle.ts';
import { anActionOf, aPostOffice, inPlace } from './world.fixture.ts';

vi.setConfig({ testTimeout: 300_000 });

const begin = plainDate('2026-05-25');
/** A year where proofs are to be whole; four weeks otherwise. */
const days = process.env['THOROUGH'] === '1' ? 365 : 28;

class Killed extends Error {}

/** A door to the database that is shut for good at its nth step: before a transaction, at its end, or just after it was kept. */
function untilKilled(data: Database, steps: number): Database {
  let left = steps;
  const step = () => {
    left -= 1;
    if (left <= 0) throw new Killed();
  };
  const mortal = <S, T>(work: (scope: S) => Promise<T>, open: (work: (scope: S) => Promise<T>) => Promise<T>) => {
    const live = async () => {
      step();
      const result = await open(async (scope) => {
        const done = await work(scope);
        step();
        return done;
      });
      step();
      return result;
    };
    return live();
  };
  return Object.create(data, {
    reference: { get: () => data.reference },
    now: { value: () => data.now() },
    as: { value: (who: Who, work: (scope: Scope) => Promise<unknown>) => mortal(work, (one) => data.as(who, one)) },
    asAccount: {
      value: (account: string | undefined, work: Parameters<Database['asAccount']>[1]) =>
        mortal(work, (one) => data.asAccount(account, one)),
    },
  }) as Database;
}

/** Starts something until it comes to its end, and kills it at any point before. @returns how often it was killed */
async function insist(data: Database, chance: () => number, work: (data: Database) => Promise<unknown>) {
  for (let killed = 0; ; killed += 1) {
    const steps = killed > 6 ? Number.POSITIVE_INFINITY : 1 + Math.floor(chance() * 40);
    try {
      await work(untilKilled(data, steps));
      return killed;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}

const runWhole = async (data: Database) => {
  const { failed } = await runChivvying(data);
  const [first] = failed;
  if (first) throw first.error;
};

/** Ten owners with two actions each, half of them in both partnerships, and a chief officer who owns one. */
async function aWorld(house: House): Promise<{ office: Who[]; chief: Who & { email: string } }> {
  const promise = (who: Who, at: number) => anActionOf(house.data, who, { dueOn: addDays(begin, at * 2 - 6) });
  for (let at = 0; at < 10; at += 1) {
    const owner = await house.person(house.dunmere, 'agency-representative');
    const there = at % 2 === 0 ? await house.alsoIn(owner, house.elsewhere, 'agency-representative') : owner;
    await promise(owner, at);
    await promise(there, at + 3);
  }
  const chief = await house.person(house.dunmere, 'lead-safeguarding-partner');
  await promise(chief, 1);
  await house.person(house.dunmere, 'independent-chair');
  const manager = await house.person(house.dunmere, 'business-manager');
  return { office: [manager, await house.alsoIn(manager, house.elsewhere, 'business-manager')], chief };
}

test('runs and sendings that are killed at any point and started again send nothing twice and leave nothing out', async ({
  house,
}) => {
  const chance = chanceFrom('killed runs');
  const { office, chief } = await aWorld(house);
  const post = aPostOffice();
  let killed = 0;
  const sentOn: { day: PlainDate; to: string }[] = [];
  for (let at = 0; at < days; at += 1) {
    const day = addDays(begin, at);
    house.clock.now = new Date(`${day}T06:10:00Z`);
    killed += await insist(house.data, chance, runWhole);
    killed += await insist(house.data, chance, async (data) => {
      house.clock.now = new Date(house.clock.now.getTime() + 5 * 60_000); // whoever was sending has lost its hold
      await post.deliver(data);
    });
    // a server tells a repeat by the name of the message
    const letters = new Map(post.taken.splice(0).map((letter) => [letter.id, letter]));
    sentOn.push(...[...letters.values()].map(({ to }) => ({ day, to })));
    for (const who of office) await house.data.as(who, (scope) => liveADay(scope, chance));
  }
  expect(killed).toBeGreaterThan(days / 2);
  expect(sentOn.length).toBeGreaterThan(days / 2);
  expect(new Set(sentOn.map(({ day, to }) => `${day} ${to}`)).size).toBe(sentOn.length);
  expect(sentOn.filter(({ to }) => to === chief.email)).toEqual([]);
  for (const { partnership } of [house.dunmere, house.elsewhere]) {
    const told = await inPlace(house.data, partnership, async (scope) =>
      listTold(scope, { limit: await countTold(scope) }),
    );
    expect(told.filter(({ toldOn, madeOn }) => toldOn !== undefined && toldOn < madeOn)).toEqual([]);
    const lines = told.map(({ madeOn, person, action, tone }) => `${madeOn} ${person} ${action} ${tone}`);
    expect(new Set(lines).size).toBe(lines.length);
  }
});

/** The office enters an answer now and then, and drops a part of what waits. */
async function liveADay(scope: Scope, chance: () => number): Promise<void> {
  for (const held of await listHeld(scope)) {
    const action = chance() < 0.2 ? await findAction(scope, held.action) : undefined;
    if (action) await settle(scope, held, action, 'drop', 'Nobody needs to hear it');
  }
  const [told] = await listTold(scope, { limit: 1 });
  if (told && chance() < 0.3) await record(scope, told.action, { kind: 'progress' }, { state: 'on-track' });
}
