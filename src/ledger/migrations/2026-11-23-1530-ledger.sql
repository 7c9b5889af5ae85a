-- What we promised: actions from every duty, what happened to each, the evidence, and the thread between records of any duty.

-- The last number given to a kind of record in a partnership: A-214 is never given twice.
create table ledger_number (
  partnership_id uuid    not null references partnership,
  kind           text    not null,
  last           integer not null check (last > 0),
  primary key (partnership_id, kind)
);
call belongs_to_partnership('ledger_number');
call classify('ledger_number', 'P1', 'partnership_id', 'kind', 'last');
call retain('ledger_number', 'KEEP', 'so that no number means two things');
grant select, insert, update on ledger_number to concordat_app;

-- A promise: one lead agency, one owner, one day (and the first one kept). That it is overdue is read from the day, not kept.
create table action (
  partnership_id  uuid     not null references partnership,
  id              uuid     not null,
  number          integer  not null check (number > 0),
  title           text     not null,                        -- what will be done
  difference      text     not null default '',             -- what is to be different for children
  success_measure text     not null default '',
  lead_agency_id  uuid,                                     -- none only where an old tracker named nobody
  owner_id        uuid,                                     -- nobody yet, or nobody any more
  group_id        uuid,                                     -- the group that watches over it
  priority        text     not null default 'medium' check (priority in ('high', 'medium', 'low')),
  source_kind     text     not null check (source_kind in ('meeting', 'review', 'child-death', 'audit', 'inspection', 'visit', 'survey', 'scorecard', 'challenge', 'risk', 'disagreement', 'scrutiny', 'national', 'plan', 'other')),
  source_words    text     not null default '',             -- where no record says it: 'Neglect audit, spring 2025'
  old_reference   text     not null default '',             -- in the tracker it was brought in from
  raised_on       date     not null,
  first_due_on    date     not null,
  due_on          date     not null,
  asked_until     date,                                     -- more time is asked for and not yet answered
  state           text     not null default 'not-started' check (state in ('not-started', 'on-track', 'at-risk', 'claimed-done', 'verified', 'embedded', 'withdrawn')),
  state_on        date     not null,                        -- since when
  blocked_by      text check (blocked_by in ('capacity', 'money', 'data', 'another-agency', 'decision', 'unclear', 'other')),
  blocked_on      date,                                     -- since when
  claimed_by      uuid,                                     -- who said that it is done
  impact_due_on   date,                                     -- when to ask what changed for children
  safe_for_email  boolean  not null default false,          -- whether its title may stand in a message
  primary key (partnership_id, id),
  unique (partnership_id, number),
  foreign key (partnership_id, lead_agency_id) references agency (partnership_id, id),
  foreign key (partnership_id, owner_id) references person (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership_group (partnership_id, id),
  foreign key (partnership_id, claimed_by) references person (partnership_id, id),
  check ((blocked_by is null) = (blocked_on is null)),
  check ((state = 'claimed-done') <= (claimed_by is not null))
);
call belongs_to_partnership('action');
call classify('action', 'P1', 'partnership_id', 'id', 'number', 'title', 'difference', 'success_measure', 'lead_agency_id', 'owner_id', 'group_id', 'priority', 'source_kind', 'source_words', 'old_reference', 'raised_on', 'first_due_on', 'due_on', 'asked_until', 'state', 'state_on', 'blocked_by', 'blocked_on', 'claimed_by', 'impact_due_on', 'safe_for_email');
call retain('action', 'KEEP', 'what the partnership promised, and what came of it');
grant select, insert, update on action to concordat_app;
create index action_by_due on action (partnership_id, state, due_on, id);
create index action_of_owner on action (partnership_id, owner_id, due_on);
create index action_of_agency on action (partnership_id, lead_agency_id, due_on);
create index action_of_group on action (partnership_id, group_id, due_on);
create index action_claimed_by on action (partnership_id, claimed_by);
create index action_old_reference on action (partnership_id, old_reference) where old_reference <> '';

-- Agencies that contribute to an action that another leads.
create table action_contributor (
  partnership_id uuid not null references partnership,
  action_id      uuid not null,
  agency_id      uuid not null,
  primary key (partnership_id, action_id, agency_id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, agency_id) references agency
);
call belongs_to_partnership('action_contributor');
call classify('action_contributor', 'P1', 'partnership_id', 'action_id', 'agency_id');
call retain('action_contributor', 'KEEP', 'with the action');
grant select, insert, delete on action_contributor to concordat_app;
create index action_contributor_of_agency on action_contributor (partnership_id, agency_id);

-- What happened to an action, one row for each thing, never changed. The office may enter it for somebody, and says so.
create table action_entry (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  action_id      uuid not null,
  kind           text not null check (kind in ('raised', 'brought-in', 'progress', 'blocked', 'not-mine', 'more-time-asked', 'more-time-declined', 'due-moved', 'passed-on', 'changed', 'claimed', 'verified', 'returned', 'impact', 'embedded', 'reopened', 'withdrawn', 'corrected')),
  said_on        date not null,
  words          text not null default '',
  state          text,                                    -- of the action from then on
  due_on         date,                                    -- asked for, or moved to
  because        text,                                    -- the kind of thing in the way, the kind of reason
  entered_by     uuid not null,
  said_by        uuid,                                    -- for whom the office entered it
  told_by        text check (told_by in ('call', 'e-mail', 'meeting', 'link')), -- how they said it
  corrects       uuid,                                    -- an entry that somebody says was not what they said
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  foreign key (partnership_id, said_by) references person (partnership_id, id),
  foreign key (partnership_id, corrects) references action_entry (partnership_id, id),
  check (said_by is null or told_by is not null)
);
call belongs_to_partnership('action_entry');
call classify('action_entry', 'P1', 'partnership_id', 'id', 'action_id', 'kind', 'said_on', 'words', 'state', 'due_on', 'because', 'entered_by', 'said_by', 'told_by', 'corrects');
call retain('action_entry', 'KEEP', 'with the action');
grant select, insert on action_entry to concordat_app;
create index action_entry_of_action on action_entry (partnership_id, action_id, id);
create index action_entry_by on action_entry (partnership_id, entered_by);
create index action_entry_said_by on action_entry (partnership_id, said_by);
create index action_entry_corrects on action_entry (partnership_id, corrects);

-- What shows that something is so: words, a link, or a file. Another record as evidence is a link of the thread.
create table evidence (
  partnership_id uuid    not null references partnership,
  id             uuid    not null,
  record_kind    text    not null,                        -- 'action', 'challenge', …
  record_id      uuid    not null,
  title          text    not null,
  address        text    not null default '',             -- of a page elsewhere
  file_id        uuid,                                    -- of what was uploaded
  added_on       date    not null,
  entered_by     uuid    not null,
  said_by        uuid,
  told_by        text check (told_by in ('call', 'e-mail', 'meeting')),
  withdrawn_on   date,
  primary key (partnership_id, id),
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  foreign key (partnership_id, said_by) references person (partnership_id, id),
  check (said_by is null or told_by is not null)
);
call belongs_to_partnership('evidence');
call classify('evidence', 'P1', 'partnership_id', 'id', 'record_kind', 'record_id', 'title', 'address', 'file_id', 'added_on', 'entered_by', 'said_by', 'told_by', 'withdrawn_on');
call retain('evidence', 'KEEP', 'with what it shows');
grant select, insert, update on evidence to concordat_app;
create index evidence_of_record on evidence (partnership_id, record_kind, record_id);
create index evidence_by on evidence (partnership_id, entered_by);
create index evidence_said_by on evidence (partnership_id, said_by);

-- The thread: what led to what, between records of any duty.
create table thread_link (
  partnership_id uuid        not null references partnership,
  id             uuid        not null,
  from_kind      text        not null,
  from_id        uuid        not null,
  relation       text        not null check (relation in ('led-to', 'answers', 'evidences', 'duplicates')),
  to_kind        text        not null,
  to_id          uuid        not null,
  made_by        uuid        not null,
  made_on        date        not null,
  primary key (partnership_id, id),
  unique (partnership_id, from_kind, from_id, relation, to_kind, to_id),
  foreign key (partnership_id, made_by) references person (partnership_id, id),
  check (from_id <> to_id)
);
call belongs_to_partnership('thread_link');
call classify('thread_link', 'P1', 'partnership_id', 'id', 'from_kind', 'from_id', 'relation', 'to_kind', 'to_id', 'made_by', 'made_on');
call retain('thread_link', 'KEEP', 'with the records it ties');
grant select, insert, delete on thread_link to concordat_app;
create index thread_link_to on thread_link (partnership_id, to_id);
create index thread_link_from on thread_link (partnership_id, from_id);
create index thread_link_by on thread_link (partnership_id, made_by);
