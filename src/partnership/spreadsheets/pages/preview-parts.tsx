import type { ComponentChildren } from 'preact';
import type { Rejection } from '../../../platform/documents/cells.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Details, Radios } from '../../../platform/ui/govuk.tsx';
import { Downloads, FormEnd, formatNumber } from '../../../platform/ui/patterns.tsx';
import type { ImportContent, WaitingFile } from '../directory-import.store.ts';
import { type Format, titleOf } from '../format.ts';
import { addedHeadings, type ColumnMatch, nameOfColumn } from '../match.ts';
import { Rejections } from './rejections.tsx';

/** Rows of a file by what they do. */
export type RowCounts = NonNullable<ImportContent['outcome']>['rows'];

/** How many rows of a table are shown: a longer one is read in the spreadsheet itself. */
export const mostShown = 200;
/** Of what is new fewer: it stands between what wants looking at and the button. */
export const mostNewShown = 50;

export const countOfRows = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`;

/** What the rows of a file would do, counted, in one sentence. */
export function rowsInWords({ all, new: fresh, changed, unchanged, rejected }: RowCounts): string {
  const parts = [
    `${formatNumber(fresh)} with something new`,
    `${formatNumber(changed)} that would change something`,
    `${formatNumber(unchanged)} as it is here already`,
    `${formatNumber(rejected)} that cannot be taken`,
  ];
  return `${countOfRows(all)}: ${parts.slice(0, 3).join(', ')} and ${parts[3] ?? ''}. Nothing has been written yet.`;
}

/** A part of the preview under its heading. @param more how many rows of it are not shown */
export const Section = ({ title, more, children }: { title: string; more: number; children: ComponentChildren }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
    {more > 0 && <p class="govuk-body">And {formatNumber(more)} more.</p>}
  </section>
);

interface RejectedProps {
  rows: RowCounts;
  rejections: readonly Rejection[];
  file: WaitingFile<string>;
  imports: string;
}

/** The rows that cannot be taken, and the way to a file of them. */
export const Rejected = ({ rows, rejections, file, imports }: RejectedProps) =>
  rejections.length === 0 ? null : (
    <Section title={`${countOfRows(rows.rejected)} cannot be taken`} more={rejections.length - mostShown}>
      <Rejections
        caption="Rows that cannot be taken, by their line in the file"
        content={file.content}
        rejections={rejections.slice(0, mostShown)}
      />
      <Downloads links={[{ text: 'These rows with the reasons (CSV)', href: `${imports}/${file.id}/rejected.csv` }]} />
    </Section>
  );

interface ColumnsUsedProps {
  format: Format;
  file: WaitingFile<string>;
  match: ColumnMatch<string>;
  imports: string;
}

/** What each column was read as, and the way to say otherwise. */
export function ColumnsUsed({ format, file: { id, content }, match, imports }: ColumnsUsedProps) {
  const columns = content.headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => !addedHeadings.includes(String(heading)));
  const unused = columns.filter(({ at }) => match[at] === undefined);
  return (
    <Details summaryText={`How its columns were read${unused.length === 0 ? '' : `; ${unused.length} not used`}`}>
      <ul class="govuk-list">
        {columns.map(({ at }) => {
          const field = match[at];
          return (
            <li key={at}>
              {nameOfColumn(content.headings, at)}: {field === undefined ? 'not used' : titleOf(format, field)}
            </li>
          );
        })}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${imports}/${id}/columns`}>
          Change what the columns are
        </a>
      </p>
    </Details>
  );
}

/** The question what shall be written, with what was shown. */
export const Write = ({
  rows: { rejected, all },
  seen,
  imports,
  errors,
}: {
  rows: RowCounts;
  seen: string;
  imports: string;
  errors: FormErrors;
}) => (
  <Form>
    <input type="hidden" name="seen" value={seen} />
    {rejected > 0 && (
      <Radios
        name="how"
        idPrefix="how"
        fieldset={{ legend: { text: 'What shall be written?', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          {
            value: 'good',
            text: 'The good rows now',
            hint: {
              text: `You get a file of the ${countOfRows(rejected)} that cannot be taken, to mend and bring in`,
            },
          },
          {
            value: 'all',
            text: 'Nothing until every row is good',
            hint: { text: 'You mend the file and bring it in again' },
          },
        ]}
        errorMessage={errors.on('how')}
      />
    )}
    <FormEnd submit={rejected > 0 ? 'Continue' : `Write ${countOfRows(all)}`} cancel={imports} />
  </Form>
);
