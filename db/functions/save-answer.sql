-- Of those of whom whoever acts may read, in a case of theirs.
create or replace function acts_for_in(the_case uuid, the_subject uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_party where case_id = the_case and party = the_subject and is_subject
  ) and (
    is_owner() or coalesce(the_case = any ((acting()).own_cases)
      and (the_subject = any ((acting()).parties) or the_case = any ((acting()).whole_cases)), false)
  )
$$;

-- Whether they may write what the case is made of: as long as it can be sent in from where it stands, or
-- while it is a family, which never is.
create or replace function writes_in(the_case uuid, the_subject uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select acts_for_in(the_case, the_subject) and (
    exists (
      select from case_file
      join type_step on type_step.type_hash in (select types_of_case(the_case))
      where id = the_case and kind = 'file' and from_state = state
    ) or is_family(the_case)
  )
$$;

-- Or add what comes with their side, as long as they are asked for it.
create or replace function replies_in(the_case uuid, the_subject uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select acts_for_in(the_case, the_subject) and exists (
    select from task
    where case_id = the_case and kind = 'reply' and state = 'open'
      and (is_owner() or owner_party = (acting()).party)
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

create or replace function check_adds_to(the_case uuid, the_subject uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (writes_in(the_case, the_subject) or replies_in(the_case, the_subject)) then
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
