import { joinTeam } from '../../src/partnership/case-team.store.ts';
import { admit, giveRole, sinceEver } from '../../src/partnership/partnership.store.ts';
import { addPerson } from '../../src/partnership/people/person.store.ts';
import { type Role, roleNames } from '../../src/partnership/roles.ts';
import { sayOfDuty } from '../../src/partnership/settings/duty-use.store.ts';
import type { Database, Scope, Who } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { serviceIn } from '../../src/platform/jobs/partnerships.store.ts';
import {
  type CaseWords,
  giveCaseKey,
  givePartnershipKey,
  openCaseWords,
} from '../../src/platform/sealed/case-words.ts';
import { keepFileKey } from '../../src/platform/sealed/file-keys.ts';
import { newKey } from '../../src/platform/sealed/sealing.ts';
import { viewed } from '../../src/platform/trail/trail.store.ts';
import { exampleEmail, examplePartnerships } from '../../src/whole/example/people.ts';
import { masterKey } from '../harness/pages.ts';
import type { Place } from './ground.ts';
import { type Side, sides, wordOf } from './words.ts';

/** A place before its canary rows, and what seals the words of its two cases. */
export type Furnished = Omit<Place, 'rows'> & { words: CaseWords };

/** A person with an account for each role, and two cases with keys and as yet no team. */
export async function furnish(database: Database, side: Side): Promise<Furnished> {
  const slug = examplePartnerships[sides.indexOf(side)]?.slug ?? '';
  const { partnership_id: partnership } = await database.reference
    .selectFrom('partnership_slug')
    .select('partnership_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const service = serviceIn(partnership);
  const [openCase, shutCase] = [newId(), newId()];
  const people = await database.as(service, (scope) => addPeople(scope, wordOf(side, false, { class: 'P1' })));
  await database.as(service, (scope) =>
    sayOfDuty(scope, 'enquiries', { inUse: true, assessedOn: sinceEver, agreedOn: sinceEver }),
  );
  const example = await database.as(service, (scope) => findExample(scope, slug));
  const words = await database.asCaseTeam(service, [openCase, shutCase], async (scope) => {
    await givePartnershipKey(scope, masterKey); // one that wraps nothing
    await givePartnershipKey(scope, masterKey);
    for (const one of scope.cases) await giveCaseKey(scope, masterKey, one);
    for (const file of [newId(), newId()]) await keepFileKey(scope, masterKey, file, newKey());
    return await openCaseWords(scope, masterKey);
  });
  await database.as(people['review-lead'], (scope) =>
    viewed(scope, 'enquiry', { case_id: openCase }, { case_id: shutCase }),
  );
  return { side, slug, partnership, people, example, openCase, shutCase, words };
}

async function addPeople(scope: Scope, word: string): Promise<Record<Role, Who>> {
  const made: [Role, Who][] = [];
  for (const role of roleNames) {
    const account = newId();
    const name = `${word} ${role}`;
    await scope.db
      .insertInto('account')
      .values({ id: account, email: `${word}-${role}@agency.example`, name })
      .execute();
    const person = await addPerson(scope, { name, jobTitle: word, workEmail: `${word}-${role}@work.example` });
    await admit(scope, account, person);
    await giveRole(scope, person, { role, fromOn: sinceEver });
    made.push([role, { account, person, partnership: scope.partnership }]);
  }
  return Object.fromEntries(made) as Record<Role, Who>;
}

async function findExample({ db, partnership }: Scope, slug: string): Promise<Record<string, Who>> {
  const names =
    examplePartnerships.find((one) => one.slug === slug)?.people.flatMap(({ account }) => account ?? []) ?? [];
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account_id as account', 'person_id as person', 'email'])
    .where('partnership_id', '=', partnership)
    .execute();
  return Object.fromEntries(
    names.flatMap((name) => {
      const row = rows.find(({ email }) => email === exampleEmail(name));
      return row ? [[name, { account: row.account, person: row.person, partnership }]] : [];
    }),
  );
}

/** Puts everyone on the team of the open case. Joining takes a second person, so the first is approved by the second. */
export async function fillTeam(database: Database, { people, openCase, words }: Furnished): Promise<void> {
  const [first, second, ...others] = Object.values(people);
  if (!first || !second) throw new Error('there are roles');
  const join = (approver: Who, joining: readonly Who[]) =>
    database.asCaseTeam(approver, [openCase], async (scope) => {
      const place = { duty: 'enquiries', reason: 'Needs to know', fromOn: sinceEver };
      for (const { person } of joining) await joinTeam({ ...scope, words }, openCase, { ...place, person });
    });
  await join(first, [second, ...others]);
  await join(second, [first]);
}
