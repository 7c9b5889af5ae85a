import { formatDay } from '../../platform/calendar/in-words.ts';
import { Layout } from '../../platform/ui/layout.tsx';
import { PageTitle } from '../../platform/ui/patterns.tsx';
import type { Farewell } from '../closing.ts';

/** Where a partnership went that has closed, with a way there. */
export const WentTo = ({ farewell: { name, closedOn, wentTo } }: { farewell: Farewell }) => (
  <>
    <p>
      {name} closed on {formatDay(closedOn)}. {wentTo.length > 0 && 'Its work goes on here:'}
    </p>
    <ul class="govuk-list">
      {wentTo.map(({ slug, name: there }) => (
        <li key={slug}>
          <a class="govuk-link" href={`/${slug}`}>
            {there}
          </a>
        </li>
      ))}
    </ul>
  </>
);

/** 410: for somebody who was in a partnership that has closed. */
export const FarewellPage = ({ farewell }: { farewell: Farewell }) => (
  <Layout title="This partnership has closed">
    <PageTitle title="This partnership has closed" />
    <WentTo farewell={farewell} />
    <p>
      You sign in as before. If you expected to be in one of them and are not, ask its business manager.{' '}
      <a class="govuk-link" href="/today">
        Go to today
      </a>
    </p>
  </Layout>
);

/** 403: nothing is changed any more in a partnership that has closed. */
export const ReadOnlyPage = ({ home }: { home: string }) => (
  <Layout title="This partnership has closed">
    <PageTitle title="This partnership has closed" />
    <p>What it held can be read, and nothing in it is changed any more. Only who may read it still can.</p>
    <p>
      <a class="govuk-link" href={home}>
        Back to the partnership
      </a>
    </p>
  </Layout>
);
