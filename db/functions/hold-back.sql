-- What a decision holds back: that somebody is erased, that anything is decided against them, or that the
-- decision is carried out that its case is about. It stands for as long as its case is open.

-- Of a decision that gives that, which has its own subject for it or what its case is about.
create or replace function place_hold(the_case uuid, the_decision uuid, the_effect json)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into hold (id, decision, party, placed_in, back, ground, from_on, placed_by)
  select gen_random_uuid(),
    case when the_effect ->> 'what' = 'carrying-out' then about_decision end,
    case when the_effect ->> 'what' <> 'carrying-out' then subject end,
    the_case, the_effect ->> 'what', concat_ws(' ', number, outcome), decided_on, the_decision
  from case_file join decision on decision.id = the_decision and case_id = case_file.id
  where case_file.id = the_case and stage <> 'ended' and the_effect ->> 'target' = case
    when the_effect ->> 'what' = 'carrying-out' then about_decision::text
    when about_party = subject then subject::text
  end;
  if not found then
    raise exception 'nothing else is held back than what the case is about' using errcode = '42501';
  end if;
end
$$;

-- With the end of a case all ends that it held back. A decision that was not carried out is, where it
-- still stands: the status that it took ends again, and what was to follow from that follows.
create or replace function lift_holds(the_case json, the_event json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
  the_day date := (the_event ->> 'happened_on')::date;
  kept decision;
  ended status;
begin
  update hold set lifted_by = (the_event ->> 'id')::uuid, until_on = the_day
  where placed_in = the_id and lifted_by is null and back <> 'carrying-out';

  update hold set lifted_by = (the_event ->> 'id')::uuid, until_on = the_day
  from decision
  where placed_in = the_id and lifted_by is null and decision.id = hold.decision
  returning decision.* into kept;
  if not found or kept.set_aside_by is not null or exists (
    select from decision as later where later.supersedes = kept.id
  ) then
    return;
  end if;

  update status set state = 'ended', ended_as = what, ended_by = kept.decided_by
  from effect
  where effect.decision = kept.id and effect.effect = 'end' and number = effect.target
    and status.state = 'in-force'
  returning status.* into ended;
  if not found then
    return;
  end if;
  if the_case ->> 'endedAgain' is null then
    raise exception 'the end of a status is told in the ledger' using errcode = '42501';
  end if;
  perform enter_leaf(kept.subject, the_id, the_case -> 'endedAgain');
  perform notice_ended(ended.number, null, the_day, (the_event ->> 'id')::uuid, the_id);
  with again as (
    update effect set state = 'waiting'
    from status
    where effect.decision = kept.id and effect.effect = 'open' and effect.state = 'done'
      and status.number = effect.target and status.state <> 'ended'
    returning effect.id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' where exists (select from again);
end
$$;

-- What is held back of the people and decisions of a case, as far as whoever acts may know of it: people of
-- themselves, the Service of everybody.
create or replace function holds_in(the_case uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  with standing as (
    select * from hold
    where lifted_by is null and party = any (array(
      select party from case_party
      where case_id = the_case and is_subject and until_on is null
        and (session_user <> 'kecid_portal' or party = any ((acting()).parties))
    ))
    union all
    select * from hold
    where lifted_by is null and decision = any (array(
      select id from decision where case_id = the_case
      union all
      select about_decision from case_file where id = the_case
    )) and exists (select from decision as kept where kept.id = hold.decision and set_aside_by is null)
  )
  select json_agg(
    json_build_object(
      'back', back, 'subject', party, 'decision', decision, 'since', from_on,
      'by', (
        select json_build_object('id', case_file.id, 'type', type, 'number', number)
        from case_file where case_file.id = placed_in
      )
    )
    order by from_on, id
  )
  from standing
  where sees_case(the_case) and (session_user <> 'kecid_office' or (acting()).sees_all)
$$;

-- The status that the decision took which a case is about, whatever has become of it since.
create or replace function taken_by_contested(the_case uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'number', status.number, 'until', until_on, 'as', what, 'isHeld', status.state = 'in-force'
  )
  from case_file
  join effect on effect.decision = about_decision and effect.effect = 'end'
  join status on status.number = effect.target
  where case_file.id = the_case and sees_case(the_case)
$$;
