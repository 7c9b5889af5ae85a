import { lengthInWords } from '../regimes/clock.ts';
import {
  anchors,
  type Clock,
  clockNames,
  type Regime,
  type RequiredPartner,
  type Term,
  type TermName,
} from '../regimes/regime.ts';
import type { Role } from '../roles.ts';

/** Something that differs between two regimes; undefined on the side that has no such thing. */
export interface Difference {
  what: string;
  before: string | undefined;
  after: string | undefined;
}

/** What changes when a partnership moves from one regime or edition to another. */
export interface Comparison {
  words: readonly Difference[];
  clocks: readonly Difference[];
  partners: readonly Difference[];
  reportParts: readonly Difference[];
}

/** Compares two regimes, value by value; what is the same is left out. */
export const compareRegimes = (from: Regime, to: Regime): Comparison => ({
  words: differences(
    termNames(from, to).map((name) => ({
      what: wordTitles[name],
      before: termInWords(from.vocabulary[name]),
      after: termInWords(to.vocabulary[name]),
    })),
  ),
  clocks: differences(
    clockNames.map((name) => ({
      what: to.clocks[name]?.title ?? from.clocks[name]?.title ?? name,
      before: clockInWords(from.clocks[name]),
      after: clockInWords(to.clocks[name]),
    })),
  ),
  partners: differences(
    [...new Set([...from.partners, ...to.partners].map(partnerInWords))].map((partner) => ({
      what: partner,
      before: from.partners.some((one) => partnerInWords(one) === partner) ? 'Required' : undefined,
      after: to.partners.some((one) => partnerInWords(one) === partner) ? 'Required' : undefined,
    })),
  ),
  reportParts: differences(
    [...new Set([...from.yearlyReport.parts, ...to.yearlyReport.parts].map(({ key }) => key))].map((key) => {
      const [before, after] = [from, to].map(({ yearlyReport }) => yearlyReport.parts.find((part) => part.key === key));
      return {
        what: after?.title ?? before?.title ?? key,
        before: before && 'Asked for',
        after: after && 'Asked for',
      };
    }),
  ),
});

const differences = (all: readonly Difference[]): Difference[] => all.filter(({ before, after }) => before !== after);

const termNames = (from: Regime, to: Regime): TermName[] =>
  [...new Set([...Object.keys(from.vocabulary), ...Object.keys(to.vocabulary)])] as TermName[];

const termInWords = (term: Term | undefined): string | undefined =>
  term && (term.short ? `${term.one} (${term.short})` : term.one);

const clockInWords = (clock: Clock | undefined): string | undefined =>
  clock && `${lengthInWords(clock.length.value)} from the day ${anchors[clock.starts.value]}`;

const standings: Record<RequiredPartner['standing'], string> = {
  'safeguarding-partner': 'safeguarding partner',
  'board-partner': 'board partner',
  'child-death-review-partner': 'child death review partner',
  'expected-at-the-table': 'expected at the table',
  'party-to-the-arrangements': 'party to the arrangements',
};
const partnerInWords = ({ title, standing }: RequiredPartner): string => `${title}, ${standings[standing]}`;

const wordTitles: Record<TermName, string> = {
  board: 'The partnership',
  executive: 'Its executive',
  chair: 'Its chair',
  partner: 'A partner',
  leadPartner: 'A lead partner',
  delegatedPartner: 'A delegated partner',
  agency: 'A member agency',
  scrutineer: 'A scrutineer',
  arrangements: 'What is published',
  incidentNotification: 'A notification of an incident',
  rapidReview: 'A first review',
  practiceReview: 'A review of a case',
  nationalReview: 'A national review',
  nationalPanel: 'The national panel',
  agencyReport: 'An agency’s report to a review',
  childDeathPartner: 'A partner in child death reviews',
  childDeathPanel: 'The panel on child deaths',
  protectionTeam: 'A protection team',
  yearlyReport: 'The report of the year',
};

/** The term by which a regime knows a role, for roles that not every regime has. */
const termOfRole: Readonly<Partial<Record<Role, TermName>>> = {
  'lead-safeguarding-partner': 'leadPartner',
  'safeguarding-partner-delegate': 'delegatedPartner',
  scrutineer: 'scrutineer',
};

/** What to think of before a role is carried into a regime; undefined where there is nothing. It forces nothing. */
export function adviceOn(role: string, to: Regime): string | undefined {
  const term = termOfRole[role as Role];
  if (term && !to.vocabulary[term]) return `${to.title} has no such role. It can be kept as your own arrangement`;
  const chairs: Readonly<Record<string, string>> = {
    'independent-chair': 'independent chair',
    'partnership-chair': 'partnership chair',
  };
  const chair = to.vocabulary.chair?.one;
  return chairs[role] !== undefined && chair !== undefined && chairs[role] !== chair
    ? `${to.title} speaks of a ${chair}. It can be kept as your own arrangement`
    : undefined;
}
