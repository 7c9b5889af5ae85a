import type { FastifyPluginAsync } from 'fastify';
import { actionRoutes } from './actions/routes.tsx';
import { challengeRoutes } from './challenges/routes.tsx';
import { answerRoutes } from './chivvying/answer/routes.tsx';
import { chivvyingRoutes } from './chivvying/routes.tsx';
import { disagreementRoutes, liaisonRoutes } from './disagreements/routes.tsx';
import { riskRoutes } from './risks/routes.tsx';
import { scrutinyRoutes } from './scrutiny/routes.tsx';
import { threadRoutes } from './thread/routes.tsx';

/** What the partnership promised: actions, challenges, risks, and the thread between them. */
export const ledgerRoutes: FastifyPluginAsync = async (app) => {
  await app.register(actionRoutes, { prefix: '/:partnership/actions' });
  await app.register(answerRoutes);
  await app.register(chivvyingRoutes, { prefix: '/:partnership/chivvying' });
  await app.register(challengeRoutes, { prefix: '/:partnership/challenges' });
  await app.register(disagreementRoutes, { prefix: '/:partnership/disagreements' });
  await app.register(liaisonRoutes, { prefix: '/:partnership/liaison' });
  await app.register(riskRoutes, { prefix: '/:partnership/risks' });
  await app.register(scrutinyRoutes, { prefix: '/:partnership/scrutiny' });
  await app.register(threadRoutes, { prefix: '/:partnership/thread' });
};
