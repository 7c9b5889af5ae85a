import type { FileType } from '../stored-file.ts';
import { insist } from './verdict.ts';
import { findEnd } from './zip.ts';

type Kind = 'pdf' | 'package' | 'jpeg' | 'png';
const kindOf: Readonly<Record<FileType, Kind | 'text'>> = {
  pdf: 'pdf',
  docx: 'package',
  xlsx: 'package',
  csv: 'text',
  txt: 'text',
  jpeg: 'jpeg',
  png: 'png',
};

const startOf: Readonly<Record<Kind, Buffer>> = {
  pdf: Buffer.from('%PDF-'),
  package: Buffer.from('504b0304', 'hex'),
  jpeg: Buffer.from('ffd8ff', 'hex'),
  png: Buffer.from('89504e470d0a1a0a', 'hex'),
};

/** How the old kinds of Office files begin, and with them new ones that are locked with a password. */
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What a browser or a shell would take for a page or a program, wherever in the first bytes it stands. */
const page = /<(!doctype\s|html|head|body|script|svg|iframe|object|embed|\?php|%@)[\s>/]?/i;

/**
 * Readers look for what they know in different places: PDF readers in the first thousand bytes, ZIP readers at the end,
 * browsers anywhere near the beginning. A file that more than one of them would open is refused.
 *
 * @throws {Refused} kind-and-content-differ, locked, more-than-one-kind
 */
export function refuseOtherKinds(type: FileType, bytes: Buffer): void {
  const kind = kindOf[type];
  const begins = (start: Buffer) => bytes.subarray(0, start.length).equals(start);
  insist(!(begins(oldOffice) && kind === 'package'), 'locked');
  if (kind === 'text') insist(!Object.values(startOf).some(begins), 'kind-and-content-differ');
  else insist(begins(startOf[kind]), 'kind-and-content-differ');
  const start = bytes.subarray(0, 1024);
  insist(kind === 'pdf' || !start.includes('%PDF-'), 'more-than-one-kind');
  insist(kind === 'package' || findEnd(bytes) === undefined, 'more-than-one-kind');
  insist(kind === 'text' || !page.test(start.toString('latin1')), 'more-than-one-kind');
}
