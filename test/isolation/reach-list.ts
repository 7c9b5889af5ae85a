import { type Role, roleNames } from '../../src/partnership/roles.ts';
import type { Cell, Standing } from './matrix.ts';

/** The roles and standings of one route, with what was answered. */
type Reached = ReadonlyMap<Role, ReadonlyMap<Standing, number>>;

const title = 'Who reaches what';
const everyRole = 'every role';
const everyOther = 'every other role';

/** The cells of one partnership as text: for each route what it asks for, and for each outcome the roles that have it. */
export function writeReach(cells: readonly Cell[], asks: ReadonlyMap<string, readonly string[]>): string {
  const sections = [...Map.groupBy(cells, ({ route }) => route)].map(([route, own]) => {
    const byRole = Map.groupBy(own, ({ role }) => role);
    const outcome = (role: Role) =>
      (byRole.get(role) ?? []).map(({ standing, got }) => `${standing} ${got}`).join(', ');
    const groups = [...Map.groupBy(byRole.keys(), outcome)].toSorted(([, x], [, y]) => x.length - y.length);
    const lines = groups.map(([what, roles], at) => `- ${nameRoles(roles, groups.length, at)}: ${what}`);
    const needs = asks.get(route)?.join(', ');
    return [`## ${route}`, ...(needs ? [`asks for ${needs}`] : []), lines.join('\n')].join('\n\n');
  });
  const head = 'Made by a test, read by people: a change here is a change of what somebody can reach.';
  return `${[`# ${title}`, head, ...sections].join('\n\n')}\n`;
}

const nameRoles = (roles: readonly Role[], groups: number, at: number): string => {
  if (groups === 1) return everyRole;
  return at === groups - 1 ? everyOther : roles.join(', ');
};

/** What such a text says, by route. */
export function readReach(text: string): ReadonlyMap<string, Reached> {
  const [, ...sections] = text.split('\n## ');
  return new Map(
    sections.map((section) => {
      const [route = '', ...lines] = section.split('\n');
      return [route, reachedIn(lines.filter((line) => line.startsWith('- ')))];
    }),
  );
}

function reachedIn(lines: readonly string[]): Reached {
  const reached = new Map<Role, ReadonlyMap<Standing, number>>();
  for (const line of lines) {
    const [, names = '', outcomes = ''] = /^- ([^:]+): (.*)$/.exec(line) ?? [];
    const named = names.split(', ');
    const isMeant = (role: Role) => named.includes(role) || names === everyRole || names === everyOther;
    const standings = new Map(outcomes.split(', ').map(standingIn));
    for (const role of roleNames) if (isMeant(role) && !reached.has(role)) reached.set(role, standings);
  }
  return reached;
}

/** `in the partnership 200` */
function standingIn(outcome: string): [Standing, number] {
  const at = outcome.lastIndexOf(' ');
  return [outcome.slice(0, at) as Standing, Number(outcome.slice(at + 1))];
}
