import type { FastifyInstance } from 'fastify';
import { inspections } from './duties/inspections/duty.ts';
import { loadReferenceFacts as loadBuiltInFacts } from './duties/inspections/reference.ts';
import { chivvyCommand } from './ledger/chivvying/chivvy-command.ts';
import { ledgerMails } from './ledger/chivvying/digest-mail.ts';
import { ledgerHoldings } from './ledger/holdings.ts';
import { ledgerJobs } from './ledger/jobs.ts';
import { ledgerNavigation } from './ledger/navigation.ts';
import { ledgerPermissions } from './ledger/permissions.ts';
import { ledgerRecords } from './ledger/records.ts';
import { ledgerRoutes } from './ledger/routes.tsx';
import { tieHolding } from './ledger/thread/tie-holding.ts';
import { partnershipCommands } from './partnership/commands.ts';
import type { Duty } from './partnership/duty.ts';
import { jobsOf } from './partnership/duty-jobs.ts';
import { partnershipJobs } from './partnership/jobs.ts';
import { partnershipNavigation, settingsNavigation } from './partnership/navigation.ts';
import { holdsExample } from './partnership/partnership.store.ts';
import { partnershipPermissions } from './partnership/permissions.ts';
import { roles } from './partnership/roles.ts';
import { partnershipRoutes } from './partnership/routes.tsx';
import { reorganisationCommands } from './partnership/transition/commands.ts';
import { holdingsOf } from './partnership/transition/holdings.ts';
import { Permissions } from './platform/access/permissions.ts';
import { backupCommands } from './platform/backup/commands.ts';
import type { Command } from './platform/command.ts';
import type { Connections } from './platform/database/cluster.ts';
import { type Concordat, createServer } from './platform/http/server.ts';
import { identityJobs, identityRoutes } from './platform/identity/routes.ts';
import type { Job } from './platform/jobs/job.ts';
import { operationsCommands } from './platform/operations.ts';
import { platformRoutes } from './platform/routes.tsx';
import { keysCommands } from './platform/sealed/keys-commands.ts';
import { trailJobs } from './platform/trail/seal-job.ts';
import { trailVerify } from './platform/trail/verify-command.ts';
import { exampleCommand } from './whole/example/command.ts';
import { exampleRoutes } from './whole/example/routes.tsx';
import { guideRoutes } from './whole/guide/routes.tsx';
import { todayRoutes } from './whole/today/routes.ts';

/** What is done when nobody is looking. */
export const jobs = (): readonly Job[] => [
  ...identityJobs({ holdsExample, kinds: ledgerMails }),
  ...trailJobs(),
  ...partnershipJobs(holdings),
  ...ledgerJobs,
  ...duties.flatMap(jobsOf),
];

/** The duties, in the order of the menu. A new one is a folder and a line here. */
export const duties: readonly Duty[] = [inspections];

const permissionsOf = (all: readonly Duty[]) =>
  new Permissions([partnershipPermissions, ledgerPermissions, ...all.map((duty) => duty.permissions)]);

export const permissions = permissionsOf(duties);

/** What a partnership holds, kind by kind: what a transition accounts for. */
export const holdings = holdingsOf(duties, ledgerHoldings, [tieHolding]);

export const commands = (): readonly Command[] => [
  ...operationsCommands,
  ...backupCommands,
  ...keysCommands,
  trailVerify,
  ...partnershipCommands,
  ...reorganisationCommands(holdings),
  chivvyCommand,
  exampleCommand(duties),
  ...duties.flatMap((duty) => duty.commands ?? []),
];

/** Brings the reference facts that come with the program into the database; quick when they are there. */
export async function loadReferenceFacts({ owner }: Connections, tell: (line: string) => void): Promise<void> {
  if (owner) await loadBuiltInFacts(owner, tell);
}

/** The whole house behind one server: platform, partnership, duties, and what looks across them. */
export async function buildApp(
  concordat: Omit<Concordat, 'explain'>,
  moreDuties: readonly Duty[] = [],
): Promise<FastifyInstance> {
  const all = [...duties, ...moreDuties];
  const allowed = moreDuties.length ? permissionsOf(all) : permissions;
  const explain = (name: string) => ({
    title: allowed.table[name]?.title ?? name,
    roles: (allowed.table[name]?.roles ?? []).map((role) => roles[role].title),
  });
  const app = await createServer({ ...concordat, explain });
  app.decorate('house', {
    permissions: allowed,
    navigation: [
      ...partnershipNavigation,
      ...ledgerNavigation,
      ...all.flatMap((duty) => duty.navigation),
      ...settingsNavigation,
    ],
    duties: all,
    holdings: moreDuties.length ? holdingsOf(all, ledgerHoldings, [tieHolding]) : holdings,
    records: [...ledgerRecords, ...all.flatMap((duty) => duty.records ?? [])],
  });
  await app.register(platformRoutes);
  await app.register(identityRoutes);
  await app.register(todayRoutes);
  await app.register(guideRoutes);
  if (concordat.example) await app.register(exampleRoutes);
  await app.register(partnershipRoutes);
  await app.register(ledgerRoutes);
  for (const duty of all) await app.register(duty.routes, { prefix: `/:partnership/${duty.name}` });
  return app;
}
