import type { FastifyPluginAsync } from 'fastify';
import { page } from '../../platform/http/answers.ts';
import { withoutData } from '../../platform/identity/doors.ts';
import { RolesPage } from './roles-page.tsx';

/** The part of the guide that is made from the program itself. */
export const guideRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/guide/roles',
    withoutData(() => page(<RolesPage permissions={app.house.permissions} />)),
  );
};
