-- A list as somebody narrowed and ordered it, under a name: their own, or everybody's who sees the list.
create table saved_view (
  partnership_id uuid    not null references partnership,
  id             uuid    not null,
  list           text    not null check (list in ('actions')),
  name           text    not null,
  query          text    not null,                       -- of the list's address, as it follows the question mark
  shared         boolean not null default false,
  person_id      uuid    not null,                       -- who saved it
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
call belongs_to_partnership('saved_view');
call classify('saved_view', 'P1', 'partnership_id', 'id', 'list', 'name', 'query', 'shared', 'person_id');
call retain('saved_view', 'DESTROY', 'when whoever saved it leaves, unless it is shared');
grant select, insert, delete on saved_view to concordat_app;
create index saved_view_of_person on saved_view (partnership_id, person_id);
