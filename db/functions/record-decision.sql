-- What a status is to rest on is in force, and somebody's who has the case, by whatever entry of theirs. It
-- cannot end meanwhile: its end would not know what rests on it.
create or replace function holds_up(the_case uuid, the_number text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from status
  where number = the_number and state = 'in-force' and holder in (
    select same_as(party) from case_party where case_id = the_case and until_on is null
  )
  for share;
  if not found and the_number is not null then
    raise exception 'nothing rests on the status %', the_number using errcode = '42501';
  end if;
end
$$;

-- The decision that a case is about does not hold any more, the status that it ended is held again while
-- its time lasts, one that it named anew names its holder as before, or its case is to be entered again: by a job, by a step that its type has for that.
create or replace function undo_decision(the_case uuid, the_decision uuid, the_effect json)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  contested decision;
begin
  select decision.* into contested from case_file join decision on decision.id = about_decision
  where case_file.id = the_case;
  case the_effect ->> 'effect'
    when 'set-aside' then
      delete from correction where decision = contested.id;
      update decision set set_aside_by = the_decision
      where id = contested.id and id = (the_effect ->> 'target')::uuid and set_aside_by is null
        and not exists (select from decision as later where later.supersedes = contested.id);
      update hold set lifted_by = (select decided_by from decision where id = the_decision),
        until_on = (select decided_on from decision where id = the_decision)
      where placed_by = contested.id and lifted_by is null and back <> 'carrying-out';
      perform from decision where id = contested.id and set_aside_by = the_decision;
    when 'restore' then
      if names_before(contested, the_effect ->> 'target') then
        return;
      end if;
      update status set state = 'in-force', ended_as = null, ended_by = null
      where number = the_effect ->> 'target' and state = 'ended' and ended_by = contested.decided_by
        and until_on >= (select decided_on from decision where id = the_decision);
    else
      insert into waiting_job (task, payload)
      select 'carry-out', '{}'
      where contested.case_id = (the_effect ->> 'target')::uuid and exists (
        select from type_step
        where type_hash in (select types_of_case(contested.case_id))
          and step = the_effect ->> 'step' and kind = 'reopen' and 'system' = any (by_roles)
      );
  end case;
  if not found then
    raise exception 'what is undone is the decision that the case is about' using errcode = '42501';
  end if;
end
$$;

-- Whether a status ends by what this decision gives its holder in its place, by whatever entry they hold it,
-- as the outcome says of its kind; false where it has ended before. What ends is locked in the order of the numbers.
create or replace function follows(the_decision uuid, the_effect json, allowed text[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_holder uuid := (select subject from decision where id = the_decision);
  was status;
begin
  select * into was from status
  where number = the_effect ->> 'target' and holder in (select same_as(the_holder)) for update;
  if not found
    or concat_ws(' ', 'end', the_effect ->> 'what', was.kind) <> all (allowed)
    or was.given_by = the_decision
    or not exists (
      select from status
      where number = the_effect ->> 'next' and given_by = the_decision and holder = the_holder
    )
  then
    raise exception 'nothing is given in the place of %', the_effect ->> 'target'
      using errcode = '42501';
  end if;
  return was.state <> 'ended';
end
$$;

-- What rested on a status that another of its holder follows rests on that, where policy lets it.
create or replace function carry_over(the_number text, the_next text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update status set rests_on = the_next
  where rests_on = the_number and state <> 'ended' and number <> the_next
    and said_by_policy('status', kind) -> 'restsOn' ? (
      select next.kind from status as next where next.number = the_next
    )
$$;

-- What a step has decided for one subject, and what that causes in the case and in what it is about:
-- each effect is one that the outcome has in a published type, and is carried out here, once. Follows the event that decides, in its
-- transaction.
create or replace function record_decision(the_decision json, the_effects json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_id uuid := (the_decision ->> 'id')::uuid;
  the_case uuid := (the_decision ->> 'case_id')::uuid;
  the_subject uuid := (the_decision ->> 'subject')::uuid;
  the_event uuid := (the_decision ->> 'decided_by')::uuid;
  allowed text[];
  each json;
begin
  if not exists (
    select from event
    where id = the_event and case_id = the_case and kind = 'decide' and is_of_now(event.xmin)
  ) or not exists (
    select from case_party where case_id = the_case and party = the_subject and is_subject
  ) then
    raise exception 'a decision follows the step that decides' using errcode = '42501';
  end if;
  select effects into allowed from type_outcome
  where type_hash in (select types_of_case(the_case)) and outcome = the_decision ->> 'outcome';
  if not found then
    raise exception 'no published type decides %', the_decision ->> 'outcome'
      using errcode = '42501';
  end if;

  insert into decision (
    id, case_id, subject, outcome, supersedes, record_sealed, record_hash, decided_on, decided_by
  )
  select the_id, the_case, the_subject, outcome, (
      select earlier.id from decision as earlier
      where earlier.case_id = the_case and earlier.subject = the_subject and not exists (
        select from decision as later where later.supersedes = earlier.id
      )
    ), decode(record_sealed, 'base64'), record_hash, decided_on, the_event
  from json_to_record(the_decision) as decided (
    outcome text, record_sealed text, record_hash text, decided_on date
  );

  for each in select value from json_array_elements(the_effects) loop
    if concat_ws(' ', each ->> 'effect', each ->> 'what') <> all (allowed)
      and not (
        each ->> 'effect' = 'restore' and allowed && array['set-aside', 'hold carrying-out']
      )
    then
      raise exception 'the outcome does not %', each ->> 'effect' using errcode = '42501';
    end if;
    if each ->> 'effect' = 'issue' then
      perform holds_up(the_case, each -> 'status' ->> 'rests_on');
      insert into status (
        number, kind, holder, case_id, given_by, named_in, named_by, named_at, rests_on, code_index,
        holder_index, birth_index, document_index, issued_index, code_sealed, field, from_on, until_on,
        state, issued_at
      )
      select each ->> 'target', each ->> 'what', the_subject, the_case, the_id, the_case, the_id,
        issued_at, rests_on,
        decode(code_index, 'base64'), decode(holder_index, 'base64'),
        decode(birth_index, 'base64'), decode(document_index, 'base64'),
        decode(issued_index, 'base64'), decode(code_sealed, 'base64'), field, from_on, until_on, 'in-force', issued_at
      from json_to_record(each -> 'status') as given (
        rests_on text, code_index text, holder_index text, birth_index text, document_index text,
        issued_index text, code_sealed text, field text,
        from_on date, until_on date, issued_at timestamptz
      );
    elsif each ->> 'effect' in ('set-aside', 'restore', 'reopen') then
      perform undo_decision(the_case, the_id, each);
      if each ->> 'effect' = 'set-aside' then
        perform notice_ended(
          null, (each ->> 'target')::uuid, (the_decision ->> 'decided_on')::date, the_event, the_case
        );
      end if;
    elsif each ->> 'effect' = 'replace' then
      perform name_anew(the_case, the_id, each);
    elsif each ->> 'effect' = 'hold' then
      perform place_hold(the_case, the_id, each);
    elsif each ->> 'effect' = 'notify' then
      perform tell_to_decide(the_case, each, the_event);
    elsif each ->> 'effect' in ('erase', 'disclose') then
      if each ->> 'target' is distinct from the_subject::text then
        raise exception 'nobody else is to %', each ->> 'effect' using errcode = '42501';
      end if;
    elsif each ->> 'effect' = 'change' then
      insert into correction (
        id, case_id, party, decision, decided_in, number, corrected_on, sealed
      )
      select kept.id, corrected.case_id, the_subject, the_id, the_case, deciding.number,
        (the_decision ->> 'decided_on')::date, decode(kept.sealed, 'base64')
      from json_to_record(each -> 'correction') as kept (id uuid, sealed text)
      join case_file as deciding on deciding.id = the_case
      join case_party as corrected on corrected.case_id = (each ->> 'target')::uuid
        and corrected.party = the_subject and corrected.is_subject and corrected.until_on is null
      join case_file as theirs on theirs.id = corrected.case_id and theirs.number is not null;
      if not found then
        raise exception 'nothing is corrected in a case that is not about them'
          using errcode = '42501';
      end if;
    else
      -- What ends by what is given in its place may have ended otherwise since it was decided.
      if each ->> 'next' is not null and not follows(the_id, each, allowed) then
        continue;
      end if;
      update status set state = 'ended', ended_as = each ->> 'what', ended_by = the_event
      where number = each ->> 'target' and state <> 'ended' and (
        each ->> 'next' is not null
        or number = (select about_status from case_file where id = the_case)
      );
      if not found then
        raise exception 'the status % was in force', each ->> 'target';
      end if;
      perform carry_over(each ->> 'target', each ->> 'next');
      perform leave_resting(each ->> 'target', the_id);
      perform notice_ended(
        each ->> 'target', null, (the_decision ->> 'decided_on')::date, the_event, the_case
      );
    end if;

    if each ->> 'effect' not in ('reopen', 'erase', 'disclose', 'change') then
      perform enter_leaf(the_subject, the_case, each -> 'leaf');
    end if;
    insert into effect (decision, effect, target, what, step, due_on, state)
    values (
      the_id, each ->> 'effect', each ->> 'target', each ->> 'what', each ->> 'step', (each ->> 'due_on')::date,
      case when each ->> 'effect' in ('reopen', 'erase') then 'waiting' else 'done' end
    );
  end loop;
end
$$;
