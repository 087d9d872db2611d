-- One step of a case, written in one call: the row, its event, the leaf and what follows, or
-- none of it. One call because round trips, not work, are what a submission waits for.
--
-- The rule is the core's. What is asked here holds whoever calls: that it is they who act, in a role
-- that they have; that a published type has this step from this state to that one, for that role;
-- and that whoever proposed does not decide. Holds the case; false where somebody was faster.
create or replace function check_step(the_case json, the_event json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  the_id uuid := (the_case ->> 'id')::uuid;
  the_actor uuid := (the_event ->> 'actor')::uuid;
  the_role text := the_event ->> 'role';
  the_step text := the_event ->> 'step';
  was case_file;
  begins boolean;
  way type_step;
begin
  select * into was from case_file where id = the_id for no key update;
  begins := was.version = 0;
  if not is_owner() and not coalesce(case session_user
    when 'kecid_portal' then the_actor = any (who.parties) and the_id = any (who.own_cases)
      and exists (
        select from case_party
        where case_id = the_id and party = the_actor and role = the_role and until_on is null
      )
    when 'kecid_office' then is_their_act(the_event)
      and (begins or sees_case(the_id))
      and not exists (
        select from case_party
        where case_id = the_id and party = the_actor and until_on is null
      )
    when 'kecid_jobs' then the_id = any (who.own_cases)
      and the_actor is null and the_role = 'system'
      and (the_event ->> 'kind' = 'move') = (who.moves_to is not null)
  end, false) then
    raise exception 'this step is not for whoever acts' using errcode = '42501';
  end if;
  if was.version is distinct from (the_case ->> 'versionBefore')::integer then
    return false;
  end if;

  if the_event ->> 'kind' = 'move' then
    perform check_move(the_case, the_event);
    perform is_by_policy_in_force((the_event ->> 'policy')::bigint);
    return true;
  end if;

  select type_step.* into way from type_step
  where type_hash in (
      select types_of_case(the_id) where the_case ->> 'typeHash' is null
      union all
      select the_case ->> 'typeHash'
      where exists (
        select from policy_document
        where hash = the_case ->> 'typeHash' and kind = 'case-type' and code = was.type
      ) and (was.type_hash is null or was.type_hash = the_case ->> 'typeHash')
    )
    and step = the_step and kind = the_event ->> 'kind'
    and from_state = case when begins then '' else was.state end
    and to_state = the_case ->> 'state' and to_stage = the_case ->> 'stage'
    and to_state = the_event ->> 'to_state' and the_role = any (by_roles)
  limit 1;
  if not found then
    raise exception 'no published type has the step % from % to %',
      the_step, was.state, the_case ->> 'state' using errcode = '42501';
  end if;
  if the_actor in (
    (
      select actor from event where case_id = the_id and event.step = way.not_by
      order by seq desc limit 1
    ),
    (
      -- Time may have proposed since somebody did.
      select actor from event
      where way.kind = 'decide' and case_id = the_id and (
        event.kind = 'propose' or event.kind = 'lapse' and exists (
          select from type_step as led
          where led.type_hash = way.type_hash and led.step = event.step and to_state <> from_state
        )
      )
      order by seq desc limit 1
    )
  ) then
    raise exception 'another person must take the step %', the_step using errcode = '42501';
  end if;
  if session_user = 'kecid_office' and way.kind not in ('assign', 'say', 'tell') and exists (
    select from task
    where case_id = the_id and task.state = 'open' and task.kind in ('next-move', 'elsewhere')
      and owner_role = the_role and owner_party <> the_actor
  ) then
    raise exception 'the next move is another official''s' using errcode = '42501';
  end if;
  if way.kind in ('propose', 'decide') and exists (
    select from event
    where actor = the_actor and case_id = coalesce(
      was.about_case, (select decision.case_id from decision where id = was.about_decision)
    )
  ) then
    raise exception 'nobody decides about what they took part in' using errcode = '42501';
  end if;
  if way.kind = 'consult' and not coalesce((
    select count(*) = 1 and bool_and(service = any (way.registers)
      and coalesce(does in ('send', 'ask'), true) and exists (
      select from case_party
      where case_id = the_id and party = subject and is_subject and until_on is null
    ))
    from json_to_recordset(the_event -> 'readable' -> 'consults') as asked (
      subject uuid, service text, does text
    )
  ), false) then
    raise exception 'the step % asks no such register about them', the_step using errcode = '42501';
  end if;
  if way.kind <> 'consult' and exists (
    select from json_to_recordset(the_event -> 'readable' -> 'consults') as asked (service text, body text)
    where not asks_of_policy(
      coalesce(the_case ->> 'typeHash', was.type_hash),
      coalesce(the_case ->> 'procedureHash', was.procedure_hash), was.type, asked.service, asked.body
    )
  ) then
    raise exception 'policy has no such register asked by the step %', the_step using errcode = '42501';
  end if;
  -- Of a kind of which people have one at a time, what they begin about nothing else.
  if way.kind = 'file' and was.filed_on is null and the_case ->> 'number' is not null
    and session_user = 'kecid_portal' and coalesce((
      select not canonical::jsonb -> 'begins' ? 'about'
        and canonical::jsonb -> 'begins' -> 'unless' @> '[{"test": "same-type-open"}]'
      from policy_document where hash = way.type_hash
    ), false) and exists (select from sent_in_beside(the_id))
  then
    raise exception 'another of this kind was sent in' using errcode = '42501';
  end if;
  if was.number <> the_case ->> 'number' then
    raise exception 'a case keeps its number' using errcode = '42501';
  end if;
  if the_event ->> 'cause' is not null and not coalesce(is_owner() or (
    select event.id = (the_event ->> 'cause')::uuid
    from effect join decision on decision.id = effect.decision join event on event.id = decided_by
    where effect.id = who.effect
  ), false) then
    raise exception 'this step does not follow from that one' using errcode = '42501';
  end if;
  perform is_by_policy_in_force((the_event ->> 'policy')::bigint);
  return true;
end
$$;

-- The letters of a case, to nobody but those who have it.
create or replace function record_letters(the_case uuid, the_letters json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from json_to_recordset(the_letters) as written (party uuid)
    where party not in (select case_party.party from case_party where case_id = the_case)
  ) then
    raise exception 'letters of a case go to those who have it' using errcode = '42501';
  end if;
  insert into letter (
    id, party, subject, case_id, code, language, content_sealed, written_at, send_from
  )
  select id, party, subject, the_case, code, language, decode(content_sealed, 'base64'),
    written_at, send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, subject uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );
end
$$;

-- Brings whose turn it is to what is wanted. What is wanted no more is done where whoever had to move
-- has, or where it was answered, else dropped.
create or replace function record_tasks(the_case uuid, the_event json, the_tasks json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_over boolean := the_event ->> 'kind' = 'decide' or (
    select stage = 'ended' from case_file where id = the_case
  );
begin
  -- Of a step of time that was taken back nobody is told: its letters are still here.
  if the_event ->> 'kind' = 'reopen' and (the_event -> 'readable' ->> 'done')::boolean
    and the_event -> 'readable' ->> 'decision' is null
  then
    delete from letter where case_id = the_case and send_from is not null;
  end if;

  with wanted as (
    select * from json_to_recordset(the_tasks) as wanted (
      kind text, step text, owner_body text, owner_party uuid, counted jsonb, due_on date,
      silence text, shows jsonb
    )
  )
  update task set
    counted = wanted.counted, due_on = wanted.due_on, silence = wanted.silence,
    shows = wanted.shows, version = version + 1
  from wanted
  where case_id = the_case and state = 'open'
    and task.kind = wanted.kind and task.step = wanted.step
    and (task.owner_body, task.owner_party)
      is not distinct from (wanted.owner_body, wanted.owner_party)
    and (task.counted, task.due_on, task.silence, task.shows)
      is distinct from (wanted.counted, wanted.due_on, wanted.silence, wanted.shows);

  update task set
    state = case
      when case kind
        when 'next-move' then owner_role = the_event ->> 'role'
        when 'elsewhere' then the_event ->> 'kind' = 'report'
        when 'notice' then the_event ->> 'kind' = 'decide'
        else the_event ->> 'kind' in ('answer', 'say') and step = the_event ->> 'step'
      end then 'done'
      else 'dropped'
    end,
    closed_by = (the_event ->> 'id')::uuid,
    version = version + 1
  where case_id = the_case and state = 'open'
    -- An official has seen it; nobody else's step says so. What a council asked for stays until that
    -- was decided.
    and (task.kind <> 'notice' or is_over or
      not asks_by_a_day(task) and the_event ->> 'role' in (select role from office_role))
    and not exists (
      select from json_to_recordset(the_tasks) as wanted (
        kind text, step text, owner_body text, owner_party uuid
      )
      where task.kind = wanted.kind and task.step = wanted.step
        and (task.owner_body, task.owner_party)
          is not distinct from (wanted.owner_body, wanted.owner_party)
    );

  -- And is asked of whoever has the next move by then.
  update task set
    owner_role = moves.owner_role, owner_party = moves.owner_party, version = version + 1
  from json_to_recordset(the_tasks) as moves (kind text, owner_role text, owner_party uuid)
  join office_role on office_role.role = moves.owner_role
  where moves.kind in ('next-move', 'elsewhere') and case_id = the_case and state = 'open'
    and asks_by_a_day(task)
    and (task.owner_role, task.owner_party)
      is distinct from (moves.owner_role, moves.owner_party)
    and not exists (
      select from task as other
      where other.case_id = the_case and other.kind = 'notice' and other.state = 'open'
        and other.id <> task.id
    );

  insert into task (
    id, case_id, subject, kind, step, owner_role, owner_party, owner_body, counted, due_on, silence,
    shows, state, opened_by
  )
  select id, the_case, subject, kind, step, owner_role, owner_party, owner_body, counted, due_on,
    silence, shows, 'open', (the_event ->> 'id')::uuid
  from json_to_recordset(the_tasks) as wanted (
    id uuid, subject uuid, kind text, step text, owner_role text, owner_party uuid,
    owner_body text, counted jsonb, due_on date, silence text, shows jsonb
  )
  where not exists (
    select from task
    where case_id = the_case and task.state = 'open'
      and task.kind = wanted.kind and task.step = wanted.step
      and (task.owner_body, task.owner_party)
        is not distinct from (wanted.owner_body, wanted.owner_party)
  );
end
$$;

-- Who was told of which decision of the case by this step: of one that was taken, on a day between
-- that and now, and somebody who has the case; whoever tells of themselves, nobody else.
create or replace function record_tellings(the_case uuid, the_event json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said json := the_event -> 'tellings';
  told integer;
begin
  insert into telling (id, decision, party, means, told_on, is_provisional, recorded_at)
  select gen_random_uuid(), decision.id, each.party, means, on_day, provisional,
    (the_event ->> 'recorded_at')::timestamptz
  from (
    select value ->> 'record' as record, (value ->> 'party')::uuid as party,
      value ->> 'means' as means, (value ->> 'on')::date as on_day,
      (value ->> 'isProvisional')::boolean as provisional
    from json_array_elements(said)
  ) as each
  join decision on case_id = the_case and record_hash = record
  where on_day between decided_on and (the_event ->> 'happened_on')::date
    and each.party in (select party from case_party where case_id = the_case)
    and (session_user <> 'kecid_portal' or each.party = (the_event ->> 'actor')::uuid);
  get diagnostics told = row_count;
  if told = 0 or told <> json_array_length(said) then
    raise exception 'people are told of decisions about them' using errcode = '42501';
  end if;
end
$$;

create or replace function record_step(
  the_case json, the_event json, the_leaf json, the_letters json, the_tasks json
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
  ends boolean;
begin
  if not check_step(the_case, the_event) then
    return false;
  end if;
  select stage <> 'ended' and the_case ->> 'stage' = 'ended' into ends
  from case_file where id = the_id;
  update case_file set
    state = the_case ->> 'state',
    stage = the_case ->> 'stage',
    state_since = (the_case ->> 'stateSince')::date,
    version = (the_case ->> 'version')::integer,
    number = coalesce(the_case ->> 'number', number),
    type_hash = coalesce(the_case ->> 'typeHash', type_hash),
    procedure_hash = coalesce(the_case ->> 'procedureHash', procedure_hash),
    scoring_hash = coalesce(the_case ->> 'scoringHash', scoring_hash),
    field = coalesce(the_case ->> 'field', field),
    filed_on = coalesce((the_case ->> 'filedOn')::date, filed_on),
    ended_on = (the_case ->> 'endedOn')::date,
    counted = (the_case -> 'counted')::jsonb,
    due_on = (the_case ->> 'dueOn')::date,
    told_on = (the_case ->> 'toldOn')::date,
    changed_at = (the_case ->> 'changedAt')::timestamptz
  where id = the_id;

  update case_party set state = the_case ->> 'subjectState'
  where case_id = the_id and is_subject and until_on is null
    and state <> the_case ->> 'subjectState';

  insert into event (
    case_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on, happened_at,
    recorded_at, cause, policy, audience, readable, sealed
  )
  select the_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on,
    happened_at, recorded_at, cause, policy, audience, readable, decode(sealed, 'base64')
  from json_to_record(the_event) as happened (
    seq integer, id uuid, kind text, step text, subject uuid, actor uuid, role text, body text,
    to_state text, happened_on date, happened_at timestamptz, recorded_at timestamptz, cause uuid,
    policy bigint, audience text, readable jsonb, sealed text
  );

  perform enter_leaf((the_leaf ->> 'party')::uuid, the_id, the_leaf);

  perform record_letters(the_id, the_letters);

  if the_event ->> 'kind' = 'tell' then
    perform record_tellings(the_id, the_event);
  end if;
  perform record_tasks(the_id, the_event, the_tasks);
  perform hand_over_case(the_id);
  if the_event ->> 'kind' in ('decide', 'end') then
    perform notice_over(the_id, the_event);
  end if;
  if ends then
    perform lift_holds(the_case, the_event);
    perform notice_ended(
      null, about_decision, (the_event ->> 'happened_on')::date, (the_event ->> 'id')::uuid, the_id
    )
    from case_file where id = the_id and about_decision is not null and number is not null;
  end if;

  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid, send_from timestamptz)
  where send_from is null;

  return true;
end
$$;
