import type { Scope } from '../database/database.ts';
import type { Job, JobContext } from '../jobs/job.ts';
import { forEachPartnership, listPartnerships, serviceIn } from '../jobs/partnerships.store.ts';
import { readMasterKey } from '../sealed/master-key.ts';
import { type ByteStore, diskStore, filesFolder, incoming } from './byte-store.ts';
import { holdUntold, listFilesIn, listKept, markTold, settleFile } from './file.store.ts';
import { destroyFile, openBytes } from './open.ts';
import { foundBy, stateAfter } from './receive.ts';
import { type Scan, scan } from './scanner.ts';
import type { StoredFile } from './stored-file.ts';

/** Lets those know who have to that a file is infected; in the scope of the service, with the change. */
export type TellInfected = (scope: Scope, file: StoredFile) => Promise<void>;

/** What is done with files when nobody is looking. */
export const fileJobs = ({ tellInfected }: { tellInfected: TellInfected }): readonly Job[] => [
  { name: 'files.scan', every: '* * * * *', run: (context) => scanWaiting(context, tellInfected) },
  { name: 'files.sweep', every: '23 3 * * *', run: sweepFiles },
];

/**
 * Has every file scanned that still waits, and lets those know who have to where one is infected. No transaction is open while
 * the scanner works. Where it does not answer, the rest waits until the next time.
 */
export async function scanWaiting(context: JobContext, tellInfected: TellInfected): Promise<void> {
  for (const { partnership } of await listPartnerships(context.database)) {
    const answered = await scanIn(context, partnership);
    if (!answered) break;
  }
  await forEachPartnership(context.database, async (scope) => {
    for (const file of await holdUntold(scope)) {
      await tellInfected(scope, file);
      await markTold(scope, file.id);
    }
  });
}

/** @returns whether the scanner answers */
async function scanIn(context: JobContext, partnership: string): Promise<boolean> {
  const { config, database, log } = context;
  const as = serviceIn(partnership);
  for (const file of await database.as(as, (scope) => listFilesIn(scope, 'waiting', 100))) {
    const said = await scanOne(context, partnership, file);
    if (said === undefined) log.error({ file: file.id }, 'a file that waits for the scanner cannot be read');
    else if (said.said === 'no-answer') {
      if (config.scanner.by === 'clamd') log.error({}, 'the virus scanner does not answer: files wait');
      return false;
    } else
      await database.as(as, (scope) =>
        settleFile(scope, file.id, { state: stateAfter[said.said], found: foundBy(said) }),
      );
  }
  return true;
}

/** @returns undefined where its bytes are gone or altered: then it waits, and nobody gets it */
async function scanOne(context: JobContext, partnership: string, file: StoredFile): Promise<Scan | undefined> {
  try {
    const deployment = { config: context.config, keys: readMasterKey(context.config.keyFile, false) };
    const bytes = await context.database.as(serviceIn(partnership), (scope) => openBytes(scope, deployment, file));
    return await scan(context.config.scanner, bytes);
  } catch {
    return undefined;
  }
}

const aDay = 86_400_000;
const daysInfectedAreKept = 30;

/**
 * Removes the bytes that nothing refers to: those that came in and were never kept, those whose row was never written or is
 * destroyed. Destroys what was infected a month ago. What was put there in the last day is left alone, because its row may
 * be on its way. Only places of partnerships of this database are looked at: bytes of another are nobody's to remove.
 */
export async function sweepFiles({ config, database }: Pick<JobContext, 'config' | 'database'>): Promise<void> {
  const store = diskStore(filesFolder(config));
  const before = database.now().getTime() - aDay;
  for (const id of await store.list(incoming)) if (madeAt(id) < before) await store.remove(incoming, id);
  await forEachPartnership(database, async (scope) => {
    for (const file of await listFilesIn(scope, 'infected', 100)) {
      if (scope.now.getTime() - file.uploadedAt.getTime() > daysInfectedAreKept * aDay)
        await destroyFile(scope, file.id, `infected, kept for ${daysInfectedAreKept} days`);
    }
  });
  await forEachPartnership(database, (scope) => sweepPlace(scope, store, before));
}

/** After what was destroyed is committed, so that no row is ever left that has a key and no bytes. */
async function sweepPlace(scope: Scope, store: ByteStore, before: number): Promise<void> {
  const old = (await store.list(scope.partnership)).filter((id) => madeAt(id) < before);
  for (let at = 0; at < old.length; at += 1000) {
    const some = old.slice(at, at + 1000);
    const kept = await listKept(scope, some);
    for (const id of some) if (!kept.has(id)) await store.remove(scope.partnership, id);
  }
}

/** When an identifier was made: it says so itself. */
const madeAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
