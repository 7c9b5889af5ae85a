import { may, permit } from '../../platform/access/permit.ts';
import { page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { historyOf } from '../../platform/trail/trail.store.ts';
import { type Agency, listAgencies } from '../agencies/agency.store.ts';
import { idIn } from '../directory/answers.ts';
import { type Change, changesOf, type Words } from '../directory/history.tsx';
import type { SeatedScope } from '../doors.ts';
import { listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { listAssistance } from './assistant.store.ts';
import { listSignedSteps } from './induction.store.ts';
import { listOtherBoards } from './other-board.store.ts';
import { readWaiting } from './pages/mail-waits.tsx';
import { PersonPage } from './pages/person.tsx';
import { roleTitle } from './pages/person-roles.tsx';
import { listPeople } from './person.store.ts';
import { listRolesHeld, type RoleHeld } from './role-held.store.ts';

export const showPerson: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const id = idIn(request, 'person');
  const people = await listPeople(scope);
  const person = found(people.find((one) => one.id === id));
  const [agencies, groups, seats, assistance, boards, steps, roles, entries] = await Promise.all([
    listAgencies(scope),
    listGroups(scope),
    listGroupSeats(scope),
    listAssistance(scope, id),
    listOtherBoards(scope, id),
    listSignedSteps(scope, id),
    listRolesHeld(scope, id),
    historyOf(scope, 'person', { id }),
  ]);
  const names = new Map(people.map((one) => [one.id, one.name]));
  const changes = [...changesOf(entries, wordsFor(agencies), names), ...(await roleChanges(scope, roles, names))];
  const waiting = await readWaiting(scope, request);
  const { slug, today } = scope;
  return page(
    <PersonPage
      {...{ person, agencies, groups, seats, assistance, boards, steps, roles, names, slug, today }}
      changes={changes.toSorted((a, b) => b.id - a.id)}
      waiting={waiting.filter(({ email }) => email === person.workEmail?.toLowerCase())}
      may={{
        change: may(scope, 'directory.change'),
        access: may(scope, 'access.change'),
        secondStep: may(scope, 'second-step.reset'),
      }}
    />,
  );
};

/** Who gave each role, and who said which day was its last. */
async function roleChanges(
  scope: SeatedScope,
  roles: readonly RoleHeld[],
  names: ReadonlyMap<string, string>,
): Promise<readonly Change[]> {
  const histories = await Promise.all(roles.map(({ id }) => historyOf(scope, 'role_held', { id })));
  return roles.flatMap(({ role }, at) => {
    const title = roleTitle(role);
    const words = { until_on: { title: `Last day as ${title.toLowerCase()}` } };
    return changesOf(histories[at] ?? [], words, names, `Given the role of ${title.toLowerCase()}`);
  });
}

const wordsFor = (agencies: readonly Agency[]): Words => ({
  name: { title: 'Name' },
  job_title: { title: 'Job title' },
  agency_id: { title: 'Speaks for', say: (id) => agencies.find((agency) => agency.id === id)?.name ?? 'an agency' },
  work_email: { title: 'Work e-mail' },
  phone: { title: 'Telephone' },
  left_on: { title: 'Last day' },
});
