import { plainDate } from '../../platform/calendar/plain-date.ts';
import { clocks2018, clocks2023, clocks2026 } from './england-2017-act-clocks.ts';
import { parts2018, parts2023, parts2026 } from './england-2017-act-report.ts';
import type { Regime, RequiredPartner, Switch, Vocabulary } from './regime.ts';
import { carriedOver, type Source, setting, settled } from './said.ts';
import { act2026, independentService, lawyer, leeds, leedsChildDeath, regulations2018, sussex } from './sources.ts';

const vocabulary2018: Vocabulary = {
  board: { one: 'safeguarding children partnership', many: 'safeguarding children partnerships', short: 'SCP' },
  executive: { one: 'executive', many: 'executives' },
  chair: { one: 'independent chair', many: 'independent chairs' },
  partner: { one: 'safeguarding partner', many: 'safeguarding partners' },
  leadPartner: undefined,
  delegatedPartner: undefined,
  agency: { one: 'relevant agency', many: 'relevant agencies' },
  scrutineer: { one: 'independent scrutineer', many: 'independent scrutineers' },
  arrangements: {
    one: 'multi-agency safeguarding arrangements',
    many: 'multi-agency safeguarding arrangements',
    short: 'MASA',
  },
  incidentNotification: { one: 'serious incident notification', many: 'serious incident notifications', short: 'SIN' },
  rapidReview: { one: 'rapid review', many: 'rapid reviews' },
  practiceReview: {
    one: 'local child safeguarding practice review',
    many: 'local child safeguarding practice reviews',
    short: 'LCSPR',
  },
  nationalReview: {
    one: 'national child safeguarding practice review',
    many: 'national child safeguarding practice reviews',
  },
  nationalPanel: {
    one: 'Child Safeguarding Practice Review Panel',
    many: 'Child Safeguarding Practice Review Panels',
    short: 'the Panel',
  },
  agencyReport: { one: 'agency information report', many: 'agency information reports' },
  childDeathPartner: { one: 'child death review partner', many: 'child death review partners' },
  childDeathPanel: { one: 'child death overview panel', many: 'child death overview panels', short: 'CDOP' },
  protectionTeam: undefined,
  yearlyReport: { one: 'yearly report', many: 'yearly reports' },
};

const vocabulary2023: Vocabulary = {
  ...vocabulary2018,
  chair: { one: 'partnership chair', many: 'partnership chairs' },
  leadPartner: { one: 'lead safeguarding partner', many: 'lead safeguarding partners', short: 'LSP' },
  delegatedPartner: { one: 'delegated safeguarding partner', many: 'delegated safeguarding partners', short: 'DSP' },
};

const vocabulary2026: Vocabulary = {
  ...vocabulary2023,
  protectionTeam: {
    one: 'multi-agency child protection team',
    many: 'multi-agency child protection teams',
    short: 'MACPT',
  },
};

const threePartners = (health: Pick<RequiredPartner, 'kind' | 'title'>): RequiredPartner[] => {
  const safeguarding = {
    standing: 'safeguarding-partner',
    howMany: 'every',
    verified: true,
    source: sussex('Children Act 2004, section 16E'),
  } as const;
  const childDeath = {
    standing: 'child-death-review-partner',
    howMany: 'every',
    verified: true,
    source: leedsChildDeath('Children Act 2004, sections 16M to 16Q'),
  } as const;
  const council = { kind: 'local-authority', title: 'Local authority' } as const;
  return [
    { ...council, ...safeguarding },
    { ...health, ...safeguarding },
    { kind: 'police', title: 'Chief officer of police', ...safeguarding },
    { ...council, ...childDeath },
    { ...health, ...childDeath },
  ];
};

const healthBoard = { kind: 'integrated-care-board', title: 'Integrated care board' } as const;
const healthGroup = {
  kind: 'clinical-commissioning-group',
  title: 'Clinical commissioning group, later integrated care board',
} as const;

const education = (verified: boolean, source: Source): RequiredPartner => ({
  kind: 'education',
  title: 'Education and childcare',
  standing: 'expected-at-the-table',
  howMany: 'one',
  verified,
  source,
});

/** Each lead appoints a senior person who speaks with authority and decides on their behalf. */
const leadAndDelegate2023 = settled<true>(true, leeds('Working Together to Safeguard Children 2023, chapter 2'));

/** @source 2026 c. 21, section 78(5): each comes into force on a day to be appointed; (1)(a): powers to make regulations on 29 April 2026 */
const switches2026: readonly Switch[] = [
  {
    id: 'act-2026-section-2',
    title: 'Education and childcare agencies are party to the arrangements',
    asks: ['The arrangements are made with the childcare and education agencies that regulations designate'],
    source: act2026('section 2 (Children Act 2004, section 16E); not in force until appointed, section 78(5)'),
  },
  {
    id: 'act-2026-section-3',
    title: 'Multi-agency child protection teams',
    asks: [
      'The arrangements establish one or more multi-agency child protection teams',
      'A team has at least a person with experience in education and a social worker, nominated by the local authority',
      'A team has at least a registered health professional, nominated by an integrated care board',
      'A team has at least a person nominated by the chief officer of police',
    ],
    source: act2026('section 3 (Children Act 2004, section 16EA); not in force until appointed, section 78(5)'),
    expected: 'late 2027',
  },
  {
    id: 'act-2026-section-4',
    title: 'Duty to share information, and one identifier for each child',
    asks: [
      'Those under the duty share what is relevant to safeguarding a child',
      'The consistent identifier is used for each child',
    ],
    source: act2026('section 4; not in force until appointed, section 78(5)'),
  },
];

const common = { nation: 'england', bankHolidays: 'england-and-wales' } as const;

export const england2018: Regime = {
  ...common,
  id: 'england-2017-act-2018',
  title: 'England, Children and Social Work Act 2017: guidance of 2018',
  guidance: 'Working Together to Safeguard Children 2018',
  inForce: {
    from: settled(plainDate('2018-06-29'), regulations2018('regulation 1')),
    until: settled(plainDate('2023-12-14'), lawyer('Working Together to Safeguard Children 2023')),
  },
  vocabulary: vocabulary2018,
  clocks: clocks2018,
  partners: threePartners(healthGroup),
  yearlyReport: parts2018,
  switches: [],
};

export const england2023: Regime = {
  ...common,
  id: 'england-2017-act-2023',
  title: 'England, Children and Social Work Act 2017: guidance of 2023',
  guidance: 'Working Together to Safeguard Children 2023',
  inForce: {
    from: settled(plainDate('2023-12-15'), lawyer('Working Together to Safeguard Children 2023')),
    until: setting(plainDate('2026-03-18'), independentService('Working Together to Safeguard Children 2026')),
  },
  vocabulary: vocabulary2023,
  clocks: clocks2023,
  partners: [
    ...threePartners(healthBoard),
    education(true, lawyer('Working Together to Safeguard Children 2023, chapter 2')),
  ],
  leadAndDelegate: leadAndDelegate2023,
  yearlyReport: parts2023,
  switches: [],
};

/** Published in spring 2026; the day is that of the document's address, and unverified. */
export const england2026: Regime = {
  ...common,
  id: 'england-2017-act-2026',
  title: 'England, Children and Social Work Act 2017: guidance of 2026',
  guidance: 'Working Together to Safeguard Children 2026',
  inForce: {
    from: setting(plainDate('2026-03-19'), independentService('Working Together to Safeguard Children 2026')),
  },
  vocabulary: vocabulary2026,
  clocks: clocks2026,
  partners: [
    ...threePartners(healthBoard),
    education(false, independentService('Working Together to Safeguard Children 2026, chapter 2')),
    {
      kind: 'education',
      title: 'Designated childcare and education agencies',
      standing: 'party-to-the-arrangements',
      howMany: 'every',
      verified: true,
      source: act2026('section 2'),
      when: 'act-2026-section-2',
    },
  ],
  leadAndDelegate: carriedOver(leadAndDelegate2023, 'Working Together to Safeguard Children 2026, chapter 2'),
  yearlyReport: parts2026,
  switches: switches2026,
};
