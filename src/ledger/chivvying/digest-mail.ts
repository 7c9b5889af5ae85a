import { z } from 'zod';
import { findClosing, holdOpen } from '../../partnership/closing.store.ts';
import { findAbout } from '../../partnership/settings/settings.store.ts';
import { isPlainDate, type PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { type AnyMailKind, mailKind, type Occasion } from '../../platform/mail/mail-kind.ts';
import { linkDays, makeAnswerLinks } from './answer-link.store.ts';
import { findRules } from './chivvying-rules.store.ts';
import { countAsDigestOf } from './digest.store.ts';
import { type LetterLine, type LetterPlace, letterOf } from './digest-letter.ts';
import { listPeopleFacts } from './people-facts.store.ts';
import { type DigestLine, listDigestLines, markTold } from './reminder.store.ts';
import { findSlug } from './slug.store.ts';

const day = z.string().refine((text): text is PlainDate => isPlainDate(text));

/** The name under which digests wait to be sent. */
export const digestKind = 'digest';

/**
 * What is asked of one account, across all its partnerships. What waits in the outbox says only where to look: the lines are read
 * when it is sent, each partnership opened by itself, so that nobody is reminded of what has been answered meanwhile.
 */
export const digestMail = mailKind({
  name: digestKind,
  data: z.object({ day, places: z.array(z.object({ partnership: z.uuid(), person: z.uuid() })) }),
  async compose(occasion, { day: since, places }) {
    const { recipient, today, url } = occasion;
    if (!('account' in recipient)) throw new TypeError('a digest goes to an account');
    const said: LetterPlace[] = [];
    for (const { partnership, person } of places)
      said.push(
        await occasion.database.as(serviceIn(partnership), (scope) =>
          readPlace(scope, person, { account: recipient.account, to: occasion.to, since, url }),
        ),
      );
    const letter = letterOf(said, url, linkDays);
    if (letter && today > since) await countAsDigestOf(occasion, recipient.account, today);
    return letter;
  },
});

interface Sending extends Pick<Occasion, 'to' | 'url'> {
  account: string;
  /** The day for which the digest was made. */
  since: PlainDate;
}

/** What one partnership says to `person` in it: nothing where the mailbox is theirs no longer, or the partnership has closed. */
async function readPlace(scope: Scope, person: string, { account, to, since, url }: Sending): Promise<LetterPlace> {
  await holdOpen(scope); // lines are marked as told, and links made, in one that goes on
  const { name } = await findAbout(scope);
  if ((await findClosing(scope)) !== undefined) return { name, lines: [] };
  if (!(await isStillTheirs(scope, person, account, to))) return { name, lines: [] };
  const lines = await listDigestLines(scope, person, since);
  if (lines.length === 0) return { name, lines: [] };
  const actions = lines.map(({ action }) => action);
  await markTold(scope, person, actions, since, scope.today);
  const hrefs = await linksFor(scope, person, lines, url);
  return { name, lines: lines.map((line): LetterLine => ({ ...line, href: hrefs.get(line.id) ?? url })) };
}

/** Whether somebody is still part of the partnership, and reached at that account: as its own or, where it says so, by address. */
async function isStillTheirs(scope: Scope, person: string, account: string, to: string): Promise<boolean> {
  const [found] = await listPeopleFacts(scope, scope.today, person);
  if (!found || (found.leftOn !== undefined && found.leftOn < scope.today)) return false;
  if (found.account !== undefined) return found.account === account;
  return found.address === to && (await findRules(scope)).mailWithoutAccount;
}

/** Where each line leads: its owner, or who covers for them, to an answer; whoever stands above to the action itself. */
async function linksFor(
  scope: Scope,
  person: string,
  lines: readonly DigestLine[],
  url: string,
): Promise<ReadonlyMap<string, string>> {
  const slug = await findSlug(scope);
  const asked = lines.flatMap(({ id, action, owner, tone }) =>
    tone === 'above' || owner === undefined ? [] : [{ id, action, person, owner }],
  );
  const tokens = await makeAnswerLinks(scope, asked);
  return new Map([
    ...lines.map(({ id, action }) => [id, `${url}/${slug}/actions/${action}`] as const),
    ...asked.map(({ id }, at) => [id, `${url}/answer/${tokens[at] ?? ''}`] as const),
  ]);
}

/** Every letter of the ledger. */
export const ledgerMails: readonly AnyMailKind[] = [digestMail];
