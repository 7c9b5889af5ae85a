import type { FastifyPluginAsync } from 'fastify';
import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { isOver } from '../../partnership/directory/list.ts';
import { inScope, type SeatedScope } from '../../partnership/doors.ts';
import { listGroups } from '../../partnership/groups/group.store.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { takeFiles } from '../../platform/files/take-files.ts';
import { page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { actionSections } from '../actions-shell.tsx';
import { trackerRoutes } from '../tracker/routes.tsx';
import { countActions, listActions } from './action-list.store.ts';
import { askedBy, limitsOf, readActionAddress, stretchOf } from './action-list.ts';
import {
  askForEvidence,
  askToWithdrawEvidence,
  sendEvidenceFile,
  takeEvidence,
  takeWithdrawnEvidence,
} from './add-evidence.tsx';
import { sendBoardPaper } from './board-paper.tsx';
import { askToBringBack, takeBroughtBack } from './bring-back.tsx';
import { askForAction, askToChangeAction, takeAction, takeChangedAction } from './change-action.tsx';
import { askForMany, takeMany } from './change-many.tsx';
import { askForCorrection, takeCorrection } from './correct-entry.tsx';
import { ActionListPage } from './pages/action-list.tsx';
import { askForStep, takeStepForm } from './pages/take-step.tsx';
import { askForView, askToRemoveView, takeRemovedView, takeView } from './save-view.tsx';
import { listSavedViews } from './saved-view.store.ts';
import { showAction } from './show-action.tsx';

/** The partnership's actions. */
export const actionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showActions));
  app.get('/raise', inScope(askForAction));
  app.post('/raise', inScope(takeAction));
  app.get('/views/save', inScope(askForView));
  app.post('/views/save', inScope(takeView));
  app.get('/views/:view/remove', inScope(askToRemoveView));
  app.post('/views/:view/remove', inScope(takeRemovedView));
  app.get('/many', inScope(askForMany));
  app.post('/many', inScope(takeMany));
  app.get('/board-paper', inScope(sendBoardPaper));
  await app.register(trackerRoutes);
  app.get('/:action', inScope(showAction));
  app.get('/:action/change', inScope(askToChangeAction));
  app.post('/:action/change', inScope(takeChangedAction));
  await app.register(evidenceRoutes);
  app.get('/:action/evidence/:evidence/withdraw', inScope(askToWithdrawEvidence));
  app.post('/:action/evidence/:evidence/withdraw', inScope(takeWithdrawnEvidence));
  app.get('/:action/entries/:entry/correct', inScope(askForCorrection));
  app.post('/:action/entries/:entry/correct', inScope(takeCorrection));
  app.get('/:action/earlier/:change', inScope(askToBringBack));
  app.post('/:action/earlier/:change', inScope(takeBroughtBack));
  app.get('/:action/:step', inScope(askForStep));
  app.post('/:action/:step', inScope(takeStepForm));
};

/** What shows that an action was done; the form takes a file. */
const evidenceRoutes: FastifyPluginAsync = async (app) => {
  await takeFiles(app);
  app.get('/:action/evidence/add', inScope(askForEvidence));
  app.post('/:action/evidence/add', inScope(takeEvidence));
  app.get('/:action/evidence/:evidence/file', inScope(sendEvidenceFile));
};

const showActions: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const list = readActionAddress(scope.slug, request.query);
  const asked = askedBy(list, scope);
  const [{ rows, found }, agencies, groups, saved] = await Promise.all([
    listActions(scope, asked, stretchOf(list)),
    listAgencies(scope),
    listGroups(scope),
    listSavedViews(scope),
  ]);
  const any = found > 0 || (await countActions(scope, limitsOf(scope))) > 0;
  const { today } = scope;
  return page(
    <ActionListPage
      {...{ list, rows, found, any, saved, today }}
      sections={actionSections(scope)}
      choices={{
        agencies: agencies.filter(({ endedOn }) => !isOver(endedOn, today)),
        groups: groups.filter(({ endedOn }) => !isOver(endedOn, today)),
      }}
      may={{
        raise: may(scope, 'actions.raise'),
        import: may(scope, 'actions.import'),
        change: may(scope, 'actions.change'),
        many: may(scope, 'actions.verify-batch'),
        seeAll: may(scope, 'actions.read'),
      }}
    />,
  );
};
