-- Keys that are of no use here: each is wrapped by the one above it, and the topmost is not in the database. Words of restricted
-- records are sealed with their case's key before they reach SQL.
create table partnership_key (
  partnership_id uuid        not null,
  id             uuid        not null,                   -- the newest wraps; earlier ones go when nothing needs them
  master_key     text        not null,                   -- which master key wraps it
  wrapped        bytea       not null,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id)
);
call belongs_to_partnership('partnership_key');
call classify('partnership_key', 'P1', 'partnership_id', 'id', 'master_key', 'made_at');
call classify('partnership_key', 'P4', 'wrapped');
call retain('partnership_key', 'DESTROY', 'when a newer key wraps what it wrapped');
grant select, insert, update, delete on partnership_key to concordat_app;

-- A key for each case. Destroying it destroys the case's words everywhere at once, in the trail and in this database's copies;
-- that it was destroyed, when, by whom and under which rule remains.
create table case_key (
  partnership_id     uuid        not null,
  case_id            uuid        not null,
  partnership_key_id uuid,
  wrapped            bytea,
  made_at            timestamptz not null default now(),
  destroyed_at       timestamptz,
  destroyed_by       uuid,
  destroyed_under    text,
  primary key (partnership_id, case_id),
  foreign key (partnership_id, partnership_key_id) references partnership_key,
  check ((wrapped is null) = (destroyed_at is not null) and (partnership_key_id is null) = (wrapped is null)
         and (destroyed_by is null) = (destroyed_at is null) and (destroyed_under is null) = (destroyed_at is null))
);
call belongs_to_case('case_key');
-- The service rotates keys, and so sees every wrapped one of the partnership; what they seal it does not see.
alter policy case_team on case_key
  using (partnership_id = in_partnership()
         and (case_id = any (in_cases()) or in_person() = '00000000-0000-0000-0000-000000000000'))
  with check (partnership_id = in_partnership()
         and (case_id = any (in_cases()) or in_person() = '00000000-0000-0000-0000-000000000000'));
call classify('case_key', 'P1', 'partnership_id', 'case_id', 'partnership_key_id', 'made_at', 'destroyed_at', 'destroyed_by',
              'destroyed_under');
call classify('case_key', 'P4', 'wrapped');
call retain('case_key', 'KEEP', 'the key until the case is disposed of, the fact of its destruction for ever');
grant select, insert, update on case_key to concordat_app;
create index case_key_by_partnership_key on case_key (partnership_id, partnership_key_id);
