-- Whose people a case may ask one by one: everybody in that role on that day, and whether they took part
-- in what the case is about.
create or replace function people_asked(the_case uuid, the_role text, the_day date)
returns table (party uuid, took_part boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with earlier as (
    select coalesce(about_case, decision.case_id, status.case_id) as case_id
    from case_file
    left join decision on decision.id = about_decision
    left join status on status.number = about_status
    where case_file.id = the_case and sees_case(the_case)
  )
  select distinct membership.party, exists (
    select from event where event.case_id = earlier.case_id and event.actor = membership.party
  )
  from membership, earlier
  where membership.role = the_role and from_on <= the_day and coalesce(until_on >= the_day, true)
  order by membership.party
$$;
