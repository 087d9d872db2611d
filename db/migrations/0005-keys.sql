-- The keys of what is sealed, in a schema of their own that one login may use and no other, so that
-- a dump of the rest leaves them out (pg_dump --exclude-schema=keys) and erasing a key erases what
-- lies in every dump of the rest.

create schema keys;

-- The master keys that were ever used here; they themselves are in a file. Whoever wraps a key
-- names the current one and holds its row, so that nothing is wrapped by one that a rotation left.
create table keys.master (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  -- Tells, without the key, whether one at hand is this one.
  proof bytea not null check (octet_length(proof) = 32),
  is_current boolean not null,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  check (not is_current or retired_at is null)
);
create unique index master_current on keys.master (is_current) where is_current;

-- What everything that belongs to no party and no case derives from: blind indexes, tokens in
-- forms, keys of the installation. Being no master key, it stays when that is rotated.
create table keys.house_secret (
  id text primary key check (id = 'house'),
  wrapped bytea not null,
  master text not null references keys.master (id),
  made_at timestamptz not null default now()
);

create table keys.data_key (
  id uuid primary key,
  -- A party alone: the party as such. A case alone: what belongs to the case alone. Both: a
  -- subject within one case.
  party uuid,
  case_id uuid,
  -- Null once it is erased: of a party's keys in cases the rows stay until the case goes as well,
  -- so that whoever reads the case finds "erased" and not a fault.
  wrapped bytea,
  master text references keys.master (id),
  made_at timestamptz not null default now(),
  -- Its party or case was seen to be written, so that nobody looks again whether it is an orphan.
  is_owned boolean not null default false,
  check (party is not null or case_id is not null),
  check ((wrapped is null) = (master is null)),
  unique nulls not distinct (party, case_id)
);
create index data_key_case on keys.data_key (case_id);
create index data_key_unowned on keys.data_key (made_at, id) where not is_owned;

-- What was erased, and stays erased after a restore.
create table keys.tombstone (
  -- In the order in which they were set: a restored database knows up to which it has gone.
  n bigint generated always as identity unique,
  kind text not null check (kind in ('party', 'case')),
  id uuid not null,
  erased_at timestamptz not null,
  primary key (kind, id)
);
create trigger tombstone_kept before update or delete on keys.tombstone
  for each row execute function is_kept();
create trigger tombstone_whole before truncate on keys.tombstone
  for each statement execute function is_kept();
