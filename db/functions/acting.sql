-- Who acts. begin_as (begin-as.sql) finds it at the beginning of a transaction and leaves it in two
-- settings of that transaction: what it found, and a proof by a key that only the owner reads. The
-- proof is of this connection and this transaction alone, so that it opens nothing anywhere else.

-- HMAC (RFC 2104) in kind: a hash in a hash, each with the key before it. Without settings of its own
-- it becomes part of whatever asks it, and costs no call.
create or replace function proof_of(ours bytea, who text) returns text
language sql stable as $$
  select encode(sha256(ours || sha256(ours || convert_to(
    concat_ws('|', who, pg_backend_pid(), extract(epoch from now()), session_user), 'UTF8'
  ))), 'hex')
$$;

-- Another key, as whenever migrations were asked for: whoever had the old one has nothing.
create or replace function draw_acting_key() returns void
language sql set search_path = public, pg_temp as $$
  insert into acting_key (bytes)
  values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
  on conflict (id) do update set bytes = excluded.bytes
$$;

-- Nobody where begin_as was not called, or somebody set the settings by himself. Every policy asks
-- this once for each statement.
create or replace function acting() returns acting
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  who text := current_setting('kecid.who', true);
  ours bytea;
begin
  if who <> '' then
    select bytes into ours from public.acting_key;
    if current_setting('kecid.mac', true) = public.proof_of(ours, who) then
      return who::public.acting;
    end if;
  end if;
  return null;
end
$$;

-- The owner of the tables, and whoever may become it: what tools and migrations work as.
create or replace function is_owner() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select pg_has_role(session_user, 'kecid_migrator', 'member')
$$;

-- What whoever acts was asked in a case, by name or for their body, and may still answer, or correct,
-- from where the case stands: the tasks of the last time that anything was asked there.
create or replace function tasks_asked(the_case uuid) returns setof task
language sql stable security definer rows 2 set search_path = public, pg_temp as $$
  select task.*
  from acting() as who
  join case_file on case_file.id = the_case
  cross join lateral (
    select array(
      select step from type_step
      where type_hash = any (array(select types_of_case(the_case)))
        and from_state = case_file.state and by_roles && who.roles
    ) as steps
  ) as taken
  join task on task.case_id = the_case and task.step = any (taken.steps)
    and (task.owner_body = who.body or task.owner_party = who.party)
  join event as opening on opening.id = task.opened_by
  where task.kind <> 'next-move' and task.owner_role <> 'system'
    and opening.seq >= coalesce(
      (select max(seq) from event where event.case_id = the_case and event.kind = 'ask'), 0
    )
$$;

-- A council has the cases in which its people do more than vote: whoever does that sees them whole.
create or replace function is_of_council(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from acting() as who
    join case_file on case_file.id = the_case and number is not null
    join type_step on type_step.kind <> 'answer'
      and type_step.type_hash = any (array(select types_of_case(the_case)))
      and type_step.by_roles && array(
        select role from office_role where role = any (who.roles) and office_role.of = 'council'
      )
  )
$$;

-- A body, and whoever was asked by name, sees a case as long as something in it is theirs; a mission those
-- that were begun to it.
create or replace function shown_to_asked(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from tasks_asked(the_case)) or is_of_council(the_case)
    or is_of_mission(the_case)
$$;

-- Whoever is asked in a case about a decision, or about one in which nothing was decided, or decides it,
-- sees the case in which that was or was not made, as long as theirs is open; they read it, and take no
-- step of it.
create or replace function contested_before(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from decision
    join case_file on about_decision = decision.id and stage <> 'ended' and number is not null
    where decision.case_id = the_case and shown_to_asked(case_file.id)
  ) or exists (
    select from case_file
    where about_case = the_case and stage <> 'ended' and number is not null
      and shown_to_asked(id)
  )
$$;

-- And of what lies there, the kinds that their tasks show; all where they say nothing.
create or replace function document_shown(the_case uuid, the_kind text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from tasks_asked(the_case) as task
    where task.shows is null or task.shows -> 'documents' ? the_kind
  ) or is_of_council(the_case)
$$;
