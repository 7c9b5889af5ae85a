/** Words that only a mailbox read by several people has in its name. */
const always = new Set(
  `safeguarding safeguardingchildren childprotection childsafeguarding mash lscb lscp dscp scp sab cdop lado frontdoor referral referrals
   admin admins administration administrator office offices team teams enquiry enquiries inquiries info information contact contactus hello
   mailbox inbox sharedmailbox noreply donotreply reply postmaster webmaster hostmaster abuse helpdesk servicedesk support
   reception duty dutyteam bookings booking businesssupport businessunit partnership partnerships secretariat governance
   notifications notification alerts feedback complaints recruitment payroll accounts`.split(/\s+/),
);
/** Words that are also somebody's name, or part of one: shared only where nothing else stands beside them. */
const alone = new Set(
  `head headteacher teacher principal dsl designated lead chair manager board business training trainer education school schools
   health police nhs council social care children child family families services service adult adults early years
   help hub intake review reviews panel quality assurance it hr finance legal press media comms communications
   policy research post mail email staff student students parents general secretary director deputy central local the and
   for of to us`.split(/\s+/),
);

/**
 * Whether an address reads like a mailbox that several people open: `safeguarding@`, `mash.duty@`, `head@`. Such a
 * mailbox may receive notices; it is never an identity, because nobody could say who acted.
 *
 * @param address in lower case
 */
export function isSharedMailbox(address: string): boolean {
  const words =
    (address.split('@')[0] ?? '')
      .split('+')[0]
      ?.split(/[^a-z]+/)
      .filter(Boolean) ?? [];
  const joined = words.join('');
  return always.has(joined) || words.some((word) => always.has(word)) || words.every((word) => alone.has(word));
}

export const sharedMailboxText =
  'This looks like a mailbox that several people read. Use an address that one person alone reads: everything in Concordat is done in somebody’s name';
