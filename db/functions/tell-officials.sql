-- What jobs ask and write to tell officials what waits for them.

-- Once each day asks for one mail to everybody who works here, about what came since those before.
create or replace function ask_for_task_mails(the_moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (the_moment at time zone 'Asia/Baku')::date;
  spoken text := 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
  told timestamptz;
begin
  select told_until into told from officials_told for update;
  if (told at time zone 'Asia/Baku')::date >= today then
    return;
  end if;
  insert into waiting_job (task, payload)
  select 'tell-official', json_build_object(
    'account', account.id,
    'after', to_char(told at time zone 'UTC', spoken),
    'until', to_char(the_moment at time zone 'UTC', spoken)
  )
  from account
  where face = 'office' and closed_at is null and exists (
    select from membership
    where membership.party = account.party
      and from_on <= today and coalesce(until_on >= today, true)
  );
  update officials_told set told_until = the_moment;
end
$$;

-- What is open to an official in the roles of that day, for their body where they are of one; and
-- what makes the time that a task has the same as that of another. Without settings of its own it
-- becomes part of whatever asks it.
create or replace function tasks_of_official(the_account uuid, the_day date)
returns table (number text, due_on date, counted jsonb, came_at timestamptz, time_given jsonb)
language sql stable as $$
  select case_file.number, open.due_on, open.counted, came.recorded_at, jsonb_build_array(
    case_file.type, coalesce(type_hash, ''), coalesce(procedure_hash, ''), open.kind, open.step,
    came.happened_on, open.counted
  )
  from account
  cross join lateral (
    select array_agg(role) as roles, max(membership.body) as body from membership
    where membership.party = account.party
      and from_on <= the_day and coalesce(until_on >= the_day, true)
  ) as work
  cross join lateral (
    select task.* from task
    where task.state = 'open' and owner_body is null and owner_party is null
      and owner_role = any (work.roles)
    union all
    select task.* from task
    where task.state = 'open' and owner_party = account.party and owner_role = any (work.roles)
    union all
    select task.* from task
    where task.state = 'open' and owner_body = work.body and owner_role = any (work.roles)
  ) as open
  join case_file on case_file.id = open.case_id
  join event as came on came.id = open.opened_by
  where account.id = the_account and face = 'office' and closed_at is null
    and case_file.number is not null
    -- Of what is begun to a mission, its own people are told, and of the Service whoever has it.
    and not exists (
      select from asking
      where asking.case_id = open.case_id and mission is distinct from work.body and (
        is_apart
        or open.owner_role in (select role from office_role where office_role.of = 'mission')
      )
    )
$$;

-- Whoever is to be told and works here still: in which language, at which sealed address, and the
-- times of tasks that they were told of and that may not have run out, each once, however many: a
-- calendar moves no day by a month, and jobs count each themselves.
create or replace function official_to_tell(
  the_account uuid, the_after timestamptz, the_until timestamptz
)
returns table (language text, address bytea, times jsonb)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select account.language, credential.sealed, (
    select jsonb_agg(distinct time_given)
    from tasks_of_official(the_account, (the_until at time zone 'Asia/Baku')::date)
    where came_at < the_after and due_on >= (the_after at time zone 'Asia/Baku')::date - 31
  )
  from account
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  where account.id = the_account and face = 'office' and closed_at is null and exists (
    select from membership
    where membership.party = account.party
      and from_on <= (the_until at time zone 'Asia/Baku')::date
      and coalesce(until_on >= (the_until at time zone 'Asia/Baku')::date, true)
  )
$$;

-- What waits for them: cases of which a task came from one moment until another, and those whose
-- time is among those that are near their end; of each the first twenty, and how many in all.
create or replace function waiting_for(
  the_account uuid, the_after timestamptz, the_until timestamptz, the_near jsonb
)
returns table (number text, counted jsonb, is_new boolean, in_all integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with waiting as (
    select open.number, min(open.due_on) as due_on,
      (array_agg(open.counted order by open.due_on))[1] as counted,
      bool_or(coalesce(came_at >= the_after, true)) as is_new
    from tasks_of_official(the_account, (the_until at time zone 'Asia/Baku')::date) as open
    where came_at < the_until and (
      coalesce(came_at >= the_after, true)
      or time_given in (select value from jsonb_array_elements(the_near))
    )
    group by open.number
  ),
  placed as (
    select *, (count(*) over part)::integer as in_all,
      row_number() over (part order by waiting.due_on, waiting.number) as place
    from waiting
    window part as (partition by waiting.is_new)
  )
  select placed.number, placed.counted, placed.is_new, placed.in_all from placed
  where place <= 20
  order by placed.due_on, placed.number
$$;
