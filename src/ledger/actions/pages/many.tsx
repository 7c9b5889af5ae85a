import { ticked, typed } from '../../../partnership/directory/answers.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Button, Checkboxes, Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { countInWords, DataTable, DayInput, Empty, FormPage, PageTitle } from '../../../platform/ui/patterns.tsx';
import { ActionsShell } from '../../actions-shell.tsx';
import { priorities, reasonsForTime } from '../action.ts';
import type { ActionRow } from '../action-list.store.ts';
import { type Choices, itemsOf } from '../choices.ts';
import { type ManyChangeName, manyChanges, type Planned } from '../many.ts';

interface Where {
  /** The list, and what it is narrowed to. */
  path: string;
  search: string;
}

interface ChooseChangeProps extends Where {
  found: number;
  most: number;
  changes: readonly ManyChangeName[];
}

/** What is to be changed of the actions that the list shows. */
export const ChooseChangePage = ({ path, search, found, most, changes }: ChooseChangeProps) => (
  <ActionsShell title="Change many actions" current="actions">
    <PageTitle
      title="Change many actions"
      lead={`The list shows ${countInWords(found, 'action', 'actions').toLowerCase()}. You see what would change before anything does.`}
    />
    {found === 0 || found > most ? (
      <Empty title={found === 0 ? 'The list shows none' : `No more than ${most} can be changed at once`}>
        <a class="govuk-link" href={search === '' ? path : `${path}?${search}`}>
          Choose other filters
        </a>{' '}
        first.
      </Empty>
    ) : (
      <form method="get" action={`${path}/many`}>
        {[...new URLSearchParams(search)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Radios
          name="change"
          idPrefix="change"
          fieldset={{ legend: { text: 'What is to be changed?', classes: 'govuk-fieldset__legend--s' } }}
          items={changes.map((value) => ({ value, text: manyChanges[value] }))}
        />
        <Button text="Go on" />
      </form>
    )}
  </ActionsShell>
);

interface ChooseManyProps extends Where {
  change: ManyChangeName;
  rows: readonly ActionRow[];
  choices: Choices;
  answers: Answers;
  errors?: FormErrors;
}

/** Which actions, and to what. */
export const ChooseManyPage = (props: ChooseManyProps) => {
  const { path, search, change, rows, answers, errors = noErrors } = props;
  return (
    <FormPage
      title="Change many actions"
      caption={manyChanges[change]}
      submit="See what would change"
      cancel={search === '' ? path : `${path}?${search}`}
      action={`${path}/many`}
      errors={errors}
    >
      <input type="hidden" name="list" value={search} />
      <input type="hidden" name="change" value={change} />
      <Fields {...props} errors={errors} />
      <Checkboxes
        name="actions"
        idPrefix="actions"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Which actions?', classes: 'govuk-fieldset__legend--s' } }}
        values={[...ticked(answers, 'actions')]}
        items={rows.map(({ id, number, title, leadAgency, dueOn }) => ({
          value: id,
          text: `${number} ${title}`,
          hint: { text: `${leadAgency ?? 'No agency'}, due on ${formatDay(dueOn, 'plain')}` },
        }))}
        errorMessage={errors.on('actions')}
      />
    </FormPage>
  );
};

type Asking = Pick<ChooseManyProps, 'change' | 'choices' | 'answers'> & { errors: FormErrors };

const Fields = (asking: Asking) => {
  switch (asking.change) {
    case 'verify':
      return <Words label="What has the group seen?" {...asking} />;
    case 'whose':
      return (
        <>
          <Choose
            name="leadAgency"
            label="Which agency leads them?"
            none="Select an agency"
            all={asking.choices.agencies}
            {...asking}
          />
          <Choose name="owner" label="Who owns them?" none="Select a person" all={asking.choices.people} {...asking} />
          <Words label="Why? (optional)" {...asking} />
        </>
      );
    case 'group':
      return (
        <Choose
          name="group"
          label="Which group watches over them?"
          none="No group"
          all={asking.choices.groups}
          {...asking}
        />
      );
    case 'priority':
      return <OneOf name="priority" legend="How much do they matter?" all={priorities} {...asking} />;
    case 'day':
      return (
        <>
          <DayInput
            name="until"
            legend="Until which day?"
            answers={asking.answers}
            errorMessage={asking.errors.on('until')}
          />
          <OneOf name="because" legend="Why?" all={reasonsForTime} {...asking} />
          <Words label="Who agreed to it, and why?" {...asking} />
        </>
      );
    case 'withdraw':
      return <Words label="Why are they withdrawn?" {...asking} />;
  }
};

const Words = ({ label, answers, errors }: Asking & { label: string }) => (
  <Textarea
    id="words"
    name="words"
    label={{ text: label, classes: 'govuk-label--s' }}
    rows={3}
    value={typed(answers, 'words')}
    errorMessage={errors.on('words')}
  />
);

const OneOf = ({
  name,
  legend,
  all,
  answers,
  errors,
}: Asking & { name: string; legend: string; all: Readonly<Record<string, string>> }) => (
  <Radios
    name={name}
    idPrefix={name}
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
    value={typed(answers, name)}
    items={Object.entries(all).map(([value, text]) => ({ value, text }))}
    errorMessage={errors.on(name)}
  />
);

interface ChooseProps extends Asking {
  name: string;
  label: string;
  none: string;
  all: Choices['agencies'];
}

const Choose = ({ name, label, none, all, answers, errors }: ChooseProps) => (
  <Select
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    value={typed(answers, name)}
    items={itemsOf(none, all)}
    errorMessage={errors.on(name)}
  />
);

interface PreviewProps extends Where {
  change: ManyChangeName;
  planned: readonly Planned[];
  answers: Answers;
}

/** What would become of each action, before anything does. */
export const PreviewManyPage = ({ path, search, change, planned, answers }: PreviewProps) => {
  const changed = planned.filter(({ left }) => left === undefined).length;
  return (
    <FormPage
      title={`Change ${countInWords(changed, 'action', 'actions').toLowerCase()}?`}
      caption={manyChanges[change]}
      lead={changed === planned.length ? undefined : `${planned.length - changed} would be left as they are.`}
      submit={
        changed === 0 ? 'Go back to the list' : `Change ${countInWords(changed, 'action', 'actions').toLowerCase()}`
      }
      cancel={search === '' ? path : `${path}?${search}`}
      action={`${path}/many`}
      grave={change === 'withdraw'}
    >
      <input type="hidden" name="confirmed" value="yes" />
      {carried(answers).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <DataTable
        caption="What would change"
        rows={planned}
        columns={[
          { heading: 'Action', cell: ({ action }) => `${action.number} ${action.title}` },
          { heading: 'Now', cell: ({ was }) => was },
          { heading: 'Then', cell: ({ becomes, left }) => (left === undefined ? becomes : `As now. ${left}`) },
        ]}
      />
    </FormPage>
  );
};

/** What was typed, to be sent once more; what belongs to the form itself is left out. */
const carried = (answers: Answers): [string, string][] =>
  Object.entries(answers)
    .filter(([name]) => !name.startsWith('_') && name !== 'confirmed')
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
