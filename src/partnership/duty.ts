import type { FastifyPluginAsync } from 'fastify';
import type { PermissionTable } from '../platform/access/permissions.ts';
import type { Command } from '../platform/command.ts';
import type { Scope } from '../platform/database/database.ts';
import type { Job, JobContext } from '../platform/jobs/job.ts';
import type { RecordType } from './record-type.ts';
import type { Role } from './roles.ts';
import type { Holding } from './transition/holding.ts';

/** Where a duty stands in the menu, and what somebody must be allowed to do to see it there. */
export interface NavigationItem {
  text: string;
  /** Inside the partnership: `/inspections`. */
  path: string;
  /** Other paths at which one stands there too. */
  also?: readonly string[];
  permission: string;
}

/** What a duty does when nobody is looking, as the service, in each partnership that uses it: a transaction for each. */
export interface DutyJob extends Omit<Job, 'run'> {
  run(scope: Scope, context: JobContext): Promise<void>;
}

/** What a duty answers to the rest of the house. Everything that looks across duties is built from these answers. */
export interface Duty {
  /** The folder, the segment of the address, the prefix of its permissions. */
  name: string;
  /** What people call it. */
  title: string;
  /**
   * Whether it holds restricted records: a partnership can use it only once its data protection impact assessment and its
   * agreement to share information are dated.
   */
  restricted?: true;
  navigation: readonly NavigationItem[];
  permissions: PermissionTable<Role>;
  /** What of it can be linked, searched and shown in a thread. */
  records?: readonly RecordType[];
  /** Its pages, below `/:partnership`. */
  routes: FastifyPluginAsync;
  /** What of it a partnership holds: answered for in a transition, and carried when the partnership merges or splits. */
  holdings?: readonly Holding[];
  /** Kinds of its tasks that are about facts which every partnership reads, so that they mean the same in another. */
  sharedTasks?: readonly string[];
  commands?: readonly Command[];
  jobs?: readonly DutyJob[];
  /** Its part of an example partnership; `people` are its people by the name of their account in the example. */
  example?(scope: Scope, partnership: { slug: string; people: ReadonlyMap<string, string> }): Promise<void>;
}
