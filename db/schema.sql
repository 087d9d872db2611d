-- What the migrations make, printed by tools/db-schema.ts. For reading, not for running.

-- Types of rows

create type acting as (account uuid, party uuid, parties uuid[], own_cases uuid[], whole_cases uuid[], roles text[], body text, sees_all boolean, effect uuid);

-- Sequences

create sequence case_number as bigint start 1 increment 1;

-- Tables

create table account (
  id uuid not null,
  party uuid not null,
  face text not null,
  language text not null,
  name_sealed bytea,
  is_demonstration boolean not null default false,
  confirmed_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_party_key UNIQUE (party),
  constraint account_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint account_face_check CHECK ((face = ANY (ARRAY['portal'::text, 'office'::text]))),
  constraint account_language_check CHECK ((language = ANY (ARRAY['az'::text, 'tr'::text, 'en'::text, 'ru'::text])))
);

create table account_link (
  token_hash bytea not null,
  account uuid not null,
  purpose text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_link_pkey PRIMARY KEY (token_hash),
  constraint account_link_account_fkey FOREIGN KEY (account) REFERENCES account(id) ON DELETE CASCADE,
  constraint account_link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text])))
);

create table acting_key (
  id boolean not null default true,
  bytes bytea not null,
  constraint acting_key_pkey PRIMARY KEY (id),
  constraint acting_key_bytes_check CHECK ((octet_length(bytes) = 32)),
  constraint acting_key_id_check CHECK (id)
);

create table answer (
  case_id uuid not null,
  subject uuid,
  block text not null,
  version integer not null,
  readable jsonb not null,
  sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint answer_case_id_subject_block_key UNIQUE NULLS NOT DISTINCT (case_id, subject, block),
  constraint answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint answer_subject_fkey FOREIGN KEY (subject) REFERENCES party(id)
);

create table attempt (
  subject keyed_hash not null,
  window_start timestamp with time zone not null,
  times integer not null,
  constraint attempt_pkey PRIMARY KEY (subject, window_start)
);

create table calendars_followed (
  id integer not null default 1,
  hash text not null,
  constraint calendars_followed_pkey PRIMARY KEY (id),
  constraint calendars_followed_id_check CHECK ((id = 1))
);

create table case_file (
  id uuid not null,
  type text not null,
  state text not null,
  stage text not null,
  state_since date not null,
  version integer not null,
  number text,
  type_hash text,
  procedure_hash text,
  scoring_hash text,
  field text,
  about_decision uuid,
  about_status text,
  about_case uuid,
  about_party uuid,
  opened_on date not null,
  filed_on date,
  ended_on date,
  counted jsonb,
  due_on date,
  told_on date,
  changed_at timestamp with time zone not null,
  came_on date generated always as (COALESCE(filed_on, opened_on)) stored,
  number_end text collate "C" generated always as (reverse(number)) stored,
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_number_key UNIQUE (number),
  constraint case_file_check CHECK ((num_nonnulls(about_decision, about_status, about_case, about_party) <= 1)),
  constraint case_file_check1 CHECK (((stage <> 'draft'::text) OR (filed_on IS NULL))),
  constraint case_file_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'with-person'::text, 'examined'::text, 'with-others'::text, 'deciding'::text, 'carrying-out'::text, 'ended'::text])))
);

create table case_party (
  case_id uuid not null,
  party uuid not null,
  role text not null,
  is_subject boolean not null,
  state text,
  from_on date not null,
  until_on date,
  constraint case_party_pkey PRIMARY KEY (case_id, party, role),
  constraint case_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_party_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint case_party_check CHECK ((is_subject = (state IS NOT NULL))),
  constraint case_party_state_check CHECK ((state = ANY (ARRAY['open'::text, 'returned'::text, 'decided'::text, 'ended'::text])))
);

create table credential (
  id uuid not null,
  account uuid not null,
  kind text not null,
  index keyed_hash,
  sealed bytea,
  hash text,
  added_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint credential_kind_check CHECK ((kind = ANY (ARRAY['e-mail'::text, 'password'::text, 'passkey'::text, 'one-time-code'::text, 'outside'::text])))
);

create table decision (
  id uuid not null,
  case_id uuid not null,
  subject uuid,
  outcome text not null,
  supersedes uuid,
  set_aside_by uuid,
  record_sealed bytea not null,
  record_hash text not null,
  decided_on date not null,
  decided_by uuid not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_supersedes_key UNIQUE (supersedes),
  constraint decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES event(id),
  constraint decision_set_aside_by_fkey FOREIGN KEY (set_aside_by) REFERENCES decision(id),
  constraint decision_subject_fkey FOREIGN KEY (subject) REFERENCES party(id),
  constraint decision_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES decision(id)
);

create table document (
  id uuid not null,
  case_id uuid not null,
  subject uuid,
  item text,
  kind text not null,
  brought_by text not null default 'person'::text,
  name_sealed bytea not null,
  media text not null,
  bytes integer not null,
  pages integer,
  address text not null,
  sha256 bytea not null,
  shown_address text,
  shown_sha256 bytea,
  shown_bytes integer,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  erase_at timestamp with time zone,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint document_subject_fkey FOREIGN KEY (subject) REFERENCES party(id),
  constraint document_address_check CHECK ((address ~ '^[0-9a-f]{64}$'::text)),
  constraint document_brought_by_check CHECK ((brought_by = ANY (ARRAY['person'::text, 'register'::text, 'held'::text]))),
  constraint document_bytes_check CHECK ((bytes > 0)),
  constraint document_erased CHECK (((erase_at IS NULL) OR (removed_at IS NOT NULL))),
  constraint document_media_check CHECK ((media = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text]))),
  constraint document_pages_check CHECK ((pages > 0)),
  constraint document_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint document_shown CHECK ((((shown_address IS NULL) = (shown_bytes IS NULL)) AND ((shown_address IS NULL) = (shown_sha256 IS NULL)))),
  constraint document_shown_address_check CHECK ((shown_address ~ '^[0-9a-f]{64}$'::text)),
  constraint document_shown_bytes_check CHECK ((shown_bytes > 0)),
  constraint document_shown_sha256_check CHECK ((octet_length(shown_sha256) = 32))
);

create table effect (
  id uuid not null default gen_random_uuid(),
  decision uuid,
  expired text,
  effect text not null,
  target text not null,
  step text,
  state text not null,
  constraint effect_pkey PRIMARY KEY (id),
  constraint effect_decision_expired_effect_target_key UNIQUE NULLS NOT DISTINCT (decision, expired, effect, target),
  constraint effect_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint effect_expired_fkey FOREIGN KEY (expired) REFERENCES status(number),
  constraint effect_check CHECK ((num_nonnulls(decision, expired) = 1)),
  constraint effect_effect_check CHECK ((effect = ANY (ARRAY['issue'::text, 'end'::text, 'replace'::text, 'restore'::text, 'set-aside'::text, 'reopen'::text, 'hold'::text, 'change'::text, 'erase'::text, 'open'::text, 'notify'::text]))),
  constraint effect_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text])))
);

create table erased_through (
  id boolean not null default true,
  n bigint not null,
  constraint erased_through_pkey PRIMARY KEY (id),
  constraint erased_through_id_check CHECK (id)
);

create table erasure (
  id uuid not null,
  case_id uuid not null,
  erased_at timestamp with time zone not null,
  sealed bytea not null,
  constraint erasure_pkey PRIMARY KEY (id),
  constraint erasure_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
);

create table event (
  case_id uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  step text not null,
  subject uuid,
  actor uuid,
  role text not null,
  body text,
  to_state text not null,
  happened_on date not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  cause uuid,
  policy bigint,
  audience text not null,
  readable jsonb not null,
  sealed bytea,
  constraint event_pkey PRIMARY KEY (case_id, seq),
  constraint event_id_key UNIQUE (id),
  constraint event_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint event_audience_check CHECK ((audience = ANY (ARRAY['person'::text, 'office'::text]))),
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['begin'::text, 'file'::text, 'return'::text, 'ask'::text, 'answer'::text, 'extend'::text, 'propose'::text, 'send-back'::text, 'decide'::text, 'tell'::text, 'end'::text, 'lapse'::text, 'reopen'::text, 'assign'::text, 'say'::text])))
);

create table hold (
  id uuid not null,
  decision uuid,
  status text,
  case_id uuid,
  party uuid,
  look uuid,
  ground text not null,
  from_on date not null,
  until_on date,
  placed_by uuid not null,
  lifted_by uuid,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint hold_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint hold_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint hold_status_fkey FOREIGN KEY (status) REFERENCES status(number),
  constraint hold_check CHECK ((num_nonnulls(decision, status, case_id, party, look) = 1))
);

create table ledger_leaf (
  id bigint not null generated always as identity,
  leaf bytea not null,
  leaf_hash bytea not null,
  opening bytea,
  party uuid,
  case_id uuid,
  index bigint,
  constraint ledger_leaf_pkey PRIMARY KEY (id),
  constraint ledger_leaf_index_key UNIQUE (index),
  constraint ledger_leaf_index_check CHECK ((index >= 0)),
  constraint ledger_leaf_leaf_check CHECK ((octet_length(leaf) <= 4096)),
  constraint ledger_leaf_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32))
);

create table ledger_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  constraint ledger_node_pkey PRIMARY KEY (level, index),
  constraint ledger_node_hash_check CHECK ((octet_length(hash) = 32)),
  constraint ledger_node_index_check CHECK ((index >= 0)),
  constraint ledger_node_level_check CHECK ((level >= 0))
);

create table letter (
  id uuid not null,
  party uuid not null,
  subject uuid,
  case_id uuid,
  decision uuid,
  code text not null,
  language text not null,
  content_sealed bytea not null,
  written_at timestamp with time zone not null,
  send_from timestamp with time zone,
  sent_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint letter_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint letter_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint letter_subject_fkey FOREIGN KEY (subject) REFERENCES party(id)
);

create table look (
  id uuid not null,
  at timestamp with time zone not null,
  actor uuid not null,
  role text not null,
  body text,
  page text not null,
  party uuid not null,
  case_id uuid,
  constraint look_pkey PRIMARY KEY (id)
);

create table mandate (
  id uuid not null,
  account uuid not null,
  party uuid not null,
  kind text not null,
  from_on date not null,
  until_on date,
  document uuid,
  event uuid,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint mandate_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint mandate_kind_check CHECK ((kind = ANY (ARRAY['guardian'::text, 'representative'::text])))
);

create table membership (
  id uuid not null,
  party uuid not null,
  role text not null,
  body text,
  organisation uuid,
  from_on date not null,
  until_on date,
  event uuid,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_organisation_fkey FOREIGN KEY (organisation) REFERENCES party(id),
  constraint membership_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint membership_role_fkey FOREIGN KEY (role) REFERENCES office_role(role)
);

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table office_role (
  role text not null,
  of text not null,
  constraint office_role_pkey PRIMARY KEY (role),
  constraint office_role_of_check CHECK ((of = ANY (ARRAY['service'::text, 'watch'::text, 'body'::text, 'council'::text, 'house'::text])))
);

create table officials_told (
  id boolean not null default true,
  told_until timestamp with time zone,
  constraint officials_told_pkey PRIMARY KEY (id),
  constraint officials_told_id_check CHECK (id)
);

create table own_time (
  id boolean not null default true,
  constraint own_time_pkey PRIMARY KEY (id),
  constraint own_time_id_check CHECK (id)
);

create table party (
  id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null default now(),
  erased_at timestamp with time zone,
  constraint party_pkey PRIMARY KEY (id),
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
);

create table party_index (
  purpose text not null,
  index keyed_hash not null,
  party uuid not null,
  constraint party_index_pkey PRIMARY KEY (purpose, index, party),
  constraint party_index_party_fkey FOREIGN KEY (party) REFERENCES party(id)
);

create table party_link (
  party uuid not null,
  other uuid not null,
  event uuid,
  constraint party_link_pkey PRIMARY KEY (party, other),
  constraint party_link_other_fkey FOREIGN KEY (other) REFERENCES party(id),
  constraint party_link_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint party_link_check CHECK ((party <> other))
);

create table policy_adoption (
  hash text not null,
  party uuid not null,
  adopted_at timestamp with time zone not null default now(),
  constraint policy_adoption_pkey PRIMARY KEY (hash, party),
  constraint policy_adoption_hash_fkey FOREIGN KEY (hash) REFERENCES policy_document(hash),
  constraint policy_adoption_party_fkey FOREIGN KEY (party) REFERENCES party(id)
);

create table policy_document (
  hash text not null,
  kind text not null,
  code text not null,
  family text,
  in_force_from date,
  in_force_until date,
  canonical text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint policy_document_pkey PRIMARY KEY (hash),
  constraint policy_document_check CHECK (((kind = ANY (ARRAY['procedure'::text, 'scoring'::text])) = ((family IS NOT NULL) AND (in_force_from IS NOT NULL)))),
  constraint policy_document_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_document_kind_check CHECK ((kind = ANY (ARRAY['case-type'::text, 'procedure'::text, 'scoring'::text, 'status'::text, 'calendar'::text, 'education'::text, 'occupations'::text, 'laws'::text])))
);

create table policy_version (
  id bigint not null generated always as identity,
  hash text not null,
  made_at timestamp with time zone not null,
  is_shipped boolean not null,
  constraint policy_version_pkey PRIMARY KEY (id),
  constraint policy_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);

create table policy_version_document (
  version bigint not null,
  hash text not null,
  constraint policy_version_document_pkey PRIMARY KEY (version, hash),
  constraint policy_version_document_hash_fkey FOREIGN KEY (hash) REFERENCES policy_document(hash),
  constraint policy_version_document_version_fkey FOREIGN KEY (version) REFERENCES policy_version(id)
);

create table relation (
  id uuid not null,
  party uuid not null,
  kind text not null,
  other uuid not null,
  from_on date,
  until_on date,
  document uuid,
  event uuid,
  constraint relation_pkey PRIMARY KEY (id),
  constraint relation_other_fkey FOREIGN KEY (other) REFERENCES party(id),
  constraint relation_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint relation_kind_check CHECK ((kind = ANY (ARRAY['spouse'::text, 'child'::text, 'guardian'::text, 'dependant'::text])))
);

create table rights_applied (
  id boolean not null default true,
  sha256 text not null,
  constraint rights_applied_pkey PRIMARY KEY (id),
  constraint rights_applied_id_check CHECK (id)
);

create table session (
  token_hash bytea not null,
  account uuid not null,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES account(id) ON DELETE CASCADE
);

create table status (
  number text not null,
  kind text not null,
  holder uuid not null,
  case_id uuid not null,
  given_by uuid not null,
  rests_on text,
  field text not null,
  from_on date not null,
  until_on date not null,
  state text not null,
  ended_as text,
  ended_by uuid,
  code_index keyed_hash not null,
  holder_index keyed_hash not null,
  code_sealed bytea not null,
  issued_at timestamp with time zone not null,
  number_end text collate "C" generated always as (reverse(number)) stored,
  constraint status_pkey PRIMARY KEY (number),
  constraint status_code_index_key UNIQUE (code_index),
  constraint status_given_by_key UNIQUE (given_by),
  constraint status_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint status_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES event(id),
  constraint status_given_by_fkey FOREIGN KEY (given_by) REFERENCES decision(id),
  constraint status_holder_fkey FOREIGN KEY (holder) REFERENCES party(id),
  constraint status_rests_on_fkey FOREIGN KEY (rests_on) REFERENCES status(number),
  constraint status_check CHECK (((state = 'ended'::text) = (ended_as IS NOT NULL))),
  constraint status_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'suspended'::text, 'ended'::text])))
);

create table task (
  case_id uuid not null,
  id uuid not null,
  subject uuid,
  kind text not null,
  step text not null,
  owner_role text not null,
  owner_party uuid,
  owner_body text,
  owner_account uuid,
  shows jsonb,
  earliest_on date,
  counted jsonb,
  due_on date,
  silence text,
  version integer not null default 0,
  state text not null,
  opened_by uuid not null,
  closed_by uuid,
  constraint task_pkey PRIMARY KEY (case_id, id),
  constraint task_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint task_owner_account_fkey FOREIGN KEY (owner_account) REFERENCES account(id),
  constraint task_owner_party_fkey FOREIGN KEY (owner_party) REFERENCES party(id),
  constraint task_subject_fkey FOREIGN KEY (subject) REFERENCES party(id),
  constraint task_check CHECK (((state = 'open'::text) = (closed_by IS NULL))),
  constraint task_kind_check CHECK ((kind = ANY (ARRAY['next-move'::text, 'points'::text, 'opinion'::text, 'register'::text, 'consent'::text, 'payment'::text, 'appearance'::text, 'vote'::text, 'reply'::text, 'record'::text]))),
  constraint task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);

create table task_draft (
  case_id uuid not null,
  task uuid not null,
  official uuid not null,
  saved_at timestamp with time zone not null,
  sealed bytea not null,
  constraint task_draft_pkey PRIMARY KEY (case_id, task, official),
  constraint task_draft_case_id_task_fkey FOREIGN KEY (case_id, task) REFERENCES task(case_id, id) ON DELETE CASCADE
);

create table telling (
  id uuid not null,
  decision uuid,
  event uuid,
  party uuid not null,
  letter uuid,
  means text not null,
  told_on date not null,
  is_provisional boolean not null default false,
  recorded_at timestamp with time zone not null,
  constraint telling_pkey PRIMARY KEY (id),
  constraint telling_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint telling_event_fkey FOREIGN KEY (event) REFERENCES event(id),
  constraint telling_letter_fkey FOREIGN KEY (letter) REFERENCES letter(id),
  constraint telling_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint telling_check CHECK ((num_nonnulls(decision, event) = 1)),
  constraint telling_means_check CHECK ((means = ANY (ARRAY['account'::text, 'post'::text, 'in-person'::text, 'deemed'::text])))
);

create table time_confirmation (
  id uuid not null,
  actor uuid not null,
  doubt text not null,
  found_at timestamp with time zone not null,
  found_ahead_ms bigint not null,
  confirmed_at timestamp with time zone not null,
  constraint time_confirmation_pkey PRIMARY KEY (id),
  constraint time_confirmation_actor_fkey FOREIGN KEY (actor) REFERENCES party(id)
);

create table trusted_time (
  id boolean not null default true,
  ran_at timestamp with time zone,
  ahead_ms bigint not null default 0,
  doubt text,
  found_at timestamp with time zone,
  found_ahead_ms bigint,
  constraint trusted_time_pkey PRIMARY KEY (id),
  constraint trusted_time_check CHECK ((num_nulls(doubt, found_at, found_ahead_ms) = ANY (ARRAY[0, 3]))),
  constraint trusted_time_doubt_check CHECK ((doubt = ANY (ARRAY['apart'::text, 'long-gap'::text, 'backward'::text]))),
  constraint trusted_time_id_check CHECK (id)
);

create table type_outcome (
  type_hash text not null,
  outcome text not null,
  effects text[] not null,
  constraint type_outcome_pkey PRIMARY KEY (type_hash, outcome),
  constraint type_outcome_type_hash_fkey FOREIGN KEY (type_hash) REFERENCES policy_document(hash)
);

create table type_step (
  type_hash text not null,
  step text not null,
  kind text not null,
  from_state text not null,
  to_state text not null,
  to_stage text not null,
  by_roles text[] not null,
  not_by text,
  constraint type_step_pkey PRIMARY KEY (type_hash, step, from_state, to_state),
  constraint type_step_type_hash_fkey FOREIGN KEY (type_hash) REFERENCES policy_document(hash)
);

create table upload (
  id uuid not null,
  case_id uuid not null,
  subject uuid,
  kind text not null,
  name_sealed bytea not null,
  bytes integer not null,
  received integer not null default 0,
  started_at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint upload_subject_fkey FOREIGN KEY (subject) REFERENCES party(id),
  constraint upload_bytes_check CHECK ((bytes > 0)),
  constraint upload_check CHECK (((received >= 0) AND (received <= bytes)))
);

create table upload_step (
  upload_id uuid not null,
  at_byte integer not null,
  sealed bytea not null,
  constraint upload_step_pkey PRIMARY KEY (upload_id, at_byte),
  constraint upload_step_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

create table waiting_job (
  id bigint not null generated always as identity,
  task text not null,
  payload json not null,
  constraint waiting_job_pkey PRIMARY KEY (id),
  constraint waiting_job_task_check CHECK ((task = ANY (ARRAY['send-letter'::text, 'send-account-link'::text, 'tell-official'::text, 'watch-terms'::text, 'follow-calendars'::text, 'remove-files'::text, 'carry-out'::text])))
);

-- Indexes

CREATE INDEX account_link_account ON account_link USING btree (account);
CREATE INDEX case_file_about_case ON case_file USING btree (about_case) WHERE (about_case IS NOT NULL);
CREATE INDEX case_file_about_decision ON case_file USING btree (about_decision) WHERE (about_decision IS NOT NULL);
CREATE INDEX case_file_about_party ON case_file USING btree (about_party) WHERE (about_party IS NOT NULL);
CREATE INDEX case_file_about_status ON case_file USING btree (about_status) WHERE (about_status IS NOT NULL);
CREATE INDEX case_file_ended ON case_file USING btree (ended_on, id) WHERE ((stage = 'ended'::text) AND (number IS NOT NULL));
CREATE INDEX case_file_newest ON case_file USING btree (came_on, id) WHERE (number IS NOT NULL);
CREATE INDEX case_file_number_end ON case_file USING btree (number_end);
CREATE INDEX case_file_work ON case_file USING btree (stage, due_on, id) INCLUDE (number);
CREATE INDEX case_party_party ON case_party USING btree (party);
CREATE INDEX credential_account ON credential USING btree (account, kind);
CREATE UNIQUE INDEX credential_index ON credential USING btree (kind, index) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX credential_one ON credential USING btree (account, kind) WHERE ((ended_at IS NULL) AND (kind = ANY (ARRAY['e-mail'::text, 'password'::text])));
CREATE INDEX decision_case ON decision USING btree (case_id);
CREATE INDEX decision_event ON decision USING btree (decided_by);
CREATE UNIQUE INDEX decision_first ON decision USING btree (case_id, subject) NULLS NOT DISTINCT WHERE (supersedes IS NULL);
CREATE INDEX decision_set_aside ON decision USING btree (set_aside_by) WHERE (set_aside_by IS NOT NULL);
CREATE INDEX document_address ON document USING btree (address);
CREATE INDEX document_case ON document USING btree (case_id);
CREATE INDEX document_erasing ON document USING btree (erase_at) WHERE (erase_at IS NOT NULL);
CREATE INDEX document_shown_address ON document USING btree (shown_address) WHERE (shown_address IS NOT NULL);
CREATE INDEX effect_waiting ON effect USING btree (id) WHERE (state = 'waiting'::text);
CREATE INDEX erasure_case ON erasure USING btree (case_id);
CREATE INDEX hold_case ON hold USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX hold_party ON hold USING btree (party) WHERE (party IS NOT NULL);
CREATE INDEX ledger_leaf_party ON ledger_leaf USING btree (party) WHERE (opening IS NOT NULL);
CREATE INDEX ledger_leaf_waiting ON ledger_leaf USING btree (id) WHERE (index IS NULL);
CREATE INDEX letter_case ON letter USING btree (case_id);
CREATE INDEX letter_party ON letter USING btree (party) WHERE (subject IS NULL);
CREATE INDEX letter_waiting ON letter USING btree (send_from) WHERE (send_from IS NOT NULL);
CREATE INDEX look_newest ON look USING btree (at DESC, id DESC);
CREATE INDEX look_party ON look USING btree (party, at);
CREATE INDEX mandate_account ON mandate USING btree (account);
CREATE INDEX mandate_party ON mandate USING btree (party);
CREATE INDEX membership_party ON membership USING btree (party);
CREATE INDEX party_index_party ON party_index USING btree (party);
CREATE INDEX party_link_other ON party_link USING btree (other);
CREATE INDEX policy_document_family ON policy_document USING btree (kind, family, in_force_from);
CREATE INDEX relation_other ON relation USING btree (other);
CREATE INDEX relation_party ON relation USING btree (party);
CREATE INDEX session_account ON session USING btree (account);
CREATE INDEX session_expiry ON session USING btree (expires_at);
CREATE INDEX status_case ON status USING btree (case_id);
CREATE INDEX status_event ON status USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE INDEX status_holder ON status USING btree (holder);
CREATE INDEX status_number_end ON status USING btree (number_end);
CREATE INDEX status_rests_on ON status USING btree (rests_on) WHERE (rests_on IS NOT NULL);
CREATE INDEX status_until ON status USING btree (until_on, number) WHERE (state <> 'ended'::text);
CREATE UNIQUE INDEX task_case ON task USING btree (case_id, kind, step, owner_body, owner_party, subject) NULLS NOT DISTINCT WHERE (state = 'open'::text);
CREATE INDEX task_of_body ON task USING btree (owner_body, kind, due_on, case_id) WHERE (state = 'open'::text);
CREATE INDEX task_of_party ON task USING btree (owner_party, kind, due_on, case_id) WHERE ((state = 'open'::text) AND (kind <> 'next-move'::text));
CREATE INDEX task_of_role ON task USING btree (owner_role, due_on, case_id) WHERE ((state = 'open'::text) AND (owner_body IS NULL));
CREATE INDEX task_silent ON task USING btree (due_on, case_id) WHERE ((state = 'open'::text) AND (silence IS NOT NULL));
CREATE UNIQUE INDEX telling_decision ON telling USING btree (decision, party) WHERE (decision IS NOT NULL);
CREATE INDEX telling_event ON telling USING btree (event) WHERE (event IS NOT NULL);
CREATE INDEX telling_letter ON telling USING btree (letter) WHERE (letter IS NOT NULL);
CREATE INDEX upload_case ON upload USING btree (case_id);
CREATE INDEX upload_started ON upload USING btree (started_at);

-- Functions

CREATE OR REPLACE FUNCTION public.act_as(who acting)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform set_config('kecid.who', who::text, true),
    set_config('kecid.mac', public.proof_of(bytes, who::text), true)
  from public.acting_key;
end
$function$;

CREATE OR REPLACE FUNCTION public.acting()
 RETURNS acting
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  who text := current_setting('kecid.who', true);
  ours bytea;
begin
  if who <> '' then
    select bytes into ours from public.acting_key;
    if current_setting('kecid.mac', true) = public.proof_of(ours, who) then
      return who::public.acting;
    end if;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.add_upload_step(the_upload uuid, at_byte integer, the_bytes integer, the_sealed bytea)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  in_all integer;
begin
  perform check_writes_in(case_id, subject) from upload where id = the_upload;
  update upload set received = received + the_bytes
  where id = the_upload and received = at_byte and received + the_bytes <= bytes
  returning received into in_all;
  if found then
    insert into upload_step (upload_id, at_byte, sealed) values (the_upload, at_byte, the_sealed);
  end if;
  return in_all;
end
$function$;

CREATE OR REPLACE FUNCTION public.adopt_policy(the_hash text, the_party uuid, the_moment timestamp with time zone, the_leaf json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_role('{policy-officer,policy-approver}');
  if not is_owner() and the_party is distinct from (acting()).party then
    raise exception 'each adopts for themselves' using errcode = '42501';
  end if;
  insert into policy_adoption (hash, party, adopted_at) values (the_hash, the_party, the_moment)
  on conflict do nothing;
  if found then
    perform enter_leaf(null, null, the_leaf);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.ask_for_task_mails(the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  today date := (the_moment at time zone 'Asia/Baku')::date;
  spoken text := 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
  told timestamptz;
begin
  select told_until into told from officials_told for update;
  if (told at time zone 'Asia/Baku')::date >= today then
    return;
  end if;
  insert into waiting_job (task, payload)
  select 'tell-official', json_build_object(
    'account', account.id,
    'after', to_char(told at time zone 'UTC', spoken),
    'until', to_char(the_moment at time zone 'UTC', spoken)
  )
  from account
  where face = 'office' and closed_at is null and exists (
    select from membership
    where membership.party = account.party
      and from_on <= today and coalesce(until_on >= today, true)
  );
  update officials_told set told_until = the_moment;
end
$function$;

CREATE OR REPLACE FUNCTION public.ask_to_follow(the_hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from case_file) then
    perform note_followed(the_hash);
  elsif not exists (select from calendars_followed where hash = the_hash) then
    insert into waiting_job (task, payload) values ('follow-calendars', '{}');
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.begin_as(the_token text, the_moment timestamp with time zone, idle_hours integer DEFAULT NULL::integer, OUT account uuid, OUT party uuid, OUT language text, OUT confirmed_at timestamp with time zone, OUT name_sealed bytea, OUT is_demonstration boolean, OUT roles text[], OUT body text, OUT policy bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  at timestamptz := case when exists (select from own_time) then the_moment else now() end;
  today date := (at at time zone 'Asia/Baku')::date;
  its_face text := case session_user
    when 'kecid_portal' then 'portal' when 'kecid_office' then 'office' end;
  the_hash bytea := sha256(convert_to(the_token, 'UTF8'));
  its_sight timestamptz;
  who acting;
begin
  select account.id, account.party, account.language, account.confirmed_at, account.name_sealed,
    account.is_demonstration, session.seen_at
  into begin_as.account, begin_as.party, begin_as.language, begin_as.confirmed_at,
    begin_as.name_sealed, begin_as.is_demonstration, its_sight
  from session join account on account.id = session.account
  where session.token_hash = the_hash and session.expires_at > at
    and account.closed_at is null and account.face = its_face;
  if not found then
    raise exception 'nobody has this session' using errcode = '28000';
  end if;
  if idle_hours is not null and its_sight < at - interval '1 minute' then
    update session set
      seen_at = at,
      expires_at = least(at + make_interval(hours => idle_hours), started_at + interval '12 hours')
    where session.token_hash = the_hash;
  end if;

  who.account := begin_as.account;
  who.party := begin_as.party;
  if its_face = 'portal' then
    who.parties := array(
      select who.party
      union
      select mandate.party from mandate
      where mandate.account = who.account
        and from_on <= today and coalesce(until_on >= today, true)
    );
    who := with_cases(who);
  else
    who.parties := array[who.party];
    select array_agg(membership.role order by membership.role), max(membership.body),
      coalesce(bool_or(office_role.of in ('service', 'watch')), false)
    into who.roles, who.body, who.sees_all
    from membership join office_role using (role)
    where membership.party = who.party
      and from_on <= today and coalesce(until_on >= today, true);
    begin_as.roles := who.roles;
    begin_as.body := who.body;
  end if;
  begin_as.policy := policy_in_force();
  perform act_as(who);
end
$function$;

CREATE OR REPLACE FUNCTION public.begin_case(the_case json, the_parties json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_id uuid := (the_case ->> 'id')::uuid;
  the_status text := the_case ->> 'about_status';
  the_decision uuid := (the_case ->> 'about_decision')::uuid;
  its_parties uuid[] := array(
    select party from json_to_recordset(the_parties) as had (party uuid)
  );
begin
  if not is_owner() and not coalesce(case session_user
    when 'kecid_portal' then its_parties <@ who.parties and (
      the_decision is null or exists (
        select from decision
        where id = the_decision and case_id = any (who.own_cases) and subject = any (its_parties)
      )
    )
    when 'kecid_office' then who.sees_all and the_status is not null and exists (
      select from status where number = the_status and holder = any (its_parties)
    )
    when 'kecid_jobs' then who.own_cases is null and exists (
      select from effect join status on number = target
      where effect.id = who.effect and effect.effect = 'open' and target = the_status
        and its_parties = array[holder]
    )
  end, false) then
    raise exception 'nobody begins a case for these' using errcode = '42501';
  end if;
  if not exists (
    select from policy_document join type_step on type_step.type_hash = policy_document.hash
    where policy_document.kind = 'case-type' and policy_document.code = the_case ->> 'type'
      and type_step.kind = 'begin' and to_state = the_case ->> 'state'
      and to_stage = the_case ->> 'stage'
      and (session_user <> 'kecid_office' or by_roles && who.roles)
      and (session_user <> 'kecid_jobs' or 'system' = any (by_roles))
  ) then
    raise exception 'no published type begins like that' using errcode = '42501';
  end if;

  insert into case_file (
    id, type, state, stage, state_since, version, about_status, about_decision, opened_on,
    changed_at
  )
  select id, type, state, stage, opened_on, 0, about_status, the_decision, opened_on, changed_at
  from json_to_record(the_case) as begun (
    id uuid, type text, state text, stage text, about_status text, opened_on date,
    changed_at timestamptz
  );

  insert into case_party (case_id, party, role, is_subject, state, from_on)
  select the_id, party, role, is_subject, case when is_subject then 'open' end,
    (the_case ->> 'opened_on')::date
  from json_to_recordset(the_parties) as had (party uuid, role text, is_subject boolean);

  -- From here on it is one of theirs.
  if session_user = 'kecid_portal' then
    who.own_cases := who.own_cases || the_id;
    if exists (
      select from json_to_recordset(the_parties) as had (party uuid, is_subject boolean)
      where party = any (who.parties) and not is_subject
    ) then
      who.whole_cases := who.whole_cases || the_id;
    end if;
    perform act_as(who);
  elsif session_user = 'kecid_jobs' then
    who.own_cases := array[the_id];
    perform act_as(who);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.begin_upload(the_case uuid, the_subject uuid, the_upload json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_writes_in(the_case, the_subject);
  insert into upload (id, case_id, subject, kind, name_sealed, bytes, started_at)
  select id, the_case, the_subject, kind, decode(name_sealed, 'base64'), bytes, started_at
  from json_to_record(the_upload) as begun (
    id uuid, kind text, name_sealed text, bytes integer, started_at timestamptz
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.believed(the_moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when exists (select from own_time) then the_moment else least(the_moment, now()) end
$function$;

CREATE OR REPLACE FUNCTION public.check_role(the_roles text[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not is_owner() and not coalesce((acting()).roles && the_roles, false) then
    raise exception 'this is not for whoever acts' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_step(the_case json, the_event json)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_id uuid := (the_case ->> 'id')::uuid;
  the_actor uuid := (the_event ->> 'actor')::uuid;
  the_role text := the_event ->> 'role';
  the_step text := the_event ->> 'step';
  was case_file;
  begins boolean;
  way type_step;
begin
  select * into was from case_file where id = the_id;
  begins := was.version = 0;
  if not is_owner() and not coalesce(case session_user
    when 'kecid_portal' then the_actor = any (who.parties) and the_id = any (who.own_cases)
      and exists (
        select from case_party
        where case_id = the_id and party = the_actor and role = the_role and until_on is null
      )
    when 'kecid_office' then is_their_act(the_event)
      and (begins or sees_case(the_id))
      and not exists (
        select from case_party
        where case_id = the_id and party = the_actor and until_on is null
      )
    when 'kecid_jobs' then the_id = any (who.own_cases)
      and the_actor is null and the_role = 'system'
  end, false) then
    raise exception 'this step is not for whoever acts' using errcode = '42501';
  end if;

  select type_step.* into way from type_step
  where type_hash in (
      select types_of_case(the_id) where the_case ->> 'typeHash' is null
      union all
      select the_case ->> 'typeHash'
      where exists (
        select from policy_document
        where hash = the_case ->> 'typeHash' and kind = 'case-type' and code = was.type
      ) and (was.type_hash is null or was.type_hash = the_case ->> 'typeHash')
    )
    and step = the_step and kind = the_event ->> 'kind'
    and from_state = case when begins then '' else was.state end
    and to_state = the_case ->> 'state' and to_stage = the_case ->> 'stage'
    and to_state = the_event ->> 'to_state' and the_role = any (by_roles)
  limit 1;
  if not found then
    raise exception 'no published type has the step % from % to %',
      the_step, was.state, the_case ->> 'state' using errcode = '42501';
  end if;
  if the_actor in (
    (
      select actor from event where case_id = the_id and event.step = way.not_by
      order by seq desc limit 1
    ),
    (
      -- Time may have proposed since somebody did.
      select actor from event
      where way.kind = 'decide' and case_id = the_id and (
        event.kind = 'propose' or event.kind = 'lapse' and exists (
          select from type_step as led
          where led.type_hash = way.type_hash and led.step = event.step and to_state <> from_state
        )
      )
      order by seq desc limit 1
    )
  ) then
    raise exception 'another person must take the step %', the_step using errcode = '42501';
  end if;
  if way.kind in ('propose', 'decide') and exists (
    select from decision join event on event.case_id = decision.case_id
    where decision.id = was.about_decision and event.actor = the_actor
  ) then
    raise exception 'nobody decides about what they took part in' using errcode = '42501';
  end if;
  if was.number <> the_case ->> 'number' then
    raise exception 'a case keeps its number' using errcode = '42501';
  end if;
  if the_event ->> 'cause' is not null and not coalesce(is_owner() or (
    select event.id = (the_event ->> 'cause')::uuid
    from effect join decision on decision.id = effect.decision join event on event.id = decided_by
    where effect.id = who.effect
  ), false) then
    raise exception 'this step does not follow from that one' using errcode = '42501';
  end if;
  perform is_by_policy_in_force((the_event ->> 'policy')::bigint);
end
$function$;

CREATE OR REPLACE FUNCTION public.check_writes_in(the_case uuid, the_subject uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not writes_in(the_case, the_subject) then
    raise exception 'this case is not to be written in' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.come_as_new(the_account uuid, the_party uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  if exists (select from account where the_account = id or the_party = party)
    or exists (select from party where id = the_party)
  then
    raise exception 'they are not new' using errcode = '42501';
  end if;
  who.account := the_account;
  who.party := the_party;
  who.parties := array[the_party];
  perform act_as(who);
end
$function$;

CREATE OR REPLACE FUNCTION public.come_with(the_kind text, the_proof bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  select account.id, account.party, array[account.party] into who.account, who.party, who.parties
  from account
  where id = case the_kind
    when 'e-mail' then (
      select account from credential
      where kind = 'e-mail' and index = the_proof and ended_at is null
    )
    when 'link' then (select account from account_link where token_hash = the_proof)
    when 'session' then (select account from session where token_hash = the_proof)
  end;
  perform act_as(who);
end
$function$;

CREATE OR REPLACE FUNCTION public.confirm_time(the_confirmation json, the_leaf json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_actor uuid := (the_confirmation ->> 'actor')::uuid;
begin
  perform check_role('{administrator}');
  if not is_owner() and the_actor is distinct from (acting()).party then
    raise exception 'each answers for themselves' using errcode = '42501';
  end if;
  update trusted_time set
    ran_at = shown.found_at, ahead_ms = shown.found_ahead_ms, doubt = null, found_at = null,
    found_ahead_ms = null
  from json_to_record(the_confirmation) as shown (
    doubt text, found_at timestamptz, found_ahead_ms bigint, was_found_at timestamptz
  )
  where trusted_time.doubt = shown.doubt and trusted_time.found_at = shown.was_found_at;
  if not found then
    return false;
  end if;
  insert into time_confirmation (id, actor, doubt, found_at, found_ahead_ms, confirmed_at)
  select id, the_actor, doubt, found_at, found_ahead_ms, confirmed_at
  from json_to_record(the_confirmation) as confirmed (
    id uuid, doubt text, found_at timestamptz, found_ahead_ms bigint, confirmed_at timestamptz
  );
  perform enter_leaf(the_actor, null, the_leaf);
  insert into waiting_job (task, payload) values ('watch-terms', '{}');
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.contested_before(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from decision
    join case_file on about_decision = decision.id and stage <> 'ended' and number is not null
    where decision.case_id = the_case and shown_to_asked(case_file.id)
  )
$function$;

CREATE OR REPLACE FUNCTION public.days_to_follow(after_case uuid)
 RETURNS TABLE(case_id uuid, task uuid, counted jsonb, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with page as (
    select id, case_file.counted, case_file.due_on from case_file
    where id > after_case and stage <> 'ended'
    order by id
    limit 200
  )
  select id, null::uuid, page.counted, page.due_on from page
  union all
  select task.case_id, task.id, task.counted, task.due_on
  from page join task on task.case_id = page.id and state = 'open'
  order by 1
$function$;

CREATE OR REPLACE FUNCTION public.document_shown(the_case uuid, the_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from tasks_asked(the_case) as task
    where task.shows is null or task.shows -> 'documents' ? the_kind
  ) or is_of_council(the_case)
$function$;

CREATE OR REPLACE FUNCTION public.draw_acting_key()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into acting_key (bytes)
  values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
  on conflict (id) do update set bytes = excluded.bytes
$function$;

CREATE OR REPLACE FUNCTION public.effects_waiting(after_effect uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from effect where state = 'waiting' and id > after_effect order by id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.end_session(the_hash bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from session where token_hash = the_hash
$function$;

CREATE OR REPLACE FUNCTION public.end_status(the_number text, the_day date, the_end text, the_leaf json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was status;
begin
  update status set state = 'ended', ended_as = the_end
  where number = the_number and state <> 'ended' and until_on < reached(the_day)
  returning * into was;
  if found then
    perform enter_leaf(was.holder, was.case_id, the_leaf);
    perform leave_resting(the_number, null);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.end_upload(the_upload uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from upload
  where id = the_upload and (is_owner() or case_id = any ((acting()).own_cases))
$function$;

CREATE OR REPLACE FUNCTION public.enter_leaf(the_party uuid, the_case uuid, the_leaf json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into ledger_leaf (leaf, leaf_hash, opening, party, case_id)
  select decode(leaf, 'base64'), decode(leaf_hash, 'base64'), decode(opening, 'base64'), the_party,
    the_case
  from json_to_record(the_leaf) as entry (leaf text, leaf_hash text, opening text)
$function$;

CREATE OR REPLACE FUNCTION public.erase_draft(the_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from event where case_id = the_case and kind = 'file')
    or exists (select from decision where case_id = the_case)
    or not exists (select from keys.tombstone where kind = 'case' and id = the_case)
    or session_user <> 'kecid_jobs' and not sees_case(the_case)
  then
    raise exception 'only a draft that was thrown away is erased';
  end if;

  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where case_id = the_case and lying.address is not null
  ));
  update ledger_leaf set opening = null, party = null, case_id = null
  where party in (select party from case_party where case_party.case_id = the_case)
    and case_id = the_case and opening is not null;
  delete from letter where case_id = the_case;
  delete from upload where case_id = the_case;
  delete from document where case_id = the_case;
  delete from answer where case_id = the_case;
  delete from task where case_id = the_case;
  delete from event where case_id = the_case;
  delete from case_party where case_id = the_case;
  delete from case_file where id = the_case;
end
$function$;

CREATE OR REPLACE FUNCTION public.erase_party(the_party uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its_cases uuid[] := array(
    select distinct case_id from case_party where party = the_party order by case_id
  );
  its_account uuid;
begin
  if not exists (select from keys.tombstone where kind = 'party' and id = the_party) then
    raise exception 'a party is erased once its key is';
  end if;
  perform from case_file where id = any (its_cases) order by id for update;
  perform from party where id = the_party for update;
  select id into its_account from account where party = the_party for update;

  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where case_id = any (its_cases) and subject = the_party and lying.address is not null
  ));
  update ledger_leaf set opening = null, party = null, case_id = null
  where party = the_party and opening is not null;
  update telling set letter = null
  where letter in (
    select id from letter
    where case_id = any (its_cases) and subject = the_party
      or letter.party = the_party and subject is null
  );
  delete from letter
  where case_id = any (its_cases) and subject = the_party
    or party = the_party and subject is null;
  delete from upload where case_id = any (its_cases) and subject = the_party;
  delete from document where case_id = any (its_cases) and subject = the_party;
  delete from answer where case_id = any (its_cases) and subject = the_party;
  update event set sealed = null, readable = '{}'
  where case_id = any (its_cases) and subject = the_party;
  update decision set record_sealed = ''
  where case_id = any (its_cases) and subject = the_party;
  -- Nobody finds a status by what only its paper and its holder tell.
  update status set
    code_sealed = '',
    code_index = sha256(gen_random_uuid()::text::bytea),
    holder_index = sha256(gen_random_uuid()::text::bytea)
  where holder = the_party and code_sealed <> '';
  update task set state = 'dropped', closed_by = opened_by, version = version + 1
  where case_id = any (its_cases) and state = 'open' and subject = the_party;
  -- Of a case of somebody else, whoever acted in it is gone, and the case goes on.
  update task set owner_party = null, version = version + 1
  where case_id = any (its_cases) and state = 'open' and owner_party = the_party;
  update case_party set until_on = from_on
  where party = the_party and not is_subject and until_on is null;

  delete from party_index where party = the_party;
  delete from party_link where the_party in (party, other);
  delete from relation where the_party in (party, other);
  delete from mandate where party = the_party or account = its_account;
  delete from session where account = its_account;
  delete from account_link where account = its_account;
  delete from credential where account = its_account;
  update account set name_sealed = null, closed_at = coalesce(closed_at, now())
  where id = its_account;
  update party set erased_at = (
    select tombstone.erased_at from keys.tombstone where kind = 'party' and id = the_party
  )
  where id = the_party;
end
$function$;

CREATE OR REPLACE FUNCTION public.erasing_of(the_number text)
 RETURNS TABLE(party uuid, case_id uuid, erased boolean, cases bigint, documents bigint, open bigint, statuses bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select party.id, case_file.id, erased_at is not null,
    (select count(*) from case_party as theirs where theirs.party = party.id),
    (
      select count(*) from document
      where subject = party.id and document.case_id in (
        select theirs.case_id from case_party as theirs where theirs.party = party.id
      )
    ),
    (
      select count(*) from case_party as theirs join case_file as sent on sent.id = theirs.case_id
      where theirs.party = party.id and theirs.is_subject and sent.filed_on is not null
        and theirs.state in ('open', 'returned')
    ),
    (select count(*) from status where holder = party.id and status.state <> 'ended')
  from case_file
  join case_party on case_party.case_id = case_file.id and is_subject
  join party on party.id = case_party.party
  where number = the_number
$function$;

CREATE OR REPLACE FUNCTION public.follow_days(the_days json)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with wanted as (
    select * from json_to_recordset(the_days)
      as wanted (case_id uuid, task uuid, counted jsonb, due_on date)
    where due_on >= soonest(counted)
  ),
  free_case as (
    select case_file.id, wanted.due_on from wanted
    join case_file on case_file.id = wanted.case_id and case_file.counted = wanted.counted
    where wanted.task is null
    order by case_file.id
    for no key update of case_file skip locked
  ),
  free_task as (
    select task.case_id, task.id, wanted.due_on from wanted
    join task on task.case_id = wanted.case_id and task.id = wanted.task
      and task.counted = wanted.counted and task.state = 'open'
    order by task.case_id, task.id
    for no key update of task skip locked
  ),
  moved_case as (
    update case_file set due_on = free_case.due_on from free_case
    where case_file.id = free_case.id
    returning 1
  ),
  moved_task as (
    update task set due_on = free_task.due_on from free_task
    where task.case_id = free_task.case_id and task.id = free_task.id
    returning 1
  )
  select ((select count(*) from moved_case) + (select count(*) from moved_task))::integer
$function$;

CREATE OR REPLACE FUNCTION public.forget_ended(the_moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  at timestamptz := believed(the_moment);
  over uuid[];
begin
  perform forget_sessions(at);
  delete from attempt where window_start < at - interval '1 day';
  delete from upload where started_at < at - interval '1 day';
  over := array(
    select id from document where erase_at <= at order by erase_at limit 200 for update skip locked
  );
  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where id = any (over) and lying.address is not null
  ));
  delete from document where id = any (over);
  return cardinality(over);
end
$function$;

CREATE OR REPLACE FUNCTION public.forget_sessions(the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from session where expires_at < the_moment
$function$;

CREATE OR REPLACE FUNCTION public.forget_task_drafts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from task_draft where case_id = new.case_id and task = new.id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.has_cases()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_file)
$function$;

CREATE OR REPLACE FUNCTION public.hold_case(the_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  if session_user = 'kecid_jobs' then
    who.own_cases := array(
      select case_id from task
      where case_id = the_case and state = 'open' and silence is not null
        and due_on < reached('infinity')
    );
    perform act_as(who);
  end if;
  if not sees_case(the_case) then
    return false;
  end if;
  perform from case_file where id = the_case for update;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.hold_party(the_party uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not is_owner() and coalesce(the_party <> all ((acting()).parties), true) then
    raise exception 'a party is held by whoever acts for it' using errcode = '42501';
  end if;
  perform from party where id = the_party for no key update;
  if not is_owner() then
    perform act_as(with_cases(acting()));
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.holds_up(the_case uuid, the_number text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from status
  where number = the_number and state = 'in-force' and holder in (
    select party from case_party where case_id = the_case and until_on is null
  )
  for share;
  if not found and the_number is not null then
    raise exception 'nothing rests on the status %', the_number using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.is_by_policy_in_force(the_version bigint)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if the_version is distinct from policy_in_force() then
    raise exception 'policy is at another version than %', the_version using errcode = 'KC001';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  was jsonb;
  will jsonb;
  may text;
  from_value text;
  is_emptied boolean;
  -- Counted from the others after this was asked.
  counted text[] := array(
    select attname from pg_attribute where attrelid = tg_relid and attgenerated <> ''
  );
begin
  if current_user = (
    select pg_get_userbyid(relowner) from pg_class where pg_class.oid = tg_relid
  ) then
    if tg_op = 'UPDATE' then
      return new;
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    was := to_jsonb(old) - counted;
    will := to_jsonb(new) - counted;
    foreach may in array coalesce(tg_argv, '{}') loop
      is_emptied := may like '%!';
      from_value := nullif(split_part(may, '=', 2), '');
      may := split_part(rtrim(may, '!'), '=', 1);
      if (is_emptied and (will ->> may) is null)
        or (not is_emptied and (was ->> may) is not distinct from from_value)
      then
        was := was - may;
        will := will - may;
      end if;
    end loop;
    if was = will then
      return new;
    end if;
  end if;
  raise exception 'what was done is not changed afterwards (%)', tg_table_name;
end
$function$;

CREATE OR REPLACE FUNCTION public.is_of_council(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from acting() as who
    join office_role on office_role.role = any (who.roles) and office_role.of = 'council'
    join type_step on office_role.role = any (type_step.by_roles) and type_step.kind <> 'answer'
    join case_file on case_file.id = the_case and number is not null
    where type_step.type_hash in (select types_of_case(the_case))
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_of_now(the_writer xid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select the_writer::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295)
$function$;

CREATE OR REPLACE FUNCTION public.is_owner()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select pg_has_role(session_user, 'kecid_migrator', 'member')
$function$;

CREATE OR REPLACE FUNCTION public.is_their_act(the_act json)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (the_act ->> 'actor')::uuid = who.party and the_act ->> 'role' = any (who.roles)
    and (the_act ->> 'body') is not distinct from who.body
  from acting() as who
$function$;

CREATE OR REPLACE FUNCTION public.law_is_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and (new.type_hash, new.procedure_hash, new.scoring_hash)
      is not distinct from (old.type_hash, old.procedure_hash, old.scoring_hash)
  then
    return new;
  end if;
  if exists (
    select from (
      values
        (new.type_hash, 'case-type'), (new.procedure_hash, 'procedure'),
        (new.scoring_hash, 'scoring')
    ) as wanted (hash, kind)
    where hash is not null
      and not exists (
        select from policy_document
        where policy_document.hash = wanted.hash and policy_document.kind = wanted.kind
      )
  ) then
    raise exception 'a case rests on published policy alone';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_resting(the_number text, the_decision uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with resting as (
    insert into effect (decision, expired, effect, target, state)
    select the_decision, case when the_decision is null then the_number end, 'open', number,
      'waiting'
    from status
    where rests_on = the_number and state <> 'ended'
    returning id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' where exists (select from resting)
$function$;

CREATE OR REPLACE FUNCTION public.ledger_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ledger_leaf' then
    if (new.id, new.leaf, new.leaf_hash) = (old.id, old.leaf, old.leaf_hash)
      and (
        (new.party, new.case_id) is not distinct from (old.party, old.case_id)
        or (new.party is null and new.case_id is null and new.opening is null)
      )
      and (old.index is null or new.index = old.index)
      and (new.opening is null or new.opening = old.opening)
    then
      return new;
    end if;
  end if;
  raise exception 'the ledger is append-only';
end
$function$;

CREATE OR REPLACE FUNCTION public.left_of_erased(the_ids uuid[])
 RETURNS TABLE(kind text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'case', case_file.id from case_file
  where case_file.id in (
      select unnest(the_ids)
      union
      select case_id from case_party
      join keys.tombstone on tombstone.kind = 'party' and tombstone.id = party
      where party = any (the_ids) and is_subject
    )
    and case_file.number is null
    and not exists (select from event where case_id = case_file.id and event.kind = 'file')
    and not exists (select from decision where case_id = case_file.id)
  union all
  select 'party', party.id from party
  where party.id = any (the_ids) and (
    party.erased_at is null
    or exists (
      select from account join credential on credential.account = account.id
      where account.party = party.id
    )
    or exists (
      select from case_party join answer on answer.case_id = case_party.case_id
      where case_party.party = party.id and answer.subject = party.id
    )
  )
$function$;

CREATE OR REPLACE FUNCTION public.letter_to_send(the_letter uuid)
 RETURNS TABLE(id uuid, party uuid, subject uuid, case_id uuid, code text, language text, content_sealed bytea, written_at timestamp with time zone, account uuid, address bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select letter.id, letter.party, letter.subject, letter.case_id, letter.code, letter.language,
    letter.content_sealed, letter.written_at, account.id, credential.sealed
  from letter
  join account on account.party = letter.party and face = 'portal' and closed_at is null
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  where letter.id = the_letter and sent_at is null and refused_at is null
$function$;

CREATE OR REPLACE FUNCTION public.link_to_send(the_hash bytea, the_moment timestamp with time zone)
 RETURNS TABLE(account uuid, party uuid, language text, address bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select account.id, account.party, account.language, credential.sealed
  from account_link
  join account on account.id = account_link.account and face = 'portal' and closed_at is null
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  where token_hash = the_hash and account_link.used_at is null and expires_at > the_moment
$function$;

CREATE OR REPLACE FUNCTION public.named_among(the_addresses text[], the_ids uuid[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select address from document where address = any (the_addresses)
  union all
  select shown_address from document where shown_address = any (the_addresses)
  union all
  select id::text from party where id = any (the_ids)
  union all
  select id::text from case_file where id = any (the_ids)
$function$;

CREATE OR REPLACE FUNCTION public.note_followed(the_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into calendars_followed (hash) values (the_hash)
  on conflict (id) do update set hash = the_hash
$function$;

CREATE OR REPLACE FUNCTION public.note_look(the_look json, the_leaf json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_case uuid := (the_look ->> 'case_id')::uuid;
  the_party uuid := (the_look ->> 'party')::uuid;
begin
  if not is_owner() and not coalesce(is_their_act(the_look)
      and (sees_case(the_case) or contested_before(the_case)), false)
    or not exists (
      select from case_party where case_id = the_case and party = the_party
    )
  then
    raise exception 'looks are noted by whoever looks' using errcode = '42501';
  end if;

  insert into look (id, at, actor, role, body, page, party, case_id)
  select id, at, actor, role, body, page, the_party, the_case
  from json_to_record(the_look) as looked (
    id uuid, at timestamptz, actor uuid, role text, body text, page text
  );
  perform enter_leaf(the_party, the_case, the_leaf);
end
$function$;

CREATE OR REPLACE FUNCTION public.note_sending(the_letter uuid, the_moment timestamp with time zone, was_sent boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update letter set
    sent_at = case when was_sent then the_moment end,
    refused_at = case when not was_sent then the_moment end,
    send_from = null
  where id = the_letter and sent_at is null and refused_at is null
$function$;

CREATE OR REPLACE FUNCTION public.note_telling(the_telling json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_party uuid := (the_telling ->> 'party')::uuid;
  the_decision uuid := (the_telling ->> 'decision')::uuid;
begin
  if not exists (
    select from decision join case_party using (case_id)
    where decision.id = the_decision and party = the_party
      and (is_owner() or case_id = any ((acting()).own_cases) and party = any ((acting()).parties))
  ) then
    raise exception 'people are told of decisions about them' using errcode = '42501';
  end if;
  insert into telling (id, decision, party, means, told_on, recorded_at)
  select id, the_decision, the_party, 'account', told_on, recorded_at
  from json_to_record(the_telling) as told (id uuid, told_on date, recorded_at timestamptz)
  on conflict do nothing;
end
$function$;

CREATE OR REPLACE FUNCTION public.number_of_code(the_code bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select number from status where code_index = the_code
$function$;

CREATE OR REPLACE FUNCTION public.official_to_tell(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone)
 RETURNS TABLE(language text, address bytea, times jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select account.language, credential.sealed, (
    select jsonb_agg(distinct time_given)
    from tasks_of_official(the_account, (the_until at time zone 'Asia/Baku')::date)
    where came_at < the_after and due_on >= (the_after at time zone 'Asia/Baku')::date - 31
  )
  from account
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  where account.id = the_account and face = 'office' and closed_at is null and exists (
    select from membership
    where membership.party = account.party
      and from_on <= (the_until at time zone 'Asia/Baku')::date
      and coalesce(until_on >= (the_until at time zone 'Asia/Baku')::date, true)
  )
$function$;

CREATE OR REPLACE FUNCTION public.people_asked(the_case uuid, the_role text, the_day date)
 RETURNS TABLE(party uuid, took_part boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with earlier as (
    select coalesce(about_case, decision.case_id, status.case_id) as case_id
    from case_file
    left join decision on decision.id = about_decision
    left join status on status.number = about_status
    where case_file.id = the_case and sees_case(the_case)
  )
  select distinct membership.party, exists (
    select from event where event.case_id = earlier.case_id and event.actor = membership.party
  )
  from membership, earlier
  where membership.role = the_role and from_on <= the_day and coalesce(until_on >= the_day, true)
  order by membership.party
$function$;

CREATE OR REPLACE FUNCTION public.policy_in_force()
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(max(id), 0) from policy_version
$function$;

CREATE OR REPLACE FUNCTION public.policy_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'published policy is kept as it is';
end
$function$;

CREATE OR REPLACE FUNCTION public.proof_of(ours bytea, who text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(ours || sha256(ours || convert_to(
    concat_ws('|', who, pg_backend_pid(), extract(epoch from now()), session_user), 'UTF8'
  ))), 'hex')
$function$;

CREATE OR REPLACE FUNCTION public.put_document(the_case uuid, the_subject uuid, the_document json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_writes_in(the_case, the_subject);
  insert into document (
    id, case_id, subject, kind, name_sealed, media, bytes, pages, address, sha256, shown_address,
    shown_sha256, shown_bytes, added_at
  )
  select id, the_case, the_subject, kind, decode(name_sealed, 'base64'), media, bytes, pages,
    address, decode(sha256, 'base64'), shown_address, decode(shown_sha256, 'base64'), shown_bytes,
    added_at
  from json_to_record(the_document) as put (
    id uuid, kind text, name_sealed text, media text, bytes integer, pages integer, address text,
    sha256 text, shown_address text, shown_sha256 text, shown_bytes integer, added_at timestamptz
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.reached(the_day date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select least(the_day, (believed('infinity') at time zone 'Asia/Baku')::date)
$function$;

CREATE OR REPLACE FUNCTION public.record_decision(the_decision json, the_effects json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_id uuid := (the_decision ->> 'id')::uuid;
  the_case uuid := (the_decision ->> 'case_id')::uuid;
  the_subject uuid := (the_decision ->> 'subject')::uuid;
  the_event uuid := (the_decision ->> 'decided_by')::uuid;
  allowed text[];
  each json;
begin
  if not exists (
    select from event
    where id = the_event and case_id = the_case and kind = 'decide' and is_of_now(event.xmin)
  ) or not exists (
    select from case_party where case_id = the_case and party = the_subject and is_subject
  ) then
    raise exception 'a decision follows the step that decides' using errcode = '42501';
  end if;
  select effects into allowed from type_outcome
  where type_hash in (select types_of_case(the_case)) and outcome = the_decision ->> 'outcome';
  if not found then
    raise exception 'no published type decides %', the_decision ->> 'outcome'
      using errcode = '42501';
  end if;

  insert into decision (
    id, case_id, subject, outcome, supersedes, record_sealed, record_hash, decided_on, decided_by
  )
  select the_id, the_case, the_subject, outcome, (
      select earlier.id from decision as earlier
      where earlier.case_id = the_case and earlier.subject = the_subject and not exists (
        select from decision as later where later.supersedes = earlier.id
      )
    ), decode(record_sealed, 'base64'), record_hash, decided_on, the_event
  from json_to_record(the_decision) as decided (
    outcome text, record_sealed text, record_hash text, decided_on date
  );

  for each in select value from json_array_elements(the_effects) loop
    if concat_ws(' ', each ->> 'effect', each ->> 'what') <> all (allowed)
      and not (each ->> 'effect' = 'restore' and 'set-aside' = any (allowed))
    then
      raise exception 'the outcome does not %', each ->> 'effect' using errcode = '42501';
    end if;
    if each ->> 'effect' = 'issue' then
      perform holds_up(the_case, each -> 'status' ->> 'rests_on');
      insert into status (
        number, kind, holder, case_id, given_by, rests_on, code_index, holder_index, code_sealed,
        field, from_on, until_on, state, issued_at
      )
      select each ->> 'target', each ->> 'what', the_subject, the_case, the_id, rests_on,
        decode(code_index, 'base64'), decode(holder_index, 'base64'),
        decode(code_sealed, 'base64'), field, from_on, until_on, 'in-force', issued_at
      from json_to_record(each -> 'status') as given (
        rests_on text, code_index text, holder_index text, code_sealed text, field text,
        from_on date, until_on date, issued_at timestamptz
      );
    elsif each ->> 'effect' in ('set-aside', 'restore', 'reopen') then
      perform undo_decision(the_case, the_id, each);
    else
      update status set state = 'ended', ended_as = each ->> 'what', ended_by = the_event
      where number = each ->> 'target' and state <> 'ended' and number = (
        select about_status from case_file where id = the_case
      );
      if not found then
        raise exception 'the status % was in force', each ->> 'target';
      end if;
      perform leave_resting(each ->> 'target', the_id);
    end if;

    if each ->> 'effect' <> 'reopen' then
      perform enter_leaf(the_subject, the_case, each -> 'leaf');
    end if;
    insert into effect (decision, effect, target, step, state)
    values (
      the_id, each ->> 'effect', each ->> 'target', each ->> 'step',
      case each ->> 'effect' when 'reopen' then 'waiting' else 'done' end
    );
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
begin
  perform check_step(the_case, the_event);
  update case_file set
    state = the_case ->> 'state',
    stage = the_case ->> 'stage',
    state_since = (the_case ->> 'stateSince')::date,
    version = (the_case ->> 'version')::integer,
    number = coalesce(the_case ->> 'number', number),
    type_hash = coalesce(the_case ->> 'typeHash', type_hash),
    procedure_hash = coalesce(the_case ->> 'procedureHash', procedure_hash),
    scoring_hash = coalesce(the_case ->> 'scoringHash', scoring_hash),
    field = coalesce(the_case ->> 'field', field),
    filed_on = coalesce((the_case ->> 'filedOn')::date, filed_on),
    ended_on = (the_case ->> 'endedOn')::date,
    counted = (the_case -> 'counted')::jsonb,
    due_on = (the_case ->> 'dueOn')::date,
    told_on = (the_case ->> 'toldOn')::date,
    changed_at = (the_case ->> 'changedAt')::timestamptz
  where id = the_id and version = (the_case ->> 'versionBefore')::integer;
  if not found then
    return false;
  end if;

  update case_party set state = the_case ->> 'subjectState'
  where case_id = the_id and is_subject and state <> the_case ->> 'subjectState';

  insert into event (
    case_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on, happened_at,
    recorded_at, cause, policy, audience, readable, sealed
  )
  select the_id, seq, id, kind, step, subject, actor, role, body, to_state, happened_on,
    happened_at, recorded_at, cause, policy, audience, readable, decode(sealed, 'base64')
  from json_to_record(the_event) as happened (
    seq integer, id uuid, kind text, step text, subject uuid, actor uuid, role text, body text,
    to_state text, happened_on date, happened_at timestamptz, recorded_at timestamptz, cause uuid,
    policy bigint, audience text, readable jsonb, sealed text
  );

  perform enter_leaf((the_leaf ->> 'party')::uuid, the_id, the_leaf);

  if exists (
    select from json_to_recordset(the_letters) as written (party uuid)
    where party not in (select case_party.party from case_party where case_id = the_id)
  ) then
    raise exception 'letters of a case go to those who have it' using errcode = '42501';
  end if;
  insert into letter (
    id, party, subject, case_id, code, language, content_sealed, written_at, send_from
  )
  select id, party, subject, the_id, code, language, decode(content_sealed, 'base64'),
    written_at, send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, subject uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );

  perform record_tasks(the_id, the_event, the_tasks);

  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid, send_from timestamptz)
  where send_from is null;

  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.record_tasks(the_case uuid, the_event json, the_tasks json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Of a step of time that was taken back nobody is told: its letters are still here.
  if the_event ->> 'kind' = 'reopen' and (the_event -> 'readable' ->> 'done')::boolean
    and the_event -> 'readable' ->> 'decision' is null
  then
    delete from letter where case_id = the_case and send_from is not null;
  end if;

  with wanted as (
    select * from json_to_recordset(the_tasks) as wanted (
      kind text, step text, owner_body text, owner_party uuid, counted jsonb, due_on date,
      silence text, shows jsonb
    )
  )
  update task set
    counted = wanted.counted, due_on = wanted.due_on, silence = wanted.silence,
    shows = wanted.shows, version = version + 1
  from wanted
  where case_id = the_case and state = 'open'
    and task.kind = wanted.kind and task.step = wanted.step
    and (task.owner_body, task.owner_party)
      is not distinct from (wanted.owner_body, wanted.owner_party)
    and (task.counted, task.due_on, task.silence, task.shows)
      is distinct from (wanted.counted, wanted.due_on, wanted.silence, wanted.shows);

  update task set
    state = case
      when case kind
        when 'next-move' then owner_role = the_event ->> 'role'
        else the_event ->> 'kind' = 'answer' and step = the_event ->> 'step'
      end then 'done'
      else 'dropped'
    end,
    closed_by = (the_event ->> 'id')::uuid,
    version = version + 1
  where case_id = the_case and state = 'open' and not exists (
    select from json_to_recordset(the_tasks) as wanted (
      kind text, step text, owner_body text, owner_party uuid
    )
    where task.kind = wanted.kind and task.step = wanted.step
      and (task.owner_body, task.owner_party)
        is not distinct from (wanted.owner_body, wanted.owner_party)
  );

  insert into task (
    id, case_id, subject, kind, step, owner_role, owner_party, owner_body, counted, due_on, silence,
    shows, state, opened_by
  )
  select id, the_case, subject, kind, step, owner_role, owner_party, owner_body, counted, due_on,
    silence, shows, 'open', (the_event ->> 'id')::uuid
  from json_to_recordset(the_tasks) as wanted (
    id uuid, subject uuid, kind text, step text, owner_role text, owner_party uuid,
    owner_body text, counted jsonb, due_on date, silence text, shows jsonb
  )
  where not exists (
    select from task
    where case_id = the_case and task.state = 'open'
      and task.kind = wanted.kind and task.step = wanted.step
      and (task.owner_body, task.owner_party)
        is not distinct from (wanted.owner_body, wanted.owner_party)
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.release_letters(the_moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  released uuid[] := array(
    select id from letter where send_from <= believed(the_moment)
    order by send_from limit 200 for update
  );
begin
  update letter set send_from = null where id = any (released);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id) from unnest(released) as id;
  return cardinality(released);
end
$function$;

CREATE OR REPLACE FUNCTION public.remove_files(the_addresses text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into waiting_job (task, payload)
  select 'remove-files', json_build_object('addresses', to_json(the_addresses))
  where cardinality(the_addresses) > 0
$function$;

CREATE OR REPLACE FUNCTION public.save_answer(the_case uuid, the_subject uuid, the_block json, the_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was integer := (the_block ->> 'version')::integer;
begin
  perform check_writes_in(the_case, the_subject);
  if was = 0 then
    insert into answer (case_id, subject, block, version, readable, sealed, saved_at)
    select the_case, the_subject, block, 1, readable, the_sealed, saved_at
    from json_to_record(the_block) as saved (block text, readable jsonb, saved_at timestamptz)
    on conflict do nothing;
  else
    update answer set
      version = was + 1, readable = saved.readable, sealed = the_sealed, saved_at = saved.saved_at
    from json_to_record(the_block) as saved (block text, readable jsonb, saved_at timestamptz)
    where case_id = the_case and subject = the_subject and answer.block = saved.block
      and version = was;
  end if;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.save_task_draft(the_case uuid, the_task uuid, the_moment timestamp with time zone, the_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into task_draft (case_id, task, official, saved_at, sealed)
  select the_case, the_task, (acting()).party, the_moment, the_sealed
  from tasks_asked(the_case) as owed
  where owed.id = the_task and owed.state = 'open'
  on conflict (case_id, task, official) do update
    set saved_at = excluded.saved_at, sealed = excluded.sealed;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.sees_case(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(case session_user
    when 'kecid_portal' then the_case = any ((acting()).own_cases)
    when 'kecid_jobs' then the_case = any ((acting()).own_cases)
    when 'kecid_office' then exists (
      select from case_file
      where id = the_case and number is not null and ((acting()).sees_all or shown_to_asked(the_case))
    )
    else is_owner()
  end, false)
$function$;

CREATE OR REPLACE FUNCTION public.sent_in_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from event
    where case_id = new.case_id and kind = 'file' and readable -> 'documents' ? new.id::text
  ) then
    raise exception 'what was sent in is kept';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.set_language(the_language text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update account set language = the_language where id = (acting()).account
$function$;

CREATE OR REPLACE FUNCTION public.shown_to_asked(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from tasks_asked(the_case)) or is_of_council(the_case)
$function$;

CREATE OR REPLACE FUNCTION public.soonest(the_counted jsonb)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select greatest(
    (the_counted ->> 'from')::date + coalesce((
      select sum(length * case unit when 'months' then 28 when 'years' then 365 else 1 end)::integer
      from jsonb_to_recordset(the_counted -> 'terms') as term (length integer, unit text)
    ), 0),
    (the_counted ->> 'told')::date
  )
$function$;

CREATE OR REPLACE FUNCTION public.statuses_to_end(the_day date, after_day date, after_number text)
 RETURNS TABLE(number text, kind text, case_id uuid, holder uuid, until_on date, procedure_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status.number, kind, case_id, holder, until_on, case_file.procedure_hash
  from status join case_file on case_file.id = case_id
  where status.state <> 'ended' and until_on < (select reached(the_day))
    and (until_on, status.number) > (after_day, after_number)
    and (select erased_at from party where party.id = holder) is null
  order by until_on, status.number
  limit 200
$function$;

CREATE OR REPLACE FUNCTION public.take_document(the_case uuid, the_document uuid, the_moment timestamp with time zone, the_end timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_writes_in(the_case, subject) from document
  where case_id = the_case and id = the_document;
  update document set removed_at = the_moment, erase_at = the_end
  where case_id = the_case and id = the_document and (removed_at is null) = (the_moment is not null);
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_effect(the_id uuid)
 RETURNS TABLE(effect text, cause uuid, decision uuid, target text, step text, kind text, in_force boolean, until_on date, holder uuid, language text, open_types text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  who acting;
  taken effect;
begin
  update effect set state = 'done' where id = the_id and state = 'waiting' returning * into taken;
  if not found then
    return;
  end if;
  who.effect := the_id;
  if taken.effect = 'reopen' then
    who.own_cases := array[taken.target::uuid];
  end if;
  perform act_as(who);
  perform from case_file
  where id = any (who.own_cases)
    or id = (select case_id from status where status.number = taken.target)
  for update;
  if taken.effect = 'reopen' then
    return query
      select taken.effect, decided_by, taken.decision, taken.target, taken.step, null, null::boolean,
        null::date, null::uuid, null, null::text[]
      from decision where decision.id = taken.decision;
  end if;
  return query
    select taken.effect, decided_by, taken.decision, taken.target, taken.step, status.kind,
      status.state = 'in-force', status.until_on, status.holder, coalesce(account.language, 'en'),
      array(select type from case_file where about_status = status.number and stage <> 'ended')
    from status
    join status as base on base.number = status.rests_on and base.state = 'ended'
    join party on party.id = status.holder and erased_at is null
    left join account on account.party = status.holder and closed_at is null
    left join decision on decision.id = taken.decision
    where taken.effect = 'open' and status.number = taken.target and status.state <> 'ended';
end
$function$;

CREATE OR REPLACE FUNCTION public.tasks_asked(the_case uuid)
 RETURNS SETOF task
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select task.*
  from acting() as who
  join case_file on case_file.id = the_case
  join task on task.case_id = the_case
    and (task.owner_body = who.body or task.owner_party = who.party)
  join event as opening on opening.id = task.opened_by
  where task.kind <> 'next-move'
    and exists (
      select from type_step
      where type_step.type_hash in (select types_of_case(the_case)) and type_step.step = task.step
        and from_state = case_file.state and by_roles && who.roles
    )
    and opening.seq >= coalesce(
      (select max(seq) from event where event.case_id = the_case and event.kind = 'ask'), 0
    )
$function$;

CREATE OR REPLACE FUNCTION public.tasks_of_official(the_account uuid, the_day date)
 RETURNS TABLE(number text, due_on date, counted jsonb, came_at timestamp with time zone, time_given jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select case_file.number, open.due_on, open.counted, came.recorded_at, jsonb_build_array(
    case_file.type, coalesce(type_hash, ''), coalesce(procedure_hash, ''), open.kind, open.step,
    came.happened_on, open.counted
  )
  from account
  cross join lateral (
    select array_agg(role) as roles, max(membership.body) as body from membership
    where membership.party = account.party
      and from_on <= the_day and coalesce(until_on >= the_day, true)
  ) as work
  cross join lateral (
    select task.* from task
    where task.state = 'open' and owner_body is null and owner_role = any (work.roles)
      and (owner_party is null or owner_party = account.party)
    union all
    select task.* from task
    where task.state = 'open' and owner_body = work.body and owner_role = any (work.roles)
  ) as open
  join case_file on case_file.id = open.case_id
  join event as came on came.id = open.opened_by
  where account.id = the_account and face = 'office' and closed_at is null
    and case_file.number is not null
$function$;

CREATE OR REPLACE FUNCTION public.terms_to_watch(the_day date, after_day date, after_case uuid)
 RETURNS TABLE(id uuid, due_on date, touched_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with page as (
    select distinct task.due_on, case_id from task
    where state = 'open' and silence is not null and task.due_on < (select reached(the_day))
      and (task.due_on, case_id) > (after_day, after_case)
    order by task.due_on, case_id
    limit 200
  )
  select case_id, page.due_on, greatest(
    (select min(recorded_at) from event where event.case_id = page.case_id),
    (select max(saved_at) from answer where answer.case_id = page.case_id),
    (select max(greatest(added_at, removed_at)) from document where document.case_id = page.case_id)
  )
  from page
  order by page.due_on, case_id
$function$;

CREATE OR REPLACE FUNCTION public.types_of_case(the_case uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_file.type_hash from case_file where id = the_case and type_hash is not null
  union all
  select policy_document.hash from case_file
  join policy_document on kind = 'case-type' and code = case_file.type
  where id = the_case and case_file.type_hash is null
$function$;

CREATE OR REPLACE FUNCTION public.undo_decision(the_case uuid, the_decision uuid, the_effect json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  contested decision;
begin
  select decision.* into contested from case_file join decision on decision.id = about_decision
  where case_file.id = the_case;
  case the_effect ->> 'effect'
    when 'set-aside' then
      update decision set set_aside_by = the_decision
      where id = contested.id and id = (the_effect ->> 'target')::uuid and set_aside_by is null
        and not exists (select from decision as later where later.supersedes = contested.id);
    when 'restore' then
      update status set state = 'in-force', ended_as = null, ended_by = null
      where number = the_effect ->> 'target' and state = 'ended' and ended_by = contested.decided_by
        and until_on >= (select decided_on from decision where id = the_decision);
    else
      insert into waiting_job (task, payload)
      select 'carry-out', '{}'
      where contested.case_id = (the_effect ->> 'target')::uuid and exists (
        select from type_step
        where type_hash in (select types_of_case(contested.case_id))
          and step = the_effect ->> 'step' and kind = 'reopen' and 'system' = any (by_roles)
      );
  end case;
  if not found then
    raise exception 'what is undone is the decision that the case is about' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.verify_status(the_number text, the_holder bytea)
 RETURNS TABLE(kind text, field text, from_on date, until_on date, scoring_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status.kind, status.field, status.from_on, status.until_on, case_file.scoring_hash
  from status join case_file on case_file.id = status.case_id
  where status.number = the_number and holder_index = the_holder and status.state = 'in-force'
$function$;

CREATE OR REPLACE FUNCTION public.waiting_for(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone, the_near jsonb)
 RETURNS TABLE(number text, counted jsonb, is_new boolean, in_all integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with waiting as (
    select open.number, min(open.due_on) as due_on,
      (array_agg(open.counted order by open.due_on))[1] as counted,
      bool_or(coalesce(came_at >= the_after, true)) as is_new
    from tasks_of_official(the_account, (the_until at time zone 'Asia/Baku')::date) as open
    where came_at < the_until and (
      coalesce(came_at >= the_after, true)
      or time_given in (select value from jsonb_array_elements(the_near))
    )
    group by open.number
  ),
  placed as (
    select *, (count(*) over part)::integer as in_all,
      row_number() over (part order by waiting.due_on, waiting.number) as place
    from waiting
    window part as (partition by waiting.is_new)
  )
  select placed.number, placed.counted, placed.is_new, placed.in_all from placed
  where place <= 20
  order by placed.due_on, placed.number
$function$;

CREATE OR REPLACE FUNCTION public.with_cases(who acting)
 RETURNS acting
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select coalesce(array_agg(distinct case_id), '{}'),
    coalesce(array_agg(distinct case_id) filter (where not is_subject), '{}')
  into who.own_cases, who.whole_cases
  from case_party
  where party = any (who.parties) and until_on is null and exists (
    select from event where event.case_id = case_party.case_id and event.audience = 'person'
  );
  return who;
end
$function$;

CREATE OR REPLACE FUNCTION public.writes_in(the_case uuid, the_subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_file
    join case_party on case_party.case_id = case_file.id
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and party = the_subject and is_subject
      and type_step.kind = 'file' and from_state = case_file.state
  ) and (
    is_owner() or coalesce(the_case = any ((acting()).own_cases)
      and (the_subject = any ((acting()).parties) or the_case = any ((acting()).whole_cases)), false)
  )
$function$;

-- Triggers

CREATE TRIGGER case_file_law BEFORE INSERT OR UPDATE OF type_hash, procedure_hash, scoring_hash ON case_file FOR EACH ROW EXECUTE FUNCTION law_is_published();
CREATE TRIGGER decision_kept BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION is_kept('set_aside_by');
CREATE TRIGGER decision_whole BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER document_sent_in BEFORE INSERT OR UPDATE OF erase_at, case_id ON document FOR EACH ROW WHEN ((new.erase_at IS NOT NULL)) EXECUTE FUNCTION sent_in_is_kept();
CREATE TRIGGER effect_kept BEFORE DELETE OR UPDATE ON effect FOR EACH ROW EXECUTE FUNCTION is_kept('state=waiting');
CREATE TRIGGER effect_whole BEFORE TRUNCATE ON effect FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER erasure_kept BEFORE DELETE OR UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER erasure_whole BEFORE TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER event_whole BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER hold_kept BEFORE DELETE OR UPDATE ON hold FOR EACH ROW EXECUTE FUNCTION is_kept('until_on', 'lifted_by');
CREATE TRIGGER hold_whole BEFORE TRUNCATE ON hold FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER ledger_leaf_kept BEFORE DELETE OR UPDATE ON ledger_leaf FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_leaf_whole BEFORE TRUNCATE ON ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_node_kept BEFORE DELETE OR UPDATE ON ledger_node FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_node_whole BEFORE TRUNCATE ON ledger_node FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER letter_kept BEFORE DELETE OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION is_kept('sent_at', 'refused_at', 'send_from!');
CREATE TRIGGER letter_whole BEFORE TRUNCATE ON letter FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER look_kept BEFORE DELETE OR UPDATE ON look FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER look_whole BEFORE TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_kept BEFORE DELETE OR UPDATE ON party_link FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_whole BEFORE TRUNCATE ON party_link FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER policy_document_kept BEFORE DELETE OR UPDATE ON policy_document FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_document_whole BEFORE TRUNCATE ON policy_document FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_kept BEFORE DELETE OR UPDATE ON policy_version FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_whole BEFORE TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_document_kept BEFORE DELETE OR UPDATE ON policy_version_document FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_document_whole BEFORE TRUNCATE ON policy_version_document FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER relation_kept BEFORE DELETE OR UPDATE ON relation FOR EACH ROW EXECUTE FUNCTION is_kept('until_on');
CREATE TRIGGER relation_whole BEFORE TRUNCATE ON relation FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER status_kept BEFORE DELETE OR UPDATE ON status FOR EACH ROW EXECUTE FUNCTION is_kept('state=in-force', 'ended_as', 'ended_by');
CREATE TRIGGER status_whole BEFORE TRUNCATE ON status FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER task_closed AFTER UPDATE OF state ON task FOR EACH ROW WHEN ((new.state <> 'open'::text)) EXECUTE FUNCTION forget_task_drafts();
CREATE TRIGGER telling_kept BEFORE DELETE OR UPDATE ON telling FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER telling_whole BEFORE TRUNCATE ON telling FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_kept BEFORE DELETE OR UPDATE ON time_confirmation FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_whole BEFORE TRUNCATE ON time_confirmation FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER type_outcome_kept BEFORE DELETE OR UPDATE ON type_outcome FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_outcome_whole BEFORE TRUNCATE ON type_outcome FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_step_kept BEFORE DELETE OR UPDATE ON type_step FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_step_whole BEFORE TRUNCATE ON type_step FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();

-- Row security

alter table account enable row level security;
alter table account_link enable row level security;
alter table acting_key enable row level security;
alter table answer enable row level security;
alter table attempt enable row level security;
alter table calendars_followed enable row level security;
alter table case_file enable row level security;
alter table case_party enable row level security;
alter table credential enable row level security;
alter table decision enable row level security;
alter table document enable row level security;
alter table effect enable row level security;
alter table erased_through enable row level security;
alter table erasure enable row level security;
alter table event enable row level security;
alter table hold enable row level security;
alter table ledger_leaf enable row level security;
alter table ledger_node enable row level security;
alter table letter enable row level security;
alter table look enable row level security;
alter table mandate enable row level security;
alter table membership enable row level security;
alter table migration enable row level security;
alter table office_role enable row level security;
alter table officials_told enable row level security;
alter table own_time enable row level security;
alter table party enable row level security;
alter table party_index enable row level security;
alter table party_link enable row level security;
alter table policy_adoption enable row level security;
alter table policy_document enable row level security;
alter table policy_version enable row level security;
alter table policy_version_document enable row level security;
alter table relation enable row level security;
alter table rights_applied enable row level security;
alter table session enable row level security;
alter table status enable row level security;
alter table task enable row level security;
alter table task_draft enable row level security;
alter table telling enable row level security;
alter table time_confirmation enable row level security;
alter table trusted_time enable row level security;
alter table type_outcome enable row level security;
alter table type_step enable row level security;
alter table upload enable row level security;
alter table upload_step enable row level security;
alter table waiting_job enable row level security;

-- Policies

create policy door on account for all to kecid_door using ((id = ( SELECT (acting()).account AS account)));
create policy jobs on account for select to kecid_jobs using ((EXISTS ( SELECT
   FROM case_party
  WHERE (case_party.party = account.party))));
create policy office on account for select to kecid_office using ((((( SELECT (acting()).party AS party) IS NOT NULL) AND (face = 'office'::text)) OR ( SELECT (acting()).sees_all AS sees_all) OR (EXISTS ( SELECT
   FROM case_party
  WHERE (case_party.party = account.party)))));
create policy portal on account for select to kecid_portal using (((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (EXISTS ( SELECT
   FROM case_party
  WHERE (case_party.party = account.party)))));
create policy door on account_link for all to kecid_door using ((account = ( SELECT (acting()).account AS account)));
create policy nobody on acting_key for all to public using (false);
create policy portal on answer for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy door on attempt for all to kecid_door using (true);
create policy nobody on calendars_followed for all to public using (false);
create policy jobs on case_file for select to kecid_jobs using ((id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on case_file for select to kecid_office using (((number IS NOT NULL) AND (( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(id) OR contested_before(id))));
create policy portal on case_file for select to kecid_portal using ((id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy reader on case_file for select to kecid_reader using (true);
create policy jobs on case_party for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on case_party for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on case_party for select to kecid_portal using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy door on credential for all to kecid_door using ((account = ( SELECT (acting()).account AS account)));
create policy jobs on decision for select to kecid_jobs using ((EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.about_decision = decision.id))));
create policy office on decision for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on decision for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy office on document for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR document_shown(case_id, kind) OR contested_before(case_id)));
create policy portal on document for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy office on effect for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy jobs on erased_through for all to kecid_jobs using (true);
create policy jobs on erasure for insert to kecid_jobs with check (true);
create policy jobs on event for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on event for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on event for select to kecid_portal using (((audience = 'person'::text) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[]))));
create policy nobody on hold for all to public using (false);
create policy door on ledger_leaf for insert to kecid_door with check (((case_id IS NULL) AND (party = ( SELECT (acting()).party AS party))));
create policy jobs on ledger_leaf for select to kecid_jobs using (true);
create policy jobs_enter on ledger_leaf for insert to kecid_jobs with check (((case_id IS NULL) AND
CASE
    WHEN (party IS NULL) THEN (EXISTS ( SELECT
       FROM policy_document
      WHERE is_of_now(policy_document.xmin)))
    ELSE (EXISTS ( SELECT
       FROM membership
      WHERE ((membership.party = ledger_leaf.party) AND is_of_now(membership.xmin))))
END));
create policy jobs_place on ledger_leaf for update to kecid_jobs using ((index IS NULL)) with check (true);
create policy reader on ledger_leaf for select to kecid_reader using (true);
create policy anybody on ledger_node for select to public using (true);
create policy jobs on ledger_node for insert to kecid_jobs with check (true);
create policy office on letter for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on letter for select to kecid_portal using ((((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) OR (case_id IS NULL)) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy office on look for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on look for select to kecid_portal using ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])));
create policy nobody on mandate for all to public using (false);
create policy door on membership for select to kecid_door using ((party = ( SELECT (acting()).party AS party)));
create policy jobs on membership for all to kecid_jobs using (true);
create policy office on membership for select to kecid_office using ((( SELECT (acting()).party AS party) IS NOT NULL));
create policy anybody on migration for select to public using (true);
create policy anybody on office_role for select to public using (true);
create policy jobs on office_role for all to kecid_jobs using (true);
create policy nobody on officials_told for all to public using (false);
create policy nobody on own_time for all to public using (false);
create policy door on party for all to kecid_door using ((id = ( SELECT (acting()).party AS party)));
create policy office on party for select to kecid_office using ((( SELECT (acting()).party AS party) IS NOT NULL));
create policy portal on party for select to kecid_portal using (((id = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (EXISTS ( SELECT
   FROM case_party
  WHERE (case_party.party = party.id)))));
create policy nobody on party_index for all to public using (false);
create policy nobody on party_link for all to public using (false);
create policy anybody on policy_adoption for select to public using (true);
create policy anybody on policy_document for select to public using (true);
create policy jobs on policy_document for insert to kecid_jobs with check (true);
create policy anybody on policy_version for select to public using (true);
create policy jobs on policy_version for insert to kecid_jobs with check (true);
create policy anybody on policy_version_document for select to public using (true);
create policy jobs on policy_version_document for insert to kecid_jobs with check (true);
create policy nobody on relation for all to public using (false);
create policy anybody on rights_applied for select to public using (true);
create policy door on session for all to kecid_door using ((account = ( SELECT (acting()).account AS account)));
create policy jobs on status for select to kecid_jobs using ((EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.about_status = status.number))));
create policy office on status for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR contested_before(case_id) OR (EXISTS ( SELECT
   FROM event
  WHERE ((event.id = status.ended_by) AND contested_before(event.case_id))))));
create policy portal on status for select to kecid_portal using (((holder = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[]))));
create policy office on task for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR (owner_body = ( SELECT (acting()).body AS body)) OR (owner_party = ( SELECT (acting()).party AS party)) OR ((owner_body IS NULL) AND (owner_party IS NULL) AND (owner_role = ANY (( SELECT (acting()).roles AS roles)::text[]))) OR is_of_council(case_id)));
create policy portal on task for select to kecid_portal using (((owner_party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[]))));
create policy office on task_draft for select to kecid_office using ((official = ( SELECT (acting()).party AS party)));
create policy office on telling for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on telling for select to kecid_portal using ((EXISTS ( SELECT
   FROM decision
  WHERE (decision.id = telling.decision))));
create policy nobody on time_confirmation for all to public using (false);
create policy anybody on trusted_time for select to public using (true);
create policy jobs on trusted_time for all to kecid_jobs using (true);
create policy anybody on type_outcome for select to public using (true);
create policy jobs on type_outcome for insert to kecid_jobs with check (true);
create policy anybody on type_step for select to public using (true);
create policy jobs on type_step for insert to kecid_jobs with check (true);
create policy portal on upload for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy portal on upload_step for select to kecid_portal using ((EXISTS ( SELECT
   FROM upload
  WHERE (upload.id = upload_step.upload_id))));
create policy door on waiting_job for insert to kecid_door with check ((task = 'send-account-link'::text));
create policy jobs on waiting_job for all to kecid_jobs using (true);

-- Grants on tables and sequences

grant insert, select on account to kecid_door;
grant insert, select, update on account_link to kecid_door;
grant select on answer to kecid_portal;
grant insert, select, update on attempt to kecid_door;
grant select on case_file to kecid_office;
grant select on case_file to kecid_portal;
grant usage on sequence case_number to kecid_jobs;
grant usage on sequence case_number to kecid_office;
grant usage on sequence case_number to kecid_portal;
grant select on case_party to kecid_office;
grant select on case_party to kecid_portal;
grant insert, select, update on credential to kecid_door;
grant select on decision to kecid_office;
grant select on decision to kecid_portal;
grant select on document to kecid_office;
grant select on document to kecid_portal;
grant select on effect to kecid_office;
grant select on event to kecid_office;
grant select on event to kecid_portal;
grant insert on ledger_leaf to kecid_door;
grant select on ledger_node to kecid_jobs;
grant select on ledger_node to kecid_office;
grant select on ledger_node to kecid_reader;
grant select on letter to kecid_office;
grant select on letter to kecid_portal;
grant select on look to kecid_office;
grant select on membership to kecid_door;
grant select on membership to kecid_jobs;
grant select on membership to kecid_office;
grant select on migration to kecid_jobs;
grant insert, select on office_role to kecid_jobs;
grant select on office_role to kecid_office;
grant select on office_role to kecid_portal;
grant insert, select on party to kecid_door;
grant select on party to kecid_office;
grant select on party to kecid_portal;
grant select on policy_adoption to kecid_office;
grant select on policy_adoption to kecid_portal;
grant select on policy_document to kecid_jobs;
grant select on policy_document to kecid_office;
grant select on policy_document to kecid_portal;
grant select on policy_document to kecid_reader;
grant select on policy_version to kecid_jobs;
grant select on policy_version to kecid_office;
grant select on policy_version to kecid_portal;
grant insert, select on policy_version_document to kecid_jobs;
grant select on policy_version_document to kecid_office;
grant select on policy_version_document to kecid_portal;
grant select on rights_applied to kecid_jobs;
grant delete, insert, select, update on session to kecid_door;
grant select on status to kecid_office;
grant select on status to kecid_portal;
grant select on task to kecid_office;
grant select on task_draft to kecid_office;
grant select on telling to kecid_office;
grant select on telling to kecid_portal;
grant select on trusted_time to kecid_jobs;
grant select on trusted_time to kecid_office;
grant select on trusted_time to kecid_portal;
grant insert on type_outcome to kecid_jobs;
grant insert on type_step to kecid_jobs;
grant select on upload to kecid_portal;
grant select on upload_step to kecid_portal;
grant insert on waiting_job to kecid_door;
grant delete, select on waiting_job to kecid_jobs;

-- Grants on columns

grant update (language, name_sealed, is_demonstration, confirmed_at, closed_at) on account to kecid_door;
grant select (party, language, closed_at) on account to kecid_jobs;
grant select (id, party, face, language, name_sealed, is_demonstration, closed_at) on account to kecid_office;
grant select (id, party, language, closed_at) on account to kecid_portal;
grant select (id, type, state, state_since, version, number, type_hash, about_decision, about_status, told_on) on case_file to kecid_jobs;
grant select (id, type, state, stage, state_since, field, filed_on, due_on) on case_file to kecid_reader;
grant select (case_id, party, role, is_subject, until_on) on case_party to kecid_jobs;
grant select (id, case_id, outcome, supersedes, set_aside_by, decided_on, decided_by) on decision to kecid_jobs;
grant select (n) on erased_through to kecid_jobs;
grant update (n) on erased_through to kecid_jobs;
grant insert (id, case_id, erased_at, sealed) on erasure to kecid_jobs;
grant select (case_id, seq, id, kind, step, actor, role, to_state, happened_on, recorded_at, readable, sealed) on event to kecid_jobs;
grant insert (leaf, leaf_hash, opening, party, case_id) on ledger_leaf to kecid_jobs;
grant select (id, leaf_hash, index) on ledger_leaf to kecid_jobs;
grant update (index) on ledger_leaf to kecid_jobs;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;
grant insert (level, index, hash) on ledger_node to kecid_jobs;
grant select (id, at, role, body, page, party, case_id) on look to kecid_portal;
grant insert (id, party, role, body, from_on) on membership to kecid_jobs;
grant update (until_on) on membership to kecid_jobs;
grant update (of) on office_role to kecid_jobs;
grant insert (hash, kind, code, family, in_force_from, in_force_until, canonical) on policy_document to kecid_jobs;
grant insert (hash, made_at, is_shipped) on policy_version to kecid_jobs;
grant select (number, kind, holder, until_on, state, ended_by) on status to kecid_jobs;
grant select (case_id, kind, step, owner_party, counted, state) on task to kecid_portal;
grant insert (ran_at, ahead_ms, doubt, found_at, found_ahead_ms) on trusted_time to kecid_jobs;
grant update (ran_at, ahead_ms, doubt, found_at, found_ahead_ms) on trusted_time to kecid_jobs;

-- Grants on functions

grant execute on function acting() to kecid_door;
grant execute on function acting() to kecid_jobs;
grant execute on function acting() to kecid_office;
grant execute on function acting() to kecid_portal;
grant execute on function add_upload_step(the_upload uuid, at_byte integer, the_bytes integer, the_sealed bytea) to kecid_portal;
grant execute on function adopt_policy(the_hash text, the_party uuid, the_moment timestamp with time zone, the_leaf json) to kecid_office;
grant execute on function ask_for_task_mails(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function ask_to_follow(the_hash text) to kecid_jobs;
grant execute on function begin_as(the_token text, the_moment timestamp with time zone, idle_hours integer, OUT account uuid, OUT party uuid, OUT language text, OUT confirmed_at timestamp with time zone, OUT name_sealed bytea, OUT is_demonstration boolean, OUT roles text[], OUT body text, OUT policy bigint) to kecid_office;
grant execute on function begin_as(the_token text, the_moment timestamp with time zone, idle_hours integer, OUT account uuid, OUT party uuid, OUT language text, OUT confirmed_at timestamp with time zone, OUT name_sealed bytea, OUT is_demonstration boolean, OUT roles text[], OUT body text, OUT policy bigint) to kecid_portal;
grant execute on function begin_case(the_case json, the_parties json) to kecid_jobs;
grant execute on function begin_case(the_case json, the_parties json) to kecid_office;
grant execute on function begin_case(the_case json, the_parties json) to kecid_portal;
grant execute on function begin_upload(the_case uuid, the_subject uuid, the_upload json) to kecid_portal;
grant execute on function come_as_new(the_account uuid, the_party uuid) to kecid_door;
grant execute on function come_with(the_kind text, the_proof bytea) to kecid_door;
grant execute on function confirm_time(the_confirmation json, the_leaf json) to kecid_office;
grant execute on function contested_before(the_case uuid) to kecid_office;
grant execute on function days_to_follow(after_case uuid) to kecid_jobs;
grant execute on function document_shown(the_case uuid, the_kind text) to kecid_office;
grant execute on function effects_waiting(after_effect uuid) to kecid_jobs;
grant execute on function end_session(the_hash bytea) to kecid_door;
grant execute on function end_status(the_number text, the_day date, the_end text, the_leaf json) to kecid_jobs;
grant execute on function end_upload(the_upload uuid) to kecid_portal;
grant execute on function erase_draft(the_case uuid) to kecid_jobs;
grant execute on function erase_draft(the_case uuid) to kecid_portal;
grant execute on function erase_party(the_party uuid) to kecid_jobs;
grant execute on function erasing_of(the_number text) to kecid_jobs;
grant execute on function follow_days(the_days json) to kecid_jobs;
grant execute on function forget_ended(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function has_cases() to kecid_jobs;
grant execute on function hold_case(the_case uuid) to kecid_jobs;
grant execute on function hold_case(the_case uuid) to kecid_office;
grant execute on function hold_case(the_case uuid) to kecid_portal;
grant execute on function hold_party(the_party uuid) to kecid_portal;
grant execute on function is_of_council(the_case uuid) to kecid_office;
grant execute on function is_of_now(the_writer xid) to kecid_jobs;
grant execute on function left_of_erased(the_ids uuid[]) to kecid_jobs;
grant execute on function letter_to_send(the_letter uuid) to kecid_jobs;
grant execute on function link_to_send(the_hash bytea, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function named_among(the_addresses text[], the_ids uuid[]) to kecid_jobs;
grant execute on function note_followed(the_hash text) to kecid_jobs;
grant execute on function note_look(the_look json, the_leaf json) to kecid_office;
grant execute on function note_sending(the_letter uuid, the_moment timestamp with time zone, was_sent boolean) to kecid_jobs;
grant execute on function note_telling(the_telling json) to kecid_portal;
grant execute on function number_of_code(the_code bytea) to kecid_portal;
grant execute on function official_to_tell(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone) to kecid_jobs;
grant execute on function people_asked(the_case uuid, the_role text, the_day date) to kecid_office;
grant execute on function put_document(the_case uuid, the_subject uuid, the_document json) to kecid_portal;
grant execute on function record_decision(the_decision json, the_effects json) to kecid_office;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_jobs;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_office;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_portal;
grant execute on function release_letters(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function save_answer(the_case uuid, the_subject uuid, the_block json, the_sealed bytea) to kecid_portal;
grant execute on function save_task_draft(the_case uuid, the_task uuid, the_moment timestamp with time zone, the_sealed bytea) to kecid_office;
grant execute on function set_language(the_language text) to kecid_portal;
grant execute on function shown_to_asked(the_case uuid) to kecid_office;
grant execute on function statuses_to_end(the_day date, after_day date, after_number text) to kecid_jobs;
grant execute on function take_document(the_case uuid, the_document uuid, the_moment timestamp with time zone, the_end timestamp with time zone) to kecid_portal;
grant execute on function take_effect(the_id uuid) to kecid_jobs;
grant execute on function terms_to_watch(the_day date, after_day date, after_case uuid) to kecid_jobs;
grant execute on function verify_status(the_number text, the_holder bytea) to kecid_portal;
grant execute on function waiting_for(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone, the_near jsonb) to kecid_jobs;

-- Schema

create schema keys;
grant usage on schema keys to kecid_keys;

-- Tables

create table data_key (
  id uuid not null,
  party uuid,
  case_id uuid,
  wrapped bytea,
  master text,
  made_at timestamp with time zone not null default now(),
  is_owned boolean not null default false,
  constraint data_key_pkey PRIMARY KEY (id),
  constraint data_key_party_case_id_key UNIQUE NULLS NOT DISTINCT (party, case_id),
  constraint data_key_master_fkey FOREIGN KEY (master) REFERENCES master(id),
  constraint data_key_check CHECK (((party IS NOT NULL) OR (case_id IS NOT NULL))),
  constraint data_key_check1 CHECK (((wrapped IS NULL) = (master IS NULL)))
);

create table house_secret (
  id text not null,
  wrapped bytea not null,
  master text not null,
  made_at timestamp with time zone not null default now(),
  constraint house_secret_pkey PRIMARY KEY (id),
  constraint house_secret_master_fkey FOREIGN KEY (master) REFERENCES master(id),
  constraint house_secret_id_check CHECK ((id = 'house'::text))
);

create table master (
  id text not null,
  proof bytea not null,
  is_current boolean not null,
  made_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  constraint master_pkey PRIMARY KEY (id),
  constraint master_check CHECK (((NOT is_current) OR (retired_at IS NULL))),
  constraint master_id_check CHECK ((id ~ '^[0-9a-f]{16}$'::text)),
  constraint master_proof_check CHECK ((octet_length(proof) = 32))
);

create table tombstone (
  n bigint not null generated always as identity,
  kind text not null,
  id uuid not null,
  erased_at timestamp with time zone not null,
  constraint tombstone_pkey PRIMARY KEY (kind, id),
  constraint tombstone_n_key UNIQUE (n),
  constraint tombstone_kind_check CHECK ((kind = ANY (ARRAY['party'::text, 'case'::text])))
);

-- Indexes

CREATE INDEX data_key_case ON data_key USING btree (case_id);
CREATE INDEX data_key_unowned ON data_key USING btree (made_at, id) WHERE (NOT is_owned);
CREATE UNIQUE INDEX master_current ON master USING btree (is_current) WHERE is_current;

-- Triggers

CREATE TRIGGER tombstone_kept BEFORE DELETE OR UPDATE ON tombstone FOR EACH ROW EXECUTE FUNCTION public.is_kept();
CREATE TRIGGER tombstone_whole BEFORE TRUNCATE ON tombstone FOR EACH STATEMENT EXECUTE FUNCTION public.is_kept();

-- Row security

alter table data_key enable row level security;
alter table house_secret enable row level security;
alter table master enable row level security;
alter table tombstone enable row level security;

-- Policies

create policy keys on data_key for all to kecid_keys using (true);
create policy keys on house_secret for all to kecid_keys using (true);
create policy keys on master for all to kecid_keys using (true);
create policy keys on tombstone for all to kecid_keys using (true);

-- Grants on tables and sequences

grant delete, insert, select on data_key to kecid_keys;
grant insert, select on house_secret to kecid_keys;
grant insert, select on master to kecid_keys;
grant insert, select on tombstone to kecid_keys;

-- Grants on columns

grant update (wrapped, master, is_owned) on data_key to kecid_keys;
grant update (wrapped, master) on house_secret to kecid_keys;
grant update (is_current, retired_at) on master to kecid_keys;
