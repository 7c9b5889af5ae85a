-- Each form carries a key that is used once. The same key with the same answers is told the same result; with other answers
-- it is refused. Kept: hashes and where the answer led, never what was typed.
create table form_use (
  account_id uuid        not null references account,
  key_hash   bytea       not null,
  body_hash  bytea       not null,
  led_to     text        not null,
  used_at    timestamptz not null default now(),
  primary key (account_id, key_hash)
);
call classify('form_use', 'P1', 'account_id', 'led_to', 'used_at');
call classify('form_use', 'P4', 'key_hash', 'body_hash');
call retain('form_use', 'DESTROY', 'two days after its use');
grant select, insert, update, delete on form_use to concordat_app;
create index form_use_by_age on form_use (used_at);
