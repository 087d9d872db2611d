-- Whether whoever acts may see a case: what the policies of rights.sql say of its row, said once more
-- for functions, whose owner passes over policies.
create or replace function sees_case(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(case session_user
    when 'kecid_portal' then the_case = any ((acting()).own_cases)
    when 'kecid_jobs' then the_case = any ((acting()).own_cases)
    when 'kecid_office' then exists (
      select from case_file
      where id = the_case and number is not null and not is_apart(id)
        and ((acting()).sees_all or shown_to_asked(the_case))
    )
    else is_owner()
  end, false)
$$;

-- Whether an official does this as themselves, in a role that they have, and for their body.
create or replace function is_their_act(the_act json) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (the_act ->> 'actor')::uuid = who.party and the_act ->> 'role' = any (who.roles)
    and (the_act ->> 'body') is not distinct from who.body
  from acting() as who
$$;

-- Until the transaction ends nobody else takes a step of this case. False where there is none that
-- whoever acts may see. Jobs act as nobody: they come to one case at a time, in which time may take a
-- step, and see and write that one alone while they hold it.
create or replace function hold_case(the_case uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
begin
  if session_user = 'kecid_jobs' then
    who.own_cases := array(
      select case_id from task
      where case_id = the_case and state = 'open' and silence is not null
        and due_on < reached('infinity')
    );
    perform act_as(who);
  end if;
  if not sees_case(the_case) then
    return false;
  end if;
  perform from case_file where id = the_case for update;
  return found;
end
$$;

-- Until the transaction ends whoever acts does nothing else that asks for this: two beginnings at
-- once are one after the other, and the second knows what the first has begun.
create or replace function hold_party(the_party uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_owner() and coalesce(the_party <> all ((acting()).parties), true) then
    raise exception 'a party is held by whoever acts for it' using errcode = '42501';
  end if;
  perform from party where id = the_party for no key update;
  if not is_owner() then
    perform act_as(with_cases(acting()));
  end if;
end
$$;

-- Whether a row was written by this transaction, by the number of the transaction that it carries.
create or replace function is_of_now(the_writer xid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select the_writer::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)
$$;

-- The published versions of its type that a case may go by: the one that it pinned, and before that
-- any.
create or replace function types_of_case(the_case uuid) returns setof text
language sql stable security definer rows 2 set search_path = public, pg_temp as $$
  select case_file.type_hash from case_file where id = the_case and type_hash is not null
  union all
  select policy_document.hash from case_file
  join policy_document on kind = 'case-type' and code = case_file.type
  where id = the_case and case_file.type_hash is null
$$;
