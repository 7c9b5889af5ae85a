import { answersOf, ticked, typed } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { isId } from '../../platform/database/ids.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../platform/ui/errors.ts';
import { listHref } from '../../platform/ui/patterns.tsx';
import { readNames } from '../names.store.ts';
import { holdActions, record } from './action.store.ts';
import { countActions, countEvidenceOf, listActions } from './action-list.store.ts';
import { askedBy, isVisibleTo, readActionAddress } from './action-list.ts';
import { carryOut } from './carry-out.ts';
import { readChoices } from './choices.ts';
import { doerOf } from './doer.ts';
import { keepNeeds } from './keep-needs.ts';
import { type ManyChange, type ManyChangeName, manyChanges, type Planned, planMany, saidBy } from './many.ts';
import { manyFields, readManyChange } from './many-form.ts';
import { ChooseChangePage, ChooseManyPage, PreviewManyPage } from './pages/many.tsx';

/** How many actions can be changed at once. */
const most = 200;

/** What somebody may change of many actions: verifying is a group's, all else the office's. */
const changesFor = (scope: SeatedScope): ManyChangeName[] =>
  (Object.keys(manyChanges) as ManyChangeName[]).filter((name) => name === 'verify' || may(scope, 'actions.change'));

const changeIn = (scope: SeatedScope, answers: Answers): ManyChangeName | undefined =>
  changesFor(scope).find((name) => name === typed(answers, 'change'));

/** The list that the address speaks of: where it is, and what it asks for. */
function listIn(scope: SeatedScope, query: unknown) {
  const list = readActionAddress(scope.slug, query);
  const [path, search = ''] = listHref({ ...list, page: 1 }).split('?');
  return { list, path: path ?? '', search };
}

export const askForMany: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.verify-batch');
  const { list, path, search } = listIn(scope, request.query);
  const change = changeIn(scope, request.query as Answers);
  const asked = askedBy(list, scope);
  const found = await countActions(scope, asked);
  if (change === undefined || found > most)
    return page(<ChooseChangePage {...{ path, search, found, most }} changes={changesFor(scope)} />);
  const [{ rows }, choices] = await Promise.all([listActions(scope, asked, { limit: most }), readChoices(scope)]);
  const chosen = rows.map(({ id }) => id);
  return page(<ChooseManyPage {...{ path, search, change, rows, choices }} answers={{ actions: chosen }} />);
};

export const takeMany: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.verify-batch');
  const answers = answersOf(request);
  const { list, path, search } = listIn(scope, Object.fromEntries(new URLSearchParams(typed(answers, 'list'))));
  const change = changeIn(scope, answers);
  if (change === undefined) return goTo(`${path}/many?${search}`);
  const choices = await readChoices(scope);
  const again = async (errors: FormErrors) => {
    const { rows } = await listActions(scope, askedBy(list, scope), { limit: most });
    return page(<ChooseManyPage {...{ path, search, change, rows, choices, answers, errors }} />, 422);
  };
  const ids = ticked(answers, 'actions').filter(isId).slice(0, most);
  if (ids.length === 0) return await again(formError('actions', 'Select the actions that are to be changed'));
  const form = readManyChange(change, answers);
  if (!form.success) return await again(formErrors(form.error, [...manyFields]));
  if (form.data.change === 'day' && form.data.until < scope.today)
    return await again(formError('until', 'The day must be today or later'));
  const planned = await plan(scope, ids, form.data);
  if (typed(answers, 'confirmed') !== 'yes')
    return page(<PreviewManyPage {...{ path, search, change, planned, answers }} />);
  await carryOutMany(scope, planned, form.data);
  return goTo(search === '' ? path : `${path}?${search}`);
};

/** What the change would make of each; those that this person may not know of are not there. */
async function plan(scope: SeatedScope, ids: readonly string[], change: ManyChange): Promise<Planned[]> {
  const held = (await holdActions(scope, ids)).filter(isVisibleTo(scope));
  const [evidence, names] = await Promise.all([countEvidenceOf(scope, ids), readNames(scope)]);
  const counted = held.map((action) => ({ ...action, evidence: evidence.get(action.id) ?? 0 }));
  return planMany(counted, change, doerOf(scope), names);
}

async function carryOutMany(scope: SeatedScope, planned: readonly Planned[], change: ManyChange): Promise<void> {
  const said = saidBy(change);
  for (const { action, left } of planned) {
    if (left !== undefined) continue;
    if (said) await carryOut(scope, action, said);
    else {
      const changes =
        change.change === 'group'
          ? { group: change.group }
          : change.change === 'priority'
            ? { priority: change.priority }
            : {};
      await record(scope, action.id, { kind: 'changed' }, changes);
      await keepNeeds(scope, { ...action, ...changes });
    }
  }
}
