import type { FastifyPluginAsync } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { findAbout } from '../settings/settings.store.ts';
import { ClocksPage } from './clocks-page.tsx';
import { readQuestion } from './question.ts';

export const clockRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showClocks));
};

const showClocks: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'partnership.read');
  const { law, settings } = await findAbout(scope);
  const holidays = bankHolidaysOf(law.bankHolidays);
  const reading = readQuestion(request.query as Record<string, unknown>, law, holidays);
  const status = reading.errors.list.length ? 422 : 200;
  return page(<ClocksPage {...{ law, settings, holidays, reading }} />, status);
};
