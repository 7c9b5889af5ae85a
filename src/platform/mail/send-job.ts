import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import { type Delivery, deliverDue } from './deliver.ts';
import { exampleTransport } from './example-mail.store.ts';
import type { AnyMailKind } from './mail-kind.ts';
import type { Transport } from './message.ts';
import { notifyTransport } from './notify.ts';
import { forgetOldMail, noteRefused, sendingJob } from './outbox.store.ts';
import { smtpTransport } from './smtp.ts';

/**
 * How this deployment's mail leaves; undefined where it has no way, and then mail waits.
 *
 * @param holdsExample whether the example is loaded here: then, without a mail server, mail is kept for its page
 */
export function transportOf({ mail }: Config, database: Database, holdsExample: boolean): Transport | undefined {
  switch (mail.by) {
    case 'smtp':
      return smtpTransport(mail.url, mail.from);
    case 'notify':
      return notifyTransport(mail);
    case 'none':
      return holdsExample ? exampleTransport(database) : undefined;
  }
}

/** Whether letters leave this server, be it only into the example's own box. */
export const sendsMail = ({ mail }: Pick<Config, 'mail'>, holdsExample: boolean): boolean =>
  mail.by !== 'none' || holdsExample;

export interface MailJobs {
  /** Every kind of letter there is. */
  kinds: readonly AnyMailKind[];
  holdsExample(database: Database): Promise<boolean>;
}

/** Sends what waits, every minute; and once a day forgets what is old and asks which addresses have turned out to be wrong. */
export const mailJobs = ({ kinds, holdsExample }: MailJobs): readonly Job[] => [
  {
    name: sendingJob,
    every: '* * * * *',
    run: ({ config, database, log }) =>
      withTransport(config, database, holdsExample, async (transport) => {
        await deliverDue({ database, transport, kinds, url: config.url, log });
      }),
  },
  {
    name: 'mail.sweep',
    every: '40 3 * * *',
    async run({ config, database }) {
      await database.asAccount(undefined, forgetOldMail);
      await withTransport(config, database, holdsExample, async (transport) => {
        const refused = (await transport.refusedOfLate?.()) ?? [];
        await database.asAccount(undefined, async (scope) => {
          for (const address of refused) await noteRefused(scope, address, 'permanent-failure');
        });
      });
    },
  },
];

async function withTransport(
  config: Config,
  database: Database,
  holdsExample: MailJobs['holdsExample'],
  work: (transport: Transport) => Promise<void>,
): Promise<void> {
  const transport = transportOf(config, database, await holdsExample(database));
  if (!transport) return;
  try {
    await work(transport);
  } finally {
    transport.close();
  }
}

/** Sends what is due right now into the example's box: its page calls this, so that nobody waits for the job. */
export async function deliverExampleMail(delivery: Omit<Delivery, 'transport'>): Promise<void> {
  await deliverDue({ ...delivery, transport: exampleTransport(delivery.database) });
}
