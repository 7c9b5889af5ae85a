import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { askToTie, askToUntie, takeTie, takeUntie } from './tie-records.tsx';

/** The thread between records of any duty. */
export const threadRoutes: FastifyPluginAsync = async (app) => {
  app.get('/:kind/:record/tie', inScope(askToTie));
  app.post('/:kind/:record/tie', inScope(takeTie));
  app.get('/ties/:tie/untie', inScope(askToUntie));
  app.post('/ties/:tie/untie', inScope(takeUntie));
};
