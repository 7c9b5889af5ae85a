import type { Selectable } from 'kysely';
import type { DisagreementStageTable, DisagreementTable } from '../tables.generated.ts';
import type { Disagreement } from './disagreement.ts';

type Row = Selectable<DisagreementTable> & Pick<Selectable<DisagreementStageTable>, 'with_person' | 'answered_on'>;

/** A disagreement from its row and that of the stage it is at. */
export const disagreementOf = (row: Row): Disagreement => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  caseReference: row.case_reference,
  difference: row.difference,
  wanted: row.wanted,
  raisedBy: row.raised_by,
  raisingAgency: row.raising_agency_id,
  otherAgency: row.other_agency_id,
  urgent: row.urgent,
  raisedOn: row.raised_on,
  stage: row.stage,
  dueOn: row.due_on,
  outcome: row.outcome ?? undefined,
  endedOn: row.ended_on ?? undefined,
  changed: row.changed,
  learning: row.learning,
  toldOn: row.told_on ?? undefined,
  withPerson: row.with_person ?? undefined,
  answeredOn: row.answered_on ?? undefined,
});
