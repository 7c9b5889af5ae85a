import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { WarningText } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, Facts } from '../../../platform/ui/patterns.tsx';
import { goesTo, type Plan } from '../leaving.ts';
import { type PlanFacts, whenInWords } from '../plan-form.ts';
import { endsText, titleOf } from './leaving.tsx';

interface ConfirmLeavingProps {
  facts: PlanFacts & { slug: string };
  plan: Plan;
  answers: Answers;
  today: PlainDate;
}

/** Asks once more before somebody's access ends. What was chosen is carried in the form. */
export const ConfirmLeavingPage = ({ facts, plan, answers, today }: ConfirmLeavingProps) => {
  const { slug, person } = facts;
  const at = `/${slug}/people/${person.id}/leaving`;
  return (
    <ConfirmPage
      title={`End the access of ${person.name}?`}
      action={`${at}/confirm`}
      submit={plan.lastOn <= today ? `End the access of ${person.name}` : 'Plan their leaving'}
      cancel={at}
      grave={plan.lastOn <= today}
    >
      <WarningText text={warningOf(plan, facts, today)} iconFallbackText="Warning" />
      <PlanFactsList facts={facts} plan={plan} />
      {Object.entries(answers).flatMap(([name, value]) =>
        name.startsWith('_')
          ? []
          : [value ?? []].flat().map((one) => <input key={name} type="hidden" name={name} value={one} />),
      )}
    </ConfirmPage>
  );
};

const warningOf = ({ lastOn }: Plan, { person }: PlanFacts, today: PlainDate): string =>
  `${person.signsIn ? `${person.name} can no longer sign in to this partnership` : `${person.name} is no longer part of this partnership`}, ${whenInWords(lastOn, today)}. What they did stays in the record.`;

/** What becomes of each thing, line by line. */
export const PlanFactsList = ({ facts: { things, people }, plan }: { facts: PlanFacts; plan: Plan }) => (
  <Facts
    facts={things.map((thing) => {
      const to = goesTo(plan, thing);
      const name = people.find(({ id }) => id === to)?.name;
      return {
        key: titleOf(thing),
        value: to === undefined ? endsText(thing) : name ? `Goes to ${name}` : `Was to go to somebody who has left`,
      };
    })}
  />
);
