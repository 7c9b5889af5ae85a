import { inflateSync } from 'node:zlib';
import type { ContentRefusal } from '../refusals.ts';
import { insist, Refused } from './verdict.ts';

/** What a PDF must not hold, by the names it would go under. */
const names: readonly (readonly [RegExp, ContentRefusal])[] = [
  [/\/Encrypt(?![A-Za-z])/, 'locked'],
  [/\/(JavaScript|Launch|XFA)(?![A-Za-z])/, 'script'],
  [/\/(RichMedia|ImportData|Movie|Sound)(?![A-Za-z])/, 'script'],
  [/\/EmbeddedFiles?(?![A-Za-z])/, 'other-files-inside'],
];

/** Bytes that all its streams of objects together may unpack to. */
const mostUnpacked = 100_000_000;

/**
 * A PDF from its first byte to its last, with nothing in it that runs, opens other programs or is a file of its own.
 *
 * @throws {Refused} damaged, locked, script, other-files-inside, unpacks-too-large
 */
export function checkPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  insist(/^%PDF-[12]\.\d/.test(text), 'damaged');
  insist(/%%EOF[\s\0]*$/.test(text.slice(-1100)), 'damaged');
  refuseNames(text);
  let left = mostUnpacked;
  for (const objects of streamsOfObjects(text, bytes)) {
    const unpacked = unpack(objects, left);
    left -= unpacked.length;
    refuseNames(unpacked.toString('latin1'));
  }
}

/** A name may be written with some of its letters as #xx. */
const plainNames = (text: string) =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function refuseNames(text: string): void {
  const plain = plainNames(text);
  for (const [name, because] of names) insist(!name.test(plain), because);
}

/** Where objects themselves are packed: from the end of each such stream's dictionary on. */
function* streamsOfObjects(text: string, bytes: Buffer): Generator<Buffer, void> {
  for (const { index, 0: keyword } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const dictionary = plainNames(text.slice(Math.max(text.lastIndexOf('obj', index), index - 5000, 0), index));
    if (!dictionary.includes('/ObjStm')) continue;
    const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.replaceAll(/[\s[\]]/g, '') ?? '';
    // packed otherwise than any program does that we know of: what is in it cannot be seen
    insist(filter === '/FlateDecode' && !dictionary.includes('/DecodeParms'), 'damaged');
    yield bytes.subarray(index + keyword.length);
  }
}

/** Unpacks to the end of the packed bytes; what follows them in the file is another matter. */
function unpack(packed: Buffer, most: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw new Refused(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacks-too-large' : 'damaged',
    );
  }
}
