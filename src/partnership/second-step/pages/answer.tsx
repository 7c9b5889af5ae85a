import { formatMoment } from '../../../platform/calendar/in-words.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Radios, WarningText } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { type Fact, Facts, FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { Person } from '../../people/person.store.ts';
import { type LostStep, stateOf } from '../second-step.ts';
import { nameOf, states } from './second-step.tsx';

interface AnswerPageProps {
  slug: string;
  me: string;
  now: Date;
  lost: LostStep;
  people: readonly Person[];
  errors: FormErrors;
}

/** One reset that was asked for: a second person agrees or does not; whoever asked can take it back. */
export const AnswerPage = ({ slug, me, now, lost, people, errors }: AnswerPageProps) => {
  const state = stateOf(lost, now);
  const name = nameOf(people, lost.person);
  return (
    <Layout title={`Second step of ${name}`} errors={errors} backLink={{ href: `/${slug}/second-step` }}>
      <div class="reading">
        <PageTitle title={`Second step of ${name}`} state={states[state]} />
        <Facts facts={factsOf(lost, people)} />
        {state === 'open' && <AnswerForm name={name} own={lost.askedBy === me || lost.person === me} errors={errors} />}
        {state === 'agreed' && (
          <p>
            {name} can sign in with their password, and sets up a new second step then. Their sessions have ended, and
            they were told by e-mail.
          </p>
        )}
        {state === 'lapsed' && <p>Nobody answered within three days. If it is still needed, ask anew.</p>}
      </div>
    </Layout>
  );
};

const factsOf = ({ askedBy, askedAt, knownBy, answer }: LostStep, people: readonly Person[]): Fact[] => [
  { key: 'Asked for by', value: `${nameOf(people, askedBy)}, ${formatMoment(askedAt)}` },
  { key: 'How they made sure', value: knownBy },
  ...(answer
    ? [
        {
          key: answer.agreed ? 'Agreed by' : 'Not agreed by',
          value: `${nameOf(people, answer.by)}, ${formatMoment(answer.at)}`,
        },
      ]
    : []),
];

const AnswerForm = ({ name, own, errors }: { name: string; own: boolean; errors: FormErrors }) => (
  <Form>
    {own ? (
      <p>A second person has to agree. Until then you can stop it.</p>
    ) : (
      <WarningText
        text={`Ask ${name} yourself before you agree: in person, or on the number you have for them. Whoever holds their password could open their account.`}
        iconFallbackText="Warning"
      />
    )}
    <Radios
      name="answer"
      idPrefix="answer"
      fieldset={{ legend: { text: 'What do you say?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errors.on('answer')}
      items={[
        ...(own ? [] : [{ value: 'agree', text: 'I agree: reset it now' }]),
        { value: 'refuse', text: own ? 'Stop it' : 'I do not agree: nothing changes' },
      ]}
    />
    <FormEnd submit="Save answer" cancel="/today" />
  </Form>
);
