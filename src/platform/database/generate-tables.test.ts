import { expect } from 'vitest';
import { withClient } from './connection.ts';
import { test } from './empty-database.fixture.ts';
import { generateTables } from './generate-tables.ts';

const made = `create table visit (
  partnership_id uuid not null,
  number bigint generated always as identity,
  visited_on date not null,
  made_at timestamptz not null default now(),
  state text not null check (state in ('planned', 'made')),
  kinds text[] not null check (kinds <@ array['front door', 'school']),
  words bytea,
  free_days date[] not null default '{}',
  score numeric,
  facts jsonb not null
);
`;

const migration = (path: string, sql: string) => ({ name: path, path, sql, sha256: '' });

test('the types of a table say what each column holds, and stand in the folder whose migration makes it', async ({
  empty,
}) => {
  await withClient(empty.owner, (client) => client.query(made));
  const files = await withClient(empty.owner, (client) =>
    generateTables(client, [
      migration('platform/x/migrations/1.sql', ''),
      migration('duties/visits/migrations/2.sql', made),
    ]),
  );
  expect([...files.keys()]).toEqual(['duties/visits']);
  expect(files.get('duties/visits')).toBe(`// Generated from the migrated schema by \`npm run types\`. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

export interface VisitTable {
  partnership_id: string;
  number: GeneratedAlways<number>;
  visited_on: PlainDate;
  made_at: Generated<Date>;
  state: 'planned' | 'made';
  kinds: string[];
  words: Buffer | null;
  free_days: Generated<PlainDate[]>;
  score: string | null;
  facts: unknown;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    visit: VisitTable;
  }
}
`);
});

test('a column of a type that nobody has thought about is refused by name', async ({ empty }) => {
  const odd = 'create table odd (place point);';
  await withClient(empty.owner, (client) => client.query(odd));
  await expect(
    withClient(empty.owner, (client) => generateTables(client, [migration('a/migrations/1.sql', odd)])),
  ).rejects.toThrow('no TypeScript type for point of odd.place');
});
