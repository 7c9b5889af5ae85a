import type { IdentityScope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { sendLater } from '../mail/outbox.store.ts';
import { noteEvent } from './account.store.ts';
import { forgetDevices } from './device.store.ts';
import { removeAllFactors } from './factor.store.ts';
import { changedMail } from './mails.ts';
import { endSessions } from './session.store.ts';

/** A reset that was asked for. */
export interface AskedReset {
  owner: string;
  askedBy: string;
  askedAt: Date;
  agreed: boolean;
}

export type ResetRefusal = 'own-account' | 'same-person' | 'done-already' | 'too-old';
export type ResetRuling = { allowed: true } | { allowed: false; because: ResetRefusal };

/** A reset that nobody has agreed to lapses after this. */
export const hoursToAgree = 72;

/** Whether `by` may agree to a reset: a second person, and never the owner. */
export function rulingOnAgreeing(reset: AskedReset, by: string, now: Date): ResetRuling {
  const refuse = (because: ResetRefusal): ResetRuling => ({ allowed: false, because });
  if (by === reset.owner) return refuse('own-account');
  if (by === reset.askedBy) return refuse('same-person');
  if (reset.agreed) return refuse('done-already');
  if (now.getTime() - reset.askedAt.getTime() > hoursToAgree * 3_600_000) return refuse('too-old');
  return { allowed: true };
}

/**
 * Asks that all factors of `owner` be removed, because they have lost them; the owner is told at once. Whether `by` may ask
 * is for whoever calls to decide.
 *
 * @returns the identifier of the request, or undefined where somebody asks for their own account
 */
export async function askFactorReset(scope: IdentityScope, owner: string, by: string): Promise<string | undefined> {
  if (owner === by) return undefined;
  const id = newId();
  await scope.db
    .insertInto('factor_reset')
    .values({ id, account_id: owner, asked_by: by, asked_at: scope.now })
    .execute();
  await tellOwner(scope, owner, 'factors-reset-asked');
  return id;
}

/** Agrees to a reset, as a second person: the factors go, every session ends, and the owner is told. */
export async function agreeToFactorReset(
  scope: IdentityScope,
  id: string,
  by: string,
): Promise<ResetRuling | undefined> {
  const { db, now } = scope;
  const reset = await findReset(scope, id);
  if (!reset) return undefined;
  const ruling = rulingOnAgreeing(reset, by, now);
  if (!ruling.allowed) return ruling;
  const agreed = await db
    .insertInto('factor_reset_agreed')
    .values({ factor_reset_id: id, agreed_by: by, agreed_at: now })
    .onConflict((same) => same.doNothing())
    .returning('agreed_by')
    .executeTakeFirst();
  if (!agreed) return { allowed: false, because: 'done-already' };
  await removeAllFactors(scope, reset.owner);
  await endSessions(scope, reset.owner);
  await forgetDevices(scope, reset.owner);
  await noteEvent(scope, reset.owner, 'factors-reset', 'two people of your partnership');
  await tellOwner(scope, reset.owner, 'factors-reset');
  return ruling;
}

async function findReset({ db }: Pick<IdentityScope, 'db'>, id: string): Promise<AskedReset | undefined> {
  const row = await db
    .selectFrom('factor_reset')
    .leftJoin('factor_reset_agreed', 'factor_reset_agreed.factor_reset_id', 'factor_reset.id')
    .select(['account_id', 'asked_by', 'asked_at', 'agreed_at'])
    .where('factor_reset.id', '=', id)
    .executeTakeFirst();
  return row && { owner: row.account_id, askedBy: row.asked_by, askedAt: row.asked_at, agreed: row.agreed_at !== null };
}

const tellOwner = (scope: IdentityScope, owner: string, change: 'factors-reset-asked' | 'factors-reset') =>
  sendLater(scope, { account: owner }, changedMail, { change, at: scope.now.toISOString() });
