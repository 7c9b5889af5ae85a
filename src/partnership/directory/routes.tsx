import type { FastifyPluginAsync } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { page } from '../../platform/http/answers.ts';
import { inScope } from '../doors.ts';
import { readPeople } from '../people/read-people.ts';
import { entriesOf } from './directory.ts';
import { DirectoryPage } from './directory-page.tsx';

/** Everybody by agency, on one page to print. */
export const directoryRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/',
    inScope(async (scope) => {
      permit(scope, 'directory.read');
      const { all, agencies } = await readPeople(scope);
      const { slug, today, seat } = scope;
      const entries = entriesOf(agencies, all, today);
      return page(<DirectoryPage {...{ entries, slug, today }} partnership={seat.partnership.name} />);
    }),
  );
};
