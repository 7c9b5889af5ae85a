import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlacesFiles } from '../../partnership/places/places-files.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { projectRoot } from '../../platform/project.ts';
import type { BoardReview, Facts, Inspection } from './facts.ts';
import { factsOf } from './facts-of.ts';
import type { Change, Held } from './import/changes.ts';
import { type ImportFile, planImport } from './import/import-rules.ts';
import type { Grade } from './judgement.ts';

/** The places that come with the program. */
export const places = await readPlacesFiles();

/** The boards shared by councils that the tests need to know of. */
export const boards = [
  { name: 'City of London and Hackney', authorities: ['E09000001', 'E09000012'] },
  {
    name: 'Tri-borough (Hammersmith and Fulham, Kensington and Chelsea, Westminster)',
    authorities: ['E09000013', 'E09000020', 'E09000033'],
  },
  { name: 'Cornwall and Isles of Scilly', authorities: ['E06000052', 'E06000053'] },
  { name: 'Leicestershire and Rutland', authorities: ['E06000017', 'E10000018'] },
  { name: 'Bournemouth and Poole', authorities: ['E06000028', 'E06000029'] },
];

export const today = plainDate('2026-11-23');

/** The files of judgements that come with the program. */
export const builtInFiles = (): Promise<ImportFile[]> =>
  Promise.all(
    ['before-sif.csv', 'ilacs-since-2025-07.csv', 'ilacs.csv', 'jtai.csv', 'sif-reinspections.csv', 'sif.csv'].map(
      async (name) => ({
        name,
        bytes: await readFile(join(projectRoot, 'data/inspections', name)),
      }),
    ),
  );

/** What would be held after `changes` to nothing. */
export const heldAfter = (changes: readonly Change[]): Held[] =>
  changes.map(({ framework, authority, facts }, at) => ({
    id: String(at),
    framework,
    authority: authority.code,
    publishedOn: plainDate(facts.get('publishedOn') ?? ''),
    source: 'built-in',
    facts,
  }));

/** Everything that comes with the program, held. */
export async function publishedHeld(): Promise<Held[]> {
  return heldAfter((await planImport(await builtInFiles(), { places, held: [], boards, today })).changes);
}

/** Everything that comes with the program, as it is counted. */
export const publishedFacts = async (): Promise<Facts> => factsOf(places, await publishedHeld());

/** A small file of text. */
export const aFile = (lines: readonly string[], name = 'judgements.csv'): ImportFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});

export const anInspection = (of: Partial<Inspection> = {}): Inspection => ({
  id: 'one',
  framework: 'sif',
  authority: 'E06000014',
  publishedOn: plainDate('2017-02-07'),
  outcomes: { 'overall-effectiveness': 'good' },
  ...of,
});

/** A review of `board` beside `authority`, printed in the report of its inspection. */
export function aReview(
  board: string,
  authority: string,
  publishedOn: string,
  outcome: Grade | 'not-judged',
): BoardReview {
  const day = plainDate(publishedOn);
  return {
    board,
    authority,
    publishedOn: day,
    outcome,
    inspection: anInspection({ id: `${authority} ${day}`, authority, publishedOn: day }),
  };
}
