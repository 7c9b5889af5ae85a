import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';

/** A step of somebody's induction that was done. */
export interface SignedStep {
  /** Of `induction.ts`, or one that this version does not know. */
  step: string;
  doneOn: PlainDate;
  /** Who says so. */
  signedBy: string;
}

/** The steps of somebody's induction that were done, the first done first. */
export async function listSignedSteps({ db, partnership }: Scope, person: string): Promise<SignedStep[]> {
  const rows = await db
    .selectFrom('induction_step')
    .select(['step', 'done_on', 'signed_by'])
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .orderBy('done_on')
    .orderBy('step')
    .execute();
  return rows.map((row) => ({ step: row.step, doneOn: row.done_on, signedBy: row.signed_by }));
}

/** Signs a step off, in the name of whoever asks. @returns false where somebody has signed it already, which stands */
export async function signStep(
  { db, partnership, person: signedBy }: Scope,
  person: string,
  step: string,
  doneOn: PlainDate,
): Promise<boolean> {
  const row = await db
    .insertInto('induction_step')
    .values({ partnership_id: partnership, person_id: person, step, done_on: doneOn, signed_by: signedBy })
    .onConflict((same) => same.doNothing())
    .returning('step')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a signature back; the trail keeps that it was given. */
export async function unsignStep({ db, partnership }: Scope, person: string, step: string): Promise<void> {
  await db
    .deleteFrom('induction_step')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('step', '=', step)
    .execute();
}
