import { z } from 'zod';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { listAgencies } from '../agencies/agency.store.ts';
import { listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { kindWordsOf } from '../groups/kind-words.ts';
import { listPeople } from '../people/person.store.ts';
import type { Directory } from './directory.ts';

const Cell = z.union([z.string(), z.number()]);

/** What a file held, and what became of it. */
const Content = z.object({
  /** The sheet of a workbook; '' for CSV. */
  sheet: z.string(),
  headings: z.array(Cell),
  rows: z.array(z.object({ line: z.number(), cells: z.array(Cell) })),
  /** Set when its rows were written. */
  outcome: z
    .object({
      rows: z.object({
        all: z.number(),
        new: z.number(),
        changed: z.number(),
        unchanged: z.number(),
        rejected: z.number(),
      }),
      rejections: z.array(z.object({ line: z.number(), reason: z.string() })),
    })
    .optional(),
});
export type ImportContent = z.infer<typeof Content>;

/** A spreadsheet that was uploaded today or yesterday. */
export interface WaitingFile<Code extends string> {
  id: string;
  /** The code of its format. */
  list: Code;
  fileName: string;
  content: ImportContent;
}

const pack = (content: ImportContent) => Buffer.from(JSON.stringify(content).replaceAll('\\u0000', ''));

export async function addImport(
  { db, partnership, person, now }: Scope,
  { list, fileName, content }: Omit<WaitingFile<string>, 'id'>,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('directory_import')
    .values({
      partnership_id: partnership,
      id,
      list,
      file_name: fileName,
      content: pack(content),
      uploaded_by: person,
      uploaded_at: now,
    })
    .execute();
  return id;
}

/**
 * An upload and what its file held; undefined where there is none, or it is more than a day old.
 *
 * @param codes of the formats that are looked for
 */
export async function findImport<Code extends string>(
  scope: Scope,
  id: string,
  codes: readonly Code[],
): Promise<WaitingFile<Code> | undefined> {
  return importOf(await selectImport(scope, id).executeTakeFirst(), codes);
}

/** The same, and until the scope ends nobody else writes it. */
export async function holdImport<Code extends string>(
  scope: Scope,
  id: string,
  codes: readonly Code[],
): Promise<WaitingFile<Code> | undefined> {
  return importOf(await selectImport(scope, id).forUpdate().executeTakeFirst(), codes);
}

const selectImport = ({ db, partnership, now }: Scope, id: string) =>
  db
    .selectFrom('directory_import')
    .select(['id', 'list', 'file_name', 'content'])
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .where('uploaded_at', '>', aDayBefore(now));

const aDayBefore = (now: Date) => new Date(now.getTime() - 86_400_000);

function importOf<Code extends string>(
  row: { id: string; list: string; file_name: string; content: Buffer } | undefined,
  codes: readonly Code[],
): WaitingFile<Code> | undefined {
  const content = row && Content.safeParse(parsed(row.content)).data;
  const list = codes.find((code) => code === row?.list);
  return row && content && list ? { id: row.id, list, fileName: row.file_name, content } : undefined;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Says that the rows were written, and which were not. */
export async function markWritten({ db, partnership, now }: Scope, id: string, content: ImportContent): Promise<void> {
  await db
    .updateTable('directory_import')
    .set({ content: pack(content), written_at: now })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Forgets uploads that are more than a day old. */
export async function forgetOldImports({ db, partnership, now }: Scope): Promise<void> {
  await db
    .deleteFrom('directory_import')
    .where('partnership_id', '=', partnership)
    .where('uploaded_at', '<=', aDayBefore(now))
    .execute();
}

/** What headings were said to mean the last time, by the heading's plain words; '' is “not used”. */
export async function listColumnMatches({ db, partnership }: Scope, list: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('column_match')
    .select(['heading', 'field'])
    .where('partnership_id', '=', partnership)
    .where('list', '=', list)
    .execute();
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}

/** Remembers what headings mean, in place of what was said of them before. */
export async function rememberColumns(
  { db, partnership }: Scope,
  list: string,
  matches: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...matches].map(([heading, field]) => ({ partnership_id: partnership, list, heading, field }));
  if (rows.length === 0) return;
  await db
    .insertInto('column_match')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'list', 'heading'])
        .doUpdateSet((set) => ({ field: set.ref('excluded.field') })),
    )
    .execute();
}

/** Everything that spreadsheets bring in and take out. */
export async function readDirectory(scope: Scope): Promise<Directory> {
  const agencies = await listAgencies(scope);
  const people = await listPeople(scope);
  const groups = await listGroups(scope);
  const seats = await listGroupSeats(scope);
  return { agencies, people, groups, seats, kindWords: await kindWordsOf(scope) };
}

/** The same, and until the scope ends nobody else changes any of it, and no other import is written. */
export async function holdDirectory(scope: Scope): Promise<Directory> {
  const { db, partnership } = scope;
  await db
    .selectFrom('partnership')
    .select('partnership_id')
    .where('partnership_id', '=', partnership)
    .forUpdate()
    .execute();
  for (const table of ['agency', 'partnership_group', 'person', 'group_seat', 'seat_holder'] as const)
    await db
      .selectFrom(table)
      .select('id')
      .where('partnership_id', '=', partnership)
      .orderBy('id')
      .forUpdate()
      .execute();
  return await readDirectory(scope);
}
