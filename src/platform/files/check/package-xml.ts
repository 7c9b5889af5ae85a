import { posix } from 'node:path';
import { insist } from './verdict.ts';

/** The text of a part, a character for each byte where it is not UTF-16: what is looked for is ASCII. */
export function textOf(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  const text =
    mark === 'fffe'
      ? new TextDecoder('utf-16le').decode(content)
      : mark === 'feff'
        ? new TextDecoder('utf-16be').decode(content)
        : content.toString('latin1');
  // in any other encoding what stands here could be something else to whoever opens it
  insist(!text.includes('\0'), 'damaged');
  const encoding = /^[^<]{0,3}<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  insist(/^(utf-8|utf-16|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding), 'damaged');
  return text;
}

/** No document type, no entity, no stylesheet, and no script in a picture. @throws {Refused} outside-content, script */
export function checkXml(text: string): void {
  insist(!/<!(doctype|entity)|<\?xml-stylesheet/i.test(text), 'outside-content');
  insist(!/<(\w+:)?script[\s>/]/i.test(text), 'script');
}

/** A field of Word, or a formula of Excel, that has another program do something. @throws {Refused} script */
export function checkFields(text: string): void {
  const instructions = [...text.matchAll(/<w:instrText[^>]*>([^<]*)|\bw:instr\s*=\s*["']([^"']*)/g)];
  const said = instructions.map(([, field = '', attribute = '']) => field || attribute).join('');
  insist(!/\bDDE(AUTO)?\b/i.test(said), 'script');
  insist(!/<f\b[^>]*>[^<]*\w\s*\|[^<]*!/.test(text), 'script');
  insist(!/<(\w+:)?(oleObject|ddeLink|control)\b/i.test(text), 'other-files-inside');
}

/** Where a link may not lead: what follows would be run, not shown. */
const runs = /^\s*(javascript|vbscript|data|shell|search-ms|ms-[\w-]+)\s*:/i;

/**
 * What a part is connected with: other parts of the package, and addresses that a person may follow.
 *
 * @param name of the part that lists them, such as `word/_rels/document.xml.rels`
 * @throws {Refused} outside-content, script, damaged
 */
export function checkRelationships(name: string, text: string): void {
  const folder = posix.dirname(posix.dirname(name));
  for (const [tag] of text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    const type = attribute(tag, 'Type');
    insist(!/(vbaProject|attachedToolbars|activeX)/i.test(type), 'macros');
    if (attribute(tag, 'TargetMode').toLowerCase() === 'external') {
      insist(type.endsWith('/hyperlink'), 'outside-content');
      insist(!runs.test(target), 'script');
      continue;
    }
    insist(!/^[a-z][a-z0-9+.-]*:/i.test(target), 'outside-content');
    const path = posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
    insist(!path.startsWith('..'), 'damaged');
  }
}

const attribute = (tag: string, name: string): string =>
  plain(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '');

const plain = (text: string) =>
  text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
    .replaceAll('&amp;', '&');

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
