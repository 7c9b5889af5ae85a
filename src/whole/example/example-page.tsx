import { roles } from '../../partnership/roles.ts';
import { formError, noErrors } from '../../platform/ui/errors.ts';
import { Form } from '../../platform/ui/form.tsx';
import { Layout } from '../../platform/ui/layout.tsx';
import { PageTitle } from '../../platform/ui/patterns.tsx';
import { exampleAccounts } from './people.ts';

/** Who one can be in the example, each with a button that signs in at once. */
export const ExamplePage = ({ unknown = false }: { unknown?: boolean }) => (
  <Layout title="Try the example" errors={unknown ? formError('', 'Choose one of the people below') : noErrors}>
    <PageTitle
      title="Try the example"
      lead="Choose who to be. Rivermouth and Harrowdale are invented, and so is everyone in them; the inspection judgements are real and published."
    />
    <ul class="tasks">
      {exampleAccounts.map(({ account, name, jobTitle, agency, places, roles: held }) => (
        <li key={account} class="task">
          <span class="task__when">{held.slice(0, 1).map((role) => roles[role].title)}</span>
          <span class="task__what">
            {name}
            <span class="task__why">
              {jobTitle} · {agency} · {places.join(' and ')}
            </span>
          </span>
          <Form action="/example/sign-in">
            <button class="govuk-button govuk-button--secondary" name="account" value={account}>
              Sign in<span class="govuk-visually-hidden"> as {name}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  </Layout>
);
