import type { Challenge } from './challenge.ts';
import type { Said } from './take-step.ts';

/** A step as the example tells it: how many days ago, by which account, or by somebody of the agency for whom the office entered it. */
interface ExampleStep {
  ago: number;
  as?: string;
  said: Said;
}

/** A challenge as the example tells it; everything in it is invented. */
export interface ExampleChallenge
  extends Pick<Challenge, 'subject' | 'concern' | 'evidenceKind' | 'evidence' | 'expected'> {
  /** The name of the agency. */
  to: string;
  /** The account in whose name it was raised. */
  by: string;
  /** How many days ago it was put. */
  ago: number;
  /** In how many days from then the answer was expected. */
  within: number;
  steps: readonly ExampleStep[];
}

const enough = (ago: number, as: string, words: string): ExampleStep => ({
  ago,
  as,
  said: { step: 'judge', judgement: 'enough', words },
});
const answer = (ago: number, position: 'accepted' | 'partly' | 'not-accepted', words: string): ExampleStep => ({
  ago,
  said: { step: 'answer', position, words },
});

const rivermouth: readonly ExampleChallenge[] = [
  {
    to: 'Rivermouth Council',
    by: 'independent-chair',
    ago: 640,
    within: 14,
    subject: 'One child protection conference in three is held late',
    concern: 'Children wait for a plan while the risk that led to the conference goes on.',
    evidenceKind: 'figure',
    evidence: '66% held within 15 working days in the quarter to December; 84% a year before.',
    expected: 'Why, what will change, and by which quarter it will be back at 85%.',
    steps: [
      answer(
        629,
        'accepted',
        'Two conference chairs left in October. Both posts are advertised and an agency chair begins in March.',
      ),
      enough(622, 'independent-chair', 'A cause, a remedy and a date. The board looks again after two quarters.'),
      {
        ago: 410,
        as: 'independent-chair',
        said: {
          step: 'close',
          words:
            '91% were held in time in the two quarters since. Children waited four working days less at the median.',
        },
      },
      {
        ago: 405,
        as: 'business-manager',
        said: {
          step: 'write-summary',
          words:
            'We challenged the council about late child protection conferences. It filled two posts, and nine in ten are now held in time.',
        },
      },
      { ago: 402, as: 'independent-chair', said: { step: 'clear-summary', words: '' } },
    ],
  },
  {
    to: 'Estuary Hospitals NHS Foundation Trust',
    by: 'scrutineer',
    ago: 430,
    within: 14,
    subject: 'The emergency department does not ask who else is at home',
    concern: 'Adults who come with injuries from violence at home have children whom nobody asks about.',
    evidenceKind: 'audit',
    evidence: 'Audit of domestic abuse, spring: in 9 of 12 files nobody had asked about children.',
    expected: 'How staff will be led to ask, and how the trust will know that they do.',
    steps: [
      answer(418, 'not-accepted', 'The department is not the place to take a family history.'),
      {
        ago: 411,
        as: 'independent-chair',
        said: {
          step: 'judge',
          judgement: 'not-enough',
          words: 'One question is no family history, and the policy of the trust asks for it.',
        },
      },
      answer(
        404,
        'accepted',
        'The chief nurse agrees. The question stands in the electronic record from November and cannot be passed over.',
      ),
      enough(398, 'independent-chair', 'That answers it.'),
      {
        ago: 190,
        as: 'independent-chair',
        said: {
          step: 'close',
          words: 'Asked in 47 of 50 files looked at in May. 31 children came to notice who were not known to anybody.',
        },
      },
    ],
  },
  {
    to: 'Tarnwick District Council',
    by: 'scrutineer',
    ago: 150,
    within: 21,
    subject: 'No one from housing has come to the neglect sub-group this year',
    concern: 'Overcrowding and cold homes are in every second neglect case, and no decision about them can be made.',
    evidenceKind: 'absence',
    evidence: 'Absent from four of four meetings; apologies came once.',
    expected: 'Who will come, and who comes when they cannot.',
    steps: [
      answer(135, 'accepted', 'The head of communities comes herself from July, with a named deputy.'),
      enough(130, 'independent-chair', 'Thank you. Whether it changes anything is asked at the end of the year.'),
    ],
  },
  {
    to: 'Aldersea Council',
    by: 'independent-chair',
    ago: 34,
    within: 21,
    subject: 'Children who go missing are not offered a return interview in time',
    concern: 'What they would say in the first three days is lost, and with it who harms them.',
    evidenceKind: 'figure',
    evidence: '41% within 72 hours in the last quarter; 63% in Rivermouth.',
    expected: 'Why the two councils differ, and what will be done by when.',
    steps: [],
  },
  {
    to: 'Westry Probation',
    by: 'independent-chair',
    ago: 24,
    within: 28,
    subject: 'Children are not named in plans for people who come out of prison',
    concern: 'Families are told of a release after it has happened.',
    evidenceKind: 'audit',
    evidence: 'Dip sample in September: children were named in 5 of 14 plans.',
    expected: 'What the unit will change, and when it will sample again.',
    steps: [
      answer(
        3,
        'partly',
        'The sample was small, but we accept what it says. Every plan is checked by a manager before release from January.',
      ),
    ],
  },
  {
    to: 'Westry Police',
    by: 'scrutineer',
    ago: 12,
    within: 21,
    subject: 'Nobody who knows the case comes to strategy discussions at weekends',
    concern: 'Decisions about children at risk are put off to Monday.',
    evidenceKind: 'figure',
    evidence: 'In 11 of 19 weekend discussions since July the force was absent or could not decide.',
    expected: 'How an officer who can decide will be reached at weekends.',
    steps: [],
  },
];

const harrowdale: readonly ExampleChallenge[] = [
  {
    to: 'Harrowdale Council',
    by: 'police',
    ago: 210,
    within: 14,
    subject: 'Referrals from schools get no answer',
    concern: 'Schools stop referring when they hear nothing.',
    evidenceKind: 'other',
    evidence: 'Survey of designated leads: 14 of 22 heard nothing within a month.',
    expected: 'How every referrer will be told what came of it.',
    steps: [
      answer(199, 'accepted', 'A reply goes out with each decision from March.'),
      enough(192, 'police', 'That is what was asked.'),
    ],
  },
  {
    to: 'Vale Hospitals NHS Trust',
    by: 'police',
    ago: 9,
    within: 14,
    subject: 'Midwives hear of domestic abuse incidents a week late',
    concern: 'Unborn children are not thought of in time.',
    evidenceKind: 'figure',
    evidence: 'A median of seven days from incident to note in the record.',
    expected: 'Where the week is lost.',
    steps: [],
  },
];

/** By the short address of the partnership, oldest first. */
export const exampleChallenges: Readonly<Record<string, readonly ExampleChallenge[]>> = { rivermouth, harrowdale };
