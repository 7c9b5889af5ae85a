import type { ExampleAgency } from './described.ts';

const school = (
  name: string,
  kind: 'primary-school' | 'secondary-school' | 'special-school',
  domain: string,
  parent?: string,
): ExampleAgency => ({
  name,
  kind,
  domain,
  ...(parent !== undefined && { parent }),
  posts: ['Head teacher', 'Designated safeguarding lead'],
});

/** Two trusts with their schools, and schools and settings of every other kind. */
export const schools: readonly ExampleAgency[] = [
  {
    name: 'Tidewater Learning Trust',
    kind: 'academy-trust',
    domain: 'tidewater',
    posts: ['Chief executive', 'Trust safeguarding lead'],
  },
  {
    name: 'Mereside Academy',
    kind: 'secondary-school',
    domain: 'mereside',
    parent: 'Tidewater Learning Trust',
    posts: ['Head teacher', 'Deputy safeguarding lead'],
  },
  school('Saltings Primary School', 'primary-school', 'saltings', 'Tidewater Learning Trust'),
  school('Harbour Hill Primary School', 'primary-school', 'harbour-hill', 'Tidewater Learning Trust'),
  {
    ...school('St Oswin’s Church of England Primary School', 'primary-school', 'st-oswins'),
    posts: ['Head teacher', 'Designated safeguarding lead', 'Chair of governors'],
  },
  {
    name: 'Lantern Hill Academies',
    kind: 'academy-trust',
    domain: 'lantern-hill',
    posts: ['Chief executive', 'Director of inclusion'],
  },
  school('Aldersea High School', 'secondary-school', 'aldersea-high', 'Lantern Hill Academies'),
  school('Kestrel School', 'special-school', 'kestrel-school', 'Lantern Hill Academies'),
  school('Crossings Pupil Referral Unit', 'special-school', 'crossings'),
  {
    name: 'Penrose House School',
    kind: 'independent-school',
    domain: 'penrose-house',
    posts: ['Head', 'Designated safeguarding lead'],
  },
  {
    name: 'Estuary College',
    kind: 'college',
    domain: 'estuary-college',
    posts: ['Vice principal', 'Designated safeguarding lead', 'Student services manager'],
  },
  {
    name: 'Little Otters Nursery',
    kind: 'early-years',
    domain: 'little-otters',
    posts: ['Nursery manager', 'Deputy manager'],
  },
];

/** Whoever else works with children and families. */
export const community: readonly ExampleAgency[] = [
  {
    name: 'Harbour Families',
    kind: 'voluntary',
    domain: 'harbour-families',
    posts: ['Family support manager', 'Volunteer co-ordinator', 'Family support worker'],
  },
  {
    name: 'Safe Moorings Domestic Abuse Service',
    kind: 'voluntary',
    domain: 'safe-moorings',
    posts: ['Chief executive', 'Service manager', 'Children’s worker'],
  },
  {
    name: 'Estuary Young Carers',
    kind: 'voluntary',
    domain: 'estuary-young-carers',
    posts: ['Director', 'Project worker'],
  },
  {
    name: 'Westry Sport and Leisure',
    kind: 'sport',
    domain: 'westry-sport',
    posts: ['Welfare officer', 'Head of community sport'],
  },
  {
    name: 'Rivermouth Faiths Forum',
    kind: 'faith',
    domain: 'rivermouth-faiths',
    posts: ['Co-ordinator', 'Safeguarding adviser'],
  },
  {
    name: 'Tidelands Homes',
    kind: 'housing',
    domain: 'tidelands',
    posts: ['Head of neighbourhoods', 'Safeguarding lead'],
  },
  {
    name: 'Coastline Children’s Homes',
    kind: 'other',
    domain: 'coastline-homes',
    posts: ['Responsible individual', 'Registered manager'],
  },
  {
    name: 'Westry Drug and Alcohol Service',
    kind: 'other',
    standing: 'relevant-agency',
    domain: 'westry-recovery',
    posts: ['Service manager', 'Family worker'],
  },
  { name: 'Westry Coroner’s Service', kind: 'other', domain: 'westry-coroner', posts: ['Coroner’s officer'] },
  { name: 'Port of Rivermouth', kind: 'other', domain: 'port-rivermouth', posts: ['Harbour safety manager'] },
  { name: 'Independent', kind: 'independent', posts: ['Lay member', 'Independent trainer'] },
];
