import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Select } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import {
  Actions,
  Downloads,
  Empty,
  FormEnd,
  type ListAddress,
  Listing,
  listHref,
  PageTitle,
  Progress,
} from '../../../platform/ui/patterns.tsx';
import type { Person } from '../../people/person.store.ts';
import type { Access, AccessReview, ReviewAnswers } from '../access-review.ts';

/** A review and everybody in it. */
export interface ReviewModel {
  /** Where it stands. */
  at: string;
  list: ListAddress;
  review: AccessReview;
  access: readonly Access[];
  answers: ReviewAnswers;
  people: readonly Person[];
  me: string;
}

interface ReviewPageProps extends ReviewModel {
  typed: Answers;
  errors: FormErrors;
}

const perPage = 50;

/** Everybody who can sign in, with what was answered so far. */
export const ReviewPage = (props: ReviewPageProps) => {
  const { at, list, review, access, answers, errors } = props;
  const answered = access.filter(({ person }) => answers.has(person)).length;
  const found = access.filter(
    ({ person, agency }) =>
      (!list.filters['unanswered'] || !answers.has(person)) &&
      (!list.filters['agency'] || agency === list.filters['agency']),
  );
  return (
    <Layout title="Who still needs their access?" errors={errors} backLink={{ href: at.replace(/\/[^/]*$/, '') }}>
      <PageTitle
        title="Who still needs their access?"
        lead={`The review of access begun on ${formatDay(review.begunOn)}. When it is finished, the access of those who no longer need it ends.`}
      />
      <Progress done={answered} of={access.length} what="answered" />
      {answered === access.length && <Actions actions={[{ text: 'Finish the review', href: `${at}/finish` }]} />}
      <KeepAgency {...props} />
      <Listing
        list={list}
        found={found.length}
        all={access.length}
        perPage={perPage}
        one="person"
        many="people"
        filters={<Filters access={access} list={list} />}
        empty={<Empty title="Nobody matches these filters">Clear the filters to see everybody.</Empty>}
      >
        <Form action={listHref(list)}>
          {found.slice((list.page - 1) * perPage, list.page * perPage).map((one) => (
            <AnswerSelect key={one.person} {...props} one={one} />
          ))}
          <FormEnd submit="Save answers" />
        </Form>
      </Listing>
      <Downloads links={[{ text: 'The review so far (CSV)', href: `${at}/result.csv` }]} />
    </Layout>
  );
};

const AnswerSelect = ({ one, answers, typed, errors, me }: ReviewPageProps & { one: Access }) => {
  const field = `answer-${one.person}`;
  const is = answers.get(one.person)?.answer ?? '';
  const now = typed[field];
  return (
    <>
      <input type="hidden" name={`was-${one.person}`} value={is} />
      <Select
        name={field}
        id={field}
        label={{ text: one.person === me ? `${one.name} (you)` : one.name, classes: 'govuk-label--s' }}
        hint={{ text: [one.agency, one.roles.join(', ') || 'No role today'].filter(Boolean).join(' – ') }}
        errorMessage={errors.on(field)}
        value={typeof now === 'string' ? now : is}
        items={[
          { value: '', text: 'Not answered yet' },
          { value: 'keeps', text: 'Keeps access' },
          { value: 'ends', text: 'No longer needs it' },
        ]}
      />
    </>
  );
};

const agenciesIn = (access: readonly Access[]): string[] =>
  [...new Set(access.flatMap(({ agency }) => agency ?? []))].toSorted((a, b) => a.localeCompare(b));

const Filters = ({ access, list }: { access: readonly Access[]; list: ListAddress }) => (
  <>
    <Select
      name="agency"
      id="agency"
      label={{ text: 'Agency' }}
      value={String(list.filters['agency'] ?? '')}
      items={[{ value: '', text: 'All' }, ...agenciesIn(access).map((name) => ({ value: name, text: name }))]}
    />
    <Select
      name="unanswered"
      id="unanswered"
      label={{ text: 'Answer' }}
      value={String(list.filters['unanswered'] ?? '')}
      items={[
        { value: '', text: 'All' },
        { value: 'yes', text: 'Not answered yet' },
      ]}
    />
  </>
);

const KeepAgency = ({ at, access, answers, errors }: ReviewPageProps) => {
  const open = access.filter(({ person }) => !answers.has(person));
  return agenciesIn(open).length === 0 ? null : (
    <Form action={`${at}/agency`}>
      <Select
        name="keep-agency"
        id="keep-agency"
        label={{ text: 'Everybody of one agency keeps access', classes: 'govuk-label--s' }}
        hint={{ text: 'Those who have an answer already stay as they are' }}
        errorMessage={errors.on('keep-agency')}
        items={[
          { value: '', text: 'Choose' },
          ...agenciesIn(open).map((name) => ({
            value: name,
            text: `${name} (${open.filter(({ agency }) => agency === name).length})`,
          })),
        ]}
      />
      <FormEnd submit="They all keep access" />
    </Form>
  );
};
