import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { RowOf, Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { takeNumbers } from '../number.store.ts';
import type { ActionTable } from '../tables.generated.ts';
import type { Action, Entry } from './action.ts';

/** What is known of an action that is about to be raised. */
export type NewAction = Pick<Action, 'title' | 'leadAgency' | 'owner' | 'sourceKind' | 'dueOn'> &
  Partial<Omit<Action, 'id' | 'number'>>;

/** What of an action changes with a step; what is absent stays. */
export type Changes = Partial<Omit<Action, 'id' | 'number' | 'raisedOn' | 'firstDueOn'>>;

/** What happened, as it is about to be written. */
export type NewEntry = Pick<Entry, 'kind'> & Partial<Omit<Entry, 'id' | 'kind' | 'enteredBy'>>;

/** Raises actions, numbered in the order given. @returns their identifiers, in that order */
export async function raiseActions(scope: Scope, made: readonly NewAction[]): Promise<string[]> {
  if (made.length === 0) return [];
  const first = await takeNumbers(scope, 'action', made.length);
  const { partnership: partnership_id, today } = scope;
  const rows = made.map(
    (action, at): Insertable<ActionTable> => ({
      ...columnsOf(action),
      partnership_id,
      id: newId(),
      number: first + at,
      raised_on: action.raisedOn ?? today,
      first_due_on: action.firstDueOn ?? action.dueOn,
      state_on: action.stateOn ?? today,
      title: action.title,
      source_kind: action.sourceKind,
      due_on: action.dueOn,
    }),
  );
  for (let at = 0; at < rows.length; at += 500)
    await scope.db
      .insertInto('action')
      .values(rows.slice(at, at + 500))
      .execute();
  const contributors = made.flatMap(({ contributors: agencies = [] }, at) =>
    agencies.map((agency_id) => ({ partnership_id, action_id: rows[at]?.id ?? '', agency_id })),
  );
  if (contributors.length > 0) await scope.db.insertInto('action_contributor').values(contributors).execute();
  return rows.map(({ id }) => id);
}

/** Writes what happened to an action, and what of it changes. */
export async function record(scope: Scope, action: string, entry: NewEntry, changes: Changes = {}): Promise<void> {
  const { db, partnership } = scope;
  const { contributors, ...others } = changes;
  const columns = columnsOf(others);
  if (Object.keys(columns).length > 0)
    await db
      .updateTable('action')
      .set(columns)
      .where('partnership_id', '=', partnership)
      .where('id', '=', action)
      .execute();
  if (contributors) await setContributors(scope, action, contributors);
  await addEntries(scope, [{ action, ...entry }]);
}

/** What happened in another partnership, under an identifier that keeps its place, and who wrote it. */
type Brought = Partial<Pick<Entry, 'id' | 'enteredBy'>>;

/** Writes what happened to actions that are otherwise left as they are. */
export async function addEntries(
  scope: Scope,
  entries: readonly (NewEntry & Brought & { action: string })[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    partnership_id: scope.partnership,
    id: entry.id ?? newId(),
    action_id: entry.action,
    kind: entry.kind,
    said_on: entry.saidOn ?? scope.today,
    words: entry.words ?? '',
    state: entry.state ?? null,
    due_on: entry.dueOn ?? null,
    because: entry.because ?? null,
    entered_by: entry.enteredBy ?? scope.person,
    said_by: entry.onBehalf?.of ?? null,
    told_by: entry.onBehalf?.toldBy ?? null,
    corrects: entry.corrects ?? null,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await scope.db
      .insertInto('action_entry')
      .values(rows.slice(at, at + 500))
      .execute();
}

async function setContributors({ db, partnership }: Scope, action: string, agencies: readonly string[]): Promise<void> {
  await db
    .deleteFrom('action_contributor')
    .where('partnership_id', '=', partnership)
    .where('action_id', '=', action)
    .execute();
  if (agencies.length > 0)
    await db
      .insertInto('action_contributor')
      .values(agencies.map((agency_id) => ({ partnership_id: partnership, action_id: action, agency_id })))
      .execute();
}

/** The action, or undefined where it is missing or hidden. */
export async function findAction(scope: Scope, id: string): Promise<Action | undefined> {
  const row = await selectActions(scope).where('action.id', '=', id).executeTakeFirst();
  return row && actionOf(row);
}

/** The action, kept from being changed by others until this transaction ends. */
export async function holdAction(scope: Scope, id: string): Promise<Action | undefined> {
  return (await holdActions(scope, [id]))[0];
}

/** Those of `ids` that there are, kept from being changed by others, by number. */
export async function holdActions(scope: Scope, ids: readonly string[]): Promise<Action[]> {
  if (ids.length === 0) return [];
  const rows = await selectActions(scope)
    .where('action.id', 'in', ids)
    .orderBy('action.id')
    .forUpdate('action')
    .execute();
  return rows.map(actionOf).toSorted((a, b) => a.number - b.number);
}

/** What happened to an action, oldest first. */
export async function listEntries(scope: Scope, action: string): Promise<Entry[]> {
  const rows = await selectEntries(scope)
    .where('action_id', '=', action)
    .orderBy('said_on')
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map(entryOf);
}

export async function findEntry(scope: Scope, action: string, id: string): Promise<Entry | undefined> {
  const row = await selectEntries(scope).where('action_id', '=', action).where('id', '=', id).executeTakeFirst();
  return row && entryOf(row);
}

/** How many pieces of evidence an action has that were not withdrawn. */
export async function countEvidence({ db, partnership }: Scope, action: string): Promise<number> {
  const row = await db
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('partnership_id', '=', partnership)
    .where('record_kind', '=', 'action')
    .where('record_id', '=', action)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The actions that `narrow` leaves of all of the partnership, in its order, each whole. */
export async function readActions(
  scope: Scope,
  narrow: (all: ReturnType<typeof selectActions>) => ReturnType<typeof selectActions>,
): Promise<Action[]> {
  return (await narrow(selectActions(scope)).execute()).map(actionOf);
}

const selectEntries = ({ db, partnership }: Scope) =>
  db.selectFrom('action_entry').selectAll().where('partnership_id', '=', partnership);

const entryOf = (row: RowOf<typeof selectEntries>): Entry => ({
  id: row.id,
  kind: row.kind,
  saidOn: row.said_on,
  words: row.words,
  state: row.state ?? undefined,
  dueOn: row.due_on ?? undefined,
  because: row.because ?? undefined,
  enteredBy: row.entered_by,
  onBehalf: row.said_by && row.told_by ? { of: row.said_by, toldBy: row.told_by } : undefined,
  corrects: row.corrects ?? undefined,
});

/** Actions whole, with the agencies that contribute. */
const selectActions = ({ db, partnership }: Scope) =>
  db
    .selectFrom('action')
    .selectAll('action')
    .select((select) =>
      select
        .selectFrom('action_contributor')
        .select(sql<string[]>`coalesce(array_agg(agency_id::text order by agency_id), '{}')`.as('agencies'))
        .where('action_contributor.partnership_id', '=', partnership)
        .whereRef('action_contributor.action_id', '=', 'action.id')
        .as('contributors'),
    )
    .where('action.partnership_id', '=', partnership);

const actionOf = (row: RowOf<typeof selectActions>): Action => ({
  id: row.id,
  number: row.number,
  title: row.title,
  difference: row.difference,
  successMeasure: row.success_measure,
  leadAgency: row.lead_agency_id ?? undefined,
  owner: row.owner_id ?? undefined,
  group: row.group_id ?? undefined,
  contributors: row.contributors ?? [],
  priority: row.priority,
  sourceKind: row.source_kind,
  sourceWords: row.source_words,
  oldReference: row.old_reference,
  raisedOn: row.raised_on,
  firstDueOn: row.first_due_on,
  dueOn: row.due_on,
  askedUntil: row.asked_until ?? undefined,
  state: row.state,
  stateOn: row.state_on,
  blocked: row.blocked_by && row.blocked_on ? { by: row.blocked_by, since: row.blocked_on } : undefined,
  claimedBy: row.claimed_by ?? undefined,
  impactDueOn: row.impact_due_on ?? undefined,
  safeForEmail: row.safe_for_email,
});

/** What is said of an action, as its columns; what is not said is left out, and what is said to be undefined is emptied. */
const columnsOf = (said: Changes) => ({ ...columnsOfWords(said), ...columnsOfWhose(said), ...columnsOfStanding(said) });

const says = (said: Changes, name: keyof Changes): boolean => Object.hasOwn(said, name);

const columnsOfWords = (said: Changes) => ({
  ...(said.title !== undefined && { title: said.title }),
  ...(said.difference !== undefined && { difference: said.difference }),
  ...(said.successMeasure !== undefined && { success_measure: said.successMeasure }),
  ...(said.priority !== undefined && { priority: said.priority }),
  ...(said.sourceKind !== undefined && { source_kind: said.sourceKind }),
  ...(said.sourceWords !== undefined && { source_words: said.sourceWords }),
  ...(said.oldReference !== undefined && { old_reference: said.oldReference }),
  ...(said.safeForEmail !== undefined && { safe_for_email: said.safeForEmail }),
});

const columnsOfWhose = (said: Changes) => ({
  ...(says(said, 'leadAgency') && { lead_agency_id: said.leadAgency ?? null }),
  ...(says(said, 'owner') && { owner_id: said.owner ?? null }),
  ...(says(said, 'group') && { group_id: said.group ?? null }),
  ...(says(said, 'claimedBy') && { claimed_by: said.claimedBy ?? null }),
});

const columnsOfStanding = (said: Changes) => ({
  ...(said.state !== undefined && { state: said.state }),
  ...(said.stateOn !== undefined && { state_on: said.stateOn }),
  ...(said.dueOn !== undefined && { due_on: said.dueOn }),
  ...(says(said, 'askedUntil') && { asked_until: said.askedUntil ?? null }),
  ...(says(said, 'impactDueOn') && { impact_due_on: said.impactDueOn ?? null }),
  ...(says(said, 'blocked') && { blocked_by: said.blocked?.by ?? null, blocked_on: said.blocked?.since ?? null }),
});
