import { Layout } from '../../platform/ui/layout.tsx';
import { PageTitle } from '../../platform/ui/patterns.tsx';
import { roles } from '../roles.ts';
import type { Seat } from '../seat.store.ts';

interface FrontModel {
  seat: Seat;
  menu: readonly { text: string; href: string }[];
}

/** The partnership's first page: who one is here, and what is open to one. */
export const FrontPage = ({ seat, menu }: FrontModel) => (
  <Layout title="Your partnership">
    <PageTitle
      title={seat.partnership.name}
      lead={`You are here as ${seat.roles.map((role) => roles[role].title.toLowerCase()).join(' and ')}.`}
    />
    <h2 class="govuk-heading-m">Open to you</h2>
    <ul class="govuk-list">
      {menu.map(({ text, href }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="/guide/roles">
        What each role may do
      </a>
    </p>
  </Layout>
);
