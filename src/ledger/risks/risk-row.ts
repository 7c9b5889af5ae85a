import type { Selectable } from 'kysely';
import type { RiskEntryTable, RiskTable } from '../tables.generated.ts';
import type { Risk, RiskEntry } from './risk.ts';

/** A risk from its row. */
export const riskOf = (row: Selectable<RiskTable>): Risk => ({
  id: row.id,
  number: row.number,
  title: row.title,
  cause: row.cause,
  event: row.event,
  effect: row.effect,
  category: row.category,
  inherent: { likelihood: row.inherent_likelihood, impact: row.inherent_impact },
  current: { likelihood: row.likelihood, impact: row.impact },
  target: { likelihood: row.target_likelihood, impact: row.target_impact },
  owner: row.owner_id ?? undefined,
  leadAgency: row.lead_agency_id ?? undefined,
  acceptedWhy: row.accepted_why,
  reviewOn: row.review_on,
  reviewedOn: row.reviewed_on ?? undefined,
  raisedOn: row.raised_on,
  closedOn: row.closed_on ?? undefined,
  oldReference: row.old_reference,
});

/** What happened to a risk, from its row. */
export const riskEntryOf = (row: Selectable<RiskEntryTable>): RiskEntry => ({
  id: row.id,
  kind: row.kind,
  score:
    row.likelihood !== null && row.impact !== null
      ? { likelihood: row.likelihood, impact: row.impact, scale: row.highest === 4 ? 4 : 5 }
      : undefined,
  saidOn: row.said_on,
  words: row.words,
  enteredBy: row.entered_by,
  onBehalf: row.said_by && row.told_by ? { of: row.said_by, toldBy: row.told_by } : undefined,
  corrects: row.corrects ?? undefined,
});
