/** Where a message can go: one mailbox, in the one form we write it. Only `readAddress` makes one. */
export type Address = string & { readonly __brand: 'Address' };

/** What a letter says. Plain words: no markup, no attachment, nothing that a mail program would fetch. */
export interface Letter {
  subject: string;
  /** An address on its own line is a link. */
  paragraphs: readonly string[];
}

/**
 * A message on its way. It has one recipient: there is no list, no copy and no blind copy to put anyone in.
 */
export interface Message {
  /** The same at each try, so that a server can tell a repeat. */
  id: string;
  to: Address;
  subject: string;
  text: string;
}

/** How messages leave: a mail server, GOV.UK Notify, or the example's own box. */
export interface Transport {
  /**
   * Hands a message over.
   *
   * @param tries how often it was tried before
   * @throws {AddressRefused} when the address is refused for good; anything else is worth another try
   */
  send(message: Message, tries: number): Promise<void>;
  /** Addresses found in the last day to be wrong after their message was taken, where the transport can tell. */
  refusedOfLate?(): Promise<readonly Address[]>;
  close(): void;
}

/** The mailbox does not exist or will not take our messages; trying again is of no use. */
export class AddressRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`address refused: ${code}`);
    this.code = code;
  }
}

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** `text` as an address in lower case, or undefined when it is not exactly one: no name, no list, no comment, no line break. */
export function readAddress(text: string): Address | undefined {
  const address = text.trim().toLowerCase();
  const [mailbox = '', host = '', ...more] = address.split('@');
  if (more.length > 0 || address.length > 254 || mailbox.length > 64) return undefined;
  return local.test(mailbox) && domain.test(host) ? (address as Address) : undefined;
}

const lineBreaks = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** `letter` to `to`. The subject is one line whatever it was made from. */
export const toMessage = (id: string, to: Address, { subject, paragraphs }: Letter): Message => ({
  id,
  to,
  subject: subject.replaceAll(lineBreaks, ' ').trim(),
  text: `${paragraphs.join('\n\n')}\n`,
});
