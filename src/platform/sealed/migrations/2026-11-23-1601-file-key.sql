-- A key for each file that was sent in. Destroying it destroys the file's bytes everywhere at once; that it was destroyed, when,
-- by whom and under which rule remains.
create table file_key (
  partnership_id     uuid        not null,
  file_id            uuid        not null,
  partnership_key_id uuid,
  wrapped            bytea,
  made_at            timestamptz not null default now(),
  destroyed_at       timestamptz,
  destroyed_by       uuid,
  destroyed_under    text,
  primary key (partnership_id, file_id),
  foreign key (partnership_id, partnership_key_id) references partnership_key,
  check ((wrapped is null) = (destroyed_at is not null) and (partnership_key_id is null) = (wrapped is null)
         and (destroyed_by is null) = (destroyed_at is null) and (destroyed_under is null) = (destroyed_at is null))
);
call belongs_to_partnership('file_key');
call classify('file_key', 'P1', 'partnership_id', 'file_id', 'partnership_key_id', 'made_at', 'destroyed_at', 'destroyed_by',
              'destroyed_under');
call classify('file_key', 'P4', 'wrapped');
call retain('file_key', 'KEEP', 'the key until the file is disposed of, the fact of its destruction for ever');
grant select, insert, update on file_key to concordat_app;
create index file_key_by_partnership_key on file_key (partnership_id, partnership_key_id);
