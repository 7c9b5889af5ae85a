-- England's places: reference facts of no partnership, the same for everyone. The application reads them; only the owner's
-- commands write them.
create table region (
  code text primary key check (code ~ '^E12[0-9]{6}$'),
  name text not null unique
);
call classify('region', 'P0', 'code', 'name');
call retain('region', 'KEEP', 'published facts');
grant select on region to concordat_app;

create table police_area (
  code text primary key check (code ~ '^E23[0-9]{6}$'),
  name text not null unique
);
call classify('police_area', 'P0', 'code', 'name');
call retain('police_area', 'KEEP', 'published facts');
grant select on police_area to concordat_app;

create table health_board (                              -- integrated care boards
  code text primary key check (code ~ '^E54[0-9]{6}$'),
  name text not null unique
);
call classify('health_board', 'P0', 'code', 'name');
call retain('health_board', 'KEEP', 'published facts');
grant select on health_board to concordat_app;

create table local_authority (
  code             text   primary key check (code ~ '^E(06|08|09|10)[0-9]{6}$'),
  name             text   not null,                      -- not unique: an abolished Dorset and today's
  dfe_code         text   not null unique,
  region_code      text   not null references region,
  kind             text   not null,
  neighbours       text[] not null,                      -- codes of its statistical neighbours, nearest first
  police_area_code text   references police_area,        -- from general knowledge, unverified
  other_names      text[] not null,
  other_codes      text[] not null,
  ended_on         date,                                 -- the last day of an abolished council
  successors       text[] not null
);
call classify('local_authority', 'P0', 'code', 'name', 'dfe_code', 'region_code', 'kind', 'neighbours', 'police_area_code',
              'other_names', 'other_codes', 'ended_on', 'successors');
call retain('local_authority', 'KEEP', 'published facts');
grant select on local_authority to concordat_app;

-- A set of reference facts: the hash of the built-in files loaded last, and a mark that is new after every change of the set, by
-- which a reader knows that what it worked out before is stale.
create table reference_set (
  name    text primary key,
  sha256  text not null,
  version uuid not null
);
call classify('reference_set', 'P0', 'name', 'sha256', 'version');
call retain('reference_set', 'KEEP', 'one row for each set of facts');
grant select on reference_set to concordat_app;
