import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Outcome, Subject } from './disagreement.ts';

/** What is counted of a disagreement: no words of it, and nobody. */
export interface Counted {
  raisingAgency: string;
  otherAgency: string;
  subject: Subject;
  urgent: boolean;
  stage: number;
  outcome: Outcome | undefined;
  raisedOn: PlainDate;
  endedOn: PlainDate | undefined;
  toldOn: PlainDate | undefined;
  stages: readonly CountedStage[];
}

export interface CountedStage {
  stage: number;
  begunOn: PlainDate;
  dueOn: PlainDate;
  answeredOn: PlainDate | null;
  endedOn: PlainDate | null;
}

/** The disagreements raised from a day to a day, both included, for counting; 20,000 at most. */
export async function listForCounting(
  { db, partnership }: Scope,
  from: PlainDate,
  until: PlainDate,
): Promise<Counted[]> {
  const rows = await db
    .selectFrom('disagreement')
    .select(['raising_agency_id', 'other_agency_id', 'subject', 'urgent', 'stage', 'outcome'])
    .select(['raised_on', 'ended_on', 'told_on'])
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('disagreement_stage')
          .select([
            'stage',
            'begun_on as begunOn',
            'due_on as dueOn',
            'answered_on as answeredOn',
            'ended_on as endedOn',
          ])
          .where('disagreement_stage.partnership_id', '=', partnership)
          .whereRef('disagreement_stage.disagreement_id', '=', 'disagreement.id')
          .orderBy('stage'),
      ).as('stages'),
    )
    .where('partnership_id', '=', partnership)
    .where('raised_on', '>=', from)
    .where('raised_on', '<=', until)
    .limit(20_000)
    .execute();
  return rows.map((row) => ({
    raisingAgency: row.raising_agency_id,
    otherAgency: row.other_agency_id,
    subject: row.subject,
    urgent: row.urgent,
    stage: row.stage,
    outcome: row.outcome ?? undefined,
    raisedOn: row.raised_on,
    endedOn: row.ended_on ?? undefined,
    toldOn: row.told_on ?? undefined,
    stages: row.stages,
  }));
}
