import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { type AgencyKind, kindNamed, type Standing } from './kinds.ts';

/** An agency of the partnership. */
export interface Agency {
  id: string;
  name: string;
  kind: AgencyKind;
  standing: Standing;
  /** What it is across partnerships. */
  organisation: string;
  /** The body it belongs to: a school's trust. */
  parent: string | undefined;
  /** Domains of its people's work addresses, in lower case. */
  emailDomains: readonly string[];
  /** The last day it was part of the partnership. */
  endedOn: PlainDate | undefined;
}

export interface NewAgency {
  name: string;
  kind: AgencyKind;
  standing?: Standing;
  /** Left out, it is an organisation of its own. */
  organisation?: string;
  parent?: string | undefined;
  emailDomains?: readonly string[];
}

/** What an agency is across partnerships; one police force in five is one organisation. */
export async function addOrganisation({ db }: Pick<Scope, 'db'>, name: string): Promise<string> {
  const id = newId();
  await db.insertInto('organisation').values({ id, name }).execute();
  return id;
}

export async function addAgency(scope: Scope, agency: NewAgency): Promise<string> {
  const { db, partnership } = scope;
  const id = newId();
  await db
    .insertInto('agency')
    .values({
      partnership_id: partnership,
      id,
      organisation_id: agency.organisation ?? (await addOrganisation(scope, agency.name)),
      name: agency.name,
      kind: agency.kind,
      standing: agency.standing ?? 'other',
      parent_id: agency.parent ?? null,
      email_domains: [...(agency.emailDomains ?? [])],
    })
    .execute();
  return id;
}

export async function changeAgency(
  { db, partnership }: Scope,
  id: string,
  { name, kind, standing, parent, emailDomains }: Required<Omit<NewAgency, 'organisation'>>,
): Promise<void> {
  await db
    .updateTable('agency')
    .set({ name, kind, standing, parent_id: parent ?? null, email_domains: [...emailDomains] })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Says which day was its last, or, with undefined, that it goes on. */
export async function endAgency({ db, partnership }: Scope, id: string, endedOn: PlainDate | undefined): Promise<void> {
  await db
    .updateTable('agency')
    .set({ ended_on: endedOn ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Every agency, those that have ended too, by name. */
export async function listAgencies({ db, partnership }: Scope): Promise<Agency[]> {
  return (await selectAll(db, { partnership })).map(agencyOf);
}

const selectAll = prepared((db, { partnership }: Pick<Scope, 'partnership'>) =>
  db
    .selectFrom('agency')
    .select(['id', 'name', 'kind', 'standing', 'organisation_id', 'parent_id', 'email_domains', 'ended_on'])
    .where('partnership_id', '=', partnership)
    .orderBy(sql`lower(name)`)
    .orderBy('id'),
);

export async function findAgency(scope: Scope, id: string): Promise<Agency | undefined> {
  const row = await selectOne(scope, id).executeTakeFirst();
  return row && agencyOf(row);
}

/** The same, and until the scope ends nobody else changes it or gives it a seat. */
export async function holdAgency(scope: Scope, id: string): Promise<Agency | undefined> {
  const row = await selectOne(scope, id).forUpdate().executeTakeFirst();
  return row && agencyOf(row);
}

const selectOne = ({ db, partnership }: Scope, id: string) =>
  db
    .selectFrom('agency')
    .select(['id', 'name', 'kind', 'standing', 'organisation_id', 'parent_id', 'email_domains', 'ended_on'])
    .where('partnership_id', '=', partnership)
    .where('id', '=', id);

interface AgencyRow {
  id: string;
  name: string;
  kind: string;
  standing: Standing;
  organisation_id: string;
  parent_id: string | null;
  email_domains: string[];
  ended_on: PlainDate | null;
}

const agencyOf = (row: AgencyRow): Agency => ({
  id: row.id,
  name: row.name,
  kind: kindNamed(row.kind),
  standing: row.standing,
  organisation: row.organisation_id,
  parent: row.parent_id ?? undefined,
  emailDomains: row.email_domains,
  endedOn: row.ended_on ?? undefined,
});
