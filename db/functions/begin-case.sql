-- A case begins with the parties that it has; whoever may open what is told in it follows from these
-- rows, so that nobody adds himself to a case that is there. An applicant begins one for those for
-- whom he acts, and about a status that one of them holds, a decision on one of them, or a case that was
-- sent in, is about one of them and is not over; an official one about a status, for its holder, or about
-- somebody whose case the Service has; a job the one that an effect opens.
create or replace function begin_case(the_case json, the_parties json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  the_id uuid := (the_case ->> 'id')::uuid;
  the_status text := the_case ->> 'about_status';
  the_decision uuid := (the_case ->> 'about_decision')::uuid;
  the_earlier uuid := (the_case ->> 'about_case')::uuid;
  the_person uuid := (the_case ->> 'about_party')::uuid;
  its_parties uuid[] := array(
    select party from json_to_recordset(the_parties) as had (party uuid)
  );
begin
  if not is_owner() and not coalesce(case session_user
    when 'kecid_portal' then its_parties <@ who.parties and (
      the_status is null or exists (
        select from status where number = the_status and holder = any (its_parties)
      )
    ) and (
      the_decision is null or exists (
        select from decision
        where id = the_decision and case_id = any (who.own_cases) and subject = any (its_parties)
      )
    ) and (
      the_earlier is null or exists (
        select from case_file join case_party on case_id = id and is_subject and until_on is null
        where id = the_earlier and id = any (who.own_cases) and party = any (its_parties)
          and filed_on is not null and stage <> 'ended'
      )
    ) and (the_person is null or its_parties = array[the_person])
      and (the_case -> 'asking') is not null = is_to_mission(the_case ->> 'type')
    when 'kecid_office' then who.sees_all and the_case -> 'asking' is null and case
      when the_status is not null then exists (
        select from status where number = the_status and holder = any (its_parties)
      )
      else its_parties = array[the_person] and exists (
        select from case_party join case_file on case_file.id = case_id
        where party = the_person and is_subject and number is not null and not is_apart(case_id)
      )
    end
    when 'kecid_jobs' then who.own_cases is null and the_case -> 'asking' is null and exists (
      select from effect join status on number = target
      where effect.id = who.effect and effect.effect = 'open' and target = the_status
        and holder = any (its_parties) and its_parties <@ (holder || array(
          select party from guardian_of(the_status, (the_case ->> 'opened_on')::date)
        ))
    )
  end, false) then
    raise exception 'nobody begins a case for these' using errcode = '42501';
  end if;
  if not exists (
    select from policy_document join type_step on type_step.type_hash = policy_document.hash
    where policy_document.kind = 'case-type' and policy_document.code = the_case ->> 'type'
      and type_step.kind = 'begin' and from_state = '' and to_state = the_case ->> 'state'
      and to_stage = the_case ->> 'stage'
      and (session_user <> 'kecid_portal' or exists (
        select from json_to_recordset(the_parties) as had (party uuid, role text)
        where party = who.party and role = any (by_roles)
      ))
      and (session_user <> 'kecid_office' or by_roles && who.roles)
      and (session_user <> 'kecid_jobs' or 'system' = any (by_roles))
  ) then
    raise exception 'no published type begins like that' using errcode = '42501';
  end if;

  insert into case_file (
    id, type, state, stage, state_since, version, about_status, about_decision, about_case,
    about_party, opened_on, changed_at
  )
  select id, type, state, stage, opened_on, 0, about_status, the_decision, the_earlier,
    the_person, opened_on, changed_at
  from json_to_record(the_case) as begun (
    id uuid, type text, state text, stage text, about_status text, opened_on date,
    changed_at timestamptz
  );

  insert into case_party (case_id, party, role, is_subject, state, from_on, acted_by)
  select the_id, party, role, is_subject, case when is_subject then 'open' end,
    (the_case ->> 'opened_on')::date, acted_by
  from json_to_recordset(the_parties)
    as had (party uuid, role text, is_subject boolean, acted_by uuid);

  if the_case -> 'asking' is not null then
    perform address_case(the_id, the_case -> 'asking');
  end if;

  -- From here on it is one of theirs.
  if session_user = 'kecid_portal' then
    who.own_cases := who.own_cases || the_id;
    if exists (
      select from json_to_recordset(the_parties) as had (party uuid, is_subject boolean)
      where party = any (who.parties) and not is_subject
    ) then
      who.whole_cases := who.whole_cases || the_id;
    end if;
    perform act_as(who);
  elsif session_user = 'kecid_jobs' then
    who.own_cases := array[the_id];
    perform act_as(who);
  end if;
end
$$;

-- Whether anybody has begun one: a house is furnished once.
create or replace function has_cases() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_file)
$$;
