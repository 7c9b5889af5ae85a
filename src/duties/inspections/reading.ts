import { usesDuty } from '../../partnership/duty-jobs.ts';
import type { Role } from '../../partnership/roles.ts';
import { listPeopleHolding } from '../../partnership/seat.store.ts';
import { needFrom } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Change } from './import/changes.ts';
import { frameworkFacts } from './judgement.ts';
import type { Published } from './reading.store.ts';

/** The kind of task that asks somebody to read a report. */
export const readingTask = 'inspections.read-report';

/** Whoever answers for the partnership, runs it, or judges it from outside. */
const readers: readonly Role[] = [
  'business-manager',
  'partnership-chair',
  'independent-chair',
  'scrutineer',
  'safeguarding-partner-delegate',
];

const daysToRead = 14;
const daysNew = 365;

/** Where a report is read. */
export const readAt = (code: string): string => `/inspections/places/${code}`;

/** Reports published before this day are history: nobody is asked to read them when they are imported. */
export const newSince = (today: PlainDate): PlainDate => addDays(today, -daysNew);

/** Those of `published` that an import has added or corrected. */
export const amongChanges = (published: readonly Published[], changes: readonly Change[]): Published[] =>
  published.filter((one) =>
    changes.some(
      ({ framework, authority, facts }) =>
        framework === one.framework &&
        authority.code === one.authority.code &&
        facts.get('publishedOn') === one.publishedOn,
    ),
  );

/**
 * Asks whoever should know of it to read each report, within two weeks. Asked again, it is the same task. Nobody is asked where
 * the partnership does not use the duty: its pages are not there to read it on.
 */
export async function askToRead(scope: Scope, published: readonly Published[]): Promise<void> {
  if (published.length === 0 || !(await usesDuty(scope, { name: 'inspections' }))) return;
  const dueOn = addDays(scope.today, daysToRead);
  for (const person of await listPeopleHolding(scope, readers)) {
    for (const { id, framework, authority, publishedOn } of published) {
      await needFrom(scope, person, id, {
        kind: readingTask,
        title: `Read the inspection report on ${authority.name}`,
        why: `${frameworkFacts[framework].name}, published ${formatDay(publishedOn, 'plain')}`,
        path: readAt(authority.code),
        dueOn,
      });
    }
  }
}
