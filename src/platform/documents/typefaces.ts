import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';

/** Where the typefaces of documents lie. */
export const typefaceFolder = join(projectRoot, 'assets/fonts');

/** Ranges of characters, first and last. */
type Ranges = readonly (readonly [number, number])[];

/** Tells whether one of the typefaces of documents has a sign for a character. */
export function shownInDocuments(): (character: number) => boolean {
  const ranges = ['AtkinsonHyperlegibleNext-Regular.ttf', 'DejaVuSans.ttf'].flatMap((file) =>
    charactersOf(readFileSync(join(typefaceFolder, file))),
  );
  const shown = new Set<number>();
  for (const [first, last] of ranges) for (let at = first; at <= last; at += 1) shown.add(at);
  return (character) => shown.has(character);
}

/**
 * The characters for which a TrueType file has a sign: its `cmap` table, in the form of segments (4) or of groups (12).
 *
 * @source OpenType specification, chapter cmap
 */
function charactersOf(font: Buffer): Ranges {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString('latin1', entry, entry + 4) === 'cmap')
      return rangesIn(font.subarray(font.readUInt32BE(entry + 8)));
  }
  return [];
}

function rangesIn(cmap: Buffer): Ranges {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) =>
    cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4)),
  );
  return subtables.flatMap((subtable) => {
    const format = subtable.readUInt16BE(0);
    if (format === 12) return groupsIn(subtable);
    return format === 4 ? segmentsIn(subtable) : [];
  });
}

const groupsIn = (subtable: Buffer): Ranges =>
  Array.from({ length: subtable.readUInt32BE(12) }, (_, at) => [
    subtable.readUInt32BE(16 + at * 12),
    subtable.readUInt32BE(20 + at * 12),
  ]);

function segmentsIn(subtable: Buffer): Ranges {
  const segments = subtable.readUInt16BE(6) / 2;
  return Array.from({ length: segments - 1 }, (_, at) => [
    subtable.readUInt16BE(16 + segments * 2 + at * 2),
    subtable.readUInt16BE(14 + at * 2),
  ]);
}
