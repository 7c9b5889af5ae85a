import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import { TypedWords } from '../../partnership/groups/pages/typed-words.tsx';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../platform/ui/errors.ts';
import { Textarea } from '../../platform/ui/govuk.tsx';
import { FormPage } from '../../platform/ui/patterns.tsx';

const Form = z.object({
  words: z.string().trim().min(1, 'Enter what you said').max(4000, 'What you said must be 4,000 characters or fewer'),
});

export const readCorrection = (answers: Answers) => Form.safeParse({ words: typed(answers, 'words') });

interface CorrectionProps {
  caption: string;
  /** What was entered for whoever corrects it. */
  entered: string;
  cancel: string;
  answers: Answers;
  errors?: FormErrors;
}

/** Somebody says what they said, where the office entered something else for them. */
export const CorrectionPage = ({ caption, entered, cancel, answers, errors = noErrors }: CorrectionProps) => (
  <FormPage
    title="Say what you said"
    caption={caption}
    lead="What was entered for you stays to be seen, marked as corrected."
    submit="Save what I said"
    cancel={cancel}
    errors={errors}
    before={
      entered === '' ? undefined : (
        <>
          <h2 class="govuk-heading-s">What was entered for you</h2>
          <TypedWords text={entered} />
        </>
      )
    }
  >
    <Textarea
      id="words"
      name="words"
      label={{ text: 'What did you say?', classes: 'govuk-label--s' }}
      hint={{ text: 'Name no child and nobody of a family' }}
      rows={5}
      value={typed(answers, 'words')}
      errorMessage={errors.on('words')}
    />
  </FormPage>
);
