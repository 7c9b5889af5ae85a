import type { Mention } from '../../partnership/record-type.ts';
import type { Relation, ThreadLink } from './thread-link.store.ts';

/** The thread round one record, as far as somebody may know of it. */
export interface Thread {
  /** The record in the middle. */
  of: string;
  /** What stands round it, by identifier; the record itself is not among them. */
  known: ReadonlyMap<string, Mention>;
  /** Steps of which somebody may know both ends. */
  links: readonly ThreadLink[];
}

/** A record of the thread, and how many steps it lies away from the one in the middle. */
export interface Placed {
  mention: Mention;
  steps: number;
  /** The step that leads to it, where it is one step away. */
  link: ThreadLink | undefined;
}

/** What follows from what: of two records, the one that came first. What shows or repeats another neither led to it nor came of it. */
const isFlow = ({ relation }: ThreadLink): boolean => relation === 'led-to' || relation === 'answers';
const earlierOf = ({ relation, from, to }: ThreadLink): string => (relation === 'answers' ? to.id : from.id);
const laterOf = ({ relation, from, to }: ThreadLink): string => (relation === 'answers' ? from.id : to.id);

/** The thread of a record: steps to or through what somebody may not know of are not there. */
export function threadOf(of: string, links: readonly ThreadLink[], mentions: readonly Mention[]): Thread {
  const known = new Map(mentions.filter(({ id }) => id !== of).map((mention) => [mention.id, mention]));
  const isKnown = (id: string) => id === of || known.has(id);
  return { of, known, links: links.filter(({ from, to }) => isKnown(from.id) && isKnown(to.id)) };
}

/** What the record came from, nearest first. */
export const cameFrom = (thread: Thread): readonly Placed[] => follow(thread, laterOf, earlierOf);

/** What the record led to, nearest first. */
export const ledTo = (thread: Thread): readonly Placed[] => follow(thread, earlierOf, laterOf);

/** What shows the record, is shown by it, or repeats it, with the step that says so. */
export const beside = ({ of, known, links }: Thread): readonly { mention: Mention; link: ThreadLink }[] =>
  links.flatMap((link) => {
    if (isFlow(link) || (link.from.id !== of && link.to.id !== of)) return [];
    const mention = known.get(link.from.id === of ? link.to.id : link.from.id);
    return mention ? [{ mention, link }] : [];
  });

/** Walks along the thread one way; what is reached twice stands where it is nearest. */
function follow(
  { of, known, links }: Thread,
  near: (link: ThreadLink) => string,
  far: (link: ThreadLink) => string,
): Placed[] {
  const flow = Map.groupBy(links.filter(isFlow), near);
  const placed = new Map<string, Placed>();
  let edge = [of];
  for (let steps = 1; edge.length > 0; steps++) {
    const next: string[] = [];
    for (const link of edge.flatMap((id) => flow.get(id) ?? [])) {
      const mention = known.get(far(link));
      if (!mention || placed.has(mention.id)) continue;
      placed.set(mention.id, { mention, steps, link: steps === 1 ? link : undefined });
      next.push(mention.id);
    }
    edge = next;
  }
  return [...placed.values()];
}

/** How two records can be tied by hand, said of the record whose page one comes from: which way the step goes. */
export const ties = {
  'came-from': { title: 'This came from it', relation: 'led-to', outward: false },
  'led-to': { title: 'This led to it', relation: 'led-to', outward: true },
  answers: { title: 'This answers it', relation: 'answers', outward: true },
  shows: { title: 'This shows that it is so', relation: 'evidences', outward: true },
  'is-shown': { title: 'It shows that this is so', relation: 'evidences', outward: false },
  repeats: { title: 'This says the same as it', relation: 'duplicates', outward: true },
} as const satisfies Record<string, { title: string; relation: Relation; outward: boolean }>;
export type Tie = keyof typeof ties;
export const tieNames = Object.keys(ties) as [Tie, ...Tie[]];

/** What stands beside a record, in words: said of the record in the middle. */
export const besideWords = ({ relation, from }: ThreadLink, of: string): string =>
  relation === 'duplicates' ? 'Says the same' : from.id === of ? 'This shows it' : 'It shows this';
