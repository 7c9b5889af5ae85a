import type pg from 'pg';

/** What one partnership has, as a middling one does; and how many tasks each person has there. */
export const perPartnership = {
  agencies: 100,
  groups: 18,
  people: 150,
  tasksEach: 20,
  actions: 10_000,
  thread: 50,
} as const;

/** People who sit in five partnerships at once, as somebody of a police force does. */
export const seatsOfWidePerson = 5;

/** How much there is of what grows with the years: for each person, and in each partnership. */
export interface Filling {
  tasksEach: number;
  actionsEach: number;
}

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
  { tasksEach, actionsEach }: Filling = {
    tasksEach: perPartnership.tasksEach,
    actionsEach: perPartnership.actions,
  },
): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const statement of statements)
    await client.query(
      statement
        .replaceAll(':count', String(count))
        .replaceAll(':tasks', String(tasksEach))
        .replaceAll(':actions', String(actionsEach)),
    );
  await client.query('commit');
  await client.query('vacuum analyze');
}

/**
 * The accounts of people who sit in one partnership alone, spread over all partnerships; of those among them who see every action;
 * and of those who sit in five.
 */
export async function listAccounts(
  client: pg.ClientBase,
  most: number,
): Promise<{ one: Account[]; reader: Account[]; five: Account[] }> {
  const withSeats = async (seats: number) => {
    const { rows } = await client.query<Account>(
      `select m.account_id as account, min(s.slug) as slug from membership m join partnership_slug s using (partnership_id)
        group by 1 having count(*) = $1 order by substr(m.account_id::text, 33), 2 limit $2`,
      [seats, most],
    );
    return rows;
  };
  const { rows: reader } = await client.query<Account>(
    `select m.account_id as account, s.slug from membership m join partnership_slug s using (partnership_id)
       join role_held r using (partnership_id, person_id)
      where r.role = 'agency-representative' and right(m.account_id::text, 3)::text <= '096' order by substr(m.account_id::text, 33), 2 limit $1`,
    [most],
  );
  return { one: await withSeats(1), reader, five: await withSeats(seatsOfWidePerson) };
}

/** The action of the partnership at `place-001` and on whose thread is long, by its number among all. */
export const actionWithThread = (slug: string): string =>
  `01990000-000a-7${Number(slug.slice(-3)).toString(16).padStart(3, '0')}-8000-000000000001`;

export interface Account {
  account: string;
  /** The address of one of their partnerships. */
  slug: string;
}

const kinds = `array['local-authority','police','integrated-care-board','probation','primary-school','secondary-school','academy-trust','voluntary','housing','independent']`;
const roles = `array['agency-representative','agency-safeguarding-lead','agency-safeguarding-lead','lay-member','observer','sub-group-chair','deputy-representative','legal-adviser']`;
const people = perPartnership.people;

const statements = [
  // 01990000-000k-7ppp-8000-nnnnnnnnnnnn, where k is the kind: 1 partnership, 2 organisation, 3 agency, 4 group, 5 person, 6 account, 7 role, 8 task, 9 record, 10 action, 11 entry, 12 link, 13 leaving, 14 view, 15 evidence
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
  // what has been promised for years, of every priority and source: three in twenty are open
  `insert into action (partnership_id, id, number, title, difference, lead_agency_id, owner_id, priority, source_kind, raised_on, first_due_on, due_on, state, state_on, claimed_by)
     select pg_temp.id(1, p, 0), pg_temp.id(10, p, a), a, 'Tell every school what came of audit ' || a, 'Children are heard the first time',
            pg_temp.id(3, p, 1 + a % ${perPartnership.agencies}), pg_temp.id(5, p, p * 1000 + 1 + a % ${people}), (array['high','medium','low'])[1 + a % 3],
            (array['meeting','audit','review','inspection','visit'])[1 + a % 5], current_date - a % 1000 - 60, current_date - a % 1000, current_date - a % 1000 + 90,
            (array['on-track','not-started','at-risk','claimed-done','verified','verified','verified','verified','withdrawn','embedded'])[1 + least(a % 20, 9)], current_date - 30, pg_temp.id(5, p, p * 1000 + 1 + a % ${people})
       from generate_series(1, :count) p, generate_series(1, :actions) a`,
  `insert into ledger_number (partnership_id, kind, last) select pg_temp.id(1, p, 0), 'action', :actions from generate_series(1, :count) p`,
  `insert into action_entry (partnership_id, id, action_id, kind, said_on, words, entered_by)
     select pg_temp.id(1, p, 0), pg_temp.id(11, p, e), pg_temp.id(10, p, 1), 'progress', current_date - e, 'Two teams have it in use, the others follow', pg_temp.id(5, p, p * 1000 + 1)
       from generate_series(1, :count) p, generate_series(1, 12) e`,
  // half of the thread came before the first action, half came of it
  `insert into thread_link (partnership_id, id, from_kind, from_id, relation, to_kind, to_id, made_by, made_on)
     select pg_temp.id(1, p, 0), pg_temp.id(12, p, l), 'action', case when l % 2 = 0 then pg_temp.id(10, p, 1 + l) else pg_temp.id(10, p, 1) end, 'led-to', 'action',
            case when l % 2 = 0 then pg_temp.id(10, p, 1) else pg_temp.id(10, p, 1 + l) end, pg_temp.id(5, p, p * 1000 + 1), current_date
       from generate_series(1, :count) p, generate_series(1, ${perPartnership.thread}) l`,
  // people who left over the years, views that the office shares, what shows that actions were done
  `insert into leaving (partnership_id, id, person_id, last_on, planned_on, planned_by, state, ended_on)
     select pg_temp.id(1, p, 0), pg_temp.id(13, p, l), pg_temp.id(5, p, p * 1000 + l), current_date - 30 * l, current_date - 30 * l - 7, pg_temp.id(5, p, p * 1000 + 1), 'called-off', current_date - 30 * l
       from generate_series(1, :count) p, generate_series(1, 12) l`,
  `insert into saved_view (partnership_id, id, list, name, query, shared, person_id)
     select pg_temp.id(1, p, 0), pg_temp.id(14, p, v), 'actions', 'View ' || v, 'view=nobody&page=' || v, v < 4, pg_temp.id(5, p, p * 1000 + v)
       from generate_series(1, :count) p, generate_series(1, 12) v`,
  `insert into evidence (partnership_id, id, record_kind, record_id, title, added_on, entered_by)
     select pg_temp.id(1, p, 0), pg_temp.id(15, p, e), 'action', pg_temp.id(10, p, 1 + e / 4), 'Minutes that show the decision', current_date - e, pg_temp.id(5, p, p * 1000 + 1)
       from generate_series(1, :count) p, generate_series(0, 11) e`,
  `insert into action_contributor (partnership_id, action_id, agency_id)
     select pg_temp.id(1, p, 0), pg_temp.id(10, p, a), pg_temp.id(3, p, 2 + a % 90) from generate_series(1, :count) p, generate_series(1, 40) a`,
  // the trail slept: it knows of the first actions alone
  `insert into trail_entry (partnership_id, person_id, act, record, record_key, before, after)
     select pg_temp.id(1, p, 0), pg_temp.id(5, p, p * 1000 + 1), 'update', 'action', jsonb_build_object('id', pg_temp.id(10, p, 1 + t / 5)),
            jsonb_build_object('priority', 'low', 'title', 'Tell every head'), jsonb_build_object('priority', 'high', 'title', 'Tell every school')
       from generate_series(1, :count) p, generate_series(0, 59) t`,
];
