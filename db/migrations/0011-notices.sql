-- Whoever has a case about something that ended meanwhile is told of it by a task.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (
  kind in (
    'next-move', 'points', 'opinion', 'register', 'consent', 'payment', 'appearance', 'vote',
    'reply', 'record', 'telling', 'message', 'notice'
  )
);
