import { dirname, normalize } from 'node:path/posix';
import type { Source } from './sources.ts';

/** A rule of the house: what in these texts breaks it, one sentence each. Pure, so that it can be shown a planted fault. */
export interface Rule {
  says: string;
  broken(sources: readonly Source[]): string[];
}

const isTest = ({ path }: Source) => /\.(test|spec|fixture)\.tsx?$/.test(path);
const isProgram = (source: Source) => /^src\/.*\.tsx?$/.test(source.path) && !isTest(source);
const isGenerated = ({ path }: Source) => path.endsWith('.generated.ts');
const isCode = ({ path }: Source) => /\.(tsx?|mjs)$/.test(path);

/** The project's own files that a file imports, as paths. */
export const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map(
    (match) => normalize(`${dirname(path)}/${match[1] ?? match[2]}`),
  );

/** From the ground up. What is directly in `src/` stands above all. */
const floors = ['platform', 'partnership', 'ledger', 'duties', 'whole'];
const floorOf = (path: string) => {
  const floor = floors.indexOf(path.split('/')[1] ?? '');
  return floor < 0 ? floors.length : floor;
};

/** A rule about single files: those that are `where`, and in them every match of `pattern`. */
const without = (says: string, pattern: RegExp, where: (source: Source) => boolean): Rule => ({
  says,
  broken: (sources) =>
    sources
      .filter(where)
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 80)}`] : [])),
      ),
});

/** A rule about what a file may import. */
const importing = (says: string, wrong: (from: string, to: string) => boolean): Rule => ({
  says,
  broken: (sources) =>
    sources.filter(isProgram).flatMap((source) =>
      importsOf(source)
        .filter((to) => wrong(source.path, to))
        .map((to) => `${source.path} imports ${to}`),
    ),
});

const dutyOf = (path: string) => (path.startsWith('src/duties/') ? path.split('/')[2] : undefined);

/** What a file of the ground floor belongs to: its folder, or itself where it stands in none. */
const roomOf = (path: string) =>
  path
    .split('/')
    .slice(2, 3)
    .join('')
    .replace(/\.tsx?$/, '');

const platformHasNoRings: Rule = {
  says: 'folders of the platform must not import each other in a ring',
  broken: (sources) => {
    const edges = new Map<string, Set<string>>();
    for (const source of sources.filter((one) => isProgram(one) && one.path.startsWith('src/platform/'))) {
      const from = roomOf(source.path);
      const to = importsOf(source)
        .filter((path) => path.startsWith('src/platform/'))
        .map(roomOf);
      edges.set(from, new Set([...(edges.get(from) ?? []), ...to.filter((room) => room !== from)]));
    }
    return [...edges.keys()].filter((room) => reaches(edges, room, room)).map((room) => `src/platform/${room}`);
  },
};

function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const left = [...(edges.get(from) ?? [])];
  for (let room = left.pop(); room !== undefined; room = left.pop()) {
    if (room === to) return true;
    if (!seen.has(room)) left.push(...(edges.get(room) ?? []));
    seen.add(room);
  }
  return false;
}

const longest = 300;

const filesAreShort: Rule = {
  says: `a file must have ${longest} lines at most`,
  broken: (sources) =>
    sources
      .filter((source) => isCode(source) && !isGenerated(source))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > longest)
      .map(({ path, lines }) => `${path} has ${lines}`),
};

/** Where a handler of a partnership's page begins: by its type, or written in place inside its door. */
const handlers =
  /(?:: Handler<(?:SeatedScope|TeamScope|CaseScope)>\s*=|\b(?:inScope|inCaseScope|inNewCase)\()\s*(?:async\s*)?(\([^)]*\)|\w+)\s*=>/g;

const handlersAskPermission: Rule = {
  says: 'a page of a partnership must ask for a permission before anything else',
  broken: (sources) =>
    sources
      .filter(isProgram)
      .flatMap(({ path, text }) =>
        [...text.matchAll(handlers)]
          .filter((match) => !/^[\s{]*(permit\(|goTo\()/.test(text.slice(match.index + match[0].length)))
          .map((match) => `${path}:${text.slice(0, match.index).split('\n').length}`),
      ),
};

const inStore = ({ path }: Source) => path.endsWith('.store.ts') || /^src\/platform\/(database|backup)\//.test(path);

export const rules: readonly Rule[] = [
  importing('imports must run downward', (from, to) => to.startsWith('src/') && floorOf(to) > floorOf(from)),
  importing('a duty must not import another duty', (from, to) => {
    const duty = dutyOf(to);
    return duty !== undefined && dutyOf(from) !== undefined && dutyOf(from) !== duty;
  }),
  importing('the program must not import what is not the program', (_, to) => !to.startsWith('src/')),
  platformHasNoRings,
  without(
    'SQL must be written in stores',
    /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`|\bsql\.raw\(|\.query(<[^(]*>)?\(/,
    (source) => isProgram(source) && !inStore(source),
  ),
  importing(
    'a store must not know of pages',
    (from, to) => from.endsWith('.store.ts') && /^src\/platform\/ui\/|\.tsx$|\/routes\.ts$/.test(to),
  ),
  filesAreShort,
  without(
    'markup as it stands must be written in platform/ui alone',
    /\bdangerouslySetInnerHTML\b|\binnerHTML\b|\brawAround\b|<Raw\b/,
    (source) => isProgram(source) && !source.path.startsWith('src/platform/ui/'),
  ),
  without(
    'a form that changes something must be the one that carries its token',
    /<form\b(?=[^>]*method="post")/i,
    (source) => isProgram(source) && source.path !== 'src/platform/ui/form.tsx',
  ),
  without(
    'the environment must be read at the start alone',
    /\bprocess\.env\b/,
    (source) => isProgram(source) && !/^src\/(main|platform\/config)\.ts$/.test(source.path),
  ),
  without('the program must print through its command alone', /\bconsole\./, isProgram),
  without(
    'the clock must be read below, and the day handed up',
    /\bnew Date\(\)|\bDate\.now\(\)/,
    (source) =>
      isProgram(source) &&
      floorOf(source.path) > 0 &&
      floorOf(source.path) < floors.length &&
      !/\/commands?\b/.test(source.path),
  ),
  handlersAskPermission,
  without(
    'a finding must be mended, not silenced',
    /\b(eslint|oxlint|biome)-(disable|ignore)|@ts-(ignore|expect-error|nocheck)/,
    (source) => isCode(source) && !source.path.startsWith('test/checks/'),
  ),
  without(
    'no text may name a folder of somebody’s machine',
    /(?<![\w.])\/(work|home|Users)\/(?!somebody\b)[a-z]/i,
    (source) => !source.path.startsWith('test/checks/'),
  ),
];

/** Everything in `sources` that breaks a rule: `rule: what`. */
export const lintSources = (sources: readonly Source[]): string[] =>
  rules.flatMap(({ says, broken }) => broken(sources).map((what) => `${says}: ${what}`));
