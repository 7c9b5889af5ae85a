import type { SourceKind } from './action.ts';

/** What example partnerships promised: invented, and like what partnerships promise. */
export const examplePromises: readonly { title: string; difference: string; from: SourceKind; words: string }[] = [
  {
    title: 'Brief every school on the revised threshold document',
    difference: 'Children are referred once, and to the right place',
    from: 'meeting',
    words: 'Board, autumn',
  },
  {
    title: 'Audit twenty re-referrals within six months',
    difference: 'Families are not sent away and back again',
    from: 'audit',
    words: 'Re-referrals audit',
  },
  {
    title: 'Agree how a strategy discussion is called out of hours',
    difference: 'A child at risk at night is as safe as one by day',
    from: 'review',
    words: 'Rapid review 7',
  },
  {
    title: 'Record the voice of the child in every supervision',
    difference: 'Decisions show what children said',
    from: 'audit',
    words: 'Supervision audit',
  },
  {
    title: 'Write a one-page guide to professional curiosity',
    difference: 'Injuries to babies are asked about',
    from: 'review',
    words: 'Practice review, non-mobile babies',
  },
  {
    title: 'Share missing-episode data every week',
    difference: 'Patterns are seen before harm is done',
    from: 'inspection',
    words: 'Joint inspection, exploitation',
  },
  {
    title: 'Name a safeguarding lead in every housing office',
    difference: 'Worries seen at the door reach somebody',
    from: 'visit',
    words: 'Visit to housing options',
  },
  {
    title: 'Give GPs one address for safeguarding letters',
    difference: 'GPs know who is on a plan',
    from: 'visit',
    words: 'Visit to three surgeries',
  },
  {
    title: 'Train custody staff to ask about children at home',
    difference: 'Children of people in custody are seen',
    from: 'inspection',
    words: 'Custody inspection',
  },
  {
    title: 'Survey social workers on workload',
    difference: 'Children keep one social worker for longer',
    from: 'survey',
    words: 'Practitioner survey, spring',
  },
  {
    title: 'Tell every parent of a newborn about safer sleep',
    difference: 'Fewer babies die in their sleep',
    from: 'child-death',
    words: 'Panel, winter',
  },
  {
    title: 'Put safer-sleep questions into the eight-week check',
    difference: 'Risk is asked about at home',
    from: 'child-death',
    words: 'Panel, winter',
  },
  {
    title: 'Publish the neglect toolkit in plain English',
    difference: 'Neglect is named earlier',
    from: 'plan',
    words: 'Priority: neglect',
  },
  {
    title: 'Bring faith groups into the training programme',
    difference: 'Children in supplementary schools are safer',
    from: 'plan',
    words: 'Priority: communities',
  },
  {
    title: 'Find out why health visitors miss core groups',
    difference: 'Plans are made with those who know the child',
    from: 'scorecard',
    words: 'Core-group attendance',
  },
  {
    title: 'Answer who told us that the portal loses referrals',
    difference: 'No referral is lost',
    from: 'visit',
    words: 'Visit to the front door',
  },
  {
    title: 'Agree one form for early help',
    difference: 'Families tell their story once',
    from: 'meeting',
    words: 'Executive, May',
  },
  {
    title: 'Check that children educated at home are known',
    difference: 'No child is unseen',
    from: 'national',
    words: 'National panel, yearly report',
  },
  {
    title: 'Train taxi drivers with school contracts',
    difference: 'Exploitation in cars is noticed',
    from: 'challenge',
    words: 'Challenge about licensing',
  },
  {
    title: 'Fill the vacant post of designated doctor',
    difference: 'Medical advice is there within a day',
    from: 'risk',
    words: 'Risk: designated roles',
  },
  {
    title: 'Keep a list of interpreters for child protection',
    difference: 'Children do not interpret for parents',
    from: 'audit',
    words: 'Conference audit',
  },
  {
    title: 'Set out who leads when a child moves over a border',
    difference: 'No child falls between two areas',
    from: 'disagreement',
    words: 'Escalations, quarter 2',
  },
  {
    title: 'Read back to schools what became of their referrals',
    difference: 'Schools go on referring',
    from: 'survey',
    words: 'Heads’ survey',
  },
  {
    title: 'Put a police officer into the front door on Mondays',
    difference: 'Weekend incidents are looked at together',
    from: 'scrutiny',
    words: 'Scrutineer’s six-monthly report',
  },
  {
    title: 'Test the concealment checklist with two teams',
    difference: 'Disguised compliance is seen',
    from: 'review',
    words: 'Practice review, siblings',
  },
  {
    title: 'Ask colleges how they share safeguarding files',
    difference: 'Files follow young people at 16',
    from: 'meeting',
    words: 'Education sub-group',
  },
];

/** What a promise is called when it is made again. */
export const exampleRounds = [
  '',
  ', a year on',
  ' in the north of the area',
  ' with those who are new',
  ' before the inspection',
] as const;

/** What owners of example actions said last. */
export const exampleWords = {
  progress: [
    'First half done; the rest is in the diary.',
    'Two teams have it in use, the others follow next month.',
    'Draft is out for comment.',
    'Waiting for the last reply before it goes to the sub-group.',
  ],
  claimed: [
    'Done in all teams.',
    'Guide is published and was sent to everybody.',
    'Audit finished; findings are attached.',
  ],
  verified: ['Saw the register and spoke to two teams.', 'Looked at ten files: it is there in nine.'],
  evidence: ['Attendance register', 'Minutes that show the decision', 'Audit of ten files', 'The published guide'],
  blocked: [
    'A named person in the trust would help.',
    'Needs a decision of the executive.',
    'A day of an analyst would do.',
  ],
} as const;
