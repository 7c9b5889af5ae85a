import type { FastifyRequest } from 'fastify';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../../platform/ui/errors.ts';
import { ConfirmPage } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn } from '../../directory/answers.ts';
import { LastDayInput, readLastDay } from '../../directory/last-day.tsx';
import type { SeatedScope } from '../../doors.ts';
import { lastDayOf, type RoleEndingRefusal, rulingOnEndingRole } from '../access.ts';
import { findPerson, type Person } from '../person.store.ts';
import { endRole, holdOtherManagers, holdRolesHeld, listRolesHeld, type RoleHeld } from '../role-held.store.ts';
import { roleTitle } from './person-roles.tsx';

const refusals: Record<RoleEndingRefusal, { field: string; text: string }> = {
  'own-last-business-manager': {
    field: '',
    text: 'It is your own last role as business manager. Another business manager can end it',
  },
  'last-business-manager': {
    field: '',
    text: 'Nobody else who can sign in would be business manager. Give the role to somebody else first',
  },
  'over-already': { field: '', text: 'It has ended already' },
  'before-it-begins': { field: 'untilOn', text: 'The last day must not be before the first' },
};

export const askToEndRole: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  const facts = factsFor(scope, request, person, await listRolesHeld(scope, person.id));
  return page(<EndRolePage {...facts} answers={{}} />);
};

export const takeEndOfRole: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  // those of all managers first, and in one order, whoever's role it is: two who end each other's wait for each other
  const otherManagers = await holdOtherManagers(scope, person.id);
  const all = await holdRolesHeld(scope, person.id);
  const facts = factsFor(scope, request, person, all);
  const answers = answersOf(request);
  const again = (errors: FormErrors): Answer => page(<EndRolePage {...facts} answers={answers} errors={errors} />, 422);

  const last = readLastDay(answers, facts.held.untilOn);
  if (last.day === undefined) return again(last.errors);
  const untilOn = lastDayOf(facts.held, last.day, scope.today);
  const ruling = rulingOnEndingRole(facts.held, untilOn, all, {
    by: scope.person,
    today: scope.today,
    otherManagers,
  });
  if (!ruling.allowed) return again(formError(refusals[ruling.because].field, refusals[ruling.because].text));
  await endRole(scope, facts.held.id, untilOn);
  return goTo(facts.cancel);
};

interface EndRoleFacts {
  person: Person;
  held: RoleHeld;
  today: PlainDate;
  cancel: string;
}

function factsFor(
  { slug, today }: SeatedScope,
  request: FastifyRequest,
  person: Person,
  all: readonly RoleHeld[],
): EndRoleFacts {
  const id = idIn(request, 'held');
  const held = found(all.find((one) => one.id === id));
  return { person, held, today, cancel: `/${slug}/people/${person.id}` };
}

const EndRolePage = (props: EndRoleFacts & { answers: Answers; errors?: FormErrors }) => {
  const { person, held, today, cancel, answers, errors = noErrors } = props;
  return (
    <ConfirmPage
      title={`End ${person.name}’s role of ${roleTitle(held.role).toLowerCase()}?`}
      lead="What they did with it stays in the record. Their seats and their other roles stay as they are."
      submit="End role"
      cancel={cancel}
      errors={errors}
      grave
    >
      <LastDayInput
        {...{ answers, today, errors }}
        untilOn={held.untilOn}
        hint="With today or an earlier day it ends at once, while they are signed in too"
      />
    </ConfirmPage>
  );
};
