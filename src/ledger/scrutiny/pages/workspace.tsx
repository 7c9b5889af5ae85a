import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { Actions, DayRows, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { readNames } from '../../names.store.ts';
import { type Line, type Note, noteKinds } from '../note.ts';
import { type Report, reportKinds, reportStates } from '../report.ts';
import { listOffers } from '../scrutineer.store.ts';
import { listLines } from '../scrutiny-line.store.ts';
import { listNotes } from '../scrutiny-note.store.ts';
import { listUnissued } from '../scrutiny-report.store.ts';

/** What a scrutineer works on: lines of enquiry, evidence and visits, draft challenges, reports. */
export const showWorkspace: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'scrutiny.write');
  const [lines, notes, unissued, offers, names] = await Promise.all([
    listLines(scope),
    listNotes(scope),
    listUnissued(scope),
    listOffers(scope),
    readNames(scope),
  ]);
  return page(
    <WorkspacePage
      {...{ lines, notes, offers, names }}
      reports={unissued.filter(({ author }) => author === scope.person)}
      sections={challengeSections(scope)}
      slug={scope.slug}
      me={scope.person}
    />,
  );
};

interface WorkspaceProps {
  lines: readonly Line[];
  notes: readonly Note[];
  reports: readonly Report[];
  /** Scrutineers who offer what they have written. */
  offers: readonly string[];
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  slug: string;
  me: string;
}

const WorkspacePage = (props: WorkspaceProps) => {
  const { offers, names, sections, slug } = props;
  const here = `/${slug}/scrutiny`;
  return (
    <ChallengeShell title="My workspace" current="scrutiny" sections={sections}>
      <PageTitle title="My workspace" lead="What you are looking into as scrutineer." />
      <InsetText text="Nobody else sees any of this, neither the office nor a chair, until you issue a report or put a challenge. You can work on a line of enquiry together with another scrutineer." />
      {offers.map((from) => (
        <p key={from}>
          {names.get(from) ?? 'Another scrutineer'} hands over their work to you.{' '}
          <a class="govuk-link" href={`${here}/take-over/${from}`}>
            Take it over
          </a>
        </p>
      ))}
      <Actions
        actions={[
          { text: 'Begin a line of enquiry', href: `${here}/lines/begin` },
          { text: 'Add evidence', href: `${here}/notes/add?kind=evidence` },
          { text: 'Note a visit', href: `${here}/notes/add?kind=visit` },
          { text: 'Draft a challenge', href: `${here}/notes/add?kind=challenge` },
          { text: 'Begin a report', href: `${here}/reports/begin` },
          { text: 'Hand over', href: `${here}/hand-over` },
        ]}
      />
      <Reports {...props} here={here} />
      <Lines {...props} here={here} />
      <h2 class="govuk-heading-m section-title">Evidence, visits and draft challenges</h2>
      <NoteRows notes={props.notes} here={here} />
    </ChallengeShell>
  );
};

const Reports = ({ reports, here }: WorkspaceProps & { here: string }) => (
  <>
    <h2 class="govuk-heading-m section-title">Reports that are not issued</h2>
    {reports.length === 0 ? (
      <p>None.</p>
    ) : (
      <DayRows
        rows={reports.map((report) => ({
          key: report.id,
          when: formatDay(report.begunOn, 'plain'),
          what: (
            <a class="govuk-link" href={`${here}/reports/${report.id}`}>
              {report.title}
            </a>
          ),
          why: reportKinds[report.kind],
          end: <StateTag>{reportStates[report.state]}</StateTag>,
        }))}
      />
    )}
  </>
);

const Lines = ({ lines, names, me, here }: WorkspaceProps & { here: string }) => (
  <>
    <h2 class="govuk-heading-m section-title">Lines of enquiry</h2>
    {lines.length === 0 ? (
      <p>None yet.</p>
    ) : (
      <DayRows
        rows={lines.map((line) => ({
          key: line.id,
          when: formatDay(line.begunOn, 'plain'),
          what: (
            <a class="govuk-link" href={`${here}/lines/${line.id}`}>
              {line.title}
            </a>
          ),
          why: line.author === me ? line.question : `Shared by ${names.get(line.author) ?? 'another scrutineer'}`,
          end: <StateTag tone={line.closedOn ? 'calm' : 'plain'}>{line.closedOn ? 'Finished' : 'Open'}</StateTag>,
        }))}
      />
    )}
  </>
);

/** Notes, each with the way to it. */
export const NoteRows = ({ notes, here }: { notes: readonly Note[]; here: string }) =>
  notes.length === 0 ? (
    <p>None yet.</p>
  ) : (
    <DayRows
      rows={notes.map((note) => ({
        key: note.id,
        when: formatDay(note.onDay, 'plain'),
        what: (
          <a class="govuk-link" href={`${here}/notes/${note.id}`}>
            {note.title}
          </a>
        ),
        why: note.place || note.words.slice(0, 120),
        end: <StateTag>{note.putAs ? 'Challenge that was put' : noteKinds[note.kind]}</StateTag>,
      }))}
    />
  );
