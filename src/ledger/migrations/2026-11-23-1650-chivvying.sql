-- Chivvying: how people are reminded of what they promised, when they are left in peace, what waits for a person to let it out,
-- and the links by which they answer.

-- One digest a day for each account, whatever number of partnerships it is in. It belongs to no partnership and holds nothing
-- but that there was one.
create table digest (
  account_id uuid not null references account,
  day        date not null,
  primary key (account_id, day)
);
create index digest_by_day on digest (day);
call classify('digest', 'P1', 'account_id', 'day');
call retain('digest', 'DESTROY', '40 days after its day');
grant select, insert, delete on digest to concordat_app;

-- What the partnership has set. Where it has set nothing there is no row, and src/ledger/chivvying/rules.ts says what holds.
create table chivvying_rules (
  partnership_id      uuid       not null references partnership primary key,
  in_use              boolean    not null,
  days_before         smallint[] not null,               -- days before the day on which its owner hears of it
  days_after          smallint[] not null,
  then_every          smallint   not null check (then_every between 1 and 60), -- days, after the last of days_after
  remind_from         smallint   not null check (remind_from >= 0),    -- days overdue from which help turns to reminding
  firm_from           smallint   not null check (firm_from >= 0),
  member_after        smallint   check (member_after > 0),  -- days overdue after which a message to the agency's member waits for release
  chair_after         smallint   check (chair_after > 0),
  chief_officer_after smallint   check (chief_officer_after > 0),
  quiet_weekdays      smallint[] not null,               -- 1 for Monday to 7 for Sunday
  quiet_bank_holidays boolean    not null,
  quiet_after_answer  smallint   not null check (quiet_after_answer between 0 and 60),
  mail_without_account boolean   not null                -- whether people who never sign in get the digest at their work address
);
call belongs_to_partnership('chivvying_rules');
call classify('chivvying_rules', 'P1', 'partnership_id', 'in_use', 'days_before', 'days_after', 'then_every', 'remind_from', 'firm_from', 'member_after', 'chair_after', 'chief_officer_after', 'quiet_weekdays', 'quiet_bank_holidays', 'quiet_after_answer', 'mail_without_account');
call retain('chivvying_rules', 'KEEP', 'as long as the partnership; the trail keeps what it was before');
grant select, insert, update on chivvying_rules to concordat_app;

-- Days on which nobody hears from us, or no school does. Terms differ by council, so a school's holidays may be one council's.
create table quiet_period (
  partnership_id uuid    not null references partnership,
  id             uuid    not null,
  name           text    not null,
  from_on        date    not null,
  until_on       date    not null,                       -- the last day, included
  schools_only   boolean not null,
  authority_code text,                                   -- whose schools; none for all of them
  primary key (partnership_id, id),
  check (until_on >= from_on)
);
call belongs_to_partnership('quiet_period');
call classify('quiet_period', 'P1', 'partnership_id', 'id', 'name', 'from_on', 'until_on', 'schools_only', 'authority_code');
call retain('quiet_period', 'DESTROY', 'a year after it ended');
grant select, insert, delete on quiet_period to concordat_app;

-- Whose terms a school keeps, where the partnership covers several councils.
create table school_terms (
  partnership_id uuid not null references partnership,
  agency_id      uuid not null,
  authority_code text not null,
  primary key (partnership_id, agency_id),
  foreign key (partnership_id, agency_id) references agency
);
call belongs_to_partnership('school_terms');
call classify('school_terms', 'P1', 'partnership_id', 'agency_id', 'authority_code');
call retain('school_terms', 'KEEP', 'as long as the school is part of the partnership');
grant select, insert, update, delete on school_terms to concordat_app;

-- When somebody is away, and who covers for them.
create table absence (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  person_id      uuid not null,
  from_on        date not null,
  until_on       date not null,                          -- the last day, included
  cover_id       uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, cover_id) references person (partnership_id, id),
  check (until_on >= from_on),
  check (cover_id <> person_id)
);
call belongs_to_partnership('absence');
call classify('absence', 'P1', 'partnership_id', 'id', 'person_id', 'from_on', 'until_on', 'cover_id');
call retain('absence', 'DESTROY', 'a year after it ended');
grant select, insert, delete on absence to concordat_app;
create index absence_of_person on absence (partnership_id, person_id);
create index absence_cover on absence (partnership_id, cover_id);

-- Days of the week on which somebody gets no message: they do not work then.
create table message_days (
  partnership_id uuid       not null references partnership,
  person_id      uuid       not null,
  not_on         smallint[] not null,                    -- 1 for Monday to 7 for Sunday
  primary key (partnership_id, person_id),
  foreign key (partnership_id, person_id) references person
);
call belongs_to_partnership('message_days');
call classify('message_days', 'P1', 'partnership_id', 'person_id', 'not_on');
call retain('message_days', 'DESTROY', 'a year after their last seat ended');
grant select, insert, update, delete on message_days to concordat_app;

-- That what is to be said on a day was worked out. One row a day, so that a run that was cut off does not work it out again.
create table chivvying_day (
  partnership_id uuid not null references partnership,
  day            date not null,
  primary key (partnership_id, day)
);
call belongs_to_partnership('chivvying_day');
call classify('chivvying_day', 'P1', 'partnership_id', 'day');
call retain('chivvying_day', 'DESTROY', '40 days after its day');
grant select, insert, delete on chivvying_day to concordat_app;

-- What goes above an owner, or cannot reach them, waits here until a person lets it out, drops it and says why, or it is moot.
create table held_message (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  action_id      uuid not null,
  due_on         date not null,                          -- of the action, then
  level          text not null check (level in ('owner', 'member', 'chair', 'chief-officer', 'office')),
  to_id          uuid,                                   -- nobody, where nobody fills that place
  why            text not null check (why in ('overdue', 'away', 'gone', 'nobody', 'no-way', 'chief-officer', 'time-asked')),
  held_on        date not null,
  settled        text check (settled in ('released', 'dropped', 'moot')),
  settled_by     uuid,
  settled_on     date,
  because        text not null default '',
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, to_id) references person (partnership_id, id),
  foreign key (partnership_id, settled_by) references person (partnership_id, id),
  check ((settled is null) = (settled_on is null)),
  check ((settled_by is null) >= (settled is null))
);
call belongs_to_partnership('held_message');
call classify('held_message', 'P1', 'partnership_id', 'id', 'action_id', 'due_on', 'level', 'to_id', 'why', 'held_on', 'settled', 'settled_by', 'settled_on', 'because');
call retain('held_message', 'KEEP', 'with the action: who let pressure out, and who did not');
grant select, insert, update on held_message to concordat_app;
create unique index held_message_waiting on held_message (partnership_id, action_id) where settled is null;
create index held_message_of_action on held_message (partnership_id, action_id, due_on);
create index held_message_to on held_message (partnership_id, to_id);
create index held_message_settled_by on held_message (partnership_id, settled_by);

-- A line of somebody's digest: of what they are reminded, in which tone, and when they were told. It holds no words: those are
-- read when it is sent.
create table reminder (
  partnership_id uuid    not null references partnership,
  id             uuid    not null,
  made_on        date    not null,
  person_id      uuid    not null,                       -- who is told
  for_id         uuid,                                   -- whose action it is; another than person_id where they cover, or stand above
  action_id      uuid    not null,
  tone           text    not null check (tone in ('help', 'remind', 'firm', 'above')),
  due_on         date    not null,                       -- of the action, then
  told_on        date,                                   -- when a digest took it, or somebody told them
  by_hand        boolean not null default false,         -- told by somebody of the office, not by a digest
  primary key (partnership_id, id),
  unique (partnership_id, made_on, person_id, action_id, tone),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, for_id) references person (partnership_id, id),
  foreign key (partnership_id, action_id) references action
);
call belongs_to_partnership('reminder');
call classify('reminder', 'P1', 'partnership_id', 'id', 'made_on', 'person_id', 'for_id', 'action_id', 'tone', 'due_on', 'told_on', 'by_hand');
call retain('reminder', 'REVIEW', 'two years after it was made');
grant select, insert, update on reminder to concordat_app;
create index reminder_of_person on reminder (partnership_id, person_id, made_on);
create index reminder_for on reminder (partnership_id, for_id);
create index reminder_of_action on reminder (partnership_id, action_id, made_on);

-- A link in a digest, by which its reader answers without signing in. We keep its hash; it works once, and it expires.
create table answer_link (
  partnership_id uuid        not null references partnership,
  token_hash     bytea       not null,
  action_id      uuid        not null,
  person_id      uuid        not null,                   -- who holds the mailbox
  for_id         uuid        not null,                   -- whose action it was when the link was made
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  used_at        timestamptz,
  used_key       bytea,                                  -- hash of the one-use key of the form that used it: pressed again it is answered again
  primary key (partnership_id, token_hash),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, for_id) references person (partnership_id, id)
);
call belongs_to_partnership('answer_link');
call classify('answer_link', 'P1', 'partnership_id', 'action_id', 'person_id', 'for_id', 'made_at', 'expires_at', 'used_at');
call classify('answer_link', 'P4', 'token_hash', 'used_key');
call retain('answer_link', 'DESTROY', 'when it expires');
grant select, insert, update, delete on answer_link to concordat_app;
create index answer_link_of_action on answer_link (partnership_id, action_id, person_id);
create index answer_link_of_person on answer_link (partnership_id, person_id);
create index answer_link_for on answer_link (partnership_id, for_id);
