import { answersOf, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { addDays, addMonths } from '../../../platform/calendar/days.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { newId } from '../../../platform/database/ids.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input, Radios } from '../../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { Words } from '../../words-field.tsx';
import { headFields, readHead } from '../forms.ts';
import { firstHeadings, type Report, reportKinds, type Section } from '../report.ts';
import { refusalText, rulingOn } from '../report-steps.ts';
import { beginReport, changeReport, holdReport } from '../scrutiny-report.store.ts';
import { findMine } from './report.tsx';

type Head = Pick<Report, 'title' | 'kind' | 'from' | 'until'>;

const toldOf = ({ title, kind, from, until }: Head, sections: readonly Section[]): Told => ({
  Title: title,
  Kind: reportKinds[kind],
  From: from,
  Until: until,
  ...Object.fromEntries(sections.map(({ heading, words }, at) => [`Section ${at + 1}`, `${heading}\n${words}`])),
});

/** The form has room for one section more than there is. */
const added = 'new';

const longest = 50_000;

/** The sections as they were typed, those that were emptied left out, or what is wrong with them. */
function readSections(answers: Answers, ids: readonly string[]): { sections: Section[] } | { errors: FormErrors } {
  const sections: Section[] = [];
  for (const id of [...ids, added]) {
    const [heading, words] = [typed(answers, `heading-${id}`).trim(), typed(answers, `words-${id}`).trim()];
    if (heading === '' && words === '') continue;
    if (heading === '') return { errors: formError(`heading-${id}`, 'Enter the heading of the section') };
    if (heading.length > 200)
      return { errors: formError(`heading-${id}`, 'The heading must be 200 characters or fewer') };
    if (words.length > longest)
      return { errors: formError(`words-${id}`, 'The section must be 50,000 characters or fewer') };
    sections.push({ id: id === added ? newId() : id, heading, words });
  }
  return { sections };
}

const half = (today: PlainDate): { from: PlainDate; until: PlainDate } => ({
  from: addMonths(today, -6),
  until: addDays(today, -1),
});

export const askForReport: Handler<SeatedScope> = (scope) => {
  permit(scope, 'scrutiny.write');
  return page(<BeginPage slug={scope.slug} {...half(scope.today)} answers={{}} errors={noErrors} />);
};

export const takeReport: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const answers = answersOf(request);
  const form = readHead(answers);
  if (!form.success) {
    const errors = formErrors(form.error, headFields);
    return page(<BeginPage slug={scope.slug} {...half(scope.today)} {...{ answers, errors }} />, 422);
  }
  const sections = firstHeadings.map((heading) => ({ id: newId(), heading, words: '' }));
  const id = await beginReport(scope, { ...form.data, sections });
  return goTo(`/${scope.slug}/scrutiny/reports/${id}/change`);
};

interface HeadProps {
  from: PlainDate;
  until: PlainDate;
  answers: Answers;
  errors: FormErrors;
}

const BeginPage = ({ slug, ...head }: HeadProps & { slug: string }) => (
  <FormPage
    title="Begin a report"
    lead="Nobody else sees it until you send it for correction of fact, and then only those you name."
    submit="Begin report"
    cancel={`/${slug}/scrutiny/workspace`}
    errors={head.errors}
  >
    <Head {...head} />
  </FormPage>
);

const Head = ({ from, until, answers, errors }: HeadProps) => (
  <>
    <Input
      id="title"
      name="title"
      label={{ text: 'Title', classes: 'govuk-label--s' }}
      value={typed(answers, 'title')}
      errorMessage={errors.on('title')}
    />
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{ legend: { text: 'What report is it?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'kind')}
      items={Object.entries(reportKinds).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('kind')}
    />
    <DayInput name="from" legend="From which day?" answers={answers} day={from} errorMessage={errors.on('from')} />
    <DayInput name="until" legend="Until which day?" answers={answers} day={until} errorMessage={errors.on('until')} />
  </>
);

const shownFor = ({ slug }: SeatedScope, report: Report) => ({
  report,
  cancel: `/${slug}/scrutiny/reports/${report.id}`,
  told: toldOf(report, report.sections),
});

const answersFrom = ({ title, kind, sections }: Report): Answers => ({
  title,
  kind,
  ...Object.fromEntries(
    sections.flatMap(({ id, heading, words }) => [
      [`heading-${id}`, heading],
      [`words-${id}`, words],
    ]),
  ),
});

export const askToWrite: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const report = await findMine(scope, request);
  const ruling = rulingOn('change', report, [], scope.person, scope.today);
  const errors = ruling.allowed ? noErrors : formError('', refusalText[ruling.because]);
  const shown = shownFor(scope, report);
  return page(<WritePage {...shown} answers={answersFrom(report)} errors={errors} />, ruling.allowed ? 200 : 422);
};

export const takeWritten: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const report = found(await holdReport(scope, (await findMine(scope, request)).id));
  const shown = shownFor(scope, report);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<WritePage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
  const ruling = rulingOn('change', report, [], scope.person, scope.today);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const form = readHead(answers);
  if (!form.success) return again(formErrors(form.error, headFields));
  const read = readSections(
    answers,
    report.sections.map(({ id }) => id),
  );
  if ('errors' in read) return again(read.errors);
  const other = meanwhile(typed(answers, 'basis'), shown.told, toldOf(form.data, read.sections), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await changeReport(scope, report.id, { ...form.data, sections: read.sections });
  return goTo(shown.cancel);
};

interface WriteProps {
  report: Report;
  cancel: string;
  told: Told;
  answers: Answers;
  errors: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const WritePage = ({ report, cancel, told, answers, errors, meanwhile: other }: WriteProps) => (
  <FormPage
    title="Write the report"
    caption={report.title}
    lead="You alone write it. Name no child and nobody of a family. A section whose heading and words you empty is left out."
    submit="Save report"
    cancel={cancel}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    <Basis told={told} answers={answers} shown={other !== undefined} />
    <Head from={report.from} until={report.until} {...{ answers, errors }} />
    {[...report.sections.map(({ id }) => id), added].map((id, at) => (
      <fieldset class="govuk-fieldset" key={id}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          {id === added ? 'Another section (optional)' : `Section ${at + 1}`}
        </legend>
        <Input
          id={`heading-${id}`}
          name={`heading-${id}`}
          label={{ text: 'Heading', classes: 'govuk-label--s' }}
          value={typed(answers, `heading-${id}`)}
          errorMessage={errors.on(`heading-${id}`)}
        />
        <Words name={`words-${id}`} label="Words" rows={10} {...{ answers, errors }} />
      </fieldset>
    ))}
  </FormPage>
);
