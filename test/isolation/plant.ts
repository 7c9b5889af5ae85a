import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { duties } from '../../src/app.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { Database } from '../../src/platform/database/database.ts';
import { loadExample } from '../../src/whole/example/load.ts';
import { type Column, isOfCase, readTables, type Table } from './catalogue.ts';
import { type Furnished, fillTeam, furnish } from './furnish.ts';
import type { Ground, Place } from './ground.ts';
import { type Planting, plantRow, type Row } from './rows.ts';
import { sides, wordOf } from './words.ts';

/** Fills a fresh clone: the restricted duty, the example, a person for each role in each partnership, cases, and canaries. */
export async function plantGround(connections: Ground['connections']): Promise<Ground['places']> {
  const sql = readFileSync(new URL('./restricted-duty/enquiries.sql', import.meta.url), 'utf8');
  await withClient(connections.owner, (owner) => owner.query(sql));
  const database = new Database(connections.app);
  try {
    await loadExample(database, duties);
    const furnished = [await furnish(database, 'a'), await furnish(database, 'b')];
    return await withClient(connections.superuser, async (client) => {
      const tables = await readTables(client);
      const places: Place[] = [];
      for (const { words, ...place } of furnished) {
        places.push({ ...place, rows: await plantCanaries(client, tables, { ...place, words }) });
        await fillTeam(database, { ...place, words });
      }
      return Object.fromEntries(places.map((place) => [place.side, place])) as Ground['places'];
    });
  } finally {
    await database.close();
  }
}

/** Two canary rows in every table that is not public: as the superuser, whom no policy stops and every trigger follows. */
async function plantCanaries(client: pg.Client, tables: readonly Table[], place: Furnished): Promise<Place['rows']> {
  const rows: Record<string, Row[]> = {};
  for (const table of tables) {
    if (table.kind === 'public') rows[table.name] = await readRows(client, table, 'true', '1');
    else if (madeByProgram.includes(table.name))
      rows[table.name] = await readRows(
        client,
        table,
        `partnership_id = '${place.partnership}'`,
        isOfCase(table) ? `case_id = '${place.shutCase}'` : 'made_at',
      );
    else
      rows[table.name] = [await plantOne(client, table, place, rows, 0), await plantOne(client, table, place, rows, 1)];
  }
  return rows;
}

/** Keys are made by the program: no invented row could be one. */
export const madeByProgram = ['partnership_key', 'case_key', 'file_key'];

async function readRows(client: pg.Client, { name }: Table, where: string, order: string): Promise<Row[]> {
  const sql = `select to_jsonb(t) as row from ${name} t where ${where} order by ${order} limit 2`;
  return (await client.query<{ row: Row }>(sql)).rows.map(({ row }) => row);
}

/** Tables that say who may see a case: their canary rows speak of nobody real, the proofs add those that do. */
const decideAccess = ['case_team', 'case_conflict'];

async function plantOne(
  client: pg.Client,
  table: Table,
  place: Furnished,
  rows: Record<string, Row[]>,
  nth: number,
): Promise<Row> {
  const shut = nth === 1 && isOfCase(table);
  const real =
    shut || decideAccess.includes(table.name) ? [] : [place.people['review-lead'], place.people['business-manager']];
  const people = [
    ...real.map(({ partnership, person }) => ({ partnership_id: partnership, id: person })),
    ...(rows['person'] ?? []),
  ];
  const accounts = [...real.map(({ account }) => ({ id: account })), ...(rows['account'] ?? [])];
  const targets: Record<string, readonly Row[]> = { ...rows, person: people, account: accounts };
  for (let offset = 0; offset < Math.max(1, people.length); offset++) {
    const row = await tryRow(client, place, table, {
      mark: `${place.side}${nth}`,
      turn: nth + offset + 2 * sides.indexOf(place.side),
      word: (column) => wordOf(place.side, shut, isAuthored(table) ? { ...column, class: 'P2' } : column),
      given: (column) => {
        const tied = tiedIn(table, column, nth, rows);
        if (tied !== undefined) return tied;
        const authored = authoredIn(place, table, column, nth, rows);
        return authored === undefined ? givenIn(place, table, column, nth) : authored;
      },
      target: (name, at) => targets[name]?.[(nth + at + offset) % Math.max(1, targets[name].length)],
    });
    if (row) return row;
  }
  throw new Error(`no canary row can be made in ${table.name}: teach test/isolation/plant.ts`);
}

/** The row, or undefined where it would be a second one under a unique key. */
async function tryRow(
  client: pg.Client,
  { partnership }: Furnished,
  table: Table,
  planting: Planting,
): Promise<Row | undefined> {
  await client.query(`begin; set local concordat.partnership = '${partnership}'`); // for the trail
  try {
    const row = await plantRow(client, table, planting);
    await client.query('commit');
    return row;
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code === '23505') return undefined;
    throw error;
  }
}

/** Where the two rows of a table are to be of two sorts, so that each list has one of them. */
const sorts: Readonly<Record<string, readonly [unknown, unknown]>> = {
  'partnership.regime': ['england-2017-act-2026', 'england-2017-act-2026'],
  'partnership.closed_on': [null, null], // one that has closed is read only
  'directory_import.list': ['people', 'tracker'],
  'stored_file.state': ['waiting', 'infected'],
  'action.number': [900_001, 900_002], // above the example’s own
  'challenge.number': [900_001, 900_002],
  'disagreement.number': [900_001, 900_002],
  'action.lead_agency_id': [null, undefined],
  'action.state': ['not-started', 'verified'],
  'action_entry.kind': ['blocked', 'blocked'],
  'evidence.withdrawn_on': [null, undefined],
  'saved_view.shared': [true, false],
  'answer_link.used_at': [null, undefined],
  'chivvying_day.day': ['2026-01-05', '2026-12-31'],
  'held_message.settled': [null, 'released'],
  'reminder.told_on': [null, undefined],
  'risk.closed_on': [null, undefined],
  'risk_control.ended_on': [null, undefined],
  'risk.number': [900_001, 900_002], // above the example’s own
  'reminder.tone': ['above', 'help'],
};

/** Whether rows of a table are an author’s own: they are guarded by who wrote them, and not by a right to a field. */
const isAuthored = ({ columns }: Table): boolean => columns.some(({ name }) => name === 'shown_to');

/**
 * What is a scrutineer’s own: one row theirs, shown to people of whom other rows speak; the other one the business manager’s and
 * offered to them, or issued where it can be.
 */
function authoredIn(
  { people, side }: Furnished,
  table: Table,
  column: Column,
  nth: number,
  rows: Readonly<Record<string, readonly Row[]>>,
): unknown {
  if (!isAuthored(table)) return undefined;
  const scrutineer = people['scrutineer'].person;
  const issues = table.columns.some(({ name }) => name === 'issued_on');
  const sections = JSON.stringify([{ id: 's', heading: 'Heading', words: wordOf(side, false, { class: 'P2' }) }]);
  const given: Readonly<Record<string, readonly unknown[]>> = {
    author_id: [scrutineer, issues ? scrutineer : people['business-manager'].person],
    shown_to: [(rows['person'] ?? []).map(({ id }) => id), issues ? [] : [scrutineer]],
    heir_id: [null, issues ? null : scrutineer],
    issued_on: [null, '2026-01-05'],
    number: [null, 900_001],
    version: [1, 1],
    state: ['correction', 'issued'],
    comment_until: ['2026-01-05', '2026-01-05'],
    sections: [sections, sections],
    kind: table.name === 'scrutiny_note' ? ['challenge', 'visit'] : [undefined, undefined],
    put_as: [null, null],
    answer: ['corrected', 'not-corrected'],
    answered_on: ['2026-01-05', '2026-01-05'],
  };
  return given[column.name]?.[nth];
}

/** What speaks of a record of any kind speaks of a canary action, which stands in no key; and who leaves is a canary person. */
function tiedIn(table: Table, { name }: Column, nth: number, rows: Readonly<Record<string, readonly Row[]>>): unknown {
  const action = (at: number) => rows['action']?.[at % 2]?.['id'];
  const given: Readonly<Record<string, unknown>> = {
    'evidence.record_kind': 'action',
    'evidence.record_id': action(nth),
    'thread_link.from_kind': 'action',
    'thread_link.from_id': action(nth),
    'thread_link.to_kind': 'action',
    'thread_link.to_id': action(nth + 1),
    'leaving.person_id': rows['person']?.[nth % 2]?.['id'], // nobody who opens pages: whose last day is over sees nothing
  };
  return given[`${table.name}.${name}`];
}

/** What the catalogue does not say: the partnership, the case, words under its key, and codes that the program reads. */
function givenIn(
  { partnership, openCase, shutCase, side, words }: Furnished,
  table: Table,
  column: Column,
  nth: number,
): unknown {
  const ofCase = nth === 0 ? openCase : shutCase;
  const chosen = sorts[`${table.name}.${column.name}`];
  if (chosen) return chosen[nth];
  if (`${table.name}.${column.name}` === 'directory_import.content')
    return uploaded(nth === 0 ? 'Name' : 'Action', wordOf(side, false, column));
  if (`${table.name}.${column.name}` === 'stored_file.found') return nth === 0 ? '' : wordOf(side, false, column);
  if (column.name === 'partnership_id') return partnership;
  if (column.name === 'case_id') return ofCase;
  if (isOfCase(table) && column.name.endsWith('_sealed'))
    return words.seal(ofCase, table.name, column.name, wordOf(side, nth === 1, column));
  return undefined;
}

/** A file as an upload keeps it, with one column that is known. */
const uploaded = (heading: string, word: string): Buffer =>
  Buffer.from(JSON.stringify({ sheet: word, headings: [heading, word], rows: [{ line: 2, cells: [word, word] }] }));
