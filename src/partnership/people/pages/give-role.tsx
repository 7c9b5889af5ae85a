import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { isId } from '../../../platform/database/ids.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Radios, Select } from '../../../platform/ui/govuk.tsx';
import { DayInput, dayAnswer, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { type Agency, listAgencies } from '../../agencies/agency.store.ts';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import { isOver } from '../../directory/list.ts';
import type { SeatedScope } from '../../doors.ts';
import { type Group, listGroups } from '../../groups/group.store.ts';
import { giveRole } from '../../partnership.store.ts';
import { roleNames, roles } from '../../roles.ts';
import { type GivingRefusal, rulingOnGiving } from '../access.ts';
import { findPerson, holdPerson, type Person } from '../person.store.ts';
import { holdRolesHeld } from '../role-held.store.ts';
import { optionalDay } from './fields.ts';

const oneOf = (wrong: string) =>
  z
    .string()
    .default('')
    .refine((text) => text === '' || isId(text), wrong)
    .transform((text) => text || undefined);

const Form = z.object({
  role: z.enum(roleNames, 'Select a role'),
  agency: oneOf('Select the agency from the list'),
  group: oneOf('Select the group from the list'),
  fromOn: dayAnswer('Enter the first day', 'The first day must be a real date'),
  untilOn: optionalDay('The last day must be a real date'),
});

/** Why a role is not given, and the field it is about. */
export const givingRefusals: Record<GivingRefusal, { field: string; text: string }> = {
  'own-role': { field: '', text: 'Nobody gives themselves a role. Ask another business manager' },
  left: { field: '', text: 'They have left the partnership. Let them come back first' },
  'agency-and-group': { field: 'group', text: 'Select an agency or a group, not both' },
  'ends-before-it-begins': { field: 'untilOn', text: 'The last day must not be before the first' },
  'is-over': { field: 'untilOn', text: 'The last day must be today or later: what is over gives no right' },
  'held-already': { field: 'role', text: 'They hold this role already on some of these days' },
};

export const askForRole: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  return page(<GiveRolePage {...(await factsFor(scope, person))} answers={{}} />);
};

export const takeRole: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await holdPerson(scope, idIn(request, 'person')));
  const answers = answersOf(request);
  const facts = await factsFor(scope, person);
  const again = (errors: FormErrors): Answer =>
    page(<GiveRolePage {...facts} answers={answers} errors={errors} />, 422);

  const days = { fromOn: dayText(answers, 'fromOn'), untilOn: dayText(answers, 'untilOn') };
  const form = Form.safeParse({ ...answers, ...days });
  if (!form.success) return again(formErrors(form.error, Object.keys(Form.shape)));
  const { role, fromOn, untilOn, agency, group } = form.data;
  if (agency !== undefined && !facts.agencies.some(({ id }) => id === agency))
    return again(formError('agency', 'Select the agency from the list'));
  if (group !== undefined && !facts.groups.some(({ id }) => id === group))
    return again(formError('group', 'Select the group from the list'));
  const present = { by: scope.person, today: scope.today };
  const ruling = rulingOnGiving(form.data, person, await holdRolesHeld(scope, person.id), present);
  if (!ruling.allowed)
    return again(formError(givingRefusals[ruling.because].field, givingRefusals[ruling.because].text));
  await giveRole(scope, person.id, {
    role,
    fromOn,
    ...(untilOn && { untilOn }),
    ...(agency && { agency }),
    ...(group && { group }),
  });
  return goTo(facts.cancel);
};

interface GiveRoleFacts {
  person: Person;
  agencies: readonly Agency[];
  groups: readonly Group[];
  today: PlainDate;
  cancel: string;
}

async function factsFor(scope: SeatedScope, person: Person): Promise<GiveRoleFacts> {
  const [agencies, groups] = await Promise.all([listAgencies(scope), listGroups(scope)]);
  const { slug, today } = scope;
  return {
    person,
    agencies: agencies.filter(({ endedOn }) => !isOver(endedOn, today)),
    groups: groups.filter(({ endedOn }) => !isOver(endedOn, today)),
    today,
    cancel: `/${slug}/people/${person.id}`,
  };
}

const choicesOf = (all: readonly { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, text: name }));

const GiveRolePage = (props: GiveRoleFacts & { answers: Answers; errors?: FormErrors }) => {
  const { person, today, cancel, answers, errors = noErrors } = props;
  return (
    <FormPage
      title={`Give ${person.name} a role`}
      lead="A role says what somebody may see and do here. Most of them ask for a second step at sign-in from then on."
      submit="Give role"
      cancel={cancel}
      errors={errors}
    >
      <Radios
        name="role"
        idPrefix="role"
        fieldset={{ legend: { text: 'Role', classes: 'govuk-fieldset__legend--s' } }}
        value={typed(answers, 'role')}
        items={roleNames.map((role) => ({
          value: role,
          text: roles[role].title,
          hint: { text: `${roles[role].about}${roles[role].factor ? '. Asks for a second step' : ''}` },
        }))}
        errorMessage={errors.on('role')}
      />
      <HeldFor {...props} errors={errors} />
      <DayInput name="fromOn" legend="First day" answers={answers} day={today} errorMessage={errors.on('fromOn')} />
      <DayInput
        name="untilOn"
        legend="Last day (optional)"
        hint="Leave it empty where no end is known"
        answers={answers}
        errorMessage={errors.on('untilOn')}
      />
    </FormPage>
  );
};

const HeldFor = ({ agencies, groups, answers, errors }: GiveRoleFacts & { answers: Answers; errors: FormErrors }) => (
  <>
    <Select
      id="agency"
      name="agency"
      label={{ text: 'For one agency (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'agency')}
      items={[{ value: '', text: 'No agency' }, ...choicesOf(agencies)]}
      errorMessage={errors.on('agency')}
    />
    <Select
      id="group"
      name="group"
      label={{ text: 'For one group (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'group')}
      items={[{ value: '', text: 'No group' }, ...choicesOf(groups)]}
      errorMessage={errors.on('group')}
    />
  </>
);
