-- What a decision causes beyond its own case and what that is about, and what the end of a status by its
-- time does: rows that wait, and a job that carries each out once. Who decided is told by the decision;
-- what follows names its event as the cause.

-- What rests on a status does not end with it, and does not go unseen either: a case is opened about each.
create or replace function leave_resting(the_number text, the_decision uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  with resting as (
    insert into effect (decision, expired, effect, target, state)
    select the_decision, case when the_decision is null then the_number end, 'open', number,
      'waiting'
    from status
    where rests_on = the_number and state <> 'ended'
    returning id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' where exists (select from resting)
$$;

-- Whoever has the next move in a case, or an official who can take a step of it, has a task from that day,
-- or until the end of that time. Of two for one the one that asks for something by a day stands.
create or replace function give_notice(
  the_case uuid, the_counted jsonb, the_day date, the_event uuid
)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into task (
    case_id, id, kind, step, owner_role, owner_party, counted, due_on, state, opened_by
  )
  select the_case, gen_random_uuid(), 'notice', case_file.state,
    coalesce(mover.role, able.role), mover.party, the_counted, the_day, 'open', the_event
  from case_file
  left join lateral (
    select office_role.role, owner_party as party
    from task join office_role on office_role.role = owner_role
    where case_id = case_file.id and state = 'open' and kind in ('next-move', 'elsewhere')
    limit 1
  ) as mover on true
  left join lateral (
    select office_role.role from office_role
    join type_step on office_role.role = any (by_roles) and kind not in ('answer', 'tell', 'say')
      and type_hash = any (array(select types_of_case(case_file.id)))
    where office_role.of in ('service', 'council', 'watch')
    order by from_state = case_file.state desc, office_role.of desc, office_role.role
    limit 1
  ) as able on mover.role is null
  where case_file.id = the_case and coalesce(mover.role, able.role) is not null
  on conflict (case_id, kind, step, owner_body, owner_party, subject) where state = 'open'
  do update set counted = excluded.counted, due_on = excluded.due_on,
    opened_by = excluded.opened_by, version = task.version + 1
  where asks_by_a_day(excluded)
$$;

-- A council has asked that something be decided by then; else it is told that what a case is about ended.
create or replace function asks_by_a_day(the_task task) returns boolean
language sql immutable as $$
  select the_task.kind = 'notice' and the_task.counted -> 'terms' <> '[]'
$$;

-- What other open cases are about has ended, a status or a decision: nothing cascades, and each has a
-- notice of that day. It is done with the next step of an official.
create or replace function notice_ended(
  the_number text, the_decision uuid, the_day date, the_event uuid, the_case uuid
)
returns void language sql security definer set search_path = public, pg_temp as $$
  select give_notice(id, nothing_more(the_day), the_day, coalesce(
    the_event, (select event.id from event where case_id = case_file.id order by seq desc limit 1)
  ))
  from case_file
  where (about_status = the_number or about_decision = the_decision)
    and stage <> 'ended' and number is not null and id is distinct from the_case
$$;

-- The same where they are about a case in which nothing was decided, and something was, or it is over.
create or replace function notice_over(the_case uuid, the_event json)
returns void language sql security definer set search_path = public, pg_temp as $$
  select give_notice(id, nothing_more(the_day), the_day, (the_event ->> 'id')::uuid)
  from case_file cross join (select (the_event ->> 'happened_on')::date as the_day) as happened
  where about_case = the_case and stage <> 'ended' and number is not null
$$;

-- What is counted from a day, and of no length.
create or replace function nothing_more(the_day date) returns jsonb
language sql immutable as $$
  select jsonb_build_object('from', the_day, 'terms', '[]'::jsonb, 'pauses', '[]'::jsonb)
$$;

-- A decision tells whoever has the case that it is about to decide there: a task by a day, and nothing
-- else in it moves. Not where something was decided meanwhile.
create or replace function tell_to_decide(the_case uuid, the_effect json, the_event uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  awaited uuid;
begin
  select earlier.id into awaited
  from case_file join case_file as earlier on earlier.id = case_file.about_case
  where case_file.id = the_case and earlier.id = (the_effect ->> 'target')::uuid
    and earlier.filed_on is not null and earlier.stage <> 'ended' and not exists (
      select from decision
      where decision.case_id = earlier.id and set_aside_by is null and not exists (
        select from decision as later where later.supersedes = decision.id
      )
    );
  if awaited is null then
    raise exception 'nobody is told to decide but where the case is about that' using errcode = '42501';
  end if;
  perform give_notice(
    awaited, (the_effect -> 'counted')::jsonb, (the_effect ->> 'due_on')::date, the_event
  );
end
$$;

-- A case that is still carried out for others is entered again from there where its type says so, else
-- once that has ended.
create or replace function can_be_entered(the_case uuid, the_step text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_file
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and (stage = 'ended' or step = the_step and from_state = state)
  )
$$;

-- What waits; a page at a time, so that none that cannot be carried out keeps others from their turn.
create or replace function effects_waiting(after_effect uuid) returns setof uuid
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select id from effect
  where state = 'waiting' and effect <> 'erase' and id > after_effect
    and case effect when 'reopen' then can_be_entered(target::uuid, step) else true end
  order by id limit 200
$$;

-- Whoever is to be erased once the day has passed, by which decision; not while anything of theirs stands
-- against it, which is asked again, since it may be newer than the decision. Erasing is no transaction:
-- the keys have a login of their own. It may be done again, so it is settled only when it is done.
create or replace function erasures_due(the_day date, after_effect uuid)
returns table (id uuid, party uuid, case_id uuid, ground text)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select effect.id, subject, decision.case_id, concat_ws(' ', number, outcome)
  from effect
  join decision on decision.id = effect.decision
  join case_file on case_file.id = decision.case_id
  where effect = 'erase' and effect.state = 'waiting' and effect.id > after_effect
    and effect.due_on < reached(the_day) and against_erasing(subject) = '{}'
  order by effect.id limit 200
$$;

create or replace function settle_erasure(the_id uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update effect set state = 'done'
  where id = the_id and effect = 'erase' and exists (
    select from party where id = target::uuid and erased_at is not null
  )
$$;

-- Whoever takes one carries it out in the same transaction, and acts for nothing else in it; whoever
-- comes second finds nothing. The case that gave the status, or that is entered again, is held meanwhile.
create or replace function take_effect(the_id uuid)
returns table (
  effect text, cause uuid, decision uuid, target text, step text, what text, kind text, in_force boolean,
  until_on date, holder uuid, language text, open_types text[]
)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  who acting;
  taken effect;
begin
  update effect set state = 'done' where id = the_id and state = 'waiting' returning * into taken;
  if not found then
    return;
  end if;
  who.effect := the_id;
  if taken.effect = 'reopen' then
    who.own_cases := array[taken.target::uuid];
  end if;
  perform act_as(who);
  perform from case_file
  where id = any (who.own_cases)
    or id = (select case_id from status where status.number = taken.target)
  for update;
  -- Decided anew meanwhile, as with another of several: there is nothing to enter it for.
  if taken.effect = 'reopen' and exists (
    select from decision join decision as later on later.supersedes = decision.id
    where decision.set_aside_by = taken.decision
  ) then
    return;
  end if;
  if taken.effect = 'reopen' then
    return query
      select taken.effect, decision.decided_by, taken.decision, taken.target, taken.step, taken.what, null,
        null::boolean, null::date, contested.subject, null, null::text[]
      from decision join decision as contested on contested.set_aside_by = decision.id
      where decision.id = taken.decision;
  end if;
  return query
    select taken.effect, decided_by, taken.decision, taken.target, taken.step, taken.what, status.kind,
      status.state = 'in-force', status.until_on, status.holder, coalesce(account.language, 'en'),
      array(select type from case_file where about_status = status.number and stage <> 'ended')
    from status
    left join status as base on base.number = status.rests_on and base.state = 'ended'
    join party on party.id = status.holder and erased_at is null
    left join account on account.party = status.holder and closed_at is null
    left join decision on decision.id = taken.decision
    -- Only while what it rested on is gone, or for what a register says; nothing is opened of the erased.
    where taken.effect = 'open' and status.number = taken.target and status.state <> 'ended'
      and (
        taken.noticed is not null or base.number is not null
        -- Or while it is not paid for.
        or exists (select from invoice where invoice.id = taken.unpaid and invoice.state = 'open')
      );
end
$$;
