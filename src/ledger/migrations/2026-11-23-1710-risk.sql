-- The risk register: what might happen, how likely and how bad, what holds it back, and every review of it.

-- How risks are scored; a partnership without a row scores both likelihood and impact from 1 to 5.
create table risk_scale (
  partnership_id uuid     not null references partnership,
  highest        smallint not null check (highest in (4, 5)),
  primary key (partnership_id)
);
call belongs_to_partnership('risk_scale');
call classify('risk_scale', 'P0', 'partnership_id', 'highest');
call retain('risk_scale', 'KEEP', 'until it is set anew; it speaks of nobody');
grant select, insert, update on risk_scale to concordat_app;

create table risk (
  partnership_id      uuid     not null references partnership,
  id                  uuid     not null,
  number              integer  not null check (number > 0),
  title               text     not null,
  cause               text     not null,
  event               text     not null,                   -- what might happen
  effect              text     not null,                   -- for children
  category            text     not null check (category in ('workforce', 'funding', 'data', 'demand', 'reform', 'reputational', 'practice', 'other')),
  inherent_likelihood smallint not null check (inherent_likelihood between 1 and 5), -- as if nothing held it back
  inherent_impact     smallint not null check (inherent_impact between 1 and 5),
  likelihood          smallint not null check (likelihood between 1 and 5),
  impact              smallint not null check (impact between 1 and 5),
  target_likelihood   smallint not null check (target_likelihood between 1 and 5),
  target_impact       smallint not null check (target_impact between 1 and 5),
  owner_id            uuid,
  lead_agency_id      uuid,
  accepted_why        text     not null default '',        -- why no further reduction is possible; empty while it is sought
  review_on           date     not null,                   -- the next
  reviewed_on         date,                                -- the last
  raised_on           date     not null,
  closed_on           date,
  old_reference       text     not null default '',        -- in the register it was brought in from
  primary key (partnership_id, id),
  unique (partnership_id, number),
  foreign key (partnership_id, owner_id) references person (partnership_id, id),
  foreign key (partnership_id, lead_agency_id) references agency (partnership_id, id)
);
call belongs_to_partnership('risk');
call classify('risk', 'P1', 'partnership_id', 'id', 'number', 'title', 'cause', 'event', 'effect', 'category', 'inherent_likelihood', 'inherent_impact', 'likelihood', 'impact', 'target_likelihood', 'target_impact', 'owner_id', 'lead_agency_id', 'accepted_why', 'review_on', 'reviewed_on', 'raised_on', 'closed_on', 'old_reference');
call retain('risk', 'KEEP', 'what the partnership knew might happen, and what it did');
grant select, insert, update on risk to concordat_app;
create index risk_by_review on risk (partnership_id, closed_on, review_on);
create index risk_of_owner on risk (partnership_id, owner_id);
create index risk_of_agency on risk (partnership_id, lead_agency_id);

-- What holds a risk back, and how well.
create table risk_control (
  partnership_id uuid not null references partnership,
  id             uuid not null,
  risk_id        uuid not null,
  title          text not null,
  works          text not null check (works in ('well', 'partly', 'badly', 'untested')),
  ended_on       date,                                      -- since when it is no longer there
  primary key (partnership_id, id),
  foreign key (partnership_id, risk_id) references risk
);
call belongs_to_partnership('risk_control');
call classify('risk_control', 'P1', 'partnership_id', 'id', 'risk_id', 'title', 'works', 'ended_on');
call retain('risk_control', 'KEEP', 'with the risk');
grant select, insert, update on risk_control to concordat_app;
create index risk_control_of_risk on risk_control (partnership_id, risk_id, id);

-- What happened to a risk, one row for each thing, never changed. Each review holds the score of its day.
create table risk_entry (
  partnership_id uuid     not null references partnership,
  id             uuid     not null,
  risk_id        uuid     not null,
  kind           text     not null check (kind in ('raised', 'reviewed', 'changed', 'control', 'accepted', 'sought', 'closed', 'reopened', 'action', 'corrected')),
  likelihood     smallint check (likelihood between 1 and 5),
  impact         smallint check (impact between 1 and 5),
  highest        smallint check (highest in (4, 5)),        -- of the scale on that day
  said_on        date     not null,
  words          text     not null default '',
  entered_by     uuid     not null,
  said_by        uuid,                                      -- for whom the office entered it
  told_by        text     check (told_by in ('call', 'e-mail', 'meeting')),
  corrects       uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, risk_id) references risk,
  foreign key (partnership_id, entered_by) references person (partnership_id, id),
  foreign key (partnership_id, said_by) references person (partnership_id, id),
  foreign key (partnership_id, corrects) references risk_entry (partnership_id, id),
  check ((said_by is null) = (told_by is null)),
  check ((likelihood is null) = (impact is null) and (likelihood is null) = (highest is null))
);
call belongs_to_partnership('risk_entry');
call classify('risk_entry', 'P1', 'partnership_id', 'id', 'risk_id', 'kind', 'likelihood', 'impact', 'highest', 'said_on', 'words', 'entered_by', 'said_by', 'told_by', 'corrects');
call retain('risk_entry', 'KEEP', 'with the risk');
grant select, insert on risk_entry to concordat_app;
create index risk_entry_of_risk on risk_entry (partnership_id, risk_id, id);
create index risk_entry_by on risk_entry (partnership_id, entered_by);
create index risk_entry_said_by on risk_entry (partnership_id, said_by);
create index risk_entry_corrects on risk_entry (partnership_id, corrects);
