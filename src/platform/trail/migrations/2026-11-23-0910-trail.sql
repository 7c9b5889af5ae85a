-- The trail: every change of a partnership's rows, written in the same transaction by a trigger that no code path can forget.
-- Owned by concordat_trail. The application may read it and has no right to write it: entries are made by security-definer
-- functions alone, and time and session come from the database.
grant create on schema public to concordat_trail;
set local role concordat_trail;

create table trail_entry (
  partnership_id uuid        not null,
  id             bigint      not null generated always as identity,
  at             timestamptz not null default clock_timestamp(),
  transaction_id xid8        not null default pg_current_xact_id(),
  backend        integer     not null default pg_backend_pid(),
  account_id     uuid,
  person_id      uuid,
  on_behalf_of   uuid,
  act            text        not null check (act in ('insert', 'update', 'delete', 'view')),
  record         text        not null,
  record_key     jsonb       not null,
  before         jsonb,
  after          jsonb,
  primary key (partnership_id, id)
);
alter table trail_entry enable row level security;
alter table trail_entry force row level security;
create policy own_partnership on trail_entry
  using (partnership_id = in_partnership()) with check (partnership_id = in_partnership());
grant select on trail_entry to concordat_app;

create function trail_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  kept jsonb := coalesce(is_now, was);
begin
  insert into trail_entry (partnership_id, account_id, person_id, on_behalf_of, act, record, record_key, before, after)
  select (kept ->> 'partnership_id')::uuid, in_account(), in_person(),
         nullif(current_setting('concordat.on_behalf_of', true), '')::uuid, lower(tg_op), tg_table_name,
         jsonb_object_agg(named.value, kept -> named.value), was, is_now
    from jsonb_array_elements_text(to_jsonb(string_to_array(tg_argv[0], ','))) as named;
  return null;
end $$;
revoke execute on function trail_change() from public;
grant execute on function trail_change() to concordat_owner;

reset role;
revoke create on schema public from concordat_trail;

-- What makes a table a partnership's: forced security, one policy, and the trail.
create procedure belongs_to_partnership(of_table text) language plpgsql as $$
begin
  perform guard_table(of_table, 'own_partnership', 'partnership_id = in_partnership()');
end $$;

-- What makes a table a restricted record's: the same, and only for the cases the person is on.
create procedure belongs_to_case(of_table text) language plpgsql as $$
begin
  perform guard_table(of_table, 'case_team', 'partnership_id = in_partnership() and case_id = any (in_cases())');
end $$;

create function guard_table(of_table text, policy text, admits text) returns void language plpgsql as $$
declare
  keys text := (
    select string_agg(a.attname, ',' order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = of_table::regclass and i.indisprimary);
begin
  if keys is null then
    raise exception 'table % has no primary key', of_table;
  end if;
  execute format('alter table %I enable row level security', of_table);
  execute format('alter table %I force row level security', of_table);
  execute format('create policy %I on %I using (%s) with check (%s)', policy, of_table, admits, admits);
  execute format('create trigger trail after insert or update or delete on %I for each row execute function trail_change(%L)',
                 of_table, keys);
end $$;
revoke execute on function guard_table(text, text, text) from public;

call classify('trail_entry', 'P1', 'partnership_id', 'id', 'at', 'transaction_id', 'backend', 'account_id', 'person_id',
              'on_behalf_of', 'act', 'record', 'record_key', 'before', 'after');
