import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const folder = new URL('../../../dist/assets/', import.meta.url);

/** Where the build puts styles, scripts, fonts and icons, each beside its `.br` and `.gz`; served at `/assets/`. */
export const assetsFolder: string = fileURLToPath(folder);

let manifest: ReadonlyMap<string, string> | undefined;

/**
 * The address of an asset: hashed, so that browsers may keep it for ever.
 *
 * @param name as the build's manifest calls it, `app.css` for instance; unhashed where nothing has been built (in tests)
 */
export function assetPath(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest.get(name) ?? name}`;
}

function readManifest(): ReadonlyMap<string, string> {
  const file = new URL('manifest.json', folder);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))));
}
const Manifest = z.record(z.string(), z.string());
