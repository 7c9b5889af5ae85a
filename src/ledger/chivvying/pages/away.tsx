import { z } from 'zod';
import { answersOf, idIn, ticked, typed } from '../../../partnership/directory/answers.ts';
import { isOver } from '../../../partnership/directory/list.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { listPeople } from '../../../partnership/people/person.store.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form as PostForm } from '../../../platform/ui/form.tsx';
import { Button, Checkboxes, Select } from '../../../platform/ui/govuk.tsx';
import { DataTable, DayInput, dayAnswer, dayText, Empty, PageTitle } from '../../../platform/ui/patterns.tsx';
import { itemsOf, type Named } from '../../actions/choices.ts';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import {
  type AbsenceOf,
  addAbsence,
  findOwnMessageDays,
  listAbsences,
  removeAbsence,
  setOwnMessageDays,
} from '../absence.store.ts';
import { weekdayItems } from './weekdays.ts';

const Form = z
  .object({
    person: z.string(),
    fromOn: dayAnswer('Enter the first day', 'The first day must be a real date'),
    untilOn: dayAnswer('Enter the last day', 'The last day must be a real date'),
    cover: z.string(),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, {
    path: ['untilOn'],
    error: 'The last day must be the first day or later',
  })
  .refine(({ person, cover }) => person !== cover, { path: ['cover'], error: 'Select somebody else to cover' });

export const showAway: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'actions.read-own');
  return page(<AwayPage {...(await readPage(scope))} answers={{}} />);
};

export const takeAbsence: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const model = await readPage(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<AwayPage {...{ ...model, answers, errors }} />, 422);
  const form = Form.safeParse({
    person: model.office ? typed(answers, 'person') : scope.person,
    fromOn: dayText(answers, 'fromOn'),
    untilOn: dayText(answers, 'untilOn'),
    cover: typed(answers, 'cover'),
  });
  if (!form.success) return again(formErrors(form.error, ['person', 'fromOn', 'untilOn', 'cover']));
  const { person, fromOn, untilOn, cover } = form.data;
  const known = (id: string) => model.people.some((one) => one.id === id);
  if (!known(person)) return again(formError('person', 'Select who is away'));
  if (cover !== '' && !known(cover)) return again(formError('cover', 'Select who covers from the list'));
  await addAbsence(scope, { person, fromOn, untilOn, cover: cover || undefined });
  return goTo(`/${scope.slug}/chivvying/away`);
};

export const takeAbsenceBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const whose = may(scope, 'actions.enter') ? undefined : scope.person;
  found(await removeAbsence(scope, idIn(request, 'absence'), whose));
  return goTo(`/${scope.slug}/chivvying/away`);
};

export const takeMessageDays: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const days = ticked(answersOf(request), 'notOn').map(Number);
  const notOn = weekdayItems.map(({ value }) => Number(value)).filter((day) => days.includes(day));
  if (notOn.length === weekdayItems.length) {
    const errors = formError('notOn', 'Leave at least one day on which you hear from the partnership');
    return page(<AwayPage {...(await readPage(scope))} answers={answersOf(request)} errors={errors} />, 422);
  }
  await setOwnMessageDays(scope, notOn);
  return goTo(`/${scope.slug}/chivvying/away`);
};

interface AwayModel {
  slug: string;
  /** Whether the reader may say it for everybody. */
  office: boolean;
  absences: readonly AbsenceOf[];
  /** Everybody who is part of the partnership. */
  people: readonly Named[];
  names: ReadonlyMap<string, string>;
  notOn: readonly number[];
  sections: ActionSections;
}

async function readPage(scope: SeatedScope): Promise<AwayModel> {
  const office = may(scope, 'actions.enter');
  const [absences, people, notOn] = await Promise.all([
    listAbsences(scope, office ? undefined : scope.person),
    listPeople(scope),
    findOwnMessageDays(scope),
  ]);
  return {
    slug: scope.slug,
    office,
    absences,
    people: people.filter(({ leftOn }) => !isOver(leftOn, scope.today)),
    names: new Map(people.map(({ id, name }) => [id, name])),
    notOn,
    sections: actionSections(scope),
  };
}

type Asking = { answers: Answers; errors: FormErrors };

const AwayPage = (props: AwayModel & { answers: Answers; errors?: FormErrors }) => {
  const { slug, office, absences, names, sections, errors = noErrors } = props;
  const title = office ? 'When people are away' : 'When you are away';
  return (
    <ActionsShell title={title} current="chivvying/away" sections={sections} errors={errors}>
      <PageTitle
        title={title}
        lead="Nobody is reminded while they are away. Whoever covers is asked in their place, and can answer for them."
      />
      {absences.length === 0 ? (
        <Empty title="Nobody is away, as far as anybody has said.">Add an absence below.</Empty>
      ) : (
        <DataTable
          caption="Absences now and to come"
          rows={absences}
          columns={[
            { heading: 'Who', cell: ({ person }) => names.get(person) },
            { heading: 'From', narrow: true, cell: ({ fromOn }) => formatDay(fromOn, 'plain') },
            { heading: 'To', narrow: true, cell: ({ untilOn }) => formatDay(untilOn, 'plain') },
            { heading: 'Who covers', cell: ({ cover }) => (cover ? names.get(cover) : 'Nobody') },
            { heading: 'Do', cell: ({ id, person }) => <Removal slug={slug} id={id} name={names.get(person)} /> },
          ]}
        />
      )}
      <div class="reading">
        <AddAbsence {...props} errors={errors} />
        <MessageDays {...props} errors={errors} />
      </div>
    </ActionsShell>
  );
};

const Removal = ({ slug, id, name }: { slug: string; id: string; name: string | undefined }) => (
  <PostForm action={`/${slug}/chivvying/away/${id}/remove`}>
    <Button classes="govuk-button--secondary" text={`Remove the absence of ${name ?? 'somebody'}`} preventDoubleClick />
  </PostForm>
);

const AddAbsence = ({ slug, office, people, answers, errors }: AwayModel & Asking) => (
  <>
    <h2 class="govuk-heading-m">Add an absence</h2>
    <PostForm action={`/${slug}/chivvying/away`}>
      {office && (
        <Select
          id="person"
          name="person"
          label={{ text: 'Who is away?', classes: 'govuk-label--s' }}
          value={typed(answers, 'person')}
          items={itemsOf('Select a person', people)}
          errorMessage={errors.on('person')}
        />
      )}
      <DayInput name="fromOn" legend="First day" answers={answers} errorMessage={errors.on('fromOn')} />
      <DayInput name="untilOn" legend="Last day" answers={answers} errorMessage={errors.on('untilOn')} />
      <Select
        id="cover"
        name="cover"
        label={{ text: 'Who covers?', classes: 'govuk-label--s' }}
        hint={{
          text: 'They get the messages, and can answer. Where nobody covers and something is overdue, the office decides whom to ask',
        }}
        value={typed(answers, 'cover')}
        items={itemsOf('Nobody', people)}
        errorMessage={errors.on('cover')}
      />
      <Button text="Add absence" preventDoubleClick />
    </PostForm>
  </>
);

const MessageDays = ({ slug, notOn, answers, errors }: AwayModel & Asking) => (
  <>
    <h2 class="govuk-heading-m">Days on which you get no message</h2>
    <PostForm action={`/${slug}/chivvying/away/days`}>
      <Checkboxes
        name="notOn"
        idPrefix="notOn"
        fieldset={{
          legend: { text: 'On which days of the week do you not work?', classes: 'govuk-fieldset__legend--s' },
        }}
        values={'notOn' in answers ? [...ticked(answers, 'notOn')] : notOn.map(String)}
        items={weekdayItems}
        errorMessage={errors.on('notOn')}
      />
      <Button text="Save days" classes="govuk-button--secondary" preventDoubleClick />
    </PostForm>
  </>
);
