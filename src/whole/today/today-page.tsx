import type { Farewell } from '../../partnership/closing.ts';
import { WentTo } from '../../partnership/pages/closed.tsx';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { Layout } from '../../platform/ui/layout.tsx';
import { Box, Columns, countInWords, Empty, PageTitle, TaskRows } from '../../platform/ui/patterns.tsx';
import type { Day, NeededTask } from './today.ts';

interface TodayModel {
  day: Day;
  today: PlainDate;
  places: readonly { slug: string; seat: { partnership: { name: string } } }[];
  /** Partnerships one was in that have closed. */
  farewells: readonly Farewell[];
}

/** What is needed of one person, across all their partnerships. */
export function TodayPage({ day, today, places, farewells }: TodayModel) {
  const several = places.length > 1;
  const count = day.thisWeek.length + day.later.length;
  return (
    <Layout title="Today">
      <PageTitle title="Today" lead={`${formatDay(today)}. ${sayHowMuch(count, places.length)}`} />
      <Columns aside={places.length > 0 && <Partnerships places={places} />}>
        {farewells.map((farewell) => (
          <WentTo key={farewell.name} farewell={farewell} />
        ))}
        {places.length === 0 && <NoPartnership />}
        {places.length > 0 && count === 0 && (
          <Empty title="Nothing needs you today.">When something does, it stands here with the day it is due.</Empty>
        )}
        <Rows title="This week" tasks={day.thisWeek} today={today} several={several} />
        <Rows title="Later" tasks={day.later} today={today} several={several} />
      </Columns>
    </Layout>
  );
}

const Partnerships = ({ places }: Pick<TodayModel, 'places'>) => (
  <Box title={places.length === 1 ? 'Your partnership' : 'Your partnerships'}>
    <ul class="govuk-list">
      {places.map(({ slug, seat }) => (
        <li key={slug}>
          <a class="govuk-link" href={`/${slug}`}>
            {seat.partnership.name}
          </a>
        </li>
      ))}
    </ul>
  </Box>
);

const NoPartnership = () => (
  <Empty title="You have no seat in any partnership today.">
    If you expected one, ask the partnership’s business manager.
  </Empty>
);

interface RowsModel {
  title: string;
  tasks: readonly NeededTask[];
  today: PlainDate;
  /** Whether each row says which partnership it is from. */
  several: boolean;
}

const Rows = ({ title, tasks, today, several }: RowsModel) =>
  tasks.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <TaskRows
        today={today}
        tasks={tasks.map(({ partnership, path, title: what, why, dueOn }) => ({
          href: `/${partnership.slug}${path}`,
          title: what,
          why: several ? `${why} · ${partnership.shortName}` : why,
          dueOn,
        }))}
      />
    </>
  );

function sayHowMuch(count: number, partnerships: number): string {
  const what = count === 0 ? 'Nothing needs you' : `${countInWords(count, 'thing needs', 'things need')} you`;
  return partnerships > 1 ? `${what}, across ${countInWords(partnerships, 'partnership').toLowerCase()}.` : `${what}.`;
}
