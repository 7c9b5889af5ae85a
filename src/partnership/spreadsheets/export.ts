import { writeCsv } from '../../platform/documents/csv.ts';
import { writeWorkbook } from '../../platform/documents/workbook.ts';
import { type Cells, cellsOf } from './cells-of.ts';
import { type Directory, type Entry, entriesOf } from './directory.ts';
import { Draft } from './draft.ts';
import { formats, type List, lists, writtenFields } from './fields.ts';
import { titleOf } from './format.ts';

/** The lists that can be taken out. Contacts are these in another shape. */
export const exportedLists = ['agencies', 'people', 'groups', 'seats'] as const satisfies readonly List[];
export type ExportedList = (typeof exportedLists)[number];

const kinds = { agencies: 'agency', people: 'person', groups: 'group', seats: 'seat' } as const;

/** A list as rows, headings first, in the columns that an import reads. What has ended is among them. */
export function exportRows(directory: Directory, list: ExportedList): string[][] {
  const draft = new Draft(entriesOf(directory), directory.kindWords);
  const fields = writtenFields(list);
  const rows = draft
    .all(kinds[list])
    .flatMap((entry) => (list === 'seats' ? seatRows(draft, entry) : [cellsOf(draft, entry)]));
  return [
    fields.map((field) => titleOf(formats[list], field)),
    ...rows.map((cells) => fields.map((field) => cells[field] ?? '')),
  ];
}

/** A row for everybody who sits or sat in the seat; one without a name where nobody ever did. */
function seatRows(draft: Draft, seat: Entry): Cells[] {
  const own = cellsOf(draft, seat);
  const holders = draft.holdersOf(seat.key);
  return holders.length === 0 ? [own] : holders.map((holder) => ({ ...cellsOf(draft, holder), ...own }));
}

export const exportCsv = (directory: Directory, list: ExportedList): string => writeCsv(exportRows(directory, list));

export const exportWorkbook = (directory: Directory, list: ExportedList): Promise<Buffer> =>
  writeWorkbook(lists[list], exportRows(directory, list));
