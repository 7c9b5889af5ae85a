import { inScope } from '../../src/partnership/doors.ts';
import type { Duty } from '../../src/partnership/duty.ts';
import { addGroup } from '../../src/partnership/groups/group.store.ts';
import { permit } from '../../src/platform/access/permit.ts';
import { goTo, json } from '../../src/platform/http/answers.ts';

/** A duty with one form, for tests of what every form shares: it adds a group of the name that was typed. */
export const committeesDuty: Duty = {
  name: 'committees',
  title: 'Committees',
  navigation: [{ text: 'Committees', path: '/committees', permission: 'committees.add' }],
  permissions: { 'committees.add': { title: 'add a group', roles: ['business-manager'] } },
  routes: async (app) => {
    app.get(
      '/',
      inScope(async ({ db }) => json(await db.selectFrom('partnership_group').select('name').orderBy('id').execute())),
    );
    app.post(
      '/',
      inScope(async (scope, request) => {
        permit(scope, 'committees.add');
        const { name } = request.body as { name: string };
        if (name === 'slow') await new Promise((resolve) => setTimeout(resolve, 150));
        const id = await addGroup(scope, { name });
        return goTo(`/${scope.slug}/committees/${id}`);
      }),
    );
    app.get(
      '/broken',
      inScope(() => {
        throw new Error('the words of Kerensa Trevose must not be shown');
      }),
    );
  },
};
