-- What is still promised, by its day: a list chooses, orders and counts from the index alone, however much has been kept since.
create index action_open on action (partnership_id, due_on, number)
  include (id, state, priority, source_kind, lead_agency_id, owner_id, group_id)
  where state in ('not-started', 'on-track', 'at-risk');
