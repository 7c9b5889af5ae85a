import type { RecordRef } from '../../partnership/record-type.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { Actions, DayRows, StateTag } from '../../platform/ui/patterns.tsx';
import { beside, besideWords, cameFrom, ledTo, type Placed, type Thread } from './thread.ts';
import { ThreadPicture } from './thread-picture.tsx';

interface ThreadSectionProps {
  thread: Thread;
  record: RecordRef & { reference: string; title: string };
  slug: string;
  mayTie: boolean;
}

/** Where a record came from and what it led to: as a picture, and as lists with the way to each. */
export const ThreadSection = ({ thread, record, slug, mayTie }: ThreadSectionProps) => {
  const [before, after, others] = [cameFrom(thread), ledTo(thread), beside(thread)];
  const nothing = before.length + after.length + others.length === 0;
  return (
    <section>
      <h2 class="govuk-heading-m section-title">The thread</h2>
      {nothing && <p>Nothing is tied to it yet: neither what it came from nor what it led to.</p>}
      {before.length + after.length > 0 && (
        <div class="table-frame" role="group" aria-label="Picture of the thread" tabindex={0}>
          <ThreadPicture thread={thread} reference={record.reference} title={record.title} />
        </div>
      )}
      <Records title="Where this came from" placed={before} slug={slug} mayTie={mayTie} />
      <Records title="What it led to" placed={after} slug={slug} mayTie={mayTie} />
      <Records
        title="What goes with it"
        placed={others.map(({ mention, link }) => ({ mention, link, steps: 1, words: besideWords(link, thread.of) }))}
        slug={slug}
        mayTie={mayTie}
      />
      {mayTie && (
        <Actions
          actions={[{ text: 'Tie it to another record', href: `/${slug}/thread/${record.kind}/${record.id}/tie` }]}
        />
      )}
    </section>
  );
};

interface RecordsProps {
  title: string;
  placed: readonly (Placed & { words?: string })[];
  slug: string;
  mayTie: boolean;
}

const Records = ({ title, placed, slug, mayTie }: RecordsProps) =>
  placed.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <DayRows
        rows={placed.map(({ mention, steps, link, words }) => ({
          key: mention.id,
          when: formatDay(mention.on, 'plain'),
          what: (
            <a class="govuk-link" href={`/${slug}${mention.path}`}>
              {mention.title}
            </a>
          ),
          why: [mention.reference, words, steps > 1 ? `${steps} steps away` : ''].filter(Boolean).join(', '),
          end: (
            <>
              <StateTag>{mention.state}</StateTag>
              {mayTie && link && (
                <>
                  {' '}
                  <a class="govuk-link" href={`/${slug}/thread/ties/${link.id}/untie`}>
                    Untie<span class="govuk-visually-hidden"> {mention.reference}</span>
                  </a>
                </>
              )}
            </>
          ),
        }))}
      />
    </>
  );
