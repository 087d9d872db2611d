-- What a decision says is to be read beside what was written in a case: nothing of that is written anew.
create table correction (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  decision uuid not null references decision (id),
  -- Whoever reads the case reads these, and may not see where it was decided.
  decided_in uuid not null references case_file (id),
  number text not null,
  corrected_on date not null,
  sealed bytea not null,
  unique (decision, case_id)
);
create index correction_case on correction (case_id);
create index correction_party on correction (party);
create trigger correction_kept before update or delete on correction
  for each row execute function is_kept();
create trigger correction_whole before truncate on correction
  for each statement execute function is_kept();
