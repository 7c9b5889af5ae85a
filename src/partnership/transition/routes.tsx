import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../doors.ts';
import { sendArrival, showArrival, takeSeen } from './arrivals.tsx';
import { showReorganise, showStart, takeReorganise, takeStart } from './begin.tsx';
import { sendRecord, showGiveUp, showMove, takeGiveUp, takeMove } from './end.tsx';
import { showCarry, showTransition, takeAnswers, takeCarry } from './items.tsx';

/**
 * *Transition*: the partnership moves to another regime or edition, merges into another or splits, and everything it holds is
 * carried or ended.
 */
export const transitionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showStart));
  app.post('/', inScope(takeStart));
  app.get('/reorganise', inScope(showReorganise));
  app.post('/reorganise', inScope(takeReorganise));
  app.get('/arrivals/:id', inScope(showArrival));
  app.post('/arrivals/:id', inScope(takeSeen));
  app.get('/arrivals/:id/came.csv', inScope(sendArrival));
  app.get('/:id', inScope(showTransition));
  app.post('/:id', inScope(takeAnswers));
  app.get('/:id/record.csv', inScope(sendRecord));
  app.get('/:id/carry', inScope(showCarry));
  app.post('/:id/carry', inScope(takeCarry));
  app.get('/:id/move', inScope(showMove));
  app.post('/:id/move', inScope(takeMove, { alone: true }));
  app.get('/:id/give-up', inScope(showGiveUp));
  app.post('/:id/give-up', inScope(takeGiveUp));
};
