-- One step of a case, written in one call: the row, its event, the leaf and what follows, or
-- none of it. One call because round trips, not work, are what a submission waits for.

-- A case begins with the parties that it has; whoever may open what is told in it follows from these
-- rows, so that nobody adds himself to a case that is there.
create function begin_case(the_case json, the_parties json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_file (
    id, type, state, stage, state_since, version, about_status, opened_on, changed_at
  )
  select id, type, state, stage, opened_on, 0, about_status, opened_on, changed_at
  from json_to_record(the_case) as begun (
    id uuid, type text, state text, stage text, about_status text, opened_on date,
    changed_at timestamptz
  );

  insert into case_party (case_id, party, role, is_subject, state, from_on)
  select (the_case ->> 'id')::uuid, party, role, is_subject,
    case when is_subject then 'open' end, (the_case ->> 'opened_on')::date
  from json_to_recordset(the_parties) as had (party uuid, role text, is_subject boolean);
end
$$;

-- Brings whose turn it is to what is wanted. What is wanted no more is done where whoever had it
-- took the step, else dropped. A face that may not see the tasks of others writes them by this,
-- with an event of that case that it has just written.
create function record_tasks(the_case uuid, the_event json, the_tasks json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from event
    where id = (the_event ->> 'id')::uuid and case_id = the_case
      and xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)
  ) then
    raise exception 'tasks follow an event';
  end if;

  -- Of a step of time that was taken back nobody is told: its letters are still here.
  if the_event ->> 'kind' = 'reopen' and (the_event -> 'readable' ->> 'done')::boolean then
    delete from letter where case_id = the_case and send_from is not null;
  end if;

  with wanted as (
    select * from json_to_recordset(the_tasks) as wanted (
      kind text, step text, owner_body text, due_on date, silence text
    )
  )
  update task set due_on = wanted.due_on, silence = wanted.silence, version = version + 1
  from wanted
  where case_id = the_case and state = 'open'
    and task.kind = wanted.kind and task.step = wanted.step
    and task.owner_body is not distinct from wanted.owner_body
    and (task.due_on, task.silence) is distinct from (wanted.due_on, wanted.silence);

  update task set
    state = case
      when coalesce(owner_body = the_event ->> 'body', owner_role = the_event ->> 'role')
        then 'done'
      else 'dropped'
    end,
    closed_by = (the_event ->> 'id')::uuid,
    version = version + 1
  where case_id = the_case and state = 'open' and not exists (
    select from json_to_recordset(the_tasks) as wanted (kind text, step text, owner_body text)
    where task.kind = wanted.kind and task.step = wanted.step
      and task.owner_body is not distinct from wanted.owner_body
  );

  insert into task (
    id, case_id, subject, kind, step, owner_role, owner_party, owner_body, due_on, silence, state,
    opened_by
  )
  select id, the_case, subject, kind, step, owner_role, owner_party, owner_body, due_on, silence,
    'open', (the_event ->> 'id')::uuid
  from json_to_recordset(the_tasks) as wanted (
    id uuid, subject uuid, kind text, step text, owner_role text, owner_party uuid,
    owner_body text, due_on date, silence text
  )
  where not exists (
    select from task
    where case_id = the_case and task.state = 'open'
      and task.kind = wanted.kind and task.step = wanted.step
      and task.owner_body is not distinct from wanted.owner_body
  );
end
$$;

create function record_step(
  the_case json, the_event json, the_leaf json, the_letters json, the_tasks json, the_jobs json
)
returns boolean language plpgsql as $$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
begin
  update case_file set
    state = the_case ->> 'state',
    stage = the_case ->> 'stage',
    state_since = (the_case ->> 'stateSince')::date,
    version = (the_case ->> 'version')::integer,
    number = coalesce(the_case ->> 'number', number),
    scoring_hash = coalesce(the_case ->> 'scoringHash', scoring_hash),
    type_hash = coalesce(the_case ->> 'typeHash', type_hash),
    field = coalesce(the_case ->> 'field', field),
    filed_on = coalesce((the_case ->> 'filedOn')::date, filed_on),
    ended_on = (the_case ->> 'endedOn')::date,
    due_on = (the_case ->> 'dueOn')::date,
    changed_at = (the_case ->> 'changedAt')::timestamptz
  where id = the_id and version = (the_case ->> 'versionBefore')::integer;
  if not found then
    return false;
  end if;

  update case_party set state = the_case ->> 'subjectState'
  where case_id = the_id and is_subject and state <> the_case ->> 'subjectState';

  insert into event (
    case_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on, happened_at,
    recorded_at, policy, audience, readable, sealed
  )
  select the_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on,
    happened_at, recorded_at, policy, audience, readable, decode(sealed, 'base64')
  from json_to_record(the_event) as happened (
    seq integer, id uuid, kind text, step text, subject uuid, actor uuid, role text, body text,
    to_state text, happened_on date, happened_at timestamptz, recorded_at timestamptz,
    policy bigint, audience text, readable jsonb, sealed text
  );

  insert into ledger_leaf (leaf, leaf_hash, opening, party, case_id)
  select decode(leaf, 'base64'), decode(leaf_hash, 'base64'), decode(opening, 'base64'), party,
    the_id
  from json_to_record(the_leaf) as entry (
    leaf text, leaf_hash text, opening text, party uuid
  );

  insert into letter (
    id, party, subject, case_id, code, language, content_sealed, written_at, send_from
  )
  select id, party, subject, the_id, code, language, decode(content_sealed, 'base64'),
    written_at, send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, subject uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );

  perform record_tasks(the_id, the_event, the_tasks);

  insert into waiting_job (task, payload)
  select task, payload
  from json_to_recordset(the_jobs) as job (task text, payload json);

  return true;
end
$$;
