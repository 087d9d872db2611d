-- What was paid on paper is paid back by hand, and so is what the portal of payments refuses to pay back: it
-- is asked so often, and an official looks then.
alter table repayment
  alter column payment drop not null,
  -- Of what was paid on paper there is no payment, only what it was asked for.
  add column invoice uuid references invoice (id),
  add column given_up boolean not null default false,
  -- By hand, as an official recorded it.
  add column done_on date,
  add column recorded_at timestamptz,
  add column recorded_by uuid references party (id),
  add constraint repayment_of check (num_nonnulls(payment, invoice) = 1),
  add constraint repayment_recorded
    check (num_nonnulls(done_on, recorded_at, recorded_by) in (0, 3)),
  add constraint repayment_done_once check (done_by is null or done_on is null);
create index repayment_invoice on repayment (invoice) where invoice is not null;
drop index repayment_to_ask;
create index repayment_to_ask on repayment (next_at, id)
  where payment is not null and not asked and not given_up and done_on is null;
create index repayment_open on repayment (decided_at, id)
  where done_by is null and done_on is null and (invoice is not null or given_up);
