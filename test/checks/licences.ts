/** The part of `package-lock.json` that is looked at, by the path of each package. */
export type Packages = Readonly<
  Record<string, { version?: string; license?: string; dev?: boolean; integrity?: string; resolved?: string }>
>;

/** Licences that ask nothing of whoever runs Concordat beyond keeping the notice. */
const free = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** What is only used to build and test may also be under a licence that binds changes of itself. */
const alsoFreeForTools = ['MPL-2.0', 'CC-BY-4.0'];

/** Whether an SPDX expression can be met with licences of `allowed`. */
export function isMet(expression: string, allowed: readonly string[]): boolean {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  return text
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}

/** Packages whose licence we may not use: `path: licence`. */
export function findUnfree(packages: Packages): string[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([, { license = 'none', dev }]) => !isMet(license, dev ? [...free, ...alsoFreeForTools] : free))
    .map(([path, { license = 'none' }]) => `${path}: ${license}`);
}

const registry = 'https://registry.npmjs.org/';

/** Packages that the lock file does not fix to one content, or takes from elsewhere than a registry. */
export function findLoose(packages: Packages): string[] {
  return Object.entries(packages)
    .filter(([path, { version, integrity, resolved }]) => {
      if (path === '') return false;
      const fixed = /^\d+\.\d+\.\d+/.test(version ?? '') && integrity?.startsWith('sha512-');
      return !fixed || !(resolved ?? registry).startsWith(registry);
    })
    .map(([path]) => path);
}

/** What in `package.json` is not one exact version. */
export const findRanges = (wanted: Readonly<Record<string, string>>): string[] =>
  Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version}`);
