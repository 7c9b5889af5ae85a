-- Somebody leaves: on which day, and to whom each thing of theirs goes. What is not in the list goes where the rest goes.
create table leaving (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  last_on        date not null,
  rest_to        uuid,                                   -- none: it ends
  planned_by     uuid not null default in_person(),      -- the service's is all noughts
  planned_on     date not null,
  state          text not null default 'planned' check (state in ('carried-out', 'called-off', 'planned')),
  ended_on       date,                                   -- when it was carried out or called off
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, rest_to) references person (partnership_id, id)
);
call belongs_to_partnership('leaving');
call classify('leaving', 'P1', 'partnership_id', 'id', 'person_id', 'last_on', 'rest_to', 'planned_by', 'planned_on', 'state', 'ended_on');
call retain('leaving', 'KEEP', 'who could see and do what, when, and who took it over');
create index leaving_of_person on leaving (partnership_id, person_id);
create index leaving_rest_to on leaving (partnership_id, rest_to);
grant select, insert, update on leaving to concordat_app;

create table leaving_choice (
  partnership_id uuid not null references partnership,
  leaving_id     uuid not null,
  thing          text not null,                          -- its kind and its identifier: 'seat 0195…'
  goes_to        uuid,                                   -- none: it ends
  primary key (partnership_id, leaving_id, thing),
  foreign key (partnership_id, leaving_id) references leaving,
  foreign key (partnership_id, goes_to) references person (partnership_id, id)
);
call belongs_to_partnership('leaving_choice');
call classify('leaving_choice', 'P1', 'partnership_id', 'leaving_id', 'thing', 'goes_to');
call retain('leaving_choice', 'KEEP', 'who took over what');
create index leaving_choice_goes_to on leaving_choice (partnership_id, goes_to);
grant select, insert on leaving_choice to concordat_app;

-- Whose second step is to be reset, in this partnership: the account's reset is asked for and agreed to by two people of it.
create table lost_second_step (
  partnership_id uuid not null references partnership,
  id             uuid not null,                          -- that of the reset of the account
  person_id      uuid not null,
  known_by       text not null,                          -- how whoever asked made sure that it is them
  asked_by       uuid not null default in_person(),
  asked_at       timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, asked_by) references person (partnership_id, id)
);
call belongs_to_partnership('lost_second_step');
call classify('lost_second_step', 'P1', 'partnership_id', 'id', 'person_id', 'known_by', 'asked_by', 'asked_at');
call retain('lost_second_step', 'REVIEW', 'two years after it was asked for');
create index lost_second_step_of_person on lost_second_step (partnership_id, person_id);
create index lost_second_step_asked_by on lost_second_step (partnership_id, asked_by);
grant select, insert (partnership_id, id, person_id, known_by, asked_at) on lost_second_step to concordat_app;

create table lost_second_step_answer (
  partnership_id uuid not null references partnership,
  lost_id        uuid not null,
  agreed         boolean not null,
  answered_by    uuid not null default in_person(),
  answered_at    timestamptz not null,
  primary key (partnership_id, lost_id),
  foreign key (partnership_id, lost_id) references lost_second_step,
  foreign key (partnership_id, answered_by) references person (partnership_id, id)
);
call belongs_to_partnership('lost_second_step_answer');
call classify('lost_second_step_answer', 'P1', 'partnership_id', 'lost_id', 'agreed', 'answered_by', 'answered_at');
call retain('lost_second_step_answer', 'REVIEW', 'two years after it was asked for');
create index lost_second_step_answered_by on lost_second_step_answer (partnership_id, answered_by);
grant select, insert (partnership_id, lost_id, agreed, answered_at) on lost_second_step_answer to concordat_app;

-- A transition can be given up; and who answered for each thing is kept.
alter table transition add column given_up_on date;
call classify('transition', 'P1', 'given_up_on');
alter table transition_item add column answered_by uuid, add column answered_on date;
alter table transition_item add foreign key (partnership_id, answered_by) references person (partnership_id, id);
create index transition_item_answered_by on transition_item (partnership_id, answered_by);
call classify('transition_item', 'P1', 'answered_by', 'answered_on');
