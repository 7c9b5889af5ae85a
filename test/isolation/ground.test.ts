import { expect } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { type Column, isOfCase, type Table } from './catalogue.ts';
import { test } from './ground.ts';
import { canariesIn, sides } from './words.ts';

/** A code that the program reads, and keys: a word in them would only break it. What keys seal is looked at where it is shown. */
const withoutWords = [
  'partnership.regime',
  'partnership_key.master_key',
  'partnership_key.wrapped',
  'directory_import.list',
  'session.last_slug',
  'evidence.record_kind',
  'thread_link.from_kind',
  'thread_link.to_kind',
];

/** Words of a case stand under its key, so that the database shows none. */
const isSealed = (table: Table, { name }: Column) => isOfCase(table) && name.endsWith('_sealed');

const holdsWords = ({ type }: Column) => /^(text|character varying|jsonb?|bytea)(\[\])?$/.test(type);

test('every column that can hold words holds a canary of each partnership', async ({ ground }) => {
  const barren = await withClient(ground.connections.superuser, async (client) => {
    const found: string[] = [];
    for (const table of ground.tables.filter(({ kind }) => kind !== 'public')) {
      const checked = new Set(table.checks.flatMap(({ columns }) => columns));
      for (const { name, type } of table.columns.filter(
        (column) => holdsWords(column) && !checked.has(column.name) && !isSealed(table, column),
      )) {
        const text = type === 'bytea' ? `encode(${name}, 'escape')` : `${name}::text`;
        const { rows } = await client.query<{ words: string }>(
          `select string_agg(${text}, ' ') as words from ${table.name}`,
        );
        const canaries = canariesIn(rows[0]?.words ?? '');
        if (!sides.every((side) => canaries.some((word) => word.endsWith(side)))) found.push(`${table.name}.${name}`);
      }
    }
    return found;
  });
  expect(barren).toEqual(withoutWords);
});
