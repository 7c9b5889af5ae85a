-- When a session was last used again after it had stood unused for a quarter of an hour: until its owner proves who they are
-- once more, restricted records stay shut in it.
alter table session add column rested_at timestamptz;
call classify('session', 'P1', 'rested_at');
