-- Cases of every type, the parties in them, what happened, and what follows from it. Columns that a
-- list sorts by, or that rights by row read, are the row's own: a policy that looks through a join
-- reads a thousand times as much.

create sequence case_number;

create table case_file (
  id uuid primary key,
  type text not null,
  state text not null,
  stage text not null check (
    stage in (
      'draft', 'with-person', 'examined', 'with-others', 'deciding', 'carrying-out', 'ended'
    )
  ),
  state_since date not null,
  -- How many events the case has; a writer that read another number starts again.
  version integer not null,
  number text unique,
  -- No foreign keys: each takes a lock on the row that it leads to, and all who submit would share
  -- the same two. The trigger below asks without a lock, since published policy is never removed.
  type_hash text,
  procedure_hash text,
  scoring_hash text,
  field text,
  -- What the case is about, where it is not its subjects alone.
  about_decision uuid,
  about_status text,
  about_case uuid,
  about_party uuid,
  opened_on date not null,
  filed_on date,
  ended_on date,
  -- What the end of the statutory term is counted from; and that end, as it was last counted, which
  -- lists are sorted by and nothing else.
  counted jsonb,
  due_on date,
  -- Until when whoever has it was told that they have, where that is a person.
  told_on date,
  changed_at timestamptz not null,
  -- What lists sort and search by stands in columns: where rights are by row, an index answers for
  -- what can tell nothing of other rows, and a function could.
  came_on date generated always as (coalesce(filed_on, opened_on)) stored,
  -- People know the end of a number, and it is looked up from there.
  number_end text collate "C" generated always as (reverse(number)) stored,
  check (num_nonnulls(about_decision, about_status, about_case, about_party) <= 1),
  check (stage <> 'draft' or filed_on is null)
);
create index case_file_work on case_file (stage, due_on, id) include (number);
create index case_file_newest on case_file (came_on, id) where number is not null;
create index case_file_ended on case_file (ended_on, id)
  where stage = 'ended' and number is not null;
create index case_file_number_end on case_file (number_end);
create index case_file_about_decision on case_file (about_decision)
  where about_decision is not null;
create index case_file_about_status on case_file (about_status) where about_status is not null;
create index case_file_about_case on case_file (about_case) where about_case is not null;
create index case_file_about_party on case_file (about_party) where about_party is not null;

create function law_is_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.type_hash, new.procedure_hash, new.scoring_hash)
      is not distinct from (old.type_hash, old.procedure_hash, old.scoring_hash)
  then
    return new;
  end if;
  if exists (
    select from (
      values
        (new.type_hash, 'case-type'), (new.procedure_hash, 'procedure'),
        (new.scoring_hash, 'scoring')
    ) as wanted (hash, kind)
    where hash is not null
      and not exists (
        select from policy_document
        where policy_document.hash = wanted.hash and policy_document.kind = wanted.kind
      )
  ) then
    raise exception 'a case rests on published policy alone';
  end if;
  return new;
end
$$;
create trigger case_file_law
  before insert or update of type_hash, procedure_hash, scoring_hash on case_file
  for each row execute function law_is_published();

create table case_party (
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  role text not null,
  is_subject boolean not null,
  -- Of a subject.
  state text check (state in ('open', 'returned', 'decided', 'ended')),
  from_on date not null,
  until_on date,
  primary key (case_id, party, role),
  check (is_subject = (state is not null))
);
create index case_party_party on case_party (party);

create table event (
  case_id uuid not null references case_file (id),
  seq integer not null,
  id uuid not null unique,
  kind text not null check (
    kind in (
      'begin', 'file', 'return', 'ask', 'answer', 'extend', 'propose', 'send-back', 'decide',
      'tell', 'end', 'lapse', 'reopen', 'assign', 'say'
    )
  ),
  -- As the type of case calls what was taken.
  step text not null,
  -- No foreign keys here and on looks: all that an official does would lock the row of that one.
  -- Whom it is about; under whose key, else the case's, its secrets are sealed.
  subject uuid,
  -- Nobody where time took the step.
  actor uuid,
  role text not null,
  body text,
  to_state text not null,
  -- When it was so, and when it was entered: terms run from the first.
  happened_on date not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  cause uuid,
  policy bigint,
  -- The applicant's side of the house reads only its own.
  audience text not null check (audience in ('person', 'office')),
  readable jsonb not null,
  sealed bytea,
  primary key (case_id, seq)
);

create table task (
  case_id uuid not null references case_file (id),
  id uuid not null,
  subject uuid references party (id),
  kind text not null check (
    kind in (
      'next-move', 'points', 'opinion', 'register', 'consent', 'payment', 'appearance', 'vote',
      'reply', 'record'
    )
  ),
  -- What is owed: a step of the type; for a next move, the state that it leads out of.
  step text not null,
  owner_role text not null,
  owner_party uuid references party (id),
  owner_body text,
  owner_account uuid references account (id),
  -- Blocks and documents that whoever has it may see.
  shows jsonb,
  earliest_on date,
  -- As of a case: lists are sorted by the day, and jobs find by it what to ask about.
  counted jsonb,
  due_on date,
  -- The step that time takes where nobody has, if any.
  silence text,
  version integer not null default 0,
  state text not null check (state in ('open', 'done', 'dropped')),
  opened_by uuid not null,
  closed_by uuid,
  primary key (case_id, id),
  check ((state = 'open') = (closed_by is null))
);
create unique index task_case on task (case_id, kind, step, owner_body, owner_party, subject)
  nulls not distinct where state = 'open';
create index task_of_body on task (owner_body, kind, due_on, case_id) where state = 'open';
create index task_of_role on task (owner_role, due_on, case_id)
  where state = 'open' and owner_body is null;
create index task_of_party on task (owner_party, kind, due_on, case_id)
  where state = 'open' and kind <> 'next-move';
create index task_silent on task (due_on, case_id) where state = 'open' and silence is not null;

create table answer (
  case_id uuid not null references case_file (id),
  -- Nobody where the block belongs to the case alone.
  subject uuid references party (id),
  block text not null,
  version integer not null,
  readable jsonb not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  unique nulls not distinct (case_id, subject, block)
);

create table document (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  subject uuid references party (id),
  item text,
  kind text not null,
  brought_by text not null default 'person' check (brought_by in ('person', 'register', 'held')),
  name_sealed bytea not null,
  media text not null check (media in ('pdf', 'jpeg', 'png')),
  bytes integer not null check (bytes > 0),
  pages integer check (pages > 0),
  -- Where the sealed bytes lie, and their hash, checked when they are read: docs/specs/vault.md.
  address text not null check (address ~ '^[0-9a-f]{64}$'),
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- Of a picture a copy is kept that holds nothing but the picture; what was sent stays beside it.
  shown_address text check (shown_address ~ '^[0-9a-f]{64}$'),
  shown_sha256 bytea check (octet_length(shown_sha256) = 32),
  shown_bytes integer check (shown_bytes > 0),
  added_at timestamptz not null,
  removed_at timestamptz,
  -- When what was removed is deleted for good; until then it can be put back. What was once sent
  -- in is never deleted here: a decision may rest on it.
  erase_at timestamptz,
  constraint document_shown check (
    (shown_address is null) = (shown_bytes is null)
    and (shown_address is null) = (shown_sha256 is null)
  ),
  constraint document_erased check (erase_at is null or removed_at is not null)
);
create index document_case on document (case_id);
create index document_address on document (address);
create index document_shown_address on document (shown_address) where shown_address is not null;
create index document_erasing on document (erase_at) where erase_at is not null;

-- What was once sent in is never put down to be deleted: a decision may rest on it.
create function sent_in_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from event
    where case_id = new.case_id and kind = 'file' and readable -> 'documents' ? new.id::text
  ) then
    raise exception 'what was sent in is kept';
  end if;
  return new;
end
$$;
create trigger document_sent_in before insert or update of erase_at, case_id on document
  for each row when (new.erase_at is not null) execute function sent_in_is_kept();

-- A file on its way, step by step, so that a line that breaks costs one step; forgotten after a day.
create table upload (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  subject uuid references party (id),
  kind text not null,
  name_sealed bytea not null,
  bytes integer not null check (bytes > 0),
  received integer not null default 0 check (received between 0 and bytes),
  started_at timestamptz not null
);
create index upload_case on upload (case_id);
create index upload_started on upload (started_at);

create table upload_step (
  upload_id uuid not null references upload (id) on delete cascade,
  at_byte integer not null,
  sealed bytea not null,
  primary key (upload_id, at_byte)
);

-- In force is the decision that no other supersedes and none has set aside; each is superseded once.
create table decision (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  subject uuid references party (id),
  outcome text not null,
  supersedes uuid unique references decision (id),
  -- The decision of another case by which it does not hold any more.
  set_aside_by uuid references decision (id),
  record_sealed bytea not null,
  record_hash text not null,
  decided_on date not null,
  -- The event.
  decided_by uuid not null references event (id)
);
create index decision_case on decision (case_id);
create index decision_event on decision (decided_by);
create index decision_set_aside on decision (set_aside_by) where set_aside_by is not null;
create unique index decision_first on decision (case_id, subject) nulls not distinct
  where supersedes is null;

create table letter (
  id uuid primary key,
  -- To whom, and about whom.
  party uuid not null references party (id),
  subject uuid references party (id),
  case_id uuid references case_file (id),
  decision uuid references decision (id),
  code text not null,
  language text not null,
  content_sealed bytea not null,
  written_at timestamptz not null,
  -- Its e-mail is asked for then; nothing stands here once that was done, or where it was at once.
  send_from timestamptz,
  sent_at timestamptz,
  -- The mail server of the reader wants no mail for that address, now or later.
  refused_at timestamptz
);
create index letter_case on letter (case_id);
create index letter_party on letter (party) where subject is null;
create index letter_waiting on letter (send_from) where send_from is not null;

-- That somebody was told: periods to contest begin here. Sending is not telling.
create table telling (
  id uuid primary key,
  decision uuid references decision (id),
  event uuid references event (id),
  party uuid not null references party (id),
  letter uuid references letter (id),
  means text not null check (means in ('account', 'post', 'in-person', 'deemed')),
  told_on date not null,
  is_provisional boolean not null default false,
  recorded_at timestamptz not null,
  check (num_nonnulls(decision, event) = 1)
);
create unique index telling_decision on telling (decision, party) where decision is not null;
create index telling_letter on telling (letter) where letter is not null;
create index telling_event on telling (event) where event is not null;

-- A thing held: its holder, from when, until when, what it rests on.
create table status (
  number text primary key,
  kind text not null,
  holder uuid not null references party (id),
  case_id uuid not null references case_file (id),
  given_by uuid not null unique references decision (id),
  rests_on text references status (number),
  field text not null,
  from_on date not null,
  until_on date not null,
  state text not null check (state in ('in-force', 'suspended', 'ended')),
  -- What its kind calls the way in which it ended, and the event, where that was not its time.
  ended_as text,
  ended_by uuid references event (id),
  -- Of the long code in the QR, and of the holder's birth date with the end of the passport number.
  code_index keyed_hash not null unique,
  holder_index keyed_hash not null,
  code_sealed bytea not null,
  issued_at timestamptz not null,
  number_end text collate "C" generated always as (reverse(number)) stored,
  check ((state = 'ended') = (ended_as is not null))
);
create index status_case on status (case_id);
create index status_number_end on status (number_end);
create index status_event on status (ended_by) where ended_by is not null;
create index status_holder on status (holder);
create index status_until on status (until_on, number) where state <> 'ended';
create index status_rests_on on status (rests_on) where rests_on is not null;

-- What a decision causes, or that a status has had its time: carried out once, whoever tries twice.
-- What waits is carried out by a job.
create table effect (
  id uuid primary key default gen_random_uuid(),
  decision uuid references decision (id),
  expired text references status (number),
  effect text not null check (
    effect in (
      'issue', 'end', 'replace', 'restore', 'set-aside', 'reopen', 'hold', 'change', 'erase',
      'open', 'notify'
    )
  ),
  target text not null,
  -- By which step of the target.
  step text,
  state text not null check (state in ('waiting', 'done')),
  unique nulls not distinct (decision, expired, effect, target),
  check (num_nonnulls(decision, expired) = 1)
);
create index effect_waiting on effect (id) where state = 'waiting';

create table hold (
  id uuid primary key,
  decision uuid references decision (id),
  status text references status (number),
  case_id uuid references case_file (id),
  party uuid references party (id),
  look uuid,
  ground text not null,
  from_on date not null,
  until_on date,
  placed_by uuid not null,
  lifted_by uuid,
  check (num_nonnulls(decision, status, case_id, party, look) = 1)
);
create index hold_case on hold (case_id) where case_id is not null;
create index hold_party on hold (party) where party is not null;

-- Every look of an official at a person's data.
create table look (
  id uuid primary key,
  at timestamptz not null,
  actor uuid not null,
  role text not null,
  body text,
  page text not null,
  party uuid not null,
  case_id uuid
);
create index look_party on look (party, at);
create index look_newest on look (at desc, id desc);

-- Jobs that were asked for, in the transaction that asked. The worker takes them from here into its
-- own queue: that queue announces each job, and announcing would hold up every other commit.
create table waiting_job (
  id bigint generated always as identity primary key,
  task text not null check (
    task in (
      'send-letter', 'send-account-link', 'tell-official', 'watch-terms', 'follow-calendars',
      'remove-files', 'carry-out'
    )
  ),
  payload json not null
);

-- Up to when officials were told of what came to them, in one row; nothing before the first time.
create table officials_told (
  id boolean primary key default true check (id),
  told_until timestamptz
);
insert into officials_told default values;

-- By which calendars the days that lists are sorted by were last written, in one row.
create table calendars_followed (
  id integer primary key default 1 check (id = 1),
  hash text not null
);

-- The time by which jobs take the steps that nobody can undo, in one row.
create table trusted_time (
  id boolean primary key default true check (id),
  -- When they last ran, by the clock of the database, and how far theirs was confirmed to be ahead.
  ran_at timestamptz,
  ahead_ms bigint not null default 0,
  -- Why they wait for an administrator, and what the clocks said then.
  doubt text check (doubt in ('apart', 'long-gap', 'backward')),
  found_at timestamptz,
  found_ahead_ms bigint,
  check (num_nulls(doubt, found_at, found_ahead_ms) in (0, 3))
);

-- Who answered for which time.
create table time_confirmation (
  id uuid primary key,
  actor uuid not null references party (id),
  doubt text not null,
  found_at timestamptz not null,
  found_ahead_ms bigint not null,
  confirmed_at timestamptz not null
);

-- What an official has written down for a task and not handed in: theirs alone, as long as the task
-- is open. No foreign key to whoever writes: all that they do would lock the row of that one.
create table task_draft (
  case_id uuid not null,
  task uuid not null,
  official uuid not null,
  saved_at timestamptz not null,
  sealed bytea not null,
  primary key (case_id, task, official),
  foreign key (case_id, task) references task (case_id, id) on delete cascade
);

create function forget_task_drafts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from task_draft where case_id = new.case_id and task = new.id;
  return null;
end
$$;
create trigger task_closed after update of state on task
  for each row when (new.state <> 'open') execute function forget_task_drafts();
