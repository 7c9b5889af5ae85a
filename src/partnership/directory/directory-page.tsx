import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { Layout } from '../../platform/ui/layout.tsx';
import { countInWords, DataTable, Downloads, Empty, PageTitle } from '../../platform/ui/patterns.tsx';
import { standings } from '../agencies/kinds.ts';
import type { Entry } from './directory.ts';

interface DirectoryPageProps {
  entries: readonly Entry[];
  partnership: string;
  slug: string;
  today: PlainDate;
}

/** Everybody by agency, to be printed: it says of which day it is. */
export const DirectoryPage = ({ entries, partnership, slug, today }: DirectoryPageProps) => (
  <Layout title="Directory" backLink={{ href: `/${slug}/people`, text: 'People' }}>
    <PageTitle
      title="Directory"
      caption={partnership}
      lead={`${inWords(entries)}, as it stood on ${formatDay(today)}. What is printed is out of date on the day that somebody changes.`}
    />
    <Downloads
      links={[
        { text: 'Everybody (vCard)', href: `/${slug}/people/people.vcf` },
        { text: 'Everybody (CSV)', href: `/${slug}/people/people.csv` },
      ]}
    />
    {entries.length === 0 && <Empty title="Nobody yet">Add agencies and people, and they stand here.</Empty>}
    {entries.map((entry) => (
      <AgencyEntry key={entry.agency?.id ?? ''} entry={entry} />
    ))}
  </Layout>
);

function inWords(entries: readonly Entry[]): string {
  const people = entries.reduce((sum, entry) => sum + entry.people.length, 0);
  const agencies = countInWords(entries.filter(({ agency }) => agency).length, 'agency', 'agencies');
  return `${agencies} and ${countInWords(people, 'person', 'people').toLowerCase()}`;
}

const AgencyEntry = ({ entry: { agency, people } }: { entry: Entry }) => (
  <section>
    <h2 class="govuk-heading-m section-title">{agency?.name ?? 'Speak for nobody but themselves'}</h2>
    {people.length === 0 ? (
      <p>Nobody speaks for it.</p>
    ) : (
      <DataTable
        caption={agency ? standings[agency.standing] : 'Independent people'}
        rows={people}
        columns={[
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Job title', cell: ({ jobTitle }) => jobTitle },
          { heading: 'Work e-mail', cell: ({ workEmail }) => workEmail },
          { heading: 'Telephone', cell: ({ phone }) => phone, narrow: true },
          { heading: 'Sits in', cell: ({ groups }) => groups.map(({ name }) => name).join(', ') || 'No group' },
        ]}
      />
    )}
  </section>
);
