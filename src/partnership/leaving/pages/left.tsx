import { formatDay } from '../../../platform/calendar/in-words.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { DetailPage, FormEnd } from '../../../platform/ui/patterns.tsx';
import type { Person } from '../../people/person.store.ts';

interface Whose {
  slug: string;
  person: Person;
}

/** Somebody has left: what that means, and the way back. */
export const LeftPage = ({ slug, person }: Whose) => {
  const at = `/${slug}/people/${person.id}`;
  return (
    <DetailPage
      title={`${person.name} has left`}
      lead={person.leftOn && `Their last day was ${formatDay(person.leftOn)}. What they did stays where it is.`}
      state={{ text: 'Left', tone: 'calm' }}
      backLink={{ href: at, text: person.name }}
    >
      <p>
        If they come back, they can be given seats and roles again, and be invited to sign in. Nothing that they held
        before comes back by itself.
      </p>
      <Form action={`${at}/leaving/back`}>
        <FormEnd submit="They are back" />
      </Form>
    </DetailPage>
  );
};

/** Nobody ends their own access. */
export const OwnAccessPage = ({ slug, person }: Whose) => (
  <DetailPage
    title="You cannot end your own access"
    lead="Another business manager does that for you. If there is none, first give somebody else the role."
    backLink={{ href: `/${slug}/people/${person.id}`, text: person.name }}
  >
    {null}
  </DetailPage>
);
