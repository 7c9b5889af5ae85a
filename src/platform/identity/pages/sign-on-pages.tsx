import type { FormErrors } from '../../ui/errors.ts';
import { noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { Reading, Stuck } from './fields.tsx';

export const ConnectPage = ({ name }: { name: string }) => (
  <Reading title={`Connect your sign-in with ${name}`} backLink={{ href: '/account', text: 'Your account' }}>
    <p>You sign in there once, and from then on the same button brings you here. Your password goes on working.</p>
    <p>
      <a class="govuk-button" role="button" draggable={false} href="/account/sign-on/begin">
        Connect
      </a>
    </p>
  </Reading>
);

export const ConnectedPage = ({ name, errors = noErrors }: { name: string; errors?: FormErrors }) => (
  <FormPage
    title={`Your sign-in with ${name} is connected`}
    lead="It brings you here without a password. If you change organisation, disconnect it."
    errors={errors}
    submit="Disconnect"
    cancel="/account"
    action="/account/sign-on"
    grave
  >
    {null}
  </FormPage>
);

const AgainstPassword = () => (
  <p>
    You can also{' '}
    <a class="govuk-link" href="/sign-in">
      sign in with your email address and password
    </a>
    .
  </p>
);

export const UnavailablePage = ({ name }: { name: string }) => (
  <Reading title={`${name} does not answer`}>
    <p>
      The sign-in of {name} cannot be reached at the moment. Concordat itself works. Wait a few minutes and try again.
    </p>
    <AgainstPassword />
    <Stuck>Nothing has been changed.</Stuck>
  </Reading>
);

export const RefusedPage = ({ name }: { name: string }) => (
  <Reading title={`${name} did not sign you in`}>
    <p>It said no, or its answer was not one to what we asked. Begin again from the sign-in page.</p>
    <AgainstPassword />
    <Stuck />
  </Reading>
);

export const StartAgainPage = () => (
  <Reading title="Begin again">
    <p>This sign-in was finished already, took too long, or began in another browser. Nothing has been changed.</p>
    <p>
      <a class="govuk-button" role="button" draggable={false} href="/sign-in">
        Sign in
      </a>
    </p>
    <Stuck />
  </Reading>
);

export const UnknownPage = ({ name }: { name: string }) => (
  <Reading title="We do not know this sign-in yet">
    <p>
      {name} knows you, but no Concordat account is connected to your sign-in there. An email address alone does not
      connect them.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>If you have an invitation, open the link in it and choose {name} there.</li>
      <li>
        If you have a password,{' '}
        <a class="govuk-link" href="/sign-in">
          sign in with it
        </a>{' '}
        and connect {name} on the page “Your account”.
      </li>
    </ul>
    <Stuck />
  </Reading>
);

export const OtherAccountPage = ({ name }: { name: string }) => (
  <Reading title="This sign-in belongs to another account">
    <p>The person who is signed in at {name} has an account of their own here. Nothing has been connected.</p>
    <p>If you share this computer, sign out at {name} first, and then try again.</p>
    <Stuck />
  </Reading>
);
