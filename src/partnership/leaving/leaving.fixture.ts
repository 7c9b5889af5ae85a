import type { House } from '../../../test/harness/house.ts';
import type { Scope, Who } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { addGroup } from '../groups/group.store.ts';
import { addGroupSeat, fillSeat } from '../groups/group-seat.store.ts';
import { sinceEver } from '../partnership.store.ts';
import { needFrom } from '../task.store.ts';

/** A seat, a priority, an assistant and a task of `who`'s, made by themselves. */
export async function giveThings(house: House, who: Who, assistant: Who) {
  return await house.data.as(who, async (scope) => {
    const group = await addGroup(scope, { name: 'Learning and practice group' });
    const seat = await addGroupSeat(scope, { group, agency: undefined, capacity: 'chair', fromOn: sinceEver });
    const holder = await fillSeat(scope, seat, { person: who.person, deputy: false, fromOn: sinceEver });
    const priority = await addPriority(scope, who.person);
    await scope.db
      .insertInto('assistant')
      .values({
        partnership_id: scope.partnership,
        id: newId(),
        person_id: assistant.person,
        assists_id: who.person,
        from_on: sinceEver,
      })
      .execute();
    await needFrom(scope, who.person, newId(), aTask);
    return { group, seat, holder, priority };
  });
}

export const aTask = {
  kind: 'test.read',
  title: 'Read the report',
  why: 'It is new',
  path: '/reports',
  dueOn: undefined,
};

async function addPriority({ db, partnership }: Scope, lead: string): Promise<string> {
  const id = newId();
  await db
    .insertInto('priority')
    .values({ partnership_id: partnership, id, name: 'Neglect', lead_id: lead, from_on: sinceEver })
    .execute();
  return id;
}

/** The fields of a day. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
