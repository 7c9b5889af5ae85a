import type { FastifyPluginAsync } from 'fastify';
import { actionRoutes } from './actions/routes.tsx';
import { challengeRoutes } from './challenges/routes.tsx';

/** What the partnership promised: actions, challenges, risks, and the thread between them. */
export const ledgerRoutes: FastifyPluginAsync = async (app) => {
  await app.register(actionRoutes, { prefix: '/:partnership/actions' });
  await app.register(challengeRoutes, { prefix: '/:partnership/challenges' });
};
