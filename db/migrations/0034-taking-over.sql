-- Somebody for whom others acted as for a child is of age, and goes on as the same person with an account of
-- their own: they are invited as others are, and prove that it is they by what lies sealed of them.
create table taking_over (
  invitation uuid primary key references invitation (id) on delete cascade,
  -- Who they always were.
  party uuid not null references party (id),
  -- A document of theirs is known, so its number is asked for beside the birth date.
  asks_document boolean not null,
  tries integer not null default 0
);
create index taking_over_party on taking_over (party);

-- By what whoever takes over is known: the birth date with the number of a document, as they were written
-- in one case or another.
create table taking_over_proof (
  invitation uuid not null references taking_over (invitation) on delete cascade,
  index keyed_hash not null,
  primary key (invitation, index)
);

-- These say more now: whether the link is for that. In a new database they are not there yet.
drop function if exists invitation_of(bytea, timestamptz);
drop function if exists invitation_to_send(uuid, bytea, timestamptz);
