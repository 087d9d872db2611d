-- A family is a case of the type that says so. Whoever is in one is shown to the others as they wrote
-- themselves down there, and by what they hold: to that they consent as they join, and it ends as they
-- leave. Nothing else of theirs is shown.

-- Whether a case is a family that is still there.
create or replace function is_family(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_file
    where id = the_case and stage <> 'ended'
      and said_by_policy('case-type', type) -> 'family' = 'true'
  )
$$;

-- Whom a family has, while nobody who asks is a stranger to it.
create or replace function of_family(the_case uuid) returns setof uuid
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select party from case_party
  where case_id = the_case and is_subject and until_on is null
    and the_case = any ((acting()).own_cases) and is_family(the_case)
$$;

-- What each of them wrote of themselves for it.
create or replace function written_for_family(the_case uuid)
returns table (subject uuid, block text, readable jsonb, sealed bytea)
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select subject, block, readable, sealed
  from answer
  where case_id = the_case and subject in (select of_family(the_case))
$$;

-- What each of them holds or held. No number and no case: those are the holder's own to show. The day
-- on which something was taken is told where its holder is told it. Whoever is here by themselves is shown
-- with what they hold elsewhere as the same person; of whoever was brought along, nobody consented to that.
create or replace function held_in_family(the_case uuid)
returns table (
  holder uuid, kind text, from_on date, until_on date, state text, ended_on date, by_time boolean
)
language sql stable security definer rows 8 set search_path = public, pg_temp as $$
  with people as (
    select here as person, here as holder from of_family(the_case) as here
    union
    select case_party.party, same
    from case_party cross join lateral same_as(case_party.party) as same
    where case_id = the_case and is_subject and until_on is null and acted_by is null
      and case_party.party in (select of_family(the_case))
  )
  select person, status.kind, from_on, until_on, state,
    case when event.audience = 'person' then event.happened_on end, ended_by is null
  from people
  join status on status.holder = people.holder
  left join event on event.id = ended_by
$$;

-- Whoever acts brings somebody along for whom they act already, in another case: no other person
-- is made of them.
create or replace function bring_known(the_case uuid, the_person json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  the_party uuid := (the_person ->> 'party')::uuid;
  the_role text := the_person ->> 'role';
  the_day date := (the_person ->> 'from_on')::date;
  its_roles text[] := array(
    select role from case_party
    where case_id = the_case and party = who.party and until_on is null
  );
begin
  if not coalesce(the_case = any (who.own_cases), false)
    or the_party = who.party or not coalesce(the_party = any (who.parties), false)
    or not may_join(the_case, the_role, its_roles)
    or exists (
      select from case_party
      where case_id = the_case and party = the_party and until_on is null
    )
  then
    raise exception 'nobody is brought along here' using errcode = '42501';
  end if;
  insert into case_party (case_id, party, role, is_subject, state, from_on, acted_by)
  values (the_case, the_party, the_role, true, 'open', the_day, who.party)
  on conflict (case_id, party, role) do update
  set until_on = null, from_on = excluded.from_on, state = excluded.state;
  perform act_as(with_cases(who));
end
$$;
