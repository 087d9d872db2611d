-- What an official has written down for a task of theirs and not handed in, in place of what was kept
-- before; false where the task is no longer open.
create or replace function save_task_draft(
  the_case uuid, the_task uuid, the_moment timestamptz, the_sealed bytea
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into task_draft (case_id, task, official, saved_at, sealed)
  select the_case, the_task, (acting()).party, the_moment, the_sealed
  from tasks_asked(the_case) as owed
  where owed.id = the_task and owed.state = 'open'
  on conflict (case_id, task, official) do update
    set saved_at = excluded.saved_at, sealed = excluded.sealed;
  return found;
end
$$;
