-- What jobs ask and write of time that has passed. The moment is the process's, and believed where
-- the house lives on a day of its own; elsewhere nothing is over before it is.
create or replace function believed(the_moment timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from own_time) then the_moment else least(the_moment, now()) end
$$;

create or replace function reached(the_day date) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select least(the_day, (believed('infinity') at time zone 'Asia/Baku')::date)
$$;

-- Cases in which somebody let the time pass for what time itself does in their stead, and when
-- anything was last written in each, taken away or added; a page at a time, so that none that stays
-- as it is keeps others from their turn.
create or replace function terms_to_watch(the_day date, after_day date, after_case uuid)
returns table (id uuid, due_on date, touched_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with page as (
    select distinct task.due_on, case_id from task
    where state = 'open' and silence is not null and task.due_on < (select reached(the_day))
      and (task.due_on, case_id) > (after_day, after_case)
    order by task.due_on, case_id
    limit 200
  )
  select case_id, page.due_on, greatest(
    (select min(recorded_at) from event where event.case_id = page.case_id),
    (select max(saved_at) from answer where answer.case_id = page.case_id),
    (select max(greatest(added_at, removed_at)) from document where document.case_id = page.case_id)
  )
  from page
  order by page.due_on, case_id
$$;

-- Statuses that hold though their last day has passed, in the order of these days; who was erased
-- holds nothing that could be told of.
create or replace function statuses_to_end(the_day date, after_day date, after_number text)
returns table (
  number text, kind text, case_id uuid, holder uuid, until_on date, procedure_hash text
)
language sql stable security definer set search_path = public, pg_temp as $$
  select status.number, kind, case_id, holder, until_on, case_file.procedure_hash
  from status join case_file on case_file.id = case_id
  where status.state <> 'ended' and until_on < (select reached(the_day))
    and (until_on, status.number) > (after_day, after_number)
    and (select erased_at from party where party.id = holder) is null
  order by until_on, status.number
  limit 200
$$;

-- One of these ends; a leaf of the case that gave it tells of that.
create or replace function end_status(the_number text, the_day date, the_end text, the_leaf json)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was status;
begin
  update status set state = 'ended', ended_as = the_end
  where number = the_number and state <> 'ended' and until_on < reached(the_day)
  returning * into was;
  if found then
    perform enter_leaf(was.holder, was.case_id, the_leaf);
    perform leave_resting(the_number, null);
    perform notice_ended(the_number, null, the_day, null, null);
  end if;
end
$$;
