import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { showAway, takeAbsence, takeAbsenceBack, takeMessageDays } from './pages/away.tsx';
import { showInTheWay } from './pages/in-the-way.tsx';
import { showNobodyOwns } from './pages/nobody-owns.tsx';
import { showPreview } from './pages/preview.tsx';
import { showQuiet, takeQuietPeriod, takeQuietRemoval, takeSchoolTerms } from './pages/quiet.tsx';
import { showReleaseList } from './pages/release-list.tsx';
import { showReminders } from './pages/reminders.tsx';
import { askForRules, takeRules } from './pages/settings.tsx';
import { askToSettle, takeSettling } from './pages/settle.tsx';
import { showTimeliness } from './pages/timeliness.tsx';
import { showTold } from './pages/told.tsx';

/** How people are reminded, what waits for a person to let it out, and what is in the way; below `/:partnership/chivvying`. */
export const chivvyingRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showReminders));
  app.get('/settings', inScope(askForRules));
  app.post('/settings', inScope(takeRules));
  app.get('/preview', inScope(showPreview));
  app.get('/told', inScope(showTold));
  app.get('/quiet', inScope(showQuiet));
  app.post('/quiet', inScope(takeQuietPeriod));
  app.post('/quiet/terms', inScope(takeSchoolTerms));
  app.post('/quiet/:period/remove', inScope(takeQuietRemoval));
  app.get('/away', inScope(showAway));
  app.post('/away', inScope(takeAbsence));
  app.post('/away/days', inScope(takeMessageDays));
  app.post('/away/:absence/remove', inScope(takeAbsenceBack));
  app.get('/release-list', inScope(showReleaseList));
  app.get('/release-list/:message', inScope(askToSettle));
  app.post('/release-list/:message', inScope(takeSettling));
  app.get('/in-the-way', inScope(showInTheWay));
  app.get('/timeliness', inScope(showTimeliness));
  app.get('/nobody-owns', inScope(showNobodyOwns));
};
