-- A body may answer by a system of its own: it is asked as registers are, by the event that asks bodies, and
-- what it says is its answer in the case.
alter table inquiry add column body text;

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (new.kind in ('begin', 'file', 'consult', 'ask') and new.readable ? 'consults')
  execute function note_consultation();

-- It says more than it did.
drop function if exists take_inquiry(uuid);
