import { listPeople } from '../../partnership/people/person.store.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { present } from '../brought.ts';
import { addAbsence, listAbsences } from './absence.store.ts';

/** When somebody is away, today or later, so that they are left in peace where they go too. */
export const absenceHolding: Holding = {
  kind: 'absence',
  title: 'When people are away',
  tables: ['absence'],
  staysBehind: { message_days: 'People say for each partnership on which days they get no message' },
  remains: true,
  async list(scope) {
    const names = new Map((await listPeople(scope)).map(({ id, name }) => [id, name]));
    return (await listAbsences(scope)).map(({ id, person, fromOn, untilOn, cover }) => ({
      kind: 'absence',
      id,
      title: `${names.get(person) ?? ''}: ${formatDay(fromOn)} to ${formatDay(untilOn)}`,
      person,
      needs: [person],
      follows: present([cover]),
    }));
  },
  async take(from, items) {
    const absences = await listAbsences(from);
    return async (scope, arriving) => {
      for (const item of items) {
        const one = absences.find(({ id }) => id === item.id);
        if (!one) continue;
        const person = arriving.idOf(one.person);
        const cover = arriving.find(one.cover);
        const same = (await listAbsences(scope, person)).find(
          ({ fromOn, untilOn }) => fromOn === one.fromOn && untilOn === one.untilOn,
        );
        await arriving.bring(item, same?.id, () =>
          addAbsence(scope, { ...one, person, cover: cover === person ? undefined : cover }),
        );
      }
    };
  },
};
