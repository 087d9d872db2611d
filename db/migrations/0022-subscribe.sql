-- Other systems of the state may be told what becomes of a status that they once named: each change is put
-- into an order of their own, sent to them where policy says at which system, and read again from any place.
create table subscription (
  id uuid primary key default gen_random_uuid(),
  -- As policy calls them.
  client text not null,
  number text not null references status (number),
  party uuid not null references party (id),
  -- The clause by which they may be told, as the policy of that day had it.
  purpose text not null,
  ground text not null,
  since timestamptz not null,
  -- What became of the status until then was seen by whoever named it.
  after_at timestamptz not null,
  until_on date not null,
  ended_at timestamptz
);
create unique index subscription_open on subscription (client, number) where ended_at is null;
create index subscription_number on subscription (number) where ended_at is null;
create index subscription_party on subscription (party);

create table told_change (
  client text not null,
  -- One after the other without a gap, so that whoever is told can see what is missing.
  n bigint not null,
  -- Neither, once whom it is about was erased.
  subscription uuid references subscription (id),
  change uuid references status_change (id),
  -- On which day it was last read: each is written down once a day, however often it is read.
  read_on date,
  primary key (client, n),
  unique (change, subscription),
  check (num_nulls(subscription, change) <> 1)
);
create index told_change_subscription on told_change (subscription);

alter table inquiry add column subscription uuid references subscription (id);
create index inquiry_subscription on inquiry (subscription) where subscription is not null;
-- What is told of one status is told in its order, to each system by itself.
drop index inquiry_telling;
create index inquiry_telling on inquiry (tells, system, service, subscription, asked_at, id)
  where state = 'waiting';

alter table offered_answer drop constraint offered_answer_outcome_check;
alter table offered_answer add constraint offered_answer_outcome_check check (
  outcome in (
    'valid', 'ended', 'none', 'yes', 'no', 'the-service-must-say', 'subscribed', 'unsubscribed', 'suspended'
  )
);
-- What changes something is done once for one message.
create index offered_answer_message on offered_answer (client, message_id);
