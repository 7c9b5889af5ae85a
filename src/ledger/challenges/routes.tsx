import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { stagesPage } from '../stages/set-stages.tsx';
import { askForCorrection, takeCorrection } from './pages/correct.tsx';
import { askForDraft, askToChangeDraft, takeChangedDraft, takeDraft } from './pages/draft.tsx';
import { askForAction, takeAction } from './pages/raise-action.tsx';
import { stepPage } from './pages/take-step.tsx';
import { sendLog, showChallenge, showLog } from './show-challenge.tsx';
import { formSteps } from './step-forms.ts';

/** Challenges to agencies: the log, each challenge, and every step with one. */
export const challengeRoutes: FastifyPluginAsync = async (app) => {
  const stages = stagesPage('challenge');
  app.get('/', inScope(showLog));
  app.get('/challenges.csv', inScope(sendLog));
  app.get('/stages', inScope(stages.ask));
  app.post('/stages', inScope(stages.take));
  app.get('/draft', inScope(askForDraft));
  app.post('/draft', inScope(takeDraft));
  app.get('/:challenge', inScope(showChallenge));
  app.get('/:challenge/change', inScope(askToChangeDraft));
  app.post('/:challenge/change', inScope(takeChangedDraft));
  app.get('/:challenge/raise-action', inScope(askForAction));
  app.post('/:challenge/raise-action', inScope(takeAction));
  app.get('/:challenge/entries/:challenge_entry/correct', inScope(askForCorrection));
  app.post('/:challenge/entries/:challenge_entry/correct', inScope(takeCorrection));
  for (const step of formSteps) {
    const { ask, take } = stepPage(step);
    app.get(`/:challenge/${step}`, inScope(ask));
    app.post(`/:challenge/${step}`, inScope(take));
  }
};
