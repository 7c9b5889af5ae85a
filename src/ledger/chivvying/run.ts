import { findClosing, holdOpen } from '../../partnership/closing.store.ts';
import { type PlainDate, todayInLondon } from '../../platform/calendar/plain-date.ts';
import type { Database, Scope } from '../../platform/database/database.ts';
import { accountFor } from '../../platform/identity/account.store.ts';
import { listPartnerships, serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { sendLater } from '../../platform/mail/outbox.store.ts';
import { forgetAnswerLinks } from './answer-link.store.ts';
import { readFacts } from './chivvy-facts.store.ts';
import { findRules } from './chivvying-rules.store.ts';
import { beginDigests, forgetDigests } from './digest.store.ts';
import { digestKind, digestMail } from './digest-mail.ts';
import { addHeld, settleMoot } from './held-message.store.ts';
import { mailboxOf } from './mailbox.ts';
import { planDay } from './plan-day.ts';
import { keepReleaseTask } from './release-tasks.ts';
import { addReminders, beginDay, forgetDays, listWaiting } from './reminder.store.ts';

/** Somebody with lines to be sent: where, and at which account. */
interface Recipient {
  account: string;
  partnership: string;
  person: string;
}

/** What a run did. */
export interface Ran {
  /** Digests that were put into the outbox. */
  digests: number;
  /** Partnerships that failed, by address, with what failed there. */
  failed: readonly { slug: string; error: unknown }[];
}

/** Accounts whose digests are written in one transaction. */
const batch = 200;

/**
 * Works out what every partnership says today, each in a transaction of its own, and then puts one digest into the outbox for each
 * account that has lines anywhere. Cut off anywhere and started again it goes on where it was: a day is worked out once for each
 * partnership, and noted once for each account in the transaction that writes its letter.
 */
export async function runChivvying(database: Database): Promise<Ran> {
  const day = todayInLondon(database.now());
  const recipients: Recipient[] = [];
  const failed: { slug: string; error: unknown }[] = [];
  for (const { partnership, slug } of await listPartnerships(database)) {
    try {
      recipients.push(...(await database.as(serviceIn(partnership), (scope) => sayInPartnership(scope, day))));
    } catch (error) {
      failed.push({ slug, error });
    }
  }
  const digests = await writeDigests(database, day, recipients);
  await database.asAccount(undefined, forgetDigests);
  return { digests, failed };
}

/** Writes the lines of `day` and what waits for release, once. @returns everybody for whom lines wait, with the account to write to */
async function sayInPartnership(scope: Scope, day: PlainDate): Promise<Recipient[]> {
  await holdOpen(scope);
  if (await findClosing(scope)) return []; // one that has closed asks nothing of anybody
  if (await beginDay(scope, day)) {
    const { lines, held, moot } = planDay(await readFacts(scope, day), day);
    await settleMoot(scope, day, moot);
    await addReminders(scope, day, lines);
    await addHeld(scope, day, held);
    await keepReleaseTask(scope);
    await forgetAnswerLinks(scope);
    await forgetDays(scope, day);
  }
  const { mailWithoutAccount } = await findRules(scope);
  const recipients: Recipient[] = [];
  for (const { person, name, account, workEmail } of await listWaiting(scope, day)) {
    const address = account === undefined && mailWithoutAccount ? mailboxOf(workEmail) : undefined;
    const to = account ?? (address && (await accountFor(scope, address, name)));
    if (to !== undefined) recipients.push({ account: to, partnership: scope.partnership, person });
  }
  return recipients;
}

async function writeDigests(database: Database, day: PlainDate, recipients: readonly Recipient[]): Promise<number> {
  const byAccount = [...Map.groupBy(recipients, ({ account }) => account)];
  let written = 0;
  for (let at = 0; at < byAccount.length; at += batch) {
    const some = byAccount.slice(at, at + batch);
    written += await database.asAccount(undefined, async (scope) => {
      const accounts = some.map(([account]) => account);
      const begun = await beginDigests(scope, day, accounts, digestKind);
      for (const [account, places] of some) {
        if (!begun.has(account)) continue;
        const where = places.map(({ partnership, person }) => ({ partnership, person }));
        await sendLater(scope, { account }, digestMail, { day, places: where });
      }
      return begun.size;
    });
  }
  return written;
}
