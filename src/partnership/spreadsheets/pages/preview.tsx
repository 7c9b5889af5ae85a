import type { ComponentChildren } from 'preact';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { useFrame } from '../../../platform/ui/frame.ts';
import { Details, Radios } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, Downloads, Empty, FormEnd, formatNumber, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { DirectoryImport, ImportContent } from '../directory-import.store.ts';
import type { Change } from '../draft.ts';
import { lists, titleOf } from '../fields.ts';
import { addedHeadings, type ColumnMatch, nameOfColumn } from '../match.ts';
import type { Plan } from '../plan.ts';
import { seenOf } from '../seen.ts';
import { detailsInWords, factInWords, factTitle, kindTitles, nameInWords } from '../words.ts';
import { Rejections } from './rejections.tsx';

interface PreviewProps {
  upload: DirectoryImport;
  match: ColumnMatch;
  plan: Plan;
  /** Lines that would do something else now than when the page was shown before. */
  meanwhile?: readonly number[];
  errors?: FormErrors;
}

/** How many rows of a table are shown: a longer one is read in the spreadsheet itself. */
const most = 200;
/** Of what is new fewer: it stands between what wants looking at and the button. */
const mostNew = 50;

/** What a file would do, before anything is written. */
export const PreviewPage = ({ upload, match, plan, meanwhile = [], errors = noErrors }: PreviewProps) => {
  const slug = useFrame().partnership?.slug ?? '';
  const { rows, changes } = plan;
  return (
    <Layout
      title="What this file would do"
      errors={errors}
      breadcrumbs={[
        { text: 'Who we are', href: `/${slug}/agencies` },
        { text: 'Bring in a spreadsheet', href: `/${slug}/import` },
        { text: 'What this file would do' },
      ]}
    >
      <PageTitle
        title="What this file would do"
        caption={`${lists[upload.list]} from ${upload.fileName}`}
        lead={`${countOfRows(rows.all)}: ${inWords(rows)}. Nothing has been written yet.`}
      />
      {meanwhile.length > 0 && <Meanwhile plan={plan} lines={meanwhile} />}
      <Rejected plan={plan} content={upload.content} href={`/${slug}/import/${upload.id}/rejected.csv`} />
      <Altered plan={plan} changes={changes.filter(({ isNew }) => !isNew)} />
      <Fresh plan={plan} changes={changes.filter(({ isNew }) => isNew)} />
      {changes.length === 0 && (
        <Empty title="This file would change nothing.">
          {rows.rejected === 0
            ? 'Everything in it is here already, just as it says.'
            : 'Every other row is here already, just as it says.'}
        </Empty>
      )}
      <ColumnsUsed upload={upload} match={match} slug={slug} />
      {changes.length > 0 && <Write plan={plan} slug={slug} errors={errors} />}
    </Layout>
  );
};

const countOfRows = (count: number) => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`;

function inWords({ new: fresh, changed, unchanged, rejected }: Plan['rows']): string {
  const parts = [
    `${formatNumber(fresh)} with something new`,
    `${formatNumber(changed)} that would change something`,
    `${formatNumber(unchanged)} as it is here already`,
    `${formatNumber(rejected)} that cannot be taken`,
  ];
  return `${parts.slice(0, 3).join(', ')} and ${parts[3] ?? ''}`;
}

const Section = ({ title, more, children }: { title: string; more: number; children: ComponentChildren }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
    {more > 0 && <p class="govuk-body">And {formatNumber(more)} more.</p>}
  </section>
);

const Rejected = ({
  plan: { rejections, rows },
  content,
  href,
}: {
  plan: Plan;
  content: ImportContent;
  href: string;
}) =>
  rejections.length === 0 ? null : (
    <Section title={`${countOfRows(rows.rejected)} cannot be taken`} more={rejections.length - most}>
      <Rejections
        caption="Rows that cannot be taken, by their line in the file"
        content={content}
        rejections={rejections.slice(0, most)}
      />
      <Downloads links={[{ text: 'These rows with the reasons (CSV)', href }]} />
    </Section>
  );

type Difference = Change['differences'][number] & { change: Change };

function Altered({ plan: { draft }, changes }: { plan: Plan; changes: readonly Change[] }) {
  const rows = changes.flatMap((change) =>
    change.differences.map((difference): Difference => ({ ...difference, change })),
  );
  const words = ({ change, fact }: Difference, value: string) =>
    factInWords(draft, change.kind, fact, value) || 'Nothing';
  return rows.length === 0 ? null : (
    <Section title="What would change" more={rows.length - most}>
      <DataTable
        caption="What stands here now, and what would stand here"
        rows={rows.slice(0, most)}
        columns={[
          { heading: 'Record', cell: ({ change }) => nameInWords(draft, change) },
          { heading: 'What', cell: ({ fact }) => factTitle(fact) },
          { heading: 'Before', cell: (row) => words(row, row.before) },
          { heading: 'After', cell: (row) => words(row, row.after) },
          { heading: 'Line', cell: ({ change }) => String(change.line), numeric: true },
        ]}
      />
    </Section>
  );
}

const Fresh = ({ plan: { draft }, changes }: { plan: Plan; changes: readonly Change[] }) =>
  changes.length === 0 ? null : (
    <Section title="What is new" more={changes.length - mostNew}>
      <p class="govuk-body">{countsByKind(changes)}.</p>
      <DataTable
        caption="What would be added"
        rows={changes.slice(0, mostNew)}
        columns={[
          { heading: 'Record', cell: (change) => nameInWords(draft, change) },
          { heading: 'What it is', cell: ({ kind }) => kindTitles[kind] },
          { heading: 'What is known', cell: (change) => detailsInWords(draft, change) },
          { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
        ]}
      />
    </Section>
  );

const many = {
  agency: 'agencies',
  group: 'groups',
  person: 'people',
  seat: 'seats',
  holder: 'places in seats',
} as const;
const one = { agency: 'agency', group: 'group', person: 'person', seat: 'seat', holder: 'place in a seat' } as const;

const countsByKind = (changes: readonly Change[]): string =>
  [...Map.groupBy(changes, ({ kind }) => kind)]
    .map(([kind, { length }]) => `${formatNumber(length)} ${length === 1 ? one[kind] : many[kind]}`)
    .join(', ');

/** What is not what one was shown: somebody else has changed it since. */
function Meanwhile({ plan, lines }: { plan: Plan; lines: readonly number[] }) {
  const rows = lines.slice(0, most).map((line) => ({ line, now: rowInWords(plan, line) }));
  return (
    <Section title="What has changed since you looked" more={lines.length - most}>
      <DataTable
        caption="Rows that would do something else now"
        rows={rows}
        columns={[
          { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
          { heading: 'What it would do now', cell: ({ now }) => now },
        ]}
      />
    </Section>
  );
}

function rowInWords({ changes, rejections, draft }: Plan, line: number): string {
  const rejected = rejections.filter((one) => one.line === line).map(({ reason }) => `Cannot be taken: ${reason}`);
  const done = changes
    .filter((one) => one.line === line)
    .flatMap((change) =>
      change.isNew
        ? [`New: ${nameInWords(draft, change)}`]
        : change.differences.map(
            ({ fact, before, after }) =>
              `${nameInWords(draft, change)}, ${factTitle(fact)}: ${factInWords(draft, change.kind, fact, before) || 'nothing'} → ${factInWords(draft, change.kind, fact, after)}`,
          ),
    );
  return [...rejected, ...done].join('; ') || 'Nothing: what it says is here already';
}

function ColumnsUsed({
  upload: { id, list, content },
  match,
  slug,
}: {
  upload: DirectoryImport;
  match: ColumnMatch;
  slug: string;
}) {
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
              {nameOfColumn(content.headings, at)}: {field === undefined ? 'not used' : titleOf(list, field)}
            </li>
          );
        })}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/${slug}/import/${id}/columns`}>
          Change what the columns are
        </a>
      </p>
    </Details>
  );
}

function Write({ plan, slug, errors }: { plan: Plan; slug: string; errors: FormErrors }) {
  const { rejected, all } = plan.rows;
  return (
    <Form>
      <input type="hidden" name="seen" value={seenOf(plan)} />
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
      <FormEnd submit={rejected > 0 ? 'Continue' : `Write ${countOfRows(all)}`} cancel={`/${slug}/import`} />
    </Form>
  );
}
