import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../../platform/ui/errors.ts';
import { ConfirmPage } from '../../../platform/ui/patterns.tsx';
import { idIn } from '../../directory/answers.ts';
import { sameWords } from '../../directory/words.ts';
import type { SeatedScope } from '../../doors.ts';
import { endGroup, findGroup, type Group, holdGroups } from '../group.store.ts';
import { isLive } from '../kinds.ts';

export const showGroupAgain: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  return page(<GroupAgainPage slug={scope.slug} group={group} />);
};

/** Lets a group that was ended go on; its seats stay ended. One that goes on already is left as it is. */
export const takeGroupAgain: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const groups = await holdGroups(scope);
  const group = found(groups.find((one) => one.id === id));
  const others = groups.filter((one) => one.id !== id && isLive(one, scope.today));
  if (others.some(({ name }) => sameWords(name, group.name)))
    return page(<GroupAgainPage slug={scope.slug} group={group} errors={formError('', taken)} />, 422);
  await endGroup(scope, id, undefined);
  return goTo(`/${scope.slug}/groups/${id}`);
};

const taken = 'Another group has this name by now. Change the name of one of the two first';

const GroupAgainPage = ({ slug, group, errors = noErrors }: { slug: string; group: Group; errors?: FormErrors }) => (
  <ConfirmPage
    title={`Does ${group.name} go on?`}
    submit="Yes, it goes on"
    cancel={`/${slug}/groups/${group.id}`}
    errors={errors}
  >
    <p>Its last day is taken away. Its seats stay ended: add those that it needs.</p>
  </ConfirmPage>
);
