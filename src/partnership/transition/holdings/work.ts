import { formatDay } from '../../../platform/calendar/in-words.ts';
import { listPeople } from '../../people/person.store.ts';
import { addPriority, listPriorities } from '../../settings/priority.store.ts';
import { needFrom } from '../../task.store.ts';
import { endTask, listOpenTasks } from '../held.store.ts';
import type { Holding } from '../holding.ts';
import { listPlannedLeavings } from '../reorganisation.store.ts';
import { fromHere, goesOn, those } from './order.ts';

/** One of the same name is the same. */
export const priorities: Holding = {
  kind: 'priority',
  title: 'Priorities',
  tables: ['priority'],
  list: async (scope) =>
    (await listPriorities(scope))
      .filter((one) => goesOn(one, scope.today))
      .map(({ id, name, lead }) => ({ kind: 'priority', id, title: name, follows: lead === undefined ? [] : [lead] })),
  async take(from, items) {
    const going = those(await listPriorities(from), items);
    return async (scope, arriving) => {
      const here = (await listPriorities(scope)).filter((one) => goesOn(one, scope.today));
      for (const { one, item } of going)
        await arriving.bring(item, here.find(({ name }) => name.toLowerCase() === one.name.toLowerCase())?.id, () =>
          addPriority(scope, { ...one, lead: arriving.find(one.lead), fromOn: fromHere(one, scope.today) }),
        );
    };
  },
};

/**
 * What is needed of somebody goes along with them and with the record it is about. A task about a record that stays behind can
 * only end.
 *
 * @param shared kinds of tasks about facts that every partnership reads, such as a published inspection report
 */
export const tasks = (shared: readonly string[]): Holding => ({
  kind: 'task',
  title: 'Open tasks',
  tables: ['task'],
  inRegime: true,
  list: async (scope, listed) =>
    (await listOpenTasks(scope)).map(({ id, kind, title, name, person, record }) => {
      const anywhere = shared.includes(kind) || record === scope.partnership;
      return {
        kind: 'task',
        id,
        title: `${title} (${name})`,
        person,
        needs: anywhere || !listed.has(record) ? [person] : [person, record],
        ...(anywhere || listed.has(record) ? {} : { stays: 'What it is about stays behind' }),
      };
    }),
  end: (scope, { id }) => endTask(scope, id),
  async take(from, items) {
    const going = those(await listOpenTasks(from), items);
    return async (scope, arriving) => {
      const here = await listOpenTasks(scope);
      for (const { one, item } of going) {
        const person = arriving.idOf(one.person);
        const record = one.record === from.partnership ? scope.partnership : (arriving.find(one.record) ?? one.record);
        const there = here.find((task) => task.person === person && task.kind === one.kind && task.record === record);
        const { dueOn, kind, title, why, path } = one;
        await arriving.bring(item, there?.id, () =>
          needFrom(scope, person, record, { kind, title, why, path: arriving.pathOf(path), dueOn }),
        );
      }
    };
  },
});

/** Somebody's leaving that was planned for a day to come: it is about this partnership alone. */
export const leavings: Holding = {
  kind: 'leaving',
  title: 'Leavings that are planned',
  tables: ['leaving', 'leaving_choice'],
  async list(scope) {
    const names = new Map((await listPeople(scope)).map(({ id, name }) => [id, name]));
    return (await listPlannedLeavings(scope)).map(({ id, person, lastOn }) => ({
      kind: 'leaving',
      id,
      title: `${names.get(person) ?? ''} leaves on ${formatDay(lastOn)}`,
      person,
      stays: 'It has to be planned anew where they go',
    }));
  },
};
