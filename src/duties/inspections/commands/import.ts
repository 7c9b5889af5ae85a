import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { forEachOpenPartnership } from '../../../partnership/open.ts';
import { todayInLondon } from '../../../platform/calendar/plain-date.ts';
import { type Command, type CommandContext, type Options, UsageError } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/database.ts';
import { asOwner } from '../../../platform/database/owner.ts';
import { readFramework } from '../import/cells.ts';
import { importJudgements } from '../import/import-judgements.ts';
import type { ImportFile, Refusal } from '../import/import-rules.ts';
import { type ImportResult, importAsJson, importInWords } from '../import/report.ts';
import { listOwnPublished } from '../reading.store.ts';
import { amongChanges, askToRead, newSince } from '../reading.ts';

/** `concordat inspections import FILE… [--dry-run]` */
export const importCommand: Command = {
  name: 'inspections import',
  summary: 'reads published judgements from CSV or Excel files; all of them or, when any row is rejected, nothing',
  arguments: [
    {
      name: 'file',
      summary: 'a CSV or .xlsx file, with a row for each inspection or for each judgement',
      required: true,
      many: true,
    },
  ],
  options: [
    { flag: '--dry-run', summary: 'say what would change, and change nothing' },
    { flag: '--framework <name>', summary: 'for files that do not name it: sif, ilacs, jtai, slac, cpi or tlac' },
  ],
  needs: 'database',
  run: runImport,
};

async function runImport(context: CommandContext, paths: readonly string[], options: Options): Promise<number> {
  const framework = frameworkIn(options);
  const dryRun = options['dryRun'] === true;
  const { owner } = context.connections;
  if (!owner) {
    context.tell(
      'Judgements belong to all partnerships, and only the owner of the database may write them: set DATABASE_OWNER_URL.',
    );
    return 1;
  }
  const { files, refusals } = await openFiles(paths);
  const today = todayInLondon(new Date());
  const result: ImportResult =
    refusals.length > 0
      ? { files: [], refusals, changes: [], unchanged: 0, applied: false, dryRun }
      : { ...(await asOwner(owner, (db) => importJudgements(db, files, { today, framework, dryRun }))), dryRun };
  if (result.applied) await tellPartnerships(context, result.changes);
  if (context.json) context.print(JSON.stringify(importAsJson(result), null, 2));
  else for (const line of importInWords(result)) context.print(line);
  return result.refusals.length > 0 ? 1 : 0;
}

/** Whoever should know of a new report on one of their own councils finds it on their day. */
const tellPartnerships = ({ data }: { data: Database }, changes: ImportResult['changes']): Promise<void> =>
  forEachOpenPartnership(data, async (scope) => {
    await askToRead(scope, amongChanges(await listOwnPublished(scope, newSince(scope.today)), changes));
  });

function frameworkIn(options: Options) {
  const named = options['framework'];
  if (typeof named !== 'string') return undefined;
  const reading = readFramework(named);
  if (reading.wrong !== undefined) throw new UsageError(`--framework: ${reading.wrong}`);
  return reading.value;
}

async function openFiles(paths: readonly string[]): Promise<{ files: ImportFile[]; refusals: Refusal[] }> {
  const files: ImportFile[] = [];
  const refusals: Refusal[] = [];
  for (const path of paths) {
    const name = paths.some((other) => other !== path && basename(other) === basename(path)) ? path : basename(path);
    try {
      files.push({ name, bytes: await readFile(path) });
    } catch (error) {
      refusals.push({ file: path, reason: whyNotRead(error) });
    }
  }
  return { files, refusals };
}

function whyNotRead(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read';
  throw error;
}
