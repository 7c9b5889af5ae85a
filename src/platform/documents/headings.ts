import { plainWords } from './cells.ts';
import type { Cell, Row, Sheet } from './spreadsheet.ts';

/** How far down the headings may stand: official tables begin with a title and notes. */
export const deepestHeading = 30;

/**
 * Tells which column a heading names, undefined where none.
 *
 * @param spellings what files call each column: small letters, words only, parted by `|`
 */
export function headingReader<Field extends string>(
  spellings: Readonly<Record<Field, string>>,
): (heading: Cell) => Field | undefined {
  const fieldOf = new Map(
    Object.entries<string>(spellings).flatMap(([field, words]) =>
      words.split('|').map((spelling): [string, Field] => [spelling, field as Field]),
    ),
  );
  return (heading) => fieldOf.get(plainWords(heading));
}

/** A sheet, the row in which its headings stand, and the rows below it. */
export interface HeadedSheet {
  sheet: string;
  headings: readonly Cell[];
  rows: readonly Row[];
}

/** The first sheet that has, near its top, a row of headings. */
export function findHeadingRow(
  sheets: readonly Sheet[],
  isHeading: (cells: readonly Cell[]) => boolean,
): HeadedSheet | undefined {
  for (const { name, rows } of sheets) {
    const at = rows.slice(0, deepestHeading).findIndex(({ cells }) => isHeading(cells));
    const heading = rows[at];
    if (heading) return { sheet: name, headings: heading.cells, rows: rows.slice(at + 1) };
  }
  return undefined;
}
