-- What was paid for a decision counts for the one that takes its place; what was paid beyond what is owed is
-- asked back of the portal of payments, which says that it has paid it back.
alter table invoice
  -- In hundredths, of the price: what was paid before and counts; what an official was shown a receipt for.
  add column credited integer not null default 0,
  add column on_paper integer not null default 0 check (on_paper >= 0),
  -- Its decision has changed, or it was paid before it was left: a job looks at what that comes to.
  add column to_look boolean not null default false,
  -- It was paid by another number, and the portal is told that this one is not owed.
  add column to_withdraw boolean not null default false,
  add constraint invoice_credited_check check (credited between 0 and amount * 100);
create index invoice_to_look on invoice (id) where to_look;
drop index invoice_to_tell;
create index invoice_to_tell on invoice (next_at, id)
  where (state = 'open' and told is null)
    or ((state in ('recorded', 'withdrawn') or to_withdraw) and told = 'open');

-- By which request of ours the portal says that it paid back.
alter table payment add column refund text;

-- What the portal is asked to pay back, of which payment, and which notice says that it has.
create table repayment (
  id uuid primary key,
  payment uuid not null references payment (id),
  hundredths integer not null check (hundredths > 0),
  currency text not null,
  decided_at timestamptz not null,
  decided_by uuid not null references party (id),
  asked boolean not null default false,
  code text,
  tries integer not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz,
  done_by uuid unique references payment (id)
);
create index repayment_payment on repayment (payment);
create index repayment_to_ask on repayment (next_at, id) where not asked;

alter table payment_question
  alter column transaction drop not null,
  -- Of what was decided anew: there is no payment to look at, only what all of them come to.
  add column decision uuid references decision (id),
  add constraint payment_question_decision_kind_key unique (decision, kind),
  add constraint payment_question_of check (num_nonnulls(transaction, decision) = 1),
  drop constraint payment_question_kind_check,
  add constraint payment_question_kind_check check (
    kind in (
      'unknown', 'currency', 'withdrawn', 'twice', 'too-little', 'too-much', 'late', 'refunded',
      'refund-differs', 'decided-anew', 'only-here', 'only-there', 'otherwise'
    )
  );

drop function if exists take_invoices(timestamptz, integer, integer);
drop function if exists take_payment(uuid);
drop function if exists answer_payment_question(uuid, json, json);
