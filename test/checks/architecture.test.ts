import { expect, test } from 'vitest';
import { importsOf, lintSources, rules } from './architecture.ts';
import { readSources, type Source } from './sources.ts';

test('the house keeps every rule of its architecture', () => {
  expect(lintSources(readSources())).toEqual([]);
});

test('imports are seen however they are written', () => {
  const text = [
    `import { one } from './one.ts';`,
    `import type {\n  two,\n} from '../two.ts';`,
    `import './three.ts';`,
    `export { four } from './four.ts';`,
    `export * from './five.ts';`,
    `const six = await import('../six.ts');`,
    `import pg from 'pg';`,
    `export const root = new URL('../../', import.meta.url);`,
  ].join('\n');
  expect(importsOf({ path: 'src/platform/here/file.ts', text })).toEqual([
    'src/platform/here/one.ts',
    'src/platform/two.ts',
    'src/platform/here/three.ts',
    'src/platform/here/four.ts',
    'src/platform/here/five.ts',
    'src/platform/six.ts',
  ]);
});

const file = (path: string, ...lines: string[]): Source => ({ path, text: lines.join('\n') });

/** Faults, and what must be found of them. */
const planted: readonly (readonly [sources: readonly Source[], ...found: string[]])[] = [
  [
    [file('src/platform/mail/mail.ts', `import { roles } from '../../partnership/roles.ts';`)],
    'imports must run downward: src/platform/mail/mail.ts imports src/partnership/roles.ts',
  ],
  [
    [file('src/duties/training/routes.ts', `export { Today } from '../../whole/today/today-page.tsx';`)],
    'imports must run downward: src/duties/training/routes.ts imports src/whole/today/today-page.tsx',
  ],
  [
    [file('src/whole/today/routes.ts', `import { duties } from '../../app.ts';`)],
    'imports must run downward: src/whole/today/routes.ts imports src/app.ts',
  ],
  [
    [file('src/duties/plan/plan.ts', `import type { Course } from '../training/course.ts';`)],
    'a duty must not import another duty: src/duties/plan/plan.ts imports src/duties/training/course.ts',
  ],
  [
    [file('src/platform/http/server.ts', `import { house } from '../../../test/harness/house.ts';`)],
    'the program must not import what is not the program: src/platform/http/server.ts imports test/harness/house.ts',
  ],
  [
    [
      file('src/platform/http/server.ts', `import { identify } from '../identity/doors.ts';`),
      file('src/platform/identity/doors.ts', `import { respond } from '../trail/trail.ts';`),
      file('src/platform/trail/trail.ts', `import { respond } from '../http/respond.ts';`),
      file('src/platform/ui/layout.tsx', `import { respond } from '../http/respond.ts';`),
    ],
    'folders of the platform must not import each other in a ring: src/platform/http',
    'folders of the platform must not import each other in a ring: src/platform/identity',
    'folders of the platform must not import each other in a ring: src/platform/trail',
  ],
  ...[
    `db.selectFrom('person').selectAll()`,
    `db.insertInto('person')`,
    'await sql`select 1`.execute(db);',
    'await sql<{ id: string }>`select 1`.execute(db);',
    `sql.raw('select 1')`,
    `await client.query<Row>('select 1')`,
  ].map(
    (line) =>
      [
        [file('src/duties/training/course.ts', line), file('src/duties/training/course.store.ts', line)],
        `SQL must be written in stores: src/duties/training/course.ts:1: ${line}`,
      ] as const,
  ),
  [
    [file('src/partnership/seat.store.ts', `import { SeatPage } from './pages/seat-page.tsx';`)],
    'a store must not know of pages: src/partnership/seat.store.ts imports src/partnership/pages/seat-page.tsx',
  ],
  [
    [
      file('src/partnership/long.ts', ...Array.from({ length: 301 }, () => 'x')),
      file('src/partnership/tables.generated.ts', ...Array.from({ length: 301 }, () => 'x')),
      file('src/partnership/just.ts', ...Array.from({ length: 300 }, () => 'x'), ''),
    ],
    'a file must have 300 lines at most: src/partnership/long.ts has 301',
  ],
  ...['<div dangerouslySetInnerHTML={{ __html: words }} />', '<Raw html={words} />', 'return rawAround([words]);'].map(
    (line) =>
      [
        [file('src/partnership/page.tsx', line), file('src/platform/ui/layout.tsx', line)],
        `markup as it stands must be written in platform/ui alone: src/partnership/page.tsx:1: ${line}`,
      ] as const,
  ),
  [
    [file('src/partnership/page.tsx', '<form novalidate method="post">', '<form method="get">')],
    'a form that changes something must be the one that carries its token: src/partnership/page.tsx:1: <form novalidate method="post">',
  ],
  [
    [file('src/partnership/page.tsx', `process.env['DEBUG']`), file('src/platform/config.ts', `process.env['DEBUG']`)],
    `the environment must be read at the start alone: src/partnership/page.tsx:1: process.env['DEBUG']`,
  ],
  [
    [
      file('src/partnership/page.tsx', `console.log('here')`),
      file('src/partnership/page.test.tsx', `console.log('here')`),
    ],
    `the program must print through its command alone: src/partnership/page.tsx:1: console.log('here')`,
  ],
  ...['const today = new Date();', 'const now = Date.now();'].map(
    (line) =>
      [
        [
          file('src/duties/plan/plan.ts', line),
          file('src/platform/calendar/day.ts', line),
          file('src/duties/plan/commands/due.ts', line),
        ],
        `the clock must be read below, and the day handed up: src/duties/plan/plan.ts:1: ${line}`,
      ] as const,
  ),
  [
    [
      file(
        'src/duties/plan/pages/plan.tsx',
        'export const showPlan: Handler<SeatedScope> = async (scope, request) => {',
        '  const plan = found(await findPlan(scope));',
        `  permit(scope, 'plan.read');`,
        '};',
        'export const takePlan: Handler<SeatedScope> = async (scope, request) => {',
        `  permit(scope, 'plan.change');`,
        '};',
      ),
      file(
        'src/duties/plan/routes.tsx',
        `app.get('/plan', inScope((scope) => page(<Plan />)));`,
        `app.get('/old', inScope(({ slug }) => goTo('/plan')));`,
        `app.get('/case', inCaseScope(async (scope) => {`,
        `  permit(scope, 'plan.read');`,
      ),
    ],
    'a page of a partnership must ask for a permission before anything else: src/duties/plan/pages/plan.tsx:1',
    'a page of a partnership must ask for a permission before anything else: src/duties/plan/routes.tsx:1',
  ],
  ...[
    '// eslint-disable-next-line',
    '// oxlint-disable no-console',
    '// biome-ignore lint: no',
    '// @ts-ignore',
    '// @ts-expect-error',
  ].map(
    (line) =>
      [
        [file('test/harness/house.ts', line)],
        `a finding must be mended, not silenced: test/harness/house.ts:1: ${line}`,
      ] as const,
  ),
  [
    [
      file(
        'docs/guide.md',
        'Open /home/alex/concordat.',
        'See /Users/alex/x and (/work/main).',
        'A page: /guide/work/plan',
      ),
      file('src/config.test.ts', `{ HOME: '/home/somebody' }`),
    ],
    'no text may name a folder of somebody’s machine: docs/guide.md:1: Open /home/alex/concordat.',
    'no text may name a folder of somebody’s machine: docs/guide.md:2: See /Users/alex/x and (/work/main).',
  ],
];

test.each(planted.map(([sources, ...found]) => ({ sources, found, what: found[0] })))('$what', ({ sources, found }) => {
  expect(lintSources(sources)).toEqual(found);
});

test('every rule has been seen to find something', () => {
  const seen = planted.flatMap(([, ...found]) => found);
  expect(
    rules.filter(({ says }) => !seen.some((found) => found.startsWith(`${says}: `))).map(({ says }) => says),
  ).toEqual([]);
});
