-- Who is on the team of a restricted record, whatever its duty. What a person may see is found here before anything of a case
-- is read: a person sees their own places, and everyone's on the cases that are open in the scope.
create table case_team (
  partnership_id uuid        not null references partnership,
  case_id        uuid        not null,
  id             uuid        not null,
  duty           text        not null,                   -- whose case it is: the folder of the duty
  person_id      uuid        not null,
  reason_sealed  bytea       not null,                   -- why they need to know: words, under the case's key
  from_on        date        not null,
  until_on       date,                                   -- the last day, included
  left_at        timestamptz,                            -- taken off before that: at once
  approved_by    uuid        not null default in_person(),
  primary key (partnership_id, case_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, approved_by) references person,
  check (until_on >= from_on),
  check (approved_by <> person_id)                       -- nobody lets themselves in
);
call belongs_to_case('case_team');
alter policy case_team on case_team
  using (partnership_id = in_partnership() and (case_id = any (in_cases()) or person_id = in_person()));
call classify('case_team', 'P1', 'partnership_id', 'case_id', 'id', 'duty', 'person_id', 'from_on', 'until_on', 'left_at', 'approved_by');
call classify('case_team', 'P2', 'reason_sealed');
call retain('case_team', 'KEEP', 'as long as the case: who could see it, when and why');
create index case_team_of_person on case_team (partnership_id, person_id, duty, case_id);
-- The database writes who approved, so that it cannot be somebody else. A place is never lengthened: it ends, and a second
-- person gives a new one.
grant select, insert (partnership_id, case_id, id, duty, person_id, reason_sealed, from_on, until_on), update (left_at) on case_team to concordat_app;

-- That somebody must not see a case: a relative, a neighbour, their own practice under review. It outweighs every place, the
-- chair's too. A row is the fact that it was declared; it is not taken back.
create table case_conflict (
  partnership_id uuid        not null references partnership,
  case_id        uuid        not null,
  person_id      uuid        not null,
  reason_sealed  bytea       not null,
  declared_by    uuid        not null default in_person(),
  declared_at    timestamptz not null default now(),
  primary key (partnership_id, case_id, person_id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, declared_by) references person
);
call belongs_to_case('case_conflict');
alter policy case_team on case_conflict
  using (partnership_id = in_partnership() and (case_id = any (in_cases()) or person_id = in_person()));
call classify('case_conflict', 'P1', 'partnership_id', 'case_id', 'person_id', 'declared_by', 'declared_at');
call classify('case_conflict', 'P2', 'reason_sealed');
call retain('case_conflict', 'KEEP', 'as long as the case: why somebody could not see it');
grant select, insert (partnership_id, case_id, person_id, reason_sealed) on case_conflict to concordat_app;
