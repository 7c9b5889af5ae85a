import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, formErrorsOf } from '../../../platform/ui/errors.ts';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import { changedMeanwhileText, type Meanwhile, meanwhile } from '../../directory/changed-meanwhile.tsx';
import { sameWords } from '../../directory/words.ts';
import type { SeatedScope } from '../../doors.ts';
import { addGroup, changeGroup, findGroup, type Group, holdGroups, listGroups } from '../group.store.ts';
import { kindWordsOf } from '../kind-words.ts';
import { isLive } from '../kinds.ts';
import { type ParentRefusal, rulingOnParent } from '../structure.ts';
import { answersFrom, GroupForm, GroupFormPage, readGroup, toldOf } from './group-form.tsx';

const order = Object.keys(GroupForm.shape);

export const showAddGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const { under = '' } = request.query as { under?: string };
  const groups = await listGroups(scope);
  const parent = groups.some(({ id }) => id === under) ? under : '';
  return page(<AddGroupPage {...(await aroundOf(scope, groups))} answers={{ parent }} />);
};

export const takeAddGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const groups = await holdGroups(scope);
  const answers = answersOf(request);
  const form = GroupForm.safeParse(readGroup(answers));
  const errors = form.success ? refusalsOf(groups, undefined, form.data, scope.today) : formErrors(form.error, order);
  if (!form.success || errors.list.length > 0)
    return page(<AddGroupPage {...(await aroundOf(scope, groups))} answers={answers} errors={errors} />, 422);
  return goTo(`/${scope.slug}/groups/${await addGroup(scope, form.data)}`);
};

type FormProps = Omit<Parameters<typeof GroupFormPage>[0], 'title' | 'submit' | 'cancel'> & { slug: string };

/** What the form is shown among. */
const aroundOf = async (scope: SeatedScope, groups: readonly Group[]) => ({
  slug: scope.slug,
  today: scope.today,
  groups,
  words: await kindWordsOf(scope),
});

const AddGroupPage = ({ slug, ...form }: FormProps) => (
  <GroupFormPage title="Add a group" submit="Add group" cancel={`/${slug}/groups`} {...form} />
);

export const showChangeGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const around = await aroundOf(scope, await listGroups(scope));
  return page(<ChangeGroupPage {...around} group={group} answers={answersFrom(group)} />);
};

/** Saves what was typed, unless somebody else saved meanwhile: then the second of the two sees both and chooses. */
export const takeChangeGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const groups = await holdGroups(scope);
  const group = found(groups.find((one) => one.id === id));
  const around = await aroundOf(scope, groups);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors, other?: Meanwhile) =>
    page(<ChangeGroupPage {...around} group={group} answers={answers} errors={errors} meanwhile={other} />, 422);
  const form = GroupForm.safeParse(readGroup(answers));
  if (!form.success) return askAgain(formErrors(form.error, order));
  const here = `/${scope.slug}/groups/${id}`;
  const other = meanwhile(typed(answers, 'basis'), toldOf(group, around), toldOf(form.data, around), here);
  if (other) return askAgain(formError('name', changedMeanwhileText), other);
  const errors = refusalsOf(groups, group, form.data, scope.today);
  if (errors.list.length > 0) return askAgain(errors);
  await changeGroup(scope, id, { ...form.data, quorumMembers: group.quorumMembers });
  return goTo(here);
};

const ChangeGroupPage = ({ slug, group, ...form }: FormProps & { group: Group }) => (
  <GroupFormPage
    title={`Change ${group.name}`}
    submit="Save changes"
    cancel={`/${slug}/groups/${group.id}`}
    group={group}
    {...form}
  />
);

/** What the rules hold against it: a name that another group has, or a parent it cannot report to. */
function refusalsOf(
  groups: readonly Group[],
  group: Group | undefined,
  { name, parent }: { name: string; parent: string | undefined },
  today: string,
): FormErrors {
  const others = groups.filter((one) => one.id !== group?.id && isLive(one, today));
  const taken = others.some((one) => sameWords(one.name, name));
  const ruling = parent === undefined ? undefined : rulingOnParent(groups, group?.id, parent);
  return formErrorsOf([
    ...(taken ? [{ field: 'name', text: 'Another group has this name. Enter one that tells them apart' }] : []),
    ...(ruling?.allowed === false ? [{ field: 'parent', text: parentRefusalText[ruling.because] }] : []),
  ]);
}

const parentRefusalText: Record<ParentRefusal, string> = {
  unknown: 'Select one of the groups listed',
  ended: 'That group has ended. Select one that still sits',
  itself: 'A group cannot report to itself. Select another',
  ring: 'That group reports to this one already. Select one that does not',
};
