import type { Database, IdentityScope } from '../database/database.ts';
import type { AnyMailKind } from './mail-kind.ts';
import { AddressRefused, type Message, type Transport, toMessage } from './message.ts';
import { addressNow, claimDue, endMessage, noteRefused, tryAgainAt, type Waiting } from './outbox.store.ts';

/** What delivering needs. */
export interface Delivery {
  database: Database;
  transport: Transport;
  kinds: readonly AnyMailKind[];
  /** The address people use for this server. */
  url: string;
  log: { error(fields: object, message: string): void };
}

/** Longer than any transport waits for an answer, so that nobody else takes a message that is being sent. */
const leaseSeconds = 180;
/** Minutes to wait after the first, second, … try that failed; after the last the message is given up. */
export const waits = [1, 2, 5, 15, 60, 120, 240, 480, 960] as const;

/**
 * Sends what is due, one message at a time, until nothing is.
 *
 * Several processes may do so at once: each message is one's until its lease ends. A message is handed over once, unless
 * the process or the connection dies after the server took it and before we heard so; then it goes again under the same
 * name, by which mail servers tell a repeat.
 *
 * @returns how many were handed over
 */
export async function deliverDue(delivery: Delivery): Promise<number> {
  const { database } = delivery;
  let sent = 0;
  for (;;) {
    const waiting = await database.asAccount(undefined, (scope) => claimDue(scope, leaseSeconds));
    if (!waiting) return sent;
    if ((await deliver(delivery, waiting)) === 'sent') sent += 1;
  }
}

async function deliver(delivery: Delivery, waiting: Waiting): Promise<'sent' | 'other'> {
  const { database, transport } = delivery;
  const end = (outcome: Parameters<typeof endMessage>[2]) =>
    database.asAccount(undefined, (scope) => endMessage(scope, waiting, outcome));
  try {
    const message = await database.asAccount(undefined, (scope) => compose(delivery, scope, waiting));
    if (!message) {
      await end('not-needed');
      return 'other';
    }
    await transport.send(message, waiting.tries);
    await end('sent');
    return 'sent';
  } catch (error) {
    await afterFailure(delivery, waiting, error);
    return 'other';
  }
}

/** The message as it is right now, or undefined when it is no longer right to send it. */
async function compose(
  { kinds, url, database }: Delivery,
  scope: IdentityScope,
  waiting: Waiting,
): Promise<Message | undefined> {
  const kind = kinds.find(({ name }) => name === waiting.kind);
  if (!kind) throw new Error(`no letter is called ${waiting.kind}`);
  const to = await addressNow(scope.db, waiting.recipient);
  if (to === undefined) return undefined;
  const letter = await kind.composeFrom({ ...scope, recipient: waiting.recipient, to, url, database }, waiting.data);
  return letter && toMessage(waiting.id, to, letter);
}

async function afterFailure({ database, log }: Delivery, waiting: Waiting, error: unknown): Promise<void> {
  log.error(
    { mail: waiting.id, kind: waiting.kind, tries: waiting.tries + 1, error: reasonOf(error) },
    'mail not sent',
  );
  await database.asAccount(undefined, async (scope) => {
    const wait = waits[waiting.tries];
    if (error instanceof AddressRefused) {
      const to = await addressNow(scope.db, waiting.recipient);
      if (to) await noteRefused(scope, to, error.code);
      await endMessage(scope, waiting, 'refused');
    } else if (wait === undefined) await endMessage(scope, waiting, 'given-up');
    else await tryAgainAt(scope, waiting.id, new Date(scope.now.getTime() + wait * 60_000));
  });
}

/** The kind of failure; messages of mail servers repeat the address, so they stay out of the log. */
function reasonOf(error: unknown): string {
  if (error instanceof AddressRefused) return `refused ${error.code}`;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
