-- The smallest floor that signing in needs: partnership, agencies, people, what each may do, and what is needed of them.

-- Reference: which partnership an address means, and what an agency is across partnerships (one police force in five).
create table partnership_slug (
  slug           text primary key check (slug ~ '^[a-z][a-z0-9-]{1,60}$'),
  partnership_id uuid not null unique,
  example        boolean not null default false
);
call classify('partnership_slug', 'P0', 'slug', 'partnership_id', 'example');
call retain('partnership_slug', 'KEEP', 'an address that was published is not given to another partnership');
grant select, insert, delete on partnership_slug to concordat_app;

create table organisation (
  id   uuid primary key,
  name text not null
);
call classify('organisation', 'P0', 'id', 'name');
call retain('organisation', 'KEEP', 'names of public bodies');
grant select, insert, update on organisation to concordat_app;

create table partnership (
  partnership_id uuid    primary key,
  name           text    not null,
  short_name     text    not null,
  regime         text    not null,
  contact        text    not null default ''
);
call belongs_to_partnership('partnership');
call classify('partnership', 'P0', 'partnership_id', 'name', 'short_name', 'regime', 'contact');
call retain('partnership', 'KEEP', 'as long as any of its records');
grant select, insert, update on partnership to concordat_app;

create table partnership_area (
  partnership_id uuid not null references partnership,
  authority_code text not null check (authority_code ~ '^E[0-9]{8}$'),
  primary key (partnership_id, authority_code)
);
call belongs_to_partnership('partnership_area');
call classify('partnership_area', 'P0', 'partnership_id', 'authority_code');
call retain('partnership_area', 'KEEP', 'part of the published arrangements');
grant select, insert, delete on partnership_area to concordat_app;

create table agency (
  partnership_id  uuid not null references partnership,
  id              uuid not null,
  organisation_id uuid not null references organisation,
  name            text not null,
  sector          text not null check (sector in ('council', 'police', 'health', 'justice', 'education', 'voluntary', 'housing', 'partnership-office', 'independent')),
  primary key (partnership_id, id)
);
call belongs_to_partnership('agency');
call classify('agency', 'P1', 'partnership_id', 'id', 'organisation_id', 'name', 'sector');
call retain('agency', 'REVIEW', 'six years after its last seat ended');
grant select, insert, update on agency to concordat_app;

create table partnership_group (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  name           text not null,
  primary key (partnership_id, id)
);
call belongs_to_partnership('partnership_group');
call classify('partnership_group', 'P1', 'partnership_id', 'id', 'name');
call retain('partnership_group', 'KEEP', 'part of the record of who decided what');
grant select, insert, update on partnership_group to concordat_app;

create table person (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  agency_id      uuid,
  name           text not null,
  job_title      text not null default '',
  work_email     text,                                   -- of those who never sign in too; a mailbox is no identity
  primary key (partnership_id, id),
  foreign key (partnership_id, agency_id) references agency
);
call belongs_to_partnership('person');
call classify('person', 'P1', 'partnership_id', 'id', 'agency_id', 'name', 'job_title', 'work_email');
call retain('person', 'REVIEW', 'six years after their last seat ended; the name stays where they acted');
grant select, insert, update on person to concordat_app;
create index person_of_agency on person (partnership_id, agency_id);

-- Whose account a person is. Its own account may find it before any partnership is open: that is how someone's list of
-- partnerships is found.
create table membership (
  partnership_id uuid not null references partnership,
  account_id     uuid not null references account,
  person_id      uuid not null,
  primary key (partnership_id, account_id),
  unique (partnership_id, person_id),
  foreign key (partnership_id, person_id) references person
);
call belongs_to_partnership('membership');
alter policy own_partnership on membership
  using (partnership_id = in_partnership() or account_id = in_account())
  with check (partnership_id = in_partnership());
call classify('membership', 'P1', 'partnership_id', 'account_id', 'person_id');
call retain('membership', 'DESTROY', 'when the last seat ends; the trail keeps that it was');
grant select, insert, delete on membership to concordat_app;
create index membership_of_account on membership (account_id);

-- A role is held from a day to a day, perhaps for one group or agency, perhaps beside others.
create table role_held (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  role           text not null,
  agency_id      uuid,
  group_id       uuid,
  from_on        date not null,
  until_on       date,                                   -- the last day, included
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, agency_id) references agency,
  foreign key (partnership_id, group_id) references partnership_group,
  check (until_on >= from_on)
);
call belongs_to_partnership('role_held');
call classify('role_held', 'P1', 'partnership_id', 'id', 'person_id', 'role', 'agency_id', 'group_id', 'from_on', 'until_on');
call retain('role_held', 'KEEP', 'who could see and do what, when');
grant select, insert, update on role_held to concordat_app;
create index role_held_by_person on role_held (partnership_id, person_id);

-- What is needed of somebody. Written in the same transaction as what makes it needed, gone when it no longer is.
create table task (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  kind           text not null,
  record_id      uuid not null,
  title          text not null,                          -- nothing restricted: tasks are read outside case scopes
  why            text not null,
  path           text not null check (path like '/%'),    -- inside the partnership
  due_on         date,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id),
  unique (partnership_id, person_id, kind, record_id),
  foreign key (partnership_id, person_id) references person
);
call belongs_to_partnership('task');
call classify('task', 'P1', 'partnership_id', 'id', 'person_id', 'kind', 'record_id', 'title', 'why', 'path', 'due_on', 'made_at');
call retain('task', 'DESTROY', 'when it is done; the record it came from stays');
grant select, insert, update, delete on task to concordat_app;
