import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form as PostForm } from '../../../platform/ui/form.tsx';
import { Button, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput, dayAnswer, dayText, Facts, FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import { answersOf, typed } from '../../directory/answers.ts';
import type { Told } from '../../directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../directory/changed-meanwhile.tsx';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { holdAbout } from '../../settings/settings.store.ts';
import { findGaps } from '../find-gaps.ts';
import { type Gap, gapRules, nameOf } from '../gap.ts';
import { acceptGap, findGapAnswer, withdrawAnswer } from '../gap-answer.store.ts';
import { type AcceptRefusal, type GapAnswer, longestMonths, rulingOnAccepting } from '../gap-answer.ts';
import { keepGapTasks } from '../gap-tasks.ts';
import { readGapFacts } from '../read-facts.ts';
import { GapSource } from './gap-source.tsx';

const Form = z.object({
  because: z
    .string()
    .min(1, 'Enter why the partnership can live with it')
    .max(1000, 'Reason must be 1,000 characters or fewer'),
  acceptedUntil: dayAnswer('Enter the day until which it is accepted', 'The day must be a real date'),
});

/** The gap of that name, where there still is one. */
const findGap = async (scope: SeatedScope, name: string): Promise<Gap | undefined> =>
  findGaps(await readGapFacts(scope)).find((gap) => nameOf(gap) === name);

/** The answer that holds for it today. */
async function findAnswer(scope: SeatedScope, gap: Gap): Promise<GapAnswer | undefined> {
  const answer = await findGapAnswer(scope, nameOf(gap));
  return answer && answer.acceptedUntil >= scope.today ? answer : undefined;
}

export const showAnswerGap: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'gaps.answer');
  const gap = found(await findGap(scope, typed(request.query as Answers, 'gap')));
  const answer = await findAnswer(scope, gap);
  return page(<AnswerGapPage slug={scope.slug} gap={gap} answer={answer} answers={{ because: answer?.because }} />);
};

export const takeAnswerGap: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'gaps.answer');
  await holdAbout(scope); // where there is no answer yet, there is no row of it to hold
  const answers = answersOf(request);
  const gap = found(await findGap(scope, typed(answers, 'gap')));
  const answer = await findAnswer(scope, gap);
  const askAgain = (errors: FormErrors, other?: Meanwhile) =>
    page(<AnswerGapPage {...{ slug: scope.slug, gap, answer, answers, errors }} meanwhile={other} />, 422);
  const form = Form.safeParse({
    because: typed(answers, 'because').replaceAll('\r\n', '\n').trim(),
    acceptedUntil: dayText(answers, 'acceptedUntil'),
  });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  const here = `/${scope.slug}/gaps`;
  const other = meanwhile(typed(answers, 'basis'), toldOf(answer), toldOf(form.data), here);
  if (other) return askAgain(formError('because', changedMeanwhileText), other);
  const ruling = rulingOnAccepting(form.data.acceptedUntil, scope.today);
  if (!ruling.allowed) return askAgain(formError('acceptedUntil', refusalText[ruling.because]));
  await acceptGap(scope, { gap: nameOf(gap), ...form.data });
  await keepGapTasks(scope);
  return goTo(here);
};

const refusalText: Record<AcceptRefusal, string> = {
  'not-ahead': 'The day must be today or later',
  'too-far': `A gap can be accepted for ${longestMonths} months at a time. Enter an earlier day`,
};

/** Takes the answer back; taken back already, there is nothing to do. */
export const takeWithdrawal: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'gaps.answer');
  const gap = found(await findGap(scope, typed(answersOf(request), 'gap')));
  await withdrawAnswer(scope, nameOf(gap));
  await keepGapTasks(scope);
  return goTo(`/${scope.slug}/gaps`);
};

const toldOf = (answer: { because: string; acceptedUntil: PlainDate } | undefined): Told => ({
  'Why the partnership can live with it': answer?.because ?? '',
  'Accepted until': answer ? formatDay(answer.acceptedUntil, 'plain') : '',
});

interface AnswerGapModel {
  slug: string;
  gap: Gap;
  /** The one that holds today. */
  answer: GapAnswer | undefined;
  answers: Answers;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const AnswerGapPage = ({ slug, gap, answer, answers, errors = noErrors, meanwhile: other }: AnswerGapModel) => (
  <DirectoryShell title={`Answer a gap: ${gap.says}`} current="gaps" errors={errors}>
    <div class="reading">
      <PageTitle
        title={gap.says}
        caption={gapRules[gap.rule]}
        {...(answer ? { state: { text: 'Accepted', tone: 'calm' as const } } : {})}
      />
      <Facts
        facts={[
          { key: 'What asks for it', value: <GapSource asks={gap.asks} /> },
          {
            key: 'Closing it',
            value: (
              <a class="govuk-link" href={`/${slug}${gap.link}`}>
                See where something can be done about it
              </a>
            ),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{answer ? 'Change the answer' : 'Accept it for a while'}</h2>
      <PostForm action={`/${slug}/gaps/answer`}>
        {other && <ChangedMeanwhile {...other} />}
        <Basis told={toldOf(answer)} answers={answers} shown={other !== undefined} />
        <input type="hidden" name="gap" value={nameOf(gap)} />
        <Textarea
          id="because"
          name="because"
          label={{ text: 'Why can the partnership live with it?', classes: 'govuk-label--s' }}
          rows={4}
          value={typed(answers, 'because')}
          errorMessage={errors.on('because')}
        />
        <DayInput
          name="acceptedUntil"
          legend="Until when is it accepted?"
          hint={`The last day. On the day after it the gap is open again by itself. ${longestMonths} months ahead at most`}
          answers={answers}
          day={answer?.acceptedUntil}
          errorMessage={errors.on('acceptedUntil')}
        />
        <FormEnd submit="Save answer" cancel={`/${slug}/gaps`} />
      </PostForm>
      {answer && <Withdrawal slug={slug} gap={gap} />}
    </div>
  </DirectoryShell>
);

const Withdrawal = ({ slug, gap }: { slug: string; gap: Gap }) => (
  <>
    <h2 class="govuk-heading-m">Withdraw the answer</h2>
    <p>The gap is open again at once, and becomes a task of the business manager.</p>
    <PostForm action={`/${slug}/gaps/answer/withdraw`}>
      <input type="hidden" name="gap" value={nameOf(gap)} />
      <Button text="Withdraw the answer" classes="govuk-button--secondary" preventDoubleClick />
    </PostForm>
  </>
);
