import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Radios, Select } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { type Named, readChoices } from '../../actions/choices.ts';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { Words } from '../../words-field.tsx';
import { answerFields, commentFields, readAnswer, readComment } from '../forms.ts';
import { keepNeeds } from '../keep-needs.ts';
import { type Comment, commentAnswers, type Report } from '../report.ts';
import { refusalText, rulingOn } from '../report-steps.ts';
import { addComment, answerComment, listComments } from '../scrutiny-comment.store.ts';
import { findReport, holdReport } from '../scrutiny-report.store.ts';
import { findMine } from './report.tsx';

/** The form of a comment: the scrutineer enters it for somebody, everybody else speaks for themselves. */
async function shownFor(scope: SeatedScope, report: Report) {
  const ruling = rulingOn('comment', report, [], scope.person, scope.today);
  const people = (await readChoices(scope)).people.filter(({ id }) => id !== scope.person);
  return {
    report,
    onBehalf: report.author === scope.person ? people : undefined,
    cancel: `/${scope.slug}/scrutiny/reports/${report.id}`,
    refusal: ruling.allowed ? undefined : formError('', refusalText[ruling.because]),
  };
}

export const askForComment: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.comment');
  const shown = await shownFor(scope, await findMine(scope, request));
  const errors = shown.refusal ?? noErrors;
  return page(<CommentPage {...shown} answers={{}} errors={errors} />, shown.refusal ? 422 : 200);
};

export const takeComment: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.comment');
  const report = found(await holdReport(scope, (await findMine(scope, request)).id));
  const shown = await shownFor(scope, report);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<CommentPage {...shown} answers={answers} errors={errors} />, 422);
  if (shown.refusal) return again(shown.refusal);
  const behalf = shown.onBehalf && readOnBehalf(answers, shown.onBehalf);
  if (behalf && 'errors' in behalf) return again(behalf.errors);
  const form = readComment(answers);
  if (!form.success) return again(formErrors(form.error, commentFields));
  const { section } = form.data;
  if (section !== '' && !report.sections.some(({ heading }) => heading === section))
    return again(formError('section', 'Select the section from the list'));
  await addComment(scope, report, { ...form.data, person: behalf?.of ?? scope.person, toldBy: behalf?.toldBy });
  await keepNeeds(scope, report, await listComments(scope, report.id));
  return goTo(shown.cancel);
};

interface CommentPageProps {
  report: Report;
  onBehalf: readonly Named[] | undefined;
  cancel: string;
  answers: Answers;
  errors: FormErrors;
}

const CommentPage = ({ report, onBehalf, cancel, answers, errors }: CommentPageProps) => (
  <FormPage
    title={onBehalf ? 'Enter what somebody says of the facts' : 'Say what is not right'}
    caption={report.title}
    lead="A fact that is wrong, and what is right. What the scrutineer makes of the facts is theirs. If all is right, say so."
    submit="Send comment"
    cancel={cancel}
    errors={errors}
  >
    {onBehalf && <OnBehalf people={onBehalf} answers={answers} errors={errors} />}
    <Select
      id="section"
      name="section"
      label={{ text: 'In which section?', classes: 'govuk-label--s' }}
      value={typed(answers, 'section')}
      items={[
        { value: '', text: 'The whole report' },
        ...report.sections.map(({ heading }) => ({ value: heading, text: heading })),
      ]}
      errorMessage={errors.on('section')}
    />
    <Words
      name="words"
      label="What is not right, and what is?"
      hint="Name no child and nobody of a family"
      rows={6}
      {...{ answers, errors }}
    />
  </FormPage>
);

/** The comment of the address, where the scrutineer whose report it is may answer it. */
async function answerable(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1], hold: boolean) {
  const id = idIn(request, 'scrutiny_report');
  const report = await (hold ? holdReport(scope, id) : findReport(scope, id));
  const own = found(report?.author === scope.person ? report : undefined);
  const asked = idIn(request, 'scrutiny_comment');
  const comment = found((await listComments(scope, own.id)).find((one) => one.id === asked));
  const cancel = `/${scope.slug}/scrutiny/reports/${own.id}`;
  const closed = own.state === 'correction' ? undefined : formError('', refusalText['not-asked']);
  return { report: own, shown: { comment, cancel }, closed };
}

export const askForAnswer: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const { shown, closed } = await answerable(scope, request, false);
  const { answer = '', why } = shown.comment;
  return page(<AnswerPage {...shown} answers={{ answer, why }} errors={closed ?? noErrors} />, closed ? 422 : 200);
};

export const takeAnswer: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const { report, shown, closed } = await answerable(scope, request, true);
  const answers = answersOf(request);
  if (closed) return page(<AnswerPage {...shown} answers={answers} errors={closed} />, 422);
  const form = readAnswer(answers);
  if (!form.success)
    return page(<AnswerPage {...shown} answers={answers} errors={formErrors(form.error, answerFields)} />, 422);
  await answerComment(scope, shown.comment.id, form.data.answer, form.data.why);
  await keepNeeds(scope, report, await listComments(scope, report.id));
  return goTo(shown.cancel);
};

interface AnswerPageProps {
  comment: Comment;
  cancel: string;
  answers: Answers;
  errors: FormErrors;
}

const AnswerPage = ({ comment, cancel, answers, errors }: AnswerPageProps) => (
  <FormPage
    title="Answer what was said of the facts"
    caption={comment.section || 'The whole report'}
    lead="Whoever said it, and the others you asked, read your answer; and once the report is issued, all who read it."
    submit="Save answer"
    cancel={cancel}
    errors={errors}
    before={<p>{comment.words}</p>}
  >
    <Radios
      name="answer"
      idPrefix="answer"
      fieldset={{ legend: { text: 'Did you correct it?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'answer')}
      items={Object.entries(commentAnswers).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('answer')}
    />
    <Words name="why" label="Why?" {...{ answers, errors }} />
  </FormPage>
);
