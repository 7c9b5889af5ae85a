import { Reading, Stuck } from './fields.tsx';

/** For a link that never was, was used, or has expired: from outside the three are the same. */
export const DeadLinkPage = () => (
  <Reading title="This link does not work any more">
    <p>It may have been used already, or be too old. Check that all of it is in the address.</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        If you have a password,{' '}
        <a class="govuk-link" href="/sign-in">
          sign in
        </a>
        .
      </li>
      <li>
        If you have forgotten it,{' '}
        <a class="govuk-link" href="/forgotten-password">
          ask for a new link
        </a>
        .
      </li>
      <li>If you were invited and have not signed in yet, ask for a new invitation.</li>
    </ul>
    <Stuck />
  </Reading>
);
