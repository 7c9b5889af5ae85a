/** Somebody as an address book keeps them. */
export interface Contact {
  /** A UUID, the same in every file, so that an address book knows them again. */
  id: string;
  name: string;
  jobTitle: string;
  /** The name of the agency they speak for. */
  agency: string | undefined;
  workEmail: string | undefined;
  phone: string;
}

/**
 * People as vCards, version 4.0, one after the other: what an address book reads.
 *
 * @source RFC 6350, sections 3.2 (folding), 3.4 (escaping) and 6
 */
export const writeVcards = (contacts: readonly Contact[]): string => contacts.map(vcardOf).join('');

function vcardOf({ id, name, jobTitle, agency, workEmail, phone }: Contact): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${id}`,
    `FN:${escaped(name)}`,
    ...(agency ? [`ORG:${escaped(agency)}`] : []),
    ...(jobTitle ? [`TITLE:${escaped(jobTitle)}`] : []),
    ...(workEmail ? [`EMAIL;TYPE=work:${escaped(workEmail)}`] : []),
    ...(phone ? [`TEL;TYPE=work:${escaped(phone)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A value in which nothing is taken for the end of the value, of a part of it or of the line. */
const escaped = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '\\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed();

const longest = 75;

/** A line of at most 75 octets, and what is over on lines that begin with a blank; no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
