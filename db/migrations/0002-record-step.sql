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
