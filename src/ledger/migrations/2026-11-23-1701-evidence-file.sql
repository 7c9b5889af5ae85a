-- A file as evidence is one of the partnership's own.
alter table evidence add foreign key (partnership_id, file_id) references stored_file (partnership_id, id);
create index evidence_of_file on evidence (partnership_id, file_id);
