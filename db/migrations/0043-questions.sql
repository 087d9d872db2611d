-- Cases that anybody begins to a mission, without an account that could be found or signed in to: who asks
-- has a link, and with it that one case.
create table asking (
  case_id uuid primary key references case_file (id),
  -- Which mission was asked, by its code.
  mission text not null,
  -- As long as its people alone deal with it, nobody else of the office sees it.
  is_apart boolean not null default true,
  -- Whose the link is; gone once what they told was erased.
  account uuid unique references account (id),
  token_hash keyed_hash unique,
  -- For the mails with the link alone, under the key of whoever asks.
  token_sealed bytea,
  asked_at timestamptz not null default now(),
  check ((account is null) = (token_hash is null) and (account is null) = (token_sealed is null))
);
create index asking_mission on asking (mission);

-- It tells of the link of whoever has no account as well.
drop function if exists letter_to_send(uuid);
