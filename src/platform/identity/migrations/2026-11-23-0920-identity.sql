-- An account is somebody who signs in. It belongs to no partnership; a person is their presence in one.
create table account (
  id              uuid        primary key,
  email           text        not null unique check (email = lower(email) and email like '_%@_%'),
  name            text        not null,
  password_hash   text,                                  -- argon2id; none until the invitation is answered, or with single sign-on alone
  factor_required boolean     not null default false,    -- kept by the partnership floor from the roles the account holds
  made_at         timestamptz not null default now(),
  closed_at       timestamptz
);
call classify('account', 'P1', 'id', 'email', 'name', 'factor_required', 'made_at', 'closed_at');
call classify('account', 'P4', 'password_hash');
call retain('account', 'REVIEW', 'two years after its last membership ended; its name stays where it acted');
grant select, insert, update on account to concordat_app;

-- A session is a row, so that ending it is immediate. The cookie holds the token; we keep only its hash.
create table session (
  token_hash bytea       primary key,
  id         uuid        not null unique,
  account_id uuid        not null references account,
  factor     text        check (factor in ('passkey', 'authenticator', 'printed-code', 'single-sign-on', 'example')),
  made_at    timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  proved_at  timestamptz not null default now(),         -- when a password or factor was last shown
  ends_at    timestamptz not null,
  device     text        not null
);
create index session_of_account on session (account_id);
call classify('session', 'P1', 'id', 'account_id', 'factor', 'made_at', 'seen_at', 'proved_at', 'ends_at', 'device');
call classify('session', 'P4', 'token_hash');
call retain('session', 'DESTROY', 'a day after it ended');
grant select, insert, update, delete on session to concordat_app;
