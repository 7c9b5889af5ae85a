import type { ComponentChildren } from 'preact';
import { daysBetween } from '../calendar/days.ts';
import { formatDays, formatDue } from '../calendar/in-words.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { StateTag, type Tone } from './words.tsx';

/** One thing that is needed of somebody. */
export interface TaskRow {
  href: string;
  /** What is needed, beginning with a verb. */
  title: string;
  /** Where it comes from. */
  why: string;
  /** Absent where any day will do. */
  dueOn?: PlainDate | undefined;
  /** How it stands; unless said, how near its day is. */
  state?: { text: string; tone?: Tone | undefined } | undefined;
}

/** A line of a list: a day or moment, what it is about, and how it stands or what can be done. */
export interface DayRow {
  key: string;
  when: string;
  /** Whether the day has passed. */
  late?: boolean;
  what: ComponentChildren;
  why: string;
  end?: ComponentChildren;
}

/** Things with a day, one to a line. The order is the caller's. */
export const DayRows = ({ rows }: { rows: readonly DayRow[] }) => (
  <ul class="tasks">
    {rows.map(({ key, when, late, what, why, end }) => (
      <li key={key} class="task">
        <span class={late ? 'task__when late' : 'task__when'}>{when}</span>
        <span class="task__what">
          {what}
          <span class="task__why">{why}</span>
        </span>
        <span>{end}</span>
      </li>
    ))}
  </ul>
);

/** What is needed, one to a line: when, what and why, how it stands. The order is the caller's. */
export const TaskRows = ({ tasks, today }: { tasks: readonly TaskRow[]; today: PlainDate }) => (
  <DayRows rows={tasks.map((task) => rowOf(task, today))} />
);

function rowOf({ href, title, why, dueOn, state }: TaskRow, today: PlainDate): DayRow {
  const stands = state ?? stateBy(dueOn, today);
  return {
    key: `${href} ${why}`,
    when: dueOn ? formatDue(dueOn, today) : 'Any time',
    late: dueOn !== undefined && dueOn < today,
    what: (
      <a class="govuk-link" href={href}>
        {title}
      </a>
    ),
    why,
    end: stands && <StateTag tone={stands.tone}>{stands.text}</StateTag>,
  };
}

/** The day says enough for itself, except where it has passed or is close. */
function stateBy(dueOn: PlainDate | undefined, today: PlainDate): { text: string; tone: Tone } | undefined {
  if (dueOn === undefined) return undefined;
  const left = daysBetween(today, dueOn);
  if (left < 0) return { text: 'Overdue', tone: 'bad' };
  if (left === 0) return { text: 'Due today', tone: 'warning' };
  return left <= 2 ? { text: `${formatDays(left)} left`, tone: 'warning' } : undefined;
}
