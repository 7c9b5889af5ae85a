import { useFrame } from '../../../platform/ui/frame.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { Actions, Downloads, formatNumber, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { ImportContent, WaitingFile } from '../directory-import.store.ts';
import { formats, type List } from '../fields.ts';
import type { Format } from '../format.ts';
import { mostShown } from './preview-parts.tsx';
import { Rejections } from './rejections.tsx';

type WasWritten = NonNullable<ImportContent['outcome']>;

/** What a file of the directory did. */
export const OutcomePage = ({ upload, outcome }: { upload: WaitingFile<List>; outcome: WasWritten }) => {
  const slug = useFrame().partnership?.slug ?? '';
  return (
    <Layout
      title="It is written"
      breadcrumbs={[{ text: 'Who we are', href: `/${slug}/agencies` }, { text: 'It is written' }]}
    >
      <Outcome
        format={formats[upload.list]}
        file={upload}
        imports={`/${slug}/import`}
        outcome={outcome}
        see={{ text: 'See the agencies', href: `/${slug}/agencies` }}
      />
    </Layout>
  );
};

interface OutcomeProps {
  format: Format;
  file: WaitingFile<string>;
  /** Where files of the format are brought in. */
  imports: string;
  outcome: WasWritten;
  /** Where what was written is seen. */
  see: { text: string; href: string };
}

/** What a file did; and, for a day, the rows that were not taken. */
export const Outcome = ({ format, file, imports, outcome: { rows, rejections }, see }: OutcomeProps) => (
  <>
    <PageTitle
      title="It is written"
      caption={`${format.title} from ${file.fileName}`}
      lead={`${formatNumber(rows.new + rows.changed)} of ${formatNumber(rows.all)} rows were written; ${formatNumber(rows.unchanged)} were here already, and ${formatNumber(rows.rejected)} could not be taken.`}
    />
    <Actions actions={[see, { text: 'Bring in another file', href: imports }]} />
    {rejections.length > 0 && (
      <section>
        <h2 class="govuk-heading-m">To mend</h2>
        <p class="govuk-body">
          Mend these rows in the file below and bring it in. You can get it here for a day after the file came.
        </p>
        <Downloads
          links={[{ text: 'These rows with the reasons (CSV)', href: `${imports}/${file.id}/rejected.csv` }]}
        />
        <Rejections
          caption="Rows that were not taken, by their line in the file"
          content={file.content}
          rejections={rejections.slice(0, mostShown)}
        />
      </section>
    )}
  </>
);
