import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { DayRows, StateTag } from '../../platform/ui/patterns.tsx';
import { listTies } from '../thread/thread-link.store.ts';

/** What a record came from and what it led to, as far as somebody may know of it. */
export interface Tied {
  from: readonly Mention[];
  to: readonly Mention[];
}

/** @param types those of the whole house, which alone say what somebody may know of */
export async function readTied(scope: SeatedScope, types: readonly RecordType[], id: string): Promise<Tied> {
  const ties = await listTies(scope, [id]);
  const ends = ties.map((tie) => (tie.to.id === id ? tie.from : tie.to));
  const mentions = await Promise.all(
    types.map(async ({ kind, mention }) => {
      const ids = ends.filter((end) => end.kind === kind).map((end) => end.id);
      return ids.length > 0 ? await mention(scope, ids) : [];
    }),
  );
  const known = new Map(mentions.flat().map((one) => [one.id, one]));
  const at = (end: 'from' | 'to') => ties.flatMap((tie) => (tie[end].id === id ? [] : (known.get(tie[end].id) ?? [])));
  return { from: at('from'), to: at('to') };
}

/** Where a record came from, and what it led to. */
export const TiedRecords = ({ tied: { from, to }, slug }: { tied: Tied; slug: string }) => (
  <>
    <Mentions title="Where this came from" mentions={from} slug={slug} />
    <Mentions title="What it led to" mentions={to} slug={slug} />
  </>
);

const Mentions = ({ title, mentions, slug }: { title: string; mentions: readonly Mention[]; slug: string }) =>
  mentions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m section-title">{title}</h2>
      <DayRows
        rows={mentions.map((mention) => ({
          key: mention.id,
          when: formatDay(mention.on, 'plain'),
          what: (
            <a class="govuk-link" href={`/${slug}${mention.path}`}>
              {mention.title}
            </a>
          ),
          why: mention.reference,
          end: <StateTag>{mention.state}</StateTag>,
        }))}
      />
    </>
  );
