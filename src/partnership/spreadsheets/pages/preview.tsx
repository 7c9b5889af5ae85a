import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { useFrame } from '../../../platform/ui/frame.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, Empty, formatNumber, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { WaitingFile } from '../directory-import.store.ts';
import type { Change } from '../draft.ts';
import { type Field, formats, type List } from '../fields.ts';
import type { ColumnMatch } from '../match.ts';
import type { Plan } from '../plan.ts';
import { seenOf } from '../seen.ts';
import { detailsInWords, factInWords, factTitle, kindTitles, nameInWords } from '../words.ts';
import { ColumnsUsed, mostNewShown, mostShown, Rejected, rowsInWords, Section, Write } from './preview-parts.tsx';

interface PreviewProps {
  upload: WaitingFile<List>;
  match: ColumnMatch<Field>;
  plan: Plan;
  /** Lines that would do something else now than when the page was shown before. */
  meanwhile?: readonly number[];
  errors?: FormErrors;
}

/** What a file would do, before anything is written. */
export const PreviewPage = ({ upload, match, plan, meanwhile = [], errors = noErrors }: PreviewProps) => {
  const slug = useFrame().partnership?.slug ?? '';
  const { rows, rejections, changes } = plan;
  const format = formats[upload.list];
  const imports = `/${slug}/import`;
  return (
    <Layout
      title="What this file would do"
      errors={errors}
      breadcrumbs={[
        { text: 'Who we are', href: `/${slug}/agencies` },
        { text: 'Bring in a spreadsheet', href: imports },
        { text: 'What this file would do' },
      ]}
    >
      <PageTitle
        title="What this file would do"
        caption={`${format.title} from ${upload.fileName}`}
        lead={rowsInWords(rows)}
      />
      {meanwhile.length > 0 && <Meanwhile plan={plan} lines={meanwhile} />}
      <Rejected {...{ rows, rejections, imports }} file={upload} />
      <Altered plan={plan} changes={changes.filter(({ isNew }) => !isNew)} />
      <Fresh plan={plan} changes={changes.filter(({ isNew }) => isNew)} />
      {changes.length === 0 && (
        <Empty title="This file would change nothing.">
          {rows.rejected === 0
            ? 'Everything in it is here already, just as it says.'
            : 'Every other row is here already, just as it says.'}
        </Empty>
      )}
      <ColumnsUsed {...{ format, match, imports }} file={upload} />
      {changes.length > 0 && <Write {...{ rows, imports, errors }} seen={seenOf(plan)} />}
    </Layout>
  );
};

type Difference = Change['differences'][number] & { change: Change };

function Altered({ plan: { draft }, changes }: { plan: Plan; changes: readonly Change[] }) {
  const rows = changes.flatMap((change) =>
    change.differences.map((difference): Difference => ({ ...difference, change })),
  );
  const words = ({ change, fact }: Difference, value: string) =>
    factInWords(draft, change.kind, fact, value) || 'Nothing';
  return rows.length === 0 ? null : (
    <Section title="What would change" more={rows.length - mostShown}>
      <DataTable
        caption="What stands here now, and what would stand here"
        rows={rows.slice(0, mostShown)}
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
    <Section title="What is new" more={changes.length - mostNewShown}>
      <p class="govuk-body">{countsByKind(changes)}.</p>
      <DataTable
        caption="What would be added"
        rows={changes.slice(0, mostNewShown)}
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
  const rows = lines.slice(0, mostShown).map((line) => ({ line, now: rowInWords(plan, line) }));
  return (
    <Section title="What has changed since you looked" more={lines.length - mostShown}>
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
