-- Coming in person: whoever has to, or acts for them, chooses when, or an official of the Service does it for
-- them; officials of the Service say who came; a job tells what a calendar has moved, and reminds. The hours of the place and its seats are held here whole. Of
-- days this refuses what no calendar would allow, and what the calendar in force names as off: the rest is counted by
-- the core alone.

-- What a step of a case asks people to come for, by the type that the case goes by.
create or replace function visit_asked(the_case uuid, the_step text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select ask -> 'visit' from types_of_case(the_case) as type_hash
  join policy_document on hash = type_hash
  cross join jsonb_array_elements(canonical::jsonb -> 'steps') as step
  cross join jsonb_array_elements(step -> 'asks') as ask
  where ask ->> 'step' = the_step and ask ->> 'kind' = 'appearance'
  limit 1
$$;

-- A place as it is in force.
create or replace function place_now(the_place text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select canonical::jsonb from policy_version_document as own
  join policy_document on policy_document.hash = own.hash
  where own.version = (select max(id) from policy_version) and kind = 'place' and code = the_place
$$;

-- Whether a visit begins there at that moment, on a day that is worked.
create or replace function begins_visit(the_place jsonb, the_moment timestamptz) returns boolean
language sql immutable as $$
  select exists (
    select from jsonb_array_elements(the_place -> 'hours' -> (
      array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    )[extract(isodow from the_moment at time zone 'Asia/Baku')::integer]) as open
    cross join lateral (
      select extract(
        epoch from (the_moment at time zone 'Asia/Baku')::time - (open ->> 'from')::time
      ) / 60 as after,
      extract(epoch from (open ->> 'until')::time - (open ->> 'from')::time) / 60 as whole,
      (the_place ->> 'minutes')::numeric as length
    ) as times
    where after >= 0 and after + length <= whole and mod(after::numeric, length) = 0
  )
$$;

-- Whether the calendar in force names that day as off. Weekends, and a year that has no calendar, are not asked here.
create or replace function is_named_off(the_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from policy_version_document as own
    join policy_document on policy_document.hash = own.hash
    cross join (select jsonb_build_array(jsonb_build_object('on', the_day)) as day) as asked
    where own.version = (select max(id) from policy_version)
      and kind = 'calendar' and code = extract(year from the_day)::integer::text
      and (canonical::jsonb -> 'holidays' @> day or canonical::jsonb -> 'restDays' @> day)
      and not canonical::jsonb -> 'workedDays' @> day
  )
$$;

-- The earliest day that any calendar could give: as many days ahead as the place wants working days, and as many after
-- the decision as what is fetched is made in.
create or replace function soonest_visit(the_case uuid, the_visit jsonb, the_place jsonb, today date) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select greatest(
    today + (the_place ->> 'noticeDays')::integer,
    min(happened_on) + (the_visit ->> 'afterDays')::integer
  )
  from event where case_id = the_case and kind = 'decide'
$$;

-- How many are expected at a place at each moment of some days; not who.
create or replace function seats_taken(the_place text, the_start timestamptz, the_end timestamptz)
returns table (starts_at timestamptz, taken integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select appointment.starts_at, count(*)::integer from appointment
  where place = the_place and appointment.starts_at >= the_start and appointment.starts_at < the_end
    and state in ('booked', 'came', 'missed')
  group by appointment.starts_at
$$;

-- One seat at that moment, the first that is free; false where there is none.
create or replace function take_seat(the_case uuid, the_step text, wanted json, the_moment timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seats integer := (place_now(wanted ->> 'place') ->> 'seats')::integer;
begin
  for the_seat in 1 .. seats loop
    insert into appointment (
      id, case_id, party, step, place, starts_at, seat, booked_at, changed_at, by_service
    )
    values (
      (wanted ->> 'id')::uuid, the_case, (wanted ->> 'party')::uuid, the_step, wanted ->> 'place',
      (wanted ->> 'starts_at')::timestamptz, the_seat, the_moment, the_moment,
      records_visits(the_case, the_step)
    )
    on conflict (place, starts_at, seat) where state in ('booked', 'came', 'missed') do nothing;
    if found then
      return true;
    end if;
  end loop;
  return false;
end
$$;

-- What was done with a time, of whom it is about; never nothing.
create or replace function enter_visit(the_party uuid, the_case uuid, the_leaf json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_leaf is null or json_typeof(the_leaf) <> 'object' or the_leaf ->> 'leaf' is null
    or the_leaf ->> 'leaf_hash' is null or the_leaf ->> 'opening' is null
  then
    raise exception 'what is done with a time has its leaf' using errcode = '42501';
  end if;
  perform enter_leaf(the_party, the_case, the_leaf);
end
$$;

-- An official of the Service who may record, from where the case stands, that they came.
create or replace function records_visits(the_case uuid, the_step text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((acting()).sees_all, false) and sees_case(the_case) and exists (
    select from case_file
    join type_step on type_step.type_hash = any (array(select types_of_case(case_file.id)))
      and from_state = case_file.state and type_step.step = the_step
    where case_file.id = the_case and by_roles && (acting()).roles
  )
$$;

-- Whether the time of somebody in a case is whoever acts to say: theirs, or that of an official for them.
create or replace function says_when(the_case uuid, the_step text, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (the_party = any ((acting()).parties) or records_visits(the_case, the_step)) and exists (
    select from case_party
    where case_id = the_case and party = the_party and is_subject and until_on is null
  )
$$;

-- Whether somebody is beside whoever acts in a case that is about both: either may choose for both at once.
create or replace function comes_beside(the_case uuid, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_party as own
    join case_party as other on other.case_id = own.case_id
    where own.case_id = the_case and own.is_subject and own.until_on is null
      and own.party = any ((acting()).parties)
      and other.party = the_party and other.is_subject and other.until_on is null
      and other.party <> all ((acting()).parties)
  )
$$;

-- Whether somebody has to come, by what was decided of them, and never had a time that was not taken away from them:
-- what they have chosen, moved or given back is theirs alone.
create or replace function lacks_time(the_case uuid, the_step text, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not visit_asked(the_case, the_step) ? 'when'
    and not exists (
      select from appointment
      where case_id = the_case and step = the_step and party = the_party and state <> 'called-off'
    )
    and (
      not exists (select from decision where case_id = the_case)
      or exists (
        select from decision
        where case_id = the_case and subject = the_party and set_aside_by is null
          and case when visit_asked(the_case, the_step) ? 'outcomes'
            then visit_asked(the_case, the_step) -> 'outcomes' ? outcome
            else exists (select from status where case_id = the_case and holder = the_party)
          end
      )
    )
$$;

-- Whoever acts chooses for themselves and for those for whom they act, and for others who come beside them where they
-- lack a time; an official of the Service for whoever comes. All of them or none; what was chosen before gives way.
-- What an official does is no move of theirs, and bound by no number of them. False where somebody was faster.
create or replace function choose_appointments(
  the_case uuid, the_step text, the_wanted json, the_letters json, the_moment timestamptz
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  visit jsonb := visit_asked(the_case, the_step);
  official boolean := coalesce(records_visits(the_case, the_step), false);
  today date := (believed(the_moment) at time zone 'Asia/Baku')::date;
  wanted json;
  the_day date;
  beside boolean;
  left_out text[] := '{}';
  letters json;
begin
  if not sees_case(the_case) or not exists (
    select from task
    where case_id = the_case and kind = 'appearance' and step = the_step and state = 'open'
  ) then
    raise exception 'nobody is asked to come for this' using errcode = '42501';
  end if;
  begin
    for wanted in
      select value from json_array_elements(the_wanted) order by value ->> 'starts_at', value ->> 'party'
    loop
      the_day := ((wanted ->> 'starts_at')::timestamptz at time zone 'Asia/Baku')::date;
      beside := not official and comes_beside(the_case, (wanted ->> 'party')::uuid);
      if not (beside or coalesce(says_when(the_case, the_step, (wanted ->> 'party')::uuid), false))
        or not place_now(wanted ->> 'place') -> 'serves' ? (visit ->> 'for')
        or not begins_visit(place_now(wanted ->> 'place'), (wanted ->> 'starts_at')::timestamptz)
        or (wanted ->> 'starts_at')::timestamptz <= believed(the_moment)
        or the_day > today + (place_now(wanted ->> 'place') ->> 'aheadDays')::integer
        or the_day < soonest_visit(the_case, visit, place_now(wanted ->> 'place'), today)
        or is_named_off(the_day)
      then
        raise exception 'a time is chosen for oneself, where there is one' using errcode = '42501';
      end if;
      if beside and not lacks_time(the_case, the_step, (wanted ->> 'party')::uuid) then
        left_out := left_out || (wanted ->> 'party');
        continue;
      end if;
      update appointment set state = 'moved', changed_at = the_moment, by_service = official
      where case_id = the_case and step = the_step and party = (wanted ->> 'party')::uuid
        and state = 'booked';
      if not official and (
        select count(*) from appointment
        where case_id = the_case and step = the_step and party = (wanted ->> 'party')::uuid
          and state in ('moved', 'cancelled') and not by_service
      ) > (visit ->> 'moves')::integer then
        raise exception 'it was moved as often as it can be' using errcode = '42501';
      end if;
      if not take_seat(the_case, the_step, wanted, the_moment) then
        raise exception 'somebody was faster' using errcode = 'KC003';
      end if;
      perform enter_visit((wanted ->> 'party')::uuid, the_case, wanted -> 'leaf');
    end loop;
  exception when sqlstate 'KC003' then
    return false;
  end;
  select coalesce(json_agg(value), '[]') into letters
  from json_array_elements(the_letters) where value ->> 'subject' <> all (left_out);
  perform record_letters(the_case, letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(letters) as written (id uuid);
  return true;
end
$$;

-- They do not come then.
create or replace function cancel_appointment(
  the_id uuid, the_leaf json, the_letters json, the_moment timestamptz
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its appointment;
begin
  select * into its from appointment where id = the_id for update;
  if its.id is null or not sees_case(its.case_id)
    or not coalesce(says_when(its.case_id, its.step, its.party), false)
  then
    raise exception 'a time is given back by whoever has it' using errcode = '42501';
  end if;
  update appointment set state = 'cancelled', changed_at = the_moment,
    by_service = coalesce(records_visits(its.case_id, its.step), false)
  where id = the_id and state = 'booked' and starts_at > believed(the_moment);
  if not found then
    return false;
  end if;
  perform enter_visit(its.party, its.case_id, the_leaf);
  perform record_letters(its.case_id, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid);
  return true;
end
$$;

-- An official who may record it says whether somebody came, from that day on.
create or replace function record_visit(
  the_id uuid, the_state text, the_leaf json, the_moment timestamptz
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its appointment;
begin
  select * into its from appointment where id = the_id for update;
  if its.id is null or not coalesce(records_visits(its.case_id, its.step), false)
    or the_state not in ('came', 'missed')
  then
    raise exception 'who came is recorded by whoever may record it' using errcode = '42501';
  end if;
  update appointment set state = the_state, changed_at = the_moment
  where id = the_id and state = 'booked'
    and (starts_at at time zone 'Asia/Baku')::date <= reached((the_moment at time zone 'Asia/Baku')::date);
  if found then
    perform enter_visit(its.party, its.case_id, the_leaf);
  end if;
  return found;
end
$$;

-- What they come for is not waited for any more.
create or replace function appointments_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update appointment set state = 'called-off', changed_at = recorded_at
  from event
  where event.id = new.closed_by and appointment.case_id = new.case_id
    and appointment.step = new.step and appointment.state = 'booked';
  return null;
end
$$;

-- Jobs: a page of what is chosen, with who is written to about it.
create or replace function appointments_booked(after_appointment uuid)
returns table (
  id uuid, case_id uuid, party uuid, step text, place text, starts_at timestamptz,
  booked_at timestamptz, reminded_at timestamptz, number text, type text, type_hash text, procedure_hash text, state text, reader json
)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select appointment.id, appointment.case_id, appointment.party, appointment.step, place, starts_at,
    booked_at, reminded_at, number, type, type_hash, procedure_hash, case_file.state, (
      select json_build_object(
        'party', account.party, 'language', account.language, 'subject', own.party
      )
      from case_party as own
      join account on account.party in (own.party, own.acted_by)
        and face = 'portal' and closed_at is null
      where own.case_id = appointment.case_id and own.party = appointment.party
      order by account.party = own.party desc limit 1
    )
  from appointment
  join case_file on case_file.id = appointment.case_id
  where appointment.state = 'booked' and appointment.id > after_appointment
  order by appointment.id
  limit 200
$$;

-- Nobody is there then, and they are told.
create or replace function lift_appointment(
  the_id uuid, the_leaf json, the_letters json, the_moment timestamptz
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its appointment;
begin
  update appointment set state = 'called-off', changed_at = the_moment
  where id = the_id and state = 'booked' and starts_at > believed(the_moment)
  returning * into its;
  if not found then
    return false;
  end if;
  if the_leaf is not null then
    perform enter_leaf(its.party, its.case_id, the_leaf);
  end if;
  perform record_letters(its.case_id, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid);
  return true;
end
$$;

-- Once.
create or replace function remind_of_appointment(
  the_id uuid, the_letters json, the_moment timestamptz
)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its appointment;
begin
  update appointment set reminded_at = the_moment
  where id = the_id and state = 'booked' and reminded_at is null
  returning * into its;
  if found then
    perform record_letters(its.case_id, the_letters);
  end if;
end
$$;
