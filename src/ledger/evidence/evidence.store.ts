import type { RecordRef } from '../../partnership/record-type.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { RowOf, Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** Something that shows that something is so. */
export interface Evidence {
  id: string;
  record: RecordRef;
  title: string;
  /** Of a page elsewhere; empty where there is none. */
  address: string;
  /** What was uploaded. */
  file: string | undefined;
  addedOn: PlainDate;
  enteredBy: string;
  /** For whom the office entered it, and how they said it. */
  onBehalf: { of: string; toldBy: 'call' | 'e-mail' | 'meeting' } | undefined;
  withdrawnOn: PlainDate | undefined;
}

export type NewEvidence = Pick<Evidence, 'record' | 'title'> &
  Partial<Pick<Evidence, 'address' | 'file' | 'addedOn' | 'enteredBy' | 'onBehalf'>>;

export async function addEvidence(scope: Scope, made: NewEvidence): Promise<string> {
  const id = newId();
  await scope.db
    .insertInto('evidence')
    .values({
      partnership_id: scope.partnership,
      id,
      record_kind: made.record.kind,
      record_id: made.record.id,
      title: made.title,
      address: made.address ?? '',
      file_id: made.file ?? null,
      added_on: made.addedOn ?? scope.today,
      entered_by: made.enteredBy ?? scope.person,
      said_by: made.onBehalf?.of ?? null,
      told_by: made.onBehalf?.toldBy ?? null,
    })
    .execute();
  return id;
}

/** What shows that a record is so, oldest first; what was withdrawn too. */
export async function listEvidence(scope: Scope, { kind, id }: RecordRef): Promise<Evidence[]> {
  const rows = await selectEvidence(scope)
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(evidenceOf);
}

export async function findEvidence(scope: Scope, id: string): Promise<Evidence | undefined> {
  const row = await selectEvidence(scope).where('id', '=', id).executeTakeFirst();
  return row && evidenceOf(row);
}

/** Says that it no longer counts. It stays to be seen. */
export async function withdrawEvidence({ db, partnership, today }: Scope, id: string): Promise<void> {
  await db
    .updateTable('evidence')
    .set({ withdrawn_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .execute();
}

const selectEvidence = ({ db, partnership }: Scope) =>
  db.selectFrom('evidence').selectAll().where('partnership_id', '=', partnership);

const evidenceOf = (row: RowOf<typeof selectEvidence>): Evidence => ({
  id: row.id,
  record: { kind: row.record_kind, id: row.record_id },
  title: row.title,
  address: row.address,
  file: row.file_id ?? undefined,
  addedOn: row.added_on,
  enteredBy: row.entered_by,
  onBehalf: row.said_by && row.told_by ? { of: row.said_by, toldBy: row.told_by } : undefined,
  withdrawnOn: row.withdrawn_on ?? undefined,
});
