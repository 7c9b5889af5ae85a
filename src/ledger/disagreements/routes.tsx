import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { stagesPage } from '../stages/set-stages.tsx';
import { askForCorrection, takeCorrection } from './pages/correct.tsx';
import { sendCounts, showCounts } from './pages/counts.tsx';
import { askForLiaison, showLiaison, takeLiaison } from './pages/liaison.tsx';
import { askForDisagreement, takeDisagreement } from './pages/raise.tsx';
import { askForAction, takeAction } from './pages/raise-action.tsx';
import { stepPage } from './pages/take-step.tsx';
import { sendDisagreements, showDisagreement, showDisagreements } from './show-disagreement.tsx';
import { formSteps } from './step-forms.ts';

/** Professional disagreements: the list, each of them, every step with one, and the figures for the board. */
export const disagreementRoutes: FastifyPluginAsync = async (app) => {
  const stages = stagesPage('disagreement');
  app.get('/', inScope(showDisagreements));
  app.get('/disagreements.csv', inScope(sendDisagreements));
  app.get('/raise', inScope(askForDisagreement));
  app.post('/raise', inScope(takeDisagreement));
  app.get('/stages', inScope(stages.ask));
  app.post('/stages', inScope(stages.take));
  app.get('/counts', inScope(showCounts));
  app.get('/counts/:file', inScope(sendCounts));
  app.get('/:disagreement', inScope(showDisagreement));
  app.get('/:disagreement/raise-action', inScope(askForAction));
  app.post('/:disagreement/raise-action', inScope(takeAction));
  app.get('/:disagreement/entries/:disagreement_entry/correct', inScope(askForCorrection));
  app.post('/:disagreement/entries/:disagreement_entry/correct', inScope(takeCorrection));
  for (const step of formSteps) {
    const { ask, take } = stepPage(step);
    app.get(`/:disagreement/${step}`, inScope(ask));
    app.post(`/:disagreement/${step}`, inScope(take));
  }
};

/** Whom to ring at each agency. */
export const liaisonRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showLiaison));
  app.get('/:agency', inScope(askForLiaison));
  app.post('/:agency', inScope(takeLiaison));
};
