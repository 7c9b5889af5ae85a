import { z } from 'zod';
import { answersOf, idIn, ticked, typed } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { Checkboxes, Input } from '../../platform/ui/govuk.tsx';
import { ConfirmPage, FormPage, listHref } from '../../platform/ui/patterns.tsx';
import { readActionAddress } from './action-list.ts';
import { listSavedViews, removeView, type SavedView, saveView } from './saved-view.store.ts';

const Form = z.object({
  name: z.string().trim().min(1, 'Enter a name for the view').max(60, 'Name must be 60 characters or fewer'),
});

/** What follows the question mark of the list that a request speaks of: what the list does not know is left out. */
const queryIn = (scope: SeatedScope, query: unknown): string =>
  listHref({ ...readActionAddress(scope.slug, query), page: 1 }).split('?')[1] ?? '';

export const askForView: Handler<SeatedScope> = (scope, request) => {
  permit(scope, 'actions.read-own');
  return page(<SaveViewPage {...about(scope, queryIn(scope, request.query))} answers={{}} />);
};

export const takeView: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const answers = answersOf(request);
  const facts = about(scope, queryIn(scope, Object.fromEntries(new URLSearchParams(typed(answers, 'query')))));
  const again = (errors: FormErrors) => page(<SaveViewPage {...facts} answers={answers} errors={errors} />, 422);
  const form = Form.safeParse({ name: typed(answers, 'name') });
  if (!form.success) return again(formErrors(form.error, ['name']));
  const { name } = form.data;
  const views = await listSavedViews(scope);
  if (views.some((view) => view.mine && view.name === name))
    return again(formError('name', 'You have a view of this name already. Enter another name'));
  await saveView(scope, {
    name,
    query: facts.query,
    shared: facts.mayShare && ticked(answers, 'shared').includes('yes'),
  });
  return goTo(facts.list);
};

/** One's own view, or a shared one for those who may change every action. @throws {NotFound} where it is neither */
async function viewIn(scope: SeatedScope, id: string): Promise<SavedView> {
  const view = (await listSavedViews(scope)).find((one) => one.id === id);
  return found(view && (view.mine || may(scope, 'actions.change')) ? view : undefined);
}

export const askToRemoveView: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const view = await viewIn(scope, idIn(request, 'view'));
  return page(
    <ConfirmPage
      title={`Remove the view “${view.name}”?`}
      submit="Remove view"
      cancel={`/${scope.slug}/actions?${view.query}`}
    >
      <p>The actions in it stay as they are.{view.shared ? ' Nobody else sees the view any more either.' : ''}</p>
    </ConfirmPage>,
  );
};

export const takeRemovedView: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const view = await viewIn(scope, idIn(request, 'view'));
  await removeView(scope, view.id);
  return goTo(`/${scope.slug}/actions?${view.query}`);
};

const about = (scope: SeatedScope, query: string) => ({
  slug: scope.slug,
  query,
  list: `/${scope.slug}/actions${query && `?${query}`}`,
  mayShare: may(scope, 'actions.change'),
});

interface SaveViewModel extends ReturnType<typeof about> {
  answers: Answers;
  errors?: FormErrors;
}

const SaveViewPage = ({ slug, query, list, mayShare, answers, errors = noErrors }: SaveViewModel) => (
  <FormPage
    title="Save this view"
    lead="The list as you narrowed and ordered it, one press away. It shows what is in it on the day you open it."
    submit="Save view"
    cancel={list}
    action={`/${slug}/actions/views/save`}
    errors={errors}
  >
    <input type="hidden" name="query" value={query} />
    <Input
      id="name"
      name="name"
      label={{ text: 'What do you call it?', classes: 'govuk-label--s' }}
      value={typed(answers, 'name')}
      errorMessage={errors.on('name')}
    />
    {mayShare && (
      <Checkboxes
        name="shared"
        idPrefix="shared"
        values={[...ticked(answers, 'shared')]}
        items={[{ value: 'yes', text: 'Everybody who sees actions sees it too' }]}
      />
    )}
  </FormPage>
);
