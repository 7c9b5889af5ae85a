import type { ImportContent, WaitingFile } from '../../../partnership/spreadsheets/directory-import.store.ts';
import type { ColumnMatch } from '../../../partnership/spreadsheets/match.ts';
import { Outcome } from '../../../partnership/spreadsheets/pages/outcome.tsx';
import {
  ColumnsUsed,
  mostNewShown,
  mostShown,
  Rejected,
  rowsInWords,
  Section,
  Write,
} from '../../../partnership/spreadsheets/pages/preview-parts.tsx';
import { seenOf } from '../../../partnership/spreadsheets/seen.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { DataTable, Empty, PageTitle } from '../../../platform/ui/patterns.tsx';
import { states } from '../../actions/action.ts';
import { type ActionSections, ActionsShell } from '../../actions-shell.tsx';
import { type TrackerField, trackerFormat } from '../format.ts';
import type { TrackerChange, TrackerPlan } from '../plan.ts';

interface PreviewProps {
  file: WaitingFile<string>;
  imports: string;
  sections: ActionSections;
  match: ColumnMatch<TrackerField>;
  plan: TrackerPlan;
  /** Lines that would do something else now than when the page was shown before. */
  meanwhile?: readonly number[];
  errors?: FormErrors;
}

type Fresh = Extract<TrackerChange, { isNew: true }>;

/** What a tracker would do, before anything is written. */
export const PreviewTrackerPage = ({
  file,
  imports,
  sections,
  match,
  plan,
  meanwhile = [],
  errors = noErrors,
}: PreviewProps) => {
  const { rows, rejections, changes, notes } = plan;
  return (
    <ActionsShell title="What this tracker would do" current="actions" sections={sections} errors={errors}>
      <PageTitle
        title="What this tracker would do"
        caption={`${trackerFormat.title} from ${file.fileName}`}
        lead={rowsInWords(rows)}
      />
      {meanwhile.length > 0 && <Meanwhile plan={plan} lines={meanwhile} />}
      <Rejected {...{ rows, rejections, file, imports }} />
      <Notes notes={notes} />
      <Altered changes={changes.filter(({ isNew }) => !isNew)} />
      <New changes={changes.filter((change): change is Fresh => change.isNew)} />
      {changes.length === 0 && (
        <Empty title="This file would change nothing.">
          {rows.rejected === 0
            ? 'Everything in it is here already, just as it says.'
            : 'Every other row is here already, just as it says.'}
        </Empty>
      )}
      <ColumnsUsed format={trackerFormat} {...{ file, match, imports }} />
      {changes.length > 0 && <Write {...{ rows, imports, errors }} seen={seenOf(plan)} />}
    </ActionsShell>
  );
};

/** What is taken, and not just as it stands in the file. One thing said of many rows stands once. */
function Notes({ notes }: Pick<TrackerPlan, 'notes'>) {
  const rows = [...Map.groupBy(notes, ({ text }) => text)].map(([text, all]) => ({
    text,
    lines: all.map(({ line }) => line),
  }));
  return rows.length === 0 ? null : (
    <Section title="Look at these" more={rows.length - mostShown}>
      <DataTable
        caption="Rows that are taken, and not just as they stand"
        rows={rows.slice(0, mostShown)}
        columns={[
          { heading: 'What', cell: ({ text }) => text },
          { heading: 'Lines', cell: ({ lines }) => linesInWords(lines) },
        ]}
      />
    </Section>
  );
}

const linesInWords = (lines: readonly number[]): string =>
  lines.slice(0, 12).join(', ') + (lines.length > 12 ? ` and ${lines.length - 12} more` : '');

function Altered({ changes }: { changes: readonly TrackerChange[] }) {
  const rows = changes.flatMap(({ title, line, differences }) => differences.map((one) => ({ ...one, title, line })));
  return rows.length === 0 ? null : (
    <Section title="What would change" more={rows.length - mostShown}>
      <DataTable
        caption="What stands here now, and what would stand here"
        rows={rows.slice(0, mostShown)}
        columns={[
          { heading: 'Action', cell: ({ title }) => title },
          { heading: 'What', cell: ({ fact }) => fact },
          { heading: 'Before', cell: ({ before }) => before || 'Nothing' },
          { heading: 'After', cell: ({ after }) => after },
          { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
        ]}
      />
    </Section>
  );
}

/** The name of an agency or somebody in what a row brings. */
const named = ({ differences }: Fresh, fact: string): string =>
  differences.find((one) => one.fact === fact)?.after ?? '';

const New = ({ changes }: { changes: readonly Fresh[] }) =>
  changes.length === 0 ? null : (
    <Section title="What is new" more={changes.length - mostNewShown}>
      <DataTable
        caption="Actions that would be added"
        rows={changes.slice(0, mostNewShown)}
        columns={[
          { heading: 'Action', cell: ({ title }) => title },
          { heading: 'Lead agency', cell: (change) => named(change, 'leadAgency') || 'No agency' },
          { heading: 'Owner', cell: (change) => named(change, 'owner') || 'Nobody' },
          { heading: 'Due', cell: ({ brought }) => formatDay(brought.action.dueOn, 'plain'), narrow: true },
          { heading: 'State', cell: ({ brought }) => states[brought.action.state], narrow: true },
          { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
        ]}
      />
    </Section>
  );

/** What is not what one was shown: somebody else has changed it since. */
const Meanwhile = ({ plan, lines }: { plan: TrackerPlan; lines: readonly number[] }) => (
  <Section title="What has changed since you looked" more={lines.length - mostShown}>
    <DataTable
      caption="Rows that would do something else now"
      rows={lines.slice(0, mostShown).map((line) => ({ line, now: rowInWords(plan, line) }))}
      columns={[
        { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
        { heading: 'What it would do now', cell: ({ now }) => now },
      ]}
    />
  </Section>
);

function rowInWords({ changes, rejections }: TrackerPlan, line: number): string {
  const rejected = rejections.filter((one) => one.line === line).map(({ reason }) => `Cannot be taken: ${reason}`);
  const done = changes
    .filter((one) => one.line === line)
    .flatMap(({ isNew, title, differences }) =>
      isNew
        ? [`New: ${title}`]
        : differences.map(({ fact, before, after }) => `${title}, ${fact}: ${before || 'nothing'} → ${after}`),
    );
  return [...rejected, ...done].join('; ') || 'Nothing: what it says is here already';
}

interface OutcomeProps {
  file: WaitingFile<string>;
  imports: string;
  sections: ActionSections;
  outcome: NonNullable<ImportContent['outcome']>;
}

/** What a tracker did. */
export const TrackerOutcomePage = ({ file, imports, sections, outcome }: OutcomeProps) => (
  <ActionsShell title="It is written" current="actions" sections={sections}>
    <Outcome
      format={trackerFormat}
      see={{ text: 'See the actions', href: imports.replace(/\/import$/, '') }}
      {...{ file, imports, outcome }}
    />
  </ActionsShell>
);
