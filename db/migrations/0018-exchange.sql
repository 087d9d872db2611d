-- What registers of the state are asked about somebody in a case, the messages that carried it, and how
-- each system stands. A page only leaves a question here; the exchange asks it, and a job takes the answer
-- to the case.
alter table policy_document drop constraint policy_document_kind_check;
alter table policy_document add constraint policy_document_kind_check check (
  kind in (
    'case-type', 'procedure', 'scoring', 'status', 'calendar', 'education', 'occupations', 'laws',
    'systems'
  )
);
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (
  kind in (
    'begin', 'file', 'return', 'ask', 'answer', 'extend', 'propose', 'send-back', 'decide', 'tell', 'end',
    'lapse', 'reopen', 'assign', 'say', 'confirm',
    -- No step of a type: a newer version of it takes the case over.
    'move'
  )
);

alter table waiting_job drop constraint waiting_job_task_check;
alter table waiting_job add constraint waiting_job_task_check check (
  task in (
    'send-letter', 'send-account-link', 'send-invitation', 'tell-official', 'watch-terms',
    'follow-calendars', 'remove-files', 'carry-out', 'move-cases', 'take-answers'
  )
);

create table inquiry (
  -- By this the other side knows it when it is asked again.
  id uuid primary key,
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  system text not null,
  service text not null,
  -- The clause by which it may be asked, as the policy of that day had it.
  ground text not null,
  -- The event by which the case was sent in.
  opened_by uuid not null,
  asked_at timestamptz not null,
  question_sealed bytea,
  state text not null check (state in ('waiting', 'answered', 'taken', 'dropped')),
  -- What the last try came to; nothing before the first.
  outcome text check (outcome in ('answered', 'waits', 'refused', 'unreachable', 'unintelligible')),
  tries integer not null default 0,
  next_at timestamptz not null,
  -- Until when whoever took it is at work on it.
  leased_until timestamptz,
  answered_at timestamptz,
  answer_sealed bytea,
  check (state not in ('answered', 'taken') or answered_at is not null)
);
create index inquiry_case on inquiry (case_id);
create index inquiry_party on inquiry (party);
create index inquiry_waiting on inquiry (system, next_at, id) where state = 'waiting';
create index inquiry_answered on inquiry (id) where state = 'answered';

-- The message log: written before a request leaves, and before an answer is believed.
create table exchange_message (
  id uuid primary key,
  inquiry uuid not null,
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  system text not null,
  service text not null,
  ground text not null,
  driver text not null,
  sent_at timestamptz not null,
  request_sealed bytea,
  outcome text check (outcome in ('answered', 'waits', 'refused', 'unreachable', 'unintelligible')),
  code text,
  answered_at timestamptz,
  took_ms integer,
  -- With the hash under which the security server has the signed copy in its own log.
  answer_sealed bytea,
  request_id text,
  check ((outcome is null) = (answered_at is null))
);
create index exchange_message_case on exchange_message (case_id);
create index exchange_message_party on exchange_message (party, sent_at, id);
create index exchange_message_system on exchange_message (system, sent_at);

-- How a system stands to us; one that has no row has never failed.
create table system_state (
  system text primary key,
  -- Failures since the last answer, and until when nothing is tried.
  failures integer not null default 0,
  open_until timestamptz
);

-- That an administrator switched a system off, with a reason under their own key, or on again.
create table system_switch (
  id uuid primary key,
  system text not null,
  is_off boolean not null,
  actor uuid not null,
  switched_at timestamptz not null,
  reason_sealed bytea,
  check (is_off = (reason_sealed is not null))
);
create index system_switch_system on system_switch (system, switched_at);
create trigger system_switch_kept before update or delete on system_switch
  for each row execute function is_kept();
create trigger system_switch_whole before truncate on system_switch
  for each statement execute function is_kept();

-- Nobody waits any more for what was asked in a case that has ended.
create function inquiries_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set state = 'dropped' where case_id = new.id and state = 'waiting';
  return null;
end
$$;
create trigger case_inquiries after update of stage on case_file
  for each row when (new.stage = 'ended' and old.stage <> 'ended')
  execute function inquiries_end();
