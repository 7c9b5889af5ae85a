import { useFrame } from './frame.ts';
import { Layout } from './layout.tsx';
import { places } from './places.ts';

export interface ForbiddenProps {
  /** The roles that may do it, as people call them. */
  roles: readonly string[];
  /** Whom to ask for one, after “ask”: “your partnership’s business manager”. */
  ask: string;
  /** What was refused, after “may”: “read England’s judgements”. */
  what?: string;
}

/** 403: which role is needed and whom to ask. Nobody is signed out by it. */
export const ForbiddenPage = ({ roles, ask, what }: ForbiddenProps) => (
  <Layout title="You need another role for this">
    <h1 class="govuk-heading-xl">You need another role for this</h1>
    <p>
      {roles.length === 0
        ? 'No role may open this page.'
        : `To ${what ?? 'open this page'} you need to be one of these:`}
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {roles.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
    <p>If your work needs it, ask {ask}. You are still signed in, and nothing has been changed.</p>
    <WayOn />
  </Layout>
);

/** 404, for what is missing and for what is hidden: from outside, the two are the same. */
export const NotFoundPage = () => (
  <Layout title="Page not found">
    <h1 class="govuk-heading-xl">Page not found</h1>
    <p>If you typed or pasted the address, check that all of it is there.</p>
    <p>
      If you followed a link, the page may have been moved, or it may belong to a group you are not in. For restricted
      work we do not say which: whoever sent you the link can tell you.
    </p>
    <WayOn />
  </Layout>
);

/** 400 and its kin: the request itself could not be read. A form with mistakes comes back as itself. */
export const InvalidPage = () => (
  <Layout title="We could not read that request">
    <h1 class="govuk-heading-xl">We could not read that request</h1>
    <p>Part of it was missing, too large, or not in a form we know. Nothing has been changed.</p>
    <p>
      Go back and try once more. If it happens again, tell whoever looks after Concordat where you are and which page
      you came from.
    </p>
    <WayOn />
  </Layout>
);

/** 429 */
export const TooManyPage = () => (
  <Layout title="Too many tries in a short time">
    <h1 class="govuk-heading-xl">Too many tries in a short time</h1>
    <p>Wait a minute, then try again. Nothing you have saved is affected, and nobody else is held up.</p>
    <WayOn />
  </Layout>
);

/** 500: a reference, and no detail. @param reference by which the operator finds the line in the log */
export const FailedPage = ({ reference }: { reference: string }) => (
  <Layout title="Something went wrong">
    <h1 class="govuk-heading-xl">Something went wrong</h1>
    <p>The fault is ours. It has been noted under this reference:</p>
    <p class="reference">{reference}</p>
    <p>
      If you were saving something, go back and press the button once more: the same form is never saved twice. If it
      fails again, give the reference to whoever looks after Concordat where you are.
    </p>
    <WayOn />
  </Layout>
);

/** 503: the database does not answer. The page needs nothing from it. */
export const UnavailablePage = () => (
  <Layout title="Concordat is not available just now">
    <h1 class="govuk-heading-xl">Concordat is not available just now</h1>
    <p>It cannot reach its records. It tries again by itself; most often it is back within a minute.</p>
    <p>
      Everything that was shown to you as saved is safe. If you were saving something, wait a little, go back and press
      the button once more: the same form is never saved twice.
    </p>
  </Layout>
);

export interface ExpiredFormProps {
  /** What was sent, so that it can be shown and copied. Passwords, codes and tokens in it are left out. */
  answers?: Readonly<Record<string, unknown>>;
}

/** 403: a form whose token no longer holds. Nothing is saved; what was typed stands on the page. */
export function ExpiredFormPage({ answers = {} }: ExpiredFormProps) {
  const { path } = useFrame();
  const typed = typedIn(answers);
  return (
    <Layout title="This form was open too long">
      <h1 class="govuk-heading-xl">This form was open too long</h1>
      <p>
        You signed out, or signed in again, after it was opened, so we cannot be sure that it came from you. It has not
        been saved.
      </p>
      {typed.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Nothing you typed is lost</h2>
          <p>Copy what you need from here before you open the form again.</p>
          {typed.map(([name, text]) => (
            <div class="govuk-form-group reading" key={name}>
              <label class="govuk-label" for={`typed-${name}`}>
                {nameInWords(name)}
              </label>
              <textarea
                class="govuk-textarea"
                id={`typed-${name}`}
                rows={Math.min(12, text.split('\n').length + 1)}
                readonly
              >
                {text}
              </textarea>
            </div>
          ))}
        </>
      ) : (
        <p>Go back in your browser to see what you typed, and copy anything long before you open the form again.</p>
      )}
      <p>
        <a class="govuk-link" href={path}>
          Open the form again
        </a>
      </p>
    </Layout>
  );
}

/** Our own fields, passwords and codes; a postcode is no secret. */
const SECRET = /^_|[pP]ass(word|phrase)|[sS]ecret|[tT]oken|^code|Code/;

/** What somebody wrote in words, by the name of its field; choices and secrets are not among it. */
const typedIn = (answers: Readonly<Record<string, unknown>>): [name: string, text: string][] =>
  Object.entries(answers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value.trim() !== '' && !SECRET.test(name) ? [[name, value]] : [],
  );

/** `reasonForDecision` as “Reason for decision”. */
const nameInWords = (name: string): string => {
  const words = name
    .replaceAll(/[-_]+/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The way out of a page that leads nowhere. */
function WayOn() {
  const { account } = useFrame();
  return (
    <p>
      <a class="govuk-link" href={account ? places.today : places.signIn}>
        {account ? 'What is needed of you today' : 'Sign in'}
      </a>
    </p>
  );
}
