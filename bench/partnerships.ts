import type pg from 'pg';

/** What one partnership has, as a middling one does; and how many tasks each person has there. */
export const perPartnership = { agencies: 100, groups: 18, people: 150, tasksEach: 20 } as const;

/** People who sit in five partnerships at once, as somebody of a police force does. */
export const seatsOfWidePerson = 5;

/**
 * Fills an empty, migrated database with `count` partnerships called `place-001` and on, each with agencies, groups, people
 * who are signed in, their roles and their tasks; where there are five or more, two people of each sit in the next four too.
 *
 * Identifiers are made from numbers, so that the same count gives the same rows. The trail and the foreign keys sleep
 * meanwhile (that is what makes it quick), so `client` is a superuser.
 */
export async function addPartnerships(
  client: pg.ClientBase,
  count: number,
  { tasksEach } = { tasksEach: perPartnership.tasksEach as number },
): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const statement of statements)
    await client.query(statement.replaceAll(':count', String(count)).replaceAll(':tasks', String(tasksEach)));
  await client.query('commit');
  await client.query('vacuum analyze');
}

/** The accounts of people who sit in one partnership alone, spread over all partnerships, and of those who sit in five. */
export async function listAccounts(client: pg.ClientBase, most: number): Promise<{ one: Account[]; five: Account[] }> {
  const withSeats = async (seats: number) => {
    const { rows } = await client.query<Account>(
      `select m.account_id as account, min(s.slug) as slug from membership m join partnership_slug s using (partnership_id)
        group by 1 having count(*) = $1 order by substr(m.account_id::text, 33), 2 limit $2`,
      [seats, most],
    );
    return rows;
  };
  return { one: await withSeats(1), five: await withSeats(seatsOfWidePerson) };
}

export interface Account {
  account: string;
  /** The address of one of their partnerships. */
  slug: string;
}

const kinds = `array['local-authority','police','integrated-care-board','probation','primary-school','secondary-school','academy-trust','voluntary','housing','independent']`;
const roles = `array['agency-representative','agency-safeguarding-lead','agency-safeguarding-lead','lay-member','observer','sub-group-chair','deputy-representative','legal-adviser']`;
const people = perPartnership.people;

const statements = [
  // 01990000-000k-7ppp-8000-nnnnnnnnnnnn, where k is the kind: 1 partnership, 2 organisation, 3 agency, 4 group, 5 person, 6 account, 7 role, 8 task, 9 record
  `create function pg_temp.id(kind int, p int, n int) returns uuid language sql immutable return encode(
     int8send(x'0199000000007000'::bigint + kind * 65536 + p) || int8send(x'8000000000000000'::bigint + n), 'hex')::uuid`,
  `insert into organisation (id, name)
     select pg_temp.id(2, p, a), 'Agency ' || a || ' of place ' || p
       from generate_series(1, :count) p, generate_series(1, ${perPartnership.agencies}) a`,
  `insert into partnership_slug (slug, partnership_id) select 'place-' || lpad(p::text, 3, '0'), pg_temp.id(1, p, 0) from generate_series(1, :count) p`,
  `insert into partnership (partnership_id, name, short_name, regime)
     select pg_temp.id(1, p, 0), 'Place ' || p || ' Safeguarding Children Partnership', 'Place ' || p, 'england-2017-act-2026'
       from generate_series(1, :count) p`,
  `insert into partnership_area (partnership_id, authority_code)
     select pg_temp.id(1, p, 0), 'E' || lpad((6000000 + p)::text, 8, '0') from generate_series(1, :count) p`,
  // of the twelve duties that there will be every third is off
  `insert into duty_use (partnership_id, duty, in_use)
     select pg_temp.id(1, p, 0), 'duty-' || d, d % 3 > 0 from generate_series(1, :count) p, generate_series(1, 12) d`,
  `insert into agency (partnership_id, id, organisation_id, name, kind)
     select pg_temp.id(1, p, 0), pg_temp.id(3, p, a), pg_temp.id(2, p, a), 'Agency ' || a || ' of place ' || p, (${kinds})[1 + a % 10]
       from generate_series(1, :count) p, generate_series(1, ${perPartnership.agencies}) a`,
  // a board, an executive below it, and sub-groups below that
  `insert into partnership_group (partnership_id, id, name, kind, parent_id)
     select pg_temp.id(1, p, 0), pg_temp.id(4, p, g), 'Group ' || g,
            case g when 1 then 'board' when 2 then 'executive' else 'sub-group' end,
            case g when 1 then null when 2 then pg_temp.id(4, p, 1) else pg_temp.id(4, p, 2) end from generate_series(1, :count) p, generate_series(1, ${perPartnership.groups}) g`,
  // two people of each partnership (numbers above the others') sit in the four that follow it too: home is where they began
  `create temporary table seat on commit drop as
     select p, p as home, n from generate_series(1, :count) p, generate_series(1, ${people}) n
     union all
     select 1 + (home - 1 + step) % :count, home, n
       from generate_series(1, :count) home, generate_series(${people + 1}, ${people + 2}) n, generate_series(0, ${seatsOfWidePerson - 1}) step
      where :count >= ${seatsOfWidePerson}`,
  `insert into account (id, email, name, factor_required)
     select distinct pg_temp.id(6, home, n), 'person' || n || '@place' || home || '.example', 'Person ' || n || ' of place ' || home, true from seat`,
  `insert into session (token_hash, id, account_id, ends_at, device)
     select sha256(id::text::bytea), id, id, now() + interval '8 hours', 'A browser at work' from account`,
  `insert into person (partnership_id, id, agency_id, name, job_title)
     select pg_temp.id(1, p, 0), pg_temp.id(5, p, home * 1000 + n), pg_temp.id(3, p, 1 + n % ${perPartnership.agencies}),
            'Person ' || n || ' of place ' || home, 'Head of safeguarding'
       from seat`,
  `insert into membership (partnership_id, account_id, person_id)
     select pg_temp.id(1, p, 0), pg_temp.id(6, home, n), pg_temp.id(5, p, home * 1000 + n) from seat`,
  // a second role for every fifth, and for every tenth one that has ended
  `insert into role_held (partnership_id, id, person_id, role, from_on, until_on)
     select pg_temp.id(1, p, 0), pg_temp.id(7, p, (home * 1000 + n) * 4 + r), pg_temp.id(5, p, home * 1000 + n),
            (${roles})[1 + (n + r) % 8], date '2020-01-01', case when r = 2 then date '2024-12-31' end
       from seat, generate_series(0, 2) r where r = 0 or (r = 1 and n % 5 = 0) or (r = 2 and n % 10 = 0)`,
  // some late, some this week, some later, some without a day
  `insert into task (partnership_id, id, person_id, kind, record_id, title, why, path, due_on)
     select pg_temp.id(1, p, 0), pg_temp.id(8, p, (home * 1000 + n) * 32 + t), pg_temp.id(5, p, home * 1000 + n), 'action',
            pg_temp.id(9, p, (home * 1000 + n) * 32 + t), 'Tell the board what came of the visit to contact centre ' || t,
            'Action ' || n + t || ', from the meeting of the executive', '/actions/' || n + t,
            case when t % 5 < 4 then current_date + t * 2 - 8 end
       from seat, generate_series(1, :tasks) t`,
];
