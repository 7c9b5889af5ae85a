import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../doors.ts';
import { showAnswerGap, takeAnswerGap, takeWithdrawal } from './pages/answer-gap.tsx';
import { showGaps } from './pages/gaps.tsx';

/** What the partnership lacks, and what it has said of it; below `/:partnership/gaps`. */
export const gapRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showGaps));
  app.get('/answer', inScope(showAnswerGap));
  app.post('/answer', inScope(takeAnswerGap));
  app.post('/answer/withdraw', inScope(takeWithdrawal));
};
