import { z } from 'zod';
import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { isPlainDate, type PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Details, Textarea } from '../../../platform/ui/govuk.tsx';
import { Actions, DayInput, dayAnswer, dayText, Empty, FormPage, PageTitle } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { findGroup, type Group, holdGroups } from '../group.store.ts';
import { addTerms, listTerms, type Terms } from '../terms.store.ts';
import { linesOf } from './group-form.tsx';
import { TypedWords } from './typed-words.tsx';

/** Every version of a group's terms of reference, the newest open. */
export const showTerms: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const versions = await listTerms(scope, group.id);
  const path = `/${scope.slug}/groups/${group.id}`;
  return page(
    <DirectoryShell title={`Terms of reference of ${group.name}`} current="groups">
      <PageTitle title="Terms of reference" caption={group.name} />
      <Actions
        actions={[
          ...(may(scope, 'directory.change') && group.endedOn === undefined
            ? [{ text: 'Add a version', href: `${path}/terms/add` }]
            : []),
          { text: 'Back to the group', href: path },
        ]}
      />
      {versions.length === 0 && (
        <Empty title="No terms of reference yet">
          They say what the group is for, what it may decide, who sits in it and when it is looked at again.
        </Empty>
      )}
      {versions.map((terms, at) =>
        at === 0 ? <Newest terms={terms} today={scope.today} /> : <Earlier terms={terms} />,
      )}
    </DirectoryShell>,
  );
};

const Newest = ({ terms, today }: { terms: Terms; today: PlainDate }) => (
  <section class="reading">
    <h2 class="govuk-heading-m">
      Version {terms.version}, agreed on {formatDay(terms.agreedOn, 'plain')}
    </h2>
    <p>{reviewInWords(terms, today)}</p>
    <TypedWords text={terms.words} />
  </section>
);

const reviewInWords = ({ reviewOn }: Terms, today: PlainDate): string => {
  if (!reviewOn) return 'No day is set for their review.';
  return `${reviewOn < today ? 'Their review was due on' : 'To be reviewed on'} ${formatDay(reviewOn, 'plain')}.`;
};

const Earlier = ({ terms: { version, agreedOn, words } }: { terms: Terms }) => (
  <Details summaryText={`Version ${version}, agreed on ${formatDay(agreedOn, 'plain')}`}>
    <TypedWords text={words} />
  </Details>
);

const Form = z.object({
  words: z
    .string()
    .min(1, 'Enter the terms of reference')
    .max(40_000, 'Terms of reference must be 40,000 characters or fewer'),
  agreedOn: dayAnswer('Enter the day they were agreed', 'The day they were agreed must be a real date'),
  reviewOn: z
    .string()
    .refine((text) => text === '' || isPlainDate(text), 'The day of their review must be a real date')
    .transform((text): PlainDate | undefined => (isPlainDate(text) ? text : undefined)),
});

export const showAddTerms: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const [newest] = await listTerms(scope, group.id);
  return page(<AddTermsPage slug={scope.slug} group={group} newest={newest} answers={{ words: newest?.words }} />);
};

/** Adds a version after the one that the form was opened on; where there is a newer one by now, its words are shown first. */
export const takeAddTerms: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const group = found((await holdGroups(scope)).find((one) => one.id === id));
  const [newest] = await listTerms(scope, id);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) =>
    page(<AddTermsPage slug={scope.slug} group={group} newest={newest} answers={answers} errors={errors} />, 422);
  const form = Form.safeParse({
    words: linesOf(answers, 'words'),
    agreedOn: dayText(answers, 'agreedOn'),
    reviewOn: dayText(answers, 'reviewOn'),
  });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  const { agreedOn, reviewOn } = form.data;
  const version = newest?.version ?? 0;
  if (typed(answers, 'after') !== String(version)) return askAgain(formError('words', newerText));
  if (newest && agreedOn < newest.agreedOn)
    return askAgain(formError('agreedOn', 'An earlier version was agreed after that day'));
  if (reviewOn && reviewOn <= agreedOn)
    return askAgain(formError('reviewOn', 'The review must be after the day they were agreed'));
  await addTerms(scope, id, { version: version + 1, ...form.data });
  return goTo(`/${scope.slug}/groups/${id}/terms`);
};

const newerText =
  'Somebody else added a version while you had this form open. Read it below, and save again if yours is to come after it';

interface AddTermsModel {
  slug: string;
  group: Group;
  newest: Terms | undefined;
  answers: Answers;
  errors?: FormErrors;
}

const AddTermsPage = ({ slug, group, newest, answers, errors = noErrors }: AddTermsModel) => {
  const newer = errors.list.some(({ text }) => text === newerText) ? newest : undefined;
  const after = newer ? '' : typed(answers, 'after');
  return (
    <FormPage
      title={`Add a version of the terms of reference of ${group.name}`}
      lead="Earlier versions stay, so that one can read what the group was for when it decided."
      submit="Save version"
      cancel={`/${slug}/groups/${group.id}/terms`}
      errors={errors}
    >
      <input type="hidden" name="after" value={after || String(newest?.version ?? 0)} />
      {newer && (
        <section>
          <h2 class="govuk-heading-m">Version {newer.version}, as it was saved meanwhile</h2>
          <TypedWords text={newer.words} />
        </section>
      )}
      <Textarea
        id="words"
        name="words"
        label={{ text: 'Terms of reference', classes: 'govuk-label--s' }}
        rows={20}
        value={typed(answers, 'words')}
        errorMessage={errors.on('words')}
      />
      <DayInput
        name="agreedOn"
        legend="When were they agreed?"
        hint="For example, 27 11 2026"
        answers={answers}
        errorMessage={errors.on('agreedOn')}
      />
      <DayInput
        name="reviewOn"
        legend="When are they to be reviewed? (optional)"
        hint="For example, 27 11 2027"
        answers={answers}
        errorMessage={errors.on('reviewOn')}
      />
    </FormPage>
  );
};
