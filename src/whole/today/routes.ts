import type { FastifyPluginAsync } from 'fastify';
import { acrossPartnerships, isShut } from '../../partnership/doors.ts';
import type { Seat } from '../../partnership/seat.store.ts';
import { listOwnTasks, type Task } from '../../partnership/task.store.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { page } from '../../platform/http/answers.ts';
import { sortDay } from './today.ts';
import { TodayPage } from './today-page.tsx';

export const todayRoutes: FastifyPluginAsync = async (app) => {
  const tasksOpen = (tasks: readonly Task[], seat: Seat) => tasks.filter(({ path }) => !isShut(path, seat, app.house));
  app.get(
    '/today',
    acrossPartnerships(listOwnTasks, (places, request, farewells) => {
      const today = todayInLondon(request.server.concordat.database.now());
      const tasks = places.flatMap(({ slug, seat, found }) =>
        tasksOpen(found, seat).map((task) => ({
          ...task,
          partnership: { slug, shortName: seat.partnership.shortName },
        })),
      );
      return page(TodayPage({ day: sortDay(tasks, today), today, places, farewells }));
    }),
  );
};
