import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Rejection } from '../../platform/documents/cells.ts';
import type { Row } from '../../platform/documents/spreadsheet.ts';
import { type Directory, type Entry, entriesOf } from './directory.ts';
import { type Change, Draft } from './draft.ts';
import type { Field, List } from './fields.ts';
import { Hints, type Planning } from './lookup.ts';
import type { ColumnMatch } from './match.ts';
import { planContact } from './plan-contacts.ts';
import { planAgency, planGroup, planPerson } from './plan-records.ts';
import { planSeat } from './plan-seats.ts';
import { RowReader } from './row-reader.ts';
import { Slips } from './slips.ts';

/** What writing the rows of a file would do. */
export interface Plan {
  changes: readonly Change[];
  /** Every reason against a row; a row with any does nothing. */
  rejections: readonly Rejection[];
  /** Rows by what they do. */
  rows: { all: number; new: number; changed: number; unchanged: number; rejected: number };
  /** The directory as it would be afterwards, to say the names in it. */
  draft: Draft;
}

/** What is planned: the rows of a file, what its columns are, and what they are read against. */
export interface Planned {
  list: List;
  rows: readonly Row[];
  match: ColumnMatch<Field>;
  directory: Directory;
  today: PlainDate;
}

type RowPlanner = (planning: Planning, row: RowReader) => void;

/** Reads the rows against the directory and says what writing them would do. Nothing that a row leaves out is touched. */
export function planImport({ list, rows, match, directory, today }: Planned): Plan {
  const entries = entriesOf(directory);
  const draft = new Draft(entries, directory.kindWords);
  const planning: Planning = {
    base: new Draft(entries, directory.kindWords),
    draft,
    today,
    repeated: new Map(),
    claimed: new Set(),
    hints: new Hints(draft),
  };
  const full = rows.filter((row) => !new RowReader(row, match).isEmpty);
  const planRow = plannerFor(list, full, match, entries);
  const rejected: RowReader[] = [];
  for (const stage of stagesOf(list, full, match)) rejected.push(...planInRounds(stage, match, planning, planRow));
  const rejections = rejected
    .toSorted((a, b) => a.line - b.line)
    .flatMap(({ line, reasons }) => [...new Set(reasons)].map((reason) => ({ line, reason })));
  const changes = draft.changes();
  return { changes, rejections, rows: countRows(full, rejections, changes, draft), draft };
}

function plannerFor(
  list: List,
  rows: readonly Row[],
  match: ColumnMatch<Field>,
  entries: readonly Entry[],
): RowPlanner {
  if (list === 'agencies') return planAgency;
  if (list === 'people') return planPerson;
  if (list === 'groups') return planGroup;
  if (list === 'seats') return planSeat;
  const readers = rows.map((row) => new RowReader(row, match));
  const here = (kind: Entry['kind']) =>
    entries.filter((entry) => entry.kind === kind).map(({ facts }) => facts['name'] ?? '');
  const said = {
    agency: readers.map((row) => row.raw('agency')).filter(Boolean),
    group: readers
      .flatMap((row) => row.raw('group').split(/[;\n]/))
      .map((name) => name.trim())
      .filter(Boolean),
  };
  const slips = new Slips({ agency: here('agency'), group: here('group') }, said);
  return (planning, row) => planContact(planning, row, slips);
}

/** Who sits comes before who deputises for them, and both before what is vacant. */
function stagesOf(list: List, rows: readonly Row[], match: ColumnMatch<Field>): Row[][] {
  if (list !== 'seats' && list !== 'contacts') return [[...rows]];
  const stages = Map.groupBy(rows, (row): number => {
    const reader = new RowReader(row, match);
    if (
      list === 'seats' &&
      ['person', 'surname', 'email', 'person-reference'].every((field) => reader.raw(field as 'person') === '')
    )
      return 2;
    return /^(y|yes|true|1|x|dep)/i.test(reader.raw('deputy')) || /deputy(?! chair)/i.test(reader.raw('capacity'))
      ? 1
      : 0;
  });
  return [0, 1, 2].map((stage) => stages.get(stage) ?? []);
}

/** Plans rows, those that name what a later row brings again after it. Gives those that cannot be taken. */
function planInRounds(
  rows: readonly Row[],
  match: ColumnMatch<Field>,
  planning: Planning,
  planRow: RowPlanner,
): RowReader[] {
  const rejected: RowReader[] = [];
  let waiting = rows;
  for (;;) {
    const later: RowReader[] = [];
    const again: Row[] = [];
    for (const row of waiting) {
      const reader = new RowReader(row, match);
      planRow(planning, reader);
      if (reader.reasons.length === 0) continue;
      if (reader.waits) {
        later.push(reader);
        again.push(row);
      } else rejected.push(reader);
    }
    if (again.length === 0 || again.length === waiting.length) return [...rejected, ...later];
    waiting = again;
  }
}

function countRows(
  rows: readonly Row[],
  rejections: readonly Rejection[],
  changes: readonly Change[],
  draft: Draft,
): Plan['rows'] {
  const rejected = new Set(rejections.map(({ line }) => line));
  const made = new Set(changes.filter(({ isNew }) => isNew).flatMap(({ key }) => draft.linesOf(key)));
  const altered = new Set(changes.filter(({ isNew }) => !isNew).flatMap(({ key }) => draft.linesOf(key)));
  const good = rows.map(({ line }) => line).filter((line) => !rejected.has(line));
  const fresh = good.filter((line) => made.has(line)).length;
  const changed = good.filter((line) => !made.has(line) && altered.has(line)).length;
  return { all: rows.length, new: fresh, changed, unchanged: good.length - fresh - changed, rejected: rejected.size };
}
