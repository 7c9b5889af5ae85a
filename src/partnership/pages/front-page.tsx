import { Layout } from '../../platform/ui/layout.tsx';
import { Actions, PageTitle } from '../../platform/ui/patterns.tsx';
import type { Regime } from '../regimes/regime.ts';
import { roles } from '../roles.ts';
import type { Seat } from '../seat.store.ts';
import { stepFacts } from '../set-up/set-up.ts';
import { isStep } from '../set-up/steps.ts';
import { useHome } from '../settings/form.tsx';
import { Logo } from '../settings/pages/logo.tsx';
import type { About } from '../settings/settings.store.ts';
import { wordsIn } from '../settings/words.ts';

interface FrontModel {
  seat: Seat;
  menu: readonly { text: string; href: string }[];
  about: About;
  /** Whether whoever looks at it may set the partnership up. */
  maySetUp: boolean;
}

/** The partnership's first page: who one is here, and what is open to one. */
export const FrontPage = ({ seat, menu, about, maySetUp }: FrontModel) => (
  <Layout title="Your partnership">
    {about.logo && <Logo />}
    <PageTitle
      title={seat.partnership.name}
      lead={`You are here as ${seat.roles.map((role) => roles[role].title.toLowerCase()).join(' and ')}.`}
    />
    {maySetUp && <SetUp at={about.setUpStep} />}
    <h2 class="govuk-heading-m">Open to you</h2>
    <ul class="govuk-list">
      {[...menu, ...useOtherPages()].map(({ text, href }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
    <Contact about={about} />
    <p class="quiet">{underWhichLaw(about)}</p>
  </Layout>
);

/** While the partnership is being set up, the way on stands first. */
const SetUp = ({ at }: { at: string }) => {
  const home = useHome();
  if (!isStep(at)) return null;
  return (
    <>
      <p class="govuk-body">The partnership is being set up. Next: {stepFacts[at].title.toLowerCase()}.</p>
      <Actions actions={[{ text: 'Go on setting up', href: `${home}/set-up` }]} />
    </>
  );
};

const useOtherPages = () => [
  { text: 'Clocks of the law', href: `${useHome()}/clocks` },
  { text: 'What each role may do', href: '/guide/roles' },
];

const Contact = ({ about: { contact, contactEmail, contactPhone } }: { about: About }) => {
  if (contact + contactEmail + contactPhone === '') return null;
  return (
    <>
      <h2 class="govuk-heading-m">Whom to ask</h2>
      <p class="govuk-body">
        {contact !== '' && <>{contact} </>}
        {contactEmail !== '' && (
          <a class="govuk-link" href={`mailto:${contactEmail}`}>
            {contactEmail}
          </a>
        )}{' '}
        {contactPhone}
      </p>
    </>
  );
};

/** “The executive board works under Working Together to Safeguard Children 2026.” */
function underWhichLaw({ law, words }: { law: Regime; words: About['words'] }): string {
  const board = wordsIn(law, words)('board')?.one ?? 'partnership';
  return `The ${board} works under ${law.guidance}.`;
}
