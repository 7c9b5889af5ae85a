import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { isId } from '../../../platform/database/ids.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { Select } from '../../../platform/ui/govuk.tsx';
import { dayAnswer, dayText } from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';
import { listPeople } from '../../people/person.store.ts';
import {
  type Asked,
  answersOf,
  DayField,
  isStale,
  optionalDay,
  SettingsForm,
  staleError,
  TextField,
  typedIn,
} from '../form.tsx';
import { type PriorityRefusal, rulingOnPriority } from '../priorities.ts';
import { addPriority, changePriority, findPriority, type NewPriority, type Priority } from '../priority.store.ts';
import { holdAbout } from '../settings.store.ts';

const Form = z.object({
  name: z
    .string('Enter what the priority is called')
    .trim()
    .min(3, 'What the priority is called must be 3 characters or more')
    .max(120, 'What the priority is called must be 120 characters or fewer'),
  lead: z.union([z.literal('').transform(() => undefined), z.uuid()], 'Select who leads it, or nobody yet'),
  fromOn: dayAnswer('Enter the day it begins', 'The day it begins must be a real date'),
  untilOn: optionalDay('The last day must be a real date, or empty'),
});

interface Model {
  /** What is changed; undefined for one that is new. */
  priority: Priority | undefined;
  people: readonly { id: string; name: string; jobTitle: string }[];
}

const idOf = (params: unknown): string => {
  const { priority } = params as { priority: string };
  return found(isId(priority) ? priority : undefined);
};

export const askNewPriority: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<PriorityPage {...(await modelOf(scope, undefined))} />);
};

export const takeNewPriority: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return await take(scope, request, undefined, async (priority) => void (await addPriority(scope, priority)));
};

export const askPriority: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return page(<PriorityPage {...(await modelOf(scope, found(await findPriority(scope, idOf(request.params)))))} />);
};

export const takePriority: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  await holdAbout(scope); // whoever else changes the priorities waits
  const priority = found(await findPriority(scope, idOf(request.params)));
  return await take(scope, request, priority, (changed) => changePriority(scope, priority.id, changed));
};

async function take(
  scope: SeatedScope,
  request: { body: unknown },
  priority: Priority | undefined,
  save: (priority: NewPriority) => Promise<void>,
): Promise<Answer> {
  const answers = answersOf(request);
  const model = await modelOf(scope, priority);
  const askAgain = (errors: FormErrors) => page(<PriorityPage {...model} {...{ answers, errors }} />, 422);
  const days = { fromOn: dayText(answers, 'fromOn'), untilOn: dayText(answers, 'untilOn') };
  const form = Form.safeParse({ ...answers, ...days });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  if (isStale(answers, priority ?? null)) return askAgain(staleError);
  const ruling = rulingOnPriority(
    form.data,
    model.people.map(({ id }) => id),
  );
  if (!ruling.allowed) return askAgain(formError(...refusalText[ruling.because]));
  await save(form.data);
  return goTo(`/${scope.slug}/settings/priorities`);
}

const refusalText: Record<PriorityRefusal, [field: string, text: string]> = {
  'ends-before-it-begins': ['untilOn', 'The last day must be on or after the day it begins'],
  'lead-unknown': ['lead', 'Select somebody who is in the partnership'],
};

/** Those who may lead it: who has not left, and whoever leads it already. */
async function modelOf(scope: SeatedScope, priority: Priority | undefined): Promise<Model> {
  const people = await listPeople(scope);
  return { priority, people: people.filter(({ id, leftOn }) => leftOn === undefined || id === priority?.lead) };
}

const PriorityPage = ({ priority, people, ...asked }: Model & Asked) => (
  <SettingsForm
    title={priority ? priority.name : 'Add a priority'}
    errors={asked.errors}
    seen={priority ?? null}
    saved={priority && `${priority.name}, led by ${priority.leadName ?? 'nobody'}`}
    back="/priorities"
    submit="Save priority"
  >
    <TextField name="name" label="What it is called" value={priority?.name ?? ''} asked={asked} />
    <LeadField priority={priority} people={people} asked={asked} />
    <DayField name="fromOn" legend="The day it begins" day={priority?.fromOn} asked={asked} />
    <DayField
      name="untilOn"
      legend="Its last day"
      hint="Leave it empty while it is open"
      day={priority?.untilOn}
      asked={asked}
    />
  </SettingsForm>
);

const LeadField = ({ priority, people, asked: { answers, errors } }: Model & { asked: Asked }) => {
  const lead = answers ? typedIn(answers, 'lead') : (priority?.lead ?? '');
  return (
    <Select
      id="lead"
      name="lead"
      label={{ text: 'Who leads it' }}
      hint={{ text: 'One person, by name. A priority without a lead is shown as a gap' }}
      items={[
        { value: '', text: 'Nobody yet', selected: lead === '' },
        ...people.map(({ id, name, jobTitle }) => ({
          value: id,
          text: jobTitle === '' ? name : `${name}, ${jobTitle}`,
          selected: id === lead,
        })),
      ]}
      errorMessage={errors?.on('lead')}
    />
  );
};
