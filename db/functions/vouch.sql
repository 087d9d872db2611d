-- What an official answers for in their own name: policy with its provisional values, or the time.

create or replace function check_role(the_roles text[]) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not is_owner() and not coalesce((acting()).roles && the_roles, false) then
    raise exception 'this is not for whoever acts' using errcode = '42501';
  end if;
end
$$;

-- A second time by the same person changes nothing.
create or replace function adopt_policy(
  the_hash text, the_party uuid, the_moment timestamptz, the_leaf json
)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_role('{policy-officer,policy-approver}');
  if not is_owner() and the_party is distinct from (acting()).party then
    raise exception 'each adopts for themselves' using errcode = '42501';
  end if;
  insert into policy_adoption (hash, party, adopted_at) values (the_hash, the_party, the_moment)
  on conflict do nothing;
  if found then
    perform enter_leaf(null, null, the_leaf);
    if exists (select from moves_in_force() where type_hash = the_hash) then
      insert into waiting_job (task, payload) values ('move-cases', '{}');
    end if;
  end if;
end
$$;

-- False where the clocks have gone other ways since, or nothing waits.
create or replace function confirm_time(the_confirmation json, the_leaf json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_actor uuid := (the_confirmation ->> 'actor')::uuid;
begin
  perform check_role('{administrator}');
  if not is_owner() and the_actor is distinct from (acting()).party then
    raise exception 'each answers for themselves' using errcode = '42501';
  end if;
  update trusted_time set
    ran_at = shown.found_at, ahead_ms = shown.found_ahead_ms, doubt = null, found_at = null,
    found_ahead_ms = null
  from json_to_record(the_confirmation) as shown (
    doubt text, found_at timestamptz, found_ahead_ms bigint, was_found_at timestamptz
  )
  where trusted_time.doubt = shown.doubt and trusted_time.found_at = shown.was_found_at;
  if not found then
    return false;
  end if;
  insert into time_confirmation (id, actor, doubt, found_at, found_ahead_ms, confirmed_at)
  select id, the_actor, doubt, found_at, found_ahead_ms, confirmed_at
  from json_to_record(the_confirmation) as confirmed (
    id uuid, doubt text, found_at timestamptz, found_ahead_ms bigint, confirmed_at timestamptz
  );
  perform enter_leaf(the_actor, null, the_leaf);
  insert into waiting_job (task, payload) values ('watch-terms', '{}');
  return true;
end
$$;
