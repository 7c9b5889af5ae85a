import { addAgency, addOrganisation } from '../../partnership/agencies/agency.store.ts';
import type { Duty } from '../../partnership/duty.ts';
import { admit, createPartnership, giveRole, sinceEver } from '../../partnership/partnership.store.ts';
import { addPerson } from '../../partnership/people/person.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import type { Database, Scope } from '../../platform/database/database.ts';
import { addExampleAccount } from './example.store.ts';
import { type ExamplePartnership, type ExamplePerson, exampleEmail, examplePartnerships } from './people.ts';

/** Makes the example partnerships, each whole or not at all, and lets every duty add its own part. */
export async function loadExample(database: Database, duties: readonly Duty[]): Promise<void> {
  const accounts = new Map<string, string>();
  const organisations = new Map<string, string>();
  for (const one of examplePartnerships) {
    const about = {
      name: one.name,
      shortName: one.shortName,
      slug: one.slug,
      regime: 'england-2017-act-2026' as const,
      areas: one.areas,
      example: true,
    };
    await createPartnership(database, about, async (scope) => {
      const people = await addPeople(scope, one, accounts, organisations);
      for (const duty of duties) await duty.example?.(scope, { slug: one.slug, people });
    });
  }
}

/** @returns the people by the name of their account */
async function addPeople(
  scope: Scope,
  { agencies, people }: ExamplePartnership,
  accounts: Map<string, string>,
  organisations: Map<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const agencyIds = new Map<string, string>();
  for (const { name, kind } of agencies) {
    const organisation = organisations.get(name) ?? (await addOrganisation(scope, name));
    if (kind === 'police') organisations.set(name, organisation);
    agencyIds.set(name, await addAgency(scope, { organisation, name, kind }));
  }
  const byAccount = new Map<string, string>();
  for (const someone of people) {
    const agency = agencyIds.get(someone.agency);
    const person = await addPerson(scope, {
      name: someone.name,
      jobTitle: someone.jobTitle,
      ...(agency ? { agency } : {}),
    });
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
  const today = todayInLondon(scope.now);
  for (const role of roles) {
    await giveRole(scope, person, {
      role,
      fromOn: days === undefined ? sinceEver : today,
      ...(days === undefined ? {} : { untilOn: addDays(today, days) }),
    });
  }
}
