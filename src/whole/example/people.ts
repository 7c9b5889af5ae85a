import { chanceFrom } from '../../platform/chance.ts';
import type { ExamplePartnership, ExamplePerson } from './described.ts';
import { harrowdale } from './harrowdale.ts';
import { newName } from './names.ts';
import { rivermouth } from './rivermouth.ts';

/** Two councils and one neighbour; they share a police force, and one person of it sits in both. Everything is invented. */
export const examplePartnerships: readonly ExamplePartnership[] = withEverybody([rivermouth, harrowdale]);

/** Gives every post that is only described somebody with a name; nobody has the name of another. */
function withEverybody(described: readonly ExamplePartnership[]): ExamplePartnership[] {
  const chance = chanceFrom('names of the example');
  const used = new Set(described.flatMap(({ people }) => people.map(({ name }) => name)));
  return described.map((one) => ({
    ...one,
    people: [
      ...one.people,
      ...one.agencies.flatMap(({ name: agency, posts = [], left = {} }): ExamplePerson[] => [
        ...posts.map((jobTitle) => ({ name: newName(chance, used), jobTitle, agency, roles: [] })),
        ...Object.entries(left).map(([jobTitle, days]) => ({
          name: newName(chance, used),
          jobTitle,
          agency,
          roles: [],
          left: days,
        })),
      ]),
    ],
  }));
}

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
