import type { FastifyPluginAsync } from 'fastify';
import { may, permit } from '../../platform/access/permit.ts';
import { download, page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { inScope, type SeatedScope } from '../doors.ts';
import { listAgencies } from './agency.store.ts';
import { agenciesAsCsv, agenciesShown, agencyFilters } from './agency-list.ts';
import { askForAgency, askToChangeAgency, takeAgency, takeChangedAgency } from './change-agency.tsx';
import { askToEndAgency, takeAgencyBack, takeEndOfAgency } from './end-agency.tsx';
import { AgencyListPage } from './pages/agency-list.tsx';
import { showAgency } from './show-agency.tsx';

/** The partnership's agencies. */
export const agencyRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showAgencies));
  app.get('/agencies.csv', inScope(sendAgencies));
  app.get('/add', inScope(askForAgency));
  app.post('/add', inScope(takeAgency));
  app.get('/:agency', inScope(showAgency));
  app.get('/:agency/change', inScope(askToChangeAgency));
  app.post('/:agency/change', inScope(takeChangedAgency));
  app.get('/:agency/end', inScope(askToEndAgency));
  app.post('/:agency/end', inScope(takeEndOfAgency));
  app.post('/:agency/again', inScope(takeAgencyBack));
};

const showAgencies: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const { list, all, shown } = await readList(scope, request.query);
  return page(
    <AgencyListPage {...{ list, all, shown }} today={scope.today} mayChange={may(scope, 'directory.change')} />,
  );
};

const sendAgencies: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const { all, shown } = await readList(scope, request.query);
  return download(`agencies-${scope.today}.csv`, 'text/csv; charset=utf-8', agenciesAsCsv(shown, all));
};

async function readList(scope: SeatedScope, query: unknown) {
  const list = readListAddress(`/${scope.slug}/agencies`, query as Record<string, unknown>, {
    filters: agencyFilters,
    sorts: [],
  });
  const all = await listAgencies(scope);
  return { list, all, shown: agenciesShown(all, list, scope.today) };
}
