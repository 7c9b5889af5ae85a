import type { FastifyRequest } from 'fastify';
import type { Scope } from '../../platform/database/database.ts';
import type { Rejection } from '../../platform/documents/cells.ts';
import { type Answer, download, goTo, page } from '../../platform/http/answers.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { formError } from '../../platform/ui/errors.ts';
import { answersOf, typed } from '../directory/answers.ts';
import { addImport, listColumnMatches, rememberColumns, type WaitingFile } from './directory-import.store.ts';
import { readUploaded } from './file.ts';
import { type Format, fieldsOf } from './format.ts';
import { type ColumnMatch, findColumns, headingKeys, isRemembered, matchColumns, wrongWith } from './match.ts';
import { MatchColumnsPage } from './pages/match-columns.tsx';
import { rejectedCsv } from './rejected-file.ts';

/**
 * Keeps the rows of an uploaded file until they are written, for a day.
 *
 * @param format what the file holds; undefined where that was not said, so that only the file itself is looked at
 * @returns its identifier, and whether somebody has already said what its columns are; or what is wrong with the file
 */
export async function keepUpload(
  scope: Scope,
  format: Format | undefined,
  upload: Upload | undefined,
): Promise<{ id: string; recognised: boolean } | { wrong: string | undefined }> {
  const read = await readUploaded(upload);
  if ('wrong' in read) return read;
  if (!format || !upload) return { wrong: undefined };
  const remembered = await listColumnMatches(scope, format.code);
  const headed = findColumns(read.sheets, format, remembered);
  if (!headed || headed.rows.length === 0)
    return { wrong: 'The selected file must have a row of headings and rows below it' };
  const { sheet, headings } = headed;
  const rows = headed.rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
  const content = { sheet, headings: [...headings], rows };
  const id = await addImport(scope, { list: format.code, fileName: upload.name, content });
  return { id, recognised: isRemembered(headings, remembered) };
}

/** What the columns of a file are; undefined where that cannot be right, and they have to be asked for first. */
export async function matchOf<Field extends string>(
  scope: Scope,
  format: Format<Field>,
  { content: { headings } }: WaitingFile<string>,
): Promise<ColumnMatch<Field> | undefined> {
  const match = matchColumns(format, headings, await listColumnMatches(scope, format.code));
  return wrongWith(format, headings, match) ? undefined : match;
}

/** Asks what the columns are. @param imports where files of the format are brought in */
export async function askForColumns(
  scope: Scope,
  format: Format,
  file: WaitingFile<string>,
  imports: string,
): Promise<Answer> {
  const match = matchColumns(format, file.content.headings, await listColumnMatches(scope, format.code));
  return page(<MatchColumnsPage {...{ format, file, match, imports }} />);
}

/** Remembers what was said of the columns, for this file and the next. */
export async function takeColumns(
  scope: Scope,
  format: Format,
  file: WaitingFile<string>,
  { request, imports }: { request: FastifyRequest; imports: string },
): Promise<Answer> {
  const { headings } = file.content;
  const answers = answersOf(request);
  const match = headings.map((_, at) => fieldsOf(format).find((field) => field === typed(answers, `column-${at}`)));
  const wrong = wrongWith(format, headings, match);
  if (wrong) {
    const errors = formError(`column-${wrong.column}`, wrong.text);
    return page(<MatchColumnsPage {...{ format, file, match, imports, answers, errors }} />, 422);
  }
  await rememberColumns(scope, format.code, new Map(headingKeys(headings).map((key, at) => [key, match[at] ?? ''])));
  return goTo(`${imports}/${file.id}`);
}

/** The rows that were not taken, as a file to mend. */
export const sendRejected = ({ fileName, content }: WaitingFile<string>, rejections: readonly Rejection[]): Answer =>
  download(
    `${fileName.replace(/\.[a-z]+$/i, '')}-to-mend.csv`,
    'text/csv; charset=utf-8',
    rejectedCsv(content, rejections),
  );
