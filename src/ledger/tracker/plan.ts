import { CellReader } from '../../partnership/spreadsheets/cell-reader.ts';
import { inOneForm } from '../../partnership/spreadsheets/directory.ts';
import type { ColumnMatch } from '../../partnership/spreadsheets/match.ts';
import type { Rejection } from '../../platform/documents/cells.ts';
import type { Row } from '../../platform/documents/spreadsheet.ts';
import type { Action } from '../actions/action.ts';
import { referenceOf } from '../actions/needs.ts';
import type { Doer } from '../actions/steps.ts';
import { cellsOf } from './cells-of.ts';
import type { TrackerField } from './format.ts';
import { type Identity, identityOf, Known, numberIn } from './known.ts';
import type { Names } from './names.ts';
import { type Altered, type Difference, planChange } from './plan-change.ts';
import { type Brought, planNew } from './plan-new.ts';
import { type RowSays, readRow, type TrackerRow } from './read-row.ts';
import { updateIn } from './said.ts';
import type { SaidOf } from './tracker.store.ts';

/** What rows are read against. */
export interface TrackerHere {
  actions: readonly Action[];
  /** How many pieces of evidence the actions have that rows speak of, and what was ever said of them, the last first. */
  evidence: ReadonlyMap<string, number>;
  said: ReadonlyMap<string, readonly SaidOf[]>;
  names: Names;
}

/** What a row does: an action that it brings, or what it makes of one that is here. */
export type TrackerChange = { kind: 'action'; line: number; title: string; differences: readonly Difference[] } & (
  | { isNew: true; brought: Brought }
  | { isNew: false; action: Action; altered: Altered }
);

/** What writing the rows of a tracker would do. */
export interface TrackerPlan {
  changes: readonly TrackerChange[];
  /** Every reason against a row; a row with any does nothing. */
  rejections: readonly Rejection[];
  /** What of rows that are taken the reader should look at. */
  notes: readonly { line: number; text: string }[];
  rows: { all: number; new: number; changed: number; unchanged: number; rejected: number };
}

interface Planning extends TrackerHere {
  doer: Doer;
  known: Known<Action>;
  byNumber: ReadonlyMap<number, Action>;
  /** What earlier rows bring, and in which line they stand. */
  brought: Known<Identity & { line: number }>;
  spokenOf: Map<string, number>;
  changes: TrackerChange[];
  notes: { line: number; text: string }[];
}

/** The rows of a tracker that hold anything. */
export const rowsOf = (rows: readonly Row[], match: ColumnMatch<TrackerField>): TrackerRow[] =>
  rows.map((row) => new CellReader(row, match)).filter((row) => !row.isEmpty);

/** The actions that rows may speak of: those whose evidence and words are needed to plan them. */
export function spokenOf(
  rows: readonly TrackerRow[],
  { actions, names }: Pick<TrackerHere, 'actions' | 'names'>,
): string[] {
  const known = new Known(actions);
  const byNumber = new Map(actions.map((action) => [String(action.number), action.id]));
  return rows.flatMap((row) => {
    const numbered = byNumber.get(/\d+/.exec(row.raw('number'))?.[0] ?? '');
    return numbered ?? known.meant(identityOf(row, names)).map(({ id }) => id);
  });
}

/** Reads the rows against what is here and says what writing them would do. Nothing that a row leaves out is touched. */
export function planTracker(rows: readonly TrackerRow[], here: TrackerHere, doer: Doer): TrackerPlan {
  const planning: Planning = {
    ...here,
    doer,
    known: new Known(here.actions),
    byNumber: new Map(here.actions.map((action) => [action.number, action])),
    brought: new Known<Identity & { line: number }>([]),
    spokenOf: new Map(),
    changes: [],
    notes: [],
  };
  for (const row of rows) planRow(planning, row);
  const { changes, notes } = planning;
  const rejected = rows.filter(({ reasons }) => reasons.length > 0);
  const rejections = rejected.flatMap(({ line, reasons }) => [...new Set(reasons)].map((reason) => ({ line, reason })));
  const fresh = changes.filter(({ isNew }) => isNew).length;
  const changed = changes.length - fresh;
  const unchanged = rows.length - rejected.length - changes.length;
  return {
    changes,
    rejections,
    notes,
    rows: { all: rows.length, new: fresh, changed, unchanged, rejected: rejected.length },
  };
}

function planRow(planning: Planning, row: TrackerRow): void {
  const identity = identityOf(row, planning.names);
  const action = actionOf(planning, row, identity);
  if (row.reasons.length > 0) return;
  if (action) planKnown(planning, row, action);
  else planFresh(planning, row, identity);
}

/** The action here that the row speaks of, by its number, else by its reference, else by its words. */
function actionOf({ byNumber, known }: Planning, row: TrackerRow, identity: Identity): Action | undefined {
  const number = numberIn(row);
  if (number !== undefined && !byNumber.has(number)) row.reject(`there is no Action ${number} here`);
  if (number !== undefined || row.reasons.length > 0) return byNumber.get(number ?? 0);
  const [only, ...others] = known.meant(identity);
  if (others.length === 0) return only;
  const numbers = [only, ...others].slice(0, 5).map((one) => one?.number);
  row.reject(`it can be any of the actions ${numbers.join(', ')} here: give its Concordat number`);
  return undefined;
}

function planKnown(planning: Planning, row: TrackerRow, action: Action): void {
  const { names, evidence, said, doer, spokenOf: lines } = planning;
  const before = lines.get(action.id);
  if (before !== undefined) row.reject(`speaks of ${referenceOf(action)}, as line ${before} does`);
  const words = (said.get(action.id) ?? []).map((one) => inOneForm(one.words));
  const answers = row.raw('title') === '' ? action.title : row.raw('recommendation'); // kept in words when it was brought in
  row.passOver({ ...cellsOf(action, names, updateIn(said.get(action.id))), recommendation: answers });
  const says = readRow(row, names, action.leadAgency);
  const standing = { action, evidence: evidence.get(action.id) ?? 0, said: new Set(words), names, doer };
  const altered = planChange(row, says, standing);
  if (row.reasons.length > 0) return;
  lines.set(action.id, row.line);
  const { differences } = altered;
  const title = `${referenceOf(action)}: ${action.title}`;
  if (differences.length > 0)
    planning.changes.push({ kind: 'action', line: row.line, title, isNew: false, action, altered, differences });
  note(planning, row, says.notes);
  const name = says.unknownOwner;
  if (name !== undefined && !words.some((one) => one.includes(`“${name}”`)))
    note(planning, row, [`nobody here is called “${name}”: the owner stays as it is`]);
}

function planFresh(planning: Planning, row: TrackerRow, identity: Identity): void {
  const [before] = planning.brought.meant(identity);
  if (before) row.reject(`repeats line ${before.line}`);
  const says = readRow(row, planning.names);
  const brought = planNew(row, says, planning.doer);
  if (!brought || row.reasons.length > 0) return;
  planning.brought.add({ ...identity, title: brought.action.title, line: row.line });
  planning.changes.push({
    kind: 'action',
    line: row.line,
    title: brought.action.title,
    isNew: true,
    brought,
    differences: detailsOf(brought, planning.names),
  });
  note(planning, row, [...says.notes, ...notesOn(says)]);
}

function notesOn({ leadAgency, owner, unknownOwner }: RowSays): string[] {
  return [
    ...(leadAgency === undefined ? ['no agency leads it'] : []),
    ...(unknownOwner === undefined
      ? owner === undefined
        ? ['nobody owns it']
        : []
      : [`nobody here is called “${unknownOwner}”: it comes without an owner, and the name is kept in its history`]),
  ];
}

const note = (planning: Planning, { line }: TrackerRow, notes: readonly string[]): void =>
  void planning.notes.push(...notes.map((text) => ({ line, text })));

/** What is known of an action that a row brings, so that a look at it tells whether it was understood. */
function detailsOf({ action, words, update }: Brought, names: Names): Difference[] {
  const { dueOn, state, leadAgency, owner, group, oldReference, priority, sourceKind, sourceWords } = action;
  const said = {
    title: action.title,
    dueOn,
    state,
    oldReference,
    priority: priority ?? '',
    sourceKind,
    sourceWords: sourceWords ?? '',
    words,
    update,
  };
  const named = { leadAgency: names.of(leadAgency), owner: names.of(owner), group: names.of(group) };
  return Object.entries({ ...said, ...named }).map(([fact, after]) => ({ fact, before: '', after: after ?? '' }));
}
