-- What is owed for a decision, what was paid for it by the portal of payments, and what an official has to
-- look at in that. The portal is told a number, an amount and a day, and nobody's name. Who decides asks
-- nothing of it: the exchange tells it, and takes what it says; a job takes that to the case.
alter table waiting_job drop constraint waiting_job_task_check;
alter table waiting_job add constraint waiting_job_task_check check (
  task in (
    'send-letter', 'send-account-link', 'send-invitation', 'tell-official', 'watch-terms',
    'follow-calendars', 'remove-files', 'carry-out', 'move-cases', 'take-answers',
    'ask-registers', 'tell-registers', 'take-payments'
  )
);

create table invoice (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  case_id uuid not null references case_file (id),
  decision uuid not null unique references decision (id),
  party uuid not null references party (id),
  payer uuid not null references party (id),
  -- By which the case records that it was paid.
  step text not null,
  tariff text not null,
  tier text not null,
  up_to jsonb not null,
  -- In whole units of the currency, as tariffs have it.
  amount integer not null check (amount > 0),
  currency text not null,
  due_on date not null,
  issued_at timestamptz not null,
  -- Recorded: an official said what became of it; withdrawn: it is not owed any more.
  state text not null default 'open' check (state in ('open', 'paid', 'recorded', 'withdrawn')),
  -- What the portal of payments has of it, and where it is paid there.
  told text check (told in ('open', 'withdrawn')),
  url text,
  code text,
  tries integer not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz
);
create index invoice_case on invoice (case_id);
create index invoice_party on invoice (party);
create index invoice_payer on invoice (payer);
create index invoice_to_tell on invoice (next_at, id)
  where (state = 'open' and told is null) or (state in ('recorded', 'withdrawn') and told = 'open');
create index invoice_unpaid on invoice (due_on, id) where state = 'open';

create table payment (
  id uuid primary key default gen_random_uuid(),
  -- The portal's own: what it says twice is one.
  transaction text not null unique,
  kind text not null check (kind in ('payment', 'refund')),
  -- As the portal has it, and of ours the one that it is.
  invoice_number text not null,
  invoice uuid references invoice (id),
  -- In hundredths of the currency.
  hundredths integer not null check (hundredths > 0),
  currency text not null,
  paid_at timestamptz not null,
  receipt text not null,
  came_by text not null check (came_by in ('notice', 'list')),
  -- Of what the portal has signed.
  sha256 text not null,
  noted_at timestamptz not null,
  state text not null default 'noted' check (state in ('noted', 'taken')),
  settles boolean not null default false
);
create index payment_invoice on payment (invoice);
create index payment_noted on payment (id) where state = 'noted';
create index payment_day on payment (paid_at);

-- What an official has to look at, and says what follows.
create table payment_question (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (
    kind in (
      'unknown', 'currency', 'withdrawn', 'twice', 'too-little', 'too-much', 'late', 'refunded',
      'only-here', 'only-there', 'otherwise'
    )
  ),
  transaction text not null,
  payment uuid references payment (id),
  day date not null,
  opened_at timestamptz not null,
  answer text check (answer in ('nothing', 'pay-back')),
  answered_at timestamptz,
  answered_by uuid references party (id),
  unique (transaction, kind),
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index payment_question_open on payment_question (opened_at, id) where answer is null;
create index payment_question_payment on payment_question (payment);

-- That a day of the portal was held against ours, when last, and how many each had.
create table reconciliation (
  day date primary key,
  at timestamptz not null,
  here integer not null,
  there integer not null,
  differing integer not null
);

-- What it was caused by: that a duty was not paid.
alter table effect add column unpaid uuid references invoice (id);
alter table effect drop constraint effect_caused_by;
alter table effect add constraint effect_caused_by
  check (num_nonnulls(decision, expired, noticed, unpaid) = 1);
alter table effect drop constraint effect_once;
alter table effect add constraint effect_once
  unique nulls not distinct (decision, expired, noticed, unpaid, effect, target);
create index effect_unpaid on effect (unpaid) where unpaid is not null;

create function invoices_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return null;
end
$$;
create trigger event_ends_invoices after insert on event
  for each row when (new.kind in ('answer', 'end', 'lapse'))
  execute function invoices_end();

create function invoice_undone() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return null;
end
$$;
create trigger decision_superseded after insert on decision
  for each row when (new.supersedes is not null)
  execute function invoice_undone();
create trigger decision_invoice after update of set_aside_by on decision
  for each row when (new.set_aside_by is not null and old.set_aside_by is null)
  execute function invoice_undone();
