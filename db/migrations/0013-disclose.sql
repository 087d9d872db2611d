-- A decision can let whoever it is about make a copy of what is kept of them, until a day.
alter table effect drop constraint effect_effect_check;
alter table effect add constraint effect_effect_check check (
  effect in (
    'issue', 'end', 'replace', 'restore', 'set-aside', 'reopen', 'hold', 'change', 'erase',
    'disclose', 'open', 'notify'
  )
);
