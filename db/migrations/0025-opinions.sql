-- A body may answer by a system of its own: it is asked as registers are, by the event that asks bodies, and
-- what it says is its answer in the case.
alter table inquiry add column body text;

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (new.kind in ('begin', 'file', 'consult', 'ask') and new.readable ? 'consults')
  execute function note_consultation();

-- What is sent in again is asked again: answers may have changed. What officials wait for is asked anew as
-- well, unless the same is asked by that. Bodies that are asked again wait for nothing that they were asked before.
create or replace function note_consultation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  anew uuid[];
begin
  if new.kind = 'ask' then
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and body is not null;
    update consultation set is_left = true
    where case_id = new.case_id and not is_left
      and consultation.event in (select id from event where case_id = new.case_id and kind = 'ask');
  elsif new.kind <> 'consult' then
    anew := array(
      select event.id from event
      where event.case_id = new.case_id and event.kind = 'consult'
        and not new.readable -> 'consults' @> (event.readable -> 'consults')
        and (
          exists (select from consultation where consultation.event = event.id and not is_left)
          or exists (
            select from inquiry
            where inquiry.case_id = new.case_id and opened_by = event.id
              and inquiry.state in ('waiting', 'answered')
          )
        )
    );
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and tells is null and follows is null;
    update consultation set is_left = not consultation.event = any (anew)
    where case_id = new.case_id and (not is_left or consultation.event = any (anew));
  end if;
  insert into consultation (event, case_id, asked_at) values (new.id, new.case_id, new.recorded_at);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$$;

-- It says more than it did.
drop function if exists take_inquiry(uuid);
