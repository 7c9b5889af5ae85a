import { Layout } from '../../platform/ui/layout.tsx';
import { Empty, PageTitle } from '../../platform/ui/patterns.tsx';
import type { Farewell } from '../closing.ts';
import { WentTo } from './closed.tsx';

interface ChooseModel {
  partnerships: readonly { slug: string; name: string }[];
  /** Where one was, below the partnership: the other partnership opens at the same place. */
  below: string;
  /** Those one was in that have closed. */
  farewells: readonly Farewell[];
}

/** Where one goes to change to another of one's partnerships. */
export const ChoosePartnershipPage = ({ partnerships, below, farewells }: ChooseModel) => (
  <Layout title="Your partnerships">
    <PageTitle title="Your partnerships" />
    {partnerships.length === 0 && (
      <Empty title="You have no seat in any partnership today.">
        If you expected one, ask the partnership’s business manager.
      </Empty>
    )}
    <ul class="govuk-list govuk-list--spaced">
      {partnerships.map(({ slug, name }) => (
        <li key={slug}>
          <a class="govuk-link govuk-!-font-size-24" href={`/${slug}${below}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
    {farewells.map((farewell) => (
      <WentTo key={farewell.name} farewell={farewell} />
    ))}
    {below !== '' && <p class="govuk-body">Each opens at the page you came from.</p>}
  </Layout>
);
