import type { Duty } from '../../partnership/duty.ts';
import { sinceEver } from '../../partnership/partnership.store.ts';
import { roleNames } from '../../partnership/roles.ts';
import { analyseCommand } from './commands/analyse.ts';
import { importCommand } from './commands/import.ts';
import { listOwnPublished } from './reading.store.ts';
import { askToRead, readingTask } from './reading.ts';
import { inspectionRoutes } from './routes.tsx';

/** How England's safeguarding boards and councils were judged: published facts, the same for every partnership. */
export const inspections: Duty = {
  name: 'inspections',
  title: 'Inspection',
  navigation: [{ text: 'Inspection', path: '/inspections', permission: 'inspections.read' }],
  permissions: { 'inspections.read': { title: 'read England’s published judgements', roles: roleNames } },
  routes: inspectionRoutes,
  sharedTasks: [readingTask],
  commands: [importCommand, analyseCommand],
  async example(scope) {
    const [newest] = await listOwnPublished(scope, sinceEver);
    if (newest) await askToRead(scope, [newest]);
  },
};
