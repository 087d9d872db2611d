-- When a case was first sent in is asked of all cases of somebody; the other events are not read for it.
create index event_filed on event (case_id, seq) where kind = 'file';
