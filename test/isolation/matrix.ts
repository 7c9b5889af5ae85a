import { declareConflict, joinTeam } from '../../src/partnership/case-team.store.ts';
import { sinceEver } from '../../src/partnership/partnership.store.ts';
import { type Role, roleNames } from '../../src/partnership/roles.ts';
import { Permissions } from '../../src/platform/access/permissions.ts';
import { addDays } from '../../src/platform/calendar/days.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { giveCaseKey, openCaseWords } from '../../src/platform/sealed/case-words.ts';
import { masterKey } from '../harness/pages.ts';
import { addressesOf } from './addresses.ts';
import type { Ground, Place } from './ground.ts';
import { openEnquiry } from './restricted-duty/enquiry.store.ts';
import type { GroundPages, Route, Visitor } from './visitor.ts';
import type { Side } from './words.ts';

/** Where somebody stands to what they ask for. */
export type Standing = (typeof inPartnership)[number] | (typeof onCase)[number] | 'signed in';

const inPartnership = ['in the partnership', 'in another one', 'where none is'] as const;
const onCase = [
  'on the team',
  'not on it',
  'on it until yesterday',
  'on it from tomorrow',
  'in conflict',
  'in another one',
  'where none is',
] as const;

/** One thing tried: a role, a route, a standing. */
export interface Cell {
  side: Side;
  role: Role;
  route: string;
  standing: Standing;
  expected: number | 'answered';
  /** Whether `got` is from this run; otherwise it is what was written down. */
  tried: boolean;
  got: number;
}

/** Cases of a place that everyone with a role stands to in the same way. */
export type Cases = Readonly<Partial<Record<Standing, string>>>;

/** Makes the cases to which one stands in other ways than on the team or not. */
export async function addCases({ database, clock }: Ground, place: Place): Promise<Cases> {
  const today = new Date(clock.now).toISOString().slice(0, 10) as typeof sinceEver;
  const terms = {
    'on it until yesterday': { fromOn: sinceEver, untilOn: addDays(today, -1) },
    'on it from tomorrow': { fromOn: addDays(today, 1) },
    'in conflict': { fromOn: sinceEver },
  };
  const made: [string, string][] = [];
  for (const [standing, term] of Object.entries(terms)) {
    const ofCase = newId();
    await database.asCaseTeam(
      { ...place.people['business-manager'], person: String(place.rows['person']?.[0]?.['id']) },
      [ofCase],
      async (scope) => {
        await giveCaseKey(scope, masterKey, ofCase);
        const begun = { ...scope, words: await openCaseWords(scope, masterKey) };
        await openEnquiry(begun, ofCase, { reference: standing, summary: standing, safeAddress: '' });
        for (const { person } of Object.values(place.people)) {
          await joinTeam(begun, ofCase, { duty: 'enquiries', person, reason: 'None', ...term });
          if (standing === 'in conflict') await declareConflict(begun, ofCase, person, 'None');
        }
      },
    );
    made.push([standing, ofCase]);
  }
  return {
    'on the team': place.openCase,
    'not on it': place.shutCase,
    'where none is': newId(),
    ...Object.fromEntries(made),
  };
}

/** Each standing to a route, with the address that has it. */
export function standingsTo(route: Route, ground: Ground, place: Place, cases: Cases): [Standing, string][] {
  const other = place.side === 'a' ? ground.places.b : ground.places.a;
  const all = addressesOf(route, ground);
  const own =
    all.find((address) => (address.in ?? place) === place && (address.of ?? place) === place)?.url ?? route.path;
  const elsewhere: [Standing, string][] = [
    ['in another one', own.replace(place.slug, other.slug)],
    ['where none is', own.replace(place.slug, 'nowhere-at-all')],
  ];
  if (!route.path.includes(':partnership')) return [['signed in', own]];
  if (!route.path.includes(':case')) return [['in the partnership', own], ...elsewhere];
  const ofCases = Object.entries({ ...cases, 'in another one': other.openCase }) as [Standing, string][];
  return ofCases.map(([standing, ofCase]) => [standing, own.replace(place.openCase, ofCase)]);
}

/** Permissions that are the same for every role: for learning what each page asks for. */
export class Fixed extends Permissions<Role> {
  readonly #granted: ReadonlySet<string>;

  constructor({ table }: Permissions<Role>, granted: readonly string[]) {
    super([table]);
    this.#granted = new Set(granted);
  }

  override of(): ReadonlySet<string> {
    return this.#granted;
  }
}

/** What a page asks for, found out by refusing it everything and then all but what it has asked for. */
export async function permissionsOf(
  pages: GroundPages,
  visitor: Visitor,
  { method }: Route,
  url: string,
): Promise<string[]> {
  const { house, concordat } = pages.app;
  const { permissions } = house;
  const { explain } = concordat;
  const asked: string[] = [];
  concordat.explain = (name) => {
    asked.push(name);
    return explain(name);
  };
  try {
    for (let before = -1; asked.length > before; ) {
      before = asked.length;
      house.permissions = new Fixed(permissions, asked);
      await send(visitor, method, url);
    }
    return asked;
  } finally {
    Object.assign(house, { permissions });
    Object.assign(concordat, { explain });
  }
}

export const send = (visitor: Visitor, method: string, url: string) =>
  method === 'POST' ? visitor.post(url, { words: 'None' }) : visitor.get(url);

/** The roles whose permissions allow all that is asked for. */
export const rolesAllowed = ({ table }: Permissions<Role>, asked: readonly string[]): Role[] =>
  roleNames.filter((role) => asked.every((name) => table[name]?.roles.includes(role)));
