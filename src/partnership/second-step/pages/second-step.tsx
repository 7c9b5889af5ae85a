import { formatMoment } from '../../../platform/calendar/in-words.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, Empty, FormEnd, PageTitle, StateTag, type Tone } from '../../../platform/ui/patterns.tsx';
import type { Person } from '../../people/person.store.ts';
import { type LostState, type LostStep, stateOf } from '../second-step.ts';

interface SecondStepPageProps {
  slug: string;
  me: string;
  now: Date;
  people: readonly Person[];
  lost: readonly LostStep[];
  answers: Answers;
  errors: FormErrors;
}

/** Asks for the reset of somebody's second step, and shows what was asked for before. */
export const SecondStepPage = ({ slug, me, now, people, lost, answers, errors }: SecondStepPageProps) => (
  <Layout title="Lost second step" errors={errors}>
    <PageTitle
      title="Lost second step"
      lead="Somebody has lost their phone, key and printed codes, and cannot sign in. Two people reset their second step: you ask, a second person agrees."
    />
    <div class="reading">
      <Form action={`/${slug}/second-step`}>
        <Select
          name="person"
          id="person"
          label={{ text: 'Who has lost it?', classes: 'govuk-label--s' }}
          errorMessage={errors.on('person')}
          value={wordsOf(answers, 'person')}
          items={[
            { value: '', text: 'Choose' },
            ...people
              .filter(({ id, signsIn }) => signsIn && id !== me)
              .map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Textarea
          name="knownBy"
          id="knownBy"
          rows={3}
          label={{ text: 'How did you make sure that it is them?', classes: 'govuk-label--s' }}
          hint={{
            text: 'For example: I rang them on the number we have, and know their voice. An e-mail is not enough',
          }}
          value={wordsOf(answers, 'knownBy')}
          errorMessage={errors.on('knownBy')}
        />
        <FormEnd submit="Ask a second person" />
      </Form>
    </div>
    <h2 class="govuk-heading-m">What was asked for</h2>
    {lost.length === 0 ? (
      <Empty title="Nobody’s second step was reset">Most people never lose all three.</Empty>
    ) : (
      <DataTable
        caption="Resets asked for in this partnership, the newest first"
        rows={lost}
        columns={[
          {
            heading: 'Who',
            cell: ({ id, person }) => (
              <a class="govuk-link" href={`/${slug}/second-step/${id}`}>
                {nameOf(people, person)}
              </a>
            ),
          },
          { heading: 'Asked by', cell: ({ askedBy }) => nameOf(people, askedBy) },
          { heading: 'When', cell: ({ askedAt }) => formatMoment(askedAt) },
          { heading: 'State', narrow: true, cell: (one) => <LostTag state={stateOf(one, now)} /> },
        ]}
      />
    )}
  </Layout>
);

const wordsOf = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};

export const nameOf = (people: readonly Person[], id: string): string =>
  people.find((one) => one.id === id)?.name ?? 'Somebody who is no longer recorded';

/** How a reset stands. */
export const LostTag = ({ state }: { state: LostState }) => (
  <StateTag tone={states[state].tone}>{states[state].text}</StateTag>
);

export const states: Record<LostState, { text: string; tone: Tone }> = {
  open: { text: 'Waits for a second person', tone: 'warning' },
  agreed: { text: 'Reset', tone: 'good' },
  refused: { text: 'Not agreed', tone: 'calm' },
  lapsed: { text: 'Lapsed', tone: 'calm' },
};
