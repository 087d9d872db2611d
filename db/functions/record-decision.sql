-- What a status is to rest on is in force, and somebody's who has the case. It cannot end meanwhile: its
-- end would not know what rests on it.
create or replace function holds_up(the_case uuid, the_number text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from status
  where number = the_number and state = 'in-force' and holder in (
    select party from case_party where case_id = the_case and until_on is null
  )
  for share;
  if not found and the_number is not null then
    raise exception 'nothing rests on the status %', the_number using errcode = '42501';
  end if;
end
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
    id, case_id, subject, outcome, record_sealed, record_hash, decided_on, decided_by
  )
  select the_id, the_case, the_subject, outcome, decode(record_sealed, 'base64'), record_hash,
    decided_on, the_event
  from json_to_record(the_decision) as decided (
    outcome text, record_sealed text, record_hash text, decided_on date
  );

  for each in select value from json_array_elements(the_effects) loop
    if concat_ws(' ', each ->> 'effect', each ->> 'what') <> all (allowed) then
      raise exception 'the outcome does not %', each ->> 'effect' using errcode = '42501';
    end if;
    if each ->> 'effect' = 'issue' then
      perform holds_up(the_case, each -> 'status' ->> 'rests_on');
      insert into status (
        number, kind, holder, case_id, given_by, rests_on, code_index, holder_index, code_sealed,
        field, from_on, until_on, state, issued_at
      )
      select each ->> 'target', each ->> 'what', the_subject, the_case, the_id, rests_on,
        decode(code_index, 'base64'), decode(holder_index, 'base64'),
        decode(code_sealed, 'base64'), field, from_on, until_on, 'in-force', issued_at
      from json_to_record(each -> 'status') as given (
        rests_on text, code_index text, holder_index text, code_sealed text, field text,
        from_on date, until_on date, issued_at timestamptz
      );
    elsif each ->> 'effect' = 'erase' then
      if each ->> 'target' <> the_subject::text then
        raise exception 'nobody else is erased' using errcode = '42501';
      end if;
    else
      update status set state = 'ended', ended_as = each ->> 'what', ended_by = the_event
      where number = each ->> 'target' and state <> 'ended' and number = (
        select about_status from case_file where id = the_case
      );
      if not found then
        raise exception 'the status % was in force', each ->> 'target';
      end if;
      perform leave_resting(each ->> 'target', the_id);
    end if;

    if each ->> 'effect' <> 'erase' then
      perform enter_leaf(the_subject, the_case, each -> 'leaf');
    end if;
    insert into effect (decision, effect, target, due_on, state)
    values (
      the_id, each ->> 'effect', each ->> 'target', (each ->> 'due_on')::date,
      case each ->> 'effect' when 'erase' then 'waiting' else 'done' end
    );
  end loop;
end
$$;
