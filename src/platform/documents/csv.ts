import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV that a spreadsheet opens as it is: UTF-8 with a byte order mark, lines ending as Excel ends them. A cell that a
 * spreadsheet would take for a formula becomes plain text.
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows', bom: true },
  );
