-- What is erased loses its rows only once its key is gone: db/functions/erase.sql.

-- Up to which tombstone this database has gone; one of yesterday that comes back knows less.
create table erased_through (
  id boolean primary key default true check (id),
  n bigint not null
);
insert into erased_through (n) values (0);

-- What proves that somebody was erased, and why: under the key of the case in which it was decided,
-- which stays when theirs goes.
create table erasure (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  erased_at timestamptz not null,
  sealed bytea not null
);
create index erasure_case on erasure (case_id);
create trigger erasure_kept before update or delete on erasure
  for each row execute function is_kept();
create trigger erasure_whole before truncate on erasure
  for each statement execute function is_kept();
