import { z } from 'zod';
import { answersOf, ticked } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { listPeople } from '../../../partnership/people/person.store.ts';
import { permit } from '../../../platform/access/permit.ts';
import { addDays } from '../../../platform/calendar/days.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes } from '../../../platform/ui/govuk.tsx';
import { DayInput, dayAnswer, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { keepNeeds } from '../keep-needs.ts';
import { askedOf, type Report } from '../report.ts';
import { refusalText, rulingOn } from '../report-steps.ts';
import { listComments, showComments } from '../scrutiny-comment.store.ts';
import { changeReport, holdReport } from '../scrutiny-report.store.ts';
import { findMine } from './report.tsx';

/** How many days those who are asked have, unless the scrutineer says otherwise. */
const daysToComment = 10;

const Form = z.object({
  until: dayAnswer(
    'Enter the day until which facts can be corrected',
    'The day until which facts can be corrected must be a real date',
  ),
});

async function shownFor(scope: SeatedScope, report: Report) {
  const ruling = rulingOn('send', report, [], scope.person, scope.today);
  const people = (await listPeople(scope)).filter(
    ({ id, signsIn, leftOn }) => signsIn && id !== scope.person && (leftOn === undefined || leftOn >= scope.today),
  );
  return {
    report,
    people,
    until: report.commentUntil ?? addDays(scope.today, daysToComment),
    cancel: `/${scope.slug}/scrutiny/reports/${report.id}`,
    refusal: ruling.allowed ? undefined : formError('', refusalText[ruling.because]),
  };
}

export const askToSend: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const shown = await shownFor(scope, await findMine(scope, request));
  const errors = shown.refusal ?? noErrors;
  return page(<SendPage {...shown} answers={{}} errors={errors} />, shown.refusal ? 422 : 200);
};

/** Those who are named see the report from now on, each with a task; those who are no longer named see it no longer. */
export const takeSent: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const report = found(await holdReport(scope, (await findMine(scope, request)).id));
  const shown = await shownFor(scope, report);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<SendPage {...shown} answers={answers} errors={errors} />, 422);
  if (shown.refusal) return again(shown.refusal);
  const named = ticked(answers, 'people');
  if (named.length === 0) return again(formError('people', 'Select whom you ask about the facts'));
  if (named.some((id) => !shown.people.some((person) => person.id === id)))
    return again(formError('people', 'Select people from the list'));
  const form = Form.safeParse({ until: dayText(answers, 'until') });
  if (!form.success) return again(formErrors(form.error, ['until']));
  if (form.data.until < scope.today) return again(formError('until', 'The day must be today or later'));
  const kept = report.heir === undefined ? [] : [report.heir];
  const then = {
    ...report,
    state: 'correction' as const,
    shownTo: [...new Set([...named, ...kept])],
    commentUntil: form.data.until,
  };
  const { shownTo, state, commentUntil } = then;
  await changeReport(scope, report.id, { shownTo, state, commentUntil });
  await showComments(scope, then);
  await keepNeeds(scope, then, await listComments(scope, report.id));
  return goTo(shown.cancel);
};

interface SendProps {
  report: Report;
  people: readonly { id: string; name: string }[];
  until: PlainDate;
  cancel: string;
  answers: Answers;
  errors: FormErrors;
}

const SendPage = ({ report, people, until, cancel, answers, errors }: SendProps) => (
  <FormPage
    title="Send for correction of fact"
    caption={report.title}
    lead="Those you name read the report and say which facts are not right. They cannot change it, and nobody else sees it. You answer each of them."
    submit="Send report"
    cancel={cancel}
    errors={errors}
  >
    <Checkboxes
      name="people"
      idPrefix="people"
      fieldset={{ legend: { text: 'Whom do you ask about the facts?', classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: 'Those who sign in here. What others tell you, you enter for them' }}
      values={'people' in answers ? [...ticked(answers, 'people')] : [...askedOf(report)]}
      items={people.map(({ id, name }) => ({ value: id, text: name }))}
      errorMessage={errors.on('people')}
    />
    <DayInput name="until" legend="Until which day?" answers={answers} day={until} errorMessage={errors.on('until')} />
  </FormPage>
);
