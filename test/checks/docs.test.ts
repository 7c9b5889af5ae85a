import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, permissions } from '../../src/app.ts';
import { roles } from '../../src/partnership/roles.ts';
import { Permissions } from '../../src/platform/access/permissions.ts';
import { projectRoot } from '../../src/platform/project.ts';
import { serveCommand, workCommand } from '../../src/serve.ts';
import {
  anchorsOf,
  findBrokenLinks,
  findDifferences,
  linksIn,
  namesInTables,
  sectionsOf,
  variablesReadIn,
} from './docs.ts';
import { commandLinePage, rolesPage } from './generated-pages.ts';
import { readSources } from './sources.ts';

const sources = readSources();
const pages = sources.filter(({ path }) => path.endsWith('.md'));
const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

test('every link and anchor between the pages leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(findBrokenLinks(pages, (path) => existsSync(join(projectRoot, path)))).toEqual([]);
});

test('every environment variable is documented, and no other', () => {
  const documented = namesInTables(read('docs/operations/configuration.md'));
  expect(findDifferences('variable', variablesReadIn(sources), documented)).toEqual([]);
});

test('the pages of commands, roles and permissions say what the program says', async () => {
  const all = [serveCommand, workCommand, ...commands()];
  await expect(commandLinePage(all)).toMatchFileSnapshot(join(projectRoot, 'docs/operations/command-line.md'));
  await expect(rolesPage(roles, permissions)).toMatchFileSnapshot(join(projectRoot, 'docs/guide/roles.md'));
});

test('a page made from the program names every command, argument, option, role and permission', () => {
  const commandLine = commandLinePage([
    {
      name: 'plan draw up',
      summary: 'draw up a plan',
      arguments: [{ name: 'FILE', summary: 'what to read', required: true, many: true }],
      options: [{ flag: '--dry-run', summary: 'change nothing' }],
      needs: 'nothing',
      run: async () => 0,
    },
  ]);
  expect(commandLine).toContain('## `concordat plan draw up`\n\nDraw up a plan.');
  expect(commandLine).toContain('script/concordat plan draw up FILE… [--dry-run]');
  expect(namesInTables(commandLine)).toEqual(['FILE', '--dry-run']);
  const page = rolesPage(
    {
      chair: { title: 'The chair', about: 'Chairs', factor: true },
      clerk: { title: 'The clerk', about: 'Writes', factor: false },
    },
    new Permissions([
      {
        'plan.change': { title: 'change the plan', roles: ['chair'] },
        'plan.read': { title: 'read the plan', roles: ['chair', 'clerk'] },
      },
    ]),
  );
  expect(page).toContain('| The chair | Chairs | yes |');
  expect(page).toContain('| `plan.read` | read the plan | every role |');
  expect(page).toContain('| `plan.change` | change the plan | The chair |');
});

test('every decision is in the index, numbered without a gap, and a screen long at most', () => {
  const decisions = pages.filter(({ path }) => /^docs\/decisions\/(?!README)/.test(path));
  const index = linksIn(read('docs/decisions/README.md')).filter((link) => !link.includes('/'));
  expect(
    findDifferences(
      'decision',
      decisions.map(({ path }) => path.replace('docs/decisions/', '')),
      index,
    ),
  ).toEqual([]);
  const numbers = decisions.map(({ path }) => Number(path.match(/\/(\d{4})-[a-z0-9-]+\.md$/)?.[1]));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(decisions.map((_, at) => at + 1));
  expect(decisions.filter(({ text }) => text.trimEnd().split('\n').length > 45).map(({ path }) => path)).toEqual([]);
});

test('every script that a page names is there', () => {
  const named = pages.flatMap(({ text }) =>
    [...text.matchAll(/\bscript\/[a-z][a-z0-9./-]*[a-z]/g)].map((match) => match[0]),
  );
  expect([...new Set(named)].filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

test('links and anchors that lead nowhere are found', () => {
  const page = (path: string, text: string) => ({ path, text });
  const planted = [
    page(
      'README.md',
      '[a](docs/guide.md) [b](docs/gone.md) ![c](docs/gone.png) [d](https://example.org) `[e](gone.md)` [f](/docs/guide.md)',
    ),
    page(
      'docs/guide.md',
      '# The guide\n## Who may `do` what?\n[a](#who-may-do-what) [b](#gone) [c](../README.md#gone) [d](../../outside.md)\n```\n[e](gone.md)\n```',
    ),
  ];
  expect(findBrokenLinks(planted, (path) => planted.some((one) => one.path === path))).toEqual([
    'README.md -> docs/gone.md',
    'README.md -> docs/gone.png',
    'README.md -> /docs/guide.md',
    'docs/guide.md -> #gone',
    'docs/guide.md -> ../README.md#gone',
    'docs/guide.md -> ../../outside.md',
  ]);
});

test('headings become anchors as readers see them', () => {
  const anchors = anchorsOf(
    '# Partners’ decision\n## A & B\n## Again\n## Again\n## [Linked](x.md) _word_\n```\n# no heading\n```',
  );
  expect([...anchors]).toEqual(['partners-decision', 'a--b', 'again', 'again-1', 'linked-_word_']);
});

test('what is not documented, and what does not exist, is found', () => {
  expect(findDifferences('command', ['serve', 'work'], ['serve', 'fly'])).toEqual([
    'command work is not documented',
    'command fly is documented and does not exist',
  ]);
  const config = {
    path: 'src/platform/config.ts',
    text: `env['PORT'] || required(env, 'MAIL_FROM', 'SMTP_URL'); other['NOT_ONE']`,
  };
  expect(variablesReadIn([config, { ...config, path: 'src/platform/config.test.ts' }])).toEqual(['PORT', 'MAIL_FROM']);
  expect(namesInTables('| variable | meaning |\n| --- | --- |\n| `PORT`, `HOST` | where |\n| `A` | `B` |')).toEqual([
    'PORT',
    'HOST',
    'A',
  ]);
  expect([...sectionsOf('# Title\n## `one`\nfirst\n### deeper\n## two\nsecond', 2)]).toEqual([
    ['`one`', 'first\n### deeper'],
    ['two', 'second'],
  ]);
});
