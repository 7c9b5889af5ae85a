import type { Category, Control } from './risk.ts';

/** One risk of the example: likelihood and impact if nothing held it back, aimed at, and at each review, the oldest first. */
export interface ExampleRisk {
  title: string;
  cause: string;
  event: string;
  effect: string;
  category: Category;
  /** The account of its owner; the partnership’s first where nobody has it. */
  owner?: string;
  inherent: readonly [likelihood: number, impact: number];
  target: readonly [likelihood: number, impact: number];
  reviews: readonly (readonly [likelihood: number, impact: number, words: string])[];
  controls: readonly Omit<Control, 'id'>[];
  /** How many days from today the next review is due. */
  dueIn: number;
  acceptedWhy?: string;
  closedWhy?: string;
}

const same = 'Nothing has changed.';

/** What might happen in each example partnership, over two years of quarterly reviews. */
export const exampleRisks: Readonly<Record<string, readonly ExampleRisk[]>> = {
  rivermouth: [
    {
      title: 'Too few social workers to see children in time',
      cause: 'One post in five is vacant, and agency workers leave within months.',
      event: 'Visits and assessments are late.',
      effect: 'Children wait for help, and nobody knows them well.',
      category: 'workforce',
      owner: 'council',
      inherent: [5, 5],
      target: [2, 4],
      reviews: [
        [5, 4, 'Seven posts are vacant.'],
        [5, 4, same],
        [4, 4, 'The academy has sent its first four.'],
        [4, 4, same],
        [4, 4, 'Caseloads are still above 20.'],
        [3, 4, 'Two posts are left to fill.'],
        [3, 4, same],
        [4, 4, 'Three have handed in their notice.'],
        [4, 4, 'Two of three were persuaded to stay.'],
      ],
      controls: [
        { title: 'The academy takes twelve a year', works: 'partly' },
        { title: 'The director sees the count of late visits each week', works: 'well' },
      ],
      dueIn: 40,
    },
    {
      title: 'The partners’ budgets do not carry the arrangements',
      cause: 'Two partners plan for less next year, and no formula is agreed.',
      event: 'The office shrinks to two, and audits stop.',
      effect: 'Nobody sees where practice fails children.',
      category: 'funding',
      owner: 'independent-chair',
      inherent: [4, 4],
      target: [2, 3],
      reviews: [
        [4, 4, 'No offer from two partners.'],
        [4, 3, 'One year is agreed.'],
        [3, 3, same],
        [3, 3, same],
        [4, 3, 'The year ends in March, and the next is open.'],
        [4, 3, same],
        [3, 3, 'Health has named a figure.'],
        [3, 3, same],
      ],
      controls: [{ title: 'The lead safeguarding partners sign the budget by March', works: 'partly' }],
      dueIn: 12,
    },
    {
      title: 'Information is not shared in time at the front door',
      cause: 'Three systems, and health staff sit there two days a week.',
      event: 'A decision is made without what another agency knows.',
      effect: 'A child who should be seen today is not.',
      category: 'data',
      owner: 'health',
      inherent: [4, 5],
      target: [2, 5],
      reviews: [
        [4, 5, 'Health was missing from half of the meetings.'],
        [3, 5, 'Three days a week.'],
        [3, 5, same],
        [3, 5, same],
        [2, 5, 'Five days a week since April.'],
        [2, 5, same],
        [2, 5, 'The audit found one late check in forty.'],
      ],
      controls: [
        { title: 'Health is at the front door every working day', works: 'well' },
        { title: 'Forty contacts are audited each quarter', works: 'well' },
      ],
      dueIn: 55,
    },
    {
      title: 'Conferences are held late when contacts rise',
      cause: 'Contacts rose by a fifth, and there are two conference chairs.',
      event: 'One conference in three is late.',
      effect: 'Plans for children begin weeks after they are needed.',
      category: 'demand',
      owner: 'council',
      inherent: [4, 4],
      target: [2, 3],
      reviews: [
        [3, 4, 'One in ten is late.'],
        [3, 4, same],
        [4, 4, 'One in five.'],
        [4, 4, 'One in three.'],
        [4, 4, 'A third chair begins in January.'],
      ],
      controls: [{ title: 'A third chair, from January', works: 'untested' }],
      dueIn: -9,
    },
    {
      title: 'Reform moves duties before people know whose they are',
      cause: 'New arrangements begin while the old ones still run.',
      event: 'A duty is nobody’s for a time.',
      effect: 'A child falls between two teams.',
      category: 'reform',
      owner: 'police',
      inherent: [4, 4],
      target: [2, 4],
      reviews: [
        [3, 4, 'The plan names an owner for each duty but two.'],
        [3, 4, 'All but one.'],
        [2, 4, 'Every duty has an owner.'],
      ],
      controls: [{ title: 'A table of duties and owners, read at each meeting', works: 'well' }],
      dueIn: 70,
    },
    {
      title: 'Children out of school are seen by nobody',
      cause: 'Home education doubled, and there is no duty to see the child.',
      event: 'A child is harmed at home and nobody notices.',
      effect: 'Harm goes on for longer.',
      category: 'practice',
      owner: 'school',
      inherent: [3, 5],
      target: [3, 4],
      reviews: [
        [3, 5, 'Two officers for six hundred children.'],
        [3, 4, 'Health now says when a child was last seen.'],
        [3, 4, same],
        [3, 4, same],
        [3, 4, same],
        [3, 4, 'The law is unchanged.'],
      ],
      controls: [{ title: 'Health and education compare lists each term', works: 'partly' }],
      dueIn: 33,
      acceptedWhy: 'What is left needs a change of the law. We compare lists, and say so in the yearly report.',
    },
    {
      title: 'A review is published and nobody is ready for it',
      cause: 'Three reviews are under way, and publication days slip.',
      event: 'The press reads it before the family and the staff do.',
      effect: 'The family is hurt again, and staff stop telling us what goes wrong.',
      category: 'reputational',
      owner: 'review-lead',
      inherent: [3, 4],
      target: [1, 3],
      reviews: [
        [3, 3, 'One plan for publication is written.'],
        [2, 3, 'All three are.'],
        [2, 3, same],
        [1, 3, 'The first was published as planned.'],
      ],
      controls: [{ title: 'A plan for each publication, agreed a month before', works: 'well' }],
      dueIn: -200,
      closedWhy: 'All three have been published as planned.',
    },
    {
      title: 'No health figures in the multi-agency data set',
      cause: 'The provider’s new system has no report for it.',
      event: 'The board decides without a third of the picture.',
      effect: 'Children who miss health appointments are not seen as a group.',
      category: 'data',
      inherent: [4, 3],
      target: [1, 3],
      reviews: [
        [4, 3, 'No figures since spring.'],
        [4, 3, 'The report is promised for autumn.'],
        [4, 3, 'It did not come.'],
      ],
      controls: [{ title: 'Figures are asked for by letter each quarter', works: 'badly' }],
      dueIn: 4,
    },
  ],
  harrowdale: [
    {
      title: 'One person knows how everything in the office is done',
      cause: 'The office is one post and a half.',
      event: 'An illness stops reviews and meetings.',
      effect: 'What was learned about one child does not reach the next.',
      category: 'workforce',
      owner: 'neighbour-manager',
      inherent: [4, 4],
      target: [3, 2],
      reviews: [
        [4, 4, 'Nothing is written down.'],
        [4, 3, 'The yearly calendar is.'],
        [3, 3, 'A second person has run a panel.'],
        [3, 3, same],
      ],
      controls: [{ title: 'How-to pages for each month of the year', works: 'partly' }],
      dueIn: 25,
    },
    {
      title: 'Police cover two areas with one officer',
      cause: 'The force moved one post to Rivermouth.',
      event: 'Strategy meetings wait or go without police.',
      effect: 'Decisions about children are made late or half informed.',
      category: 'demand',
      owner: 'police',
      inherent: [4, 4],
      target: [2, 3],
      reviews: [
        [3, 4, 'Two meetings waited.'],
        [3, 4, same],
        [3, 3, 'Meetings are held by video.'],
        [2, 3, 'None waited this quarter.'],
      ],
      controls: [{ title: 'Meetings by video within four hours', works: 'well' }],
      dueIn: 48,
    },
    {
      title: 'The merger takes the time that audits need',
      cause: 'Two partnerships talk of one.',
      event: 'Audits are put off for a year.',
      effect: 'Nobody sees where practice slips.',
      category: 'reform',
      inherent: [3, 4],
      target: [2, 3],
      reviews: [
        [3, 4, 'Two audits were put off.'],
        [3, 3, 'One was made up for.'],
      ],
      controls: [],
      dueIn: -3,
    },
  ],
};
