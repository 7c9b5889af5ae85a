import type { PlainDate } from '../platform/calendar/plain-date.ts';
import type { Scope } from '../platform/database/database.ts';
import { newId } from '../platform/database/ids.ts';
import { prepared } from '../platform/database/prepared.ts';

/** What is needed of somebody. Title, reason and path hold nothing restricted: tasks are read outside case scopes. */
export interface Task {
  id: string;
  kind: string;
  title: string;
  /** Why it came to them: "Action 214, from the visit to the contact centre". */
  why: string;
  /** Inside the partnership, beginning with a slash. */
  path: string;
  dueOn: PlainDate | undefined;
}

/** What is needed of the person of this scope, soonest first, those without a day last. */
export async function listOwnTasks({ db, partnership, person }: Scope): Promise<Task[]> {
  const rows = await selectOwnTasks(db, { partnership, person });
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on ?? undefined }));
}

const selectOwnTasks = prepared((db, { partnership, person }: Pick<Scope, 'partnership' | 'person'>) =>
  db
    .selectFrom('task')
    .select(['id', 'kind', 'title', 'why', 'path', 'due_on'])
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(200),
);

/**
 * Says that something is needed of `person`; said again for the same record it replaces what was said before.
 *
 * @returns the identifier of the task
 */
export async function needFrom(
  { db, partnership }: Scope,
  person: string,
  record: string,
  task: Omit<Task, 'id'>,
): Promise<string> {
  const said = { title: task.title, why: task.why, path: task.path, due_on: task.dueOn ?? null };
  const { id } = await db
    .insertInto('task')
    .values({
      partnership_id: partnership,
      id: newId(),
      person_id: person,
      kind: task.kind,
      record_id: record,
      ...said,
    })
    .onConflict((same) => same.columns(['partnership_id', 'person_id', 'kind', 'record_id']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Says what is needed of many for many records: as `needFrom` says of each, and no two of the same. */
export async function needFromMany(
  { db, partnership }: Scope,
  needs: readonly { person: string; record: string; task: Omit<Task, 'id'> }[],
): Promise<void> {
  const rows = needs.map(({ person, record, task: { kind, title, why, path, dueOn } }) => ({
    partnership_id: partnership,
    id: newId(),
    person_id: person,
    kind,
    record_id: record,
    title,
    why,
    path,
    due_on: dueOn ?? null,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('task')
      .values(rows.slice(at, at + 500))
      .onConflict((same) =>
        same.columns(['partnership_id', 'person_id', 'kind', 'record_id']).doUpdateSet((set) => ({
          title: set.ref('excluded.title'),
          why: set.ref('excluded.why'),
          path: set.ref('excluded.path'),
          due_on: set.ref('excluded.due_on'),
        })),
      )
      .execute();
}

/** Says that it is needed no longer, of anyone. */
export async function noLongerNeeded({ db, partnership }: Scope, kind: string, record: string): Promise<void> {
  await db
    .deleteFrom('task')
    .where('partnership_id', '=', partnership)
    .where('kind', '=', kind)
    .where('record_id', '=', record)
    .execute();
}

/** Says that it is needed of nobody but `people`, if it is of them. */
export async function neededOfNoneBut(
  { db, partnership }: Scope,
  kind: string,
  record: string,
  people: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('task')
    .where('partnership_id', '=', partnership)
    .where('kind', '=', kind)
    .where('record_id', '=', record)
    .$if(people.length > 0, (query) => query.where('person_id', 'not in', people))
    .execute();
}

/** Whether something of this kind is needed of the person of this scope at `path`. */
export async function isNeededOfMe(
  { db, partnership, person }: Scope,
  { kind, path }: Pick<Task, 'kind' | 'path'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('task')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .where('path', '=', path)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The records for which something of this kind is needed of the person of this scope. */
export async function listRecordsNeededOfMe({ db, partnership, person }: Scope, kind: string): Promise<string[]> {
  const rows = await db
    .selectFrom('task')
    .select('record_id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .limit(100)
    .execute();
  return rows.map(({ record_id }) => record_id);
}

/** Says that the person of this scope has done what was needed of this kind at `path`; others still have it to do. */
export async function doneByMe(
  { db, partnership, person }: Scope,
  { kind, path }: Pick<Task, 'kind' | 'path'>,
): Promise<void> {
  await db
    .deleteFrom('task')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .where('path', '=', path)
    .execute();
}
