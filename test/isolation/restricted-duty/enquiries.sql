-- A restricted duty that only the tests have: enquiries into how an adult's allegation was handled. It goes the whole road of
-- a case team (list, case, export, feed, file, protected field) before the first real duty does.
create table enquiry (
  partnership_id      uuid not null references partnership,
  case_id             uuid not null,
  reference           text not null,
  opened_on           date not null,
  opened_by           uuid not null,
  summary_sealed      bytea not null,
  safe_address_sealed bytea,                             -- P3: where somebody is hidden
  primary key (partnership_id, case_id),
  foreign key (partnership_id, opened_by) references person
);
call belongs_to_case('enquiry');
call classify('enquiry', 'P1', 'partnership_id', 'case_id', 'reference', 'opened_on', 'opened_by');
call classify('enquiry', 'P2', 'summary_sealed');
call classify('enquiry', 'P3', 'safe_address_sealed');
call retain('enquiry', 'REVIEW', 'it lives as long as a test');
grant select, insert on enquiry to concordat_app;

create table enquiry_note (
  partnership_id uuid        not null,
  case_id        uuid        not null,
  id             uuid        not null,
  written_by     uuid        not null,
  written_at     timestamptz not null,
  words_sealed   bytea       not null,
  primary key (partnership_id, case_id, id),
  foreign key (partnership_id, case_id) references enquiry,
  foreign key (partnership_id, written_by) references person
);
call belongs_to_case('enquiry_note');
call classify('enquiry_note', 'P1', 'partnership_id', 'case_id', 'id', 'written_by', 'written_at');
call classify('enquiry_note', 'P2', 'words_sealed');
call retain('enquiry_note', 'REVIEW', 'it lives as long as a test');
grant select, insert on enquiry_note to concordat_app;
