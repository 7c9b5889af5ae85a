import type { FileType } from './stored-file.ts';

const endings: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  txt: 'txt',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
};

/** What the end of a name says that the file is; undefined where that is nothing we take. */
export function typeOfName(name: string): FileType | undefined {
  const ending = /\.([a-z]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** What Windows does not let a file be called, whatever its ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 100;

/**
 * The name under which a file is shown and downloaded: without folders, and without characters that no file system takes, that
 * cannot be seen or that turn the writing round. Never empty, 100 characters at most, and ends as the type does.
 *
 * @param name as the browser sent it
 */
export function safeName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\.[a-z]+\s*$/i, '')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  const cut = [...plain].slice(0, longest - type.length - 1).join('');
  const base = cut === '' || reserved.test(cut) ? `file ${cut}`.trim() : cut;
  return `${base}.${type === 'jpeg' ? 'jpg' : type}`;
}
