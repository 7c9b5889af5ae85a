import { type Connection, withClient } from '../../src/platform/database/connection.ts';
import { newId } from '../../src/platform/database/ids.ts';

/** A partnership of the tests. */
export interface Place {
  partnership: string;
  slug: string;
  name: string;
}

/** As the owner, who may write reference rows; the partnership's own row inside its scope. */
export async function addPlace(owner: Connection, slug: string, name: string): Promise<Place> {
  const partnership = newId();
  await withClient(owner, async (client) => {
    await client.query('begin');
    await client.query(`set local concordat.partnership = '${partnership}'`);
    await client.query('insert into partnership_slug (slug, partnership_id) values ($1, $2)', [slug, partnership]);
    await client.query(
      `insert into partnership (partnership_id, name, short_name, regime) values ($1, $2, $3, 'england-2017-act-2026')`,
      [partnership, name, name.split(' ')[0]],
    );
    await client.query('commit');
  });
  return { partnership, slug, name };
}
