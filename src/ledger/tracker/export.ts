import { titleOf } from '../../partnership/spreadsheets/format.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { writeWorkbook } from '../../platform/documents/workbook.ts';
import type { Action } from '../actions/action.ts';
import { cellsOf } from './cells-of.ts';
import { trackerFormat, writtenTrackerFields } from './format.ts';
import type { Names } from './names.ts';
import { updateIn } from './said.ts';
import type { SaidOf } from './tracker.store.ts';

/** Actions as the rows of a tracker, headings first, in the columns that an import reads. */
export const trackerRows = (
  actions: readonly Action[],
  names: Names,
  said: ReadonlyMap<string, readonly SaidOf[]>,
): string[][] => [
  writtenTrackerFields.map((field) => titleOf(trackerFormat, field)),
  ...actions.map((action) => {
    const cells = cellsOf(action, names, updateIn(said.get(action.id)));
    return writtenTrackerFields.map((field) => cells[field] ?? '');
  }),
];

/** How a tracker can be taken away. */
export const trackerForms = {
  csv: writeCsv,
  xlsx: (rows: readonly (readonly string[])[]) => writeWorkbook(trackerFormat.title, rows),
} as const;
