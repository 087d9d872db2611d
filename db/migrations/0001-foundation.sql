-- People, accounts, cases, what happened to them, and the ledger of it all.
-- Identity data is sealed before it reaches a table; docs/fields.md lists every column.

-- Tells, without the key, whether the master key at hand is the one that everything is sealed by.
create table key_check (
  id text primary key,
  proof bytea not null
);

create table person (
  id uuid primary key,
  -- The person's own key, wrapped by the master key. Without it nothing of the person can be read.
  wrapped_key bytea,
  created_at timestamptz not null default now()
);

create table account (
  id uuid primary key,
  person_id uuid not null unique references person (id),
  -- Keyed hash of the address, so that it can be found without being readable.
  email_index bytea not null unique,
  email_sealed bytea not null,
  password_hash text,
  language text not null check (language in ('az', 'tr', 'en', 'ru')),
  confirmed_at timestamptz,
  created_at timestamptz not null default now()
);

create table account_link (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('confirm', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_account on account_link (account_id);

create table portal_session (
  token_hash bytea primary key,
  owner_id uuid not null references account (id) on delete cascade,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index portal_session_owner on portal_session (owner_id);
create index portal_session_expiry on portal_session (expires_at);

create table official (
  id uuid primary key,
  email_index bytea not null unique,
  email_sealed bytea not null,
  name_sealed bytea not null,
  password_hash text not null,
  roles text[] not null,
  body text,
  language text not null check (language in ('az', 'en')),
  is_demonstration boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table official_session (
  token_hash bytea primary key,
  owner_id uuid not null references official (id) on delete cascade,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index official_session_owner on official_session (owner_id);
create index official_session_expiry on official_session (expires_at);

-- Tries that are counted so that they can be limited: sign-ins, verifications, registrations.
create table attempt (
  subject bytea not null,
  window_start timestamptz not null,
  times integer not null,
  primary key (subject, window_start)
);

-- Policy as it was loaded: the canonical bytes, found again by their hash for as long as a case
-- rests on them.
create table policy_document (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('rule-set', 'application-type')),
  code text not null,
  family text not null,
  in_force_from date not null,
  in_force_until date,
  canonical text not null,
  loaded_at timestamptz not null default now()
);
create index policy_document_family on policy_document (kind, family, in_force_from);

-- Two named people of the Service take over a document with all its provisional values.
create table policy_adoption (
  hash text not null references policy_document (hash),
  official_id uuid not null references official (id),
  adopted_at timestamptz not null default now(),
  primary key (hash, official_id)
);

create sequence application_number;

create table application (
  id uuid primary key,
  person_id uuid not null references person (id),
  type text not null,
  state text not null check (
    state in (
      'draft', 'submitted', 'returned', 'closing-proposed', 'in-assessment', 'awaiting-decision',
      'decision-drafted', 'recognised', 'annulment-proposed', 'death-reported', 'discarded',
      'withdrawn', 'left-unexamined', 'refused', 'annulled', 'expired', 'holder-deceased'
    )
  ),
  state_since date not null,
  -- How many events the case has; a writer that read another number starts again.
  version integer not null,
  number text unique,
  -- No foreign keys: each takes a lock on the row that it leads to, and all who submit would share
  -- the same two. The trigger below asks without a lock, since published policy is never removed.
  rule_set text,
  type_hash text,
  field text,
  submitted_on date,
  -- The end of the statutory term as far as it is known, and of the present step.
  due_on date,
  step_due_on date,
  changed_at timestamptz not null
);
create function law_is_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.rule_set, new.type_hash) is not distinct from (old.rule_set, old.type_hash)
  then
    return new;
  end if;
  if exists (
    select from unnest(array[new.rule_set, new.type_hash]) as wanted (hash)
    where hash is not null
      and not exists (select from policy_document where policy_document.hash = wanted.hash)
  ) then
    raise exception 'a case rests on published policy alone';
  end if;
  return new;
end
$$;
create trigger application_law before insert or update of rule_set, type_hash on application
  for each row execute function law_is_published();
create index application_person on application (person_id);
create index application_work on application (state, due_on, id);
create index application_step on application (state, step_due_on, id);

create table application_event (
  application_id uuid not null references application (id),
  seq integer not null,
  id uuid not null unique,
  type text not null,
  action text not null,
  role text not null,
  actor_id text not null,
  to_state text not null,
  at timestamptz not null,
  happened_on date not null,
  -- The applicant's side of the house reads only its own.
  audience text not null check (audience in ('applicant', 'office')),
  readable jsonb not null,
  sealed bytea,
  primary key (application_id, seq)
);

create table answer_block (
  application_id uuid not null references application (id),
  block text not null,
  version integer not null,
  readable jsonb not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (application_id, block)
);

create table document (
  id uuid primary key,
  application_id uuid not null references application (id),
  kind text not null,
  name_sealed bytea not null,
  media text not null check (media in ('pdf', 'jpeg', 'png')),
  bytes integer not null check (bytes > 0),
  -- Where the sealed bytes lie, and their hash, checked when they are read: docs/specs/vault.md.
  address text not null check (address ~ '^[0-9a-f]{64}$'),
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_at timestamptz not null,
  removed_at timestamptz
);
create index document_application on document (application_id);

-- What each body still owes to a case; the work lists of the bodies read it.
create table assessment_task (
  application_id uuid not null references application (id),
  body text not null,
  kind text not null check (kind in ('score', 'opinion')),
  due_on date not null,
  done_on date,
  primary key (application_id, kind, body)
);
create index assessment_task_open on assessment_task (body, kind, due_on, application_id)
  where done_on is null;

create table decision (
  application_id uuid primary key references application (id),
  outcome text not null check (outcome in ('recognised', 'refused')),
  record_sealed bytea not null,
  record_hash text not null,
  decided_on date not null,
  -- The first time that the person opened it; terms of appeal run from here.
  opened_on date
);

create table status_document (
  number text primary key,
  application_id uuid not null unique references application (id),
  person_id uuid not null references person (id),
  -- Keyed hash of the long code in the QR, and of the holder's birth date with the last four
  -- characters of the passport.
  code_hash bytea not null unique,
  holder_hash bytea not null,
  code_sealed bytea not null,
  field text not null,
  valid_from date not null,
  valid_until date not null,
  state text not null check (state in ('valid', 'annulled', 'expired', 'holder-deceased')),
  issued_at timestamptz not null
);

-- Letters to the applicant: kept sealed, sent by a job, shown in the account.
create table letter (
  id uuid primary key,
  person_id uuid not null references person (id),
  application_id uuid references application (id),
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
create index letter_application on letter (application_id);
create index letter_waiting on letter (send_from) where send_from is not null;

-- Every look of an official at a person's data.
create table look (
  id uuid primary key,
  at timestamptz not null,
  official_id uuid not null references official (id),
  role text not null,
  body text,
  page text not null,
  person_id uuid not null references person (id),
  application_id uuid references application (id)
);
create index look_person on look (person_id, at);
create index look_newest on look (at desc, id desc);

-- Jobs that were asked for, in the transaction that asked. The worker takes them from here into its
-- own queue: that queue announces each job, and announcing would hold up every other commit.
create table waiting_job (
  id bigint generated always as identity primary key,
  task text not null check (
    task in ('send-letter', 'send-account-link', 'watch-terms', 'remove-files')
  ),
  payload json not null
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
  official_id uuid not null references official (id),
  doubt text not null,
  found_at timestamptz not null,
  found_ahead_ms bigint not null,
  confirmed_at timestamptz not null
);

-- The ledger, docs/specs/ledger.md.
create table ledger_leaf (
  id bigint generated always as identity primary key,
  leaf bytea not null check (octet_length(leaf) <= 4096),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  -- Sealed; null, and whose it was too, once what the leaf speaks of is not to be found again.
  opening bytea,
  person_id uuid references person (id),
  index bigint unique check (index >= 0)
);
create index ledger_leaf_waiting on ledger_leaf (id) where index is null;
create index ledger_leaf_person on ledger_leaf (person_id) where opening is not null;

create table ledger_node (
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- A leaf never changes. It is given its index once, and may lose its opening once; with it goes,
-- or stays, whose it was.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ledger_leaf' then
    if (new.id, new.leaf, new.leaf_hash) = (old.id, old.leaf, old.leaf_hash)
      and (
        new.person_id is not distinct from old.person_id
        or (new.person_id is null and new.opening is null)
      )
      and (old.index is null or new.index = old.index)
      and (new.opening is null or new.opening = old.opening)
    then
      return new;
    end if;
  end if;
  raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_leaf_kept before update or delete on ledger_leaf
  for each row execute function ledger_is_append_only();
create trigger ledger_leaf_whole before truncate on ledger_leaf
  for each statement execute function ledger_is_append_only();
create trigger ledger_node_kept before update or delete on ledger_node
  for each row execute function ledger_is_append_only();
create trigger ledger_node_whole before truncate on ledger_node
  for each statement execute function ledger_is_append_only();

create function policy_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'published policy is kept as it is';
end
$$;
create trigger policy_document_kept before update or delete on policy_document
  for each row execute function policy_is_kept();
create trigger policy_document_whole before truncate on policy_document
  for each statement execute function policy_is_kept();

-- What was done stays as it was done, for everybody but the owner of the table. The arguments are
-- the columns that may still change, once: from null, from the value after the sign =, or to null
-- where there is an exclamation mark.
create function is_kept() returns trigger language plpgsql as $$
declare
  was jsonb;
  will jsonb;
  may text;
  from_value text;
  is_emptied boolean;
begin
  if current_user = (
    select pg_get_userbyid(relowner) from pg_class where pg_class.oid = tg_relid
  ) then
    if tg_op = 'UPDATE' then
      return new;
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    was := to_jsonb(old);
    will := to_jsonb(new);
    foreach may in array coalesce(tg_argv, '{}') loop
      is_emptied := may like '%!';
      from_value := nullif(split_part(may, '=', 2), '');
      may := split_part(rtrim(may, '!'), '=', 1);
      if (is_emptied and (will ->> may) is null)
        or (not is_emptied and (was ->> may) is not distinct from from_value)
      then
        was := was - may;
        will := will - may;
      end if;
    end loop;
    if was = will then
      return new;
    end if;
  end if;
  raise exception 'what was done is not changed afterwards (%)', tg_table_name;
end
$$;

create trigger application_event_kept before update or delete on application_event
  for each row execute function is_kept();
create trigger application_event_whole before truncate on application_event
  for each statement execute function is_kept();
create trigger look_kept before update or delete on look
  for each row execute function is_kept();
create trigger look_whole before truncate on look
  for each statement execute function is_kept();
create trigger time_confirmation_kept before update or delete on time_confirmation
  for each row execute function is_kept();
create trigger time_confirmation_whole before truncate on time_confirmation
  for each statement execute function is_kept();
create trigger decision_kept before update or delete on decision
  for each row execute function is_kept('opened_on');
create trigger decision_whole before truncate on decision
  for each statement execute function is_kept();
create trigger status_document_kept before update or delete on status_document
  for each row execute function is_kept('state=valid');
create trigger status_document_whole before truncate on status_document
  for each statement execute function is_kept();
create trigger letter_kept before update or delete on letter
  for each row execute function is_kept('sent_at', 'refused_at', 'send_from!');
create trigger letter_whole before truncate on letter
  for each statement execute function is_kept();
