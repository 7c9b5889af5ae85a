import type { IdentityScope } from '../database/database.ts';
import { forgetOldForms } from '../http/form-use.store.ts';
import { forgetEndedSessions } from './session.store.ts';

/** Forgets what has served: ended sessions, dead links, old counts, forms and attempts, browsers not seen for more than a year. */
export async function sweepIdentity(scope: IdentityScope): Promise<void> {
  const { db, now } = scope;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await forgetEndedSessions(scope);
  await forgetOldForms(db, now);
  await db.deleteFrom('link_token').where('expires_at', '<', ago(1)).execute();
  await db.deleteFrom('email_change').where('expires_at', '<', now).execute();
  await db.deleteFrom('throttle').where('last_at', '<', ago(2)).execute();
  await db
    .deleteFrom('sign_on_attempt')
    .where('made_at', '<', ago(1 / 24))
    .execute();
  await db.deleteFrom('known_device').where('seen_at', '<', ago(400)).execute();
  await db.deleteFrom('account_event').where('at', '<', ago(730)).execute();
}
