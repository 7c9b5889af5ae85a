-- Who somebody is at their organisation's sign-on: issuer and subject, never the e-mail address.
create table sign_on_identity (
  issuer     text        not null,
  subject    text        not null,
  account_id uuid        not null references account,
  made_at    timestamptz not null,
  primary key (issuer, subject)
);
create index sign_on_identity_of_account on sign_on_identity (account_id);
call classify('sign_on_identity', 'P1', 'issuer', 'subject', 'account_id', 'made_at');
call retain('sign_on_identity', 'DESTROY', 'when its owner removes it');
grant select, insert, delete on sign_on_identity to concordat_app;

-- A sign-on under way. The browser holds a token; from it come the state, the nonce and the verifier, so none of them is here.
-- The row is deleted by the first return: an answer cannot be used twice.
create table sign_on_attempt (
  token_hash      bytea       primary key,
  purpose         text        not null check (purpose in ('sign-in', 'invitation', 'link', 'prove')),
  account_id      uuid        references account,
  invitation_hash bytea,
  goes_to         text        not null check (goes_to like '/%'),
  made_at         timestamptz not null
);
create index sign_on_attempt_by_age on sign_on_attempt (made_at);
create index sign_on_attempt_of_account on sign_on_attempt (account_id);
call classify('sign_on_attempt', 'P1', 'purpose', 'account_id', 'goes_to', 'made_at');
call classify('sign_on_attempt', 'P4', 'token_hash', 'invitation_hash');
call retain('sign_on_attempt', 'DESTROY', 'an hour after it began');
grant select, insert, delete on sign_on_attempt to concordat_app;
