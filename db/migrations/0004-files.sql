-- Of a picture a copy is kept that holds nothing but the picture; what was sent stays beside it.
alter table document
  add column pages integer check (pages > 0),
  add column shown_address text check (shown_address ~ '^[0-9a-f]{64}$'),
  add column shown_sha256 bytea check (octet_length(shown_sha256) = 32),
  add column shown_bytes integer check (shown_bytes > 0),
  -- When what was removed is deleted for good; until then it can be put back. What was once sent
  -- in is never deleted here: a decision may rest on it.
  add column erase_at timestamptz,
  add constraint document_shown check (
    (shown_address is null) = (shown_bytes is null)
    and (shown_address is null) = (shown_sha256 is null)
  ),
  add constraint document_erased check (erase_at is null or removed_at is not null);
create index document_erasing on document (erase_at) where erase_at is not null;

-- A file on its way, step by step, so that a line that breaks costs one step; forgotten after a day.
create table upload (
  id uuid primary key,
  application_id uuid not null references application (id),
  kind text not null,
  name_sealed bytea not null,
  bytes integer not null check (bytes > 0),
  received integer not null default 0 check (received between 0 and bytes),
  started_at timestamptz not null
);
create index upload_application on upload (application_id);
create index upload_started on upload (started_at);

create table upload_step (
  upload_id uuid not null references upload (id) on delete cascade,
  at_byte integer not null,
  sealed bytea not null,
  primary key (upload_id, at_byte)
);

grant select, insert, update, delete on upload to kecid_portal;
grant select, insert on upload_step to kecid_portal;
grant select, delete on upload to kecid_jobs;
grant delete on document to kecid_jobs;
