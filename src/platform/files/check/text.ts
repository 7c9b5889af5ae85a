import type { FileType } from '../stored-file.ts';
import { insist } from './verdict.ts';

/** How pages, messages and scripts begin, for which a program may be found whatever the file's ending is. */
const program = /^\s*(#!|<\?|<!|<%|<[a-z]|\{\\rtf|mime-version:|\[internetshortcut\])/i;
const script = /<(script|html|svg|iframe|object|embed|\?php)[\s>/]/i;

/** Control characters that no text has: all but tab, the line's ends and the page's. */
const control = /(?![\t\n\v\f\r\x80-\x9f])\p{Cc}/u;

/** What a spreadsheet would run on opening: another program, named before an upright line. */
const runs = /(^|[,;\t])["'\s]*[=+@-][^,;\t\n|]*\w\s*\|[^\n]*!/m;
/** What a spreadsheet would fetch, or call: by these functions, in a formula. */
const fetches = /(^|[,;\t])["'\s]*[=@+-][^,;\t\n]*\b(webservice|hyperlink|import\w+|dde|call|exec|register\.id)\s*\(/im;

/** @throws {Refused} kind-and-content-differ, script */
export function checkText(type: Extract<FileType, 'csv' | 'txt'>, bytes: Buffer): void {
  const text = decode(bytes);
  insist(!control.test(text), 'kind-and-content-differ');
  insist(!program.test(text) && !script.test(text), 'script');
  if (type === 'csv') insist(!runs.test(text) && !fetches.test(text), 'script');
}

/** UTF-16 where it says so, UTF-8 where it is that, else Windows-1252, in which older programs save. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
