-- A tie that came with its records from another partnership was made by nobody here.
alter table thread_link alter column made_by drop not null;
