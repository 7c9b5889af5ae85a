-- What is still promised, by its day: a list reads it in order, however much has been kept since.
create index action_open on action (partnership_id, due_on, number) where state in ('not-started', 'on-track', 'at-risk');
