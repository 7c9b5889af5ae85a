-- Mail waits here from the moment that makes it needed, in the same transaction, until a job has handed it over. Each row is
-- one message to one recipient: an account, whose address is read when it is sent, or an address not yet anyone's.
create table outbox (
  id           uuid        primary key,                    -- also what the message is called on its way, so that a server can tell a repeat
  account_id   uuid        references account,
  address      text,
  kind         text        not null,                       -- which letter
  data         jsonb       not null,                       -- what differs in it: names of partnerships, times, kinds of device; no words typed by others
  made_at      timestamptz not null,
  due_at       timestamptz not null,                       -- when to try next
  tries        smallint    not null default 0,
  leased_until timestamptz,                                -- somebody is sending it until then
  check (num_nonnulls(account_id, address) = 1)
);
create index outbox_by_due on outbox (due_at);
create index outbox_of_account on outbox (account_id);
call classify('outbox', 'P1', 'id', 'account_id', 'address', 'kind', 'data', 'made_at', 'due_at', 'tries', 'leased_until');
call retain('outbox', 'DESTROY', 'when it was handed over or given up');
grant select, insert, update, delete on outbox to concordat_app;

-- What became of a message. One for each, so that none is handed over twice.
create table mail_ended (
  id         uuid        primary key,
  account_id uuid        references account,
  kind       text        not null,
  outcome    text        not null check (outcome in ('sent', 'not-needed', 'refused', 'given-up')),
  ended_at   timestamptz not null
);
create index mail_ended_by_age on mail_ended (ended_at);
create index mail_ended_of_account on mail_ended (account_id);
call classify('mail_ended', 'P1', 'id', 'account_id', 'kind', 'outcome', 'ended_at');
call retain('mail_ended', 'DESTROY', '90 days after it ended');
grant select, insert, delete on mail_ended to concordat_app;

-- An address that a mail server refused for good. Nothing more is sent to it until its owner, or the office, confirms it.
create table refused_address (
  address    text        primary key,
  refused_at timestamptz not null,
  reply_code text        not null
);
call classify('refused_address', 'P1', 'address', 'refused_at', 'reply_code');
call retain('refused_address', 'DESTROY', 'when the address is confirmed');
grant select, insert, update, delete on refused_address to concordat_app;

-- Only a server that holds the example and has no mail server writes here: what would have been sent to invented people.
create table example_mail (
  id      uuid        primary key,
  address text        not null,
  subject text        not null,
  body    text        not null,
  sent_at timestamptz not null
);
call classify('example_mail', 'P1', 'id', 'address', 'subject', 'sent_at');
call classify('example_mail', 'P4', 'body');
call retain('example_mail', 'DESTROY', 'after seven days');
grant select, insert, delete on example_mail to concordat_app;
