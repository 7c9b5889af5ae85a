-- The trail: every change of a partnership's rows, written in the same transaction by a trigger that no code path can forget,
-- and every look at a restricted record. Owned by concordat_trail. The application may read it and has no right to write it:
-- entries are made by the two security-definer functions below alone, and time and session come from the database.
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
  act            text        not null check (act in (
                   'insert', 'update', 'delete', 'view', 'search', 'refuse', 'sign-in', 'export', 'print', 'release', 'break-glass')),
  record         text        not null check (length(record) <= 63),
  record_key     jsonb       not null,
  case_id        uuid,                                   -- of a restricted record: only its team reads the entry
  before         jsonb,                                  -- without protected fields and secrets (P3, P4)
  after          jsonb,
  detail         jsonb,                                  -- of an act that changes no row: why, for whom, how it ended
  primary key (partnership_id, id)
);
-- The service (no person's identifier is all noughts) seals and verifies, and so reads every entry of the partnership.
alter table trail_entry enable row level security;
alter table trail_entry force row level security;
create policy own_partnership on trail_entry
  using (partnership_id = in_partnership()
         and (case_id is null or case_id = any (in_cases()) or in_person() = '00000000-0000-0000-0000-000000000000'))
  with check (partnership_id = in_partnership());
create index trail_of_record on trail_entry (partnership_id, record, record_key, id);
create index trail_of_person on trail_entry (partnership_id, person_id, id) where act not in ('insert', 'update', 'delete');
grant select on trail_entry to concordat_app;
grant select on sequence trail_entry_id_seq to concordat_app;

-- A seal closes a run of entries for good. It covers the seal before it, so that the newest one (the head) covers them all, and
-- it is signed with a key that the database does not hold. The application makes seals: without the key a seal is worth
-- nothing, and what is made cannot be changed or taken away.
create table trail_seal (
  partnership_id uuid        not null,
  number         integer     not null check (number > 0),  -- 1, 2, 3, …: a missing one shows
  marks          bytea       not null check (length(marks) > 0 and length(marks) % 40 = 0), -- each entry's number and SHA-256
  hash           bytea       not null check (length(hash) = 32),
  key_id         text        not null,
  signature      bytea       not null check (length(signature) = 64),
  made_at        timestamptz not null,
  primary key (partnership_id, number)
);
alter table trail_seal enable row level security;
alter table trail_seal force row level security;
create policy own_partnership on trail_seal
  using (partnership_id = in_partnership()) with check (partnership_id = in_partnership());
grant select, insert on trail_seal to concordat_app;

-- A change of a row. Its transaction has a number already, because the row was changed: sealing relies on that.
create function trail_change() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  left_out text[] := string_to_array(tg_argv[1], ',');
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - left_out end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - left_out end;
  kept jsonb := coalesce(is_now, was);
begin
  insert into trail_entry (partnership_id, account_id, person_id, on_behalf_of, act, record, record_key, case_id, before, after)
  select (kept ->> 'partnership_id')::uuid, in_account(), in_person(),
         nullif(current_setting('concordat.on_behalf_of', true), '')::uuid, lower(tg_op), tg_table_name,
         jsonb_object_agg(named, kept -> named), (kept ->> 'case_id')::uuid, was, is_now
    from unnest(string_to_array(tg_argv[0], ',')) as named;
  return null;
end $$;

-- An act that changes no row: a look at a restricted record, a search over people, a refusal, an export.
create function trail_act(act text, record text, record_key jsonb, detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if in_partnership() is null or in_person() is null then
    raise exception 'an act is recorded inside a partnership, by somebody' using errcode = 'insufficient_privilege';
  end if;
  if act in ('insert', 'update', 'delete') then
    raise exception 'a change of a row records itself' using errcode = 'insufficient_privilege';
  end if;
  if length(record_key::text) > 2000 or length(detail::text) > 4000 then
    raise exception 'the trail takes short facts' using errcode = 'program_limit_exceeded';
  end if;
  perform pg_current_xact_id();  -- before the entry takes its number: sealing relies on that
  insert into trail_entry (partnership_id, account_id, person_id, on_behalf_of, act, record, record_key, case_id, detail)
  values (in_partnership(), in_account(), in_person(), nullif(current_setting('concordat.on_behalf_of', true), '')::uuid,
          act, record, record_key, (record_key ->> 'case_id')::uuid, detail);
end $$;

create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'table % is not truncated: it would leave no trail', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger trail_truncate before truncate on trail_entry for each statement execute function refuse_truncate();
create trigger trail_truncate before truncate on trail_seal for each statement execute function refuse_truncate();

revoke execute on function trail_change(), trail_act(text, text, jsonb, jsonb), refuse_truncate() from public;
grant execute on function trail_change(), refuse_truncate() to concordat_owner;
grant execute on function trail_act(text, text, jsonb, jsonb) to concordat_app;

set local role concordat_owner;
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
begin
  execute format('alter table %I enable row level security', of_table);
  execute format('alter table %I force row level security', of_table);
  execute format('create policy %I on %I using (%s) with check (%s)', policy, of_table, admits, admits);
  execute format('create trigger trail_truncate before truncate on %I for each statement execute function refuse_truncate()', of_table);
  perform follow_table(of_table);
end $$;

-- Makes the trigger that writes the trail, or makes it anew: an entry names the row by its primary key (the partnership is said
-- already) and leaves out protected fields and secrets.
create function follow_table(of_table text) returns void language plpgsql as $$
declare
  keys text := (
    select string_agg(a.attname, ',' order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = of_table::regclass and i.indisprimary and (a.attname <> 'partnership_id' or i.indnatts = 1));
  left_out text := (
    select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a
     where a.attrelid = of_table::regclass and col_description(a.attrelid, a.attnum) in ('P3', 'P4'));
begin
  if keys is null then
    raise exception 'table % has no primary key', of_table;
  end if;
  execute format('create or replace trigger trail after insert or update or delete on %I for each row execute function trail_change(%L, %L)',
                 of_table, keys, coalesce(left_out, ''));
end $$;
revoke execute on function guard_table(text, text, text), follow_table(text) from public;

-- The protection class of columns: P0 public, P1 working, P2 restricted, P3 protected field, P4 secret. The words stay in the
-- catalogue, where the catalogue test and the trail read them.
create procedure classify(of_table text, class text, variadic columns text[]) language plpgsql as $$
declare
  named text;
begin
  if class not in ('P0', 'P1', 'P2', 'P3', 'P4') then
    raise exception 'class % of table % is not one of P0 to P4', class, of_table;
  end if;
  foreach named in array columns loop
    execute format('comment on column %I.%I is %L', of_table, named, class);
  end loop;
  if exists (select from pg_trigger where tgrelid = of_table::regclass and tgname = 'trail') then
    perform follow_table(of_table);
  end if;
end $$;
revoke execute on procedure classify(text, text, text[]), belongs_to_partnership(text), belongs_to_case(text) from public;

call classify('trail_entry', 'P1', 'partnership_id', 'id', 'at', 'transaction_id', 'backend', 'account_id', 'person_id',
              'on_behalf_of', 'act', 'record', 'record_key', 'case_id');
call classify('trail_entry', 'P2', 'before', 'after', 'detail');
call retain('trail_entry', 'KEEP', 'as long as the records it speaks of; what was sealed with a case key goes with the key');
call classify('trail_seal', 'P1', 'partnership_id', 'number', 'marks', 'hash', 'key_id', 'signature', 'made_at');
call retain('trail_seal', 'KEEP', 'as long as the entries it closes');
