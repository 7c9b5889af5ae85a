import { z } from 'zod';
import { answersOf, idIn, typed } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { TypedWords } from '../../partnership/groups/pages/typed-words.tsx';
import { permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { Textarea } from '../../platform/ui/govuk.tsx';
import { FormPage } from '../../platform/ui/patterns.tsx';
import { findAction, findEntry, record } from './action.store.ts';
import type { Action, Entry } from './action.ts';
import { seenBy } from './action-list.ts';
import { referenceOf } from './needs.ts';

const Form = z.object({
  words: z.string().trim().min(1, 'Enter what you said').max(4000, 'What you said must be 4,000 characters or fewer'),
});

/** What was entered for somebody is theirs to correct, and nobody else's: to others it is as if it did not exist. */
async function findMine(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]) {
  const action = found(seenBy(scope, await findAction(scope, idIn(request, 'action'))));
  const entry = found(await findEntry(scope, action.id, idIn(request, 'entry')));
  return { action, entry: found(entry.onBehalf?.of === scope.person ? entry : undefined) };
}

export const askForCorrection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  return page(<CorrectionPage slug={scope.slug} {...(await findMine(scope, request))} answers={{}} />);
};

export const takeCorrection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const mine = await findMine(scope, request);
  const answers = answersOf(request);
  const form = Form.safeParse({ words: typed(answers, 'words') });
  if (!form.success)
    return page(
      <CorrectionPage slug={scope.slug} {...mine} answers={answers} errors={formErrors(form.error, ['words'])} />,
      422,
    );
  await record(scope, mine.action.id, { kind: 'corrected', words: form.data.words, corrects: mine.entry.id });
  return goTo(`/${scope.slug}/actions/${mine.action.id}`);
};

interface CorrectionModel {
  slug: string;
  action: Action;
  entry: Entry;
  answers: Answers;
  errors?: FormErrors;
}

const CorrectionPage = ({ slug, action, entry, answers, errors = noErrors }: CorrectionModel) => (
  <FormPage
    title="Say what you said"
    caption={`${referenceOf(action)}: ${action.title}`}
    lead="What was entered for you stays to be seen, marked as corrected. Where the day or the state is wrong too, say how it goes after this."
    submit="Save what I said"
    cancel={`/${slug}/actions/${action.id}`}
    errors={errors}
    before={
      entry.words === '' ? undefined : (
        <>
          <h2 class="govuk-heading-s">What was entered for you</h2>
          <TypedWords text={entry.words} />
        </>
      )
    }
  >
    <Textarea
      id="words"
      name="words"
      label={{ text: 'What did you say?', classes: 'govuk-label--s' }}
      rows={5}
      value={typed(answers, 'words')}
      errorMessage={errors.on('words')}
    />
  </FormPage>
);
