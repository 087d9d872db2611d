-- While a case lies with another system, whoever would have the next move has none: they watch for the answer
-- in the time of the whole case.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in (
  'next-move', 'elsewhere', 'points', 'opinion', 'register', 'consent', 'payment', 'appearance', 'vote',
  'reply', 'record', 'telling', 'message', 'notice'
));

update task set
  kind = 'elsewhere', step = sent.service, counted = case_file.counted, due_on = case_file.due_on,
  silence = null, version = task.version + 1
from case_file
cross join lateral (
  select service
  from event, jsonb_to_recordset(readable -> 'consults') as consulted (subject uuid, service text, does text)
  where event.case_id = case_file.id and event.kind = 'file' and consulted.does = 'send'
    and not exists (
      select from event as later
      where later.case_id = case_file.id and later.seq > event.seq and (
        later.kind = 'report' and later.readable -> 'settles' ? consulted.subject::text
        or later.kind = 'recall' and later.readable ->> 'done' = 'true'
      )
    )
  order by event.seq
  limit 1
) as sent
where task.case_id = case_file.id and task.state = 'open' and task.kind = 'next-move'
  and case_file.stage not in ('draft', 'with-person', 'ended');
