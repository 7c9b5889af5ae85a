import { addDays, weekdayOf } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { ExamplePlace } from '../example.ts';
import { addAbsence } from './absence.store.ts';
import { readFacts } from './chivvy-facts.store.ts';
import { addHeld } from './held-message.store.ts';
import { planDay } from './plan-day.ts';
import { addQuietPeriod } from './quiet.store.ts';
import { keepReleaseTask } from './release-tasks.ts';
import { addReminders, markTold } from './reminder.store.ts';

/** School holidays to come, somebody who is away, and what was said on the last working day: people told, and messages that wait. */
export async function exampleOfChivvying(scope: Scope, { people }: ExamplePlace): Promise<void> {
  const { today } = scope;
  const holidays = [
    { name: 'End of term', fromOn: addDays(today, 25), untilOn: addDays(today, 38) },
    { name: 'Half-term', fromOn: addDays(today, 84), untilOn: addDays(today, 88) },
  ];
  for (const period of holidays) await addQuietPeriod(scope, { ...period, schoolsOnly: true, authority: undefined });
  const [away, cover] = [people.get('health'), people.get('business-manager')];
  if (away) await addAbsence(scope, { person: away, fromOn: addDays(today, 4), untilOn: addDays(today, 18), cover });
  await sayOn(scope, lastWeekdayBefore(today));
}

function lastWeekdayBefore(today: PlainDate): PlainDate {
  let day = addDays(today, -1);
  while (weekdayOf(day) > 5) day = addDays(day, -1);
  return day;
}

/** As if the job had run on `day`, and its digests had gone out. */
async function sayOn(scope: Scope, day: PlainDate): Promise<void> {
  const { lines, held } = planDay(await readFacts(scope, day), day);
  await addReminders(scope, day, lines);
  for (const [person, some] of Map.groupBy(lines, (line) => line.person))
    await markTold(
      scope,
      person,
      some.map(({ action }) => action),
      day,
      day,
    );
  await addHeld(scope, day, held);
  await keepReleaseTask(scope);
}
