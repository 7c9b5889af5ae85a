import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../doors.ts';
import { askStep, takeStep } from './pages/step.tsx';
import { showSteps, takeBeginning } from './pages/steps.tsx';

export const setUpRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showSteps));
  app.post('/', inScope(takeBeginning));
  app.get('/:step', inScope(askStep));
  app.post('/:step', inScope(takeStep));
};
