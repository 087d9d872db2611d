-- An official has a register asked beside what the type of the case asks by itself: what waits in the case
-- goes on waiting.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (
  kind in (
    'begin', 'file', 'return', 'ask', 'answer', 'extend', 'propose', 'send-back', 'decide', 'tell', 'end',
    'lapse', 'reopen', 'assign', 'say', 'confirm', 'consult',
    -- No step of a type: a newer version of it takes the case over.
    'move'
  )
);

-- Which services an official may have asked by it.
alter table type_step add column registers text[];

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (new.kind in ('begin', 'file', 'consult') and new.readable ? 'consults')
  execute function note_consultation();

-- What is sent in again is asked again: answers may have changed. What officials wait for is asked anew as
-- well, unless the same is asked by that.
create or replace function note_consultation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  anew uuid[];
begin
  if new.kind <> 'consult' then
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
