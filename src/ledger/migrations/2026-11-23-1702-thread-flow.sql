-- Which of two records came first: what led to another came before it, and so did what another answers.
alter table thread_link
  add column earlier_id uuid generated always as (case relation when 'answers' then to_id else from_id end) stored,
  add column later_id uuid generated always as (case relation when 'answers' then from_id else to_id end) stored;
call classify('thread_link', 'P1', 'earlier_id', 'later_id');
create index thread_link_earlier on thread_link (partnership_id, earlier_id);
create index thread_link_later on thread_link (partnership_id, later_id);
