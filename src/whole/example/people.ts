import type { AgencyKind } from '../../partnership/agencies/kinds.ts';
import type { Role } from '../../partnership/roles.ts';

/** Everything here is invented: the places, the agencies and the people. */
export interface ExampleAgency {
  name: string;
  kind: AgencyKind;
}

export interface ExamplePerson {
  /** What the example's sign-in page calls the account; those without one never sign in. */
  account?: string;
  name: string;
  jobTitle: string;
  agency: string;
  roles: readonly Role[];
  /** For roles that end by themselves: days from the day the example was made. */
  days?: number;
}

export interface ExamplePartnership {
  slug: string;
  name: string;
  shortName: string;
  /** Real authorities, so that their published inspections can be shown: they stand in for the invented councils. */
  areas: readonly string[];
  agencies: readonly ExampleAgency[];
  people: readonly ExamplePerson[];
}

/** Two councils and one neighbour; they share a police force, and one person of it sits in both. */
export const examplePartnerships: readonly ExamplePartnership[] = [
  {
    slug: 'rivermouth',
    name: 'Rivermouth Safeguarding Children Partnership',
    shortName: 'Rivermouth',
    areas: ['E10000018', 'E06000017'],
    agencies: [
      { name: 'Partnership office', kind: 'partnership-office' },
      { name: 'Rivermouth Council', kind: 'local-authority' },
      { name: 'Westry Police', kind: 'police' },
      { name: 'NHS Estuary Integrated Care Board', kind: 'integrated-care-board' },
      { name: 'Westry Probation', kind: 'probation' },
      { name: 'Mereside Academy', kind: 'secondary-school' },
      { name: 'Harbour Families', kind: 'voluntary' },
      { name: 'Independent', kind: 'independent' },
    ],
    people: [
      {
        account: 'business-manager',
        name: 'Marian Okafor',
        jobTitle: 'Business manager',
        agency: 'Partnership office',
        roles: ['business-manager'],
      },
      {
        account: 'business-support',
        name: 'Tom Ashdown',
        jobTitle: 'Partnership officer',
        agency: 'Partnership office',
        roles: ['business-support'],
      },
      {
        account: 'training-coordinator',
        name: 'Leila Haddad',
        jobTitle: 'Training coordinator',
        agency: 'Partnership office',
        roles: ['training-coordinator'],
      },
      {
        account: 'independent-chair',
        name: 'Ruth Penhallow',
        jobTitle: 'Independent chair',
        agency: 'Independent',
        roles: ['independent-chair'],
      },
      {
        account: 'scrutineer',
        name: 'Gwilym Price',
        jobTitle: 'Independent scrutineer',
        agency: 'Independent',
        roles: ['scrutineer'],
      },
      {
        account: 'council',
        name: 'Deborah Lindqvist',
        jobTitle: 'Director of children’s services',
        agency: 'Rivermouth Council',
        roles: ['safeguarding-partner-delegate', 'partnership-chair'],
      },
      {
        account: 'police',
        name: 'Superintendent Imran Qureshi',
        jobTitle: 'Head of public protection',
        agency: 'Westry Police',
        roles: ['safeguarding-partner-delegate'],
      },
      {
        account: 'health',
        name: 'Dr Chidi Anozie',
        jobTitle: 'Chief nurse',
        agency: 'NHS Estuary Integrated Care Board',
        roles: ['safeguarding-partner-delegate', 'designated-nurse-or-doctor'],
      },
      {
        account: 'probation',
        name: 'Helen Marchetti',
        jobTitle: 'Head of probation delivery unit',
        agency: 'Westry Probation',
        roles: ['agency-representative'],
      },
      {
        account: 'school',
        name: 'Joanne Birtwistle',
        jobTitle: 'Designated safeguarding lead',
        agency: 'Mereside Academy',
        roles: ['agency-safeguarding-lead', 'education-lead'],
      },
      {
        account: 'voluntary',
        name: 'Samuel Adeyemi',
        jobTitle: 'Chief executive',
        agency: 'Harbour Families',
        roles: ['agency-representative'],
      },
      {
        account: 'sub-group-chair',
        name: 'Patricia Nowak',
        jobTitle: 'Head of safeguarding',
        agency: 'NHS Estuary Integrated Care Board',
        roles: ['sub-group-chair', 'deputy-representative'],
      },
      {
        account: 'review-lead',
        name: 'Anneliese Brandt',
        jobTitle: 'Independent reviewer',
        agency: 'Independent',
        roles: ['review-lead'],
      },
      {
        account: 'panel-member',
        name: 'Detective Inspector Kay Sutcliffe',
        jobTitle: 'Review officer',
        agency: 'Westry Police',
        roles: ['panel-member'],
      },
      {
        account: 'child-death-manager',
        name: 'Farah Siddiqui',
        jobTitle: 'Child death review manager',
        agency: 'NHS Estuary Integrated Care Board',
        roles: ['child-death-review-manager'],
      },
      {
        account: 'practitioner',
        name: 'Owen Tregear',
        jobTitle: 'Health visitor',
        agency: 'NHS Estuary Integrated Care Board',
        roles: ['practitioner'],
      },
      {
        account: 'inspector',
        name: 'Margaret Ellwood',
        jobTitle: 'Inspector',
        agency: 'Independent',
        roles: ['inspector'],
        days: 28,
      },
      {
        name: 'Councillor Brian Yates',
        jobTitle: 'Lead member for children',
        agency: 'Rivermouth Council',
        roles: ['observer'],
      },
      { name: 'Sofia Marques', jobTitle: 'Lay member', agency: 'Independent', roles: ['lay-member'] },
    ],
  },
  {
    slug: 'harrowdale',
    name: 'Harrowdale Safeguarding Children Partnership',
    shortName: 'Harrowdale',
    areas: ['E06000031'],
    agencies: [
      { name: 'Partnership office', kind: 'partnership-office' },
      { name: 'Harrowdale Council', kind: 'local-authority' },
      { name: 'Westry Police', kind: 'police' },
    ],
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
  },
];

export interface ExampleAccount extends ExamplePerson {
  account: string;
  /** The short names of the partnerships it sits in. */
  places: readonly string[];
}

/** The accounts of the example, each once, as its sign-in page lists them. */
export const exampleAccounts: readonly ExampleAccount[] = listAccounts();

function listAccounts(): ExampleAccount[] {
  const accounts = new Map<string, ExampleAccount>();
  for (const { shortName, people } of examplePartnerships) {
    for (const { account, ...person } of people) {
      if (account === undefined) continue;
      const known = accounts.get(account);
      accounts.set(account, { ...person, ...known, account, places: [...(known?.places ?? []), shortName] });
    }
  }
  return [...accounts.values()];
}

/** The address an example account would sign in with; nothing is ever sent there. */
export const exampleEmail = (account: string): string => `${account}@rivermouth.example`;
