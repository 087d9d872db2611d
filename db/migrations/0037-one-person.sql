-- Two parties that are one person are linked by two officials, and never merged. Nobody wrote a link before;
-- one has a life now, and each of its acts a row that does not change.
drop table party_link;
create table party_link (
  id uuid primary key,
  -- In this order, so that a pair is there once.
  party uuid not null references party (id),
  other uuid not null references party (id),
  -- A case of each, in which it is told who they are.
  case_id uuid not null references case_file (id),
  other_case uuid not null references case_file (id),
  ground text not null
    check (ground in ('document-shown', 'both-documents-shown', 'register-says')),
  agrees text[] not null
    check (cardinality(agrees) > 1 and agrees <@ array['document', 'birth-date', 'names']),
  state text not null default 'proposed'
    check (state in ('proposed', 'linked', 'refused', 'undoing', 'undone')),
  check (party < other)
);
create unique index party_link_pair on party_link (party, other)
  where state in ('proposed', 'linked', 'undoing');
create index party_link_other on party_link (other);
create index party_link_waits on party_link (state) where state in ('proposed', 'undoing');
create trigger party_link_kept before update or delete on party_link
  for each row execute function is_kept();
create trigger party_link_whole before truncate on party_link
  for each statement execute function is_kept();

create table party_link_act (
  id uuid primary key,
  link uuid not null references party_link (id) on delete cascade,
  nth integer not null,
  act text not null check (act in ('propose', 'confirm', 'refuse', 'undo', 'end', 'keep')),
  actor uuid not null references party (id),
  role text not null,
  at timestamptz not null,
  unique (link, nth)
);
create trigger party_link_act_kept before update or delete on party_link_act
  for each row execute function is_kept();
create trigger party_link_act_whole before truncate on party_link_act
  for each statement execute function is_kept();
