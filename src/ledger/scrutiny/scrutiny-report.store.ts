import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { takeNumbers } from '../number.store.ts';
import type { ScrutinyReportTable } from '../tables.generated.ts';
import { type Report, type ReportKind, sectionsFrom } from './report.ts';

// The database gives each person their own reports, those about whose facts they are asked, and those that are issued.

/** What is known of a report that is about to be begun. */
export type NewReport = Pick<Report, 'kind' | 'title' | 'from' | 'until' | 'sections'> &
  Partial<Pick<Report, 'version' | 'corrects'>>;

/** What of a report changes before it is issued; what is absent stays. */
export type ReportChanges = Partial<
  Pick<Report, 'kind' | 'title' | 'from' | 'until' | 'sections' | 'shownTo' | 'state' | 'commentUntil'>
>;

/** @returns the identifier of the draft */
export async function beginReport(scope: Scope, made: NewReport): Promise<string> {
  const { db, partnership, person, today } = scope;
  const id = newId();
  await db
    .insertInto('scrutiny_report')
    .values({
      partnership_id: partnership,
      id,
      author_id: person,
      kind: made.kind,
      title: made.title,
      from_on: made.from,
      until_on: made.until,
      sections: JSON.stringify(made.sections),
      begun_on: today,
      version: made.version ?? 1,
      corrects: made.corrects ?? null,
    })
    .execute();
  return id;
}

/** Changes a report that is not issued; one that is stays as it is, whoever asks. */
export async function changeReport({ db, partnership }: Scope, id: string, changes: ReportChanges): Promise<void> {
  const { kind, title, from, until, sections, shownTo, state, commentUntil } = changes;
  await db
    .updateTable('scrutiny_report')
    .set({
      ...(kind && { kind }),
      ...(title !== undefined && { title }),
      ...(from && { from_on: from }),
      ...(until && { until_on: until }),
      ...(sections && { sections: JSON.stringify(sections) }),
      ...(shownTo && { shown_to: [...shownTo] }),
      ...(state && { state }),
      ...(commentUntil && { comment_until: commentUntil }),
    })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .where('issued_on', 'is', null)
    .execute();
}

/**
 * Issues a report with what was said of its facts: from now on the partnership reads it. A first version gets the next number, a
 * later one keeps that of the version before.
 */
export async function issueReport(scope: Scope, { id, corrects }: Pick<Report, 'id' | 'corrects'>): Promise<number> {
  const { db, partnership, today } = scope;
  const before = corrects === undefined ? undefined : await findReport(scope, corrects);
  const number = before?.number ?? (await takeNumbers(scope, 'scrutiny-report'));
  const { version } = await db
    .selectFrom('scrutiny_report')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('partnership_id', '=', partnership)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('scrutiny_report')
    .set({ state: 'issued', number, version: version + 1, issued_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('scrutiny_comment')
    .set({ issued_on: today })
    .where('partnership_id', '=', partnership)
    .where('report_id', '=', id)
    .execute();
  return number;
}

export async function findReport({ db, partnership }: Scope, id: string): Promise<Report | undefined> {
  const row = await db
    .selectFrom('scrutiny_report')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && reportOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdReport({ db, partnership }: Scope, id: string): Promise<Report | undefined> {
  const row = await db
    .selectFrom('scrutiny_report')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && reportOf(row);
}

/** What the list of issued reports is narrowed to. */
export interface Asked {
  kind?: ReportKind;
  /** In the title, the sections, or the number. */
  text?: string;
}

/** What is issued, newest first. */
export async function listIssued(
  scope: Scope,
  asked: Asked,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Report[]> {
  const rows = await selectIssued(scope, asked)
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc')
    .orderBy('version', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(reportOf);
}

export async function countIssued(scope: Scope, asked: Asked): Promise<number> {
  const row = await selectIssued(scope, asked)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Those of `ids` that are issued. */
export async function listIssuedByIds(scope: Scope, ids: readonly string[]): Promise<Report[]> {
  const rows = await selectIssued(scope, {}).where('id', '=', anyOf(ids)).execute();
  return rows.map(reportOf);
}

const selectIssued = ({ db, partnership }: Scope, { kind, text }: Asked) => {
  const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const number = /^(?:scrutiny report )?(\d{1,9})$/i.exec((text ?? '').trim())?.[1];
  return db
    .selectFrom('scrutiny_report')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('issued_on', 'is not', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'other'))
    .$if(text !== undefined, (query) =>
      query.where(
        sql<boolean>`(title ilike ${like} or sections::text ilike ${like} or number = ${Number(number ?? 0)})`,
      ),
    );
};

/** The reports of the person of the scope that are not issued, and those about whose facts they are asked. */
export async function listUnissued({ db, partnership }: Scope): Promise<Report[]> {
  const rows = await db
    .selectFrom('scrutiny_report')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('issued_on', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(reportOf);
}

const reportOf = (row: Selectable<ScrutinyReportTable>): Report => ({
  id: row.id,
  author: row.author_id,
  shownTo: row.shown_to,
  heir: row.heir_id ?? undefined,
  kind: row.kind,
  title: row.title,
  from: row.from_on,
  until: row.until_on,
  sections: sectionsFrom(row.sections),
  state: row.state,
  commentUntil: row.comment_until ?? undefined,
  begunOn: row.begun_on,
  version: row.version,
  corrects: row.corrects ?? undefined,
  number: row.number ?? undefined,
  issuedOn: row.issued_on ?? undefined,
});
