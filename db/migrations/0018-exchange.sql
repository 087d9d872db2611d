-- What registers of the state are asked about somebody in a case, the messages that carried it, and how
-- each system stands. Who sends a case in asks nothing: a job leaves the questions, the exchange asks
-- them, and a job takes the answers to the case.
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
    'follow-calendars', 'remove-files', 'carry-out', 'move-cases', 'take-answers',
    'ask-registers', 'tell-registers'
  )
);

-- That a case was sent in and registers are to be asked: whoever sent it in may not read what others in it
-- have answered, so that a job leaves the questions.
create table consultation (
  event uuid primary key references event (id),
  case_id uuid not null references case_file (id),
  asked_at timestamptz not null,
  is_left boolean not null default false
);
create index consultation_case on consultation (case_id);
create index consultation_waiting on consultation (asked_at, event) where not is_left;

create table inquiry (
  -- By this the other side knows it when it is asked again.
  id uuid primary key,
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  system text not null,
  service text not null,
  -- The clause by which it may be asked, as the policy of that day had it.
  ground text not null,
  -- The event by which the case was sent in; none where nothing is asked, and a change of a status told.
  opened_by uuid,
  tells text,
  asked_at timestamptz not null,
  question_sealed bytea,
  state text not null check (state in ('waiting', 'answered', 'taken', 'dropped')),
  -- What the last try came to; nothing before the first.
  outcome text check (outcome in ('answered', 'waits', 'refused', 'unreachable', 'unintelligible')),
  code text,
  tries integer not null default 0,
  next_at timestamptz not null,
  -- Until when whoever took it is at work on it.
  leased_until timestamptz,
  answered_at timestamptz,
  answer_sealed bytea,
  check (state not in ('answered', 'taken') or answered_at is not null),
  check (num_nonnulls(opened_by, tells) = 1)
);
create index inquiry_case on inquiry (case_id);
create index inquiry_party on inquiry (party);
create index inquiry_waiting on inquiry (system, service, next_at, id) where state = 'waiting';
create index inquiry_answered on inquiry (id) where state = 'answered';
-- What is told of one status is told in its order.
create index inquiry_telling on inquiry (tells, service, asked_at, id) where state = 'waiting';

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
  n bigint not null generated always as identity,
  system text not null,
  is_off boolean not null,
  actor uuid not null,
  switched_at timestamptz not null,
  reason_sealed bytea,
  check (is_off = (reason_sealed is not null))
);
create index system_switch_system on system_switch (system, n);
create trigger system_switch_kept before update or delete on system_switch
  for each row execute function is_kept();
create trigger system_switch_whole before truncate on system_switch
  for each statement execute function is_kept();

-- What was asked before waits for nobody: answers may have changed.
create function note_consultation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set state = 'dropped'
  where case_id = new.case_id and state in ('waiting', 'answered') and tells is null;
  update consultation set is_left = true where case_id = new.case_id and not is_left;
  insert into consultation (event, case_id, asked_at) values (new.id, new.case_id, new.recorded_at);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$$;
create trigger event_consults after insert on event
  for each row when (new.kind = 'file' and new.readable ? 'consults')
  execute function note_consultation();

-- Nobody waits any more for what was asked in a case that has ended.
create function inquiries_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set state = 'dropped'
  where case_id = new.id and state = 'waiting' and tells is null;
  update consultation set is_left = true where case_id = new.id and not is_left;
  return null;
end
$$;
create trigger case_inquiries after update of stage on case_file
  for each row when (new.stage = 'ended' and old.stage <> 'ended')
  execute function inquiries_end();

-- Each change of a status, for the registers that are told of it; a job leaves what is to be said.
create table status_change (
  id uuid primary key default gen_random_uuid(),
  number text not null references status (number),
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  state text not null check (state in ('in-force', 'suspended', 'ended')),
  ended_as text,
  changed_on date not null,
  changed_at timestamptz not null,
  is_left boolean not null default false
);
create index status_change_waiting on status_change (changed_at, id) where not is_left;
create index status_change_number on status_change (number);
create index status_change_case on status_change (case_id);
create index status_change_party on status_change (party);

create function note_status_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since date;
  at timestamptz;
begin
  select happened_on, recorded_at into since, at from event
  where id = case
    when tg_op = 'INSERT' then (select decided_by from decision where id = new.given_by)
    else new.ended_by
  end;
  if tg_op = 'INSERT' then
    since := new.from_on;
  elsif new.state = 'ended' and not found then
    since := new.until_on + 1;
    at := (new.until_on + 1)::timestamp at time zone 'Asia/Baku';
  elsif new.state <> 'ended' then
    -- What took it was set aside, or is held back.
    select event.happened_on, event.recorded_at into since, at
    from decision as gone
    join decision as cause on cause.id = gone.set_aside_by
      or cause.id in (select placed_by from hold where hold.decision = gone.id and lifted_by is null)
    join event on event.id = cause.decided_by
    where gone.decided_by = old.ended_by
    order by event.recorded_at desc limit 1;
  end if;
  -- What is told of one status is told in its order.
  insert into status_change (number, case_id, party, state, ended_as, changed_on, changed_at)
  select new.number, new.case_id, new.holder, new.state, new.ended_as,
    coalesce(since, (now() at time zone 'Asia/Baku')::date),
    greatest(coalesce(at, now()), max(changed_at) + interval '1 millisecond')
  from status_change where number = new.number;
  insert into waiting_job (task, payload) values ('tell-registers', '{}');
  return null;
end
$$;
create trigger status_given after insert on status
  for each row execute function note_status_change();
create trigger status_changed after update of state on status
  for each row when (new.state <> old.state) execute function note_status_change();
