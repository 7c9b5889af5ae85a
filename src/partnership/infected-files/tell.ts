import type { Scope } from '../../platform/database/database.ts';
import type { StoredFile } from '../../platform/files/stored-file.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { needFrom } from '../task.store.ts';

/** The kind of the task, and where it leads to inside the partnership. */
export const infectedTask = { kind: 'infected-file', path: '/infected-files' } as const;

/** Tells the office and whoever sent it that a file has a virus: it becomes a task of each. Said again it is said once. */
export async function tellInfected(scope: Scope, { id, uploadedBy }: StoredFile): Promise<void> {
  const office = await listPeopleHolding(scope, ['business-manager', 'business-support']);
  const task = {
    ...infectedTask,
    title: 'A file that was sent in has a virus',
    why: 'The virus scanner stopped it: nobody can open it here',
    dueOn: undefined,
  };
  for (const person of new Set([uploadedBy, ...office])) await needFrom(scope, person, id, task);
}
