-- Registers of the state. Jobs leave what is to be asked, sealed; the exchange is handed that, asks and
-- answers, and reads nothing else; jobs take what was answered to the case.

-- Cases that were sent in and of which no questions were left yet; a page at a time.
create or replace function consultations(after_at timestamptz, after_event uuid)
returns table (event uuid, asked_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select event, asked_at from consultation
  where not is_left and (asked_at, event) > (after_at, after_event)
  order by asked_at, event limit 200
$$;

-- What is sent in again is asked again: answers may have changed. What officials wait for is asked anew as
-- well, unless the same is asked by that. Bodies that are asked again wait for nothing that they were asked before.
create or replace function note_consultation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  anew uuid[];
begin
  if new.kind = 'ask' then
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and body is not null;
    update consultation set is_left = true
    where case_id = new.case_id and not is_left
      and consultation.event in (select id from event where case_id = new.case_id and kind = 'ask');
  elsif new.kind in ('report', 'recall', 'end')
    or new.kind = 'consult' and new.readable -> 'consults' -> 0 ? 'does'
  then
    -- What was answered meanwhile is heard; what was not is asked no more, since something else is.
    update inquiry set state = 'dropped'
    from jsonb_to_recordset(new.readable -> 'consults') as consulted (subject uuid, service text)
    where inquiry.case_id = new.case_id and inquiry.state = 'waiting' and inquiry.tells is null
      and inquiry.follows is null and inquiry.party = consulted.subject
      and inquiry.service = consulted.service;
  elsif new.kind <> 'consult' then
    anew := array(
      select event.id from event
      where event.case_id = new.case_id and event.kind = 'consult'
        and not new.readable -> 'consults' @> (event.readable -> 'consults')
        and (
          exists (select from consultation where consultation.event = event.id and not is_left)
          or exists (
            select from inquiry
            where inquiry.case_id = new.case_id and opened_by = event.id
              and inquiry.state in ('waiting', 'answered')
          )
        )
    );
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and tells is null and follows is null;
    update consultation set is_left = not consultation.event = any (anew)
    where case_id = new.case_id and (not is_left or consultation.event = any (anew));
  end if;
  insert into consultation (event, case_id, asked_at) values (new.id, new.case_id, new.recorded_at);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$$;

-- Nobody waits any more for what was asked in a case that has ended. One that is entered again waits for
-- what it waited for then.
create or replace function inquiries_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since integer;
begin
  if new.stage = 'ended' then
    update inquiry set state = 'dropped'
    where case_id = new.id and state = 'waiting' and tells is null and follows is null;
    update consultation set is_left = true where case_id = new.id and not is_left;
    return null;
  end if;
  since := (select max(seq) from event where case_id = new.id and kind in ('begin', 'file'));
  update inquiry set state = 'waiting', next_at = '-infinity', leased_until = null
  where id in (
    select distinct on (asked.party, asked.service, asked.body) asked.id
    from inquiry as asked join event on event.id = asked.opened_by
    where asked.case_id = new.id and asked.state = 'dropped' and asked.answered_at is null
      and event.seq >= since
    order by asked.party, asked.service, asked.body, event.seq desc
  ) and not exists (
    select from inquiry as later
    where later.case_id = new.id and later.service = inquiry.service and later.party = inquiry.party
      and later.body is not distinct from inquiry.body and later.state = 'taken'
      and later.opened_by is not null and later.asked_at >= inquiry.asked_at
  );
  update consultation set is_left = false
  from event
  where event.id = consultation.event and consultation.case_id = new.id and event.seq >= since
    and not exists (select from inquiry where opened_by = consultation.event);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$$;

-- Whoever takes one acts in its case, and in nothing else, in that transaction.
create or replace function take_consultation(the_event uuid)
returns table (case_id uuid, given_in uuid, consults jsonb, naming jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
  its_case uuid;
  gave uuid;
  named jsonb;
begin
  update consultation set is_left = true where event = the_event and not is_left
  returning consultation.case_id into its_case;
  if not found then
    return;
  end if;
  -- A case about a status in which nothing was sent in has its holder's answers in the one that names them.
  select named_in into gave from case_file join status on status.number = about_status
  where case_file.id = its_case and filed_on is null;
  -- Who consents is asked nothing here; a register is told of them what names them as a holder.
  select coalesce(jsonb_agg(jsonb_build_object('party', holder, 'caseId', status.named_in)), '[]')
  into named
  from case_party
  cross join lateral (
    select holder, status.named_in from status
    where holder = case_party.party and state = 'in-force'
    order by until_on desc, number
    limit 1
  ) as status
  where case_party.case_id = its_case and not is_subject and until_on is null;
  who.own_cases := array_remove(array[its_case, gave], null) || array(
    select (each ->> 'caseId')::uuid from jsonb_array_elements(named) as each
  );
  perform act_as(who);
  return query
    select event.case_id, gave, readable -> 'consults', named from event where id = the_event;
end
$$;

-- Whom a question names besides is or was in the same case, or in that which names the holder of what it
-- is about: nobody else reads that they were named.
create or replace function check_named(the_case uuid, the_inquiries json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from json_to_recordset(the_inquiries) as asked (party uuid, named uuid)
    where named is not null and (named is not distinct from party or not exists (
      select from case_party
      where case_party.party = named and case_party.case_id in (
        the_case,
        (
          select named_in from case_file join status on status.number = about_status
          where case_file.id = the_case
        )
      )
    ))
  ) then
    raise exception 'a question names whoever is in the case' using errcode = '42501';
  end if;
end
$$;

-- What that event asks, and nothing else, by whoever has just taken it.
create or replace function leave_inquiries(the_event uuid, the_inquiries json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken consultation;
begin
  select * into taken from consultation
  where event = the_event and is_left and is_of_now(consultation.xmin);
  if not found or exists (
    select from json_to_recordset(the_inquiries) as asked (party uuid, service text, body text)
    where not exists (
      select from event,
        jsonb_to_recordset(readable -> 'consults') as consulted (
          subject uuid, service text, body text
        )
      where event.id = the_event and consulted.subject = asked.party
        and consulted.service = asked.service and consulted.body is not distinct from asked.body
    )
  ) then
    raise exception 'only what an event asks is asked, once' using errcode = '42501';
  end if;
  perform check_named(taken.case_id, the_inquiries);
  insert into inquiry (
    id, case_id, party, system, service, ground, opened_by, asked_at, question_sealed, state, outcome,
    next_at, answered_at, answer_sealed, body, named
  )
  select id, taken.case_id, party, system, service, ground, the_event, taken.asked_at,
    decode(question_sealed, 'base64'), case when answered_at is null then 'waiting' else 'answered' end,
    case when answered_at is not null then 'answered' end, taken.asked_at, answered_at,
    decode(answer_sealed, 'base64'), body, named
  from json_to_recordset(the_inquiries) as asked (
    id uuid, party uuid, service text, question_sealed text, answered_at timestamptz,
    answer_sealed text, body text, named uuid
  )
  join services_in_force() using (service);
  insert into waiting_job (task, payload)
  select 'take-answers', '{}' where exists (
    select from inquiry where opened_by = the_event and state = 'answered'
  );
end
$$;

-- What registers have answered in a case since then, of whoever has taken what it asks now. Nothing, where
-- an official wants to know it as it is today, or a body is asked for its opinion.
create or replace function answers_since(the_event uuid, the_moment timestamptz)
returns table (
  id uuid, party uuid, service text, question_sealed bytea, answer_sealed bytea, answered_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp as $$
  select inquiry.id, inquiry.party, inquiry.service, inquiry.question_sealed, inquiry.answer_sealed,
    inquiry.answered_at
  from consultation join inquiry using (case_id) join event as asking on asking.id = the_event
  where consultation.event = the_event and is_left and is_of_now(consultation.xmin)
    and asking.kind not in ('consult', 'ask')
    and inquiry.state = 'taken' and tells is null and follows is null and not ahead
    and inquiry.question_sealed is not null and inquiry.answer_sealed is not null
    and inquiry.answered_at > the_moment
  order by inquiry.answered_at desc, inquiry.id
$$;

-- Whether somebody is at work on it: what was sent may be answered yet, so that it is neither sent again nor
-- thrown away. Of whoever was killed at it nothing is heard any more after that time.
create or replace function is_on_its_way(the_inquiry inquiry, the_moment timestamptz) returns boolean
language sql immutable set search_path = public, pg_temp as $$
  select the_inquiry.state = 'waiting' and coalesce(the_inquiry.leased_until > the_moment, false)
$$;

-- The next questions, of each system as many as there is room for, for whoever takes them now; of one
-- that was killed at it, again after that time.
create or replace function take_inquiries(
  the_moment timestamptz, the_room json, leased_seconds integer
)
returns table (
  id uuid, case_id uuid, party uuid, system text, service text, ground text, number text,
  asked_at timestamptz, ahead boolean, tries integer, question_sealed bytea
)
language sql security definer set search_path = public, pg_temp as $$
  with due as (
    select found.id
    from json_to_recordset(the_room) as room (system text, services json, places integer)
    cross join lateral (
      select of_service.id
      from json_array_elements_text(room.services) as asked (code)
      cross join lateral (
        select inquiry.id, inquiry.next_at from inquiry
        where state = 'waiting' and inquiry.system = room.system and inquiry.service = asked.code
          and next_at <= the_moment and coalesce(leased_until <= the_moment, true)
          and not exists (
            select from inquiry as before
            where before.tells = inquiry.tells and before.system = inquiry.system
              and before.service = inquiry.service
              and before.subscription is not distinct from inquiry.subscription
              and before.state = 'waiting'
              and (before.asked_at, before.id) < (inquiry.asked_at, inquiry.id)
          )
        order by next_at, inquiry.id
        limit places
        for update skip locked
      ) as of_service
      order by of_service.next_at, of_service.id
      limit places
    ) as found
  ), taken as (
    update inquiry set
      tries = inquiry.tries + 1, leased_until = the_moment + make_interval(secs => leased_seconds)
    where inquiry.id = any (array(select due.id from due))
    returning inquiry.*
  )
  select taken.id, taken.case_id, taken.party, taken.system, taken.service, taken.ground,
    case_file.number, taken.asked_at, taken.ahead, taken.tries, taken.question_sealed
  from taken join case_file on case_file.id = taken.case_id
$$;

-- Before it leaves: what cannot be logged is not sent, as where the question was thrown away meanwhile.
create or replace function note_message(the_message json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into exchange_message (
    id, inquiry, case_id, party, named, system, service, ground, driver, sent_at, request_sealed
  )
  select sent.id, inquiry.id, inquiry.case_id, inquiry.party, inquiry.named, inquiry.system,
    inquiry.service, inquiry.ground, driver, sent_at, decode(request_sealed, 'base64')
  from json_to_record(the_message) as sent (
    id uuid, inquiry uuid, driver text, sent_at timestamptz, request_sealed text
  )
  join inquiry on inquiry.id = sent.inquiry;
  if not found then
    raise exception 'nobody asks this any more' using errcode = '42501';
  end if;
end
$$;

-- What came back, and how its system stands since. Of whoever was erased meanwhile nothing is kept.
create or replace function note_reply(the_reply json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_system text;
  the_moment timestamptz := (the_reply ->> 'answered_at')::timestamptz;
  -- One that answers what nobody understands is there; leaving it alone would help nobody.
  fails boolean := the_reply ->> 'outcome' = 'unreachable';
begin
  update exchange_message set
    outcome = came.outcome, code = came.code, answered_at = the_moment, took_ms = came.took_ms,
    answer_sealed = case when request_sealed is not null then decode(came.answer_sealed, 'base64') end,
    request_id = came.request_id
  from json_to_record(the_reply) as came (
    id uuid, outcome text, code text, took_ms integer, answer_sealed text, request_id text
  )
  where exchange_message.id = came.id and exchange_message.outcome is null
  returning system into the_system;
  if not found then
    return;
  end if;
  if not fails then
    update system_state set failures = 0, open_until = null
    where system = the_system and failures > 0;
    return;
  end if;
  insert into system_state as known (system, failures) values (the_system, 1)
  on conflict (system) do update set
    failures = known.failures + 1,
    open_until = case
      when known.failures + 1 >= (the_reply ->> 'failures_max')::integer
        then the_moment + make_interval(secs => (the_reply ->> 'rest_seconds')::integer)
    end;
end
$$;

-- It is answered, or asked again then.
create or replace function settle_inquiry(
  the_id uuid, the_outcome text, the_code text, the_moment timestamptz, the_answer bytea,
  again_at timestamptz
)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set
    outcome = the_outcome, code = the_code, leased_until = null,
    state = case
      when the_answer is null then 'waiting' when tells is null and not ahead then 'answered' else 'taken'
    end,
    answer_sealed = the_answer,
    answered_at = case when the_answer is not null then the_moment end,
    next_at = coalesce(again_at, next_at)
  where id = the_id and state = 'waiting' and leased_until is not null
    and (the_answer is null) = (again_at is not null);
  if found and the_answer is not null and exists (
    select from inquiry where id = the_id and state = 'answered'
  ) then
    insert into waiting_job (task, payload) values ('take-answers', '{}');
  end if;
end
$$;

-- Whether a system was switched off last.
create or replace function is_switched_off(the_system text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select is_off from system_switch where system = the_system order by n desc limit 1
  ), false)
$$;

-- How all systems stand that were ever asked or switched.
create or replace function system_states()
returns table (system text, failures integer, open_until timestamptz, is_off boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with named as (
    select system_state.system from system_state union select system_switch.system from system_switch
  )
  select named.system, coalesce(system_state.failures, 0), system_state.open_until,
    is_switched_off(named.system)
  from named left join system_state using (system)
$$;

-- What was answered and waits to be taken to its case; a page at a time.
create or replace function inquiries_answered(after_id uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from inquiry where state = 'answered' and id > after_id order by id limit 200
$$;

-- Whoever takes one acts in its case, and in nothing else, in that transaction; who comes second, or
-- after the case has ended, finds nothing.
create or replace function take_inquiry(the_id uuid)
returns table (
  case_id uuid, party uuid, system text, service text, answered_at timestamptz, answer_sealed bytea,
  body text, follows text, kind text
)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
  its_case uuid;
  of_status text;
begin
  select inquiry.case_id, inquiry.follows into its_case, of_status
  from inquiry where id = the_id and state = 'answered';
  perform from case_file
  where id = its_case and (stage <> 'ended' or of_status is not null) for update;
  if not found then
    update inquiry set state = 'taken' where id = the_id and state = 'answered';
    return;
  end if;
  update inquiry set state = 'taken' where id = the_id and state = 'answered';
  if not found then
    return;
  end if;
  who.own_cases := array[its_case];
  perform act_as(who);
  return query
    select inquiry.case_id, inquiry.party, inquiry.system, inquiry.service, inquiry.answered_at,
      inquiry.answer_sealed, inquiry.body, inquiry.follows, status.kind
    from inquiry left join status on number = inquiry.follows
    where inquiry.id = the_id;
end
$$;

-- Statuses in force of that kind about which that service was not asked since then, while policy has it asked;
-- a page at a time.
create or replace function statuses_to_follow(
  the_kind text, the_service text, since timestamptz, after_number text
)
returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select number from status
  where kind = the_kind and state = 'in-force' and number > after_number
    and from_on <= (since at time zone 'Asia/Baku')::date
    and not exists (
      select from inquiry
      where follows = number and service = the_service and asked_at > since
    )
    and not exists (
      select from jsonb_array_elements(said_by_policy('status', the_kind) -> 'follows') as rule
      where rule ->> 'service' = the_service
        and (since at time zone 'Asia/Baku')::date + (rule ->> 'everyDays')::integer
          > from_on + (rule ->> 'forDays')::integer
    )
  order by number limit 200
$$;

-- Whether policy shows the holder of a status what that service says of them.
create or replace function shown_to_holder(the_number text, the_service text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from status
    cross join jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    where number = the_number and rule ->> 'service' = the_service and (rule -> 'shown')::boolean
  )
$$;

-- Whoever asks about the holder of one acts in the case that names them, and in nothing else, in that transaction.
create or replace function take_to_follow(the_number text)
returns table (case_id uuid, party uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
  gave uuid;
begin
  select named_in into gave from status where number = the_number and state = 'in-force';
  perform from case_file where id = gave for update;
  if not found then
    return;
  end if;
  who.own_cases := array[gave];
  perform act_as(who);
  return query
    select status.named_in, status.holder
    from status join party on party.id = status.holder and erased_at is null
    where number = the_number and state = 'in-force';
end
$$;

-- What a register is asked of them now; of what it was asked before the last answer stays, to tell what is new.
create or replace function leave_following(the_number text, the_inquiry json, the_moment timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_owner() and not exists (
    select from status where number = the_number and named_in = any ((acting()).own_cases)
  ) then
    raise exception 'only of a status that was just taken' using errcode = '42501';
  end if;
  if not exists (
    select from status
    cross join jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    where number = the_number and rule ->> 'service' = the_inquiry ->> 'service'
  ) then
    raise exception 'policy lets nobody follow by that' using errcode = '42501';
  end if;
  perform from inquiry
  where follows = the_number and service = the_inquiry ->> 'service' for update;
  if exists (
    select from inquiry
    where follows = the_number and service = the_inquiry ->> 'service'
      and is_on_its_way(inquiry, the_moment)
  ) then
    return;
  end if;
  delete from inquiry
  where follows = the_number and service = the_inquiry ->> 'service' and id is distinct from (
    select id from inquiry
    where follows = the_number and service = the_inquiry ->> 'service' and state = 'taken'
    order by answered_at desc, id limit 1
  );
  insert into inquiry (
    id, case_id, party, system, service, ground, follows, asked_at, question_sealed, state, next_at
  )
  select asked.id, named_in, holder, system, service, ground, the_number, the_moment,
    decode(question_sealed, 'base64'), 'waiting', the_moment
  from json_to_record(the_inquiry) as asked (id uuid, service text, question_sealed text)
  join services_in_force() using (service)
  join status on number = the_number;
end
$$;

-- What the same register said of the holder last that needs nobody any more: it opened nothing, or a case of
-- that type; or was taken to one, whoever opened it.
create or replace function said_before(the_id uuid, the_type text)
returns table (id uuid, case_id uuid, party uuid, answer_sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select before.id, before.case_id, before.party, before.answer_sealed
  from inquiry join inquiry as before using (service)
  where inquiry.id = the_id and before.id <> the_id and before.state = 'taken'
    and before.answer_sealed is not null
    and (
      before.follows = inquiry.follows or before.party = inquiry.party and before.case_id in (
        select case_file.id from case_file where about_status = inquiry.follows and type = the_type
      )
    )
    and (is_owner() or inquiry.case_id = any ((acting()).own_cases))
  order by before.answered_at desc, before.id limit 1
$$;

-- For what it says now a case about the status is opened, by a job and once, of a type that policy names.
create or replace function open_for_notice(the_id uuid, the_type text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into effect (noticed, effect, target, what, state)
  select id, 'open', follows, the_type, 'waiting' from inquiry join status on number = follows
  where id = the_id and inquiry.state = 'taken' and is_of_now(inquiry.xmin) and exists (
    select from jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    cross join jsonb_array_elements(rule -> 'opens') as opens
    where rule ->> 'service' = service and opens ->> 'type' = the_type
  )
  on conflict do nothing;
  if not found then
    raise exception 'a case is opened for an answer that was just taken, once' using errcode = '42501';
  end if;
  insert into waiting_job (task, payload) values ('carry-out', '{}');
end
$$;

-- Where none could be opened for it, as while one is open that began before: as if it had not been said, so
-- that it is raised if it is said again.
create or replace function leave_unnoticed() returns void
language sql security definer set search_path = public, pg_temp as $$
  update inquiry set state = 'dropped'
  from effect where effect.id = (acting()).effect and inquiry.id = effect.noticed
$$;

-- An administrator switches a system off, with a reason, or on again: what waited is asked at once.
create or replace function switch_system(the_switch json, the_leaf json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_actor uuid := (the_switch ->> 'actor')::uuid;
  the_system text := the_switch ->> 'system';
  goes_off boolean := the_switch ->> 'reason_sealed' is not null;
  the_moment timestamptz := (the_switch ->> 'switched_at')::timestamptz;
begin
  perform check_role('{administrator}');
  if not is_owner() and the_actor is distinct from (acting()).party then
    raise exception 'each answers for themselves' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('system:' || the_system, 0));
  if is_switched_off(the_system) = goes_off then
    return false;
  end if;
  insert into system_switch (id, system, is_off, actor, switched_at, reason_sealed)
  select (the_switch ->> 'id')::uuid, the_system, goes_off, the_actor, the_moment,
    decode(the_switch ->> 'reason_sealed', 'base64');
  if not goes_off then
    update system_state set failures = 0, open_until = null where system = the_system;
    perform ask_again(the_system, the_moment);
  end if;
  perform enter_leaf(the_actor, null, the_leaf);
  return true;
end
$$;

-- What waits for a system is asked at once; false where nothing does but what is on its way.
create or replace function ask_again(the_system text, the_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_role('{administrator}');
  update inquiry set next_at = least(next_at, the_moment)
  where system = the_system and state = 'waiting' and not is_on_its_way(inquiry, the_moment);
  if not found then
    return false;
  end if;
  -- Whoever has it asked knows more than the count of failures.
  update system_state set open_until = null where system = the_system;
  return true;
end
$$;

-- Each change of a status is noted for whoever is told of it: that it was given, how it stands from then on,
-- or that it names its holder anew; in the case whose answers say who that is.
create or replace function note_status_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since date;
  at timestamptz;
begin
  select happened_on, recorded_at into since, at from event
  where id = case
    when tg_op = 'INSERT' or tg_name = 'status_named'
      then (select decided_by from decision where id = new.named_by)
    else new.ended_by
  end;
  if tg_op = 'INSERT' then
    since := new.from_on;
  elsif tg_name = 'status_named' then
    -- As before, since the decision by which it was another was set aside.
    select coalesce(happened_on, since), coalesce(recorded_at, at) into since, at
    from decision as gone
    left join decision as cause on cause.id = gone.set_aside_by
    left join event on event.id = cause.decided_by
    where gone.id = old.named_by;
  elsif new.state = 'ended' and not found then
    since := new.until_on + 1;
    at := (new.until_on + 1)::timestamp at time zone 'Asia/Baku';
  elsif new.state <> 'ended' then
    -- What took it was set aside, or is held back.
    select event.happened_on, event.recorded_at into since, at
    from decision as gone
    join decision as cause on cause.id = gone.set_aside_by
      or cause.id in (select placed_by from hold where hold.decision = gone.id and lifted_by is null)
    join event on event.id = cause.decided_by
    where gone.decided_by = old.ended_by
    order by event.recorded_at desc limit 1;
  end if;
  -- What is told of one status is told in its order.
  insert into status_change (number, case_id, party, state, ended_as, changed_on, changed_at)
  select new.number, new.named_in, new.holder, new.state, new.ended_as,
    coalesce(since, (now() at time zone 'Asia/Baku')::date),
    greatest(coalesce(at, now()), max(changed_at) + interval '1 millisecond')
  from status_change where number = new.number;
  insert into waiting_job (task, payload) values ('tell-registers', '{}');
  return null;
end
$$;

-- Changes of which nothing was left to be told yet, in their order; a page at a time.
create or replace function status_changes(after_at timestamptz, after_id uuid)
returns table (id uuid, changed_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, changed_at from status_change
  where not is_left and (changed_at, id) > (after_at, after_id)
  order by changed_at, id limit 200
$$;

-- Whoever takes one acts in the case that names the holder, and in nothing else, in that transaction.
create or replace function take_status_change(the_id uuid)
returns table (
  number text, kind text, case_id uuid, party uuid, state text, ended_as text, changed_on date,
  changed_at timestamptz, from_on date, until_on date
)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
  taken status_change;
begin
  -- What is told of one status is told in its order: what came before it and stayed is told first.
  update status_change set is_left = true
  where id = the_id and not is_left and not exists (
    select from status_change as before
    where before.number = status_change.number and not before.is_left
      and (before.changed_at, before.id) < (status_change.changed_at, status_change.id)
  )
  returning * into taken;
  if not found then
    return;
  end if;
  who.own_cases := array[taken.case_id];
  perform act_as(who);
  return query
    select taken.number, status.kind, taken.case_id, taken.party, taken.state, taken.ended_as,
      taken.changed_on, taken.changed_at, status.from_on, status.until_on
    from status where status.number = taken.number;
end
$$;

-- Whether this transaction has taken that change, and nobody before it.
create or replace function change_just_taken(the_change uuid) returns status_change
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  taken status_change;
begin
  select * into taken from status_change
  where id = the_change and is_left and is_of_now(status_change.xmin);
  if not found then
    raise exception 'only a change that was just taken is told' using errcode = '42501';
  end if;
  return taken;
end
$$;

-- Who asked to be told of that status, each with the place of this change in their order. Two changes at
-- once wait for one another, so that nobody reads past one that is not there yet.
create or replace function leave_told(the_change uuid, the_day date)
returns table (subscription uuid, client text, n bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken status_change := change_just_taken(the_change);
  each record;
begin
  for each in
    select known.id, known.client from subscription as known
    join status on status.number = known.number
    where known.number = taken.number and known.ended_at is null and known.until_on >= the_day
      and taken.changed_at > known.after_at and is_told_of(known.client, status.kind)
    order by known.client
    -- Whoever wants it no more waits for this, and then drops what it has left.
    for share of known
  loop
    perform pg_advisory_xact_lock(hashtextextended('told_change ' || each.client, 0));
    subscription := each.id;
    client := each.client;
    insert into told_change (client, n, subscription, change)
    select each.client, coalesce(max(before.n), 0) + 1, each.id, the_change
    from told_change as before where before.client = each.client
    returning told_change.n into n;
    return next;
  end loop;
end
$$;

-- What is told of a change that this transaction has taken.
create or replace function leave_telling(the_change uuid, the_inquiries json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken status_change := change_just_taken(the_change);
begin
  if exists (
    select from json_to_recordset(the_inquiries) as told (service text, subscription uuid)
    join status on number = taken.number
    where case
      when subscription is null then not coalesce(said_by_policy('status', kind) -> 'tells' ? service, false)
      else not exists (
        select from told_change where change = the_change and told_change.subscription = told.subscription
      )
    end
  ) then
    raise exception 'policy lets nobody tell that' using errcode = '42501';
  end if;
  insert into inquiry (
    id, case_id, party, system, service, ground, tells, asked_at, question_sealed, state, next_at,
    subscription
  )
  select told.id, taken.case_id, taken.party, place.system, told.service,
    place.ground, taken.number, taken.changed_at,
    decode(question_sealed, 'base64'), 'waiting', '-infinity', told.subscription
  from json_to_recordset(the_inquiries) as told (
    id uuid, service text, question_sealed text, subscription uuid
  )
  left join subscription on subscription.id = told.subscription
  join services_in_force() as place on place.service = told.service
    and (told.subscription is null or place.system = told_at(subscription.client, told.service));
end
$$;

-- How each system did in the last hour, what waits for it, and who switched it off. It tells of nobody
-- who applied.
create or replace function system_health(the_moment timestamptz)
returns table (
  system text, last_answer_at timestamptz, calls bigint, failed bigint, typical_ms double precision,
  slow_ms double precision, last_outcome text, last_code text, waiting bigint, on_its_way bigint,
  failures integer, open_until timestamptz, off_at timestamptz, off_by uuid, off_reason_sealed bytea,
  off_id uuid
)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive asked (system) as (
    -- From one to the next by the index: how many messages there are does not count.
    select min(exchange_message.system) from exchange_message
    union all
    select (
      select min(exchange_message.system) from exchange_message
      where exchange_message.system > asked.system
    ) from asked where asked.system is not null
  ), lately as (
    select exchange_message.system, count(outcome) as calls,
      count(*) filter (where outcome in ('refused', 'unreachable', 'unintelligible')) as failed,
      percentile_cont(0.5) within group (order by took_ms) as typical_ms,
      percentile_cont(0.95) within group (order by took_ms) as slow_ms
    from exchange_message where sent_at > the_moment - interval '1 hour'
    group by 1
  ), waits as (
    select inquiry.system, count(*) as waiting,
      count(*) filter (where is_on_its_way(inquiry, the_moment)) as on_its_way
    from inquiry where state = 'waiting' group by 1
  ), named as (
    select system from asked where system is not null union select system from waits
    union select system from system_state union select system from system_switch
  )
  select named.system, (
      select answered_at from exchange_message
      where exchange_message.system = named.system and outcome in ('answered', 'waits')
      order by sent_at desc limit 1
    ), coalesce(calls, 0), coalesce(failed, 0), typical_ms, slow_ms, last.outcome,
    last.code, coalesce(waiting, 0), coalesce(on_its_way, 0), coalesce(failures, 0), open_until,
    off.switched_at, off.actor, off.reason_sealed, off.id
  from named
  left join lately using (system)
  left join waits using (system)
  left join system_state using (system)
  left join lateral (
    select outcome, code from exchange_message
    where exchange_message.system = named.system and outcome is not null
    order by sent_at desc limit 1
  ) as last on true
  left join lateral (
    select id, switched_at, actor, reason_sealed from system_switch
    where system_switch.system = named.system and is_switched_off(named.system)
    order by n desc limit 1
  ) as off on true
$$;
