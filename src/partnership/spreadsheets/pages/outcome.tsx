import { useFrame } from '../../../platform/ui/frame.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { Actions, Downloads, formatNumber, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { DirectoryImport, ImportContent } from '../directory-import.store.ts';
import { lists } from '../fields.ts';
import { Rejections } from './rejections.tsx';

interface OutcomeProps {
  upload: DirectoryImport;
  outcome: NonNullable<ImportContent['outcome']>;
}

/** What a file did; and, for a day, the rows that were not taken. */
export const OutcomePage = ({ upload, outcome: { rows, rejections } }: OutcomeProps) => {
  const slug = useFrame().partnership?.slug ?? '';
  const written = rows.new + rows.changed;
  return (
    <Layout
      title="It is written"
      breadcrumbs={[{ text: 'Who we are', href: `/${slug}/agencies` }, { text: 'It is written' }]}
    >
      <PageTitle
        title="It is written"
        caption={`${lists[upload.list]} from ${upload.fileName}`}
        lead={`${formatNumber(written)} of ${formatNumber(rows.all)} rows were written; ${formatNumber(rows.unchanged)} were here already, and ${formatNumber(rows.rejected)} could not be taken.`}
      />
      <Actions
        actions={[
          { text: 'See the agencies', href: `/${slug}/agencies` },
          { text: 'Bring in another file', href: `/${slug}/import` },
        ]}
      />
      {rejections.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">To mend</h2>
          <p class="govuk-body">
            Mend these rows in the file below and bring it in. You can get it here for a day after the file came.
          </p>
          <Downloads
            links={[{ text: 'These rows with the reasons (CSV)', href: `/${slug}/import/${upload.id}/rejected.csv` }]}
          />
          <Rejections
            caption="Rows that were not taken, by their line in the file"
            content={upload.content}
            rejections={rejections.slice(0, 200)}
          />
        </section>
      )}
    </Layout>
  );
};
