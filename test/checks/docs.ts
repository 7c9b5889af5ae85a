import { dirname, join, normalize } from 'node:path/posix';
import type { Source } from './sources.ts';

/** Code in a text is no link and no heading. */
const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '``');

/** What the links and pictures of a page point to. */
export const linksIn = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map((match) => match[1] ?? '');

/** The anchors of a page's headings, as GitHub makes them; of headings with one text the second ends in -1. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    let [name, count] = [anchor, 0];
    while (anchors.has(name)) name = `${anchor}-${(count += 1)}`;
    anchors.add(name);
  }
  return anchors;
}

/**
 * Links between pages that lead nowhere: `page -> target`.
 *
 * @param exists whether there is a file or folder at a path from the project's folder
 */
export function findBrokenLinks(pages: readonly Source[], exists: (path: string) => boolean): string[] {
  const anchors = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]));
  const isBroken = (page: string, link: string) => {
    if (/^[a-z]+:/i.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : normalize(join(dirname(page), decodeURI(file))).replace(/\/$/, '');
    if (target.startsWith('..') || file.startsWith('/') || !exists(target)) return true;
    return anchor !== undefined && !anchors.get(target)?.has(anchor);
  };
  return pages.flatMap(({ path, text }) =>
    linksIn(text)
      .filter((link) => isBroken(path, link))
      .map((link) => `${path} -> ${link}`),
  );
}

/** What is there and not written about, and what is written about and not there. */
export function findDifferences(what: string, existing: Iterable<string>, documented: Iterable<string>): string[] {
  const [is, said] = [new Set(existing), new Set(documented)];
  return [
    ...[...is].filter((name) => !said.has(name)).map((name) => `${what} ${name} is not documented`),
    ...[...said].filter((name) => !is.has(name)).map((name) => `${what} ${name} is documented and does not exist`),
  ];
}

/** Environment variables that the program reads, wherever it does. */
export const variablesReadIn = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path))
    .flatMap(({ text }) =>
      [...text.matchAll(/\b(?:env|environment)\['([A-Z][A-Z0-9_]+)'\]|\brequired\(env, '([A-Z0-9_]+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );

/** The first cells of a page's tables that are code alone: `| NAME | … |`. */
export const namesInTables = (text: string): string[] =>
  [...text.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
  );

/** The sections of a page by their heading of that depth. */
export function sectionsOf(text: string, depth: number): Map<string, string> {
  const [, ...sections] = `\n${text}`.split(new RegExp(`\\n#{${depth}} `));
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return [heading.trim(), lines.join('\n')];
    }),
  );
}
