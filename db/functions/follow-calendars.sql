-- The days that lists are sorted by, brought to a calendar that has changed. What is shown is counted
-- anew from `counted` each time; only the order of rows waits for this.

-- A page of cases that have not ended, or of whose decision nobody was told yet, and of the tasks that
-- are open in them: what their days are counted from, and where they stand in lists.
create or replace function days_to_follow(after_case uuid)
returns table (case_id uuid, task uuid, counted jsonb, due_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with page as (
    select id, case_file.counted, case_file.due_on from (
      (
        select id from case_file where id > after_case and stage <> 'ended' order by id limit 200
      )
      union
      (
        select case_id from task
        where case_id > after_case and state = 'open' and kind = 'telling'
        order by case_id
        limit 200
      )
      order by id
      limit 200
    ) as moving join case_file using (id)
  )
  select id, null::uuid, page.counted, page.due_on from page
  union all
  select task.case_id, task.id, task.counted, task.due_on
  from page join task on task.case_id = page.id and state = 'open'
  order by 1
$$;

-- The earliest day that any calendar could give: by it jobs come to cases (`hold_case`), so that
-- none is brought to them before its time.
create or replace function soonest(the_counted jsonb) returns date
language sql immutable as $$
  select greatest(
    (the_counted ->> 'from')::date + coalesce((
      select sum(length * case unit when 'months' then 28 when 'years' then 365 else 1 end)::integer
      from jsonb_to_recordset(the_counted -> 'terms') as term (length integer, unit text)
    ), 0),
    (the_counted ->> 'told')::date
  )
$$;

-- Moves those of a page that stand elsewhere; how many. One that is being written is left alone: who
-- waited for it would keep the others from theirs. So is one that is counted from something else by
-- now, since whoever wrote that counted anew.
create or replace function follow_days(the_days json) returns integer
language sql security definer set search_path = public, pg_temp as $$
  with wanted as (
    select * from json_to_recordset(the_days)
      as wanted (case_id uuid, task uuid, counted jsonb, due_on date)
    where due_on >= soonest(counted)
  ),
  free_case as (
    select case_file.id, wanted.due_on, case_file.due_on as was from wanted
    join case_file on case_file.id = wanted.case_id and case_file.counted = wanted.counted
    where wanted.task is null
    order by case_file.id
    for no key update of case_file skip locked
  ),
  free_task as (
    select task.case_id, task.id, wanted.due_on from wanted
    join task on task.case_id = wanted.case_id and task.id = wanted.task
      and task.counted = wanted.counted and task.state = 'open'
    order by task.case_id, task.id
    for no key update of task skip locked
  ),
  moved_case as (
    update case_file set due_on = free_case.due_on from free_case
    where case_file.id = free_case.id
    returning case_file.id, stage, filed_on, free_case.was
  ),
  -- Whoever was told the day before is told this one.
  to_tell as (
    insert into day_moved (case_id, was)
    select id, was from moved_case
    where was is not null and filed_on is not null and stage <> 'ended'
    on conflict (case_id) do nothing
  ),
  moved_task as (
    update task set due_on = free_task.due_on from free_task
    where task.case_id = free_task.case_id and task.id = free_task.id
    returning 1
  )
  select ((select count(*) from moved_case) + (select count(*) from moved_task))::integer
$$;

-- Asks a job to follow these calendars, where the days were last written by others. Where there is no
-- case yet, they are followed.
create or replace function ask_to_follow(the_hash text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from case_file) then
    perform note_followed(the_hash);
  elsif not exists (select from calendars_followed where hash = the_hash) then
    insert into waiting_job (task, payload) values ('follow-calendars', '{}');
  end if;
end
$$;

create or replace function note_followed(the_hash text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into calendars_followed (hash) values (the_hash)
  on conflict (id) do update set hash = the_hash
$$;
