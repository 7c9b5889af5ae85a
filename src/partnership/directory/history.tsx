import { formatMoment } from '../../platform/calendar/in-words.ts';
import type { TrailEntry } from '../../platform/trail/trail.store.ts';
import { DayRows } from '../../platform/ui/patterns.tsx';

/** How a column is spoken of in a history: what it is called, and what its value means. */
export type Words = Readonly<Record<string, { title: string; say?: (value: string) => string }>>;

/** One change of a record in words. */
export interface Change {
  id: number;
  at: Date;
  who: string;
  what: string;
}

/**
 * What happened to a record, in words, as the trail has it.
 *
 * @param words the columns that are spoken of; a change of others alone is left out
 * @param names of people by id, for who did it
 * @param added what is said where it came to be
 */
export const changesOf = (
  entries: readonly TrailEntry[],
  words: Words,
  names: ReadonlyMap<string, string>,
  added = 'Added',
): readonly Change[] =>
  entries.flatMap(({ id, at, person, act, before, after }) => {
    const what = act === 'insert' ? added : act === 'delete' ? 'Taken away' : changed(before ?? {}, after ?? {}, words);
    return what === '' ? [] : [{ id, at, what, who: (person && names.get(person)) ?? 'Concordat’s own service' }];
  });

type Row = Readonly<Record<string, unknown>>;

const changed = (before: Row, after: Row, words: Words): string =>
  Object.entries(words)
    .filter(([column]) => textOf(before[column]) !== textOf(after[column]))
    .map(([column, { title, say }]) => {
      const [was, is] = [textOf(before[column]), textOf(after[column])].map((text) => (text && say ? say(text) : text));
      return `${title}: ${was ? `${was} became ` : ''}${is || 'nothing'}`;
    })
    .join('; ');

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);

interface HistoryProps {
  changes: readonly Change[];
  /** Where what stood before a change can be brought back; undefined where it cannot. */
  wayBack?(change: Change): string | undefined;
}

/** The history of a record at the foot of its page. */
export const History = ({ changes, wayBack }: HistoryProps) => (
  <>
    <h2 class="govuk-heading-m section-title">History</h2>
    {changes.length === 0 ? (
      <p>Nothing has been changed since it came here.</p>
    ) : (
      <DayRows
        rows={changes.map((change) => ({
          key: String(change.id),
          when: formatMoment(change.at),
          what: change.what,
          why: change.who,
          end: <WayBack href={wayBack?.(change)} at={change.at} />,
        }))}
      />
    )}
  </>
);

const WayBack = ({ href, at }: { href: string | undefined; at: Date }) =>
  href === undefined ? null : (
    <a class="govuk-link" href={href}>
      Bring back<span class="govuk-visually-hidden"> what stood before {formatMoment(at)}</span>
    </a>
  );
