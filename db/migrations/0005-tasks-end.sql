-- What bodies owe to a case ends when the case leaves them, by whichever way. An applicant who
-- withdraws makes it end too, and may not see who owed what: so the portal asks by this function.
-- A task that has ended has a day in done_on like one that was done; the events tell which it was.

create function end_tasks(the_case uuid, ended_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update assessment_task set done_on = ended_on
  where application_id = the_case and done_on is null
$$;
revoke all on function end_tasks(uuid, date) from public;
grant execute on function end_tasks(uuid, date) to kecid_portal, kecid_office, kecid_jobs;

-- Those that were left open before.
update assessment_task set done_on = application.state_since
from application
where application.id = application_id and done_on is null and application.state <> 'in-assessment';
