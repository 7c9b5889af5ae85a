import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../doors.ts';
import { showAddSeat, takeAddSeat } from './pages/add-seat.tsx';
import { showAddGroup, showChangeGroup, takeAddGroup, takeChangeGroup } from './pages/change-group.tsx';
import { showEndGroup, takeEndGroup } from './pages/end-group.tsx';
import { showEndSeat, showLeaveSeat, takeEndSeat, takeLeaveSeat } from './pages/end-seat.tsx';
import { showFillSeat, takeFillSeat } from './pages/fill-seat.tsx';
import { showGroup } from './pages/group.tsx';
import { showGroups } from './pages/groups.tsx';
import { showQuorum, takeQuorum } from './pages/quorum.tsx';
import { showSeat } from './pages/seat.tsx';
import { showAddTerms, showTerms, takeAddTerms } from './pages/terms.tsx';

/** The partnership's groups, their seats and who sits in them; below `/:partnership/groups`. */
export const groupRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showGroups));
  app.get('/add', inScope(showAddGroup));
  app.post('/add', inScope(takeAddGroup));
  app.get('/:group', inScope(showGroup));
  app.get('/:group/change', inScope(showChangeGroup));
  app.post('/:group/change', inScope(takeChangeGroup));
  app.get('/:group/end', inScope(showEndGroup));
  app.post('/:group/end', inScope(takeEndGroup));
  app.get('/:group/quorum', inScope(showQuorum));
  app.post('/:group/quorum', inScope(takeQuorum));
  app.get('/:group/terms', inScope(showTerms));
  app.get('/:group/terms/add', inScope(showAddTerms));
  app.post('/:group/terms/add', inScope(takeAddTerms));
  app.get('/:group/seats/add', inScope(showAddSeat));
  app.post('/:group/seats/add', inScope(takeAddSeat));
  app.get('/seats/:seat', inScope(showSeat));
  app.get('/seats/:seat/fill', inScope(showFillSeat));
  app.post('/seats/:seat/fill', inScope(takeFillSeat));
  app.get('/seats/:seat/end', inScope(showEndSeat));
  app.post('/seats/:seat/end', inScope(takeEndSeat));
  app.get('/holders/:holder/leave', inScope(showLeaveSeat));
  app.post('/holders/:holder/leave', inScope(takeLeaveSeat));
};
