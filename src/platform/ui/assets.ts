import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
  try {
    const names: unknown = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
    return new Map(Object.entries(Object(names)).map(([name, hashed]) => [name, String(hashed)]));
  } catch {
    return new Map();
  }
}
