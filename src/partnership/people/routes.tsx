import type { FastifyPluginAsync } from 'fastify';
import { may, permit } from '../../platform/access/permit.ts';
import { download, page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { listAgencies } from '../agencies/agency.store.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { PersonListPage } from './pages/person-list.tsx';
import { listPeople } from './person.store.ts';
import { listed, peopleAsCsv, peopleShown, personFilters } from './person-list.ts';

/** The partnership's people. */
export const peopleRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showPeople));
  app.get('/people.csv', inScope(sendPeople));
};

const showPeople: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const found = await readList(scope, request.query);
  return page(<PersonListPage {...found} mayChange={may(scope, 'directory.change')} />);
};

const sendPeople: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const { shown } = await readList(scope, request.query);
  await acted(scope, 'export', 'person', {}, { as: 'csv', people: shown.length });
  return download(`people-${scope.today}.csv`, 'text/csv; charset=utf-8', peopleAsCsv(shown));
};

async function readList(scope: SeatedScope, query: unknown) {
  const list = readListAddress(`/${scope.slug}/people`, query as Record<string, unknown>, {
    filters: personFilters,
    sorts: [],
  });
  const [people, agencies, groups, seats] = await Promise.all([
    listPeople(scope),
    listAgencies(scope),
    listGroups(scope),
    listGroupSeats(scope),
  ]);
  const all = listed(people, { agencies, groups, seats }, scope.today);
  return { list, all, agencies, groups, shown: peopleShown(all, list, scope.today) };
}
