import { z } from 'zod';
import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { isId } from '../../../platform/database/ids.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Select } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, DayInput, dayAnswer, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn, ticked, typed } from '../../directory/answers.ts';
import { LastDayInput, readLastDay } from '../../directory/last-day.tsx';
import { isOver } from '../../directory/list.ts';
import type { SeatedScope } from '../../doors.ts';
import { giveRole } from '../../partnership.store.ts';
import { lastDayOf, rolesEndingWith, rulingOnGiving } from '../access.ts';
import {
  type Assistance,
  addAssistant,
  endAssistance,
  findAssistance,
  holdAssistance,
  listAssistance,
} from '../assistant.store.ts';
import { findPerson, holdPerson, listPeople, type Person } from '../person.store.ts';
import { type AssistantRefusal, rulingOnAssistant } from '../person-rules.ts';
import { endRole, holdRolesHeld, listRolesHeld } from '../role-held.store.ts';
import { optionalDay } from './fields.ts';
import { givingRefusals } from './give-role.tsx';

const Form = z.object({
  assistant: z.string('Select who assists them').refine(isId, 'Select who assists them'),
  fromOn: dayAnswer('Enter the first day', 'The first day must be a real date'),
  untilOn: optionalDay('The last day must be a real date'),
});

const refusals: Record<AssistantRefusal, { field: string; text: string }> = {
  themselves: { field: 'assistant', text: 'Nobody assists themselves. Select somebody else' },
  unknown: { field: 'assistant', text: 'Select who assists them' },
  left: { field: 'assistant', text: 'They have left by then. Select somebody else' },
  'ends-before-it-begins': { field: 'untilOn', text: 'The last day must not be before the first' },
  already: { field: 'assistant', text: 'They assist them already on some of these days' },
};

export const askForAssistant: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  return page(<AssistantPage {...(await factsFor(scope, person))} answers={{ withRole: 'yes' }} />);
};

export const takeAssistant: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await holdPerson(scope, idIn(request, 'person')));
  const answers = answersOf(request);
  const facts = await factsFor(scope, person);
  const again = (errors: FormErrors): Answer =>
    page(<AssistantPage {...facts} answers={answers} errors={errors} />, 422);

  const form = Form.safeParse({
    ...answers,
    fromOn: dayText(answers, 'fromOn'),
    untilOn: dayText(answers, 'untilOn'),
  });
  if (!form.success) return again(formErrors(form.error, Object.keys(Form.shape)));
  const { assistant, ...days } = form.data;
  const proposed = { ...days, person: assistant, assists: person.id };
  const who = facts.people.find(({ id }) => id === assistant);
  const ruling = rulingOnAssistant(proposed, who, await listAssistance(scope, person.id));
  if (!ruling.allowed) return again(formError(refusals[ruling.because].field, refusals[ruling.because].text));
  if (facts.mayGiveRole && ticked(answers, 'withRole').includes('yes')) {
    const refused = await giveAssistantRole(scope, found(who), days);
    if (refused) return again(formError('withRole', refused));
  }
  await addAssistant(scope, proposed);
  return goTo(facts.cancel);
};

/** Gives the role on the days of the assisting, unless they hold it on some of them. @returns what stands against it, in words */
async function giveAssistantRole(
  scope: SeatedScope,
  assistant: Person,
  { fromOn, untilOn }: Pick<Assistance, 'fromOn' | 'untilOn'>,
): Promise<string | undefined> {
  const role = { role: 'named-assistant', fromOn, untilOn, agency: undefined, group: undefined } as const;
  const present = { by: scope.person, today: scope.today };
  const ruling = rulingOnGiving(role, assistant, await holdRolesHeld(scope, assistant.id), present);
  if (ruling.allowed) await giveRole(scope, assistant.id, { role: role.role, fromOn, ...(untilOn && { untilOn }) });
  return ruling.allowed || ruling.because === 'held-already' ? undefined : givingRefusals[ruling.because].text;
}

interface AssistantFacts {
  /** Whether whoever names the assistant gives roles too. */
  mayGiveRole: boolean;
  person: Person;
  people: readonly Person[];
  today: PlainDate;
  cancel: string;
}

const factsFor = async (scope: SeatedScope, person: Person): Promise<AssistantFacts> => ({
  mayGiveRole: may(scope, 'access.change'),
  person,
  people: await listPeople(scope),
  today: scope.today,
  cancel: `/${scope.slug}/people/${person.id}`,
});

const AssistantPage = (props: AssistantFacts & { answers: Answers; errors?: FormErrors }) => {
  const { mayGiveRole, person, people, today, cancel, answers, errors = noErrors } = props;
  return (
    <FormPage
      title={`Who assists ${person.name}?`}
      lead="An assistant reads working papers, replies and drafts for one person. They never sign, verify or open restricted records."
      submit="Name assistant"
      cancel={cancel}
      errors={errors}
    >
      <Select
        id="assistant"
        name="assistant"
        label={{ text: 'Assistant', classes: 'govuk-label--s' }}
        value={typed(answers, 'assistant')}
        items={[
          { value: '', text: 'Select somebody' },
          ...people
            .filter(({ id, leftOn }) => id !== person.id && !isOver(leftOn, today))
            .map(({ id, name, jobTitle }) => ({ value: id, text: [name, jobTitle].filter(Boolean).join(', ') })),
        ]}
        errorMessage={errors.on('assistant')}
      />
      <DayInput name="fromOn" legend="First day" answers={answers} day={today} errorMessage={errors.on('fromOn')} />
      <DayInput
        name="untilOn"
        legend="Last day (optional)"
        hint="Leave it empty where no end is known"
        answers={answers}
        errorMessage={errors.on('untilOn')}
      />
      {mayGiveRole ? (
        <Checkboxes
          name="withRole"
          idPrefix="withRole"
          fieldset={{ legend: { text: 'Their role', classes: 'govuk-fieldset__legend--s' } }}
          values={[...ticked(answers, 'withRole')]}
          items={[
            {
              value: 'yes',
              text: 'Give them the role of named assistant on these days',
              hint: { text: 'Without a role they see nothing here. It ends when they assist nobody any more' },
            },
          ]}
          errorMessage={errors.on('withRole')}
        />
      ) : (
        <p>Without the role of named assistant they see nothing here. Ask a business manager to give it to them.</p>
      )}
    </FormPage>
  );
};

export const askToEndAssistance: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  return page(<EndAssistancePage {...(await toEnd(scope, request, findAssistance))} answers={{}} />);
};

export const takeEndOfAssistance: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const facts = await toEnd(scope, request, holdAssistance);
  const answers = answersOf(request);
  const again = (errors: FormErrors): Answer =>
    page(<EndAssistancePage {...facts} answers={answers} errors={errors} />, 422);

  const last = readLastDay(answers, facts.one.untilOn);
  if (last.day === undefined) return again(last.errors);
  const untilOn = last.day;
  if (untilOn < facts.one.fromOn)
    return again(
      formError('untilOn', `The last day must not be before the first, ${formatDay(facts.one.fromOn, 'plain')}`),
    );
  const roles = rolesEndingWith(facts.one, untilOn, facts.known, await holdRolesHeld(scope, facts.one.person));
  if (roles.length > 0 && !may(scope, 'access.change'))
    return again(
      formError('', 'Their role of named assistant ends with it. Ask a business manager, who can end roles'),
    );
  for (const held of roles) await endRole(scope, held.id, lastDayOf(held, untilOn, scope.today));
  await endAssistance(scope, facts.one.id, untilOn);
  return goTo(facts.cancel);
};

interface EndFacts {
  one: Assistance;
  /** Whom the assistant assists, earlier and later too. */
  known: readonly Assistance[];
  /** Whether their role would end with it, were it to end today. */
  roleEnds: boolean;
  assistant: string;
  assisted: string;
  today: PlainDate;
  cancel: string;
}

async function toEnd(
  scope: SeatedScope,
  request: Parameters<Handler<SeatedScope>>[1],
  read: typeof findAssistance,
): Promise<EndFacts> {
  const person = found(await findPerson(scope, idIn(request, 'person')));
  const one = found(await read(scope, idIn(request, 'assistant')));
  const other = one.person === person.id ? one.assists : one.person;
  const theirs = one.person === person.id || one.assists === person.id;
  const also = found(theirs ? await findPerson(scope, other) : undefined);
  const [assistant, assisted] = one.person === person.id ? [person, also] : [also, person];
  const known = await listAssistance(scope, one.person);
  const roles = await listRolesHeld(scope, one.person);
  return {
    one,
    known,
    roleEnds: rolesEndingWith(one, scope.today, known, roles).length > 0,
    assistant: assistant.name,
    assisted: assisted.name,
    today: scope.today,
    cancel: `/${scope.slug}/people/${person.id}`,
  };
}

const EndAssistancePage = (props: EndFacts & { answers: Answers; errors?: FormErrors }) => {
  const { one, roleEnds, assistant, assisted, today, cancel, answers, errors = noErrors } = props;
  return (
    <ConfirmPage
      title={`Does ${assistant} no longer assist ${assisted}?`}
      submit="End it"
      cancel={cancel}
      errors={errors}
    >
      {roleEnds && <p>They assist nobody else, so their role of named assistant ends with it.</p>}
      <LastDayInput {...{ answers, today, errors }} untilOn={one.untilOn} />
    </ConfirmPage>
  );
};
