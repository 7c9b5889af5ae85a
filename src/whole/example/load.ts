import { ledgerExample } from '../../ledger/example.ts';
import { exampleOfScrutiny } from '../../ledger/scrutiny/example.ts';
import type { Duty } from '../../partnership/duty.ts';
import { keepGapTasks } from '../../partnership/gaps/gap-tasks.ts';
import { admit, createPartnership, giveRole, sinceEver } from '../../partnership/partnership.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Database, Scope } from '../../platform/database/database.ts';
import type { ExamplePartnership, ExamplePerson } from './described.ts';
import { addExampleAccount } from './example.store.ts';
import { writePlan } from './example-plan.store.ts';
import { exampleEmail, examplePartnerships } from './people.ts';
import { planOf } from './plan.ts';

/** Makes the example partnerships, each whole or not at all but for its scrutineer’s part, and lets every duty add its own. */
export async function loadExample(database: Database, duties: readonly Duty[]): Promise<void> {
  const accounts = new Map<string, string>();
  for (const one of examplePartnerships) {
    const about = {
      name: one.name,
      shortName: one.shortName,
      slug: one.slug,
      regime: 'england-2017-act-2026' as const,
      areas: one.areas,
      example: true,
    };
    const made = await createPartnership(database, about, async (scope) => {
      const plan = planOf(one, scope.today);
      await writePlan(scope, plan);
      const people = new Map(one.people.map(({ name }, at) => [name, plan.people[at]?.id ?? '']));
      const byAccount = await addAccounts(scope, one, people, accounts);
      await keepGapTasks(scope); // as the jobs do in the morning
      await ledgerExample(scope, { slug: one.slug, people: byAccount });
      for (const duty of duties) await duty.example?.(scope, { slug: one.slug, people: byAccount });
      return { partnership: scope.partnership, people: byAccount };
    });
    await scrutinise(database, made, accounts);
  }
}

/** What a scrutineer keeps to themselves nobody else can write, the service neither: it is written as them. */
async function scrutinise(
  database: Database,
  { partnership, people }: { partnership: string; people: ReadonlyMap<string, string> },
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const [account, person, council] = [accounts.get('scrutineer'), people.get('scrutineer'), people.get('council')];
  if (account === undefined || person === undefined || council === undefined) return;
  await database.as({ account, person, partnership }, (scope) => exampleOfScrutiny(scope, council));
}

/** @returns the people by the name of their account */
async function addAccounts(
  scope: Scope,
  { people }: ExamplePartnership,
  ids: ReadonlyMap<string, string>,
  accounts: Map<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const byAccount = new Map<string, string>();
  for (const someone of people) {
    const person = ids.get(someone.name) ?? '';
    if (someone.account !== undefined) {
      const account =
        accounts.get(someone.account) ?? (await addExampleAccount(scope, exampleEmail(someone.account), someone.name));
      accounts.set(someone.account, account);
      await admit(scope, account, person);
      byAccount.set(someone.account, person);
    }
    await giveRoles(scope, person, someone);
  }
  return byAccount;
}

async function giveRoles(scope: Scope, person: string, { roles, days }: ExamplePerson): Promise<void> {
  for (const role of roles) {
    await giveRole(scope, person, {
      role,
      fromOn: days === undefined ? sinceEver : scope.today,
      ...(days === undefined ? {} : { untilOn: addDays(scope.today, days) }),
    });
  }
}
