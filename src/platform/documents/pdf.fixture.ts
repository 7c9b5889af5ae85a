import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A tag of a page, as the reader of another house finds it. */
export interface Tag {
  role: string;
  scope?: string;
  headers?: string[];
  structId?: string;
  /** What is said below this tag itself, in the order of reading. */
  words: string;
  children: Tag[];
}

export const openPdf = async (pdf: Uint8Array): Promise<PDFDocumentProxy> =>
  await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

/** The reader tells the tag too, which its types leave out. */
type Marked = { tag?: string; id: string | undefined };

const markOf = ({ tag, id }: Marked): string => (tag === 'Artifact' ? 'artifact' : (id ?? ''));

/** The tags of one page with the words that they hold, and the words of the page that are in no tag (artifacts). */
export async function tagsOf(document: PDFDocumentProxy, number = 1): Promise<{ tags: Tag[]; artifacts: string }> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: string[] = [];
  const words = new Map<string, string>();
  for (const item of items) {
    if ('str' in item) {
      const within = open.findLast((id) => id !== '') ?? 'artifact';
      words.set(within, `${words.get(within) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(markOf(item));
  }
  const tree = (await page.getStructTree()) as Node | null;
  return {
    tags: (tree?.children ?? []).map((node) => tagOf(node, words)),
    artifacts: plain(words.get('artifact') ?? ''),
  };
}

const plain = (words: string) => words.replaceAll(/[\s\u200B]+/g, ' ').trim();

function tagOf(node: Node, words: ReadonlyMap<string, string>): Tag {
  const { role = '', children = [], ...rest } = node;
  return {
    ...rest,
    role,
    words: plain(said(node, words)),
    children: children.filter((child) => child.role).map((child) => tagOf(child, words)),
  };
}

const said = ({ id, type, children = [] }: Node, words: ReadonlyMap<string, string>): string =>
  type === 'content' ? (words.get(id ?? '') ?? '') : children.map((child) => said(child, words)).join('');

/** All tags of a role, below each other or not. */
export const ofRole = (tags: readonly Tag[], role: string): Tag[] =>
  tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...ofRole(tag.children, role)]);
