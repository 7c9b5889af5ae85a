import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, lines ending as Excel ends them. A cell that a
 * spreadsheet would take for a formula becomes plain text.
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asPlainText(cell) : cell))),
    { record_delimiter: 'windows', bom: true, quoted_match: /[\r\n]/ },
  );

/** A cell with an apostrophe before what a spreadsheet would take for a formula; `asTyped` takes it off again, and no other. */
export const asPlainText = (cell: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);

/** What was in a cell before `asPlainText`. */
export const asTyped = (cell: string): string => cell.replace(/^'('*[=+\-@\t\r＝＋－＠])/, '$1');
