import type { Ground, Place } from './ground.ts';
import type { Route } from './visitor.ts';

/** A route with its parameters filled, and whose identifiers it holds. */
export interface Address {
  route: string;
  url: string;
  /** The partnership in the address; absent where the route has none. */
  in?: Place;
  /** Whose identifiers fill the other parameters, and which row of theirs; absent where there are none. */
  of?: Place;
}

/**
 * Every way to fill a route: each partnership's address with each partnership's identifiers, those of the open case and those of
 * the shut one.
 */
export function addressesOf({ path }: Route, { places: { a, b } }: Ground): Address[] {
  const parameters = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const ins = parameters.includes('partnership') ? [a, b] : [undefined];
  const named = parameters.filter((name) => name !== 'partnership' && factFor(name, path) === undefined);
  const ofs = named.length ? [a, b] : [undefined];
  return ins.flatMap((place) =>
    ofs.flatMap((of) =>
      (of ? [0, 1] : [0]).map((nth) => ({
        route: path,
        url: path.replaceAll(/:(\w+)/g, (_, name: string) =>
          name === 'partnership' ? (place?.slug ?? '') : valueFor(name, path, of, nth),
        ),
        ...(place ? { in: place } : {}),
        ...(of ? { of } : {}),
      })),
    ),
  );
}

/** What stands for parameters that are no identifiers: of a public fact, of a figure to take away. */
const known: Readonly<Record<string, string>> = {
  '/england/:file': 'grades.csv',
  '/disagreements/counts/:file': 'agencies.csv',
  '/boards-and-councils/:file': 'agreement-overall-effectiveness.csv',
  '/law/clocks/:clock': 'panel-reply',
  '/law/sections/:section': 'act-2026-section-2',
  '/actions/:action/:step': 'report-progress',
  '/earlier/:change': '1',
  '/thread/:kind': 'action',
  '/settings/duties/:duty': 'inspections',
  '/set-up/:step': 'areas',
  '/places/:code': 'E06000017',
  '/places/:code/:file': 'time-line.csv',
};

function factFor(name: string, path: string): string | undefined {
  const upToHere = path.slice(0, path.indexOf(`:${name}`) + name.length + 1);
  return Object.entries(known).find(([end]) => upToHere.endsWith(end))?.[1];
}

/** What stands for a parameter: the case, the row that its name or the segment before it speaks of, or else any row. */
function valueFor(name: string, path: string, of: Place | undefined, nth: number): string {
  const fact = factFor(name, path);
  if (fact !== undefined || !of) return fact ?? '';
  if (name === 'case') return nth === 0 ? of.openCase : of.shutCase;
  const before = path.split('/').at(path.split('/').indexOf(`:${name}`) - 1) ?? '';
  const meant = [name, before.replaceAll('-', '_'), before.replaceAll('-', '_').replace(/s$/, '')];
  const table = Object.keys(of.rows).find((known) =>
    meant.some((word) => known === word || known.endsWith(`_${word}`)),
  );
  return String(of.rows[table ?? 'person']?.[nth]?.['id'] ?? of.openCase);
}

/** The route that answers an address, the one with fewest parameters first, as the server chooses. */
export function routeOf(routes: readonly Route[], url: string): string | undefined {
  const path = url.split(/[?#]/)[0] ?? '';
  return routes
    .filter(({ method }) => method === 'GET')
    .toSorted((x, y) => x.path.split(':').length - y.path.split(':').length)
    .find((route) =>
      new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}/?$`).test(path),
    )?.path;
}
