import { expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { duties } from '../../app.ts';
import { withClient } from '../../platform/database/connection.ts';
import { loadExample } from './load.ts';

/** What each of these people finds in a table, by kind. */
const asked = `
  select p.slug, count(*) filter (where r.closed_on is null)::int as open, count(*)::int as risks,
         (select count(*)::int from risk_entry e where e.partnership_id = p.partnership_id and e.likelihood is not null) as scores
    from partnership_slug p join risk r on r.partnership_id = p.partnership_id group by p.slug, p.partnership_id order by p.slug`;

test('the example has risks with two years of reviews, and a scrutineer whose drafts are theirs', async ({ house }) => {
  await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
  await loadExample(house.data, duties);
  await withClient(house.connections.superuser, async (client) => {
    const { rows } = await client.query(asked);
    expect(rows).toEqual([
      { slug: 'harrowdale', open: 3, risks: 3, scores: 10 },
      { slug: 'rivermouth', open: 7, risks: 8, scores: 45 },
    ]);
    const of = async (table: string, kind: string) =>
      (await client.query<{ kind: string }>(`select ${kind} as kind from ${table} order by 1`)).rows.map(
        (row) => row.kind,
      );
    expect(await of('scrutiny_report', 'state')).toEqual(['draft', 'issued']);
    expect(await of('scrutiny_note', 'kind')).toEqual(['evidence', 'visit', 'visit']);
    expect(await of('scrutiny_line', 'title')).toHaveLength(3);
    expect(await of('scrutiny_comment', 'answer')).toEqual(['not-corrected']);
  });
});
