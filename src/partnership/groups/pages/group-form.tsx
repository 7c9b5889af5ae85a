import { z } from 'zod';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { isPlainDate, type PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { typed } from '../../directory/answers.ts';
import type { Told } from '../../directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../directory/changed-meanwhile.tsx';
import { capital } from '../../settings/words.ts';
import type { Group } from '../group.store.ts';
import type { KindWords } from '../kind-words.ts';
import { groupKindNames, isLive } from '../kinds.ts';

/** Words of several lines, as they are kept: the browser's line ends are made ours. */
export const linesOf = (answers: Answers, name: string): string => typed(answers, name).replaceAll('\r\n', '\n').trim();

const long = (what: string) => z.string().max(4000, `${what} must be 4,000 characters or fewer`);

export const GroupForm = z.object({
  name: z.string().min(1, 'Enter the name of the group').max(120, 'Name must be 120 characters or fewer'),
  kind: z.enum(groupKindNames, 'Select what sort of group it is'),
  parent: z.string().transform((id) => (id === '' ? undefined : id)),
  purpose: long('Purpose'),
  decides: long('What it decides'),
  sendsUp: long('What it must send up'),
  fromOn: z
    .string()
    .refine((text) => text === '' || isPlainDate(text), 'The day it began must be a real date')
    .transform((text): PlainDate | undefined => (isPlainDate(text) ? text : undefined)),
});
export type GroupAnswers = z.input<typeof GroupForm>;

/** What was typed, as the form's schema takes it. */
export const readGroup = (answers: Answers): Omit<GroupAnswers, 'kind'> & { kind: string } => ({
  name: typed(answers, 'name').trim(),
  kind: typed(answers, 'kind'),
  parent: typed(answers, 'parent'),
  purpose: linesOf(answers, 'purpose'),
  decides: linesOf(answers, 'decides'),
  sendsUp: linesOf(answers, 'sendsUp'),
  fromOn: dayText(answers, 'fromOn'),
});

/** A group as the form shows it before anybody types. */
export const answersFrom = ({ name, kind, parent = '', purpose, decides, sendsUp }: Group): Answers => ({
  name,
  kind,
  parent,
  purpose,
  decides,
  sendsUp,
});

type Changeable = Pick<Group, 'name' | 'kind' | 'parent' | 'purpose' | 'decides' | 'sendsUp' | 'fromOn'>;

/** What the form asks, in the words in which people read it. */
export const toldOf = (group: Changeable, { groups, words }: Pick<GroupFormProps, 'groups' | 'words'>): Told => ({
  Name: group.name,
  'Sort of group': capital(words[group.kind]),
  'Reports to': groups.find(({ id }) => id === group.parent)?.name ?? '',
  Purpose: group.purpose,
  'What it decides': group.decides,
  'What it must send up': group.sendsUp,
  'The day it began': group.fromOn ? formatDay(group.fromOn, 'plain') : '',
});

interface GroupFormProps {
  title: string;
  submit: string;
  cancel: string;
  answers: Answers;
  /** Every group, to choose the one it reports to. */
  groups: readonly Group[];
  words: KindWords;
  /** The group that is changed; absent for a new one. */
  group?: Group;
  today: PlainDate;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

export const GroupFormPage = (props: GroupFormProps) => {
  const { title, submit, cancel, answers, groups, words, group, today, errors = noErrors, meanwhile } = props;
  const above = groups.filter((one) => one.id !== group?.id && (isLive(one, today) || one.id === group?.parent));
  return (
    <FormPage title={title} submit={submit} cancel={cancel} errors={errors}>
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {group && <Basis told={toldOf(group, { groups, words })} answers={answers} shown={meanwhile !== undefined} />}
      <Input
        id="name"
        name="name"
        label={{ text: 'Name', classes: 'govuk-label--s' }}
        value={typed(answers, 'name')}
        errorMessage={errors.on('name')}
      />
      <Select
        id="kind"
        name="kind"
        label={{ text: 'Sort of group', classes: 'govuk-label--s' }}
        value={typed(answers, 'kind')}
        items={[
          { value: '', text: 'Select a sort' },
          ...groupKindNames.map((value) => ({ value, text: capital(words[value]) })),
        ]}
        errorMessage={errors.on('kind')}
      />
      <Select
        id="parent"
        name="parent"
        label={{ text: 'Reports to (optional)', classes: 'govuk-label--s' }}
        value={typed(answers, 'parent')}
        items={[{ value: '', text: 'Nobody' }, ...above.map(({ id, name }) => ({ value: id, text: name }))]}
        errorMessage={errors.on('parent')}
      />
      <Words name="purpose" label="Purpose (optional)" answers={answers} errors={errors} />
      <Words
        name="decides"
        label="What it decides (optional)"
        hint="What is delegated down to it, so that it need not ask"
        answers={answers}
        errors={errors}
      />
      <Words
        name="sendsUp"
        label="What it must send up (optional)"
        hint="What it may not settle itself, and to whom it goes"
        answers={answers}
        errors={errors}
      />
      <DayInput
        name="fromOn"
        legend="When did it begin? (optional)"
        hint="For example, 27 9 2024"
        answers={answers}
        day={group?.fromOn}
        errorMessage={errors.on('fromOn')}
      />
    </FormPage>
  );
};

interface WordsProps {
  name: string;
  label: string;
  hint?: string;
  answers: Answers;
  errors: FormErrors;
}

const Words = ({ name, label, hint, answers, errors }: WordsProps) => (
  <Textarea
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    rows={4}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);
