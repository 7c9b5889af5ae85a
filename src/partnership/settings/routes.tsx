import type { FastifyPluginAsync } from 'fastify';
import { takeUploads } from '../../platform/http/upload.ts';
import { inScope } from '../doors.ts';
import { askAreas, takeAreas } from './pages/areas.tsx';
import { askContact, takeContact } from './pages/contact.tsx';
import { askSection, takeSection } from './pages/date-section.tsx';
import { askDuty, showDuties, takeDuty } from './pages/duties.tsx';
import { showLaw } from './pages/law.tsx';
import { askLogo, giveLogo, takeLogo } from './pages/logo.tsx';
import { askName, takeName } from './pages/name.tsx';
import { showSettings } from './pages/overview.tsx';
import { showPriorities } from './pages/priorities.tsx';
import { askNewPriority, askPriority, takeNewPriority, takePriority } from './pages/priority.tsx';
import { askClock, takeClock } from './pages/set-clock.tsx';
import { askWords, takeWords } from './pages/words.tsx';

export const settingsRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showSettings));
  app.get('/name', inScope(askName));
  app.post('/name', inScope(takeName));
  app.get('/areas', inScope(askAreas));
  app.post('/areas', inScope(takeAreas));
  app.get('/law', inScope(showLaw));
  app.get('/law/clocks/:clock', inScope(askClock));
  app.post('/law/clocks/:clock', inScope(takeClock));
  app.get('/law/sections/:section', inScope(askSection));
  app.post('/law/sections/:section', inScope(takeSection));
  app.get('/words', inScope(askWords));
  app.post('/words', inScope(takeWords));
  app.get('/priorities', inScope(showPriorities));
  app.get('/priorities/add', inScope(askNewPriority));
  app.post('/priorities/add', inScope(takeNewPriority));
  app.get('/priorities/:priority', inScope(askPriority));
  app.post('/priorities/:priority', inScope(takePriority));
  app.get('/contact', inScope(askContact));
  app.post('/contact', inScope(takeContact));
  await app.register(logoRoutes);
  app.get('/duties', inScope(showDuties));
  app.get('/duties/:duty', inScope(askDuty));
  app.post('/duties/:duty', inScope(takeDuty));
};

/** The one form of the settings with a file. */
const logoRoutes: FastifyPluginAsync = async (app) => {
  await takeUploads(app);
  app.get('/logo', inScope(askLogo));
  app.post('/logo', inScope(takeLogo));
  app.get('/logo/picture', inScope(giveLogo));
};
