import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Radios, Select } from '../../../platform/ui/govuk.tsx';
import { DayInput, dayAnswer, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { type Agency, listAgencies } from '../../agencies/agency.store.ts';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import { findGroup, type Group, holdGroups } from '../group.store.ts';
import { addGroupSeat } from '../group-seat.store.ts';
import { capacities, capacityNames } from '../kinds.ts';

const independent = 'independent';

const Form = z.object({
  agency: z.string().min(1, 'Select whose seat it is'),
  capacity: z.enum(capacityNames, 'Select as what they sit'),
  fromOn: dayAnswer('Enter the first day of the seat', 'The first day of the seat must be a real date'),
});

/** Agencies that take part; one with a last day ahead still does. */
const present = async (scope: SeatedScope) =>
  (await listAgencies(scope)).filter(({ endedOn }) => endedOn === undefined || endedOn >= scope.today);

export const showAddSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  return page(
    <AddSeatPage
      slug={scope.slug}
      group={group}
      agencies={await present(scope)}
      today={scope.today}
      answers={{ capacity: 'member' }}
    />,
  );
};

export const takeAddSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const group = found((await holdGroups(scope)).find((one) => one.id === id));
  const agencies = await present(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) =>
    page(
      <AddSeatPage
        slug={scope.slug}
        group={group}
        agencies={agencies}
        today={scope.today}
        answers={answers}
        errors={errors}
      />,
      422,
    );
  const form = Form.safeParse({
    agency: typed(answers, 'agency'),
    capacity: typed(answers, 'capacity'),
    fromOn: dayText(answers, 'fromOn'),
  });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  const { agency, capacity, fromOn } = form.data;
  if (agency !== independent && !agencies.some((one) => one.id === agency))
    return askAgain(formError('agency', 'Select one of the agencies listed'));
  if (group.endedOn !== undefined)
    return askAgain(formError('agency', 'The group has its last day already, so that no seat can be added'));
  const seat = await addGroupSeat(scope, {
    group: id,
    agency: agency === independent ? undefined : agency,
    capacity,
    fromOn,
  });
  return goTo(`/${scope.slug}/groups/seats/${seat}`);
};

interface AddSeatModel {
  slug: string;
  group: Group;
  agencies: readonly Agency[];
  today: PlainDate;
  answers: Answers;
  errors?: FormErrors;
}

const AddSeatPage = ({ slug, group, agencies, today, answers, errors = noErrors }: AddSeatModel) => (
  <FormPage
    title={`Add a seat to ${group.name}`}
    submit="Add seat"
    cancel={`/${slug}/groups/${group.id}`}
    errors={errors}
  >
    <Select
      id="agency"
      name="agency"
      label={{ text: 'Whose seat is it?', classes: 'govuk-label--s' }}
      value={typed(answers, 'agency')}
      items={[
        { value: '', text: 'Select an agency' },
        { value: independent, text: 'Somebody independent, for no agency' },
        ...agencies.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      errorMessage={errors.on('agency')}
    />
    <Radios
      name="capacity"
      idPrefix="capacity"
      fieldset={{ legend: { text: 'As what do they sit?', classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: 'The chair, the vice-chair and members take part in decisions' }}
      value={typed(answers, 'capacity')}
      items={capacityNames.map((value) => ({ value, text: capacities[value] }))}
      errorMessage={errors.on('capacity')}
    />
    <DayInput
      name="fromOn"
      legend="From which day?"
      hint="A seat counts as vacant from this day until somebody sits in it"
      answers={answers}
      day={today}
      errorMessage={errors.on('fromOn')}
    />
  </FormPage>
);
