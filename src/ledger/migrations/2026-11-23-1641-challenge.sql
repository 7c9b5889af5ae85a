-- How the partnership checks itself: challenges put to one agency, professional disagreements between two, and their stages.

-- The lengths that the partnership has set for its stages; a stage without a row has the default.
create table stage_length (
  partnership_id      uuid     not null references partnership,
  road                text     not null check (road in ('challenge', 'disagreement')),
  stage               smallint not null check (stage > 0),
  working_days        smallint not null check (working_days >= 0),
  urgent_working_days smallint not null check (urgent_working_days >= 0),
  primary key (partnership_id, road, stage)
);
call belongs_to_partnership('stage_length');
call classify('stage_length', 'P0', 'partnership_id', 'road', 'stage', 'working_days', 'urgent_working_days');
call retain('stage_length', 'KEEP', 'until it is set anew; it speaks of nobody');
grant select, insert, update, delete on stage_length to concordat_app;

-- A challenge to one agency. It has no number until somebody puts it to the agency.
create table challenge (
  partnership_id   uuid     not null references partnership,
  id               uuid     not null,
  number           integer  check (number > 0),
  agency_id        uuid     not null,                     -- the one that is challenged
  subject          text     not null,
  concern          text     not null,                     -- what was seen, and why it matters for children
  evidence_kind    text     not null check (evidence_kind in ('figure', 'audit', 'absence', 'record', 'other')),
  evidence         text     not null,                     -- in words
  evidence_address text     not null default '',          -- of a page elsewhere
  expected         text     not null,                     -- what the answer must say
  raised_by        uuid     not null,                     -- in whose name
  drafted_by       uuid     not null,
  drafted_on       date     not null,
  unseen           boolean  not null default false,       -- a draft that nobody but who wrote it may know of
  put_on           date,
  reply_by         date     not null,                     -- until then the agency alone sees it, or until it has replied
  due_on           date     not null,                     -- of the stage it is at
  stage            smallint not null default 1 check (stage > 0),
  stage_on         date     not null,                     -- since when
  state            text     not null default 'draft' check (state in ('draft', 'put', 'answered', 'settled', 'closed', 'withdrawn')),
  state_on         date     not null,
  replied_on       date,                                  -- when the agency first replied
  position         text     check (position in ('accepted', 'partly', 'not-accepted')), -- what the agency says of it
  sufficient       boolean,                               -- whether the answer was found to be enough
  effect           text     not null default '',          -- what changed for children
  summary          text     not null default '',          -- that may be published once it is cleared
  summary_by       uuid,
  cleared_by       uuid,
  cleared_on       date,
  primary key (partnership_id, id),
  unique (partnership_id, number),
  foreign key (partnership_id, agency_id) references agency (partnership_id, id),
  foreign key (partnership_id, raised_by) references person (partnership_id, id),
  foreign key (partnership_id, drafted_by) references person (partnership_id, id),
  foreign key (partnership_id, summary_by) references person (partnership_id, id),
  foreign key (partnership_id, cleared_by) references person (partnership_id, id),
  check ((put_on is null) = (number is null)),
  check ((state = 'draft') <= (put_on is null)),
  check ((cleared_by is null) = (cleared_on is null))
);
call belongs_to_partnership('challenge');
call classify('challenge', 'P1', 'partnership_id', 'id', 'number', 'agency_id', 'subject', 'concern', 'evidence_kind', 'evidence', 'evidence_address', 'expected', 'raised_by', 'drafted_by', 'drafted_on', 'unseen', 'put_on', 'reply_by', 'due_on', 'stage', 'stage_on', 'state', 'state_on', 'replied_on', 'position', 'sufficient', 'effect', 'summary', 'summary_by', 'cleared_by', 'cleared_on');
call retain('challenge', 'KEEP', 'how the partnership held its own to account');
grant select, insert, update on challenge to concordat_app;
create index challenge_by_state on challenge (partnership_id, state, due_on);
create index challenge_of_agency on challenge (partnership_id, agency_id, due_on);
create index challenge_raised_by on challenge (partnership_id, raised_by);
create index challenge_drafted_by on challenge (partnership_id, drafted_by);
create index challenge_summary_by on challenge (partnership_id, summary_by);
create index challenge_cleared_by on challenge (partnership_id, cleared_by);

-- What happened to a challenge, one row for each thing, never changed.
create table challenge_entry (
  partnership_id uuid     not null references partnership,
  id             uuid     not null,
  challenge_id   uuid     not null,
  kind           text     not null check (kind in ('drafted', 'put', 'answered', 'judged', 'escalated', 'view', 'day-moved', 'closed', 'action', 'summary', 'cleared', 'withdrawn', 'corrected')),
  stage          smallint not null,
  said_on        date     not null,
  words          text     not null default '',
  choice         text,                                    -- what was chosen: accepted, sufficient
  due_on         date,                                    -- from then on
  entered_by     uuid     not null,
  said_by        uuid,                                    -- for whom the office entered it
  told_by        text     check (told_by in ('call', 'e-mail', 'meeting')), -- how they said it
  corrects       uuid,                                    -- an entry that somebody says was not what they said
  primary key (partnership_id, id),
  foreign key (partnership_id, challenge_id) references challenge,
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  foreign key (partnership_id, said_by) references person (partnership_id, id),
  foreign key (partnership_id, corrects) references challenge_entry (partnership_id, id),
  check ((said_by is null) = (told_by is null))
);
call belongs_to_partnership('challenge_entry');
call classify('challenge_entry', 'P1', 'partnership_id', 'id', 'challenge_id', 'kind', 'stage', 'said_on', 'words', 'choice', 'due_on', 'entered_by', 'said_by', 'told_by', 'corrects');
call retain('challenge_entry', 'KEEP', 'with the challenge');
grant select, insert on challenge_entry to concordat_app;
create index challenge_entry_of_challenge on challenge_entry (partnership_id, challenge_id, id);
create index challenge_entry_by on challenge_entry (partnership_id, entered_by);
create index challenge_entry_said_by on challenge_entry (partnership_id, said_by);
create index challenge_entry_corrects on challenge_entry (partnership_id, corrects);
