-- What inspectorates published: reference facts of no partnership, the same for everyone. The application reads them; only the
-- owner's commands write them.

-- A board covers its own council, or several. A review belongs to the board and not to a council.
create table safeguarding_board (
  id   uuid primary key,
  name text not null unique                              -- the area it covers
);
call classify('safeguarding_board', 'P0', 'id', 'name');
call retain('safeguarding_board', 'KEEP', 'published facts');
grant select on safeguarding_board to concordat_app;

-- The councils of the boards that cover more than one.
create table safeguarding_board_area (
  board_id       uuid not null references safeguarding_board,
  authority_code text not null unique references local_authority,
  primary key (board_id, authority_code)
);
call classify('safeguarding_board_area', 'P0', 'board_id', 'authority_code');
call retain('safeguarding_board_area', 'KEEP', 'published facts');
grant select on safeguarding_board_area to concordat_app;

create table inspection (
  id             uuid primary key,
  framework      text not null check (framework in ('sif', 'ilacs', 'jtai', 'slac', 'cpi', 'tlac')),
  authority_code text not null references local_authority,
  published_on   date not null,
  started_on     date,
  ended_on       date,
  kind           text,                                   -- re-inspection, standard, short; where the report says
  theme          text,                                   -- of a joint inspection
  report_url     text check (report_url ~ '^https?://'),
  source         text not null,                          -- 'built-in', or the file an operator imported it from
  unique (framework, authority_code, published_on)
);
call classify('inspection', 'P0', 'id', 'framework', 'authority_code', 'published_on', 'started_on', 'ended_on', 'kind',
              'theme', 'report_url', 'source');
call retain('inspection', 'KEEP', 'published facts');
grant select on inspection to concordat_app;
create index inspection_of_authority on inspection (authority_code);

create table inspection_judgement (
  inspection_id uuid not null references inspection,
  judgement     text not null,
  outcome       text not null check (outcome in ('outstanding', 'good', 'requires-improvement', 'inadequate', 'not-judged')),
  primary key (inspection_id, judgement)
);
call classify('inspection_judgement', 'P0', 'inspection_id', 'judgement', 'outcome');
call retain('inspection_judgement', 'KEEP', 'published facts');
grant select on inspection_judgement to concordat_app;

-- One review of a board, made beside one inspection. Its report may be the inspection's or one of its own, later.
create table board_review (
  inspection_id uuid primary key references inspection,
  board_id      uuid not null references safeguarding_board,
  published_on  date not null,
  outcome       text not null check (outcome in ('outstanding', 'good', 'requires-improvement', 'inadequate', 'not-judged'))
);
call classify('board_review', 'P0', 'inspection_id', 'board_id', 'published_on', 'outcome');
call retain('board_review', 'KEEP', 'published facts');
grant select on board_review to concordat_app;
create index board_review_of_board on board_review (board_id);
