import { raiseActions } from '../src/ledger/actions/action.store.ts';
import { ledgerMails } from '../src/ledger/chivvying/digest-mail.ts';
import { runChivvying } from '../src/ledger/chivvying/run.ts';
import { addDays } from '../src/platform/calendar/days.ts';
import { Database } from '../src/platform/database/database.ts';
import { listPartnerships, serviceIn } from '../src/platform/jobs/partnerships.store.ts';
import { deliverDue } from '../src/platform/mail/deliver.ts';

/** How long a day's digests took. */
export interface DigestRun {
  /** Accounts that got one. */
  digests: number;
  /** Seconds until each stood in the outbox: this is promised to be under 60 for 5,000 accounts. */
  running: number;
  /** Seconds until each was composed, with its links, and handed to a mail server that takes it at once. */
  sending: number;
}

/** A Tuesday, so that somebody is told something. */
const morning = new Date('2027-06-01T06:10:00Z');

/**
 * Gives each of `accounts` people one action that was due the day before, and then runs and sends the digests of a morning. What
 * the partnerships have promised besides is worked out too.
 *
 * @param database address of a migrated database with enough people in it, with the application's rights
 */
export async function measureDigests(database: string, accounts = 5000): Promise<DigestRun> {
  const data = new Database(database, { connections: 4, clock: () => morning });
  try {
    let left = accounts;
    for (const { partnership } of await listPartnerships(data))
      left -= await data.as(serviceIn(partnership), async (scope) => {
        const query = scope.db.selectFrom('membership').select('person_id').where('partnership_id', '=', partnership);
        const people = await query.limit(Math.max(0, left)).execute();
        const dueOn = addDays(scope.today, -1);
        const promise = { title: 'Tell the board', sourceKind: 'meeting', leadAgency: undefined, dueOn } as const;
        await raiseActions(
          scope,
          people.map(({ person_id }) => ({ ...promise, owner: person_id })),
        );
        return people.length;
      });
    const [running, { digests }] = await timed(() => runChivvying(data));
    const transport = { send: async () => {}, close: () => {} };
    const log = { error: () => {} };
    const url = 'https://concordat.example';
    const [sending] = await timed(() => deliverDue({ database: data, transport, kinds: ledgerMails, url, log }));
    return { digests, running, sending };
  } finally {
    await data.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const from = performance.now();
  const result = await work();
  return [(performance.now() - from) / 1000, result];
}
