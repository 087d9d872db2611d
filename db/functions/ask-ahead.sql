-- What policy in force lets somebody in a case have asked ahead.
create or replace function services_ahead(the_case uuid, the_subject uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select register ->> 'service'
  from case_file
  cross join jsonb_array_elements(said_by_policy('case-type', type) -> 'registers') as register
  where id = the_case and (register -> 'ahead')::boolean
    and (register -> 'of' is null or exists (
      select from case_party
      where case_id = the_case and party = the_subject and until_on is null
        and register -> 'of' ? role
    ))
$$;

-- Somebody who is still writing has registers asked about whom they write of: the same service anew takes the
-- place of what it was asked before. Nothing is asked, and why is said, while an earlier question is on its way,
-- and where they asked as often today as anybody may.
create or replace function ask_ahead(
  the_case uuid, the_subject uuid, the_inquiries json, the_moment timestamptz, out withheld text
)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a_day constant integer := 10;
  -- Whoever names another day would begin to count anew.
  moment timestamptz := case when exists (select from own_time) then the_moment else now() end;
  wanted text[] := array(
    select service from json_to_recordset(the_inquiries) as asked (service text)
  );
  so_often integer;
begin
  perform check_writes_in(the_case, the_subject);
  if exists (select from case_file where id = the_case and stage <> 'draft') then
    raise exception 'what was sent in is asked by itself' using errcode = '42501';
  end if;
  if not wanted <@ array(select services_ahead(the_case, the_subject)) then
    raise exception 'policy lets nobody ask that ahead' using errcode = '42501';
  end if;
  perform check_named(the_case, the_inquiries);
  -- Whoever takes one to ask it waits for this, and finds it no more.
  perform from inquiry
  where case_id = the_case and party = the_subject and ahead and service = any (wanted)
  for update;
  if exists (
    select from inquiry
    where case_id = the_case and party = the_subject and ahead and service = any (wanted)
      and is_on_its_way(inquiry, moment)
  ) then
    withheld := 'on-its-way';
    return;
  end if;
  insert into asked_ahead as asked (party, asked_on, times)
  values (coalesce((acting()).party, the_subject), (moment at time zone 'Asia/Baku')::date, 1)
  on conflict (party, asked_on) do update set times = asked.times + 1
  returning times into so_often;
  if so_often > a_day then
    withheld := 'too-often';
    return;
  end if;
  delete from inquiry
  where case_id = the_case and party = the_subject and ahead and service = any (wanted);
  -- They look at the page meanwhile: they come first.
  insert into inquiry (
    id, case_id, party, system, service, ground, ahead, asked_at, question_sealed, state, next_at, named
  )
  select id, the_case, the_subject, system, service, ground, true, the_moment,
    decode(question_sealed, 'base64'), 'waiting', '-infinity', nullif(named, the_subject)
  from json_to_recordset(the_inquiries) as asked (
    id uuid, service text, question_sealed text, named uuid
  )
  join services_in_force() using (service);
end
$$;
