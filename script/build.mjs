#!/usr/bin/env node
/**
 * Builds `dist/`: the program (TypeScript) and `dist/assets/` (styles, scripts, typeface, icons), each asset under a name
 * with its hash and with `.br` and `.gz` beside it. Does only what has changed since the last time.
 *
 *   node script/build.mjs [--assets FOLDER]     with --assets, only the assets, into that folder
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({ options: { assets: { type: 'string' } } });
const out = options.assets ?? join(root, 'dist/assets');
const packages = join(root, 'node_modules');
const typeface = join(packages, '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-');
const govuk = join(packages, 'govuk-frontend');

/** What is served as it is, by the name the manifest gives it. */
const COPIED = {
  'atkinson.woff2': `${typeface}latin-wght-normal.woff2`,
  'atkinson-more.woff2': `${typeface}latin-ext-wght-normal.woff2`,
  'favicon.svg': join(root, 'assets/icons/favicon.svg'),
  'favicon.ico': join(root, 'assets/icons/favicon.ico'),
  'icon-180.png': join(root, 'assets/icons/icon-180.png'),
  'govuk.js': join(govuk, 'dist/govuk/govuk-frontend.min.js'),
  'webauthn.js': join(packages, '@simplewebauthn/browser/dist/bundle/index.umd.min.js'),
};
/** What names other assets, and so is made after them. */
const SCRIPTS = {
  'app.js': join(root, 'assets/scripts/app.js'),
  'passkey.js': join(root, 'assets/scripts/passkey.js'),
};
const STYLES = join(root, 'assets/styles');

/** Compiles the program; only the files that changed, which the compiler keeps account of. */
function buildProgram() {
  removeOrphans(join(root, 'dist'));
  const compiler = spawn(
    process.execPath,
    [join(packages, 'typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  );
  return new Promise((done) => compiler.on('exit', (code) => done(code ?? 1)));
}

/** Removes compiled files whose source is gone, so that a deleted page or duty is not served from an old build. */
function removeOrphans(dist) {
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !file.endsWith('.js') || file.startsWith(out)) continue;
    const source = join(root, 'src', relative(dist, file)).replace(/\.js$/, '');
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
  }
}

async function buildAssets() {
  const stamp = hashOf(
    sources()
      .map((file) => `${file}\n${hashOf(readFileSync(file))}`)
      .join('\n'),
  );
  const stampFile = join(out, '.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const manifest = {};
  for (const [name, file] of Object.entries(COPIED)) manifest[name] = write(name, withoutMap(name, readFileSync(file)));
  for (const [name, file] of Object.entries(SCRIPTS))
    manifest[name] = write(name, namedIn(readFileSync(file, 'utf8'), manifest));
  manifest['app.css'] = write('app.css', namedIn(await styles(), manifest));
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(stampFile, stamp);
}

/** Everything an asset is made from. The components' own styles stand for themselves by their version. */
const sources = () => [
  fileURLToPath(import.meta.url),
  join(govuk, 'package.json'),
  ...Object.values(SCRIPTS),
  ...readdirSync(STYLES).map((file) => join(STYLES, file)),
  ...Object.values(COPIED),
];

async function styles() {
  const sass = await import('sass');
  return sass.compile(join(STYLES, 'app.scss'), { loadPaths: [packages], style: 'compressed', quietDeps: true }).css;
}

/** Writes one asset under its hashed name, compressed beside it where that makes it smaller. */
function write(name, content) {
  const bytes = Buffer.from(content);
  const hashed = name.replace(/(?=\.[^.]+$)/, `.${hashOf(bytes).slice(0, 12)}`);
  writeFileSync(join(out, hashed), bytes);
  if (!/\.(woff2|png)$/.test(name)) {
    writeFileSync(
      join(out, `${hashed}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    writeFileSync(join(out, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return hashed;
}

/** Puts hashed names where one asset names another, as `url("name")`, `from './name'` or `import './name'`. */
const namedIn = (text, manifest) =>
  text.replaceAll(/(?<=url\("?|from ?'\.\/|import ?'\.\/)[\w.-]+(?="?\)|')/g, (name) => manifest[name] ?? name);

/** A reference to a source map that is not served would be a request answered 404. */
const withoutMap = (name, bytes) =>
  name.endsWith('.js') ? bytes.toString().replace(/\/\/# sourceMappingURL=.*\s*$/, '') : bytes;

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

const program = options.assets === undefined ? buildProgram() : 0;
await buildAssets();
process.exitCode = await program;
