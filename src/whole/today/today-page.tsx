import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { Layout } from '../../platform/ui/layout.tsx';
import { Box, TaskRows } from '../../platform/ui/patterns.tsx';
import type { Day, NeededTask } from './today.ts';

interface TodayModel {
  day: Day;
  today: PlainDate;
  places: readonly { slug: string; seat: { partnership: { name: string } } }[];
}

/** What is needed of one person, across all their partnerships. */
export function TodayPage({ day, today, places }: TodayModel) {
  const count = day.thisWeek.length + day.later.length;
  return (
    <Layout title="Today">
      <h1 class="govuk-heading-xl">Today</h1>
      <p class="govuk-body-l">
        {formatDay(today)}. {sayHowMuch(count, places.length)}
      </p>
      <div class="columns">
        <div>
          {count === 0 && places.length > 0 && <p class="govuk-body">When something needs you, it stands here with the day it is due.</p>}
          {places.length === 0 && <NoPartnership />}
          <Rows title="This week" tasks={day.thisWeek} today={today} several={places.length > 1} />
          <Rows title="Later" tasks={day.later} today={today} several={places.length > 1} />
        </div>
        <aside>
          {places.length > 0 && (
            <Box title={places.length === 1 ? 'Your partnership' : 'Your partnerships'}>
              <ul class="govuk-list">
                {places.map((place) => (
                  <li key={place.slug}>
                    <a class="govuk-link" href={`/${place.slug}`}>{place.seat.partnership.name}</a>
                  </li>
                ))}
              </ul>
            </Box>
          )}
        </aside>
      </div>
    </Layout>
  );
}

const NoPartnership = () => (
  <p class="govuk-body">You have no seat in any partnership today. If you expected one, ask the partnership’s business manager.</p>
);

function Rows({ title, tasks, today, several }: { title: string; tasks: readonly NeededTask[]; today: PlainDate; several: boolean }) {
  if (tasks.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <TaskRows
        today={today}
        tasks={tasks.map((task) => ({
          href: `/${task.partnership.slug}${task.path}`,
          title: task.title,
          why: several ? `${task.why} · ${task.partnership.shortName}` : task.why,
          dueOn: task.dueOn,
        }))}
      />
    </>
  );
}

const numbers = ['Nothing needs', 'One thing needs', 'Two things need', 'Three things need', 'Four things need', 'Five things need', 'Six things need', 'Seven things need', 'Eight things need', 'Nine things need'];

function sayHowMuch(count: number, partnerships: number): string {
  const what = `${numbers[count] ?? `${count} things need`} you`;
  return partnerships > 1 ? `${what}, across ${partnerships} partnerships.` : `${what}.`;
}
