import { neededOfNoneBut, needFrom, type Task } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { whomToAsk } from '../stages/whom-to-ask.ts';
import { type Risk, referenceOf } from './risk.ts';
import { listDue } from './risk-list.store.ts';

/** The kind of task that asks for a review. */
export const reviewTask = 'risk-review';

/** How many days before a review is due its owner is asked for it. */
export const daysAhead = 14;

/** What a risk needs by `today`: its review, from two weeks before it is due. */
export const needOf = (risk: Risk, today: PlainDate): Omit<Task, 'id'> | undefined =>
  risk.closedOn !== undefined || risk.reviewOn > addDays(today, daysAhead)
    ? undefined
    : {
        kind: reviewTask,
        title: `Review the risk: ${risk.title}`,
        why: referenceOf(risk),
        path: `/risks/${risk.id}`,
        dueOn: risk.reviewOn,
      };

/** Asks the owner for what a risk needs, or the office where nobody owns it. Said twice it is as good as said once. */
export async function keepNeeds(scope: Scope, risk: Risk): Promise<void> {
  const need = needOf(risk, scope.today);
  const people = need ? await whomToAsk(scope, risk.owner === undefined ? [] : [risk.owner]) : [];
  await neededOfNoneBut(scope, reviewTask, risk.id, people);
  if (need) for (const person of people) await needFrom(scope, person, risk.id, need);
}

/** Asks for every review that is due within two weeks. @returns how many risks need one */
export async function askForReviews(scope: Scope): Promise<number> {
  const due = await listDue(scope, addDays(scope.today, daysAhead));
  for (const risk of due) await keepNeeds(scope, risk);
  return due.length;
}
