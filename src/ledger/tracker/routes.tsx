import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { answersOf, idIn, typed } from '../../partnership/directory/answers.ts';
import { inScope, type SeatedScope } from '../../partnership/doors.ts';
import {
  findImport,
  holdImport,
  markWritten,
  type WaitingFile,
} from '../../partnership/spreadsheets/directory-import.store.ts';
import type { ColumnMatch } from '../../partnership/spreadsheets/match.ts';
import { changedSince } from '../../partnership/spreadsheets/seen.ts';
import {
  askForColumns,
  keepUpload,
  matchOf,
  sendRejected,
  takeColumns,
} from '../../partnership/spreadsheets/waiting-file.tsx';
import { permit } from '../../platform/access/permit.ts';
import { workbookType } from '../../platform/documents/workbook.ts';
import { download, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import { takeUploads } from '../../platform/http/upload.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { formError } from '../../platform/ui/errors.ts';
import { listWholeActions } from '../actions/action-list.store.ts';
import { askedBy, readActionAddress } from '../actions/action-list.ts';
import { doerOf } from '../actions/doer.ts';
import { actionSections } from '../actions-shell.tsx';
import { exampleTracker } from './example-tracker.ts';
import { trackerForms, trackerRows } from './export.ts';
import { type TrackerField, trackerFormat } from './format.ts';
import { ChooseTrackerPage } from './pages/choose-tracker.tsx';
import { PreviewTrackerPage, TrackerOutcomePage } from './pages/preview.tsx';
import { planTracker, rowsOf, type TrackerPlan } from './plan.ts';
import { readHere, readNamesHere } from './read-here.ts';
import { holdEveryAction, listWordsSaid } from './tracker.store.ts';
import { writeTracker } from './write-plan.ts';

const codes = [trackerFormat.code] as const;

/** A tracker comes in and goes out, below `/:partnership/actions`. */
export const trackerRoutes: FastifyPluginAsync = async (app) => {
  await takeUploads(app);
  app.get('/actions.csv', inScope(send('csv', 'text/csv; charset=utf-8')));
  app.get('/actions.xlsx', inScope(send('xlsx', workbookType)));
  app.get('/import', inScope(chooseTracker));
  app.post('/import', inScope(takeTracker));
  app.get('/import/example.xlsx', inScope(sendExample));
  app.get('/import/:import', inScope(preview));
  app.post('/import/:import', inScope(write));
  app.get('/import/:import/columns', inScope(columns));
  app.post('/import/:import/columns', inScope(saidColumns));
  app.get('/import/:import/rejected.csv', inScope(rejected));
};

/** The actions that the list's address asks for, as a file that can be worked on and brought back. */
function send(form: keyof typeof trackerForms, type: string): Handler<SeatedScope> {
  return async (scope, request) => {
    permit(scope, 'actions.read-own');
    const actions = await listWholeActions(scope, askedBy(readActionAddress(scope.slug, request.query), scope));
    const [names, said] = await Promise.all([
      readNamesHere(scope),
      listWordsSaid(
        scope,
        actions.map(({ id }) => id),
      ),
    ]);
    await acted(scope, 'export', 'actions', {});
    return download(`actions.${form}`, type, await trackerForms[form](trackerRows(actions, names, said)));
  };
}

const importsOf = ({ slug }: SeatedScope): string => `/${slug}/actions/import`;
/** What every page here is told: where trackers are brought in, and the other pages about actions. */
const about = (scope: SeatedScope) => ({ imports: importsOf(scope), sections: actionSections(scope) });

const chooseTracker: Handler<SeatedScope> = (scope) => {
  permit(scope, 'actions.import');
  return page(<ChooseTrackerPage {...about(scope)} />);
};

const takeTracker: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  const imports = importsOf(scope);
  const kept = await keepUpload(scope, trackerFormat, request.uploads?.get('file'));
  if ('id' in kept) return goTo(`${imports}/${kept.id}${kept.recognised ? '' : '/columns'}`);
  return page(<ChooseTrackerPage {...about(scope)} errors={formError('file', kept.wrong ?? 'Select a file')} />, 422);
};

const sendExample: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'actions.import');
  const names = await readNamesHere(scope);
  return download('example-tracker.xlsx', workbookType, await trackerForms.xlsx(exampleTracker(names, scope.today)));
};

const fileIn = async (scope: SeatedScope, request: FastifyRequest): Promise<WaitingFile<string>> =>
  found(await findImport(scope, idIn(request, 'import'), codes));

const columns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  return await askForColumns(scope, trackerFormat, await fileIn(scope, request), importsOf(scope));
};

const saidColumns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  const file = await fileIn(scope, request);
  return await takeColumns(scope, trackerFormat, file, { request, imports: importsOf(scope) });
};

/** What writing the file would do as things stand. */
async function planOf(
  scope: SeatedScope,
  { content }: WaitingFile<string>,
  match: ColumnMatch<TrackerField>,
): Promise<TrackerPlan> {
  const rows = rowsOf(content.rows, match);
  return planTracker(rows, await readHere(scope, rows), doerOf(scope));
}

const preview: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  const file = await fileIn(scope, request);
  const imports = importsOf(scope);
  const { outcome } = file.content;
  if (outcome) return page(<TrackerOutcomePage {...about(scope)} {...{ file, outcome }} />);
  const match = await matchOf(scope, trackerFormat, file);
  if (!match) return goTo(`${imports}/${file.id}/columns`);
  return page(<PreviewTrackerPage {...about(scope)} {...{ file, match }} plan={await planOf(scope, file, match)} />);
};

const write: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  const file = found(await holdImport(scope, idIn(request, 'import'), codes));
  const imports = importsOf(scope);
  const here = `${imports}/${file.id}`;
  if (file.content.outcome) return goTo(here);
  const match = await matchOf(scope, trackerFormat, file);
  if (!match) return goTo(`${here}/columns`);
  await holdEveryAction(scope);
  const plan = await planOf(scope, file, match);
  const askAgain = (field: string, text: string, meanwhile: readonly number[] = []) => {
    const errors = formError(field, text);
    return page(<PreviewTrackerPage {...about(scope)} {...{ file, match, plan, meanwhile, errors }} />, 422);
  };

  const answers = answersOf(request);
  const meanwhile = changedSince(typed(answers, 'seen'), plan);
  if (meanwhile.length > 0)
    return askAgain('', 'Something has changed since you looked, and nothing has been written. Look again', meanwhile);
  if (plan.rows.rejected > 0) {
    const how = typed(answers, 'how');
    if (how === 'all') return goTo(imports);
    if (how !== 'good') return askAgain('how', 'Select what shall be written');
  }
  await writeTracker(scope, plan, file.fileName);
  const outcome = { rows: plan.rows, rejections: [...plan.rejections] };
  await markWritten(scope, file.id, { ...file.content, outcome });
  return goTo(here);
};

const rejected: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.import');
  const file = await fileIn(scope, request);
  const match = await matchOf(scope, trackerFormat, file);
  return sendRejected(file, file.content.outcome?.rejections ?? (await planOf(scope, file, found(match))).rejections);
};
