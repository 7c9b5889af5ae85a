-- A file that somebody sent in. Its bytes lie outside the database, sealed with its own key. What it is evidence of, and so who
-- may open it, is for the record that names it: such a record refers to (partnership_id, id).
create table stored_file (
  partnership_id uuid        not null,
  id             uuid        not null,
  name           text        not null,                   -- what it is called when it is downloaded; '' once it is destroyed
  type           text        not null check (type in ('pdf', 'docx', 'xlsx', 'csv', 'txt', 'jpeg', 'png')),
  bytes          integer     not null check (bytes > 0),
  sha256         bytea       not null check (length(sha256) = 32),  -- of what is served, which for a picture is not what came
  state          text        not null check (state in ('waiting', 'clean', 'not-scanned', 'infected', 'refused', 'destroyed')),
  found          text        not null default '',        -- what the scanner called the virus
  told           boolean     not null default false,     -- the office and the uploader know that it is infected
  uploaded_by    uuid        not null,
  uploaded_at    timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, id) references file_key,
  check ((found <> '') = (state = 'infected') or state = 'destroyed')
);
call belongs_to_partnership('stored_file');
call classify('stored_file', 'P1', 'partnership_id', 'id', 'name', 'type', 'bytes', 'sha256', 'state', 'found', 'told',
              'uploaded_by', 'uploaded_at');
call retain('stored_file', 'REVIEW', 'with the record it hangs on; one that is infected is destroyed after 30 days');
grant select, insert, update on stored_file to concordat_app;
create index stored_file_of_person on stored_file (partnership_id, uploaded_by, uploaded_at);
create index stored_file_to_look_at on stored_file (partnership_id, id) where state in ('waiting', 'infected');
