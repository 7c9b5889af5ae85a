import type { FileType } from '../stored-file.ts';
import { checkFields, checkRelationships, checkXml, textOf } from './package-xml.ts';
import { insist } from './verdict.ts';
import { type Entry, readZip, type ZipLimits } from './zip.ts';

export type PackageType = Extract<FileType, 'docx' | 'xlsx'>;

const limits: ZipLimits = { entries: 2000, entry: 100_000_000, total: 200_000_000, ratio: 250 };

const mainTypes: Readonly<Record<PackageType, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};

/** The only kinds of part there may be. What a chart draws from is a workbook of its own, below `embeddings`. */
const parts = /\.(xml|rels|vml|psmdcp|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp|odttf)$/i;
const isXml = /\.(xml|rels|vml|psmdcp|svg)$/i;
const printerSettings = /(^|\/)printerSettings\/[^/]+\.bin$/i;
const embedded = /(^|\/)embeddings\/[^/]+\.(docx|xlsx)$/i;

/**
 * A Word document or Excel workbook without macros, programs, other files or anything that is drawn from elsewhere.
 *
 * @param left bytes that may still be unpacked
 * @param inside how many packages this one is inside of
 * @returns how many bytes it unpacked to
 * @throws {Refused}
 */
export function checkPackage(type: PackageType, bytes: Buffer, left = limits.total, inside = 0): number {
  const entries = readZip(bytes, { ...limits, total: left });
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  insist(
    entries.every(({ name, unpacked }) => !name.endsWith('/') || unpacked === 0),
    'damaged',
  );
  checkContentTypes(type, files);
  let unpacked = 0;
  for (const entry of files) {
    checkName(entry.name);
    const content = entry.read();
    unpacked += content.length;
    if (isXml.test(entry.name)) checkPart(entry.name, content);
    else if (embedded.test(entry.name))
      unpacked += checkEmbedded(entry.name, content, Math.max(left - unpacked, 0), inside);
    else insist(!/^(MZ|PK|%PDF|\x7fELF|#!)/.test(content.toString('latin1', 0, 4)), 'other-files-inside');
  }
  return unpacked;
}

function checkContentTypes(type: PackageType, files: readonly Entry[]): void {
  const list = files.find(({ name }) => name === '[Content_Types].xml');
  insist(list !== undefined, 'kind-and-content-differ');
  const text = textOf(list.read());
  insist(!/macro|vba|activex/i.test(text), 'macros');
  insist(!/oleobject|officedocument\.package/i.test(text), 'other-files-inside');
  insist(text.includes(`"${mainTypes[type]}"`) || text.includes(`'${mainTypes[type]}'`), 'kind-and-content-differ');
}

function checkName(name: string): void {
  insist(!/vbaproject|vbadata|(^|\/)(macrosheets|activex|dialogsheets|customui)\//i.test(name), 'macros');
  insist(!/(^|\/)(externallinks\/|connections\.xml$|querytables\/)/i.test(name), 'outside-content');
  insist(parts.test(name) || printerSettings.test(name) || embedded.test(name), 'other-files-inside');
}

function checkPart(name: string, content: Buffer): void {
  const text = textOf(content);
  checkXml(text);
  if (/\.rels$/i.test(name)) checkRelationships(name, text);
  else if (/^(word|xl)\//i.test(name)) checkFields(text);
}

/** One package may be inside another, and none inside that. */
function checkEmbedded(name: string, content: Buffer, left: number, inside: number): number {
  insist(inside === 0, 'other-files-inside');
  return checkPackage(/\.docx$/i.test(name) ? 'docx' : 'xlsx', content, left, inside + 1);
}
