import { plainWords } from '../../platform/documents/cells.ts';
import { deepestHeading, findHeadingRow, type HeadedSheet, headingReader } from '../../platform/documents/headings.ts';
import type { Cell, Sheet } from '../../platform/documents/spreadsheet.ts';
import { type FieldFacts, type Format, fieldsOf, titleOf } from './format.ts';

/** What somebody said a heading means, the last time: a field, or '' where it is not used. By the heading as plain words. */
export type RememberedMatch = ReadonlyMap<string, string>;

/** What each column of a file is read as, in its order; undefined for one that is not used. */
export type ColumnMatch<Field extends string> = readonly (Field | undefined)[];

const readers = new Map<string, (heading: Cell) => string | undefined>();

/** The field that a heading names in files of the format. */
export function readHeading<Field extends string>(format: Format<Field>, heading: Cell): Field | undefined {
  const reader = readers.get(format.code) ?? headingReader(spellingsOf(format));
  readers.set(format.code, reader);
  return reader(heading) as Field | undefined;
}

const spellingsOf = ({ columns }: Format): Record<string, string> =>
  Object.fromEntries(
    Object.entries<FieldFacts | undefined>(columns).map(([field, facts]) => [
      field,
      `${plainWords(facts?.title ?? '')}|${facts?.spellings ?? ''}`,
    ]),
  );

/** Headings as they are remembered: plain words, numbered where one stands twice, the column's letter where it is empty. */
export function headingKeys(headings: readonly Cell[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, at) => {
    const words = plainWords(heading) || `column ${at + 1}`;
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return times === 1 ? words : `${words} (${times})`;
  });
}

/**
 * The sheet and the row of headings that say most of the format. Where nothing is recognised it is the first row of at least two
 * cells: the person says what its columns mean.
 */
export function findColumns(
  sheets: readonly Sheet[],
  format: Format,
  remembered: RememberedMatch,
): HeadedSheet | undefined {
  const known = (cells: readonly Cell[]) => new Set(matchColumns(format, cells, remembered).filter(Boolean)).size;
  const most = Math.max(
    0,
    ...sheets.flatMap(({ rows }) => rows.slice(0, deepestHeading).map(({ cells }) => known(cells))),
  );
  return findHeadingRow(sheets, (cells) =>
    most > 0 ? known(cells) === most : cells.filter((cell) => cell !== '').length > 1,
  );
}

/** What the columns are: as somebody said before, else as their headings are usually meant. A field is given once. */
export function matchColumns<Field extends string>(
  format: Format<Field>,
  headings: readonly Cell[],
  remembered: RememberedMatch,
): ColumnMatch<Field> {
  const keys = headingKeys(headings);
  const said = keys.map((key) => remembered.get(key));
  const taken = new Set<string>(said.filter((field) => field !== undefined));
  return headings.map((heading, at) => {
    const field = said[at] ?? readHeading(format, heading);
    if (field === undefined || !fieldsOf(format).includes(field as Field)) return undefined;
    if (said[at] === undefined && taken.has(field)) return undefined;
    taken.add(field);
    return field as Field;
  });
}

/** What we add to the rows that were not taken; it is never asked what these columns are. */
export const addedHeadings: readonly string[] = ['Line', 'Why it was not taken'];

/** Whether somebody has already said what every column is. */
export const isRemembered = (headings: readonly Cell[], remembered: RememberedMatch): boolean =>
  headingKeys(headings).every(
    (key, at) => headings[at] === '' || addedHeadings.includes(String(headings[at])) || remembered.has(key),
  );

/** What stands against a match, in words; undefined where nothing does. `column` is the one to put right. */
export function wrongWith<Field extends string>(
  format: Format<Field>,
  headings: readonly Cell[],
  match: ColumnMatch<Field>,
): { column: number; text: string } | undefined {
  for (const [column, field] of match.entries()) {
    const before = field === undefined ? -1 : match.indexOf(field);
    if (field !== undefined && before < column)
      return {
        column,
        text: `“${nameOfColumn(headings, before)}” and “${nameOfColumn(headings, column)}” cannot both be: ${titleOf(format, field)}`,
      };
  }
  const [missing] = format.needed.find((choice) => !choice.some((field) => match.includes(field))) ?? [];
  return missing && { column: 0, text: `Select the column that holds: ${titleOf(format, missing)}` };
}

/** A column as people see it. */
export const nameOfColumn = (headings: readonly Cell[], at: number): string =>
  String(headings[at] ?? '') || `column ${at + 1}, without a heading`;
