import { type Kysely, sql } from 'kysely';
import { type PlainDate, plainDate } from '../../platform/calendar/plain-date.ts';
import { newId } from '../../platform/database/ids.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { Change, Held, SharedBoard } from './import/changes.ts';
import type { FactKey, FactMap } from './import/gather.ts';
import { type Judgement, judgements, type Outcome } from './judgement.ts';

type Db = Kysely<Tables>;

/** Every inspection held, with what it judged and the board review made beside it. In order of publication. */
export async function readInspections(db: Db): Promise<Held[]> {
  const rows = await db
    .selectFrom('inspection')
    .leftJoin('board_review', 'board_review.inspection_id', 'inspection.id')
    .leftJoin('safeguarding_board', 'safeguarding_board.id', 'board_review.board_id')
    .selectAll('inspection')
    .select([
      'safeguarding_board.name as board',
      'board_review.outcome as board_outcome',
      'board_review.published_on as board_published_on',
    ])
    .orderBy('inspection.published_on')
    .orderBy('inspection.authority_code')
    .execute();
  const graded = await db.selectFrom('inspection_judgement').selectAll().execute();
  const outcomesOf = Map.groupBy(graded, ({ inspection_id }) => inspection_id);
  return rows.map((row) => ({
    id: row.id,
    framework: row.framework,
    authority: row.authority_code,
    publishedOn: row.published_on,
    source: row.source,
    facts: factMap([
      ['publishedOn', row.published_on],
      ['startedOn', row.started_on],
      ['endedOn', row.ended_on],
      ['kind', row.kind],
      ['theme', row.theme],
      ['reportUrl', row.report_url],
      ...(outcomesOf.get(row.id) ?? []).flatMap(({ judgement, outcome }): [FactKey, string][] =>
        isJudgement(judgement) ? [[judgement, outcome]] : [],
      ),
      ['board', row.board],
      ['boardOutcome', row.board_outcome],
      ['boardPublishedOn', row.board_published_on],
    ]),
  }));
}

const factMap = (facts: [FactKey, string | null][]): FactMap =>
  new Map(facts.filter((fact): fact is [FactKey, string] => fact[1] !== null));

const isJudgement = (text: string): text is Judgement => judgements.some((judgement) => judgement === text);

/** The boards that cover more than one council. */
export async function readSharedBoards(db: Db): Promise<SharedBoard[]> {
  const rows = await db
    .selectFrom('safeguarding_board')
    .innerJoin('safeguarding_board_area', 'safeguarding_board_area.board_id', 'safeguarding_board.id')
    .select(['name', 'authority_code'])
    .orderBy('name')
    .orderBy('authority_code')
    .execute();
  const byName = Map.groupBy(rows, ({ name }) => name);
  return [...byName].map(([name, areas]) => ({ name, authorities: areas.map(({ authority_code }) => authority_code) }));
}

/** Makes the database say which councils the shared boards cover. */
export async function writeSharedBoards(db: Db, boards: readonly SharedBoard[]): Promise<void> {
  for (const { name, authorities } of boards) {
    const board_id = await boardNamed(db, name);
    const areas = authorities.map((authority_code) => ({ board_id, authority_code }));
    await db
      .insertInto('safeguarding_board_area')
      .values(areas)
      .onConflict((row) => row.column('authority_code').doUpdateSet({ board_id: sql.ref('excluded.board_id') }))
      .execute();
  }
}

async function boardNamed(db: Db, name: string): Promise<string> {
  const known = await db.selectFrom('safeguarding_board').select('id').where('name', '=', name).executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await db.insertInto('safeguarding_board').values({ id, name }).execute();
  return id;
}

/**
 * Writes changes as they were planned; `source` is where they come from.
 *
 * New inspections go in together: there are hundreds when the built-in facts are loaded first.
 */
export async function writeChanges(
  db: Db,
  changes: readonly Change[],
  sourceOf: (change: Change) => string,
): Promise<void> {
  const identified = changes.map((change) => ({ ...change, id: change.id ?? newId(), fresh: change.id === undefined }));
  const rowOf = (change: (typeof identified)[number]) => ({
    ...inspectionRow(change),
    id: change.id,
    source: sourceOf(change),
  });
  const fresh = identified.filter((change) => change.fresh);
  for (const some of chunks(fresh.map(rowOf), 500)) await db.insertInto('inspection').values(some).execute();
  for (const change of identified.filter(({ fresh }) => !fresh)) {
    const { id, ...row } = rowOf(change);
    await db.updateTable('inspection').set(row).where('id', '=', id).execute();
  }
  await writeJudgements(db, identified);
  await writeReviews(db, identified);
}

type Identified = Change & { id: string };

function inspectionRow({ framework, authority, facts }: Change) {
  return {
    framework,
    authority_code: authority.code,
    published_on: dayIn(facts, 'publishedOn'),
    started_on: facts.has('startedOn') ? dayIn(facts, 'startedOn') : null,
    ended_on: facts.has('endedOn') ? dayIn(facts, 'endedOn') : null,
    kind: facts.get('kind') ?? null,
    theme: facts.get('theme') ?? null,
    report_url: facts.get('reportUrl') ?? null,
  };
}

const dayIn = (facts: FactMap, key: FactKey): PlainDate => plainDate(facts.get(key) ?? '');

async function writeJudgements(db: Db, changes: readonly Identified[]): Promise<void> {
  const rows = changes.flatMap(({ id, facts }) =>
    judgements.flatMap((judgement) => {
      const outcome = facts.get(judgement);
      return outcome === undefined ? [] : [{ inspection_id: id, judgement, outcome: outcomeIn(outcome) }];
    }),
  );
  for (const some of chunks(rows, 2000)) {
    await db
      .insertInto('inspection_judgement')
      .values(some)
      .onConflict((row) =>
        row.columns(['inspection_id', 'judgement']).doUpdateSet({ outcome: sql.ref('excluded.outcome') }),
      )
      .execute();
  }
}

const outcomeIn = (fact: string): Outcome => fact as Outcome;

async function writeReviews(db: Db, changes: readonly Identified[]): Promise<void> {
  const reviewed = changes.filter(({ facts }) => facts.has('boardOutcome'));
  const names = [...new Set(reviewed.map(({ facts }) => facts.get('board') ?? ''))];
  const ids = await boardsNamed(db, names);
  const rows = reviewed.map(({ id, facts }) => ({
    inspection_id: id,
    board_id: ids.get(facts.get('board') ?? '') ?? '',
    published_on: dayIn(facts, 'boardPublishedOn'),
    outcome: outcomeIn(facts.get('boardOutcome') ?? ''),
  }));
  for (const some of chunks(rows, 1000)) {
    await db
      .insertInto('board_review')
      .values(some)
      .onConflict((row) =>
        row.column('inspection_id').doUpdateSet({
          board_id: sql.ref('excluded.board_id'),
          published_on: sql.ref('excluded.published_on'),
          outcome: sql.ref('excluded.outcome'),
        }),
      )
      .execute();
  }
}

/** The boards of these names, by name; those not known yet are made. */
async function boardsNamed(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const made = names.map((name) => ({ id: newId(), name }));
  await db
    .insertInto('safeguarding_board')
    .values(made)
    .onConflict((row) => row.column('name').doNothing())
    .execute();
  const rows = await db.selectFrom('safeguarding_board').select(['id', 'name']).where('name', 'in', names).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function chunks<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
