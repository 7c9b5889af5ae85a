import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { takeNumbers } from '../number.store.ts';
import { lastStageOf } from '../stages/stages.ts';
import type { Disagreement, DisagreementEntry, StageTaken } from './disagreement.ts';
import { disagreementOf } from './disagreement-row.ts';
import type { Viewer } from './viewer.ts';

/** What is known of a disagreement that is about to be raised. */
export type NewDisagreement = Pick<
  Disagreement,
  | 'subject'
  | 'caseReference'
  | 'difference'
  | 'wanted'
  | 'raisedBy'
  | 'raisingAgency'
  | 'otherAgency'
  | 'urgent'
  | 'dueOn'
  | 'withPerson'
> &
  Partial<Pick<Disagreement, 'raisedOn'>>;

/** What of a disagreement changes with a step; what is absent stays. */
export type Changes = Partial<
  Pick<Disagreement, 'urgent' | 'stage' | 'dueOn' | 'outcome' | 'endedOn' | 'changed' | 'learning' | 'toldOn'>
>;

/** What happened, as it is about to be written. */
export type NewEntry = Pick<DisagreementEntry, 'kind' | 'stage'> &
  Partial<Omit<DisagreementEntry, 'id' | 'kind' | 'stage' | 'enteredBy'>>;

/** Raises a disagreement, which is at its first stage from then on. @returns its identifier */
export async function addDisagreement(
  scope: Scope,
  made: NewDisagreement,
  onBehalf?: DisagreementEntry['onBehalf'],
): Promise<string> {
  const { db, partnership, today } = scope;
  const [id, raisedOn] = [newId(), made.raisedOn ?? today];
  await db
    .insertInto('disagreement')
    .values({
      partnership_id: partnership,
      id,
      number: await takeNumbers(scope, 'disagreement'),
      subject: made.subject,
      case_reference: made.caseReference,
      difference: made.difference,
      wanted: made.wanted,
      raised_by: made.raisedBy,
      raising_agency_id: made.raisingAgency,
      other_agency_id: made.otherAgency,
      urgent: made.urgent,
      raised_on: raisedOn,
      due_on: made.dueOn,
    })
    .execute();
  const first = { stage: 1, withPerson: made.withPerson, begunOn: raisedOn, dueOn: made.dueOn };
  await beginStage(scope, id, { ...first, answeredOn: undefined, endedOn: undefined });
  await addEntry(scope, id, { kind: 'raised', stage: 1, saidOn: raisedOn, ...(onBehalf && { onBehalf }) });
  return id;
}

/**
 * Writes a disagreement that comes from another partnership as it stands, under the next number here, with the stages it went
 * through and what happened to it there.
 *
 * @returns its identifier
 */
export async function bringDisagreement(
  scope: Scope,
  brought: Omit<Disagreement, 'id' | 'number'>,
  { stages, entries }: { stages: readonly StageTaken[]; entries: readonly DisagreementEntry[] },
): Promise<string> {
  const id = newId();
  await scope.db
    .insertInto('disagreement')
    .values({
      partnership_id: scope.partnership,
      id,
      number: await takeNumbers(scope, 'disagreement'),
      subject: brought.subject,
      case_reference: brought.caseReference,
      difference: brought.difference,
      wanted: brought.wanted,
      raised_by: brought.raisedBy,
      raising_agency_id: brought.raisingAgency,
      other_agency_id: brought.otherAgency,
      raised_on: brought.raisedOn,
      due_on: brought.dueOn,
      ...columnsOf(brought),
    })
    .execute();
  for (const stage of stages) await beginStage(scope, id, stage);
  for (const entry of entries) await addEntry(scope, id, entry);
  return id;
}

export async function beginStage({ db, partnership }: Scope, disagreement: string, stage: StageTaken): Promise<void> {
  await db
    .insertInto('disagreement_stage')
    .values({
      partnership_id: partnership,
      disagreement_id: disagreement,
      stage: stage.stage,
      with_person: stage.withPerson ?? null,
      begun_on: stage.begunOn,
      due_on: stage.dueOn,
      answered_on: stage.answeredOn ?? null,
      ended_on: stage.endedOn ?? null,
    })
    .execute();
}

/** Writes when the other agency answered at a stage, when the stage ended, or that it is due on another day. */
export async function changeStage(
  { db, partnership }: Scope,
  disagreement: string,
  stage: number,
  { answeredOn, endedOn, dueOn }: Partial<Pick<StageTaken, 'answeredOn' | 'endedOn' | 'dueOn'>>,
): Promise<void> {
  if (answeredOn === undefined && endedOn === undefined && dueOn === undefined) return;
  await db
    .updateTable('disagreement_stage')
    .set({
      ...(answeredOn && { answered_on: answeredOn }),
      ...(endedOn && { ended_on: endedOn }),
      ...(dueOn && { due_on: dueOn }),
    })
    .where('partnership_id', '=', partnership)
    .where('disagreement_id', '=', disagreement)
    .where('stage', '=', stage)
    .execute();
}

/** Writes what happened to a disagreement, and what of it changes. */
export async function record(scope: Scope, id: string, entry: NewEntry, changes: Changes = {}): Promise<void> {
  const columns = columnsOf(changes);
  if (Object.keys(columns).length > 0)
    await scope.db
      .updateTable('disagreement')
      .set(columns)
      .where('partnership_id', '=', scope.partnership)
      .where('id', '=', id)
      .execute();
  await addEntry(scope, id, entry);
}

/** What happened in another partnership, under an identifier that keeps its place, and who wrote it. */
type Brought = Partial<Pick<DisagreementEntry, 'id' | 'enteredBy'>>;

async function addEntry(
  { db, partnership, person, today }: Scope,
  id: string,
  entry: NewEntry & Brought,
): Promise<void> {
  await db
    .insertInto('disagreement_entry')
    .values({
      partnership_id: partnership,
      id: entry.id ?? newId(),
      disagreement_id: id,
      kind: entry.kind,
      stage: entry.stage,
      said_on: entry.saidOn ?? today,
      words: entry.words ?? '',
      choice: entry.choice ?? null,
      entered_by: entry.enteredBy ?? person,
      said_by: entry.onBehalf?.of ?? null,
      told_by: entry.onBehalf?.toldBy ?? null,
      corrects: entry.corrects ?? null,
    })
    .execute();
}

/** The disagreement, or undefined where it is missing or not for this viewer. */
export async function findDisagreement(scope: Scope, viewer: Viewer, id: string): Promise<Disagreement | undefined> {
  const row = await selectDisagreements(scope, viewer).where('disagreement.id', '=', id).executeTakeFirst();
  return row && disagreementOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdDisagreement(scope: Scope, viewer: Viewer, id: string): Promise<Disagreement | undefined> {
  const row = await selectDisagreements(scope, viewer)
    .where('disagreement.id', '=', id)
    .forUpdate('disagreement')
    .executeTakeFirst();
  return row && disagreementOf(row);
}

/** The stages that a disagreement went through, in order. */
export async function listStages({ db, partnership }: Scope, disagreement: string): Promise<StageTaken[]> {
  const rows = await db
    .selectFrom('disagreement_stage')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('disagreement_id', '=', disagreement)
    .orderBy('stage')
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    withPerson: row.with_person ?? undefined,
    begunOn: row.begun_on,
    dueOn: row.due_on,
    answeredOn: row.answered_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
  }));
}

/** What happened to a disagreement, oldest first. */
export async function listEntries({ db, partnership }: Scope, disagreement: string): Promise<DisagreementEntry[]> {
  const rows = await db
    .selectFrom('disagreement_entry')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('disagreement_id', '=', disagreement)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    saidOn: row.said_on,
    words: row.words,
    choice: row.choice ?? undefined,
    enteredBy: row.entered_by,
    onBehalf: row.said_by && row.told_by ? { of: row.said_by, toldBy: row.told_by } : undefined,
    corrects: row.corrects ?? undefined,
  }));
}

/** Disagreements that `viewer` may know of, each with the stage it is at. */
export const selectDisagreements = (scope: Scope, viewer: Viewer) =>
  scope.db
    .selectFrom('disagreement')
    .innerJoin('disagreement_stage', (join) =>
      join
        .onRef('disagreement_stage.partnership_id', '=', 'disagreement.partnership_id')
        .onRef('disagreement_stage.disagreement_id', '=', 'disagreement.id')
        .onRef('disagreement_stage.stage', '=', 'disagreement.stage'),
    )
    .selectAll('disagreement')
    .select(['disagreement_stage.with_person', 'disagreement_stage.answered_on'])
    .where('disagreement.partnership_id', '=', scope.partnership)
    .where(isVisibleTo(scope, viewer));

/** What a viewer may know of: the words are at `Viewer`. */
function isVisibleTo(
  { partnership }: Pick<Scope, 'partnership'>,
  { person, agency, escalated, all }: Viewer,
): Expression<SqlBool> {
  if (all) return sql<SqlBool>`true`;
  return sql<SqlBool>`(disagreement.raised_by = ${person}
    or disagreement.raising_agency_id = ${agency ?? null}::uuid
    or disagreement.other_agency_id = ${agency ?? null}::uuid
    or (${escalated}::boolean and disagreement.stage >= ${lastStageOf('disagreement')})
    or exists (select from disagreement_stage as taken where taken.partnership_id = ${partnership}
      and taken.disagreement_id = disagreement.id and taken.with_person = ${person}))`;
}

const columnsOf = (changes: Changes) => ({
  ...(changes.urgent !== undefined && { urgent: changes.urgent }),
  ...(changes.stage !== undefined && { stage: changes.stage }),
  ...(changes.dueOn !== undefined && { due_on: changes.dueOn }),
  ...(changes.outcome !== undefined && { outcome: changes.outcome }),
  ...(changes.endedOn !== undefined && { ended_on: changes.endedOn }),
  ...(changes.changed !== undefined && { changed: changes.changed }),
  ...(changes.learning !== undefined && { learning: changes.learning }),
  ...(changes.toldOn !== undefined && { told_on: changes.toldOn }),
});
