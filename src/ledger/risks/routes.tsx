import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { sendRiskPaper } from './board-paper.tsx';
import { askForControl, askToChangeControl, takeChangedControl, takeControl } from './pages/controls.tsx';
import { askForCorrection, takeCorrection } from './pages/correct.tsx';
import { showHeat } from './pages/heat.tsx';
import { askForAction, takeAction } from './pages/raise-action.tsx';
import { askScale, takeScale } from './pages/scale.tsx';
import { stepPage } from './pages/take-step.tsx';
import { askForRisk, askToChange, takeChange, takeRisk } from './pages/write-risk.tsx';
import { sendHistory, sendRegister, showRegister, showRisk } from './show-risk.tsx';
import { formSteps } from './step-forms.ts';

/** The risk register: its list, each risk, and every step with one. */
export const riskRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showRegister));
  app.get('/risks.csv', inScope(sendRegister));
  app.get('/paper', inScope(sendRiskPaper));
  app.get('/heat', inScope(showHeat));
  app.get('/scale', inScope(askScale));
  app.post('/scale', inScope(takeScale));
  app.get('/raise', inScope(askForRisk));
  app.post('/raise', inScope(takeRisk));
  app.get('/:risk', inScope(showRisk));
  app.get('/:risk/history.csv', inScope(sendHistory('csv')));
  app.get('/:risk/history.svg', inScope(sendHistory('svg')));
  app.get('/:risk/change', inScope(askToChange));
  app.post('/:risk/change', inScope(takeChange));
  app.get('/:risk/add-control', inScope(askForControl));
  app.post('/:risk/add-control', inScope(takeControl));
  app.get('/:risk/controls/:risk_control', inScope(askToChangeControl));
  app.post('/:risk/controls/:risk_control', inScope(takeChangedControl));
  app.get('/:risk/raise-action', inScope(askForAction));
  app.post('/:risk/raise-action', inScope(takeAction));
  app.get('/:risk/entries/:risk_entry/correct', inScope(askForCorrection));
  app.post('/:risk/entries/:risk_entry/correct', inScope(takeCorrection));
  for (const step of formSteps) {
    const { ask, take } = stepPage(step);
    app.get(`/:risk/${step}`, inScope(ask));
    app.post(`/:risk/${step}`, inScope(take));
  }
};
