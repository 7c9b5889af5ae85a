-- Professional disagreements between two agencies about their work with a family. No child is named: the raising agency's own
-- case reference is all that is kept.
create table disagreement (
  partnership_id     uuid     not null references partnership,
  id                 uuid     not null,
  number             integer  not null check (number > 0),
  subject            text     not null check (subject in ('threshold', 'information-sharing', 'drift', 'attendance', 'assessment', 'capacity', 'other')),
  case_reference     text     not null default '',        -- in the raising agency's own records
  difference         text     not null,                   -- what the two disagree about
  wanted             text     not null,                   -- what the raising agency asks for
  raised_by          uuid     not null,
  raising_agency_id  uuid     not null,
  other_agency_id    uuid     not null,
  urgent             boolean  not null default false,
  raised_on          date     not null,
  stage              smallint not null default 1 check (stage > 0),
  due_on             date     not null,                   -- of the stage it is at
  outcome            text     check (outcome in ('upheld', 'partly', 'not-upheld', 'withdrawn', 'resolved-informally')),
  ended_on           date,
  changed            text     not null default '',        -- what changed
  learning           text     not null default '',
  told_on            date,                                -- when whoever raised it was told what came of it
  primary key (partnership_id, id),
  unique (partnership_id, number),
  foreign key (partnership_id, raised_by) references person (partnership_id, id),
  foreign key (partnership_id, raising_agency_id) references agency (partnership_id, id),
  foreign key (partnership_id, other_agency_id) references agency (partnership_id, id),
  check ((outcome is null) = (ended_on is null))
);
call belongs_to_partnership('disagreement');
call classify('disagreement', 'P1', 'partnership_id', 'id', 'number', 'subject', 'case_reference', 'difference', 'wanted', 'raised_by', 'raising_agency_id', 'other_agency_id', 'urgent', 'raised_on', 'stage', 'due_on', 'outcome', 'ended_on', 'changed', 'learning', 'told_on');
call retain('disagreement', 'REVIEW', 'six years after it ended; the counts go into the yearly report');
grant select, insert, update on disagreement to concordat_app;
create index disagreement_by_due on disagreement (partnership_id, outcome, due_on);
create index disagreement_raised_on on disagreement (partnership_id, raised_on);
create index disagreement_raised_by on disagreement (partnership_id, raised_by);
create index disagreement_of_raising on disagreement (partnership_id, raising_agency_id);
create index disagreement_of_other on disagreement (partnership_id, other_agency_id);

-- One stage that a disagreement went through: with whom, until when, and when the other agency answered.
create table disagreement_stage (
  partnership_id  uuid     not null references partnership,
  disagreement_id uuid     not null,
  stage           smallint not null check (stage > 0),
  with_person     uuid,                                   -- of the other agency; nobody where they are not in the directory
  begun_on        date     not null,
  due_on          date     not null,
  answered_on     date,
  ended_on        date,                                   -- when it moved on, or was settled
  primary key (partnership_id, disagreement_id, stage),
  foreign key (partnership_id, disagreement_id) references disagreement (partnership_id, id),
  foreign key (partnership_id, with_person) references person (partnership_id, id)
);
call belongs_to_partnership('disagreement_stage');
call classify('disagreement_stage', 'P1', 'partnership_id', 'disagreement_id', 'stage', 'with_person', 'begun_on', 'due_on', 'answered_on', 'ended_on');
call retain('disagreement_stage', 'REVIEW', 'with the disagreement');
grant select, insert, update on disagreement_stage to concordat_app;
create index disagreement_stage_with on disagreement_stage (partnership_id, with_person);

-- What happened to a disagreement, one row for each thing, never changed.
create table disagreement_entry (
  partnership_id  uuid     not null references partnership,
  id              uuid     not null,
  disagreement_id uuid     not null,
  kind            text     not null check (kind in ('raised', 'answered', 'moved-on', 'made-urgent', 'view', 'ended', 'learned', 'told', 'action', 'corrected')),
  stage           smallint not null,
  said_on         date     not null,
  words           text     not null default '',
  choice          text,                                   -- the outcome
  entered_by      uuid     not null,
  said_by         uuid,                                   -- for whom the office entered it
  told_by         text     check (told_by in ('call', 'e-mail', 'meeting')),
  corrects        uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, disagreement_id) references disagreement (partnership_id, id),
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  foreign key (partnership_id, said_by) references person (partnership_id, id),
  foreign key (partnership_id, corrects) references disagreement_entry (partnership_id, id),
  check ((said_by is null) = (told_by is null))
);
call belongs_to_partnership('disagreement_entry');
call classify('disagreement_entry', 'P1', 'partnership_id', 'id', 'disagreement_id', 'kind', 'stage', 'said_on', 'words', 'choice', 'entered_by', 'said_by', 'told_by', 'corrects');
call retain('disagreement_entry', 'REVIEW', 'with the disagreement');
grant select, insert on disagreement_entry to concordat_app;
create index disagreement_entry_of_disagreement on disagreement_entry (partnership_id, disagreement_id, id);
create index disagreement_entry_by on disagreement_entry (partnership_id, entered_by);
create index disagreement_entry_said_by on disagreement_entry (partnership_id, said_by);
create index disagreement_entry_corrects on disagreement_entry (partnership_id, corrects);

-- Whom to ring at an agency when two agencies disagree.
create table liaison_officer (
  partnership_id uuid not null references partnership,
  agency_id      uuid not null,
  person_id      uuid not null,
  reach          text not null default '',                -- when and how to reach them: 'weekdays 9 to 5; at night ring the duty desk'
  primary key (partnership_id, agency_id),
  foreign key (partnership_id, agency_id) references agency (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
call belongs_to_partnership('liaison_officer');
call classify('liaison_officer', 'P1', 'partnership_id', 'agency_id', 'person_id', 'reach');
call retain('liaison_officer', 'KEEP', 'until somebody else takes it over');
grant select, insert, update, delete on liaison_officer to concordat_app;
create index liaison_officer_person on liaison_officer (partnership_id, person_id);
