import type pg from 'pg';
import { expect, inject } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { type Policy, readPolicies, type Table } from './catalogue.ts';
import { test as base, type Ground, openGround } from './ground.ts';
import { type Deviation, probe, unlockAllButPolicies } from './probe.ts';
import { askersOf } from './reach.ts';
import type { Row } from './rows.ts';
import { type Side, sides } from './words.ts';

/** A ground where row policies are the only lock. */
const test = base.extend('bare', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { ground, close } = await openGround(inject('server'));
  await withClient(ground.connections.superuser, unlockAllButPolicies);
  onCleanup(close);
  return ground;
});

/** A way to weaken a policy: what is done, and the SQL that does it. */
interface Mutation {
  what: string;
  sql: string;
}

test('row policies admit exactly what they should, to everyone from nobody to somebody with the cases of others', async ({
  bare,
}) => {
  const deviations = await withClient(bare.connections.superuser, async (client) => {
    const found: Deviation[] = [];
    for (const table of guarded(bare)) {
      for await (const deviation of deviationsOf(client, bare, table, '')) found.push(deviation);
    }
    return found;
  });
  expect(deviations).toEqual([]);
});

test('no policy can be removed or weakened unnoticed', async ({ bare }) => {
  const survivors = await withClient(bare.connections.superuser, async (client) => {
    const unnoticed: string[] = [];
    for (const policy of await readPolicies(client)) {
      const table = guarded(bare).find(({ name }) => name === policy.table);
      if (!table) throw new Error(`the policy ${policy.name} is on ${policy.table}, which belongs to no partnership`);
      for (const { what, sql } of mutationsOf(policy)) {
        if (!(await isNoticed(client, bare, table, sql))) unnoticed.push(`${policy.table}.${policy.name}: ${what}`);
      }
    }
    return unnoticed;
  });
  expect(survivors).toEqual([]);
});

test('every table of a partnership has a policy, and both partnerships have rows in it', async ({ bare }) => {
  const policies = await withClient(bare.connections.superuser, readPolicies);
  const without = guarded(bare).filter((table) => !policies.some((policy) => policy.table === table.name));
  expect(without.map(({ name }) => name)).toEqual([]);
  const planted = (side: Side) => guarded(bare).filter(({ name }) => bare.places[side].rows[name]?.length);
  expect(sides.flatMap((side) => guarded(bare).filter((table) => !planted(side).includes(table)))).toEqual([]);
});

const guarded = ({ tables }: Ground): Table[] => tables.filter(({ kind }) => kind === 'partnership');

const rowsOf = ({ places: { a, b } }: Ground, { name }: Table): Row[] => [
  ...(a.rows[name] ?? []),
  ...(b.rows[name] ?? []),
];

/** Everyone's deviations with a mutated policy, one asker at a time. */
async function* deviationsOf(
  client: pg.Client,
  ground: Ground,
  table: Table,
  mutation: string,
): AsyncGenerator<Deviation> {
  for (const asker of askersOf(ground)) yield* await probe(client, table, rowsOf(ground, table), asker, mutation);
}

/** Whether anything is seen of a mutation; the first sight is enough. */
async function isNoticed(client: pg.Client, ground: Ground, table: Table, mutation: string): Promise<boolean> {
  for await (const _ of deviationsOf(client, ground, table, mutation)) return true;
  return false;
}

function mutationsOf({ table, name, using, withCheck }: Policy): Mutation[] {
  const alter = (clause: 'using' | 'with check', expression: string | null): Mutation[] =>
    expression === null
      ? []
      : [
          { what: `${clause} (true)`, sql: `alter policy ${name} on ${table} ${clause} (true)` },
          { what: `${clause} (false)`, sql: `alter policy ${name} on ${table} ${clause} (false)` },
          ...withoutOneCondition(expression).map((weaker) => ({
            what: `${clause} ${weaker}`,
            sql: `alter policy ${name} on ${table} ${clause} (${weaker})`,
          })),
        ];
  return [
    ...alter('using', using),
    ...alter('with check', withCheck),
    { what: 'removed', sql: `drop policy ${name} on ${table}` },
    { what: 'row security switched off', sql: `alter table ${table} disable row level security` },
  ];
}

/** The expression without each of the conditions that `and` or `or` joins in it, however deep. */
export function withoutOneCondition(expression: string): string[] {
  const text = strip(expression);
  for (const joint of [' AND ', ' OR ']) {
    const parts = splitOutside(text, joint);
    if (parts.length === 1) continue;
    return parts.flatMap((part, at) => {
      const others = parts.toSpliced(at, 1);
      const deeper = withoutOneCondition(part).map((weaker) => parts.toSpliced(at, 1, `(${weaker})`).join(joint));
      return [others.join(joint), ...deeper];
    });
  }
  return [];
}

/** Without the brackets that enclose the whole. */
function strip(expression: string): string {
  const text = expression.trim();
  return text.startsWith('(') && closingOf(text) === text.length - 1 ? strip(text.slice(1, -1)) : text;
}

function closingOf(text: string): number {
  let depth = 0;
  for (const [at, char] of [...text].entries()) {
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return at;
  }
  return -1;
}

function splitOutside(text: string, joint: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0 && text.startsWith(joint, at)) {
      parts.push(text.slice(from, at));
      from = at + joint.length;
    }
  }
  return [...parts, text.slice(from)];
}
