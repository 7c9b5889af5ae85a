import { formatDay } from '../../../platform/calendar/in-words.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { DetailPage, FormEnd } from '../../../platform/ui/patterns.tsx';
import type { Plan } from '../leaving.ts';
import type { PlanFacts } from '../plan-form.ts';
import { PlanFactsList } from './confirm.tsx';

/** What is planned for somebody's leaving, until its day. */
export const PlannedPage = ({ facts, plan }: { facts: PlanFacts & { slug: string }; plan: Plan }) => {
  const { slug, person } = facts;
  const at = `/${slug}/people/${person.id}`;
  return (
    <DetailPage
      title={`${person.name} is leaving`}
      lead={`Their last day is ${formatDay(plan.lastOn)}. When it is over, this happens:`}
      state={{ text: 'Planned', tone: 'warning' }}
      backLink={{ href: at, text: person.name }}
      actions={[{ text: 'Change what is planned', href: `${at}/leaving?change` }]}
    >
      <PlanFactsList facts={facts} plan={plan} />
      <Form action={`${at}/leaving/call-off`}>
        <FormEnd submit="They stay after all" />
      </Form>
    </DetailPage>
  );
};
