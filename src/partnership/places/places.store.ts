import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import type { LocalAuthority, NamedArea, Places } from './places.ts';

/** The places of England. */
export async function readPlaces(db: Kysely<Tables>): Promise<Places> {
  const [regions, policeAreas, healthBoards, rows] = [
    await selectAreas(db, 'region'),
    await selectAreas(db, 'police_area'),
    await selectAreas(db, 'health_board'),
    await selectAuthorities(db).execute(),
  ];
  return { regions, policeAreas, healthBoards, authorities: rows.map(toAuthority) };
}

const selectAreas = (db: Kysely<Tables>, table: 'region' | 'police_area' | 'health_board'): Promise<NamedArea[]> =>
  db.selectFrom(table).select(['code', 'name']).orderBy('code').execute();

const selectAuthorities = (db: Kysely<Tables>) =>
  db
    .selectFrom('local_authority')
    .innerJoin('region', 'region.code', 'local_authority.region_code')
    .selectAll('local_authority')
    .select('region.name as region')
    .orderBy('local_authority.name')
    .orderBy('local_authority.code');

type AuthorityRow = Awaited<ReturnType<ReturnType<typeof selectAuthorities>['execute']>>[number];

const toAuthority = (row: AuthorityRow): LocalAuthority => ({
  code: row.code,
  name: row.name,
  dfeCode: row.dfe_code,
  region: row.region,
  kind: row.kind,
  neighbours: row.neighbours,
  otherNames: row.other_names,
  otherCodes: row.other_codes,
  successors: row.successors,
  ...(row.police_area_code && { policeArea: row.police_area_code }),
  ...(row.ended_on && { endedOn: row.ended_on }),
});

/** Makes the database say what `places` say. Nothing is deleted: other facts may refer to it. */
export async function writePlaces(db: Kysely<Tables>, places: Places): Promise<void> {
  await writeAreas(db, 'region', places.regions);
  await writeAreas(db, 'police_area', places.policeAreas);
  await writeAreas(db, 'health_board', places.healthBoards);
  const regionCodes = new Map(places.regions.map(({ code, name }) => [name, code]));
  const rows = places.authorities.map((authority) => ({
    code: authority.code,
    name: authority.name,
    dfe_code: authority.dfeCode,
    region_code: regionCodes.get(authority.region) ?? '',
    kind: authority.kind,
    neighbours: [...authority.neighbours],
    police_area_code: authority.policeArea ?? null,
    other_names: [...authority.otherNames],
    other_codes: [...authority.otherCodes],
    ended_on: authority.endedOn ?? null,
    successors: [...authority.successors],
  }));
  const columns = [
    'name',
    'dfe_code',
    'region_code',
    'kind',
    'neighbours',
    'police_area_code',
    'other_names',
    'other_codes',
    'ended_on',
    'successors',
  ] as const;
  await db
    .insertInto('local_authority')
    .values(rows)
    .onConflict((row) =>
      row
        .column('code')
        .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))),
    )
    .execute();
}

async function writeAreas(
  db: Kysely<Tables>,
  table: 'region' | 'police_area' | 'health_board',
  areas: readonly NamedArea[],
): Promise<void> {
  const rows = areas.map(({ code, name }) => ({ code, name }));
  await db
    .insertInto(table)
    .values(rows)
    .onConflict((row) => row.column('code').doUpdateSet({ name: sql.ref('excluded.name') }))
    .execute();
}
