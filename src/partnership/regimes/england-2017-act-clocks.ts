import { clock, days, months, waiting, weeks, workingDays } from './make-clock.ts';
import type { Clock, ClockName } from './regime.ts';
import { carriedOver, type Source, setting, settled } from './said.ts';
import * as read from './sources.ts';

type Clocks = Readonly<Partial<Record<ClockName, Clock>>>;
type Reading = (law: string) => Source;

/** Where the editions of 2018 and 2023 speak of serious cases, and in what each rule was read. */
interface Readings {
  chapter: string;
  notified: Reading;
  rapid: Reading;
}

const duty = 'Children Act 2004, section 16C(1)';
const localReviews = read.regulations2018('Part 3, local reviews');

const seriousCases = ({ chapter, notified, rapid }: Readings): Clocks => ({
  'incident-notification': clock(
    'Serious incident notified to the national panel',
    settled(workingDays(5), notified(`${duty}; ${chapter}`)),
    settled('incident-known', notified(`${duty}; ${chapter}`)),
    'the notification is sent to the panel',
  ),
  'partner-notification': clock(
    'Serious incident told to the safeguarding partners, of other areas too where it concerns them',
    settled(workingDays(5), notified(chapter)),
    settled('incident-known', notified(chapter)),
    'the partners are told',
  ),
  'looked-after-death-notification': clock(
    'Death of a looked-after child notified to the Secretary of State and Ofsted, abuse suspected or not',
    setting(workingDays(5), notified(chapter)),
    setting('death-known', notified(chapter)),
    'the notification is sent',
  ),
  'rapid-review': clock(
    'Rapid review sent to the national panel',
    settled(workingDays(15), rapid(chapter)),
    setting('incident-notified', rapid(chapter), ['incident-notified', 'incident-known', 'partnership-told']),
    'the rapid review is sent to the panel',
  ),
  'panel-reply': clock(
    'The national panel’s letter on a rapid review',
    setting(days(10), read.kent('No law or guidance')),
    setting('rapid-review-sent', read.kent('No law or guidance')),
    'the panel’s letter has come',
  ),
  'practice-review-completion': clock(
    'Local child safeguarding practice review published',
    settled(months(6), read.trafford(chapter)),
    setting('review-decided', read.nothingRead(chapter)),
    'the report is published',
  ),
  'publication-notice': waiting(
    'Report seen by the national panel and the Secretary of State before it is published',
    setting(workingDays(7), localReviews),
    setting('report-sent', localReviews),
    'the report may be published',
  ),
  'publication-availability': waiting(
    'Report kept publicly available',
    setting(months(12), localReviews),
    setting('report-published', localReviews),
    'the report may be taken down',
  ),
});

const deathGuidance = read.nothingRead('Child Death Review: statutory and operational guidance (England), 2018');

/** @source none of these lengths was read in the guidance: all are settings */
const childDeaths: Clocks = {
  'child-death-notification': clock(
    'Child’s death notified to the child death overview panel',
    setting(workingDays(1), deathGuidance),
    setting('child-died', deathGuidance),
    'the notification form is sent: within 24 hours, or the next working day',
  ),
  'child-death-database': clock(
    'Child’s death notified to the National Child Mortality Database',
    setting(days(2), deathGuidance),
    setting('death-notified', deathGuidance),
    'the panel has told the database: within 48 hours',
  ),
  'joint-agency-response': clock(
    'Joint agency response: first planning meeting, and visit to the home or scene',
    setting(days(1), deathGuidance),
    setting('child-died', deathGuidance),
    'the first meeting is held: within 24 hours',
  ),
  'child-death-reporting-form': clock(
    'Reporting form returned by an agency that knew the child',
    setting(weeks(3), deathGuidance),
    setting('form-sent', deathGuidance),
    'the form is returned',
  ),
  'child-death-review-meeting': clock(
    'Child death review meeting',
    setting(months(3), deathGuidance),
    setting('child-died', deathGuidance),
    'the meeting is held; sooner where it can be',
  ),
  'child-death-panel': clock(
    'Child’s death reviewed by the child death overview panel',
    setting(weeks(6), deathGuidance),
    setting('death-meeting-reported', deathGuidance),
    'the panel has reviewed it',
  ),
};

const yearlyReport = (reading: Reading): Clocks => ({
  'yearly-report': clock(
    'Yearly report published',
    settled(months(12), reading('Children Act 2004, section 16G(7)')),
    settled('yearly-report-published', reading('Children Act 2004, section 16G(7)')),
    'the next report is published',
  ),
});

const yearlyReportCopies = (chapter: string): Clocks => ({
  'yearly-report-copies': clock(
    'Yearly report sent to the national panel and the What Works centre',
    setting(days(7), read.nothingRead(chapter)),
    setting('yearly-report-published', read.nothingRead(chapter)),
    'the copies are sent',
  ),
});

const frameworkLaw = 'Joint targeted area inspection framework';
const notice = read.jointFramework(frameworkLaw);

/** Ten working days is the notice of today; it was nine or ten before. */
const inspections = (noticeIsKnown: boolean): Clocks => ({
  'joint-inspection-fieldwork': clock(
    'Joint targeted area inspection: fieldwork begins',
    noticeIsKnown ? settled(workingDays(10), notice) : setting(workingDays(10), notice),
    settled('inspection-announced', notice),
    'the inspectors are on site',
  ),
  'joint-inspection-statement': clock(
    'Joint targeted area inspection: written statement of action',
    setting(workingDays(70), read.nothingRead(frameworkLaw)),
    setting('findings-received', read.nothingRead(frameworkLaw)),
    'the joint statement is sent',
  ),
});

const transition = 'Working Together: transitional guidance, 2018';

export const clocks2018: Clocks = {
  ...seriousCases({
    chapter: 'Working Together to Safeguard Children 2018, chapter 4',
    notified: read.solihull,
    rapid: read.trafford,
  }),
  ...childDeaths,
  ...yearlyReport(read.buckinghamshire),
  ...yearlyReportCopies('Working Together to Safeguard Children 2018, chapter 3'),
  'arrangements-publication': clock(
    'First arrangements published',
    settled(months(12), read.nurseryWorld(transition)),
    settled('duty-begun', read.nurseryWorld(transition)),
    'the arrangements are published',
  ),
  'arrangements-operation': clock(
    'First arrangements in operation',
    settled(months(3), read.nurseryWorld(transition)),
    settled('arrangements-published', read.nurseryWorld(transition)),
    'the arrangements operate and the board ends',
  ),
  ...inspections(false),
};

const edition2023 = 'Working Together to Safeguard Children 2023';
const guidance2023: Clocks = {
  ...seriousCases({
    chapter: `${edition2023}, chapter 5`,
    notified: read.northEastLincolnshire,
    rapid: read.cambridgeshire,
  }),
  ...yearlyReportCopies(`${edition2023}, chapter 2`),
};

export const clocks2023: Clocks = {
  ...guidance2023,
  ...childDeaths,
  ...yearlyReport(read.cambridgeshireReports),
  'guidance-adoption': clock(
    'The edition of 2023 put in place',
    settled(months(12), read.cornwall(edition2023)),
    setting('guidance-published', read.cornwall(edition2023)),
    'the partnership works by it',
  ),
  ...inspections(true),
};

/** The text of the edition of 2026 has not been read: what the edition of 2023 says is its default, unverified. */
export const clocks2026: Clocks = {
  ...Object.fromEntries(Object.entries(guidance2023).map(([name, one]) => [name, takenOver(one)])),
  ...childDeaths,
  ...yearlyReport(read.cambridgeshireReports),
  ...inspections(true),
};

function takenOver(one: Clock): Clock {
  const law = one.length.source.law.replace(
    edition2023,
    'Working Together to Safeguard Children 2026, taken to be as in 2023',
  );
  return { ...one, length: carriedOver(one.length, law), starts: carriedOver(one.starts, law) };
}
