-- What a party wrote waits for an official as any other task does.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (
  kind in (
    'next-move', 'points', 'opinion', 'register', 'consent', 'payment', 'appearance', 'vote',
    'reply', 'record', 'telling', 'message'
  )
);
