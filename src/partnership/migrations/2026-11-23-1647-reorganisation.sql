-- Partnerships merge and split on the road of a transition: everything is carried to a partnership that goes on, or ended.

-- A partnership that went into others is closed: its records stay to be read, and its members are told where it went.
alter table partnership
  add column closed_on date,
  add column went_to jsonb not null default '[]';        -- [{"slug": "rivermouth", "name": "Rivermouth …"}]
call classify('partnership', 'P0', 'closed_on', 'went_to');

alter table transition
  add column kind text not null default 'regime' check (kind in ('regime', 'merge', 'split')),
  add column goes_to text[] not null default '{}',       -- addresses of the partnerships that go on
  alter column from_regime drop not null,                -- of a change of regime alone
  alter column to_regime drop not null;
call classify('transition', 'P1', 'kind', 'goes_to');

-- What there is to answer for is a registry (src/partnership/transition/holding.ts), and not everything has an identifier: an
-- area has its code.
alter table transition_item drop constraint transition_item_kind_check;
alter table transition_item
  alter column record_id type text using record_id::text,
  add column goes_to text[] not null default '{}',       -- to which of them it is carried
  add column joined text[] not null default '{}';        -- in which of them it was there already
call classify('transition_item', 'P1', 'goes_to', 'joined');

-- What came from a partnership that merged or split; its identifier is that of the transition there.
create table arrival (
  partnership_id   uuid not null references partnership,
  id               uuid not null,
  from_partnership uuid not null,
  from_slug        text not null,
  from_name        text not null,
  arrived_on       date not null,
  primary key (partnership_id, id)
);
call belongs_to_partnership('arrival');
call classify('arrival', 'P1', 'partnership_id', 'id', 'from_partnership', 'from_slug', 'from_name', 'arrived_on');
call retain('arrival', 'KEEP', 'where a part of the board came from');
grant select, insert on arrival to concordat_app;

create table arrival_item (
  partnership_id uuid    not null references partnership,
  arrival_id     uuid    not null,
  kind           text    not null,
  came_as        text    not null,                       -- its identifier there
  record_id      text    not null,                       -- its identifier here
  title          text    not null,                       -- as it stood there
  joined         boolean not null,                       -- whether it was here already
  primary key (partnership_id, arrival_id, kind, came_as),
  foreign key (partnership_id, arrival_id) references arrival
);
call belongs_to_partnership('arrival_item');
call classify('arrival_item', 'P1', 'partnership_id', 'arrival_id', 'kind', 'came_as', 'record_id', 'title', 'joined');
call retain('arrival_item', 'KEEP', 'where a part of the board came from');
grant select, insert on arrival_item to concordat_app;
