import { z } from 'zod';
import { may, permit } from '../../platform/access/permit.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { formError, formErrors } from '../../platform/ui/errors.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { answersOf, idIn, ticked } from '../directory/answers.ts';
import { isOver } from '../directory/list.ts';
import type { SeatedScope } from '../doors.ts';
import { listGroups } from '../groups/group.store.ts';
import { endGroupSeat, type GroupSeat, leaveSeat, listGroupSeats } from '../groups/group-seat.store.ts';
import { listPeople } from '../people/person.store.ts';
import { endRole, listRolesFor } from '../people/role-held.store.ts';
import { type Agency, endAgency, findAgency, holdAgency, listAgencies } from './agency.store.ts';
import {
  type EndingRefusal,
  endOfRole,
  type GoingOn,
  openHolders,
  rolesOpenAfter,
  rulingOnEnding,
  seatsOpenAfter,
} from './agency-rules.ts';
import { EndAgencyPage } from './pages/end-agency.tsx';

const Form = z.object({
  endedOn: dayAnswer('Enter its last day in the partnership', 'Its last day in the partnership must be a real date'),
});

const refusals: Record<EndingRefusal, { field: string; text: string }> = {
  'ended-already': { field: '', text: 'Somebody has ended its part in the partnership already' },
  'goes-on': {
    field: 'withIt',
    text: 'It has seats or roles that go on after that day. Say that they end too, or give them to another agency first',
  },
  'roles-of-access': {
    field: '',
    text: 'Roles are held for it that only a business manager can end. Ask one to end its part in the partnership',
  },
  'manager-role': {
    field: '',
    text: 'Somebody is a business manager for it. End that role on the person’s own page first',
  },
  'seat-begins-later': {
    field: 'endedOn',
    text: 'A seat of it, or a place in one, begins only after that day. Enter a later day',
  },
};

export const askToEndAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const agency = found(await findAgency(scope, idIn(request, 'agency')));
  return page(<EndAgencyPage {...(await whatHangsOn(scope, agency))} answers={{}} />);
};

export const takeEndOfAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const agency = found(await holdAgency(scope, idIn(request, 'agency')));
  const answers = answersOf(request);
  const facts = await whatHangsOn(scope, agency);
  const again = (errors: ReturnType<typeof formError>): Answer =>
    page(<EndAgencyPage {...facts} answers={answers} errors={errors} />, 422);

  const form = Form.safeParse({ endedOn: dayText(answers, 'endedOn') });
  if (!form.success) return again(formErrors(form.error));
  const { endedOn } = form.data;
  const goingOn = goingOnAfter(facts, agency.id, endedOn);
  const withIt = ticked(answers, 'withIt').includes('yes');
  const ruling = rulingOnEnding(agency, goingOn, { endedOn, withIt, mayEndRoles: may(scope, 'access.change') });
  if (!ruling.allowed) return again(formError(refusals[ruling.because].field, refusals[ruling.because].text));
  for (const seat of goingOn.seats) await endSeat(scope, seat, endedOn);
  for (const held of goingOn.roles) await endRole(scope, held.id, endOfRole(held, endedOn));
  await endAgency(scope, agency.id, endedOn);
  return goTo(`/${scope.slug}/agencies/${agency.id}`);
};

/** Part of it again. Seats and roles that ended with it stay so: who sits where is for the groups to say, and access is given anew. */
export const takeAgencyBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const agency = found(await holdAgency(scope, idIn(request, 'agency')));
  await endAgency(scope, agency.id, undefined);
  return goTo(`/${scope.slug}/agencies/${agency.id}`);
};

async function endSeat(scope: SeatedScope, seat: GroupSeat, day: PlainDate): Promise<void> {
  for (const holder of openHolders(seat, day)) await leaveSeat(scope, holder.id, day);
  await endGroupSeat(scope, seat.id, day);
}

const goingOnAfter = ({ seats, roles }: GoingOn, agency: string, day: PlainDate): GoingOn => ({
  seats: seatsOpenAfter(seats, agency, day),
  roles: rolesOpenAfter(roles, day),
});

async function whatHangsOn(scope: SeatedScope, agency: Agency) {
  const { slug, today } = scope;
  const [people, seats, roles, groups, agencies] = await Promise.all([
    listPeople(scope),
    listGroupSeats(scope),
    listRolesFor(scope, agency.id),
    listGroups(scope),
    listAgencies(scope),
  ]);
  return {
    agency,
    people: people.filter((person) => person.agency === agency.id && !isOver(person.leftOn, today)),
    names: new Map(people.map(({ id, name }) => [id, name])),
    seats,
    roles,
    open: goingOnAfter({ seats, roles }, agency.id, today),
    groups,
    below: agencies.filter(({ parent, endedOn }) => parent === agency.id && !isOver(endedOn, today)),
    slug,
    today,
  };
}
