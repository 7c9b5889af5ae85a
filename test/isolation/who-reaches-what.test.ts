import { readFileSync } from 'node:fs';
import { expect, inject, vi } from 'vitest';
import { type Role, roleNames } from '../../src/partnership/roles.ts';
import { test as base, type Ground, type Place } from './ground.ts';
import { takeEverythingBack } from './interception.ts';
import {
  addCases,
  type Cases,
  type Cell,
  permissionsOf,
  rolesAllowed,
  type Standing,
  send,
  standingsTo,
} from './matrix.ts';
import { readReach, writeReach } from './reach-list.ts';
import { isSampled, thorough } from './sample.ts';
import { type GroundPages, openGroundPages, type Route, type Visitor, visit } from './visitor.ts';

vi.setConfig({ testTimeout: 600_000 });

/** Pages inside partnerships that ask for nothing: they lead to one that does. */
const leadOn = ['GET /:partnership/', 'GET /:partnership/inspections'];

/** What is no partnership's page asks for no role: these stand for all. */
const some: readonly Role[] = ['business-manager', 'review-lead', 'practitioner'];

/**
 * What is written down already. In a sampled run one cell in five is tried, and every one that is not written down; the others
 * are taken from here, so that the list is always whole, and always held against the permission tables.
 */
const list = new URL('./reach.md', import.meta.url);
const known = thorough || inject('rewriting') ? undefined : readReach(readFileSync(list, 'utf8'));

interface Matrix {
  cells: readonly Cell[];
  /** What each route asks for. */
  asks: ReadonlyMap<string, readonly string[]>;
  routes: readonly string[];
}

const test = base.extend('matrix', { scope: 'file' }, async ({ ground }, { onCleanup }): Promise<Matrix> => {
  const pages = await openGroundPages(ground);
  onCleanup(() => pages.app.close());
  const routes = pages.routes.filter(({ method, path }) => /GET|POST/.test(method) && !path.includes('*'));
  const asks = new Map<string, readonly string[]>();
  const cells: Cell[] = [];
  for (const place of thorough ? Object.values(ground.places) : [ground.places.a]) {
    const cases = await addCases(ground, place);
    const visitors = new Map<Role, Visitor>();
    for (const role of roleNames) visitors.set(role, await visit(pages, place.people[role].account));
    const putBack = takeEverythingBack();
    for (const route of routes) cells.push(...(await cellsOf(route, { pages, ground, place, cases, visitors, asks })));
    putBack();
  }
  return { cells, asks, routes: routes.map(nameOf) };
});

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

interface Surroundings {
  pages: GroundPages;
  ground: Ground;
  place: Place;
  cases: Cases;
  visitors: ReadonlyMap<Role, Visitor>;
  asks: Map<string, readonly string[]>;
}

async function cellsOf(route: Route, { pages, ground, place, cases, visitors, asks }: Surroundings): Promise<Cell[]> {
  const standings = standingsTo(route, ground, place, cases);
  const [, own = ''] = standings[0] ?? [];
  const lead = visitors.get('review-lead');
  if (!lead) throw new Error('there are visitors');
  const asked = await permissionsOf(pages, lead, route, own);
  asks.set(nameOf(route), asked);
  const allowed = rolesAllowed(pages.app.house.permissions, asked);
  const cells: Cell[] = [];
  for (const [role, visitor] of visitors) {
    if (!thorough && !route.path.includes(':partnership') && !some.includes(role)) continue;
    for (const [standing, url] of standings) {
      const written = known?.get(nameOf(route))?.get(role)?.get(standing);
      const tried = written === undefined || isSampled(`${role}, ${standing}, ${nameOf(route)}`, 5);
      cells.push({
        side: place.side,
        role,
        route: nameOf(route),
        standing,
        expected: expectedIn(standing, allowed.includes(role)),
        tried,
        got: tried ? (await send(visitor, route.method, url)).statusCode : written,
      });
    }
  }
  return cells;
}

function expectedIn(standing: Standing, allowed: boolean): Cell['expected'] {
  const reaches = standing === 'in the partnership' || standing === 'on the team';
  if (standing === 'signed in') return 'answered';
  return reaches ? (allowed ? 'answered' : 403) : 404;
}

const isRight = ({ expected, got }: Cell) => (expected === 'answered' ? got !== 403 && got < 500 : got === expected);

test('every page inside a partnership asks for a permission, before anything else', ({ matrix }) => {
  const silent = matrix.routes.filter(
    (route) => route.includes('/:partnership') && matrix.asks.get(route)?.length === 0,
  );
  expect(silent).toEqual(leadOn);
});

test('each role reaches what the permission tables say, where it stands right, and nothing else', ({ matrix }) => {
  const wrong = matrix.cells.filter((cell) => !isRight(cell));
  expect(
    wrong.map(({ role, route, standing, expected, got }) => `${role}, ${standing}, ${route}: ${expected}, not ${got}`),
  ).toEqual([]);
  expect(matrix.cells.length).toBeGreaterThan(thorough ? 5000 : 2000);
  expect(matrix.cells.filter(({ tried }) => tried).length).toBeGreaterThan(thorough ? 5000 : 400);
});

test('what everybody reaches who is signed in, they reach alike', ({ matrix }) => {
  const alike = matrix.cells.filter(({ standing }) => standing === 'signed in');
  const different = Map.groupBy(alike, ({ route }) => route)
    .values()
    .filter((cells) => new Set(cells.map(({ got }) => got)).size > 1);
  expect([...different].map(([cell]) => cell?.route)).toEqual([]);
});

test('nobody’s reach changes unseen: the snapshot is read as a difference', async ({ matrix }) => {
  const first = matrix.cells.filter(({ side }) => side === 'a');
  await expect(writeReach(first, matrix.asks)).toMatchFileSnapshot('reach.md');
});
