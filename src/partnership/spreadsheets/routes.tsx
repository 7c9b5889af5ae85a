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
import {
  addImport,
  type DirectoryImport,
  findImport,
  holdDirectory,
  holdImport,
  listColumnMatches,
  markWritten,
  readDirectory,
  rememberColumns,
} from './directory-import.store.ts';
import { exportCsv, exportedLists, exportWorkbook } from './export.ts';
import { fieldsOf, type List, listNames } from './fields.ts';
import { readUploaded } from './file.ts';
import { type ColumnMatch, findColumns, headingKeys, isRemembered, matchColumns, wrongWith } from './match.ts';
import { ChooseFilePage } from './pages/choose-file.tsx';
import { MatchColumnsPage } from './pages/match-columns.tsx';
import { OutcomePage } from './pages/outcome.tsx';
import { PreviewPage } from './pages/preview.tsx';
import { planImport } from './plan.ts';
import { rejectedCsv } from './rejected-file.ts';
import { changedSince } from './seen.ts';
import { writePlan } from './write-plan.ts';

/** Below `/:partnership/import`. */
export const importRoutes: FastifyPluginAsync = async (app) => {
  await takeUploads(app);
  app.get('/', inScope(chooseFile));
  app.post('/', inScope(takeFile));
  app.get('/:import', inScope(preview));
  app.post('/:import', inScope(write));
  app.get('/:import/columns', inScope(columns));
  app.post('/:import/columns', inScope(takeColumns));
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
  const upload = request.uploads?.get('file');
  const read = await readUploaded(upload);
  const wrong = [
    ...(form.success ? [] : formErrors(form.error).list),
    ...('wrong' in read ? [{ field: 'file', text: read.wrong }] : []),
  ];
  if (!form.success || 'wrong' in read || !upload) return askForFile(answers, wrong);
  const { list } = form.data;
  const remembered = await listColumnMatches(scope, list);
  const headed = findColumns(read.sheets, list, remembered);
  if (!headed || headed.rows.length === 0)
    return askForFile(answers, [
      { field: 'file', text: 'The selected file must have a row of headings and rows below it' },
    ]);
  const { sheet, headings, rows } = headed;
  const content = {
    sheet,
    headings: [...headings],
    rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
  };
  const id = await addImport(scope, { list, fileName: upload.name, content });
  return goTo(`/${scope.slug}/import/${id}${isRemembered(headings, remembered) ? '' : '/columns'}`);
};

const askForFile = (answers: Answers, wrong: readonly { field: string; text: string }[]): Answer =>
  page(<ChooseFilePage answers={answers} errors={formErrorsOf(wrong)} />, 422);

const columns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import')));
  const match = matchColumns(upload.list, upload.content.headings, await listColumnMatches(scope, upload.list));
  return page(<MatchColumnsPage upload={upload} match={match} />);
};

const takeColumns: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import')));
  const { list, content } = upload;
  const answers = answersOf(request);
  const match = content.headings.map((_, at) =>
    fieldsOf(list).find((field) => field === typed(answers, `column-${at}`)),
  );
  const wrong = wrongWith(list, content.headings, match);
  if (wrong) {
    const errors = formError(`column-${wrong.column}`, wrong.text);
    return page(<MatchColumnsPage upload={upload} match={match} answers={answers} errors={errors} />, 422);
  }
  await rememberColumns(scope, list, new Map(headingKeys(content.headings).map((key, at) => [key, match[at] ?? ''])));
  return goTo(`/${scope.slug}/import/${upload.id}`);
};

/** What the columns of an upload are; where that cannot be right, they have to be asked for first. */
async function matchOf(scope: SeatedScope, { list, content }: DirectoryImport): Promise<ColumnMatch | undefined> {
  const match = matchColumns(list, content.headings, await listColumnMatches(scope, list));
  return wrongWith(list, content.headings, match) ? undefined : match;
}

const preview: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.import');
  const upload = found(await findImport(scope, idIn(request, 'import')));
  const { list, content } = upload;
  if (content.outcome) return page(<OutcomePage upload={upload} outcome={content.outcome} />);
  const match = await matchOf(scope, upload);
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
  const upload = found(await holdImport(scope, idIn(request, 'import')));
  const { list, content } = upload;
  const here = `/${scope.slug}/import/${upload.id}`;
  if (content.outcome) return goTo(here);
  const match = await matchOf(scope, upload);
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
  const upload = found(await findImport(scope, idIn(request, 'import')));
  const { list, content, fileName } = upload;
  const match = await matchOf(scope, upload);
  const rejections =
    content.outcome?.rejections ??
    found(
      match &&
        planImport({ list, rows: content.rows, match, directory: await readDirectory(scope), today: scope.today }),
    ).rejections;
  const name = fileName.replace(/\.[a-z]+$/i, '');
  return download(`${name}-to-mend.csv`, 'text/csv; charset=utf-8', rejectedCsv(content, rejections));
};
