-- One step of a case, written in one call: the row, its events, their leaves and the jobs that
-- follow, or none of it. One call because round trips, not work, are what a submission waits for.

create function record_step(
  the_case json, the_events json, the_leaves json, the_letters json,
  the_jobs json
)
returns boolean language plpgsql as $$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
begin
  update application set
    state = the_case ->> 'state',
    state_since = (the_case ->> 'stateSince')::date,
    version = (the_case ->> 'version')::integer,
    type = coalesce(the_case ->> 'type', type),
    number = coalesce(the_case ->> 'number', number),
    rule_set = coalesce(the_case ->> 'ruleSet', rule_set),
    type_hash = coalesce(the_case ->> 'typeHash', type_hash),
    field = coalesce(the_case ->> 'field', field),
    submitted_on = coalesce((the_case ->> 'submittedOn')::date, submitted_on),
    due_on = (the_case ->> 'dueOn')::date,
    step_due_on = (the_case ->> 'stepDueOn')::date,
    changed_at = (the_case ->> 'changedAt')::timestamptz
  where id = the_id and version = (the_case ->> 'versionBefore')::integer;
  if not found then
    return false;
  end if;

  insert into application_event (
    application_id, seq, id, type, action, role, actor_id, to_state, at, happened_on, audience,
    readable, sealed
  )
  select the_id, seq, id, type, action, role, actor_id, to_state, at, happened_on, audience,
    readable, decode(sealed, 'base64')
  from json_to_recordset(the_events) as event (
    seq integer, id uuid, type text, action text, role text, actor_id text, to_state text,
    at timestamptz, happened_on date, audience text, readable jsonb, sealed text
  );

  insert into ledger_leaf (leaf, leaf_hash, opening, person_id)
  select decode(leaf, 'base64'), decode(leaf_hash, 'base64'), decode(opening, 'base64'),
    person_id
  from json_to_recordset(the_leaves) as entry (
    leaf text, leaf_hash text, opening text, person_id uuid
  );

  insert into letter (
    id, person_id, application_id, code, language, content_sealed, written_at, send_from
  )
  select id, person_id, the_id, code, language, decode(content_sealed, 'base64'), written_at,
    send_from
  from json_to_recordset(the_letters) as written (
    id uuid, person_id uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );

  insert into waiting_job (task, payload)
  select task, payload
  from json_to_recordset(the_jobs) as job (task text, payload json);

  return true;
end
$$;

-- A draft that was thrown away goes whole: what was written and filed, what was on its way, the
-- letters about it and what happened to it; and its leaves lose what could open them, and whose they
-- were. Its files lie elsewhere and go by a job. Only the owner of the tables may take away what
-- happened, so this runs as the owner, and asks what happened and not who calls.
create function erase_draft(the_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened text[] := array(select type from application_event where application_id = the_case);
begin
  if not 'draft-discarded' = any (happened) or 'application-submitted' = any (happened) then
    raise exception 'only a draft that was thrown away is erased';
  end if;

  insert into waiting_job (task, payload)
  select 'remove-files', json_build_object('addresses', json_agg(lying.address))
  from document, unnest(array[document.address, document.shown_address]) as lying (address)
  where application_id = the_case and lying.address is not null
  having count(*) > 0;

  update ledger_leaf set opening = null, person_id = null
  where person_id = (select person_id from application where id = the_case)
    and opening is not null
    and convert_from(leaf, 'UTF8')::json ->> 'id' in (
      select id::text from application_event where application_id = the_case
    );

  delete from letter where application_id = the_case;
  delete from upload where application_id = the_case;
  delete from document where application_id = the_case;
  delete from answer_block where application_id = the_case;
  delete from application_event where application_id = the_case;
  delete from application where id = the_case;
end
$$;
