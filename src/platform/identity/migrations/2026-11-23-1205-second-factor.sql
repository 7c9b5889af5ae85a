-- What somebody can show beside the password. Several of each are allowed.

-- An app that makes a code every 30 seconds from a seed both know.
create table authenticator (
  account_id  uuid        not null references account,
  id          uuid        not null,
  seed_sealed bytea       not null,
  last_step   bigint      not null,                        -- of the last code shown: no code counts twice
  device      text        not null,                        -- where it was added
  made_at     timestamptz not null,
  primary key (account_id, id)
);
call classify('authenticator', 'P1', 'account_id', 'id', 'last_step', 'device', 'made_at');
call classify('authenticator', 'P4', 'seed_sealed');
call retain('authenticator', 'DESTROY', 'when its owner removes it');
grant select, insert, update, delete on authenticator to concordat_app;

-- A passkey or a hardware key.
create table passkey (
  account_id    uuid        not null references account,
  id            uuid        not null,
  credential_id text        not null unique,
  public_key    bytea       not null,
  counter       bigint      not null,
  transports    text[]      not null,
  device        text        not null,
  made_at       timestamptz not null,
  primary key (account_id, id)
);
call classify('passkey', 'P1', 'account_id', 'id', 'counter', 'transports', 'device', 'made_at');
call classify('passkey', 'P4', 'credential_id', 'public_key');
call retain('passkey', 'DESTROY', 'when its owner removes it');
grant select, insert, update, delete on passkey to concordat_app;

-- Codes on paper, each used once. Kept: a keyed hash. A used one stays until the next set, so that a set used up still counts
-- as a factor somebody has, and nobody else can put another in its place.
create table printed_code (
  account_id uuid        not null references account,
  code_hash  bytea       not null,
  made_at    timestamptz not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);
call classify('printed_code', 'P1', 'account_id', 'made_at', 'used_at');
call classify('printed_code', 'P4', 'code_hash');
call retain('printed_code', 'DESTROY', 'when the next set is printed or the set is removed');
grant select, insert, update, delete on printed_code to concordat_app;

-- Somebody lost every factor. One person asks for the reset, another agrees; neither is the owner, who is told.
create table factor_reset (
  id         uuid        primary key,
  account_id uuid        not null references account,
  asked_by   uuid        not null references account,
  asked_at   timestamptz not null,
  check (asked_by <> account_id)
);
create index factor_reset_of_account on factor_reset (account_id);
create index factor_reset_by_asker on factor_reset (asked_by);
call classify('factor_reset', 'P1', 'id', 'account_id', 'asked_by', 'asked_at');
call retain('factor_reset', 'REVIEW', 'two years after it was asked');
grant select, insert on factor_reset to concordat_app;

create table factor_reset_agreed (
  factor_reset_id uuid        primary key references factor_reset,
  agreed_by       uuid        not null references account,
  agreed_at       timestamptz not null
);
create index factor_reset_agreed_by_agreer on factor_reset_agreed (agreed_by);
call classify('factor_reset_agreed', 'P1', 'factor_reset_id', 'agreed_by', 'agreed_at');
call retain('factor_reset_agreed', 'REVIEW', 'with the reset it belongs to');
grant select, insert on factor_reset_agreed to concordat_app;

-- A session may be waiting for a factor, and holds the question a passkey is to answer.
alter table session add awaits_factor boolean not null default false;
alter table session add passkey_challenge text;
alter table session add challenged_at timestamptz;
call classify('session', 'P1', 'awaits_factor', 'challenged_at');
call classify('session', 'P4', 'passkey_challenge');
