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
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import { listPeople, type Person } from '../../people/person.store.ts';
import { fillSeat, findGroupSeat, type GroupSeat, holdGroupSeat } from '../group-seat.store.ts';
import { type FillRefusal, rulingOnFilling } from '../seats.ts';
import { readNames } from './names.ts';
import { agencyOfSeat, type Names } from './seat-tables.tsx';

const Form = z.object({
  person: z.string().min(1, 'Select who sits in it'),
  as: z.enum(['seat', 'deputy'], 'Select whether they sit in it or deputise'),
  fromOn: dayAnswer('Enter the day they begin', 'The day they begin must be a real date'),
});

export const showFillSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const seat = found(await findGroupSeat(scope, idIn(request, 'seat')));
  const as = (request.query as { as?: string }).as === 'deputy' ? 'deputy' : 'seat';
  return page(<FillSeatPage {...(await modelOf(scope, seat))} answers={{ as }} />);
};

/** Seats somebody, unless the seat is taken by then: it is held first, so that of two who fill it at once one is told. */
export const takeFillSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const seat = found(await holdGroupSeat(scope, idIn(request, 'seat')));
  const model = await modelOf(scope, seat);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<FillSeatPage {...model} answers={answers} errors={errors} />, 422);
  const form = Form.safeParse({
    person: typed(answers, 'person'),
    as: typed(answers, 'as'),
    fromOn: dayText(answers, 'fromOn'),
  });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  const { as, fromOn } = form.data;
  const person = model.people.find(({ id }) => id === form.data.person);
  if (!person) return askAgain(formError('person', 'Select one of the people listed'));
  const wanted = { deputy: as === 'deputy', fromOn };
  const ruling = rulingOnFilling(seat, person, wanted);
  if (!ruling.allowed) return askAgain(formError(fieldOf[ruling.because], refusalText[ruling.because]));
  await fillSeat(scope, seat.id, { person: person.id, ...wanted });
  return goTo(`/${scope.slug}/groups/seats/${seat.id}`);
};

const fieldOf: Record<FillRefusal, keyof typeof Form.shape> = {
  'before-seat': 'fromOn',
  'seat-ended': 'person',
  'person-left': 'person',
  'in-it-already': 'person',
  taken: 'as',
  'deputy-named': 'as',
};
const refusalText: Record<FillRefusal, string> = {
  'before-seat': 'The seat begins after that day. Enter the day it begins, or a later one',
  'seat-ended': 'The seat has its last day already, so that nobody can be put in it',
  'person-left': 'They have left the partnership. Select somebody else',
  'in-it-already':
    'They sit or deputise in this seat already on that day or after it. Select somebody else, or a later day',
  taken: 'Somebody sits in this seat on that day or after it. Record their leaving first, or enter a later day',
  'deputy-named': 'The seat has a deputy on that day or after it. Record their leaving first, or enter a later day',
};

interface FillModel {
  slug: string;
  seat: GroupSeat;
  names: Names;
  /** Everybody who has not left, those of the seat's agency first. */
  people: readonly Person[];
  today: PlainDate;
}

async function modelOf(scope: SeatedScope, seat: GroupSeat): Promise<FillModel> {
  const here = (await listPeople(scope)).filter(({ leftOn }) => leftOn === undefined);
  const [own, others] = [true, false].map((whether) =>
    here.filter(({ agency }) => (seat.agency !== undefined && agency === seat.agency) === whether),
  );
  return {
    slug: scope.slug,
    seat,
    names: await readNames(scope),
    people: [...(own ?? []), ...(others ?? [])],
    today: scope.today,
  };
}

const FillSeatPage = (model: FillModel & { answers: Answers; errors?: FormErrors }) => {
  const { slug, seat, names, people, today, answers, errors = noErrors } = model;
  return (
    <FormPage
      title={`Who sits in the seat of ${agencyOfSeat(seat, names)}?`}
      submit="Save"
      cancel={`/${slug}/groups/seats/${seat.id}`}
      errors={errors}
    >
      <Select
        id="person"
        name="person"
        label={{ text: 'Person', classes: 'govuk-label--s' }}
        hint={{ text: 'People of the agency come first. Somebody who is not listed is added under People' }}
        value={typed(answers, 'person')}
        items={[
          { value: '', text: 'Select somebody' },
          ...people.map(({ id, name, agency }) => ({
            value: id,
            text: agency ? `${name}, ${names.agencies.get(agency) ?? 'agency not known'}` : name,
          })),
        ]}
        errorMessage={errors.on('person')}
      />
      <Radios
        name="as"
        idPrefix="as"
        fieldset={{ legend: { text: 'As what?', classes: 'govuk-fieldset__legend--s' } }}
        value={typed(answers, 'as')}
        items={[
          { value: 'seat', text: 'They sit in it' },
          { value: 'deputy', text: 'They deputise', hint: { text: 'A deputy comes when whoever sits in it cannot' } },
        ]}
        errorMessage={errors.on('as')}
      />
      <DayInput
        name="fromOn"
        legend="From which day?"
        hint="For example, 27 11 2026"
        answers={answers}
        day={today}
        errorMessage={errors.on('fromOn')}
      />
    </FormPage>
  );
};
