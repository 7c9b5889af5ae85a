// Writes every `tables.generated.ts` from a freshly migrated schema; with --check only says which differ.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/platform/database/cluster.ts';
import { type Connection, withClient } from '../src/platform/database/connection.ts';
import { generateTables } from '../src/platform/database/generate-tables.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { projectRoot } from '../src/platform/project.ts';

const check = process.argv.includes('--check');
const folder = mkdtempSync(join(tmpdir(), 'concordat-types-'));
const server = await openEmbedded(folder, ['fsync=off']);
try {
  const owner: Connection | undefined = server.owner;
  if (!owner) throw new Error('the embedded server has an owner');
  const migrations = readMigrations();
  await migrate(owner, migrations);
  const files = await withClient(owner, (client) => generateTables(client, migrations));
  for (const [below, text] of files) {
    const file = join(projectRoot, 'src', below, 'tables.generated.ts');
    if (readIfThere(file) === text) continue;
    if (!check) writeFileSync(file, text);
    else process.exitCode = 1;
    console.log(`${check ? 'differs' : 'written'}: src/${below}/tables.generated.ts`);
  }
} finally {
  await server.release();
  rmSync(folder, { recursive: true, force: true });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
