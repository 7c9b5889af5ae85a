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

/** What is needed, one to a line: when, what and why, how it stands. The order is the caller's. */
export const TaskRows = ({ tasks, today }: { tasks: readonly TaskRow[]; today: PlainDate }) => (
  <ul class="tasks">
    {tasks.map((task) => (
      <Row key={task.href} task={task} today={today} />
    ))}
  </ul>
);

const Row = ({ task: { href, title, why, dueOn, state }, today }: { task: TaskRow; today: PlainDate }) => {
  const late = dueOn !== undefined && dueOn < today;
  const stands = state ?? stateBy(dueOn, today);
  return (
    <li class="task">
      <span class={late ? 'task__when late' : 'task__when'}>{dueOn ? formatDue(dueOn, today) : 'Any time'}</span>
      <span class="task__what">
        <a class="govuk-link" href={href}>
          {title}
        </a>
        <span class="task__why">{why}</span>
      </span>
      <span>{stands && <StateTag tone={stands.tone}>{stands.text}</StateTag>}</span>
    </li>
  );
};

/** The day says enough for itself, except where it has passed or is close. */
function stateBy(dueOn: PlainDate | undefined, today: PlainDate): { text: string; tone: Tone } | undefined {
  if (dueOn === undefined) return undefined;
  const left = daysBetween(today, dueOn);
  if (left < 0) return { text: 'Overdue', tone: 'bad' };
  if (left === 0) return { text: 'Due today', tone: 'warning' };
  return left <= 2 ? { text: `${formatDays(left)} left`, tone: 'warning' } : undefined;
}
