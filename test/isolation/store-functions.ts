import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project.ts';
import type { Table } from './catalogue.ts';

/** The functions of stores that speak of a partnership's tables, as `file.function`. */
export async function listStoreFunctions(tables: readonly Table[]): Promise<string[]> {
  const names = tables.filter(({ kind }) => kind === 'partnership').map(({ name }) => name);
  const speaks = new RegExp(`(from|into|update|join)\\b(table)?[ ('"\`]+(${names.join('|')})\\b`, 'i');
  const stores = [join(projectRoot, 'src'), import.meta.dirname].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.store.ts') && !file.startsWith('platform/backup/')) // another role, which sees everything
      .map((file) => join(folder, file)),
  );
  const found: string[] = [];
  for (const file of stores.filter((one) => speaks.test(readFileSync(one, 'utf8')))) {
    const module = (await import(file)) as Record<string, unknown>;
    const store = file.replace(/^.*\/(.*)\.store\.ts$/, '$1');
    for (const [name, value] of Object.entries(module)) if (typeof value === 'function') found.push(`${store}.${name}`);
  }
  return found.toSorted();
}
