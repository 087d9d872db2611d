-- Whom a question names besides the one whom it is asked about, as whom that one is tied to: they read that
-- they were named. What was asked before names nobody in clear; who it was stands in the question alone.
alter table inquiry add column named uuid references party (id);
alter table exchange_message add column named uuid references party (id);
create index exchange_message_named on exchange_message (named, sent_at, id) where named is not null;
