/** The four grades, best first. Ofsted prints the third as "Requires improvement to be good". */
export const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
export type Grade = (typeof grades)[number];

/** What an inspection said: a grade, or in so many words that it judged nothing. "Not judged" is never counted as a grade. */
export const outcomes = [...grades, 'not-judged'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeNames: Record<Outcome, string> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
  'not-judged': 'Not judged',
};

export const isGrade = (outcome: Outcome | undefined): outcome is Grade =>
  outcome !== undefined && outcome !== 'not-judged';

/** How far down the scale a grade stands: 0 for outstanding to 3 for inadequate. */
export const rankOf = (grade: Grade): number => grades.indexOf(grade);

/** What an inspection judges about a council. */
export const judgements = [
  'overall-effectiveness',
  'help-and-protection',
  'leadership',
  'looked-after-children',
  'adoption',
  'care-leavers',
  'impact-of-leaders',
  'in-care',
  'safeguarding',
  'looked-after-services',
] as const;
export type Judgement = (typeof judgements)[number];

export const judgementNames: Record<Judgement, string> = {
  'overall-effectiveness': 'Overall effectiveness',
  'help-and-protection': 'Help and protection',
  leadership: 'Leadership, management and governance',
  'looked-after-children': 'Looked after children and permanence',
  adoption: 'Adoption',
  'care-leavers': 'Care leavers',
  'impact-of-leaders': 'Impact of leaders',
  'in-care': 'Children in care',
  safeguarding: 'Safeguarding: overall effectiveness',
  'looked-after-services': 'Looked after services: overall effectiveness',
};

export const frameworks = ['sif', 'ilacs', 'jtai', 'slac', 'cpi', 'tlac'] as const;
export type Framework = (typeof frameworks)[number];

/** One of Ofsted's ways of inspecting, and the judgements it makes about a council, in the order they are shown. */
export interface FrameworkFacts {
  name: string;
  short: string;
  years: string;
  judgements: readonly Judgement[];
}

export const frameworkFacts: Record<Framework, FrameworkFacts> = {
  sif: {
    name: 'Single inspection framework',
    short: 'SIF',
    years: '2013 to 2018',
    judgements: [
      'overall-effectiveness',
      'help-and-protection',
      'leadership',
      'looked-after-children',
      'adoption',
      'care-leavers',
    ],
  },
  ilacs: {
    name: 'Inspection of local authority children’s services',
    short: 'ILACS',
    years: 'from 2018',
    judgements: ['overall-effectiveness', 'impact-of-leaders', 'help-and-protection', 'in-care', 'care-leavers'],
  },
  jtai: { name: 'Joint targeted area inspection', short: 'JTAI', years: 'from 2016', judgements: [] },
  slac: {
    name: 'Safeguarding and looked after children inspection',
    short: 'SLAC',
    years: '2009 to 2012',
    judgements: ['safeguarding', 'looked-after-services'],
  },
  cpi: {
    name: 'Inspection of arrangements for the protection of children',
    short: 'Child protection',
    years: '2012 to 2013',
    judgements: ['overall-effectiveness'],
  },
  tlac: {
    name: 'Targeted inspection of services for looked after children',
    short: 'TLAC',
    years: '2013',
    judgements: ['overall-effectiveness'],
  },
};
