import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, countInWords, DayInput } from '../../../platform/ui/patterns.tsx';
import { ticked } from '../../directory/answers.ts';
import type { Group } from '../../groups/group.store.ts';
import { capacities } from '../../groups/kinds.ts';
import { roleTitle } from '../../people/pages/person-roles.tsx';
import type { Person } from '../../people/person.store.ts';
import type { Agency } from '../agency.store.ts';
import type { GoingOn } from '../agency-rules.ts';

export interface EndAgencyProps {
  agency: Agency;
  /** Who speaks for it and has not left. */
  people: readonly Person[];
  /** Of people, by id. */
  names: ReadonlyMap<string, string>;
  /** Its seats, and the roles held for it, that go on. */
  open: GoingOn;
  groups: readonly Group[];
  below: readonly Agency[];
  slug: string;
  today: PlainDate;
  answers: Answers;
  errors?: FormErrors;
}

/** Asks from when an agency is no longer part of the partnership, and shows what hangs on it. */
export const EndAgencyPage = (props: EndAgencyProps) => {
  const { agency, people, names, open, groups, below, slug, today, answers, errors = noErrors } = props;
  return (
    <ConfirmPage
      title={`Is ${agency.name} no longer part of the partnership?`}
      lead="What it did stays in the record, and it can be made part of the partnership again."
      submit="End its part"
      cancel={`/${slug}/agencies/${agency.id}`}
      errors={errors}
      grave
    >
      <h2 class="govuk-heading-m">What hangs on it</h2>
      <HangingList
        title={countInWords(open.seats.length, 'open seat')}
        lines={open.seats.map(
          ({ group, capacity }) => `${groups.find(({ id }) => id === group)?.name}: ${capacities[capacity]}`,
        )}
      />
      <HangingList
        title={`${countInWords(open.roles.length, 'role')} held for it`}
        lines={open.roles.map(({ person, role }) => `${names.get(person)}: ${roleTitle(role)}`)}
      />
      <HangingList
        title={`${countInWords(people.length, 'person speaks', 'people speak')} for it`}
        lines={people.map(({ name, jobTitle }) => [name, jobTitle].filter(Boolean).join(', '))}
      />
      {people.length > 0 && (
        <p>
          They stay in the list of people. Give each of them another agency, or end their place, when you are done here.
        </p>
      )}
      {below.length > 0 && (
        <HangingList
          title={countInWords(below.length, 'body below it', 'bodies below it')}
          lines={below.map(({ name }) => name)}
        />
      )}
      <DayInput
        name="endedOn"
        legend="Its last day in the partnership"
        hint="For example, 31 3 2026"
        answers={answers}
        day={today}
        errorMessage={errors.on('endedOn')}
      />
      {open.seats.length + open.roles.length > 0 && <EndWithIt answers={answers} errors={errors} />}
    </ConfirmPage>
  );
};

const EndWithIt = ({ answers, errors }: { answers: Answers; errors: FormErrors }) => (
  <Checkboxes
    name="withIt"
    idPrefix="withIt"
    fieldset={{ legend: { text: 'Its seats and roles', classes: 'govuk-fieldset__legend--s' } }}
    values={[...ticked(answers, 'withIt')]}
    items={[
      {
        value: 'yes',
        text: 'End its open seats that day, the places of those who sit in them, and the roles held for it',
        hint: { text: 'They stay ended if it becomes part of the partnership again' },
      },
    ]}
    errorMessage={errors.on('withIt')}
  />
);

const HangingList = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <>
    <p>{title}</p>
    {lines.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    )}
  </>
);
