import { type ExampleAgency, type ExampleGroup, type ExamplePartnership, seatsFor } from './described.ts';

/** Twelve agencies. The police force is the one that Rivermouth has. */
const agencies: readonly ExampleAgency[] = [
  { name: 'Partnership office', kind: 'partnership-office', domain: 'harrowdale', posts: ['Partnership officer'] },
  {
    name: 'Harrowdale Council',
    kind: 'local-authority',
    domain: 'harrowdale-council',
    posts: [
      'Chief executive',
      'Director of children’s services',
      'Head of safeguarding',
      'Early help manager',
      'Education welfare manager',
      'Principal social worker',
    ],
    left: { 'Head of safeguarding': 210 },
  },
  {
    name: 'Westry Police',
    kind: 'police',
    domain: 'westry-police',
    posts: ['Deputy chief constable', 'Detective inspector', 'Inspector, neighbourhoods'],
  },
  {
    name: 'NHS Northern Vale Integrated Care Board',
    kind: 'integrated-care-board',
    domain: 'northern-vale',
    posts: ['Chief executive', 'Designated nurse', 'Designated doctor'],
    left: { 'Director of nursing': 104 },
  },
  {
    name: 'Vale Hospitals NHS Trust',
    kind: 'nhs-trust',
    domain: 'vale-hospitals',
    posts: ['Named nurse', 'Named doctor'],
  },
  {
    name: 'Dales Probation',
    kind: 'probation',
    domain: 'dales-probation',
    posts: ['Head of probation delivery unit', 'Senior probation officer'],
  },
  {
    name: 'Harrowdale Youth Justice Service',
    kind: 'youth-justice',
    domain: 'harrowdale-youth-justice',
    posts: ['Service manager'],
  },
  {
    name: 'Harrowdale School',
    kind: 'secondary-school',
    domain: 'harrowdale-school',
    posts: ['Head teacher', 'Designated safeguarding lead'],
  },
  {
    name: 'Thornbeck Primary School',
    kind: 'primary-school',
    domain: 'thornbeck',
    posts: ['Head teacher', 'Designated safeguarding lead'],
  },
  {
    name: 'Hill Farm Nursery',
    kind: 'early-years',
    domain: 'hill-farm-nursery',
    posts: ['Nursery manager'],
  },
  {
    name: 'Dale Voluntary Action',
    kind: 'voluntary',
    domain: 'dale-voluntary',
    posts: ['Chief officer', 'Family worker'],
  },
  { name: 'Independent', kind: 'independent', posts: ['Independent scrutineer', 'Lay member', 'Independent reviewer'] },
];

const groups: readonly ExampleGroup[] = [
  {
    name: 'Lead safeguarding partners',
    kind: 'chief-officers',
    purpose: 'Sets the direction of the partnership, and answers for it in law.',
    meets: 2,
    begun: 700,
    terms: [{ agreed: 690, review: 40 }],
    seats: [
      { agency: 'NHS Northern Vale Integrated Care Board', capacity: 'chair', who: 'Chief executive' },
      { agency: 'Harrowdale Council', who: 'Chief executive' },
      { agency: 'Westry Police', who: 'Deputy chief constable' },
    ],
  },
  {
    name: 'Delegates’ group',
    kind: 'executive',
    parent: 'Lead safeguarding partners',
    purpose: 'Runs the partnership for the lead safeguarding partners.',
    decides: 'Agrees the business plan and commissions reviews.',
    sendsUp: 'Serious incidents, and disagreement between partners.',
    quorum: { members: 3, needs: { council: 1, police: 1, health: 1 } },
    meets: 6,
    begun: 700,
    terms: [{ agreed: 690, review: -20 }],
    seats: [
      { agency: 'Harrowdale Council', capacity: 'chair', who: 'Director of children’s services', deputised: true },
      { agency: 'Westry Police', who: 'Superintendent Imran Qureshi', deputised: true },
      { agency: 'NHS Northern Vale Integrated Care Board', vacant: 104 },
      { agency: 'Harrowdale School', who: 'Head teacher' },
      { agency: 'Independent', capacity: 'adviser', who: 'Independent scrutineer' },
      { agency: 'Partnership office', capacity: 'in-attendance', who: 'Callum Fairweather' },
    ],
  },
  {
    name: 'Harrowdale forum',
    kind: 'forum',
    parent: 'Delegates’ group',
    purpose: 'All agencies hear what has been learned, and say what they see.',
    meets: 3,
    begun: 650,
    terms: [{ agreed: 640, review: 90 }],
    seats: [
      { agency: 'Harrowdale Council', capacity: 'chair', who: 'Director of children’s services' },
      ...seatsFor(
        'Westry Police',
        'Vale Hospitals NHS Trust',
        'Dales Probation',
        'Harrowdale Youth Justice Service',
        'Thornbeck Primary School',
        'Hill Farm Nursery',
        'Dale Voluntary Action',
      ),
      { agency: 'Independent', who: 'Lay member' },
    ],
  },
  {
    name: 'Learning and improvement group',
    kind: 'sub-group',
    parent: 'Delegates’ group',
    purpose: 'Audits, training, and what comes of reviews.',
    decides: 'The audit and training programmes.',
    sendsUp: 'Recommendations that no agency takes up.',
    quorum: { members: 4 },
    meets: 6,
    begun: 700,
    terms: [{ agreed: 320, review: 45 }],
    seats: [
      { agency: 'Harrowdale Council', capacity: 'chair', who: 'Head of safeguarding' },
      { agency: 'NHS Northern Vale Integrated Care Board', who: 'Designated nurse' },
      ...seatsFor('Westry Police', 'Vale Hospitals NHS Trust', 'Harrowdale School', 'Dale Voluntary Action'),
    ],
  },
];

/** The smaller neighbour. */
export const harrowdale: ExamplePartnership = {
  slug: 'harrowdale',
  name: 'Harrowdale Safeguarding Children Partnership',
  shortName: 'Harrowdale',
  areas: ['E06000031'],
  contact: {
    words: 'The partnership office answers from Monday to Thursday.',
    email: 'office@harrowdale.example',
    phone: '01632 960400',
  },
  localWords: { executive: 'delegates’ group' },
  agencies,
  people: [
    {
      account: 'neighbour-manager',
      name: 'Callum Fairweather',
      jobTitle: 'Business manager',
      agency: 'Partnership office',
      roles: ['business-manager'],
    },
    {
      account: 'police',
      name: 'Superintendent Imran Qureshi',
      jobTitle: 'Head of public protection',
      agency: 'Westry Police',
      roles: ['safeguarding-partner-delegate'],
    },
  ],
  groups,
  priorities: [
    { name: 'Neglect', lead: 'Harrowdale Council: Director of children’s services', begun: 400 },
    { name: 'Children who go missing', lead: 'Superintendent Imran Qureshi', begun: 400 },
    { name: 'Domestic abuse', begun: 60 },
  ],
  assistants: [],
  acceptedGaps: [],
  otherBoards: [
    {
      name: 'Harrowdale Council: Director of children’s services',
      board: 'Health and wellbeing board',
      capacity: 'Member',
    },
    { name: 'Dales Probation: Head of probation delivery unit', board: 'Community safety partnership' },
  ],
};
