import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../doors.ts';
import { showGroups } from './pages/groups.tsx';

/** The partnership's groups, their seats and who sits in them; below `/:partnership/groups`. */
export const groupRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showGroups));
};
