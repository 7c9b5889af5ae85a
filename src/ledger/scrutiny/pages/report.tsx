import { idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { Actions, DayRows, Facts, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { readNames } from '../../names.store.ts';
import { waysOfTelling } from '../../on-behalf.tsx';
import { readThread } from '../../thread/read-thread.ts';
import type { Thread } from '../../thread/thread.ts';
import { ThreadSection } from '../../thread/thread-section.tsx';
import { type Comment, commentAnswers, type Report, referenceOf, reportKinds, reportStates } from '../report.ts';
import { type ReportStep, reportSteps, rulingOn } from '../report-steps.ts';
import { listComments } from '../scrutiny-comment.store.ts';
import { findReport } from '../scrutiny-report.store.ts';

/** Whether somebody reads a report that the database gives them: it is theirs, or they are asked about it, or they read what is issued. */
export const isFor = (scope: SeatedScope, { author, shownTo, issuedOn }: Report): boolean =>
  author === scope.person || shownTo.includes(scope.person) || (issuedOn !== undefined && may(scope, 'scrutiny.read'));

/** The report of the address, for those who may read it. @throws {NotFound} for everybody else */
export async function findMine(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]): Promise<Report> {
  const report = await findReport(scope, idIn(request, 'scrutiny_report'));
  return found(report && isFor(scope, report) ? report : undefined);
}

export const showReport: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.comment');
  const report = await findMine(scope, request);
  const [comments, names, thread, before] = await Promise.all([
    listComments(scope, report.id),
    readNames(scope),
    report.issuedOn === undefined ? undefined : readThread(scope, request.server.house.records, report.id),
    report.corrects === undefined ? undefined : findReport(scope, report.corrects),
  ]);
  const steps = reportSteps.filter((step) => rulingOn(step, report, comments, scope.person, scope.today).allowed);
  return page(
    <ReportPage
      {...{ report, comments, names, thread, steps, before }}
      mayTie={may(scope, 'thread.tie')}
      sections={challengeSections(scope)}
      slug={scope.slug}
      me={scope.person}
    />,
  );
};

interface ReportPageProps {
  report: Report;
  comments: readonly Comment[];
  steps: readonly ReportStep[];
  /** Of a report that is issued. */
  thread: Thread | undefined;
  /** The version that it corrects. */
  before: Report | undefined;
  mayTie: boolean;
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  slug: string;
  me: string;
}

const stepTitles: Readonly<Record<ReportStep, string>> = {
  change: 'Write',
  send: 'Send for correction of fact',
  comment: 'Say what is not right',
  issue: 'Issue the report',
  correct: 'Begin a corrected version',
};

const ReportPage = (props: ReportPageProps) => {
  const { report, comments, steps, thread, mayTie, names, sections, slug } = props;
  const here = `/${slug}/scrutiny/reports/${report.id}`;
  return (
    <ChallengeShell title={report.title} current="scrutiny" sections={sections}>
      <PageTitle
        title={report.title}
        caption={referenceOf(report)}
        state={{ text: stateWords(props), tone: report.state === 'issued' ? 'good' : 'plain' }}
      />
      <WhoSees {...props} />
      <Actions actions={steps.map((step) => ({ text: stepTitles[step], href: `${here}/${step}` }))} />
      <Facts facts={factsOf(props)} />
      {report.sections.map(({ id, heading, words }) => (
        <section key={id}>
          <h2 class="govuk-heading-m section-title">{heading || 'Without a heading'}</h2>
          {words === '' ? <p>Nothing is written yet.</p> : <TypedWords text={words} />}
        </section>
      ))}
      {(comments.length > 0 || report.state === 'correction') && (
        <Comments {...{ report, comments, names, here }} me={props.me} />
      )}
      {thread && (
        <ThreadSection
          thread={thread}
          record={{ kind: 'scrutiny-report', id: report.id, reference: referenceOf(report), title: report.title }}
          {...{ slug, mayTie }}
        />
      )}
    </ChallengeShell>
  );
};

const stateWords = ({ report, me }: ReportPageProps): string =>
  report.state === 'draft' && report.author !== me ? 'Draft' : reportStates[report.state];

const WhoSees = ({ report, names, me }: ReportPageProps) => {
  if (report.state === 'issued') return null;
  const named = report.shownTo.filter((id) => id !== me).map((id) => names.get(id) ?? 'somebody');
  const others =
    named.length === 0
      ? 'Nobody else sees this report.'
      : `Besides the scrutineer only these see it: ${named.join(', ')}.`;
  return (
    <InsetText
      text={
        report.author === me
          ? others
          : 'The scrutineer asks you whether the facts are right. What they make of them is theirs. Show it to nobody else.'
      }
    />
  );
};

const factsOf = ({ report, names, before, slug }: ReportPageProps) => [
  { key: 'Kind', value: reportKinds[report.kind] },
  { key: 'Covers', value: `${formatDay(report.from, 'plain')} to ${formatDay(report.until, 'plain')}` },
  { key: 'Scrutineer', value: names.get(report.author) ?? 'Somebody' },
  ...(report.commentUntil ? [{ key: 'Facts could be corrected until', value: formatDay(report.commentUntil) }] : []),
  ...(report.issuedOn ? [{ key: 'Issued', value: formatDay(report.issuedOn) }] : []),
  ...(before
    ? [
        {
          key: 'Corrects',
          value: (
            <a class="govuk-link" href={`/${slug}/scrutiny/reports/${before.id}`}>
              {referenceOf(before)}
            </a>
          ),
        },
      ]
    : []),
];

interface CommentsProps {
  report: Report;
  comments: readonly Comment[];
  names: ReadonlyMap<string, string>;
  here: string;
  me: string;
}

const Comments = ({ report, comments, names, here, me }: CommentsProps) => (
  <>
    <h2 class="govuk-heading-m section-title">Correction of fact</h2>
    {comments.length === 0 ? (
      <p>Nobody has said yet that a fact is not right.</p>
    ) : (
      <DayRows
        rows={comments.map((comment) => ({
          key: comment.id,
          when: formatDay(comment.saidOn, 'plain'),
          what: (
            <>
              <strong>{comment.section || 'The whole report'}</strong>
              <TypedWords text={comment.words} />
              {comment.answer && (
                <p>
                  <strong>{commentAnswers[comment.answer]}:</strong> {comment.why}
                </p>
              )}
            </>
          ),
          why: whoSaid(comment, names),
          end:
            comment.answer === undefined && report.author === me && report.state === 'correction' ? (
              <a class="govuk-link" href={`${here}/comments/${comment.id}/answer`}>
                Answer
              </a>
            ) : (
              <StateTag tone={comment.answer ? 'calm' : 'warning'}>
                {comment.answer ? 'Answered' : 'Not answered'}
              </StateTag>
            ),
        }))}
      />
    )}
  </>
);

const whoSaid = ({ person, toldBy, enteredBy }: Comment, names: ReadonlyMap<string, string>): string => {
  const name = (id: string) => names.get(id) ?? 'Somebody';
  return toldBy
    ? `${name(person)}, ${waysOfTelling[toldBy].toLowerCase()}; entered by ${name(enteredBy)}`
    : name(person);
};
