-- The number of what is in force; 0 before anything is.
create or replace function policy_in_force() returns bigint
language sql stable set search_path = public, pg_temp as $$
  select coalesce(max(id), 0) from policy_version
$$;

-- What is decided by policy that was replaced meanwhile is not written: whoever decided it reads the
-- new one and decides again.
create or replace function is_by_policy_in_force(the_version bigint) returns void
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if the_version is distinct from policy_in_force() then
    raise exception 'policy is at another version than %', the_version using errcode = 'KC001';
  end if;
end
$$;
