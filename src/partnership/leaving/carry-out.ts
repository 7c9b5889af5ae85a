import { type Database, mostCases, type Scope } from '../../platform/database/database.ts';
import { service } from '../../platform/database/service.ts';
import { endSessions } from '../../platform/identity/session.store.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { enqueue } from '../../platform/jobs/queue.store.ts';
import { listPeople, markLeft } from '../people/person.store.ts';
import { endMembership, isInAnyPartnership, leaveEveryTeam, listTeamCases, passOn } from './hand-over.store.ts';
import { addLeaving, callOff, holdDueLeavings, type Leaving, markCarriedOut } from './leaving.store.ts';
import { goesTo, isAtOnce, type Plan, turnOf } from './leaving.ts';
import { listOwned, type Owning, passOwned } from './owned.ts';
import { holdPerson, listManagers, listThings } from './things.store.ts';

/**
 * Lets somebody leave: now, or on the morning after a last day that is yet to come. What was planned before is called off.
 *
 * @param owning the registry of what a partnership holds: what of it is their own goes too
 */
export async function letLeave(scope: Scope, person: string, plan: Plan, owning: Owning): Promise<void> {
  await callOff(scope, person);
  const leaving = await addLeaving(scope, person, plan);
  if (isAtOnce(plan, scope.today)) await carryOut(scope, leaving, owning);
}

/**
 * Ends or hands over everything that is somebody's today, and with it their membership. Where whoever was to take something
 * over has left meanwhile, it ends; what was needed of the leaver then comes to a business manager. What they owned in floors above
 * is passed on once they have left, so that what it needs is asked of those who are there.
 */
async function carryOut(scope: Scope, leaving: Leaving, owning: Owning): Promise<void> {
  const { person, lastOn } = leaving;
  const people = await listPeople(scope);
  const present = new Set(people.filter((one) => one.leftOn === undefined && one.id !== person).map(({ id }) => id));
  const manager = (await listManagers(scope)).find((id) => present.has(id));
  const turn = turnOf(leaving, scope.today);
  const owned = await listOwned(scope, owning, person);
  for (const thing of await listThings(scope, person)) {
    const to = goesTo(leaving, thing);
    const instead = thing.kind === 'tasks' ? manager : undefined;
    await passOn(scope, person, thing, to === undefined || present.has(to) ? to : instead, turn);
  }
  await markLeft(scope, person, lastOn);
  const account = await endMembership(scope, person);
  for (const thing of owned) {
    const to = goesTo(leaving, thing);
    const whom = to !== undefined && present.has(to) ? to : undefined;
    await passOwned({ ...scope, person: leaving.plannedBy }, owning, { thing, person, to: whom });
  }
  if (account) await enqueue(scope.db, afterwards, { account, person, partnership: scope.partnership });
  await markCarriedOut(scope, leaving.id);
}

const afterwards = 'access.ended';

/** Carries out, in one partnership, what was planned for a day that is over. */
export async function carryOutDue(scope: Scope, owning: Owning): Promise<void> {
  for (const leaving of await holdDueLeavings(scope)) {
    await holdPerson(scope, leaving.person);
    await carryOut(scope, leaving, owning);
  }
}

/**
 * What follows when an account has left a partnership: its places on case teams end, and, where it is in no other partnership,
 * its sessions too. Its access has ended before.
 */
export async function tidyAfter(database: Database, { account, person, partnership }: EndedAccess): Promise<void> {
  const onBehalf = { account: service, person, partnership };
  const cases = await database.as(onBehalf, listTeamCases);
  for (let at = 0; at < cases.length; at += mostCases)
    await database.asCaseTeam(onBehalf, cases.slice(at, at + mostCases), leaveEveryTeam);
  await database.asAccount(account, async (identity) => {
    if (!(await isInAnyPartnership({ db: identity.db, account }))) await endSessions(identity, account);
  });
}

interface EndedAccess {
  account: string;
  person: string;
  partnership: string;
}

/** Planned leavings are carried out in the first minutes of a day; what follows each is done at once. */
export const leavingJobs = (owning: Owning): readonly Job[] => [
  {
    name: 'access.leavings',
    every: '5 0 * * *',
    run: ({ database }) => forEachPartnership(database, (scope) => carryOutDue(scope, owning)),
  },
  { name: afterwards, run: ({ database }, data) => tidyAfter(database, data as EndedAccess) },
];
