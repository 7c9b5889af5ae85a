import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { inScope, type SeatedScope } from '../../partnership/doors.ts';
import { listAreas } from '../../partnership/partnership.store.ts';
import { authorityWithCode, type LocalAuthority } from '../../partnership/places/places.ts';
import { doneByMe, isNeededOfMe } from '../../partnership/task.store.ts';
import { permit } from '../../platform/access/permit.ts';
import { type FigureFacts, figureAsCsv, figureAsPicture } from '../../platform/charts/figure.tsx';
import { type Answer, download, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type Judgements, readJudgements } from './facts.store.ts';
import {
  AgreementAskedWrongly,
  BoardsAndCouncilsPage,
  figuresOfAgreement,
  keptAgreement,
} from './pages/boards-and-councils.tsx';
import { EnglandAskedWrongly, EnglandPage, figuresOfEngland, keptEngland } from './pages/england.tsx';
import { agreementFilters, englandFilters, type Query } from './pages/filters.ts';
import { keptOurs, OursPage } from './pages/ours.tsx';
import { figuresOfPlace, keptPlace, PlacePage } from './pages/place.tsx';
import { keptPlaces, PlacesPage } from './pages/places.tsx';
import { sourceLine } from './pages/shell.tsx';
import { readAt, readingTask } from './reading.ts';

export const inspectionRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/',
    inScope(({ slug }) => goTo(`/${slug}/inspections/england`)),
  );
  app.get('/england', inScope(england));
  app.get('/england/:file', inScope(england));
  app.get('/boards-and-councils', inScope(boardsAndCouncils));
  app.get('/boards-and-councils/:file', inScope(boardsAndCouncils));
  app.get('/places', inScope(places));
  app.get('/places/:code', inScope(place));
  app.post('/places/:code/read', inScope(placeRead));
  app.get('/places/:code/:file', inScope(place));
  app.get('/ours', inScope(ours));
};

type Asked = Pick<FastifyRequest, 'query' | 'params'>;
const queryOf = ({ query }: Asked) => query as Query;
const paramsOf = ({ params }: Asked) => params as { code?: string; file?: string };

const england: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'inspections.read');
  const judgements = await readJudgements(scope.db);
  const { asked, typed, errors } = englandFilters(queryOf(request), scope.today);
  if (!asked) return page(<EnglandAskedWrongly typed={typed} errors={errors} />, 422);
  const { file } = paramsOf(request);
  if (file !== undefined) return fileOf(figuresOfEngland(judgements, asked), file, 'england');
  return page(<EnglandPage kept={keptEngland(judgements, asked, typed)} />);
};

const boardsAndCouncils: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'inspections.read');
  const judgements = await readJudgements(scope.db);
  const { asked, typed, errors } = agreementFilters(queryOf(request), scope.today);
  if (!asked) return page(<AgreementAskedWrongly typed={typed} errors={errors} />, 422);
  const { file } = paramsOf(request);
  if (file !== undefined) return fileOf(figuresOfAgreement(judgements, asked), file, 'boards-and-councils');
  return page(<BoardsAndCouncilsPage kept={keptAgreement(judgements, asked, typed)} />);
};

const places: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'inspections.read');
  const { name } = queryOf(request);
  const judgements = await readJudgements(scope.db);
  return page(<PlacesPage kept={keptPlaces(judgements, typeof name === 'string' ? name.trim().slice(0, 100) : '')} />);
};

const place: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'inspections.read');
  const { code = '', file } = paramsOf(request);
  const judgements = await readJudgements(scope.db);
  const authority = found(authorityWithCode(judgements.places, code));
  if (file !== undefined)
    return fileOf(figuresOfPlace(judgements, authority, scope.today), file, nameForFile(authority));
  if (authority.code !== code) return goTo(`/${scope.slug}/inspections/places/${authority.code}`);
  const asked = await isNeededOfMe(scope, { kind: readingTask, path: readAt(code) });
  return page(<PlacePage authority={authority} kept={keptPlace(judgements, authority, scope.today)} asked={asked} />);
};

/** Whoever was asked to read the report on a place says that they have; said twice it is as good as once. */
const placeRead: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'inspections.read');
  const { places } = await readJudgements(scope.db);
  const { code } = found(authorityWithCode(places, paramsOf(request).code ?? ''));
  await doneByMe(scope, { kind: readingTask, path: readAt(code) });
  return goTo('/today');
};

const nameForFile = ({ name }: LocalAuthority) => name.toLowerCase();

const ours: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'inspections.read');
  const judgements: Judgements = await readJudgements(scope.db);
  return page(<OursPage kept={keptOurs(judgements, await listAreas(scope))} />);
};

/** One of a page's figures as the file that is asked for: `regions.csv`, `regions.svg`. */
function fileOf(figures: readonly FigureFacts[], file: string, pageName: string): Answer {
  const [, id, ending] = /^([a-z-]+)\.(csv|svg)$/.exec(file) ?? [];
  const figure = found(figures.find((each) => each.id === id));
  const name = `${pageName}-${figure.id}.${ending ?? ''}`;
  if (ending === 'csv') return download(name, 'text/csv; charset=utf-8', figureAsCsv(figure));
  return download(name, 'image/svg+xml; charset=utf-8', found(figureAsPicture(figure, sourceLine)));
}
