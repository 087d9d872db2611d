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
