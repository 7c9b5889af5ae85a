import type { Disagreement, Outcome } from './disagreement.ts';
import type { Said } from './take-step.ts';

/** A step as the example tells it: how many days ago, and who took it; the office enters it for the other agency. */
interface ExampleStep {
  ago: number;
  /** Whoever raised it, somebody of the other agency, or an account. */
  who: string;
  said: Said;
}

/** A disagreement as the example tells it; everything in it is invented. */
export interface ExampleDisagreement extends Pick<Disagreement, 'subject' | 'caseReference' | 'difference' | 'wanted'> {
  /** The names of the two agencies. */
  from: string;
  with: string;
  /** The account that raised it; otherwise somebody of the agency. */
  as?: string;
  ago: number;
  urgent?: boolean;
  steps: readonly ExampleStep[];
}

const answer = (ago: number, words: string): ExampleStep => ({ ago, who: 'other', said: { step: 'answer', words } });
const further = (ago: number, stage: number, words: string): ExampleStep => ({
  ago,
  who: 'raiser',
  said: { step: 'move-on', stage, withPerson: undefined, words },
});
const end = (ago: number, outcome: Outcome, words: string): ExampleStep => ({
  ago,
  who: 'raiser',
  said: { step: 'end', outcome, words },
});
const learned = (ago: number, words: string, learning: string): ExampleStep => ({
  ago,
  who: 'business-manager',
  said: { step: 'say-what-changed', words, learning },
});

const rivermouth: readonly ExampleDisagreement[] = [
  {
    from: 'Mereside Academy',
    with: 'Rivermouth Council',
    subject: 'threshold',
    caseReference: 'MA 1107',
    ago: 690,
    difference: 'The referral was closed at the front door. The school sees neglect every week.',
    wanted: 'An assessment.',
    steps: [
      answer(690, 'The threshold was not met on what was sent.'),
      further(688, 2, 'More was sent, and the answer did not change.'),
      answer(681, 'With the school’s log an assessment begins today.'),
      end(680, 'upheld', 'The assessment began.'),
      learned(640, 'The family has a plan and a worker.', 'Send the log with the referral; ring when it is closed.'),
    ],
  },
  {
    from: 'NHS Estuary Integrated Care Board',
    with: 'Rivermouth Council',
    as: 'practitioner',
    subject: 'drift',
    caseReference: 'HV 20771',
    ago: 560,
    difference: 'The plan has not moved for seven months.',
    wanted: 'A core group within two weeks, and dates in the plan.',
    steps: [
      answer(559, 'The worker has changed twice. A date is coming.'),
      further(552, 2, 'No date came.'),
      further(545, 3, 'No manager answered.'),
      answer(541, 'The head of service has set a core group for Thursday.'),
      end(538, 'upheld', 'The core group met.'),
      learned(
        500,
        'The plan has dates and has been ended since.',
        'A change of worker is no reason for a plan to wait.',
      ),
    ],
  },
  {
    from: 'Westry Police',
    with: 'Estuary Hospitals NHS Foundation Trust',
    subject: 'information-sharing',
    caseReference: 'WP/25/00318',
    ago: 470,
    difference: 'Notes of injuries were not shared for a strategy discussion.',
    wanted: 'The notes, today.',
    urgent: true,
    steps: [
      further(470, 3, 'It cannot wait for a line manager.'),
      answer(469, 'The named doctor has sent them.'),
      end(469, 'resolved-informally', 'The notes came in time.'),
    ],
  },
  {
    from: 'Rivermouth Council',
    with: 'Westry Police',
    subject: 'attendance',
    caseReference: 'RC 440218',
    ago: 340,
    difference: 'No officer came to the conference, and no report.',
    wanted: 'A report before the review.',
    steps: [answer(339, 'A report is sent today.'), end(335, 'resolved-informally', 'It came.')],
  },
  {
    from: 'Harbour Families',
    with: 'Aldersea Council',
    subject: 'threshold',
    caseReference: 'HF 0092',
    ago: 260,
    difference: 'A family with five children was stepped down although debts and cold had grown worse.',
    wanted: 'That the step down is looked at again.',
    steps: [
      answer(259, 'It was agreed with the family.'),
      further(255, 2, 'The family had not understood it.'),
      further(248, 3, 'No manager answered.'),
      further(238, 4, 'No answer.'),
      further(229, 5, 'No director answered.'),
      {
        ago: 216,
        who: 'independent-chair',
        said: {
          step: 'decide',
          decision: 'partly',
          words: 'The step down stands; early help begins this week, and stage 2 is to be answered by a named manager.',
        },
      },
      { ago: 214, who: 'raiser', said: { step: 'tell', words: '' } },
      learned(180, 'Early help is in place.', 'Stage 2 needs a name and a day.'),
    ],
  },
  {
    from: 'Mereside Academy',
    with: 'NHS Estuary Integrated Care Board',
    subject: 'assessment',
    caseReference: 'MA 1302',
    ago: 140,
    difference: 'The assessment leaves out what the school sees.',
    wanted: 'That it is written anew with the school.',
    steps: [
      answer(139, 'It is finished and will not be changed.'),
      end(120, 'withdrawn', 'The review comes first and will hear the school.'),
    ],
  },
  {
    from: 'Westry Probation',
    with: 'Rivermouth Council',
    subject: 'capacity',
    caseReference: 'PB 7781',
    ago: 60,
    difference: 'No worker is named seven weeks after the assessment.',
    wanted: 'A named worker.',
    steps: [
      answer(59, 'There is a waiting list.'),
      further(55, 2, 'That is no answer to the risk.'),
      answer(47, 'A worker is named from Monday.'),
      { ago: 40, who: 'business-manager', said: { step: 'end', outcome: 'upheld', words: 'A worker began.' } },
    ],
  },
  {
    from: 'NHS Estuary Integrated Care Board',
    with: 'Rivermouth Council',
    as: 'practitioner',
    subject: 'threshold',
    caseReference: 'HV 22904',
    ago: 12,
    difference: 'Two referrals in a month were closed. The home visits say that it grows worse.',
    wanted: 'A joint visit this week.',
    steps: [answer(11, 'What was sent is below the threshold.'), further(8, 2, 'The visits since were not read.')],
  },
  {
    from: 'Rivermouth Council',
    with: 'Westry Police',
    subject: 'information-sharing',
    caseReference: 'RC 451007',
    ago: 1,
    urgent: true,
    difference: 'Bail conditions were changed and nobody told the social worker.',
    wanted: 'The conditions, and who is told from now on.',
    steps: [further(1, 2, 'The officer is off duty until Thursday.')],
  },
];

const harrowdale: readonly ExampleDisagreement[] = [
  {
    from: 'Thornbeck Primary School',
    with: 'Harrowdale Council',
    subject: 'threshold',
    caseReference: 'TP 31',
    ago: 170,
    difference: 'Three referrals, no assessment.',
    wanted: 'An assessment.',
    steps: [
      answer(169, 'Early help has been offered.'),
      further(165, 2, 'It was offered and not begun.'),
      answer(158, 'It begins this week.'),
      end(150, 'partly', 'Early help began.'),
    ],
  },
  {
    from: 'Dales Probation',
    with: 'Westry Police',
    subject: 'information-sharing',
    caseReference: 'DP 412',
    ago: 5,
    difference: 'Call-outs to the address are not shared.',
    wanted: 'A list of the last six months.',
    steps: [answer(4, 'It needs a request in writing.')],
  },
];

/** By the short address of the partnership, oldest first. */
export const exampleDisagreements: Readonly<Record<string, readonly ExampleDisagreement[]>> = {
  rivermouth,
  harrowdale,
};
