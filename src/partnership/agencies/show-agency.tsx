import { may, permit } from '../../platform/access/permit.ts';
import { page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { historyOf } from '../../platform/trail/trail.store.ts';
import { idIn } from '../directory/answers.ts';
import { changesOf, type Words } from '../directory/history.tsx';
import type { SeatedScope } from '../doors.ts';
import { listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { listPeople } from '../people/person.store.ts';
import { listRolesFor } from '../people/role-held.store.ts';
import { type Agency, listAgencies } from './agency.store.ts';
import { agencyKinds, kindNamed, standings } from './kinds.ts';
import { AgencyPage } from './pages/agency.tsx';

export const showAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const id = idIn(request, 'agency');
  const agencies = await listAgencies(scope);
  const agency = found(agencies.find((one) => one.id === id));
  const [people, groups, seats, roles, entries] = await Promise.all([
    listPeople(scope),
    listGroups(scope),
    listGroupSeats(scope),
    listRolesFor(scope, id),
    historyOf(scope, 'agency', { id }),
  ]);
  const { slug, today } = scope;
  const names = new Map(people.map((person) => [person.id, person.name]));
  return page(
    <AgencyPage
      {...{ agency, agencies, people, groups, roles, slug, today }}
      seats={seats.filter((seat) => seat.agency === id)}
      changes={changesOf(entries, wordsFor(agencies), names)}
      mayChange={may(scope, 'directory.change')}
    />,
  );
};

const wordsFor = (agencies: readonly Agency[]): Words => ({
  name: { title: 'Name' },
  kind: { title: 'Kind', say: (kind) => agencyKinds[kindNamed(kind)].title },
  standing: {
    title: 'Standing',
    say: (standing) => new Map<string, string>(Object.entries(standings)).get(standing) ?? standing,
  },
  parent_id: { title: 'Part of', say: (id) => agencies.find((agency) => agency.id === id)?.name ?? 'another body' },
  email_domains: { title: 'E-mail domains' },
  ended_on: { title: 'Last day' },
});
