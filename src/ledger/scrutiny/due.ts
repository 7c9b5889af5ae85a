import { addDays, addMonths } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { ReportKind } from './report.ts';

/** The reports that are owed by the calendar. */
export type OwedKind = Exclude<ReportKind, 'other'>;

/** How many months lie between two of a kind. */
export const monthsBetween: Readonly<Record<OwedKind, number>> = { 'six-monthly': 6, yearly: 12 };
export const owedKinds = Object.keys(monthsBetween) as OwedKind[];

/** How many days before a report is due its scrutineer is asked for it. */
export const daysAhead = 42;

/**
 * The day by which the next report of a kind is due: six months or a year after the period of the last one ended, or after the
 * scrutineer began. A yearly report is a six-monthly one too. It rests on what is issued alone, so that it tells nothing of drafts.
 *
 * @param issued the reports that this scrutineer has issued
 */
export function dueOn(
  kind: OwedKind,
  issued: readonly { kind: ReportKind; until: PlainDate }[],
  began: PlainDate,
): PlainDate {
  const counts = issued.filter((one) => one.kind === kind || one.kind === 'yearly').map(({ until }) => until);
  const last = counts.toSorted().at(-1);
  return addMonths(last !== undefined && last > began ? last : began, monthsBetween[kind]);
}

/** Whether the scrutineer is asked for it by `today`. */
export const isAskedFor = (due: PlainDate, today: PlainDate): boolean => due <= addDays(today, daysAhead);
