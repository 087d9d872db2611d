-- Cases that a newer version of their type takes over: which, who may move them, and how many there are
-- before anybody has adopted it.

-- What the types in force say of it that two people have adopted, each by its own name: that one which
-- binds alike was adopted says nothing of whose cases it takes.
create or replace function moves_in_force() returns setof type_move
language sql stable security definer set search_path = public, pg_temp as $$
  select type_move.* from type_move
  join policy_version_document as own
    on own.hash = type_move.type_hash and own.version = policy_in_force()
  where (
    select count(*) from policy_adoption where policy_adoption.hash = type_move.type_hash
  ) >= 2
$$;

-- A page of cases that are to move. What was decided stays as it was decided.
create or replace function cases_to_move(after_case uuid) returns setof uuid
language plpgsql stable security definer rows 200 set search_path = public, pg_temp as $$
declare
  earlier text[] := array(select distinct from_hash from moves_in_force());
begin
  if earlier = '{}' then
    return;
  end if;
  return query
    select case_file.id from case_file
    where type_hash is not null and stage <> 'ended'
      and type_hash = any (earlier) and case_file.id > after_case
      and not exists (select from decision where decision.case_id = case_file.id)
    order by case_file.id
    limit 200;
end
$$;

-- A job has one of them until its transaction ends, to move it and for nothing else; to which version,
-- or nothing where it does not move, or somebody is writing it, whom nobody keeps waiting.
create or replace function hold_to_move(the_case uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
begin
  perform from case_file where id = the_case and stage <> 'ended' for update skip locked;
  if not found or exists (select from decision where case_id = the_case) then
    return null;
  end if;
  select type_hash into who.moves_to from moves_in_force() as moves
  where (from_hash, from_state) = (
    select case_file.type_hash, state from case_file where id = the_case
  );
  if who.moves_to is not null then
    who.own_cases := array[the_case];
    perform act_as(who);
  end if;
  return who.moves_to;
end
$$;

-- A case moves to where the version says that takes it over, and nothing else of it changes.
create or replace function check_move(the_case json, the_event json) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  was case_file;
begin
  select * into was from case_file where id = (the_case ->> 'id')::uuid;
  if not exists (
    select from moves_in_force()
    where from_hash = was.type_hash and from_state = was.state
      and type_hash = the_case ->> 'typeHash' and to_state = the_case ->> 'state'
      and (is_owner() or type_hash = (acting()).moves_to)
  ) or the_event ->> 'role' <> 'system' or the_event ->> 'actor' is not null
    or the_event ->> 'cause' is not null
    or the_event ->> 'to_state' <> the_case ->> 'state'
    or the_event -> 'readable' ->> 'typeHash' is distinct from the_case ->> 'typeHash'
    or exists (select from decision where case_id = was.id)
    or (was.stage, was.number, was.procedure_hash, was.scoring_hash, was.field, was.filed_on,
      was.state_since)
    is distinct from (the_case ->> 'stage', the_case ->> 'number', the_case ->> 'procedureHash',
      the_case ->> 'scoringHash', the_case ->> 'field', (the_case ->> 'filedOn')::date,
      (the_case ->> 'stateSince')::date)
  then
    raise exception 'no version in force takes this case over like that' using errcode = '42501';
  end if;
end
$$;

-- By which law the cases of these versions run: what a version that takes them over must fit.
create or replace function laws_of_running(the_types text[])
returns table (procedure_hash text, scoring_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct procedure_hash, scoring_hash from case_file
  where type_hash is not null and stage <> 'ended' and type_hash = any (the_types)
$$;

-- How many cases a version would take over, or still has to, by the state that they are in.
create or replace function running_by_state(the_type text)
returns table (from_hash text, from_state text, to_state text, cases bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select move.from_hash, move.from_state, move.to_state, count(*)
  from type_move as move
  join case_file on case_file.type_hash = move.from_hash and state = move.from_state
    and case_file.type_hash is not null and stage <> 'ended'
  where move.type_hash = the_type
    and not exists (select from decision where decision.case_id = case_file.id)
  group by 1, 2, 3
  order by 1, 2
$$;
