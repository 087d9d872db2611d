-- What missions are asked often, with its answer, for everybody to read. Two officials stand behind each text
-- that is shown. No row leads to whoever asked, nor to a case: that it was asked somewhere is not told.
create table frequent_question (
  id uuid primary key,
  -- Whose people wrote it, by its code.
  mission text not null,
  made_at timestamptz not null,
  version integer not null default 1
);
create index frequent_question_mission on frequent_question (mission, made_at, id);

-- One that nobody was shown is gone with the next; one that was shown stays until all of it is deleted.
create table frequent_question_text (
  id uuid primary key default gen_random_uuid(),
  question uuid not null references frequent_question (id),
  stands text not null check (stands in ('draft', 'waiting', 'sent-back', 'shown', 'past')),
  -- The question and its answer, in each language in which there is one.
  said jsonb not null,
  -- Whether it is told on the pages of all missions.
  for_all boolean not null,
  -- Of each family of the law what was in force of it, as a hash of what binds, and on which day.
  law jsonb not null,
  law_on date not null,
  written_by uuid not null references party (id),
  written_at timestamptz not null,
  shown_by uuid references party (id),
  shown_at timestamptz,
  -- Why it was sent back.
  reason text,
  check ((shown_by is null) = (shown_at is null)),
  check ((shown_by is not null) = (stands in ('shown', 'past'))),
  check (shown_by <> written_by),
  check ((reason is not null) = (stands = 'sent-back'))
);
create index frequent_question_text_question on frequent_question_text (question);
create unique index frequent_question_text_shown on frequent_question_text (question)
  where stands = 'shown';
create unique index frequent_question_text_next on frequent_question_text (question)
  where stands in ('draft', 'waiting', 'sent-back');

-- Who wrote, showed and took it down, and when.
create table frequent_question_act (
  id uuid primary key default gen_random_uuid(),
  question uuid not null references frequent_question (id),
  version integer not null,
  act text not null check (
    act in ('save', 'ask', 'show', 'send-back', 'take-down', 'remove', 'forget')
  ),
  actor uuid not null references party (id),
  at timestamptz not null,
  unique (question, version)
);
create trigger frequent_question_act_kept before update or delete on frequent_question_act
  for each row execute function is_kept();
create trigger frequent_question_act_whole before truncate on frequent_question_act
  for each statement execute function is_kept();
