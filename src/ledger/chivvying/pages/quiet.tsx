import { z } from 'zod';
import { type Agency, listAgencies } from '../../../partnership/agencies/agency.store.ts';
import { sectorOf } from '../../../partnership/agencies/kinds.ts';
import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import { isOver } from '../../../partnership/directory/list.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { listAreas } from '../../../partnership/partnership.store.ts';
import { readPlaces } from '../../../partnership/places/places.store.ts';
import { authorityWithCode } from '../../../partnership/places/places.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form as PostForm } from '../../../platform/ui/form.tsx';
import { Button, Input, Radios, Select } from '../../../platform/ui/govuk.tsx';
import { DataTable, DayInput, dayAnswer, dayText, Empty, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import {
  addQuietPeriod,
  listQuietPeriods,
  listSchoolTerms,
  removeQuietPeriod,
  setSchoolTerms,
} from '../quiet.store.ts';
import type { QuietPeriod } from '../quiet.ts';

const Form = z
  .object({
    name: z.string().trim().min(1, 'Enter what it is called').max(80, 'The name must be 80 characters or fewer'),
    fromOn: dayAnswer('Enter the first day', 'The first day must be a real date'),
    untilOn: dayAnswer('Enter the last day', 'The last day must be a real date'),
    who: z.string(),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, {
    path: ['untilOn'],
    error: 'The last day must be the first day or later',
  });

export const showQuiet: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'actions.enter');
  return page(<QuietPage {...(await readPage(scope))} answers={{}} />);
};

export const takeQuietPeriod: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.enter');
  const model = await readPage(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<QuietPage {...{ ...model, answers, errors }} />, 422);
  const form = Form.safeParse({
    name: typed(answers, 'name'),
    fromOn: dayText(answers, 'fromOn'),
    untilOn: dayText(answers, 'untilOn'),
    who: typed(answers, 'who'),
  });
  if (!form.success) return again(formErrors(form.error, ['name', 'fromOn', 'untilOn', 'who']));
  const { who, ...period } = form.data;
  if (who !== 'everybody' && who !== 'schools' && !model.councils.some(({ code }) => code === who))
    return again(formError('who', 'Select for whom it is quiet'));
  const authority = who === 'everybody' || who === 'schools' ? undefined : who;
  await addQuietPeriod(scope, { ...period, schoolsOnly: who !== 'everybody', authority });
  return goTo(`/${scope.slug}/chivvying/quiet`);
};

export const takeQuietRemoval: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.enter');
  found(await removeQuietPeriod(scope, idIn(request, 'period')));
  return goTo(`/${scope.slug}/chivvying/quiet`);
};

export const takeSchoolTerms: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.enter');
  const { schools, councils, terms } = await readPage(scope);
  const answers = answersOf(request);
  for (const { id } of schools) {
    const said = typed(answers, `terms-${id}`);
    const council = councils.find(({ code }) => code === said)?.code;
    if (council !== terms.get(id)) await setSchoolTerms(scope, id, council);
  }
  return goTo(`/${scope.slug}/chivvying/quiet`);
};

interface QuietModel {
  slug: string;
  periods: readonly QuietPeriod[];
  /** Those of the partnership’s area. */
  councils: readonly { code: string; name: string }[];
  schools: readonly Agency[];
  terms: ReadonlyMap<string, string>;
  sections: ActionSections;
}

async function readPage(scope: SeatedScope): Promise<QuietModel> {
  const [periods, areas, places, agencies, terms] = await Promise.all([
    listQuietPeriods(scope),
    listAreas(scope),
    readPlaces(scope.db),
    listAgencies(scope),
    listSchoolTerms(scope),
  ]);
  return {
    slug: scope.slug,
    periods: periods.filter(({ untilOn }) => !isOver(untilOn, scope.today)),
    councils: areas.map((code) => ({ code, name: authorityWithCode(places, code)?.name ?? code })),
    schools: agencies.filter(({ kind, endedOn }) => sectorOf(kind) === 'schools' && !isOver(endedOn, scope.today)),
    terms,
    sections: actionSections(scope),
  };
}

const QuietPage = (props: QuietModel & { answers: Answers; errors?: FormErrors }) => {
  const { slug, periods, councils, schools, sections, errors = noErrors } = props;
  return (
    <ActionsShell title="Quiet days and school holidays" current="chivvying" sections={sections} errors={errors}>
      <PageTitle
        title="Quiet days and school holidays"
        lead="Days on which nobody hears anything, or no school does. What falls into them is said on the first day after."
      />
      {periods.length === 0 ? (
        <Empty title="No quiet days are set beside weekends and bank holidays.">
          Add the school holidays: terms differ by council.
        </Empty>
      ) : (
        <DataTable
          caption="Quiet days to come"
          rows={periods}
          columns={[
            { heading: 'Name', cell: ({ name }) => name },
            { heading: 'From', narrow: true, cell: ({ fromOn }) => formatDay(fromOn, 'plain') },
            { heading: 'To', narrow: true, cell: ({ untilOn }) => formatDay(untilOn, 'plain') },
            { heading: 'For', cell: (period) => forWhom(period, councils) },
            { heading: 'Do', cell: (period) => <Removal slug={slug} period={period} /> },
          ]}
        />
      )}
      <AddPeriod {...props} errors={errors} />
      {councils.length > 1 && schools.length > 0 && <Terms {...props} />}
    </ActionsShell>
  );
};

const forWhom = ({ schoolsOnly, authority }: QuietPeriod, councils: QuietModel['councils']): string => {
  if (!schoolsOnly) return 'Everybody';
  if (authority === undefined) return 'All schools';
  return `Schools of ${councils.find(({ code }) => code === authority)?.name ?? authority}`;
};

const Removal = ({ slug, period: { id, name } }: { slug: string; period: QuietPeriod }) => (
  <PostForm action={`/${slug}/chivvying/quiet/${id}/remove`}>
    <Button text={`Remove ${name}`} classes="govuk-button--secondary" preventDoubleClick />
  </PostForm>
);

const AddPeriod = ({
  slug,
  councils,
  answers,
  errors,
}: Pick<QuietModel, 'slug' | 'councils'> & { answers: Answers; errors: FormErrors }) => (
  <div class="reading">
    <h2 class="govuk-heading-m">Add quiet days</h2>
    <PostForm action={`/${slug}/chivvying/quiet`}>
      <Input
        id="name"
        name="name"
        label={{ text: 'What is it called?', classes: 'govuk-label--s' }}
        hint={{ text: 'For example autumn half-term' }}
        value={typed(answers, 'name')}
        errorMessage={errors.on('name')}
      />
      <DayInput name="fromOn" legend="First day" answers={answers} errorMessage={errors.on('fromOn')} />
      <DayInput name="untilOn" legend="Last day" answers={answers} errorMessage={errors.on('untilOn')} />
      <Radios
        name="who"
        idPrefix="who"
        fieldset={{ legend: { text: 'For whom is it quiet?', classes: 'govuk-fieldset__legend--s' } }}
        value={typed(answers, 'who')}
        items={[
          { value: 'everybody', text: 'Everybody' },
          { value: 'schools', text: 'All schools and colleges' },
          ...(councils.length > 1
            ? councils.map(({ code, name }) => ({ value: code, text: `Schools and colleges of ${name}` }))
            : []),
        ]}
        errorMessage={errors.on('who')}
      />
      <Button text="Add quiet days" preventDoubleClick />
    </PostForm>
  </div>
);

const Terms = ({ slug, councils, schools, terms }: Pick<QuietModel, 'slug' | 'councils' | 'schools' | 'terms'>) => (
  <div class="reading">
    <h2 class="govuk-heading-m">Whose terms each school keeps</h2>
    <p>Where nobody has said, a school is quiet in the holidays of every council.</p>
    <PostForm action={`/${slug}/chivvying/quiet/terms`}>
      {schools.map(({ id, name }) => (
        <Select
          key={id}
          id={`terms-${id}`}
          name={`terms-${id}`}
          label={{ text: name }}
          value={terms.get(id) ?? ''}
          items={[
            { value: '', text: 'Nobody has said' },
            ...councils.map((council) => ({ value: council.code, text: council.name })),
          ]}
        />
      ))}
      <Button text="Save terms" classes="govuk-button--secondary" preventDoubleClick />
    </PostForm>
  </div>
);
