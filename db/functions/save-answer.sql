-- Whether whoever acts may write what a case of theirs is made of: as long as it can be sent in from
-- where it stands, or they are asked for their side, of those of whom they may read.
create or replace function writes_in(the_case uuid, the_subject uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_file
    join case_party on case_party.case_id = case_file.id
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and party = the_subject and is_subject
      and from_state = case_file.state and (
        type_step.kind = 'file' or type_step.kind = 'answer' and exists (
          select from task
          where task.case_id = the_case and task.step = type_step.step and task.kind = 'reply'
            and task.state = 'open' and (is_owner() or owner_party = (acting()).party)
        )
      )
  ) and (
    is_owner() or coalesce(the_case = any ((acting()).own_cases)
      and (the_subject = any ((acting()).parties) or the_case = any ((acting()).whole_cases)), false)
  )
$$;

create or replace function check_writes_in(the_case uuid, the_subject uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not writes_in(the_case, the_subject) then
    raise exception 'this case is not to be written in' using errcode = '42501';
  end if;
end
$$;

-- A block of answers, unless somebody saved it since that version: then false, and nothing is changed.
create or replace function save_answer(
  the_case uuid, the_subject uuid, the_block json, the_sealed bytea
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was integer := (the_block ->> 'version')::integer;
begin
  perform check_writes_in(the_case, the_subject);
  if was = 0 then
    insert into answer (case_id, subject, block, version, readable, sealed, saved_at)
    select the_case, the_subject, block, 1, readable, the_sealed, saved_at
    from json_to_record(the_block) as saved (block text, readable jsonb, saved_at timestamptz)
    on conflict do nothing;
  else
    update answer set
      version = was + 1, readable = saved.readable, sealed = the_sealed, saved_at = saved.saved_at
    from json_to_record(the_block) as saved (block text, readable jsonb, saved_at timestamptz)
    where case_id = the_case and subject = the_subject and answer.block = saved.block
      and version = was;
  end if;
  return found;
end
$$;
