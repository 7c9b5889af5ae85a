import type { z } from 'zod';
import type { Database, IdentityScope } from '../database/database.ts';
import type { Address, Letter } from './message.ts';

/** To an account, at the address it has when the message is sent; or to an address that is not yet anyone's. */
export type Recipient = { account: string } | { address: Address };

/** What a letter is made with at the last moment, in the transaction that decides whether it is still right to send it. */
export interface Occasion extends IdentityScope {
  recipient: Recipient;
  /** Where it goes. */
  to: Address;
  /** The address people use for this server, without a slash at the end. */
  url: string;
  /** For letters about what stands in partnerships: each is opened by itself, and one after the other. */
  database: Pick<Database, 'as'>;
}

/**
 * One kind of letter.
 *
 * `data` is all that may differ in it and is kept until it is sent, so it holds neither secrets nor words that somebody
 * typed. Links that open something are made by `compose`, when the letter is sent, and so are never kept.
 */
export interface MailKind<Data> {
  name: string;
  data: z.ZodType<Data>;
  /** The letter, or undefined when it is no longer right to send it. */
  compose(occasion: Occasion, data: Data): Promise<Letter | undefined> | Letter | undefined;
}

/** A kind of letter whose data are checked as they come out of the outbox. */
export interface AnyMailKind {
  name: string;
  composeFrom(occasion: Occasion, data: unknown): Promise<Letter | undefined>;
}

/** A kind of letter: `mailKind({…})` to write it, and what the sending job needs to read it back. */
export const mailKind = <Data>(kind: MailKind<Data>): MailKind<Data> & AnyMailKind => ({
  ...kind,
  composeFrom: async (occasion, data) => kind.compose(occasion, kind.data.parse(data)),
});
