-- What other systems of the state are answered about a status. Each is found by what only its holder and
-- whoever has their papers before them can say, under a key; for those that were given before this, whoever
-- has the keys finds that out afterwards.
alter table status
  add column birth_index keyed_hash,
  add column document_index keyed_hash,
  add column issued_index keyed_hash;
create index status_document on status (document_index) where document_index is not null;
create index status_unfindable on status (number) where birth_index is null and code_sealed <> '';

-- Each question that was answered, for whoever it was about and for figures. Of what was found of nobody it
-- says so.
create table offered_answer (
  id uuid primary key,
  -- As policy calls them.
  client text not null,
  service text not null,
  purpose text not null,
  -- The clause by which it may be asked, as the policy of that day had it.
  ground text not null,
  at timestamptz not null,
  party uuid references party (id),
  outcome text not null check (
    outcome in ('valid', 'ended', 'none', 'yes', 'no', 'the-service-must-say')
  ),
  -- By which the security server's own log has the signed message.
  message_id text not null
);
create index offered_answer_party on offered_answer (party, at, id) where party is not null;
create index offered_answer_client on offered_answer (client, at);
create trigger offered_answer_kept before update or delete on offered_answer
  for each row execute function is_kept();
create trigger offered_answer_whole before truncate on offered_answer
  for each statement execute function is_kept();
