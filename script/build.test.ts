import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const script = fileURLToPath(new URL('build.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concordat-assets-'));
const build = () => execFileSync(process.execPath, [script, '--assets', folder]);
const read = (name: string): Buffer => readFileSync(join(folder, name));
const manifest = () => z.record(z.string(), z.string()).parse(JSON.parse(read('manifest.json').toString()));

beforeAll(() => {
  build();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the assets', () => {
  test('have names that change with their content, and are there', () => {
    for (const [name, hashed] of Object.entries(manifest())) {
      expect(hashed).toMatch(new RegExp(`^${name.replace('.', String.raw`\.[0-9a-f]{12}\.`)}$`));
      expect(read(hashed).length).toBeGreaterThan(100);
    }
  });
  test('are compressed beside themselves, to the same content', () => {
    for (const name of ['app.css', 'app.js', 'govuk.js', 'favicon.svg']) {
      const hashed = manifest()[name] ?? '';
      expect(brotliDecompressSync(read(`${hashed}.br`))).toEqual(read(hashed));
      expect(gunzipSync(read(`${hashed}.gz`))).toEqual(read(hashed));
    }
  });
  test('name each other by names that are there', () => {
    const { 'app.css': css = '', 'app.js': js = '', 'govuk.js': components = '' } = manifest();
    const fonts = [
      ...read(css)
        .toString()
        .matchAll(/url\("?([^")]+\.woff2)"?\)/g),
    ].map(([, name]) => name);
    expect(fonts).toHaveLength(2);
    const there = readdirSync(folder);
    for (const name of [...fonts, components]) expect(there).toContain(name);
    expect(read(js).toString()).toContain(`from './${components}'`);
    expect(read(components).toString()).not.toContain('sourceMappingURL');
  });
  test('hold nothing of gov.uk that is not ours to use', () => {
    const { 'app.css': css = '' } = manifest();
    expect(read(css).toString()).not.toMatch(/GDS Transport|crown/i);
  });
});

test('nothing is made again that has not changed', () => {
  const before = statSync(join(folder, 'manifest.json')).mtimeMs;
  build();
  expect(statSync(join(folder, 'manifest.json')).mtimeMs).toBe(before);
});
