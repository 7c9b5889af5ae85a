import { roles } from '../../partnership/roles.ts';
import { Form } from '../../platform/ui/form.tsx';
import { Layout } from '../../platform/ui/layout.tsx';
import { formError, noErrors } from '../../platform/ui/errors.ts';
import { exampleAccounts } from './people.ts';

/** Who one can be in the example, each a button that signs in at once. */
export const ExamplePage = ({ unknown = false }: { unknown?: boolean }) => (
  <Layout title="Try the example" errors={unknown ? formError('', 'Choose one of the people below') : noErrors}>
    <h1 class="govuk-heading-xl">Try the example</h1>
    <p class="govuk-body-l">
      Choose who to be. Rivermouth and Harrowdale are invented, and so is everyone in them; the inspection judgements are real and published.
    </p>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-visually-hidden">People of the example</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Who</th>
          <th scope="col" class="govuk-table__header">What they are here</th>
          <th scope="col" class="govuk-table__header"><span class="govuk-visually-hidden">Sign in</span></th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {exampleAccounts.map(({ account, name, jobTitle, agency, roles: held }) => (
          <tr key={account} class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {name}
              <span class="quiet">{jobTitle}, {agency}</span>
            </th>
            <td class="govuk-table__cell">{held.map((role) => roles[role].title).join(', ')}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              <Form action="/example/sign-in">
                <button class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" name="account" value={account}>
                  Sign in<span class="govuk-visually-hidden"> as {name}</span>
                </button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Layout>
);
