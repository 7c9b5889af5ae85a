import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { readPlaces, writePlaces } from '../../partnership/places/places.store.ts';
import { readPlacesFiles } from '../../partnership/places/places-files.ts';
import { hashOf, holdReferenceSet, markReferenceSet } from '../../partnership/places/reference-set.store.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { asOwner } from '../../platform/database/owner.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { projectRoot } from '../../platform/project.ts';
import type { SharedBoard } from './import/changes.ts';
import { type ImportFile, planImport } from './import/import-rules.ts';
import { readInspections, readSharedBoards, writeChanges, writeSharedBoards } from './judgements.store.ts';

const boardsFile = 'shared-boards.csv';

/** What `inspection.source` says of a fact that came with the program. */
export const builtIn = 'built-in';

/** The facts came with the program: none of them is in the future, whatever the clock of a new machine says. */
const endOfTime = plainDate('9999-12-31');

/**
 * Loads the places and judgements that come with the program, by the rules of any import. Where the files are those loaded last
 * it only compares a hash. What an operator has imported is not overruled.
 *
 * @param tell is told what is being loaded, when something is
 */
export async function loadReferenceFacts(
  owner: Connection,
  tell: (line: string) => void,
  folder = join(projectRoot, 'data'),
): Promise<void> {
  const places = await readFolder(join(folder, 'places'));
  const inspections = await readFolder(join(folder, 'inspections'));
  const hashes = {
    places: hashOf(places.map(({ bytes }) => bytes)),
    inspections: hashOf(inspections.map(({ bytes }) => bytes)),
  };
  await asOwner(owner, async (db) => {
    if ((await holdReferenceSet(db, 'places')) !== hashes.places) {
      tell('Loading England’s councils, regions, police areas and health boards');
      await writePlaces(db, await readPlacesFiles(join(folder, 'places')));
      await markReferenceSet(db, 'places', hashes.places);
    }
    if ((await holdReferenceSet(db, 'inspections')) !== hashes.inspections) {
      tell('Loading the published judgements');
      await loadJudgements(db, inspections);
      await markReferenceSet(db, 'inspections', hashes.inspections);
    }
  });
}

async function readFolder(folder: string): Promise<ImportFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** @throws {Error} when the files do not pass the rules of import: they came with the program, so that is a fault of ours */
async function loadJudgements(db: Kysely<Tables>, files: readonly ImportFile[]): Promise<void> {
  const boards = files.find(({ name }) => name === boardsFile);
  if (boards) await writeSharedBoards(db, await readBoards(boards));
  const held = await readInspections(db);
  const context = { places: await readPlaces(db), held, boards: await readSharedBoards(db), today: endOfTime };
  const { changes, refusals } = await planImport(
    files.filter((file) => file !== boards),
    context,
  );
  const [wrong] = refusals;
  if (wrong) throw new Error(`data/inspections/${wrong.file}, line ${wrong.line ?? 1}: ${wrong.reason}`);
  const imported = new Set(held.filter(({ source }) => source !== builtIn).map(({ id }) => id));
  await writeChanges(
    db,
    changes.filter(({ id }) => id === undefined || !imported.has(id)),
    () => builtIn,
  );
}

async function readBoards({ bytes }: ImportFile): Promise<SharedBoard[]> {
  const [sheet] = await readSpreadsheet(bytes);
  const rows = (sheet?.rows ?? [])
    .slice(1)
    .map(({ cells: [board = '', authority = ''] }) => ({ board: String(board), authority: String(authority) }));
  const byBoard = Map.groupBy(rows, ({ board }) => board);
  return [...byBoard].map(([name, areas]) => ({ name, authorities: areas.map(({ authority }) => authority) }));
}
