-- A link sent by e-mail: who holds it has the mailbox. We keep its hash, it works once, and it expires.
create table link_token (
  token_hash bytea       primary key,
  purpose    text        not null check (purpose in ('invitation', 'reset', 'email-old', 'email-new')),
  account_id uuid        not null references account,
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index link_token_of_account on link_token (account_id, purpose);
create index link_token_by_age on link_token (expires_at);
call classify('link_token', 'P1', 'purpose', 'account_id', 'made_at', 'expires_at');
call classify('link_token', 'P4', 'token_hash');
call retain('link_token', 'DESTROY', 'when it is used, or a day after it expires');
grant select, insert, update, delete on link_token to concordat_app;

-- A browser from which an account has signed in. Trusted once a sign-in there was whole, the second factor included: others'
-- wrong guesses do not slow it down.
create table known_device (
  account_id uuid        not null references account,
  token_hash bytea       not null,
  id         uuid        not null,
  device     text        not null,
  trusted    boolean     not null default false,
  made_at    timestamptz not null,
  seen_at    timestamptz not null,
  primary key (account_id, token_hash)
);
create index known_device_by_age on known_device (seen_at);
call classify('known_device', 'P1', 'account_id', 'id', 'device', 'trusted', 'made_at', 'seen_at');
call classify('known_device', 'P4', 'token_hash');
call retain('known_device', 'DESTROY', '400 days after it was last seen');
grant select, insert, update, delete on known_device to concordat_app;

-- Tries that may be guesses, counted by who tries what from where. The subject is a keyed hash: nobody can be read from it.
create table throttle (
  subject bytea       primary key,
  tries   integer     not null,
  last_at timestamptz not null,
  free_at timestamptz not null                             -- no further try before
);
create index throttle_by_age on throttle (last_at);
call classify('throttle', 'P1', 'tries', 'last_at', 'free_at');
call classify('throttle', 'P4', 'subject');
call retain('throttle', 'DESTROY', 'two days after the last try');
grant select, insert, update, delete on throttle to concordat_app;

-- A change of address under way: both mailboxes must say yes.
create table email_change (
  account_id       uuid        primary key references account,
  new_email        text        not null check (new_email = lower(new_email) and new_email like '_%@_%'),
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);
call classify('email_change', 'P1', 'account_id', 'new_email', 'made_at', 'expires_at', 'old_confirmed_at', 'new_confirmed_at');
call retain('email_change', 'DESTROY', 'when both have confirmed, or when it expires');
grant select, insert, update, delete on email_change to concordat_app;

-- What has happened to an account, for its owner to read.
create table account_event (
  account_id uuid        not null references account,
  id         uuid        not null,
  what       text        not null check (what in (
               'signed-in', 'password-set', 'password-changed', 'email-changed', 'factor-added', 'factor-removed',
               'factors-reset', 'sign-on-linked', 'sign-on-unlinked', 'sessions-ended')),
  device     text        not null,
  at         timestamptz not null,
  primary key (account_id, id)
);
create index account_event_by_age on account_event (at);
call classify('account_event', 'P1', 'account_id', 'id', 'what', 'device', 'at');
call retain('account_event', 'DESTROY', 'two years after it happened');
grant select, insert, delete on account_event to concordat_app;
