import { sql } from 'kysely';
import type { IdentityScope } from '../database/database.ts';
import { keptFor } from '../mail/outbox.store.ts';
import { invitationMail } from './mails.ts';

/** An invitation whose letter has not been sent. */
export interface WaitingInvitation {
  /** Whom it invites, in lower case. */
  email: string;
  /** When it is forgotten, if it is not sent before. */
  until: Date;
}

/** The invitations by a partnership that wait to be sent, the latest of each address. */
export async function listWaitingInvitations(
  { db }: Pick<IdentityScope, 'db'>,
  partnership: string,
): Promise<WaitingInvitation[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('account', 'account.id', 'outbox.account_id')
    .select(({ fn }) => ['account.email', fn.max('outbox.made_at').as('made_at')])
    .where('kind', '=', invitationMail.name)
    .where(sql`data->>'partnership'`, '=', partnership)
    .groupBy('account.email')
    .execute();
  return rows.map(({ email, made_at }) => ({ email, until: new Date(made_at.getTime() + keptFor) }));
}
