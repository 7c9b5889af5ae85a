import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { permit } from '../../platform/access/permit.ts';
import { workbookType } from '../../platform/documents/workbook.ts';
import { type Answer, download, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { takeUploads } from '../../platform/http/upload.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { formError, formErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { answersOf, idIn, typed } from '../directory/answers.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { findImport, holdDirectory, holdImport, markWritten, readDirectory } from './directory-import.store.ts';
import { exportCsv, exportedLists, exportWorkbook } from './export.ts';
import { formats, type List, listNames } from './fields.ts';
import { ChooseFilePage } from './pages/choose-file.tsx';
import { OutcomePage } from './pages/outcome.tsx';
import { PreviewPage } from './pages/preview.tsx';
import { planImport } from './plan.ts';
import { changedSince } from './seen.ts';
import { askForColumns, keepUpload, matchOf, sendRejected, takeColumns } from './waiting-file.tsx';
import { writePlan } from './write-plan.ts';

/** Below `/:partnership/import`. */
export const importRoutes: FastifyPluginAsync = async (app) => {
  await takeUploads(app);
  app.get('/', inScope(chooseFile));
  app.post('/', inScope(takeFile));
  app.get('/:import', inScope(preview));
  app.post('/:import', inScope(write));
  app.get('/:import/columns', inScope(columns));
  app.post('/:import/columns', inScope(saidColumns));
  app.get('/:import/rejected.csv', inScope(rejected));
};

/** Below `/:partnership/export`. */
export const exportRoutes: FastifyPluginAsync = async (app) => {
  for (const list of exportedLists) {
    app.get(
      `/${list}.csv`,
      inScope(async (scope) => {
        permit(scope, 'directory.read');
        await acted(scope, 'export', list, {});
        return download(`${list}.csv`, 'text/csv; charset=utf-8', exportCsv(await readDirectory(scope), list));
      }),
    );
    app.get(
      `/${list}.xlsx`,
      inScope(async (scope) => {
        permit(scope, 'directory.read');
        await acted(scope, 'export', list, {});
        return download(`${list}.xlsx`, workbookType, await exportWorkbook(await readDirectory(scope), list));
      }),
    );
  }
};

const chooseFile: Handler<SeatedScope> = (scope) => {
  permit(scope, 'directory.import');
  return page(<ChooseFilePage />);
};

const FileForm = z.object({ list: z.enum(listNames as [List, ...List[]], 'Select what the file holds') });

const takeFile: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const answers = answersOf(request);
  const form = FileForm.safeParse(answers);
  const kept = await keepUpload(scope, form.data && formats[form.data.list], request.uploads?.get('file'));
  if ('id' in kept) return goTo(`/${scope.slug}/import/${kept.id}${kept.recognised ? '' : '/columns'}`);
  return askForFile(answers, [
    ...(form.success ? [] : formErrors(form.error).list),
    ...(kept.wrong === undefined ? [] : [{ field: 'file', text: kept.wrong }]),
  ]);
};

const askForFile = (answers: Answers, wrong: readonly { field: string; text: string }[]): Answer =>
  page(<ChooseFilePage answers={answers} errors={formErrorsOf(wrong)} />, 422);

const importsOf = ({ slug }: SeatedScope): string => `/${slug}/import`;

const columns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import'), listNames));
  return await askForColumns(scope, formats[upload.list], upload, importsOf(scope));
};

const saidColumns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import'), listNames));
  return await takeColumns(scope, formats[upload.list], upload, { request, imports: importsOf(scope) });
};

const preview: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import'), listNames));
  const { list, content } = upload;
  if (content.outcome) return page(<OutcomePage upload={upload} outcome={content.outcome} />);
  const match = await matchOf(scope, formats[upload.list], upload);
  if (!match) return goTo(`/${scope.slug}/import/${upload.id}/columns`);
  const plan = planImport({
    list,
    rows: content.rows,
    match,
    directory: await readDirectory(scope),
    today: scope.today,
  });
  return page(<PreviewPage upload={upload} match={match} plan={plan} />);
};

const write: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await holdImport(scope, idIn(request, 'import'), listNames));
  const { list, content } = upload;
  const here = `/${scope.slug}/import/${upload.id}`;
  if (content.outcome) return goTo(here);
  const match = await matchOf(scope, formats[upload.list], upload);
  if (!match) return goTo(`${here}/columns`);
  const answers = answersOf(request);
  const directory = await holdDirectory(scope);
  const plan = planImport({ list, rows: content.rows, match, directory, today: scope.today });
  const askAgain = (field: string, text: string, meanwhile: readonly number[] = []) =>
    page(
      <PreviewPage upload={upload} match={match} plan={plan} meanwhile={meanwhile} errors={formError(field, text)} />,
      422,
    );

  const meanwhile = changedSince(typed(answers, 'seen'), plan);
  if (meanwhile.length > 0)
    return askAgain('', 'Something has changed since you looked, and nothing has been written. Look again', meanwhile);
  if (plan.rows.rejected > 0) {
    const how = typed(answers, 'how');
    if (how === 'all') return goTo(`/${scope.slug}/import`);
    if (how !== 'good') return askAgain('how', 'Select what shall be written');
  }
  await writePlan(scope, directory, plan.changes);
  await markWritten(scope, upload.id, { ...content, outcome: { rows: plan.rows, rejections: [...plan.rejections] } });
  return goTo(here);
};

const rejected: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import'), listNames));
  const { list, content } = upload;
  const match = await matchOf(scope, formats[upload.list], upload);
  const rejections =
    content.outcome?.rejections ??
    found(
      match &&
        planImport({ list, rows: content.rows, match, directory: await readDirectory(scope), today: scope.today }),
    ).rejections;
  return sendRejected(upload, rejections);
};
