-- Registers are asked ahead as well, of whoever is still writing and wants it. What one answers stands with
-- the question, for them and nobody else: nothing has happened in a case that was not sent in.
alter table inquiry add column ahead boolean not null default false;
alter table inquiry drop constraint inquiry_check1;
alter table inquiry add constraint inquiry_left_by check (num_nonnulls(opened_by, tells) + ahead::integer = 1);
create index inquiry_ahead on inquiry (case_id, party, service) where ahead;

-- How often somebody had registers asked on a day: whoever has another's papers does not try names.
create table asked_ahead (
  party uuid not null references party (id),
  asked_on date not null,
  times integer not null,
  primary key (party, asked_on)
);
