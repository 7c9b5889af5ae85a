import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { nearestName } from '../../platform/documents/nearest.ts';
import { type LocalAuthority, type Places, stands } from './places.ts';

/** How a file names a council: by any of these. */
export interface AuthorityReference {
  name?: string;
  /** `E06000014`. */
  code?: string;
  /** `816`. */
  dfeCode?: string;
}

/** The council that is meant, or why none can be told. */
export type Lookup =
  | { found: LocalAuthority }
  | { found?: undefined; because: 'unknown'; said: string; didYouMean?: string }
  | { found?: undefined; because: 'contradiction'; said: string; meaning: string };

/** Finds councils by the names and numbers that files give them. */
export interface AuthorityDirectory {
  /**
   * @param on the day that the fact is of: it tells an abolished council from a later one of the same name
   */
  find(reference: AuthorityReference, on: PlainDate): Lookup;
}

/** A directory of `places`. Names are matched without regard to case, marks, "&", "City of", "Borough Council" and the like. */
export function authorityDirectory(places: Places): AuthorityDirectory {
  const byCode = indexBy(places.authorities, ({ code, otherCodes }) => [code, ...otherCodes]);
  const byDfeCode = indexBy(places.authorities, ({ dfeCode }) => [dfeCode]);
  const byName = indexBy(places.authorities, ({ name, otherNames }) => [name, ...otherNames].map(plainName));
  const byCoreName = indexBy(places.authorities, ({ name, otherNames }) => [name, ...otherNames].map(coreName));
  const named = (name: string) => byName.get(plainName(name)) ?? byCoreName.get(coreName(name)) ?? [];

  return {
    find({ name, code, dfeCode }, on) {
      const answers = [
        code === undefined ? undefined : { said: code, those: byCode.get(code.toUpperCase()) ?? [] },
        dfeCode === undefined ? undefined : { said: dfeCode, those: byDfeCode.get(dfeCode) ?? [] },
        name === undefined ? undefined : { said: name, those: named(name) },
      ].filter((answer) => answer !== undefined);
      const unknown = answers.find(({ those }) => those.length === 0);
      if (unknown) return { because: 'unknown', said: unknown.said, ...suggestion(unknown.said, byName, byCoreName) };
      const [first, ...rest] = answers;
      if (!first) return { because: 'unknown', said: '' };
      const common = first.those.filter((each) => rest.every(({ those }) => those.includes(each)));
      const standing = common.filter((each) => stands(each, on));
      const found = standing.find(({ endedOn }) => endedOn) ?? standing[0] ?? common[0]; // its successor stood only later
      if (found) return { found };
      const other = rest.find(({ those }) => !those.some((each) => first.those.includes(each)));
      return {
        because: 'contradiction',
        said: other?.said ?? '',
        meaning: `${first.said} is ${first.those[0]?.name ?? ''}`,
      };
    },
  };
}

function indexBy(authorities: readonly LocalAuthority[], keysOf: (authority: LocalAuthority) => readonly string[]) {
  const index = new Map<string, LocalAuthority[]>();
  for (const authority of authorities) {
    for (const key of new Set(keysOf(authority))) index.set(key, [...(index.get(key) ?? []), authority]);
  }
  return index;
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z ,-]/g, '')
    .replaceAll(/[ ,-]+/g, ' ')
    .trim();

/** The name without what councils put around it: "London Borough of Bexley" and "Bexley Council" are Bexley. */
function coreName(name: string): string {
  const plain = plainName(name).replace(
    /( (metropolitan|london) borough| borough| city| county| district)? (council|corporation)$/,
    '',
  );
  const core = plain
    .replace(/^(the )?((royal|london|metropolitan) borough|city|county) (council )?of (the )?/, '')
    .replace(/ (city|county) of$/, '')
    .trim();
  return core === 'london' ? plain : core; // the City is a council; London is a region
}

type Index = ReadonlyMap<string, readonly LocalAuthority[]>;

/** The council whose name is nearest to `said`, when it is near enough to be a slip of the hand. */
function suggestion(said: string, ...indexes: Index[]): { didYouMean?: string } {
  const named = new Map(indexes.flatMap((index) => [...index]).map(([key, [first]]) => [key, first?.name]));
  const didYouMean = named.get(nearestName(coreName(said), named.keys()) ?? '');
  return didYouMean === undefined ? {} : { didYouMean };
}
