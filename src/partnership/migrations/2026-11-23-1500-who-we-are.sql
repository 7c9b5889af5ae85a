-- Who the partnership is: what its agencies are, its groups, their seats and who fills them, and what it has set for itself.

-- An agency is of a kind; its sector is derived from that (src/partnership/agencies/kinds.ts).
alter table agency
  add column kind text not null default 'other',
  add column standing text not null default 'other' check (standing in ('safeguarding-partner', 'relevant-agency', 'other')),
  add column parent_id uuid,                             -- a trust of its schools
  add column email_domains text[] not null default '{}', -- in lower case, without the @
  add column ended_on date,                              -- the last day it was part of the partnership
  add foreign key (partnership_id, parent_id) references agency;
update agency set kind = case sector when 'council' then 'local-authority' when 'police' then 'police' when 'health' then 'integrated-care-board'
  when 'justice' then 'probation' when 'education' then 'secondary-school' when 'voluntary' then 'voluntary' when 'housing' then 'housing'
  when 'partnership-office' then 'partnership-office' when 'independent' then 'independent' else 'other' end;
alter table agency drop column sector;
alter table agency alter column kind drop default;
call classify('agency', 'P1', 'kind', 'standing', 'parent_id', 'email_domains', 'ended_on');
create index agency_of_parent on agency (partnership_id, parent_id);

alter table person
  add column phone text not null default '',
  add column left_on date;                               -- the last day they were part of the partnership
call classify('person', 'P1', 'phone', 'left_on');

-- What the partnership calls things, whom to ask, and what it has settled where the law leaves it a choice.
alter table partnership
  add column local_words jsonb not null default '{}',    -- {"board": "Executive board"}: by the regime's terms
  add column local_settings jsonb not null default '{}', -- lengths and starts of clocks, first days of sections
  add column contact_email text not null default '',
  add column contact_phone text not null default '',
  add column logo bytea,                                 -- a PNG that we have drawn anew from what was uploaded
  add column set_up_step text not null default '';       -- where setting up was left; 'done' when it is
call classify('partnership', 'P0', 'local_words', 'local_settings', 'contact_email', 'contact_phone', 'logo', 'set_up_step');

create table priority (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  name           text not null,
  lead_id        uuid,                                   -- nobody yet, where there is none
  from_on        date not null,
  until_on       date,
  primary key (partnership_id, id),
  foreign key (partnership_id, lead_id) references person,
  check (until_on >= from_on)
);
call belongs_to_partnership('priority');
call classify('priority', 'P1', 'partnership_id', 'id', 'name', 'lead_id', 'from_on', 'until_on');
call retain('priority', 'KEEP', 'part of the published arrangements');
grant select, insert, update on priority to concordat_app;

-- Which duties are in use. One that holds restricted records stays off until both papers are dated.
create table duty_use (
  partnership_id uuid    not null references partnership,
  duty           text    not null,
  in_use         boolean not null,
  assessed_on    date,                                   -- the data protection impact assessment
  agreed_on      date,                                   -- the agreement to share information
  primary key (partnership_id, duty)
);
call belongs_to_partnership('duty_use');
call classify('duty_use', 'P1', 'partnership_id', 'duty', 'in_use', 'assessed_on', 'agreed_on');
call retain('duty_use', 'KEEP', 'what restricted records were lawfully kept under');
grant select, insert, update on duty_use to concordat_app;

alter table partnership_group
  add column kind text not null default 'sub-group' check (kind in ('board', 'executive', 'chief-officers', 'forum', 'sub-group', 'panel', 'task-and-finish', 'co-ordinating', 'joint-chairs')),
  add column parent_id uuid,
  add column purpose text not null default '',
  add column decides text not null default '',           -- what is delegated down to it
  add column sends_up text not null default '',          -- what must come up from it
  add column quorum_members smallint check (quorum_members > 0),
  add column from_on date,
  add column ended_on date,
  add foreign key (partnership_id, parent_id) references partnership_group;
call classify('partnership_group', 'P1', 'kind', 'parent_id', 'purpose', 'decides', 'sends_up', 'quorum_members', 'from_on', 'ended_on');
create index partnership_group_of_parent on partnership_group (partnership_id, parent_id);

-- How many seats of a sector a quorate meeting needs.
create table quorum_need (
  partnership_id uuid     not null references partnership,
  group_id       uuid     not null,
  sector         text     not null,
  at_least       smallint not null check (at_least > 0),
  primary key (partnership_id, group_id, sector),
  foreign key (partnership_id, group_id) references partnership_group
);
call belongs_to_partnership('quorum_need');
call classify('quorum_need', 'P1', 'partnership_id', 'group_id', 'sector', 'at_least');
call retain('quorum_need', 'KEEP', 'what made decisions quorate');
grant select, insert, update, delete on quorum_need to concordat_app;

create table terms_of_reference (
  partnership_id uuid     not null references partnership,
  group_id       uuid     not null,
  version        smallint not null,
  words          text     not null,
  agreed_on      date     not null,
  review_on      date,
  primary key (partnership_id, group_id, version),
  foreign key (partnership_id, group_id) references partnership_group
);
call belongs_to_partnership('terms_of_reference');
call classify('terms_of_reference', 'P1', 'partnership_id', 'group_id', 'version', 'words', 'agreed_on', 'review_on');
call retain('terms_of_reference', 'KEEP', 'what a group was for when it decided');
grant select, insert on terms_of_reference to concordat_app;

-- A place in a group that an agency fills. It is there whether or not anybody sits in it.
create table group_seat (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  group_id       uuid not null,
  agency_id      uuid,                                   -- none for somebody independent
  capacity       text not null check (capacity in ('chair', 'vice-chair', 'member', 'adviser', 'in-attendance', 'observer')),
  from_on        date not null,
  until_on       date,                                   -- the last day, included
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership_group,
  foreign key (partnership_id, agency_id) references agency,
  check (until_on >= from_on)
);
call belongs_to_partnership('group_seat');
call classify('group_seat', 'P1', 'partnership_id', 'id', 'group_id', 'agency_id', 'capacity', 'from_on', 'until_on');
call retain('group_seat', 'KEEP', 'who was at the table');
grant select, insert, update on group_seat to concordat_app;
create index group_seat_of_group on group_seat (partnership_id, group_id);
create index group_seat_of_agency on group_seat (partnership_id, agency_id);

-- Who sits in a seat, or deputises in it, from a day to a day.
create table seat_holder (
  partnership_id uuid    not null references partnership,
  id             uuid    not null,
  seat_id        uuid    not null,
  person_id      uuid    not null,
  deputy         boolean not null default false,
  from_on        date    not null,
  until_on       date,                                   -- the last day, included
  primary key (partnership_id, id),
  foreign key (partnership_id, seat_id) references group_seat,
  foreign key (partnership_id, person_id) references person,
  check (until_on >= from_on)
);
call belongs_to_partnership('seat_holder');
call classify('seat_holder', 'P1', 'partnership_id', 'id', 'seat_id', 'person_id', 'deputy', 'from_on', 'until_on');
call retain('seat_holder', 'KEEP', 'who was at the table');
grant select, insert, update on seat_holder to concordat_app;
create index seat_holder_of_seat on seat_holder (partnership_id, seat_id);
create index seat_holder_of_person on seat_holder (partnership_id, person_id);

-- Who assists whom: reads working papers, replies and drafts for one person.
create table assistant (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  assists_id     uuid not null,
  from_on        date not null,
  until_on       date,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, assists_id) references person,
  check (person_id <> assists_id),
  check (until_on >= from_on)
);
call belongs_to_partnership('assistant');
call classify('assistant', 'P1', 'partnership_id', 'id', 'person_id', 'assists_id', 'from_on', 'until_on');
call retain('assistant', 'KEEP', 'who could read what for whom');
grant select, insert, update on assistant to concordat_app;
create index assistant_of_person on assistant (partnership_id, assists_id);
create index assistant_by_person on assistant (partnership_id, person_id);

-- Boards of the place that somebody sits on besides: adults' board, health and wellbeing board.
create table other_board_seat (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  board          text not null,
  capacity       text not null default '',
  until_on       date,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person
);
call belongs_to_partnership('other_board_seat');
call classify('other_board_seat', 'P1', 'partnership_id', 'id', 'person_id', 'board', 'capacity', 'until_on');
call retain('other_board_seat', 'DESTROY', 'a year after their last seat here ended');
grant select, insert, update, delete on other_board_seat to concordat_app;
create index other_board_seat_of_person on other_board_seat (partnership_id, person_id);

-- What somebody new has been shown, when, and who says so.
create table induction_step (
  partnership_id uuid not null references partnership,
  person_id      uuid not null,
  step           text not null,                          -- of src/partnership/people/induction.ts
  done_on        date not null,
  signed_by      uuid not null,
  primary key (partnership_id, person_id, step),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, signed_by) references person (partnership_id, id)
);
call belongs_to_partnership('induction_step');
call classify('induction_step', 'P1', 'partnership_id', 'person_id', 'step', 'done_on', 'signed_by');
call retain('induction_step', 'REVIEW', 'six years after their last seat ended');
grant select, insert, update, delete on induction_step to concordat_app;
create index induction_step_signed_by on induction_step (partnership_id, signed_by);

-- A gap that the partnership knows of and lives with, until a day and for a reason.
create table gap_answer (
  partnership_id uuid not null references partnership,
  gap            text not null,                          -- its rule and what it is about: 'empty-seat 0195…'
  because        text not null,
  accepted_until date not null,
  answered_by    uuid not null,
  answered_on    date not null,
  primary key (partnership_id, gap),
  foreign key (partnership_id, answered_by) references person (partnership_id, id)
);
call belongs_to_partnership('gap_answer');
call classify('gap_answer', 'P1', 'partnership_id', 'gap', 'because', 'accepted_until', 'answered_by', 'answered_on');
call retain('gap_answer', 'REVIEW', 'six years after it lapsed');
grant select, insert, update, delete on gap_answer to concordat_app;
create index gap_answer_by on gap_answer (partnership_id, answered_by);

-- How the columns of a spreadsheet were matched the last time.
create table column_match (
  partnership_id uuid not null references partnership,
  list           text not null,
  heading        text not null,
  field          text not null,                          -- '' for one that is not used
  primary key (partnership_id, list, heading)
);
call belongs_to_partnership('column_match');
call classify('column_match', 'P1', 'partnership_id', 'list', 'heading', 'field');
call retain('column_match', 'KEEP', 'until it is matched anew; it speaks of headings and of nobody');
grant select, insert, update, delete on column_match to concordat_app;

-- Once a year everybody's access is looked at: who still needs theirs, and who said so.
create table access_review (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  begun_on       date not null,
  finished_on    date,
  primary key (partnership_id, id)
);
call belongs_to_partnership('access_review');
call classify('access_review', 'P1', 'partnership_id', 'id', 'begun_on', 'finished_on');
call retain('access_review', 'REVIEW', 'six years');
grant select, insert, update on access_review to concordat_app;

create table access_review_answer (
  partnership_id uuid not null references partnership,
  review_id      uuid not null,
  person_id      uuid not null,
  answer         text not null check (answer in ('keeps', 'ends')),
  answered_by    uuid not null,
  answered_on    date not null,
  primary key (partnership_id, review_id, person_id),
  foreign key (partnership_id, review_id) references access_review,
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, answered_by) references person (partnership_id, id)
);
call belongs_to_partnership('access_review_answer');
call classify('access_review_answer', 'P1', 'partnership_id', 'review_id', 'person_id', 'answer', 'answered_by', 'answered_on');
call retain('access_review_answer', 'REVIEW', 'six years');
grant select, insert, update on access_review_answer to concordat_app;
create index access_review_answer_of_person on access_review_answer (partnership_id, person_id);
create index access_review_answer_by on access_review_answer (partnership_id, answered_by);

-- A partnership moves from one regime or edition to another: everything it holds is carried or ended, one by one.
create table transition (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  from_regime    text not null,
  to_regime      text not null,
  begun_on       date not null,
  done_on        date,
  primary key (partnership_id, id)
);
call belongs_to_partnership('transition');
call classify('transition', 'P1', 'partnership_id', 'id', 'from_regime', 'to_regime', 'begun_on', 'done_on');
call retain('transition', 'KEEP', 'what became of everything the board held');
grant select, insert, update on transition to concordat_app;

create table transition_item (
  partnership_id uuid not null references partnership,
  transition_id  uuid not null,
  kind           text not null check (kind in ('member', 'group', 'role', 'task')),
  record_id      uuid not null,
  title          text not null,                          -- as it stood then
  answer         text check (answer in ('carried', 'ended')),
  because        text not null default '',
  primary key (partnership_id, transition_id, kind, record_id),
  foreign key (partnership_id, transition_id) references transition
);
call belongs_to_partnership('transition_item');
call classify('transition_item', 'P1', 'partnership_id', 'transition_id', 'kind', 'record_id', 'title', 'answer', 'because');
call retain('transition_item', 'KEEP', 'what became of everything the board held');
grant select, insert, update on transition_item to concordat_app;
