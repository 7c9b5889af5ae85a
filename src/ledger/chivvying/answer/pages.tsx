import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { Actions, Facts, FormPage, PageTitle } from '../../../platform/ui/patterns.tsx';
import { referenceOf } from '../../actions/needs.ts';
import { Questions } from '../../actions/pages/step-questions.tsx';
import { stepForms } from '../../actions/step-forms.ts';
import { type AnswerName, answers as allAnswers } from './answers.ts';
import type { Asked } from './asked.ts';

type Linked = Asked & { token: string };

/** What is asked, as much of it as may be shown to whoever holds the link, and what can be answered. */
export const ChoosePage = (props: Linked) => (
  <Layout title="How does it stand?">
    <div class="reading">
      <PageTitle title="How does it stand?" lead="Choose an answer. Nothing is sent before you press a second time." />
      <WhatIsAsked {...props} />
      <Actions
        actions={Object.entries(allAnswers).map(([name, { title }]) => ({
          text: title,
          href: `/answer/${props.token}/${name}`,
        }))}
      />
      <p>
        If it is done,{' '}
        <a class="govuk-link" href="/sign-in">
          sign in
        </a>{' '}
        to add what shows it, or tell the partnership’s office: they can enter it for you.
      </p>
    </div>
  </Layout>
);

/** Reference, agency and day; the title only where it may stand in a message. */
const WhatIsAsked = ({ action, agency }: Asked) => (
  <Facts
    facts={[
      { key: 'Reference', value: referenceOf(action) },
      { key: 'Led by', value: agency ?? 'No agency yet' },
      { key: 'Due', value: formatDay(action.dueOn) },
      ...(action.safeForEmail ? [{ key: 'What was promised', value: action.title }] : []),
    ]}
  />
);

interface AnswerModel extends Linked {
  name: AnswerName;
  answers: Answers;
  errors?: FormErrors;
}

/** One answer: what it needs to say, and the press that sends it. */
export const AnswerPage = ({ token, name, answers, errors = noErrors, ...asked }: AnswerModel) => {
  const { title, step } = allAnswers[name];
  return (
    <FormPage
      title={title}
      lead={name === 'on-track' ? 'This is said in your name. You can say something else later.' : stepForms[step].lead}
      errors={errors}
      submit="Send this answer"
      cancel={`/answer/${token}`}
      before={<WhatIsAsked {...asked} />}
    >
      {name !== 'on-track' && (
        <>
          <Questions step={step} action={asked.action} choices={noChoices} answers={answers} errors={errors} />
          <InsetText text="Please name no child and nobody of a family, here or in any answer: this is not a place for case matters." />
        </>
      )}
    </FormPage>
  );
};

const noChoices = { people: [], agencies: [], groups: [] };

export const ThanksPage = () => (
  <Layout title="Thank you">
    <div class="reading">
      <PageTitle title="Thank you" lead="Your answer has been written down, and the partnership’s office sees it." />
      <p>
        Was something wrong with it? Tell the office, or{' '}
        <a class="govuk-link" href="/today">
          sign in
        </a>{' '}
        and say something else: what was said before stays to be seen, and the latest counts.
      </p>
    </div>
  </Layout>
);

/** For a link that never was, was used or has expired: from outside they are the same. */
export const DeadAnswerPage = () => (
  <Layout title="This link cannot be answered any more">
    <div class="reading">
      <PageTitle title="This link cannot be answered any more" />
      <p>
        It may have been used already, or be too old, or somebody has answered in another way since. Check that all of
        it is in the address.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>Look for the latest message: its links are new.</li>
        <li>
          If you have a password,{' '}
          <a class="govuk-link" href="/today">
            sign in
          </a>{' '}
          and answer there.
        </li>
        <li>Otherwise ring or write to the partnership’s office: they can enter your answer for you.</li>
      </ul>
    </div>
  </Layout>
);

/** For a link of a partnership that has merged or split since. */
export const ClosedAnswerPage = () => (
  <Layout title="The partnership that asked has closed">
    <div class="reading">
      <PageTitle
        title="The partnership that asked has closed"
        lead="It has become part of another, or of several. Your answer was not taken, and nothing has been written down."
      />
      <p>
        What it asked of you may go on where it went: then the next message from there asks again.{' '}
        <a class="govuk-link" href="/today">
          Sign in
        </a>{' '}
        to see what is needed of you.
      </p>
    </div>
  </Layout>
);
