-- Who acts for whoever holds a status, as they did in the case that names them, and the language in which they
-- read; nobody, once their mandate has ended. A case about the status is theirs too. Asked by whoever opens
-- one: officials, and the job that carries out the effect about that status.
create or replace function guardian_of(the_number text, the_day date)
returns table (party uuid, language text)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select account.party, account.language
  from status
  join case_party on case_party.case_id = status.named_in and case_party.party = status.holder
  join account on account.party = case_party.acted_by and closed_at is null
  join mandate on mandate.account = account.id and mandate.party = status.holder
  where status.number = the_number
    and mandate.from_on <= the_day and coalesce(mandate.until_on >= the_day, true)
    and (
      is_owner() or (acting()).sees_all
      or the_number = (select target from effect where id = (acting()).effect)
    )
  limit 1
$$;
