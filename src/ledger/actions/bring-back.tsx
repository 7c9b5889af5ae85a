import type { FastifyRequest } from 'fastify';
import { idIn } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { historyOf } from '../../platform/trail/trail.store.ts';
import { formError } from '../../platform/ui/errors.ts';
import { ConfirmPage, DataTable } from '../../platform/ui/patterns.tsx';
import { findAction, holdAction, record } from './action.store.ts';
import type { Action } from './action.ts';
import { doerOf } from './doer.ts';
import { keepNeeds } from './keep-needs.ts';
import { referenceOf } from './needs.ts';
import { refusalText, rulingOn } from './steps.ts';
import { type Texts, textsBefore } from './texts-before.ts';

/** How many changes back somebody can go. */
const changesBack = 1000;

/** The words that stood before the change that the address names. @throws {NotFound} where there are none */
async function textsIn(scope: SeatedScope, request: FastifyRequest, action: Action): Promise<Partial<Texts>> {
  const { change } = request.params as { change: string };
  const trail = await historyOf(scope, 'action', { id: action.id }, { limit: changesBack });
  const entry = found(trail.find(({ id }) => String(id) === change));
  return found(textsBefore(entry));
}

export const askToBringBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.change');
  const action = found(await findAction(scope, idIn(request, 'action')));
  const texts = await textsIn(scope, request, action);
  return page(<BringBackPage slug={scope.slug} action={action} texts={texts} />);
};

export const takeBroughtBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.change');
  const action = found(await holdAction(scope, idIn(request, 'action')));
  const texts = await textsIn(scope, request, action);
  const ruling = rulingOn('change', { ...action, evidence: 0 }, doerOf(scope));
  if (!ruling.allowed)
    return page(<BringBackPage slug={scope.slug} {...{ action, texts }} refused={refusalText[ruling.because]} />, 422);
  await record(scope, action.id, { kind: 'changed', words: 'Earlier words were brought back' }, texts);
  await keepNeeds(scope, { ...action, ...texts });
  return goTo(`/${scope.slug}/actions/${action.id}`);
};

const titles: Readonly<Record<keyof Texts, string>> = {
  title: 'What will be done',
  difference: 'What is to be different for children',
  successMeasure: 'How success is measured',
  sourceWords: 'Where it comes from',
};

interface BringBackModel {
  slug: string;
  action: Action;
  texts: Partial<Texts>;
  refused?: string;
}

const BringBackPage = ({ slug, action, texts, refused }: BringBackModel) => (
  <ConfirmPage
    title="Bring back what stood here before?"
    caption={`${referenceOf(action)}: ${action.title}`}
    submit="Bring it back"
    cancel={`/${slug}/actions/${action.id}`}
    {...(refused === undefined ? {} : { errors: formError('', refused) })}
  >
    <DataTable
      caption="What would stand here again"
      rows={Object.entries(texts) as [keyof Texts, string][]}
      columns={[
        { heading: 'What', cell: ([name]) => titles[name] },
        { heading: 'Now', cell: ([name]) => action[name] },
        { heading: 'Before', cell: ([, words]) => words },
      ]}
    />
    <p>What stands here now is kept in the history, and can be brought back too.</p>
  </ConfirmPage>
);
