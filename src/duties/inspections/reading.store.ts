import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Framework } from './judgement.ts';

/** An inspection whose report was published. */
export interface Published {
  id: string;
  framework: Framework;
  authority: { code: string; name: string };
  publishedOn: PlainDate;
}

/** The reports on the partnership's own councils that were published after `since`, newest first. */
export async function listOwnPublished({ db, partnership }: Scope, since: PlainDate): Promise<Published[]> {
  const rows = await db
    .selectFrom('inspection')
    .innerJoin('local_authority', 'local_authority.code', 'inspection.authority_code')
    .innerJoin('partnership_area', 'partnership_area.authority_code', 'inspection.authority_code')
    .select(['inspection.id', 'framework', 'local_authority.code', 'local_authority.name', 'published_on'])
    .where('partnership_area.partnership_id', '=', partnership)
    .where('published_on', '>', since)
    .orderBy('published_on', 'desc')
    .orderBy('local_authority.code')
    .execute();
  return rows.map(({ id, framework, code, name, published_on }) => ({
    id,
    framework,
    authority: { code, name },
    publishedOn: published_on,
  }));
}
