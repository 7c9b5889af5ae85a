-- The scrutineer's own workspace. Its rows are seen by whoever wrote them, by those they show them to, and, once issued, by the
-- partnership: the database says so, not only the pages. The words are left out of the trail, so that no history tells them either.

-- What makes a table an author's: forced security, one policy, and the trail. A table without issued_on is never issued.
create procedure unseen_until_issued(of_table text) language plpgsql as $$
declare
  issued boolean := exists (
    select from pg_attribute where attrelid = of_table::regclass and attname = 'issued_on' and not attisdropped);
begin
  perform guard_table(of_table, 'author_until_issued',
    'partnership_id = in_partnership() and (author_id = in_person() or in_person() = any (shown_to)'
    || case when issued then ' or issued_on is not null' else '' end || ')');
end $$;
revoke execute on procedure unseen_until_issued(text) from public;

-- A line of enquiry: what the scrutineer wants to know, and what they found.
create table scrutiny_line (
  partnership_id uuid   not null references partnership,
  id             uuid   not null,
  author_id      uuid   not null,
  shown_to       uuid[] not null default '{}',              -- other scrutineers
  heir_id        uuid,                                      -- the scrutineer to whom it is handed over
  title          text   not null,
  question       text   not null,
  finding        text   not null default '',
  begun_on       date   not null,
  closed_on      date,
  primary key (partnership_id, id),
  foreign key (partnership_id, author_id) references person (partnership_id, id),
  foreign key (partnership_id, heir_id) references person (partnership_id, id)
);
call unseen_until_issued('scrutiny_line');
call classify('scrutiny_line', 'P1', 'partnership_id', 'id', 'author_id');
call classify('scrutiny_line', 'P3', 'shown_to', 'heir_id', 'title', 'question', 'finding', 'begun_on', 'closed_on');
call retain('scrutiny_line', 'REVIEW', 'a year after the report that it led to');
grant select, insert, update on scrutiny_line to concordat_app;
create index scrutiny_line_of_author on scrutiny_line (partnership_id, author_id);
create index scrutiny_line_of_heir on scrutiny_line (partnership_id, heir_id);

-- Evidence, a visit, or the draft of a challenge.
create table scrutiny_note (
  partnership_id uuid   not null references partnership,
  id             uuid   not null,
  author_id      uuid   not null,
  shown_to       uuid[] not null default '{}',
  heir_id        uuid,
  line_id        uuid,
  kind           text   not null check (kind in ('evidence', 'visit', 'challenge')),
  title          text   not null,
  words          text   not null default '',                -- the evidence, what was heard, the concern
  address        text   not null default '',                -- of a page elsewhere
  on_day         date   not null,
  place          text   not null default '',                -- of a visit
  heard          text   not null default '',                -- who was heard, by what they do; nobody by name
  follow_up      text   not null default '',
  agency_id      uuid,                                      -- to which the challenge would go
  expected       text   not null default '',                -- what its answer must say
  record_kind    text   not null default '',                -- the record here that it rests on
  record_id      uuid,
  put_as         uuid,                                      -- the challenge that came of it
  primary key (partnership_id, id),
  foreign key (partnership_id, author_id) references person (partnership_id, id),
  foreign key (partnership_id, heir_id) references person (partnership_id, id),
  foreign key (partnership_id, line_id) references scrutiny_line (partnership_id, id),
  foreign key (partnership_id, agency_id) references agency (partnership_id, id),
  foreign key (partnership_id, put_as) references challenge (partnership_id, id)
);
call unseen_until_issued('scrutiny_note');
call classify('scrutiny_note', 'P1', 'partnership_id', 'id', 'author_id');
call classify('scrutiny_note', 'P3', 'shown_to', 'heir_id', 'line_id', 'kind', 'title', 'words', 'address', 'on_day', 'place', 'heard', 'follow_up', 'agency_id', 'expected', 'record_kind', 'record_id', 'put_as');
call retain('scrutiny_note', 'REVIEW', 'with its line of enquiry');
grant select, insert, update on scrutiny_note to concordat_app;
create index scrutiny_note_of_author on scrutiny_note (partnership_id, author_id);
create index scrutiny_note_of_heir on scrutiny_note (partnership_id, heir_id);
create index scrutiny_note_of_line on scrutiny_note (partnership_id, line_id);
create index scrutiny_note_of_agency on scrutiny_note (partnership_id, agency_id);
create index scrutiny_note_put_as on scrutiny_note (partnership_id, put_as);

-- A report of the scrutineer. It has no number until it is issued, and is never changed afterwards: a correction is a new version.
create table scrutiny_report (
  partnership_id uuid     not null references partnership,
  id             uuid     not null,
  author_id      uuid     not null,
  shown_to       uuid[]   not null default '{}',            -- those who are asked about its facts
  heir_id        uuid,
  kind           text     not null check (kind in ('six-monthly', 'yearly', 'other')),
  title          text     not null,
  from_on        date     not null,                         -- what it covers
  until_on       date     not null,
  sections       jsonb    not null default '[]',            -- [{id, heading, words}]
  state          text     not null default 'draft' check (state in ('draft', 'correction', 'issued')),
  comment_until  date,                                      -- until when facts can be corrected
  begun_on       date     not null,
  version        smallint not null default 1 check (version > 0),
  corrects       uuid,                                      -- the version before
  number         integer  check (number > 0),
  issued_on      date,
  primary key (partnership_id, id),
  unique (partnership_id, number, version),
  foreign key (partnership_id, author_id) references person (partnership_id, id),
  foreign key (partnership_id, heir_id) references person (partnership_id, id),
  foreign key (partnership_id, corrects) references scrutiny_report (partnership_id, id),
  check ((state = 'issued') = (issued_on is not null) and (number is null) = (issued_on is null)),
  check ((state = 'correction') <= (comment_until is not null))
);
call unseen_until_issued('scrutiny_report');
call classify('scrutiny_report', 'P1', 'partnership_id', 'id', 'author_id', 'number', 'issued_on');
call classify('scrutiny_report', 'P3', 'shown_to', 'heir_id', 'kind', 'title', 'from_on', 'until_on', 'sections', 'state', 'comment_until', 'begun_on', 'version', 'corrects');
call retain('scrutiny_report', 'KEEP', 'what the independent scrutineer said of the partnership');
grant select, insert, update on scrutiny_report to concordat_app;
create index scrutiny_report_of_author on scrutiny_report (partnership_id, author_id);
create index scrutiny_report_of_heir on scrutiny_report (partnership_id, heir_id);
create index scrutiny_report_issued on scrutiny_report (partnership_id, issued_on);
create index scrutiny_report_corrects on scrutiny_report (partnership_id, corrects);

-- What somebody says of a fact in a report, and what the scrutineer made of it.
create table scrutiny_comment (
  partnership_id uuid   not null references partnership,
  id             uuid   not null,
  report_id      uuid   not null,
  author_id      uuid   not null,                           -- of the report
  shown_to       uuid[] not null default '{}',              -- those who are asked about its facts
  person_id      uuid   not null,                           -- who says it
  section        text   not null default '',                -- its heading, as it stood
  words          text   not null,
  said_on        date   not null,
  entered_by     uuid   not null,
  told_by        text   check (told_by in ('call', 'e-mail', 'meeting')), -- where the scrutineer entered it for them
  answer         text   check (answer in ('corrected', 'not-corrected')),
  why            text   not null default '',
  answered_on    date,
  issued_on      date,                                      -- with the report
  primary key (partnership_id, id),
  foreign key (partnership_id, report_id) references scrutiny_report (partnership_id, id),
  foreign key (partnership_id, author_id) references person (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  check ((answer is null) = (answered_on is null))
);
call unseen_until_issued('scrutiny_comment');
call classify('scrutiny_comment', 'P1', 'partnership_id', 'id', 'author_id', 'issued_on');
call classify('scrutiny_comment', 'P3', 'report_id', 'shown_to', 'person_id', 'section', 'words', 'said_on', 'entered_by', 'told_by', 'answer', 'why', 'answered_on');
call retain('scrutiny_comment', 'KEEP', 'with the report');
grant select, insert, update on scrutiny_comment to concordat_app;
create index scrutiny_comment_of_report on scrutiny_comment (partnership_id, report_id, id);
create index scrutiny_comment_author on scrutiny_comment (partnership_id, author_id);
create index scrutiny_comment_person on scrutiny_comment (partnership_id, person_id);
create index scrutiny_comment_entered_by on scrutiny_comment (partnership_id, entered_by);
