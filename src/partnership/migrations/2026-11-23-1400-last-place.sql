-- Where somebody was last, so that a page across all their partnerships keeps the menu of that one.
alter table session add column last_slug text references partnership_slug on delete set null;
call classify('session', 'P1', 'last_slug');
