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

-- What becomes of the rows: the action (REVIEW, ARCHIVE, ANONYMISE, DESTROY, KEEP), and when and why. The words stay in the
-- catalogue, where the catalogue test reads them. (What a column may show, `classify`, stands beside the trail.)
create procedure retain(of_table text, action text, rule text) language plpgsql as $$
begin
  if action not in ('REVIEW', 'ARCHIVE', 'ANONYMISE', 'DESTROY', 'KEEP') then
    raise exception 'retention % of table % is not known', action, of_table;
  end if;
  execute format('comment on table %I is %L', of_table, action || ': ' || rule);
end $$;
revoke execute on procedure retain(text, text, text) from public;
