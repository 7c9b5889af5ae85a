import type { FastifyPluginAsync } from 'fastify';
import { inScope } from '../../partnership/doors.ts';
import { askForAnswer, askForComment, takeAnswer, takeComment } from './pages/comment.tsx';
import { askToHandOver, askToTakeOver, takeHandedOver, takeTakenOver } from './pages/hand-over.tsx';
import { confirmPage } from './pages/issue.tsx';
import {
  askForLine,
  askToChangeLine,
  askToShare,
  showLine,
  takeChangedLine,
  takeLine,
  takeShare,
} from './pages/line.tsx';
import { askForNote, askToChangeNote, showNotePage, takeChangedNote, takeNote } from './pages/note.tsx';
import { askToPut, takePut } from './pages/put-challenge.tsx';
import { showReport } from './pages/report.tsx';
import { sendReports, showReports } from './pages/reports.tsx';
import { askToSend, takeSent } from './pages/send-report.tsx';
import { showWorkspace } from './pages/workspace.tsx';
import { askForReport, askToWrite, takeReport, takeWritten } from './pages/write-report.tsx';

/** Independent scrutiny: the reports that are issued, and the scrutineer's own workspace. */
export const scrutinyRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showReports));
  app.get('/reports.csv', inScope(sendReports));
  app.get('/workspace', inScope(showWorkspace));
  app.get('/lines/begin', inScope(askForLine));
  app.post('/lines/begin', inScope(takeLine));
  app.get('/lines/:scrutiny_line', inScope(showLine));
  app.get('/lines/:scrutiny_line/change', inScope(askToChangeLine));
  app.post('/lines/:scrutiny_line/change', inScope(takeChangedLine));
  app.get('/lines/:scrutiny_line/share', inScope(askToShare));
  app.post('/lines/:scrutiny_line/share', inScope(takeShare));
  app.get('/notes/add', inScope(askForNote));
  app.post('/notes/add', inScope(takeNote));
  app.get('/notes/:scrutiny_note', inScope(showNotePage));
  app.get('/notes/:scrutiny_note/change', inScope(askToChangeNote));
  app.post('/notes/:scrutiny_note/change', inScope(takeChangedNote));
  app.get('/notes/:scrutiny_note/put', inScope(askToPut));
  app.post('/notes/:scrutiny_note/put', inScope(takePut));
  app.get('/reports/begin', inScope(askForReport));
  app.post('/reports/begin', inScope(takeReport));
  app.get('/reports/:scrutiny_report', inScope(showReport));
  app.get('/reports/:scrutiny_report/change', inScope(askToWrite));
  app.post('/reports/:scrutiny_report/change', inScope(takeWritten));
  app.get('/reports/:scrutiny_report/send', inScope(askToSend));
  app.post('/reports/:scrutiny_report/send', inScope(takeSent));
  app.get('/reports/:scrutiny_report/comment', inScope(askForComment));
  app.post('/reports/:scrutiny_report/comment', inScope(takeComment));
  app.get('/reports/:scrutiny_report/comments/:scrutiny_comment/answer', inScope(askForAnswer));
  app.post('/reports/:scrutiny_report/comments/:scrutiny_comment/answer', inScope(takeAnswer));
  for (const step of ['issue', 'correct'] as const) {
    const { ask, take } = confirmPage(step);
    app.get(`/reports/:scrutiny_report/${step}`, inScope(ask));
    app.post(`/reports/:scrutiny_report/${step}`, inScope(take));
  }
  app.get('/hand-over', inScope(askToHandOver));
  app.post('/hand-over', inScope(takeHandedOver));
  app.get('/take-over/:person', inScope(askToTakeOver));
  app.post('/take-over/:person', inScope(takeTakenOver));
};
