import { plainDate } from '../../platform/calendar/plain-date.ts';
import { clock, months, workingDays } from './make-clock.ts';
import type { PartnerKind, Regime, RequiredPartner } from './regime.ts';
import { setting, settled } from './said.ts';
import { act2004, cornwallToolkit, cumbriaBriefing, nothingRead, regulations2006, warrington } from './sources.ts';

const chapter4 = 'Working Together to Safeguard Children 2015, chapter 4';
const transition = 'Working Together: transitional guidance, 2018';

/** @source Children Act 2004, section 13(3), as enacted; it was amended as bodies came and went, which is not kept here */
const boardPartners: readonly (readonly [PartnerKind, string, 'one' | 'every'])[] = [
  ['local-authority', 'Children’s services authority', 'every'],
  ['district-council', 'District council', 'every'],
  ['police', 'Chief officer of police', 'every'],
  ['probation', 'Local probation board', 'every'],
  ['youth-offending-team', 'Youth offending team', 'every'],
  ['strategic-health-authority', 'Strategic health authority', 'every'],
  ['primary-care-trust', 'Primary care trust', 'every'],
  ['nhs-trust', 'NHS trust or NHS foundation trust', 'every'],
  ['connexions', 'Connexions provider', 'every'],
  ['cafcass', 'Cafcass', 'one'],
  ['secure-training-centre', 'Secure training centre', 'every'],
  ['prison', 'Prison that detains children', 'every'],
];

/** Local safeguarding children boards: 1 April 2006 to 29 September 2019 at the latest, by the guidance of 2015. */
export const england2004Act: Regime = {
  id: 'england-2004-act',
  title: 'England, Children Act 2004: local safeguarding children board',
  nation: 'england',
  bankHolidays: 'england-and-wales',
  guidance: 'Working Together to Safeguard Children 2015',
  inForce: {
    from: settled(plainDate('2006-04-01'), regulations2006('regulation 1')),
    until: settled(plainDate('2019-09-29'), cumbriaBriefing(transition)),
  },
  vocabulary: {
    board: { one: 'local safeguarding children board', many: 'local safeguarding children boards', short: 'LSCB' },
    executive: { one: 'executive group', many: 'executive groups' },
    chair: { one: 'independent chair', many: 'independent chairs' },
    partner: { one: 'board partner', many: 'board partners' },
    leadPartner: undefined,
    delegatedPartner: undefined,
    agency: { one: 'member agency', many: 'member agencies' },
    scrutineer: undefined,
    arrangements: undefined,
    incidentNotification: { one: 'notifiable incident', many: 'notifiable incidents' },
    rapidReview: undefined,
    practiceReview: { one: 'serious case review', many: 'serious case reviews', short: 'SCR' },
    nationalReview: undefined,
    nationalPanel: { one: 'national panel of independent experts', many: 'national panels of independent experts' },
    agencyReport: { one: 'individual management review', many: 'individual management reviews', short: 'IMR' },
    childDeathPartner: undefined,
    childDeathPanel: { one: 'child death overview panel', many: 'child death overview panels', short: 'CDOP' },
    protectionTeam: undefined,
    yearlyReport: { one: 'annual report', many: 'annual reports' },
  },
  clocks: {
    'incident-notification': clock(
      'Notifiable incident told to Ofsted and the board',
      settled(workingDays(5), warrington(chapter4)),
      setting('incident-known', warrington(chapter4)),
      'Ofsted and the board are told',
    ),
    'serious-case-review-decision': clock(
      'Serious case review decided',
      setting(months(1), nothingRead(chapter4)),
      setting('board-told', nothingRead(chapter4)),
      'the chair’s decision is recorded',
    ),
    'serious-case-review-announcement': clock(
      'Decision on a serious case review told nationally',
      setting(workingDays(5), nothingRead(chapter4)),
      setting('review-decided', nothingRead(chapter4)),
      'Ofsted, the Department for Education and the national panel are told',
    ),
    'serious-case-review-completion': clock(
      'Serious case review completed',
      setting(months(6), cornwallToolkit(chapter4)),
      setting('review-decided', cornwallToolkit(chapter4)),
      'the final report is complete',
    ),
    'serious-case-review-transition': clock(
      'Serious case review finished after the board has ended',
      setting(months(12), nothingRead(transition)),
      setting('board-ended', nothingRead(transition)),
      'the review begun before is complete; within six months where feasible',
    ),
    'child-death-review-transition': clock(
      'Child death review finished after the board has ended',
      setting(months(4), nothingRead(transition)),
      setting('board-ended', nothingRead(transition)),
      'the review begun before is complete',
    ),
    'yearly-report': clock(
      'Annual report published',
      setting(months(12), nothingRead('Children Act 2004, section 14A')),
      setting('yearly-report-published', nothingRead('Children Act 2004, section 14A')),
      'the next report is published',
    ),
  },
  partners: boardPartners.map(
    ([kind, title, howMany]): RequiredPartner => ({
      kind,
      title,
      howMany,
      standing: 'board-partner',
      verified: true,
      source: act2004('section 13(3), as enacted'),
    }),
  ),
  yearlyReport: {
    must: setting('how effective safeguarding is in the area', nothingRead('Children Act 2004, section 14A')),
    parts: [
      {
        key: 'effectiveness',
        title: 'How effective safeguarding is in the area',
        verified: false,
        source: nothingRead('Children Act 2004, section 14A'),
      },
    ],
    recipients: setting(
      [
        'Chief executive',
        'Leader of the council',
        'Police and crime commissioner',
        'Chair of the health and wellbeing board',
      ],
      nothingRead('Working Together to Safeguard Children 2015, chapter 3'),
    ),
  },
  switches: [],
};
