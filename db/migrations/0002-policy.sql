-- Policy as it was published: the canonical bytes, found again by their hash for as long as a case
-- rests on them, and which of them were in force together.
create table policy_document (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (
    kind in (
      'case-type', 'procedure', 'scoring', 'status', 'calendar', 'education', 'occupations', 'laws'
    )
  ),
  code text not null,
  -- Of kinds whose documents follow one another.
  family text,
  in_force_from date,
  in_force_until date,
  canonical text not null,
  loaded_at timestamptz not null default now(),
  check ((kind in ('procedure', 'scoring')) = (family is not null and in_force_from is not null))
);
create index policy_document_family on policy_document (kind, family, in_force_from);

-- Each event says by which version it was decided.
create table policy_version (
  id bigint generated always as identity primary key,
  -- SHA-256 of the hashes of its documents, one to a line, in order.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- At a start, from what the house was shipped with.
  is_shipped boolean not null
);
create table policy_version_document (
  version bigint not null references policy_version (id),
  hash text not null references policy_document (hash),
  primary key (version, hash)
);

-- Which steps a published type has, each of its ways as a row: what a step is written by.
create table type_step (
  type_hash text not null references policy_document (hash),
  step text not null,
  kind text not null,
  -- Empty where a case begins.
  from_state text not null,
  to_state text not null,
  to_stage text not null,
  by_roles text[] not null,
  -- In which roles others are brought along by it.
  joins text[],
  -- Whoever took that step last may not take this one.
  not_by text,
  primary key (type_hash, step, from_state, to_state)
);

-- What its decisions can say, and what each brings about.
create table type_outcome (
  type_hash text not null references policy_document (hash),
  outcome text not null,
  effects text[] not null,
  primary key (type_hash, outcome)
);

-- Which earlier versions a published type takes cases over from, and where to, state by state: nobody
-- moves a case otherwise.
create table type_move (
  type_hash text not null references policy_document (hash),
  from_hash text not null references policy_document (hash),
  from_state text not null,
  to_state text not null,
  primary key (type_hash, from_hash, from_state)
);

-- Two named people of the Service take over a document with all its provisional values.
create table policy_adoption (
  hash text not null references policy_document (hash),
  party uuid not null references party (id),
  adopted_at timestamptz not null default now(),
  primary key (hash, party)
);

create function policy_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'published policy is kept as it is';
end
$$;
create trigger policy_document_kept before update or delete on policy_document
  for each row execute function policy_is_kept();
create trigger policy_document_whole before truncate on policy_document
  for each statement execute function policy_is_kept();
create trigger policy_version_kept before update or delete on policy_version
  for each row execute function policy_is_kept();
create trigger policy_version_whole before truncate on policy_version
  for each statement execute function policy_is_kept();
create trigger policy_version_document_kept before update or delete on policy_version_document
  for each row execute function policy_is_kept();
create trigger policy_version_document_whole before truncate on policy_version_document
  for each statement execute function policy_is_kept();
create trigger type_step_kept before update or delete on type_step
  for each row execute function policy_is_kept();
create trigger type_step_whole before truncate on type_step
  for each statement execute function policy_is_kept();
create trigger type_move_kept before update or delete on type_move
  for each row execute function policy_is_kept();
create trigger type_move_whole before truncate on type_move
  for each statement execute function policy_is_kept();
create trigger type_outcome_kept before update or delete on type_outcome
  for each row execute function policy_is_kept();
create trigger type_outcome_whole before truncate on type_outcome
  for each statement execute function policy_is_kept();
