import type { Database } from '../database/database.ts';
import type { Transport } from './message.ts';

/** A mail that would have been sent, had the example a mail server. */
export interface ExampleMail {
  id: string;
  address: string;
  subject: string;
  body: string;
  sentAt: Date;
}

/** Keeps messages where the example's page shows them, and sends nothing. For servers that hold the example alone. */
export const exampleTransport = (database: Database): Transport => ({
  async send({ id, to, subject, text }) {
    await database.asAccount(undefined, ({ db, now }) =>
      db
        .insertInto('example_mail')
        .values({ id, address: to, subject, body: text, sent_at: now })
        .onConflict((same) => same.doNothing())
        .execute(),
    );
  },
  close: () => {},
});

/** The latest hundred, newest first. */
export async function listExampleMail(database: Database): Promise<ExampleMail[]> {
  return await database.reference
    .selectFrom('example_mail')
    .select(['id', 'address', 'subject', 'body', 'sent_at as sentAt'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}
