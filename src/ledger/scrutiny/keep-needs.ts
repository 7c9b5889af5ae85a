import { neededOfNoneBut, needFrom, noLongerNeeded } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { dueOn, isAskedFor, owedKinds } from './due.ts';
import { askedOf, type Comment, type Report, reportKinds } from './report.ts';
import { listScrutineers } from './scrutineer.store.ts';
import { listIssued } from './scrutiny-report.store.ts';

/** What scrutiny needs of somebody, as kinds of tasks. None of them tells anything of a draft. */
const tasks = { facts: 'scrutiny-facts', answer: 'scrutiny-answer' } as const;

/**
 * Writes what a report needs: of those who are asked about its facts, until they have spoken; of the scrutineer, an answer to each
 * comment. Nothing of it is ever needed of the office.
 */
export async function keepNeeds(scope: Scope, report: Report, comments: readonly Comment[]): Promise<void> {
  const asking = report.state === 'correction';
  const silent = asking ? askedOf(report).filter((id) => !comments.some(({ person }) => person === id)) : [];
  const path = `/scrutiny/reports/${report.id}`;
  await neededOfNoneBut(scope, tasks.facts, report.id, silent);
  for (const person of silent)
    await needFrom(scope, person, report.id, {
      kind: tasks.facts,
      title: 'Say whether the facts are right',
      why: 'The independent scrutineer asks you',
      path: `${path}/comment`,
      dueOn: report.commentUntil,
    });
  if (asking && comments.some(({ answer }) => answer === undefined)) {
    await neededOfNoneBut(scope, tasks.answer, report.id, [report.author]);
    await needFrom(scope, report.author, report.id, {
      kind: tasks.answer,
      title: 'Answer what was said of the facts',
      why: 'Comments on your report',
      path,
      dueOn: undefined,
    });
  } else await noLongerNeeded(scope, tasks.answer, report.id);
}

/** Asks each scrutineer for the reports that are due soon, every six months and yearly. @returns how many are asked for */
export async function askForReports(scope: Scope): Promise<number> {
  const [scrutineers, issued] = await Promise.all([listScrutineers(scope), listIssued(scope, {}, { limit: 1000 })]);
  let asked = 0;
  for (const { id, from } of scrutineers) {
    const own = issued.filter(({ author }) => author === id);
    for (const kind of owedKinds) {
      const due = dueOn(kind, own, from);
      const task = `scrutiny-${kind}`;
      if (!isAskedFor(due, scope.today)) {
        await noLongerNeeded(scope, task, id);
        continue;
      }
      asked += 1;
      await needFrom(scope, id, id, {
        kind: task,
        title: `Report to the partnership: ${reportKinds[kind].toLowerCase()}`,
        why: kind === 'yearly' ? 'Once a year' : 'Every six months',
        path: '/scrutiny/workspace',
        dueOn: due,
      });
    }
  }
  return asked;
}
