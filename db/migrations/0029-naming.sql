-- By what a status names its holder can be replaced, after a new passport or with another name. What
-- did so before is kept beside it: an old paper is known for one, and is in force again where the decision
-- that replaced it is set aside.
alter table status
  -- The case whose answers name its holder, the decision by which they do, and since when.
  add column named_in uuid references case_file (id),
  add column named_by uuid references decision (id),
  add column named_at timestamptz;
update status set named_in = case_id, named_by = given_by, named_at = issued_at;
alter table status
  alter column named_in set not null,
  alter column named_by set not null,
  alter column named_at set not null;
create index status_named_in on status (named_in);
create unique index status_named_by on status (named_by);

create table former_paper (
  -- By which it was given.
  decision uuid primary key references decision (id),
  number text not null references status (number),
  case_id uuid not null references case_file (id),
  code_index keyed_hash not null unique,
  holder_index keyed_hash not null,
  birth_index keyed_hash,
  document_index keyed_hash,
  issued_index keyed_hash,
  code_sealed bytea not null,
  named_at timestamptz not null,
  -- On which day another took its place.
  replaced_on date not null
);
create index former_paper_number on former_paper (number);
create index former_paper_case on former_paper (case_id);

create trigger status_named after update of named_by on status
  for each row when (new.named_by <> old.named_by) execute function note_status_change();

drop function if exists verify_status(text, bytea);
