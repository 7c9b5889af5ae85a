-- A spreadsheet between its upload and the answer to "shall this be written?", and for a day after, so that the rows that were
-- not taken can be fetched. Its rows stay on the server: carried in the form they would be too large, and anybody's to alter.
create table directory_import (
  partnership_id uuid        not null references partnership,
  id             uuid        not null,
  list           text        not null,                   -- what its rows are: of src/partnership/spreadsheets/fields.ts
  file_name      text        not null,
  content        bytea       not null,                   -- headings and rows; P4 so that the trail does not keep for ever what goes in a day
  uploaded_by    uuid        not null,
  uploaded_at    timestamptz not null,
  written_at     timestamptz,                            -- when its rows were written into the directory
  primary key (partnership_id, id),
  foreign key (partnership_id, uploaded_by) references person (partnership_id, id)
);
call belongs_to_partnership('directory_import');
call classify('directory_import', 'P1', 'partnership_id', 'id', 'list', 'file_name', 'uploaded_by', 'uploaded_at', 'written_at');
call classify('directory_import', 'P4', 'content');
call retain('directory_import', 'DESTROY', 'a day after it was uploaded');
grant select, insert, update, delete on directory_import to concordat_app;
create index directory_import_by on directory_import (partnership_id, uploaded_by);
create index directory_import_by_age on directory_import (partnership_id, uploaded_at);
