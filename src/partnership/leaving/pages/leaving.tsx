import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { InsetText, Select } from '../../../platform/ui/govuk.tsx';
import { DayInput, Facts, FormPage } from '../../../platform/ui/patterns.tsx';
import { keyOf, type Plan, type Thing } from '../leaving.ts';
import { asTheRest, ends, type PlanFacts } from '../plan-form.ts';

interface LeavingPageProps {
  facts: PlanFacts & { slug: string };
  /** What was planned before, where it is to be changed. */
  plan?: Plan | undefined;
  answers: Answers;
  errors: FormErrors;
}

/** Somebody leaves: their last day, and what becomes of each thing of theirs. */
export const LeavingPage = ({ facts, plan, answers, errors }: LeavingPageProps) => {
  const { slug, person, things } = facts;
  const at = `/${slug}/people/${person.id}`;
  const chosen = things.filter(({ falls }) => falls === undefined);
  const falling = things.filter(({ falls }) => falls !== undefined);
  return (
    <FormPage
      title={`${person.name} is leaving`}
      lead="Their access ends. What they did stays where it is, under their name."
      errors={errors}
      submit="Continue"
      cancel={at}
      action={`${at}/leaving`}
      backLink={{ href: at, text: person.name }}
    >
      <DayInput
        name="lastOn"
        legend="Their last day"
        hint="Today or a day before: their access ends at once. A later day: it ends when that day is over"
        answers={answers}
        day={plan?.lastOn}
        errorMessage={errors.on('lastOn')}
      />
      <RestSelect facts={facts} plan={plan} answers={answers} errors={errors} />
      {things.length > 0 ? (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What is theirs</legend>
          {chosen.map((thing) => (
            <ThingSelect key={keyOf(thing)} facts={facts} thing={thing} plan={plan} answers={answers} errors={errors} />
          ))}
          {falling.length > 0 && (
            <Facts facts={falling.map((thing) => ({ key: thing.title, value: thing.falls ?? '' }))} />
          )}
        </fieldset>
      ) : (
        <InsetText text="Nothing is theirs: they hold no seat and no role, lead no priority, own no action and no risk, and nothing is needed of them." />
      )}
    </FormPage>
  );
};

const RestSelect = ({ facts: { people }, plan, answers, errors }: LeavingPageProps) => (
  <Select
    name="restTo"
    id="restTo"
    label={{ text: 'Who takes things over?', classes: 'govuk-label--s' }}
    hint={{
      text: 'Seats, priorities, tasks and what they own go to them unless you say otherwise below. Roles do not',
    }}
    errorMessage={errors.on('restTo')}
    value={typedIn(answers, 'restTo') ?? (plan ? (plan.restTo ?? ends) : '')}
    items={[
      { value: '', text: 'Choose' },
      { value: ends, text: 'Nobody: things end' },
      ...people.map(({ id, name }) => ({ value: id, text: name })),
    ]}
  />
);

const ThingSelect = ({ facts, thing, plan, answers, errors }: LeavingPageProps & { thing: Thing }) => {
  const key = keyOf(thing);
  const typed = typedIn(answers, key);
  const chosen = typed ?? (plan?.choices.has(key) ? (plan.choices.get(key) ?? ends) : undefined);
  return (
    <Select
      name={key}
      id={key}
      label={{ text: titleOf(thing) }}
      errorMessage={errors.on(key)}
      value={chosen ?? (thing.kind === 'role' ? ends : asTheRest)}
      items={[
        ...(thing.kind === 'role' ? [] : [{ value: asTheRest, text: 'As the rest' }]),
        { value: ends, text: endsText(thing) },
        ...successorsFor(facts, chosen).map(({ id, name }) => ({ value: id, text: `Hand over to ${name}` })),
      ]}
    />
  );
};

const typedIn = (answers: Answers, name: string): string | undefined => {
  const value = answers[name];
  return typeof value === 'string' ? value : undefined;
};

/** More names than this on one page help nobody. */
const mostNames = 3000;

/** Who is offered for each thing: everybody, or, where that is too much, those of the same agency. */
function successorsFor({ people, things, person }: PlanFacts, chosen: string | undefined) {
  if (people.length * things.length <= mostNames) return people;
  return people.filter(({ id, agency }) => id === chosen || (agency !== undefined && agency === person.agency));
}

/** A thing with what sort of thing it is, where its own words do not say so. */
export const titleOf = ({ kind, title }: Thing): string =>
  kind === 'deputy-seat' ? `Deputises: ${title}` : kind === 'role' ? `Role: ${title}` : title;

/** What ending means for a thing. */
export const endsText = ({ kind, ends: ending, falls }: Pick<Thing, 'kind' | 'ends' | 'falls'>): string =>
  falls ?? ending ?? endings[kind];
const endings: Record<Thing['kind'], string> = {
  seat: 'It ends: the seat is vacant',
  'deputy-seat': 'It ends: the seat has no deputy',
  role: 'It ends',
  assistant: 'It ends',
  assists: 'It ends',
  priority: 'It ends: the priority has no lead',
  tasks: 'They end: nobody is asked any more',
  owned: 'It ends: it is nobody’s',
};
