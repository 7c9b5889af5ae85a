import { findClosing } from '../../partnership/closing.store.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Database, Scope } from '../../platform/database/database.ts';
import { listPartnerships, serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { readFacts } from './chivvy-facts.store.ts';
import type { Level, Why } from './facts.ts';
import { type DayPlan, planDay } from './plan-day.ts';
import type { Tone } from './rules.ts';

/** What would be said on a day, to whom, as other programs read it. */
export interface Foreseen {
  digests: readonly {
    /** The account’s identifier; of somebody without an account their person’s. */
    account: string;
    /** Addresses of the partnerships that have something to say. */
    partnerships: readonly string[];
    lines: readonly { record: string; tone: Tone; due: PlainDate }[];
  }[];
  held: readonly { record: string; to: Level; why: Why }[];
}

/** What one partnership would say, with whose account or person each line is for. */
interface ForeseenThere {
  slug: string;
  plan: DayPlan;
  accounts: ReadonlyMap<string, string>;
}

/** What would be said on `day` as things stand now. Nothing is written; each partnership is opened by itself. */
export async function foresee(database: Database, day: PlainDate): Promise<Foreseen> {
  const there: ForeseenThere[] = [];
  for (const { partnership, slug } of await listPartnerships(database))
    there.push(await database.as(serviceIn(partnership), (scope) => foreseeIn(scope, slug, day)));
  return together(there);
}

async function foreseeIn(scope: Scope, slug: string, day: PlainDate): Promise<ForeseenThere> {
  if (await findClosing(scope)) return { slug, plan: { lines: [], held: [], moot: [] }, accounts: new Map() };
  const facts = await readFacts(scope, day);
  const accounts = new Map([...facts.people.values()].map(({ id, account }) => [id, account ?? id]));
  return { slug, plan: planDay(facts, day), accounts };
}

/** One digest for each account, whatever number of partnerships has something to say to it. */
export function together(there: readonly ForeseenThere[]): Foreseen {
  const recordAt = (slug: string, action: string) => `/${slug}/actions/${action}`;
  const lines = there.flatMap(({ slug, plan, accounts }) =>
    plan.lines.map(({ action, person, tone, dueOn }) => ({
      account: accounts.get(person) ?? person,
      slug,
      line: { record: recordAt(slug, action), tone, due: dueOn },
    })),
  );
  return {
    digests: [...Map.groupBy(lines, ({ account }) => account)].map(([account, some]) => ({
      account,
      partnerships: [...new Set(some.map(({ slug }) => slug))],
      lines: some.map(({ line }) => line),
    })),
    held: there.flatMap(({ slug, plan }) =>
      plan.held.map(({ action, level, why }) => ({ record: recordAt(slug, action), to: level, why })),
    ),
  };
}
