import type { FastifyRequest } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { download, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import type { SeatedScope } from '../doors.ts';
import { doneByMe, isNeededOfMe } from '../task.store.ts';
import { listArrivals, listCame } from './arrival.store.ts';
import { arrivalTask } from './arrive.ts';
import { arrivalAsCsv } from './outcome.ts';
import { ArrivalPage } from './pages/arrival.tsx';

async function readArrival(scope: SeatedScope, request: FastifyRequest) {
  const { id } = request.params as { id: string };
  const arrival = found((await listArrivals(scope)).find((one) => one.id === id));
  const path = `/transition/arrivals/${id}`;
  const { holdings } = request.server.house;
  return { arrival, path, at: `/${scope.slug}${path}`, came: await listCame(scope, id), holdings };
}

/** What came from a partnership that merged or split. */
export const showArrival: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readArrival(scope, request);
  const toDo = await isNeededOfMe(scope, { kind: arrivalTask, path: model.path });
  return page(<ArrivalPage {...model} toDo={toDo} />);
};

/** It has been looked through: nothing is needed of this person any more. */
export const takeSeen: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { path } = await readArrival(scope, request);
  await doneByMe(scope, { kind: arrivalTask, path });
  return goTo('/today');
};

export const sendArrival: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { arrival, came, holdings } = await readArrival(scope, request);
  await acted(scope, 'export', 'arrival', { id: arrival.id }, { as: 'csv', things: came.length });
  return download(`arrival-${arrival.arrivedOn}.csv`, 'text/csv; charset=utf-8', arrivalAsCsv(came, holdings));
};
