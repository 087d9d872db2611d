-- People and organisations, who signs in, and for whom they act. Identity data is sealed before it
-- reaches a table; docs/specs/schema.md says what each table is for, docs/fields.md every column.

-- What a personal value is found by. One function makes them, under a key of the installation: a
-- hash that anybody could make tells whoever guesses the value that the guess was right.
create domain keyed_hash as bytea check (octet_length(value) = 32);

-- A person or an organisation. Names are answers, so there is none here.
create table party (
  id uuid primary key,
  kind text not null check (kind in ('person', 'organisation')),
  created_at timestamptz not null default now(),
  erased_at timestamptz
);

-- Whoever is met twice is found by these: a document's number, a name with a day of birth.
create table party_index (
  purpose text not null,
  index keyed_hash not null,
  party uuid not null references party (id),
  primary key (purpose, index, party)
);
create index party_index_party on party_index (party);

create table account (
  id uuid primary key,
  party uuid not null unique references party (id),
  face text not null check (face in ('portal', 'office')),
  language text not null check (language in ('az', 'tr', 'en', 'ru')),
  -- Of officials, whom pages name: sealed under the installation's key.
  name_sealed bytea,
  is_demonstration boolean not null default false,
  confirmed_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);

-- What somebody shows to come in: an address by which they are found, a password.
create table credential (
  id uuid primary key,
  account uuid not null references account (id),
  kind text not null check (kind in ('e-mail', 'password', 'passkey', 'one-time-code', 'outside')),
  index keyed_hash,
  sealed bytea,
  hash text,
  added_at timestamptz not null default now(),
  used_at timestamptz,
  ended_at timestamptz
);
create unique index credential_index on credential (kind, index) where ended_at is null;
create unique index credential_one on credential (account, kind)
  where ended_at is null and kind in ('e-mail', 'password');

create index credential_account on credential (account, kind);

create table account_link (
  token_hash bytea primary key,
  account uuid not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('confirm', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_account on account_link (account);

create table session (
  token_hash bytea primary key,
  account uuid not null references account (id) on delete cascade,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account);
create index session_expiry on session (expires_at);

-- Tries that are counted so that they can be limited: sign-ins, verifications, registrations.
create table attempt (
  subject keyed_hash not null,
  window_start timestamptz not null,
  times integer not null,
  primary key (subject, window_start)
);

-- Which roles there are in the office, and of whom they are, said once.
create table office_role (
  role text primary key,
  of text not null check (of in ('service', 'watch', 'body', 'council', 'house'))
);

-- Officials are parties; what they may do follows from these rows, on each day anew.
create table membership (
  id uuid primary key,
  party uuid not null references party (id),
  role text not null references office_role (role),
  body text,
  organisation uuid references party (id),
  from_on date not null,
  -- The last day; before the first where it was taken back on its first day.
  until_on date,
  event uuid
);
create index membership_party on membership (party);

create table relation (
  id uuid primary key,
  party uuid not null references party (id),
  kind text not null check (kind in ('spouse', 'child', 'guardian', 'dependant')),
  other uuid not null references party (id),
  from_on date,
  until_on date,
  document uuid,
  event uuid
);
create index relation_party on relation (party);
create index relation_other on relation (other);

-- Two parties that an official found to be one. They are linked and never merged.
create table party_link (
  party uuid not null references party (id),
  other uuid not null references party (id),
  event uuid,
  primary key (party, other),
  check (party <> other)
);
create index party_link_other on party_link (other);

-- For whom else an account acts. A guardian's ends by itself on the eighteenth birthday.
create table mandate (
  id uuid primary key,
  account uuid not null references account (id),
  party uuid not null references party (id),
  kind text not null check (kind in ('guardian', 'representative')),
  from_on date not null,
  until_on date,
  document uuid,
  event uuid
);
create index mandate_account on mandate (account);
create index mandate_party on mandate (party);

-- Whoever acts in a transaction, as db/functions/begin-as.sql found them: with the cases that they
-- have, and of these the ones in which they act for somebody else; with their roles in the office.
create type acting as (
  account uuid,
  party uuid,
  parties uuid[],
  own_cases uuid[],
  whole_cases uuid[],
  roles text[],
  body text,
  sees_all boolean,
  -- What a decision has caused and a job carries out.
  effect uuid,
  -- To which version of its type a job moves the case that it has.
  moves_to text
);

-- Proves who acts. Nobody but the owner reads it, and every migration draws another.
create table acting_key (
  id boolean primary key default true check (id),
  bytes bytea not null check (octet_length(bytes) = 32)
);

-- There is a row where a house lives on another day than its server, which only tests do: then the
-- processes are believed about the time.
create table own_time (
  id boolean primary key default true check (id)
);
