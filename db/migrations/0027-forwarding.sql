-- A case can be forwarded to the system whose people examine it: what that says, and that the office takes
-- the case back from there, are events; and those, as well as an end, tell it what it has to know.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (
  kind in (
    'begin', 'file', 'return', 'ask', 'answer', 'extend', 'propose', 'send-back', 'decide', 'tell', 'end',
    'lapse', 'reopen', 'assign', 'say', 'confirm', 'consult', 'report', 'recall',
    -- No step of a type: a newer version of it takes the case over.
    'move'
  )
);

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (
    new.kind in ('begin', 'file', 'consult', 'ask', 'report', 'recall', 'end') and new.readable ? 'consults'
  )
  execute function note_consultation();
