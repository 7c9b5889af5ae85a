-- Who is asking, and for which partnership, is said once at the start of each transaction (SET LOCAL) and read here.
-- After a transaction such a setting is '' and not null on that connection, hence nullif. Unset means no rows.
create function in_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concordat.account', true), '')::uuid $$;
create function in_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concordat.person', true), '')::uuid $$;
create function in_partnership() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('concordat.partnership', true), '')::uuid $$;
create function in_cases() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('concordat.cases', true), ''), '{}')::uuid[] $$;

-- How migrations say what a table is. The words stay in the catalogue, where the catalogue test reads them.

-- The protection class of columns: P0 public, P1 working, P2 restricted, P3 protected field, P4 secret.
create procedure classify(of_table text, class text, variadic columns text[]) language plpgsql as $$
declare
  named text;
begin
  if class not in ('P0', 'P1', 'P2', 'P3', 'P4') then
    raise exception 'class % of table % is not one of P0 to P4', class, of_table;
  end if;
  foreach named in array columns loop
    execute format('comment on column %I.%I is %L', of_table, named, class);
  end loop;
end $$;

-- What becomes of the rows: the action (REVIEW, ARCHIVE, ANONYMISE, DESTROY, KEEP), and when and why.
create procedure retain(of_table text, action text, rule text) language plpgsql as $$
begin
  if action not in ('REVIEW', 'ARCHIVE', 'ANONYMISE', 'DESTROY', 'KEEP') then
    raise exception 'retention % of table % is not known', action, of_table;
  end if;
  execute format('comment on table %I is %L', of_table, action || ': ' || rule);
end $$;
