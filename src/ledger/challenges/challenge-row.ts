import type { Selectable } from 'kysely';
import type { ChallengeTable } from '../tables.generated.ts';
import type { Challenge } from './challenge.ts';

/** A challenge from its row. */
export const challengeOf = (row: Selectable<ChallengeTable>): Challenge => ({
  id: row.id,
  number: row.number ?? undefined,
  agency: row.agency_id,
  subject: row.subject,
  concern: row.concern,
  evidenceKind: row.evidence_kind,
  evidence: row.evidence,
  evidenceAddress: row.evidence_address,
  expected: row.expected,
  raisedBy: row.raised_by,
  draftedBy: row.drafted_by,
  draftedOn: row.drafted_on,
  unseen: row.unseen,
  putOn: row.put_on ?? undefined,
  replyBy: row.reply_by,
  dueOn: row.due_on,
  stage: row.stage,
  stageOn: row.stage_on,
  state: row.state,
  stateOn: row.state_on,
  repliedOn: row.replied_on ?? undefined,
  position: row.position ?? undefined,
  sufficient: row.sufficient ?? undefined,
  effect: row.effect,
  summary: row.summary,
  summaryBy: row.summary_by ?? undefined,
  clearedBy: row.cleared_by ?? undefined,
  clearedOn: row.cleared_on ?? undefined,
});
