-- A body may answer by a system of its own: it is asked as registers are, by the event that asks bodies, and
-- what it says is its answer in the case.
alter table inquiry add column body text;

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (new.kind in ('begin', 'file', 'consult', 'ask') and new.readable ? 'consults')
  execute function note_consultation();

-- A case that is entered again asks what it waited for when it ended.
drop trigger case_inquiries on case_file;
create trigger case_inquiries after update of stage on case_file
  for each row when ((new.stage = 'ended') <> (old.stage = 'ended'))
  execute function inquiries_end();

-- It says more than it did.
drop function if exists take_inquiry(uuid);
