import type { ReportPart, ReportPartKey, YearlyReport } from './regime.ts';
import { type Source, setting, settled } from './said.ts';
import { buckinghamshire, cambridgeshireReports, nothingRead } from './sources.ts';

const chapter3 = 'Working Together to Safeguard Children 2018, chapter 3';
const chapter2of2023 = 'Working Together to Safeguard Children 2023, chapter 2';
const chapter2of2026 = 'Working Together to Safeguard Children 2026, chapter 2';
const section16G = 'Children Act 2004, section 16G(7)';

const must =
  'what the partners and relevant agencies have done as a result of the arrangements, practice reviews among it, and how effective that has been in practice';

type Titles = readonly (readonly [ReportPartKey, string])[];
const parts = (titles: Titles, verified: boolean, source: Source): ReportPart[] =>
  titles.map(([key, title]) => ({ key, title, verified, source }));

const since2018: Titles = [
  ['impact-on-outcomes', 'Impact on outcomes for children and families, training among it'],
  ['little-or-no-progress', 'Where there has been little or no progress'],
  ['decisions-and-actions-on-reviews', 'Decisions and actions on local and national reviews'],
  ['child-and-family-feedback', 'How children and families were asked, and what came of it'],
];

const since2023: Titles = [
  ['partner-contributions', 'What each safeguarding partner contributed'],
  ['scrutiny', 'Themes of independent scrutiny, and what it changed'],
  ['serious-incident-learning', 'Learning from serious incidents'],
  ['costs', 'Contributions, spending, changes to them, and value for money'],
  ['education-representation', 'How education is represented, strategically and in operation'],
  ['data-and-information-sharing', 'Use of data and sharing of information, and their effect'],
  ['updates-to-arrangements', 'Changes to the arrangements, and their timetable'],
  ['national-reforms', 'Response to national reforms'],
];

const recipients = (law: string) =>
  setting(['Child Safeguarding Practice Review Panel', 'What Works centre (Foundations)'], nothingRead(law));
const byEndOfSeptember = (law: string) => setting({ month: 9, day: 30 }, nothingRead(law));

export const parts2018: YearlyReport = {
  must: settled(must, buckinghamshire(section16G)),
  parts: parts(since2018, true, buckinghamshire(chapter3)),
  recipients: recipients(chapter3),
};

export const parts2023: YearlyReport = {
  must: settled(must, cambridgeshireReports(section16G)),
  parts: parts([...since2018, ...since2023], false, nothingRead(chapter2of2023)),
  recipients: recipients(chapter2of2023),
  publishedBy: byEndOfSeptember(chapter2of2023),
};

export const parts2026: YearlyReport = {
  must: settled(must, cambridgeshireReports(section16G)),
  parts: parts([...since2018, ...since2023], false, nothingRead(chapter2of2026)),
  recipients: recipients(chapter2of2026),
  publishedBy: byEndOfSeptember(chapter2of2026),
};
