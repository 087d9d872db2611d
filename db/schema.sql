-- What the migrations make, printed by tools/db-schema.ts. For reading, not for running.

-- Types of rows

create type acting as (account uuid, party uuid, parties uuid[], own_cases uuid[], whole_cases uuid[], roles text[], body text, sees_all boolean, effect uuid, moves_to text);

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

create table appointment (
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  party uuid not null,
  step text not null,
  place text not null,
  starts_at timestamp with time zone not null,
  seat integer not null,
  state text not null default 'booked'::text,
  booked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  by_service boolean not null default false,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint appointment_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint appointment_seat_check CHECK ((seat > 0)),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'moved'::text, 'cancelled'::text, 'called-off'::text, 'came'::text, 'missed'::text])))
);

create table asked_ahead (
  party uuid not null,
  asked_on date not null,
  times integer not null,
  constraint asked_ahead_pkey PRIMARY KEY (party, asked_on),
  constraint asked_ahead_party_fkey FOREIGN KEY (party) REFERENCES party(id)
);

create table asking (
  case_id uuid not null,
  mission text not null,
  is_apart boolean not null default true,
  account uuid,
  token_hash keyed_hash,
  token_sealed bytea,
  asked_at timestamp with time zone not null default now(),
  constraint asking_pkey PRIMARY KEY (case_id),
  constraint asking_account_key UNIQUE (account),
  constraint asking_token_hash_key UNIQUE (token_hash),
  constraint asking_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint asking_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint asking_check CHECK ((((account IS NULL) = (token_hash IS NULL)) AND ((account IS NULL) = (token_sealed IS NULL))))
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

create table campaign (
  id uuid not null,
  mission text not null,
  code text not null,
  event jsonb not null,
  place text not null,
  from_on date not null,
  until_on date not null,
  languages text[] not null,
  leads_to text not null,
  retired_on date,
  uncounted boolean not null default false,
  version integer not null default 1,
  deleted_on date,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_code_key UNIQUE (code),
  constraint campaign_check CHECK ((until_on >= from_on)),
  constraint campaign_code_check CHECK ((code ~ '^[a-z]{4}-[a-z]{4}$'::text)),
  constraint campaign_deleted CHECK (((deleted_on IS NULL) OR ((event = '{}'::jsonb) AND (place = ''::text)))),
  constraint campaign_languages_check CHECK (((cardinality(languages) > 0) AND (languages <@ ARRAY['az'::text, 'tr'::text, 'en'::text, 'ru'::text]))),
  constraint campaign_leads_to_check CHECK ((leads_to = ANY (ARRAY['welcome'::text, 'criteria'::text, 'estimate'::text])))
);

create table campaign_act (
  id uuid not null default gen_random_uuid(),
  campaign uuid not null,
  version integer not null,
  act text not null,
  actor uuid not null,
  at timestamp with time zone not null,
  constraint campaign_act_pkey PRIMARY KEY (id),
  constraint campaign_act_campaign_version_key UNIQUE (campaign, version),
  constraint campaign_act_actor_fkey FOREIGN KEY (actor) REFERENCES party(id),
  constraint campaign_act_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
  constraint campaign_act_act_check CHECK ((act = ANY (ARRAY['make'::text, 'change'::text, 'retire'::text, 'revive'::text, 'delete'::text])))
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
  joined_as integer not null generated by default as identity,
  acted_by uuid,
  constraint case_party_pkey PRIMARY KEY (case_id, party, role),
  constraint case_party_acted_by_fkey FOREIGN KEY (acted_by) REFERENCES party(id),
  constraint case_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_party_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint case_party_check CHECK ((is_subject = (state IS NOT NULL))),
  constraint case_party_check1 CHECK ((is_subject OR (acted_by IS NULL))),
  constraint case_party_state_check CHECK ((state = ANY (ARRAY['open'::text, 'returned'::text, 'decided'::text, 'ended'::text])))
);

create table consultation (
  event uuid not null,
  case_id uuid not null,
  asked_at timestamp with time zone not null,
  is_left boolean not null default false,
  constraint consultation_pkey PRIMARY KEY (event),
  constraint consultation_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint consultation_event_fkey FOREIGN KEY (event) REFERENCES event(id)
);

create table correction (
  id uuid not null,
  case_id uuid not null,
  party uuid not null,
  decision uuid not null,
  decided_in uuid not null,
  number text not null,
  corrected_on date not null,
  sealed bytea not null,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_decision_case_id_key UNIQUE (decision, case_id),
  constraint correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint correction_decided_in_fkey FOREIGN KEY (decided_in) REFERENCES case_file(id),
  constraint correction_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint correction_party_fkey FOREIGN KEY (party) REFERENCES party(id)
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

create table day_moved (
  case_id uuid not null,
  was date not null,
  constraint day_moved_pkey PRIMARY KEY (case_id),
  constraint day_moved_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
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
  due_on date,
  state text not null,
  what text,
  noticed uuid,
  unpaid uuid,
  constraint effect_pkey PRIMARY KEY (id),
  constraint effect_once UNIQUE NULLS NOT DISTINCT (decision, expired, noticed, unpaid, effect, target),
  constraint effect_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint effect_expired_fkey FOREIGN KEY (expired) REFERENCES status(number),
  constraint effect_unpaid_fkey FOREIGN KEY (unpaid) REFERENCES invoice(id),
  constraint effect_caused_by CHECK ((num_nonnulls(decision, expired, noticed, unpaid) = 1)),
  constraint effect_effect_check CHECK ((effect = ANY (ARRAY['issue'::text, 'end'::text, 'replace'::text, 'restore'::text, 'set-aside'::text, 'reopen'::text, 'hold'::text, 'change'::text, 'erase'::text, 'disclose'::text, 'open'::text, 'notify'::text]))),
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
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['begin'::text, 'file'::text, 'return'::text, 'ask'::text, 'answer'::text, 'extend'::text, 'propose'::text, 'send-back'::text, 'decide'::text, 'tell'::text, 'end'::text, 'lapse'::text, 'reopen'::text, 'assign'::text, 'say'::text, 'confirm'::text, 'consult'::text, 'report'::text, 'recall'::text, 'move'::text])))
);

create table event_part (
  case_id uuid not null,
  seq integer not null,
  subject uuid not null,
  sealed bytea,
  constraint event_part_pkey PRIMARY KEY (case_id, seq, subject),
  constraint event_part_case_id_seq_fkey FOREIGN KEY (case_id, seq) REFERENCES event(case_id, seq),
  constraint event_part_subject_fkey FOREIGN KEY (subject) REFERENCES party(id)
);

create table exchange_message (
  id uuid not null,
  inquiry uuid not null,
  case_id uuid not null,
  party uuid not null,
  system text not null,
  service text not null,
  ground text not null,
  driver text not null,
  sent_at timestamp with time zone not null,
  request_sealed bytea,
  outcome text,
  code text,
  answered_at timestamp with time zone,
  took_ms integer,
  answer_sealed bytea,
  request_id text,
  named uuid,
  constraint exchange_message_pkey PRIMARY KEY (id),
  constraint exchange_message_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint exchange_message_named_fkey FOREIGN KEY (named) REFERENCES party(id),
  constraint exchange_message_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint exchange_message_check CHECK (((outcome IS NULL) = (answered_at IS NULL))),
  constraint exchange_message_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'waits'::text, 'refused'::text, 'unreachable'::text, 'unintelligible'::text])))
);

create table figure_batch (
  id uuid not null default gen_random_uuid(),
  week date not null,
  what text not null,
  campaign uuid,
  country text,
  language text,
  people integer not null,
  constraint figure_batch_pkey PRIMARY KEY (id),
  constraint figure_batch_week_what_campaign_country_language_key UNIQUE NULLS NOT DISTINCT (week, what, campaign, country, language),
  constraint figure_batch_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
  constraint figure_batch_people_check CHECK ((people >= 5)),
  constraint figure_batch_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);

create table figure_week (
  week date not null,
  constraint figure_week_pkey PRIMARY KEY (week),
  constraint figure_week_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);

create table former_paper (
  decision uuid not null,
  number text not null,
  case_id uuid not null,
  code_index keyed_hash not null,
  holder_index keyed_hash not null,
  birth_index keyed_hash,
  document_index keyed_hash,
  issued_index keyed_hash,
  code_sealed bytea not null,
  named_at timestamp with time zone not null,
  replaced_on date not null,
  constraint former_paper_pkey PRIMARY KEY (decision),
  constraint former_paper_code_index_key UNIQUE (code_index),
  constraint former_paper_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint former_paper_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint former_paper_number_fkey FOREIGN KEY (number) REFERENCES status(number)
);

create table frequent_question (
  id uuid not null,
  mission text not null,
  made_at timestamp with time zone not null,
  version integer not null default 1,
  constraint frequent_question_pkey PRIMARY KEY (id)
);

create table frequent_question_act (
  id uuid not null default gen_random_uuid(),
  question uuid not null,
  version integer not null,
  act text not null,
  actor uuid not null,
  at timestamp with time zone not null,
  constraint frequent_question_act_pkey PRIMARY KEY (id),
  constraint frequent_question_act_question_version_key UNIQUE (question, version),
  constraint frequent_question_act_actor_fkey FOREIGN KEY (actor) REFERENCES party(id),
  constraint frequent_question_act_question_fkey FOREIGN KEY (question) REFERENCES frequent_question(id),
  constraint frequent_question_act_act_check CHECK ((act = ANY (ARRAY['save'::text, 'ask'::text, 'show'::text, 'send-back'::text, 'take-down'::text, 'remove'::text, 'forget'::text])))
);

create table frequent_question_text (
  id uuid not null default gen_random_uuid(),
  question uuid not null,
  stands text not null,
  said jsonb not null,
  for_all boolean not null,
  law jsonb not null,
  law_on date not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  shown_by uuid,
  shown_at timestamp with time zone,
  reason text,
  constraint frequent_question_text_pkey PRIMARY KEY (id),
  constraint frequent_question_text_question_fkey FOREIGN KEY (question) REFERENCES frequent_question(id),
  constraint frequent_question_text_shown_by_fkey FOREIGN KEY (shown_by) REFERENCES party(id),
  constraint frequent_question_text_written_by_fkey FOREIGN KEY (written_by) REFERENCES party(id),
  constraint frequent_question_text_check CHECK (((shown_by IS NULL) = (shown_at IS NULL))),
  constraint frequent_question_text_check1 CHECK (((shown_by IS NOT NULL) = (stands = ANY (ARRAY['shown'::text, 'past'::text])))),
  constraint frequent_question_text_check2 CHECK ((shown_by <> written_by)),
  constraint frequent_question_text_check3 CHECK (((reason IS NOT NULL) = (stands = 'sent-back'::text))),
  constraint frequent_question_text_stands_check CHECK ((stands = ANY (ARRAY['draft'::text, 'waiting'::text, 'sent-back'::text, 'shown'::text, 'past'::text])))
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
  back text not null,
  placed_in uuid not null,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint hold_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint hold_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint hold_placed_in_fkey FOREIGN KEY (placed_in) REFERENCES case_file(id),
  constraint hold_status_fkey FOREIGN KEY (status) REFERENCES status(number),
  constraint hold_back_check CHECK ((back = ANY (ARRAY['erasing'::text, 'deciding'::text, 'carrying-out'::text]))),
  constraint hold_check CHECK ((num_nonnulls(decision, status, case_id, party, look) = 1))
);

create table inquiry (
  id uuid not null,
  case_id uuid not null,
  party uuid not null,
  system text not null,
  service text not null,
  ground text not null,
  opened_by uuid,
  tells text,
  asked_at timestamp with time zone not null,
  question_sealed bytea,
  state text not null,
  outcome text,
  code text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  ahead boolean not null default false,
  follows text,
  subscription uuid,
  body text,
  named uuid,
  constraint inquiry_pkey PRIMARY KEY (id),
  constraint inquiry_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint inquiry_follows_fkey FOREIGN KEY (follows) REFERENCES status(number),
  constraint inquiry_named_fkey FOREIGN KEY (named) REFERENCES party(id),
  constraint inquiry_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint inquiry_subscription_fkey FOREIGN KEY (subscription) REFERENCES subscription(id),
  constraint inquiry_check CHECK (((state <> ALL (ARRAY['answered'::text, 'taken'::text])) OR (answered_at IS NOT NULL))),
  constraint inquiry_left_by CHECK (((num_nonnulls(opened_by, tells, follows) + (ahead)::integer) = 1)),
  constraint inquiry_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'waits'::text, 'refused'::text, 'unreachable'::text, 'unintelligible'::text]))),
  constraint inquiry_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'taken'::text, 'dropped'::text])))
);

create table invitation (
  id uuid not null,
  case_id uuid not null,
  role text not null,
  token_hash bytea not null,
  email_sealed bytea not null,
  email_index keyed_hash not null,
  language text not null,
  invited_by uuid not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  joined uuid,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES party(id),
  constraint invitation_joined_fkey FOREIGN KEY (joined) REFERENCES party(id),
  constraint invitation_check CHECK (((joined IS NULL) OR (ended_at IS NOT NULL))),
  constraint invitation_language_check CHECK ((language = ANY (ARRAY['az'::text, 'tr'::text, 'en'::text, 'ru'::text])))
);

create table invoice (
  id uuid not null default gen_random_uuid(),
  number text not null,
  case_id uuid not null,
  decision uuid not null,
  party uuid not null,
  payer uuid not null,
  step text not null,
  tariff text not null,
  tier text not null,
  up_to jsonb not null,
  amount integer not null,
  currency text not null,
  due_on date not null,
  issued_at timestamp with time zone not null,
  state text not null default 'open'::text,
  told text,
  url text,
  code text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  credited integer not null default 0,
  on_paper integer not null default 0,
  to_look boolean not null default false,
  to_withdraw boolean not null default false,
  given_up boolean not null default false,
  constraint invoice_pkey PRIMARY KEY (id),
  constraint invoice_decision_key UNIQUE (decision),
  constraint invoice_number_key UNIQUE (number),
  constraint invoice_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint invoice_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint invoice_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint invoice_payer_fkey FOREIGN KEY (payer) REFERENCES party(id),
  constraint invoice_amount_check CHECK ((amount > 0)),
  constraint invoice_credited_check CHECK (((credited >= 0) AND (credited <= (amount * 100)))),
  constraint invoice_on_paper_check CHECK ((on_paper >= 0)),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'recorded'::text, 'withdrawn'::text]))),
  constraint invoice_told_check CHECK ((told = ANY (ARRAY['open'::text, 'withdrawn'::text])))
);

create table keeping (
  case_id uuid not null,
  party uuid not null,
  look_on date,
  kept_until date,
  announced_on date,
  goes_after date,
  erased_at timestamp with time zone,
  version integer not null default 0,
  constraint keeping_pkey PRIMARY KEY (case_id, party),
  constraint keeping_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint keeping_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint keeping_check CHECK (((announced_on IS NULL) = (goes_after IS NULL)))
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

create table material (
  id uuid not null,
  campaign uuid not null,
  kind text not null,
  language text not null,
  content json not null,
  fingerprint text not null,
  made_on date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint material_pkey PRIMARY KEY (id),
  constraint material_campaign_kind_language_fingerprint_made_on_key UNIQUE (campaign, kind, language, fingerprint, made_on),
  constraint material_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
  constraint material_made_by_fkey FOREIGN KEY (made_by) REFERENCES party(id),
  constraint material_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text)),
  constraint material_kind_check CHECK ((kind = ANY (ARRAY['leaflet-a4'::text, 'leaflet-a5'::text, 'poster'::text, 'slides'::text, 'wallet-card'::text, 'text'::text]))),
  constraint material_language_check CHECK ((language = ANY (ARRAY['az'::text, 'tr'::text, 'en'::text, 'ru'::text])))
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

create table offered_answer (
  id uuid not null,
  client text not null,
  service text not null,
  purpose text not null,
  ground text not null,
  at timestamp with time zone not null,
  party uuid,
  outcome text not null,
  message_id text not null,
  constraint offered_answer_pkey PRIMARY KEY (id),
  constraint offered_answer_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint offered_answer_outcome_check CHECK ((outcome = ANY (ARRAY['valid'::text, 'ended'::text, 'none'::text, 'yes'::text, 'no'::text, 'the-service-must-say'::text, 'subscribed'::text, 'unsubscribed'::text, 'suspended'::text, 'document-fetched'::text])))
);

create table office_role (
  role text not null,
  of text not null,
  constraint office_role_pkey PRIMARY KEY (role),
  constraint office_role_of_check CHECK ((of = ANY (ARRAY['service'::text, 'watch'::text, 'body'::text, 'council'::text, 'house'::text, 'mission'::text, 'ministry'::text])))
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
  id uuid not null,
  party uuid,
  other uuid,
  case_id uuid,
  other_case uuid,
  ground text not null,
  agrees text[] not null,
  state text not null default 'waiting'::text,
  constraint party_link_pkey PRIMARY KEY (id),
  constraint party_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint party_link_other_case_fkey FOREIGN KEY (other_case) REFERENCES case_file(id),
  constraint party_link_other_fkey FOREIGN KEY (other) REFERENCES party(id),
  constraint party_link_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint party_link_agrees_check CHECK (((cardinality(agrees) > 1) AND (agrees <@ ARRAY['document'::text, 'birth-date'::text, 'names'::text]))),
  constraint party_link_check CHECK ((party < other)),
  constraint party_link_check1 CHECK ((((party IS NULL) = (case_id IS NULL)) AND ((other IS NULL) = (other_case IS NULL)))),
  constraint party_link_check2 CHECK (((party IS NOT NULL) OR (other IS NOT NULL))),
  constraint party_link_ground_check CHECK ((ground = ANY (ARRAY['document-shown'::text, 'both-documents-shown'::text, 'register-says'::text]))),
  constraint party_link_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'linked'::text, 'rejected'::text, 'undoing'::text, 'undone'::text])))
);

create table party_link_act (
  id uuid not null,
  link uuid not null,
  nth integer not null,
  act text not null,
  actor uuid not null,
  role text not null,
  at timestamp with time zone not null,
  constraint party_link_act_pkey PRIMARY KEY (id),
  constraint party_link_act_link_nth_key UNIQUE (link, nth),
  constraint party_link_act_actor_fkey FOREIGN KEY (actor) REFERENCES party(id),
  constraint party_link_act_link_fkey FOREIGN KEY (link) REFERENCES party_link(id) ON DELETE CASCADE,
  constraint party_link_act_act_check CHECK ((act = ANY (ARRAY['propose'::text, 'confirm'::text, 'refuse'::text, 'undo'::text, 'end'::text, 'keep'::text])))
);

create table payment (
  id uuid not null default gen_random_uuid(),
  transaction text not null,
  kind text not null,
  invoice_number text not null,
  invoice uuid,
  hundredths integer not null,
  currency text not null,
  paid_at timestamp with time zone not null,
  receipt text not null,
  came_by text not null,
  sha256 text not null,
  noted_at timestamp with time zone not null,
  state text not null default 'noted'::text,
  settles boolean not null default false,
  refund text,
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_transaction_key UNIQUE (transaction),
  constraint payment_invoice_fkey FOREIGN KEY (invoice) REFERENCES invoice(id),
  constraint payment_came_by_check CHECK ((came_by = ANY (ARRAY['notice'::text, 'list'::text]))),
  constraint payment_hundredths_check CHECK ((hundredths > 0)),
  constraint payment_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text]))),
  constraint payment_state_check CHECK ((state = ANY (ARRAY['noted'::text, 'taken'::text])))
);

create table payment_question (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  transaction text,
  payment uuid,
  day date not null,
  opened_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  decision uuid,
  constraint payment_question_pkey PRIMARY KEY (id),
  constraint payment_question_decision_kind_key UNIQUE (decision, kind),
  constraint payment_question_transaction_kind_key UNIQUE (transaction, kind),
  constraint payment_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES party(id),
  constraint payment_question_decision_fkey FOREIGN KEY (decision) REFERENCES decision(id),
  constraint payment_question_payment_fkey FOREIGN KEY (payment) REFERENCES payment(id),
  constraint payment_question_answer_check CHECK ((answer = ANY (ARRAY['nothing'::text, 'pay-back'::text]))),
  constraint payment_question_check CHECK ((num_nonnulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3]))),
  constraint payment_question_kind_check CHECK ((kind = ANY (ARRAY['unknown'::text, 'currency'::text, 'withdrawn'::text, 'twice'::text, 'too-little'::text, 'too-much'::text, 'late'::text, 'refunded'::text, 'refund-differs'::text, 'decided-anew'::text, 'only-here'::text, 'only-there'::text, 'otherwise'::text]))),
  constraint payment_question_of CHECK ((num_nonnulls(transaction, decision) = 1))
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
  constraint policy_document_check CHECK (((kind = ANY (ARRAY['procedure'::text, 'scoring'::text, 'concessions'::text])) = ((family IS NOT NULL) AND (in_force_from IS NOT NULL)))),
  constraint policy_document_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_document_kind_check CHECK ((kind = ANY (ARRAY['case-type'::text, 'procedure'::text, 'scoring'::text, 'status'::text, 'calendar'::text, 'education'::text, 'occupations'::text, 'laws'::text, 'systems'::text, 'concessions'::text, 'place'::text, 'mission'::text])))
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

create table reconciliation (
  day date not null,
  at timestamp with time zone not null,
  here integer not null,
  there integer not null,
  differing integer not null,
  constraint reconciliation_pkey PRIMARY KEY (day)
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

create table repayment (
  id uuid not null,
  payment uuid,
  hundredths integer not null,
  currency text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  asked boolean not null default false,
  code text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  done_by uuid,
  invoice uuid,
  given_up boolean not null default false,
  done_on date,
  recorded_at timestamp with time zone,
  recorded_by uuid,
  constraint repayment_pkey PRIMARY KEY (id),
  constraint repayment_done_by_key UNIQUE (done_by),
  constraint repayment_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES party(id),
  constraint repayment_done_by_fkey FOREIGN KEY (done_by) REFERENCES payment(id),
  constraint repayment_invoice_fkey FOREIGN KEY (invoice) REFERENCES invoice(id),
  constraint repayment_payment_fkey FOREIGN KEY (payment) REFERENCES payment(id),
  constraint repayment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES party(id),
  constraint repayment_done_once CHECK (((done_by IS NULL) OR (done_on IS NULL))),
  constraint repayment_hundredths_check CHECK ((hundredths > 0)),
  constraint repayment_of CHECK ((num_nonnulls(payment, invoice) = 1)),
  constraint repayment_recorded CHECK ((num_nonnulls(done_on, recorded_at, recorded_by) = ANY (ARRAY[0, 3])))
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
  birth_index keyed_hash,
  document_index keyed_hash,
  issued_index keyed_hash,
  named_in uuid not null,
  named_by uuid not null,
  named_at timestamp with time zone not null,
  constraint status_pkey PRIMARY KEY (number),
  constraint status_code_index_key UNIQUE (code_index),
  constraint status_given_by_key UNIQUE (given_by),
  constraint status_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint status_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES event(id),
  constraint status_given_by_fkey FOREIGN KEY (given_by) REFERENCES decision(id),
  constraint status_holder_fkey FOREIGN KEY (holder) REFERENCES party(id),
  constraint status_named_by_fkey FOREIGN KEY (named_by) REFERENCES decision(id),
  constraint status_named_in_fkey FOREIGN KEY (named_in) REFERENCES case_file(id),
  constraint status_rests_on_fkey FOREIGN KEY (rests_on) REFERENCES status(number),
  constraint status_check CHECK (((state = 'ended'::text) = (ended_as IS NOT NULL))),
  constraint status_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'suspended'::text, 'ended'::text])))
);

create table status_change (
  id uuid not null default gen_random_uuid(),
  number text not null,
  case_id uuid not null,
  party uuid not null,
  state text not null,
  ended_as text,
  changed_on date not null,
  changed_at timestamp with time zone not null,
  is_left boolean not null default false,
  constraint status_change_pkey PRIMARY KEY (id),
  constraint status_change_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint status_change_number_fkey FOREIGN KEY (number) REFERENCES status(number),
  constraint status_change_party_fkey FOREIGN KEY (party) REFERENCES party(id),
  constraint status_change_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'suspended'::text, 'ended'::text])))
);

create table subscription (
  id uuid not null default gen_random_uuid(),
  client text not null,
  number text not null,
  party uuid not null,
  purpose text not null,
  ground text not null,
  since timestamp with time zone not null,
  after_at timestamp with time zone not null,
  until_on date not null,
  ended_at timestamp with time zone,
  constraint subscription_pkey PRIMARY KEY (id),
  constraint subscription_number_fkey FOREIGN KEY (number) REFERENCES status(number),
  constraint subscription_party_fkey FOREIGN KEY (party) REFERENCES party(id)
);

create table system_state (
  system text not null,
  failures integer not null default 0,
  open_until timestamp with time zone,
  constraint system_state_pkey PRIMARY KEY (system)
);

create table system_switch (
  id uuid not null,
  n bigint not null generated always as identity,
  system text not null,
  is_off boolean not null,
  actor uuid not null,
  switched_at timestamp with time zone not null,
  reason_sealed bytea,
  constraint system_switch_pkey PRIMARY KEY (id),
  constraint system_switch_check CHECK ((is_off = (reason_sealed IS NOT NULL)))
);

create table taking_over (
  invitation uuid not null,
  party uuid not null,
  asks_document boolean not null,
  tries integer not null default 0,
  constraint taking_over_pkey PRIMARY KEY (invitation),
  constraint taking_over_invitation_fkey FOREIGN KEY (invitation) REFERENCES invitation(id) ON DELETE CASCADE,
  constraint taking_over_party_fkey FOREIGN KEY (party) REFERENCES party(id)
);

create table taking_over_proof (
  invitation uuid not null,
  index keyed_hash not null,
  constraint taking_over_proof_pkey PRIMARY KEY (invitation, index),
  constraint taking_over_proof_invitation_fkey FOREIGN KEY (invitation) REFERENCES taking_over(invitation) ON DELETE CASCADE
);

create table tally (
  what text not null,
  campaign uuid,
  country text,
  language text,
  people integer not null,
  weeks integer not null default 0,
  constraint tally_what_campaign_country_language_key UNIQUE NULLS NOT DISTINCT (what, campaign, country, language),
  constraint tally_campaign_fkey FOREIGN KEY (campaign) REFERENCES campaign(id),
  constraint tally_check CHECK (((what = ANY (ARRAY['followed'::text, 'begun'::text])) = (campaign IS NOT NULL))),
  constraint tally_check1 CHECK (((campaign IS NULL) OR ((country IS NULL) AND (language IS NULL)))),
  constraint tally_check2 CHECK (((country IS NULL) = (language IS NULL))),
  constraint tally_people_check CHECK ((people >= 0)),
  constraint tally_what_check CHECK ((what = ANY (ARRAY['followed'::text, 'begun'::text, 'applied'::text, 'admitted'::text])))
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
  constraint task_kind_check CHECK ((kind = ANY (ARRAY['next-move'::text, 'elsewhere'::text, 'points'::text, 'opinion'::text, 'register'::text, 'consent'::text, 'payment'::text, 'appearance'::text, 'vote'::text, 'reply'::text, 'record'::text, 'telling'::text, 'message'::text, 'notice'::text]))),
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

create table told_change (
  client text not null,
  n bigint not null,
  subscription uuid,
  change uuid,
  read_on date,
  constraint told_change_pkey PRIMARY KEY (client, n),
  constraint told_change_change_subscription_key UNIQUE (change, subscription),
  constraint told_change_change_fkey FOREIGN KEY (change) REFERENCES status_change(id),
  constraint told_change_subscription_fkey FOREIGN KEY (subscription) REFERENCES subscription(id),
  constraint told_change_check CHECK ((num_nulls(subscription, change) <> 1))
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

create table type_move (
  type_hash text not null,
  from_hash text not null,
  from_state text not null,
  to_state text not null,
  constraint type_move_pkey PRIMARY KEY (type_hash, from_hash, from_state),
  constraint type_move_from_hash_fkey FOREIGN KEY (from_hash) REFERENCES policy_document(hash),
  constraint type_move_type_hash_fkey FOREIGN KEY (type_hash) REFERENCES policy_document(hash)
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
  joins text[],
  not_by text,
  registers text[],
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
  constraint waiting_job_task_check CHECK ((task = ANY (ARRAY['send-letter'::text, 'send-account-link'::text, 'send-invitation'::text, 'tell-official'::text, 'watch-terms'::text, 'follow-calendars'::text, 'remove-files'::text, 'carry-out'::text, 'move-cases'::text, 'take-answers'::text, 'ask-registers'::text, 'tell-registers'::text, 'take-payments'::text])))
);

-- Indexes

CREATE INDEX account_link_account ON account_link USING btree (account);
CREATE INDEX appointment_ahead ON appointment USING btree (id) WHERE (state = 'booked'::text);
CREATE INDEX appointment_case ON appointment USING btree (case_id);
CREATE UNIQUE INDEX appointment_one ON appointment USING btree (case_id, step, party) WHERE (state = 'booked'::text);
CREATE INDEX appointment_party ON appointment USING btree (party);
CREATE UNIQUE INDEX appointment_seat ON appointment USING btree (place, starts_at, seat) WHERE (state = ANY (ARRAY['booked'::text, 'came'::text, 'missed'::text]));
CREATE INDEX asking_mission ON asking USING btree (mission);
CREATE INDEX campaign_mission ON campaign USING btree (mission, from_on DESC, id);
CREATE INDEX case_file_about_case ON case_file USING btree (about_case) WHERE (about_case IS NOT NULL);
CREATE INDEX case_file_about_decision ON case_file USING btree (about_decision) WHERE (about_decision IS NOT NULL);
CREATE INDEX case_file_about_party ON case_file USING btree (about_party) WHERE (about_party IS NOT NULL);
CREATE INDEX case_file_about_status ON case_file USING btree (about_status) WHERE (about_status IS NOT NULL);
CREATE INDEX case_file_ended ON case_file USING btree (ended_on, id) WHERE ((stage = 'ended'::text) AND (number IS NOT NULL));
CREATE INDEX case_file_filed ON case_file USING btree (filed_on) WHERE (filed_on IS NOT NULL);
CREATE INDEX case_file_newest ON case_file USING btree (came_on, id) WHERE (number IS NOT NULL);
CREATE INDEX case_file_number_end ON case_file USING btree (number_end);
CREATE INDEX case_file_running ON case_file USING btree (type_hash, id) WHERE ((type_hash IS NOT NULL) AND (stage <> 'ended'::text));
CREATE INDEX case_file_work ON case_file USING btree (stage, due_on, id) INCLUDE (number);
CREATE INDEX case_party_acted_by ON case_party USING btree (acted_by);
CREATE INDEX case_party_party ON case_party USING btree (party);
CREATE INDEX consultation_case ON consultation USING btree (case_id);
CREATE INDEX consultation_waiting ON consultation USING btree (asked_at, event) WHERE (NOT is_left);
CREATE INDEX correction_case ON correction USING btree (case_id);
CREATE INDEX correction_party ON correction USING btree (party);
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
CREATE INDEX effect_unpaid ON effect USING btree (unpaid) WHERE (unpaid IS NOT NULL);
CREATE INDEX effect_waiting ON effect USING btree (id) WHERE (state = 'waiting'::text);
CREATE INDEX erasure_case ON erasure USING btree (case_id);
CREATE INDEX event_filed ON event USING btree (case_id, seq) WHERE (kind = 'file'::text);
CREATE INDEX event_part_subject ON event_part USING btree (subject);
CREATE INDEX exchange_message_case ON exchange_message USING btree (case_id);
CREATE INDEX exchange_message_named ON exchange_message USING btree (named, sent_at, id) WHERE (named IS NOT NULL);
CREATE INDEX exchange_message_party ON exchange_message USING btree (party, sent_at, id);
CREATE INDEX exchange_message_system ON exchange_message USING btree (system, sent_at);
CREATE INDEX figure_batch_campaign ON figure_batch USING btree (campaign);
CREATE INDEX former_paper_case ON former_paper USING btree (case_id);
CREATE INDEX former_paper_number ON former_paper USING btree (number);
CREATE INDEX frequent_question_mission ON frequent_question USING btree (mission, made_at, id);
CREATE UNIQUE INDEX frequent_question_text_next ON frequent_question_text USING btree (question) WHERE (stands = ANY (ARRAY['draft'::text, 'waiting'::text, 'sent-back'::text]));
CREATE INDEX frequent_question_text_question ON frequent_question_text USING btree (question);
CREATE UNIQUE INDEX frequent_question_text_shown ON frequent_question_text USING btree (question) WHERE (stands = 'shown'::text);
CREATE INDEX hold_case ON hold USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX hold_decision ON hold USING btree (decision) WHERE (decision IS NOT NULL);
CREATE INDEX hold_party ON hold USING btree (party) WHERE (party IS NOT NULL);
CREATE INDEX hold_placed_in ON hold USING btree (placed_in) WHERE (lifted_by IS NULL);
CREATE INDEX hold_standing_decision ON hold USING btree (decision) WHERE (lifted_by IS NULL);
CREATE INDEX hold_standing_party ON hold USING btree (party) WHERE (lifted_by IS NULL);
CREATE INDEX hold_status ON hold USING btree (status) WHERE (status IS NOT NULL);
CREATE INDEX inquiry_ahead ON inquiry USING btree (case_id, party, service) WHERE ahead;
CREATE INDEX inquiry_answered ON inquiry USING btree (id) WHERE (state = 'answered'::text);
CREATE INDEX inquiry_case ON inquiry USING btree (case_id);
CREATE INDEX inquiry_follows ON inquiry USING btree (follows, service, asked_at) WHERE (follows IS NOT NULL);
CREATE INDEX inquiry_party ON inquiry USING btree (party);
CREATE INDEX inquiry_subscription ON inquiry USING btree (subscription) WHERE (subscription IS NOT NULL);
CREATE INDEX inquiry_telling ON inquiry USING btree (tells, system, service, subscription, asked_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX inquiry_waiting ON inquiry USING btree (system, service, next_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX invitation_case ON invitation USING btree (case_id);
CREATE INDEX invitation_expiry ON invitation USING btree (expires_at);
CREATE INDEX invitation_invited_by ON invitation USING btree (invited_by);
CREATE INDEX invitation_joined ON invitation USING btree (joined);
CREATE INDEX invoice_case ON invoice USING btree (case_id);
CREATE INDEX invoice_party ON invoice USING btree (party);
CREATE INDEX invoice_payer ON invoice USING btree (payer);
CREATE INDEX invoice_to_look ON invoice USING btree (id) WHERE to_look;
CREATE INDEX invoice_to_tell ON invoice USING btree (next_at, id) WHERE (((state = 'open'::text) AND (told IS NULL)) OR (((state = ANY (ARRAY['recorded'::text, 'withdrawn'::text])) OR to_withdraw) AND (told = 'open'::text)));
CREATE INDEX invoice_unpaid ON invoice USING btree (due_on, id) WHERE (state = 'open'::text);
CREATE INDEX keeping_look ON keeping USING btree (look_on, case_id, party) WHERE (look_on IS NOT NULL);
CREATE INDEX ledger_leaf_party ON ledger_leaf USING btree (party) WHERE (opening IS NOT NULL);
CREATE INDEX ledger_leaf_waiting ON ledger_leaf USING btree (id) WHERE (index IS NULL);
CREATE INDEX letter_case ON letter USING btree (case_id);
CREATE INDEX letter_party ON letter USING btree (party) WHERE (subject IS NULL);
CREATE INDEX letter_waiting ON letter USING btree (send_from) WHERE (send_from IS NOT NULL);
CREATE INDEX look_newest ON look USING btree (at DESC, id DESC);
CREATE INDEX look_party ON look USING btree (party, at);
CREATE INDEX mandate_account ON mandate USING btree (account);
CREATE INDEX mandate_party ON mandate USING btree (party);
CREATE INDEX material_campaign ON material USING btree (campaign, made_at DESC, id);
CREATE INDEX membership_party ON membership USING btree (party);
CREATE INDEX offered_answer_client ON offered_answer USING btree (client, at) INCLUDE (service, outcome);
CREATE INDEX offered_answer_message ON offered_answer USING btree (client, message_id);
CREATE INDEX offered_answer_party ON offered_answer USING btree (party, at, id) WHERE (party IS NOT NULL);
CREATE INDEX party_index_party ON party_index USING btree (party);
CREATE INDEX party_link_other ON party_link USING btree (other);
CREATE UNIQUE INDEX party_link_pair ON party_link USING btree (party, other) WHERE (state = ANY (ARRAY['waiting'::text, 'linked'::text, 'undoing'::text]));
CREATE INDEX party_link_waits ON party_link USING btree (state) WHERE (state = ANY (ARRAY['waiting'::text, 'undoing'::text]));
CREATE INDEX payment_day ON payment USING btree (paid_at);
CREATE INDEX payment_invoice ON payment USING btree (invoice);
CREATE INDEX payment_noted ON payment USING btree (id) WHERE (state = 'noted'::text);
CREATE INDEX payment_question_open ON payment_question USING btree (opened_at, id) WHERE (answer IS NULL);
CREATE INDEX payment_question_payment ON payment_question USING btree (payment);
CREATE INDEX policy_document_family ON policy_document USING btree (kind, family, in_force_from);
CREATE INDEX relation_other ON relation USING btree (other);
CREATE INDEX relation_party ON relation USING btree (party);
CREATE INDEX repayment_invoice ON repayment USING btree (invoice) WHERE (invoice IS NOT NULL);
CREATE INDEX repayment_open ON repayment USING btree (decided_at, id) WHERE ((done_by IS NULL) AND (done_on IS NULL) AND ((invoice IS NOT NULL) OR given_up));
CREATE INDEX repayment_payment ON repayment USING btree (payment);
CREATE INDEX repayment_to_ask ON repayment USING btree (next_at, id) WHERE ((payment IS NOT NULL) AND (NOT asked) AND (NOT given_up) AND (done_on IS NULL));
CREATE INDEX session_account ON session USING btree (account);
CREATE INDEX session_expiry ON session USING btree (expires_at);
CREATE INDEX status_case ON status USING btree (case_id);
CREATE INDEX status_change_case ON status_change USING btree (case_id);
CREATE INDEX status_change_number ON status_change USING btree (number);
CREATE INDEX status_change_party ON status_change USING btree (party);
CREATE INDEX status_change_waiting ON status_change USING btree (changed_at, id) WHERE (NOT is_left);
CREATE INDEX status_document ON status USING btree (document_index) WHERE (document_index IS NOT NULL);
CREATE INDEX status_event ON status USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE INDEX status_holder ON status USING btree (holder);
CREATE INDEX status_holders ON status USING btree (kind, until_on, number) WHERE ((rests_on IS NULL) AND (state <> 'ended'::text));
CREATE INDEX status_issued ON status USING btree (issued_at);
CREATE UNIQUE INDEX status_named_by ON status USING btree (named_by);
CREATE INDEX status_named_in ON status USING btree (named_in);
CREATE INDEX status_number_end ON status USING btree (number_end);
CREATE INDEX status_rests_on ON status USING btree (rests_on) WHERE (rests_on IS NOT NULL);
CREATE INDEX status_unfindable ON status USING btree (number) WHERE ((birth_index IS NULL) AND (code_sealed <> '\x'::bytea));
CREATE INDEX status_until ON status USING btree (until_on, number) WHERE (state <> 'ended'::text);
CREATE INDEX subscription_number ON subscription USING btree (number) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX subscription_open ON subscription USING btree (client, number) WHERE (ended_at IS NULL);
CREATE INDEX subscription_party ON subscription USING btree (party);
CREATE INDEX system_switch_system ON system_switch USING btree (system, n);
CREATE INDEX taking_over_party ON taking_over USING btree (party);
CREATE UNIQUE INDEX task_case ON task USING btree (case_id, kind, step, owner_body, owner_party, subject) NULLS NOT DISTINCT WHERE (state = 'open'::text);
CREATE INDEX task_of_anybody ON task USING btree (owner_role, due_on, case_id) WHERE ((state = 'open'::text) AND (owner_body IS NULL) AND (owner_party IS NULL));
CREATE INDEX task_of_body ON task USING btree (owner_body, kind, due_on, case_id) WHERE (state = 'open'::text);
CREATE INDEX task_of_party ON task USING btree (owner_party, owner_role, due_on, case_id) WHERE ((state = 'open'::text) AND (owner_party IS NOT NULL));
CREATE INDEX task_of_role ON task USING btree (owner_role, due_on, case_id) WHERE ((state = 'open'::text) AND (owner_body IS NULL));
CREATE INDEX task_silent ON task USING btree (due_on, case_id) WHERE ((state = 'open'::text) AND (silence IS NOT NULL));
CREATE INDEX task_telling ON task USING btree (case_id) WHERE ((state = 'open'::text) AND (kind = 'telling'::text));
CREATE UNIQUE INDEX telling_decision ON telling USING btree (decision, party) WHERE (decision IS NOT NULL);
CREATE INDEX telling_event ON telling USING btree (event) WHERE (event IS NOT NULL);
CREATE INDEX telling_letter ON telling USING btree (letter) WHERE (letter IS NOT NULL);
CREATE INDEX told_change_subscription ON told_change USING btree (subscription);
CREATE INDEX upload_case ON upload USING btree (case_id);
CREATE INDEX upload_started ON upload USING btree (started_at);

-- Functions

CREATE OR REPLACE FUNCTION public.account_in(the_case uuid, the_party uuid, but_payment uuid)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_agg(json_build_object(
    'id', id, 'amount', amount, 'currency', currency, 'credited', credited, 'state', state,
    'onPaper', on_paper, 'stands', invoice_stands(id), 'step', step, 'payer', payer,
    -- The calendar may have moved it since; the later counts.
    'dueOn', greatest(due_on, (
      select max(task.due_on) from task
      where task.case_id = the_case and task.step = invoice.step and task.kind = 'payment'
    )),
    'payments', coalesce((
      select json_agg(json_build_object(
        'kind', kind, 'hundredths', hundredths, 'currency', payment.currency, 'receipt', receipt
      ) order by paid_at, payment.id)
      from payment
      where payment.invoice = invoice.id and payment.state = 'taken'
        and payment.id is distinct from but_payment
    ), '[]'),
    'byHand', coalesce((
      select json_agg(json_build_object('hundredths', repayment.hundredths, 'on', done_on))
      from repayment left join payment on payment.id = repayment.payment
      where coalesce(repayment.invoice, payment.invoice) = invoice.id and done_on is not null
        and repayment.currency = invoice.currency
    ), '[]')
  ) order by issued_at, length(number), number)
  from invoice where case_id = the_case and party = the_party
$function$;

CREATE OR REPLACE FUNCTION public.account_of_question(the_id uuid)
 RETURNS TABLE(case_id uuid, party uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(invoice.case_id, decision.case_id), coalesce(invoice.party, decision.subject)
  from payment_question as question
  left join payment on payment.id = question.payment
  left join invoice on invoice.id = payment.invoice
  left join decision on decision.id = question.decision
  where question.id = the_id
$function$;

CREATE OR REPLACE FUNCTION public.accounts_to_look_at(after_invoice uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from invoice
  where to_look and id > after_invoice and invoice_stands(id) <> 'anew'
  order by id limit 200
$function$;

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

CREATE OR REPLACE FUNCTION public.act_on_frequent_question(the_id uuid, the_version integer, the_act text, the_reason text, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held frequent_question := hold_frequent_question(the_id);
  who acting := acting();
  is_own boolean := held.mission is not distinct from own_mission();
begin
  if held.version <> the_version then
    return false;
  end if;
  case the_act
  when 'show' then
    update frequent_question_text set stands = 'past' where question = held.id and stands = 'shown';
    update frequent_question_text
    set stands = 'shown', shown_by = who.party, shown_at = moment_here(the_moment)
    where question = held.id and stands = 'waiting' and written_by <> who.party
      and (not for_all or sees_missions());
  when 'send-back' then
    update frequent_question_text set stands = 'sent-back', reason = the_reason
    where question = held.id and stands = 'waiting' and written_by <> who.party
      and (not for_all or sees_missions());
  when 'take-down' then
    update frequent_question_text set stands = 'past' where question = held.id and stands = 'shown';
  when 'remove' then
    delete from frequent_question_text
    where question = held.id and stands in ('draft', 'waiting', 'sent-back') and is_own;
  when 'forget' then
    delete from frequent_question_text where question = held.id and not exists (
      select from frequent_question_text as other where other.question = held.id and stands <> 'past'
    );
  end case;
  if not found then
    raise exception 'that is not done with this question by whoever acts' using errcode = '42501';
  end if;
  update frequent_question set version = version + 1 where id = held.id returning * into held;
  perform note_frequent_question_act(held, the_act, the_moment);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.act_until(the_case uuid, the_party uuid, the_day date, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  today date := (moment_here(the_moment) at time zone 'Asia/Baku')::date;
begin
  perform check_writes_in(the_case, the_party);
  if the_day < today or the_day >= today + interval '18 years'
    or not coalesce(the_party = any (who.parties), false)
    or has_account(the_party)
    or exists (select from status where holder = the_party)
    or exists (
      select from case_party join case_file on case_file.id = case_id
      where party = the_party and is_subject and filed_on is not null
    )
  then
    return;
  end if;
  update mandate set until_on = the_day
  where account = who.account and mandate.party = the_party and kind = 'guardian'
    and until_on <> the_day;
  if found then
    update invitation set ended_at = the_moment
    where ended_at is null
      and id in (select invitation from taking_over where taking_over.party = the_party);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.act_until_decided(the_decision uuid, the_day date, the_moment timestamp with time zone, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  decided record;
begin
  select decision.case_id, decision.subject, decided_on into decided
  from decision join event on event.id = decided_by
  where decision.id = the_decision and is_of_now(event.xmin) and exists (
    select from status where holder = decision.subject and named_by = decision.id
  );
  if not found or has_account(decided.subject)
    or the_day >= decided.decided_on + interval '18 years'
  then
    raise exception 'nobody is acted for until then by that' using errcode = '42501';
  end if;
  update mandate set until_on = the_day
  where mandate.party = decided.subject and kind = 'guardian' and until_on <> the_day;
  if not found then
    return;
  end if;
  update invitation set ended_at = moment_here(the_moment)
  where ended_at is null
    and id in (select invitation from taking_over where taking_over.party = decided.subject);
  perform record_letters(decided.case_id, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid);
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

CREATE OR REPLACE FUNCTION public.acts_for_in(the_case uuid, the_subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_party where case_id = the_case and party = the_subject and is_subject
  ) and (
    is_owner() or coalesce(the_case = any ((acting()).own_cases)
      and (the_subject = any ((acting()).parties) or the_case = any ((acting()).whole_cases)), false)
  )
$function$;

CREATE OR REPLACE FUNCTION public.add_represented(the_case uuid, the_person json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_party uuid := (the_person ->> 'party')::uuid;
  the_role text := the_person ->> 'role';
  the_day date := (the_person ->> 'from_on')::date;
  the_event uuid := (the_person ->> 'event')::uuid;
  its_roles text[] := array(
    select role from case_party
    where case_id = the_case and party = who.party and until_on is null
  );
begin
  if not coalesce(the_case = any (who.own_cases), false)
    or not may_join(the_case, the_role, its_roles)
  then
    raise exception 'nobody is brought along here' using errcode = '42501';
  end if;
  insert into party (id, kind) values (the_party, 'person');
  insert into mandate (id, account, party, kind, from_on, until_on, event)
  values (
    (the_person ->> 'mandate')::uuid, who.account, the_party, 'guardian', the_day,
    (the_person ->> 'until_on')::date, the_event
  );
  perform relate(the_person, the_party, who.party);
  insert into case_party (case_id, party, role, is_subject, state, from_on, acted_by)
  values (the_case, the_party, the_role, true, 'open', the_day, who.party);
  who.parties := who.parties || the_party;
  perform act_as(with_cases(who));
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
  perform check_adds_to(case_id, subject) from upload where id = the_upload;
  update upload set received = received + the_bytes
  where id = the_upload and received = at_byte and received + the_bytes <= bytes
  returning received into in_all;
  if found then
    insert into upload_step (upload_id, at_byte, sealed) values (the_upload, at_byte, the_sealed);
  end if;
  return in_all;
end
$function$;

CREATE OR REPLACE FUNCTION public.address_case(the_case uuid, the_asking json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
begin
  if said_by_policy('mission', the_asking ->> 'mission') is null
    or exists (select from asking where account = who.account)
    or not exists (
      select from account join credential on credential.account = account.id
      where account.id = who.account and is_of_now(account.xmin) and is_of_now(credential.xmin)
    )
  then
    raise exception 'nobody asks a mission like that' using errcode = '42501';
  end if;
  insert into asking (case_id, mission, account, token_hash, token_sealed)
  values (
    the_case, the_asking ->> 'mission', who.account,
    decode(the_asking ->> 'token_hash', 'base64'), decode(the_asking ->> 'token_sealed', 'base64')
  );
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
    if exists (select from moves_in_force() where type_hash = the_hash) then
      insert into waiting_job (task, payload) values ('move-cases', '{}');
    end if;
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.against_erasing(the_party uuid, but_for uuid DEFAULT NULL::uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with theirs as (
    select case_id from case_party where party = the_party and case_id is distinct from but_for
  )
  select array(
    select 'case' where exists (
      select from case_party join case_file on case_file.id = case_party.case_id
      where party = the_party and is_subject and case_party.state <> 'ended' and case_id in (select case_id from theirs) and number is not null and stage <> 'ended'
    )
    union all
    select 'status' where exists (
      select from status where holder = the_party and status.state <> 'ended'
    )
    union all
    select 'hold' where is_held_back(the_party, array(select case_id from theirs))
  )
$function$;

CREATE OR REPLACE FUNCTION public.against_erasing_in(the_case uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select against_erasing(about_party, id) from case_file
  where id = the_case and about_party is not null and sees_case(id)
$function$;

CREATE OR REPLACE FUNCTION public.against_erasing_part(the_case uuid, the_party uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with made as (
    select id from decision where case_id = the_case and subject = the_party
  ), given as (
    select number, state from status where number in (
      select named_or_given_in(the_case, the_party)
    )
  ), about as (
    select stage from case_file where about_case = the_case
    union all
    select stage from made join case_file on about_decision = made.id
    union all
    select stage from given join case_file on about_status = given.number
  )
  select array(
    select 'case' where exists (select from about where stage <> 'ended')
    union all
    select 'status' where exists (
      select from given
      left join status as resting on resting.rests_on = given.number and resting.state <> 'ended'
      where given.state <> 'ended' or resting.number is not null
    )
    union all
    select 'effect' where exists (
      select from made join effect on effect.decision = made.id where effect.state = 'waiting'
    )
    union all
    select 'message' where exists (
      select from task
      where task.case_id = the_case and task.state = 'open' and task.kind = 'message'
    )
    union all
    select 'hold' where is_held_back(the_party, array[the_case])
  )
$function$;

CREATE OR REPLACE FUNCTION public.announce_keeping(the_row json, the_day date, the_letters json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  told record;
begin
  select * into told from json_to_record(the_row) as told (
    case_id uuid, party uuid, version integer, kept_until date, goes_after date
  );
  perform from case_file where id = told.case_id and stage = 'ended' for no key update;
  if not found or told.goes_after < told.kept_until or told.goes_after <= reached(the_day) then
    return false;
  end if;
  update keeping set
    kept_until = told.kept_until, announced_on = reached(the_day), goes_after = told.goes_after,
    look_on = told.goes_after + 1
  where case_id = told.case_id and party = told.party and version = told.version
    and erased_at is null and goes_after is distinct from told.goes_after;
  if not found then
    return false;
  end if;
  perform record_letters(told.case_id, the_letters);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.answer_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json)
 RETURNS TABLE(result text, kind text, from_on date, until_on date)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from tell_offered(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_day, the_call
  )
$function$;

CREATE OR REPLACE FUNCTION public.answer_by_number(the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json)
 RETURNS TABLE(result text, kind text, from_on date, until_on date)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from tell_offered(offered_by_number(the_number, the_birth, the_kinds), the_day, the_call)
$function$;

CREATE OR REPLACE FUNCTION public.answer_payment_questions(the_answers json, the_repayments json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  of_account record;
begin
  perform check_role('{case-officer,head}');
  select distinct account.* into of_account
  from json_array_elements(the_answers) as said
  cross join lateral account_of_question((said ->> 'question')::uuid) as account;
  perform from case_file where id = of_account.case_id for update;
  update payment_question set
    answer = said.answer, answered_at = said.at, answered_by = who.party
  from json_to_recordset(the_answers) as said (question uuid, answer text, at timestamptz)
  where payment_question.id = said.question and payment_question.answer is null;
  if not found then
    return false;
  end if;
  insert into repayment (
    id, payment, invoice, hundredths, currency, decided_at, decided_by, next_at
  )
  select wanted.id, wanted.payment, wanted.invoice, wanted.hundredths,
    coalesce(paid.currency, invoice.currency), at, who.party, at
  from json_to_recordset(the_repayments) as wanted (
    id uuid, payment uuid, invoice uuid, hundredths integer, at timestamptz
  )
  left join payment as paid
    on paid.id = wanted.payment and paid.kind = 'payment' and paid.state = 'taken'
  left join invoice on invoice.id = coalesce(wanted.invoice, paid.invoice)
  where num_nonnulls(paid.id, wanted.invoice) = 1 and exists (
    select from json_array_elements(the_answers) as said
    cross join lateral account_of_question((said ->> 'question')::uuid) as account
    join payment_question as question on question.id = (said ->> 'question')::uuid
    where said ->> 'answer' = 'pay-back' and (
      question.payment = paid.id
      or (account.case_id = invoice.case_id and account.party = invoice.party)
    )
  );
  perform check_repayments(the_repayments);
  perform enter_leaf(who.party, null, said -> 'leaf')
  from json_array_elements(the_answers) as said
  join payment_question on payment_question.id = (said ->> 'question')::uuid
    and is_of_now(payment_question.xmin);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.answer_work_right(the_number text, the_birth bytea, the_rights json, the_day date, the_call json)
 RETURNS TABLE(result text, is_known boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_status status;
begin
  select status.* into the_status from status
  where status.number = the_number and status.birth_index = the_birth
    and status.kind in (select json_array_elements_text(the_rights -> 'kinds'));
  result := coalesce((
    select said.result from json_to_recordset(the_rights -> 'said') as said (kind text, result text)
    where said.kind = the_status.kind and offered_standing(the_status, the_day) = 'valid'
    limit 1
  ), 'the-service-must-say');
  is_known := the_status.number is not null;
  perform note_offered(the_call, the_status.holder, result);
  return next;
end
$function$;

CREATE OR REPLACE FUNCTION public.answers_since(the_event uuid, the_moment timestamp with time zone)
 RETURNS TABLE(id uuid, party uuid, service text, question_sealed bytea, answer_sealed bytea, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select inquiry.id, inquiry.party, inquiry.service, inquiry.question_sealed, inquiry.answer_sealed,
    inquiry.answered_at
  from consultation join inquiry using (case_id) join event as asking on asking.id = the_event
  where consultation.event = the_event and is_left and is_of_now(consultation.xmin)
    and asking.kind not in ('consult', 'ask')
    and inquiry.state = 'taken' and tells is null and follows is null and not ahead
    and inquiry.question_sealed is not null and inquiry.answer_sealed is not null
    and inquiry.answered_at > the_moment
  order by inquiry.answered_at desc, inquiry.id
$function$;

CREATE OR REPLACE FUNCTION public.appointments_booked(after_appointment uuid)
 RETURNS TABLE(id uuid, case_id uuid, party uuid, step text, place text, starts_at timestamp with time zone, booked_at timestamp with time zone, reminded_at timestamp with time zone, number text, type text, type_hash text, procedure_hash text, state text, reader json)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select appointment.id, appointment.case_id, appointment.party, appointment.step, place, starts_at,
    booked_at, reminded_at, number, type, type_hash, procedure_hash, case_file.state, (
      select json_build_object(
        'party', account.party, 'language', account.language, 'subject', own.party
      )
      from case_party as own
      join account on account.party in (own.party, own.acted_by)
        and face = 'portal' and closed_at is null
      where own.case_id = appointment.case_id and own.party = appointment.party
      order by account.party = own.party desc limit 1
    )
  from appointment
  join case_file on case_file.id = appointment.case_id
  where appointment.state = 'booked' and appointment.id > after_appointment
  order by appointment.id
  limit 200
$function$;

CREATE OR REPLACE FUNCTION public.appointments_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update appointment set state = 'called-off', changed_at = recorded_at
  from event
  where event.id = new.closed_by and appointment.case_id = new.case_id
    and appointment.step = new.step and appointment.state = 'booked';
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.ask_again(the_system text, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_role('{administrator}');
  update inquiry set next_at = least(next_at, the_moment)
  where system = the_system and state = 'waiting' and not is_on_its_way(inquiry, the_moment);
  if not found then
    return false;
  end if;
  -- Whoever has it asked knows more than the count of failures.
  update system_state set open_until = null where system = the_system;
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.ask_ahead(the_case uuid, the_subject uuid, the_inquiries json, the_moment timestamp with time zone, OUT withheld text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  a_day constant integer := 10;
  -- Whoever names another day would begin to count anew.
  moment timestamptz := case when exists (select from own_time) then the_moment else now() end;
  wanted text[] := array(
    select service from json_to_recordset(the_inquiries) as asked (service text)
  );
  so_often integer;
begin
  perform check_writes_in(the_case, the_subject);
  if exists (select from case_file where id = the_case and stage <> 'draft') then
    raise exception 'what was sent in is asked by itself' using errcode = '42501';
  end if;
  if not wanted <@ array(select services_ahead(the_case, the_subject)) then
    raise exception 'policy lets nobody ask that ahead' using errcode = '42501';
  end if;
  perform check_named(the_case, the_inquiries);
  -- Whoever takes one to ask it waits for this, and finds it no more.
  perform from inquiry
  where case_id = the_case and party = the_subject and ahead and service = any (wanted)
  for update;
  if exists (
    select from inquiry
    where case_id = the_case and party = the_subject and ahead and service = any (wanted)
      and is_on_its_way(inquiry, moment)
  ) then
    withheld := 'on-its-way';
    return;
  end if;
  insert into asked_ahead as asked (party, asked_on, times)
  values (coalesce((acting()).party, the_subject), (moment at time zone 'Asia/Baku')::date, 1)
  on conflict (party, asked_on) do update set times = asked.times + 1
  returning times into so_often;
  if so_often > a_day then
    withheld := 'too-often';
    return;
  end if;
  delete from inquiry
  where case_id = the_case and party = the_subject and ahead and service = any (wanted);
  -- They look at the page meanwhile: they come first.
  insert into inquiry (
    id, case_id, party, system, service, ground, ahead, asked_at, question_sealed, state, next_at, named
  )
  select id, the_case, the_subject, system, service, ground, true, the_moment,
    decode(question_sealed, 'base64'), 'waiting', '-infinity', nullif(named, the_subject)
  from json_to_recordset(the_inquiries) as asked (
    id uuid, service text, question_sealed text, named uuid
  )
  join services_in_force() using (service);
end
$function$;

CREATE OR REPLACE FUNCTION public.ask_back_again(the_id uuid, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_role('{case-officer,head}');
  update repayment set given_up = false, tries = 0, next_at = the_moment
  where id = the_id and given_up and done_by is null and done_on is null;
  return found;
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

CREATE OR REPLACE FUNCTION public.asking_is_held()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select is_held_back(who.party, array[asking.case_id])
  from acting() as who join asking on asking.account = who.account
$function$;

CREATE OR REPLACE FUNCTION public.asks_by_a_day(the_task task)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select the_task.kind = 'notice' and the_task.counted -> 'terms' <> '[]'
$function$;

CREATE OR REPLACE FUNCTION public.asks_of_policy(the_type_hash text, the_procedure_hash text, the_type text, the_service text, the_body text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from jsonb_array_elements(coalesce(
      (select canonical::jsonb from policy_document where hash = the_type_hash),
      said_by_policy('case-type', the_type)
    ) -> 'registers') as register
    where the_body is null and register ->> 'service' = the_service
  ) or the_body is null and the_service = coalesce(
    (select canonical::jsonb from policy_document where hash = the_type_hash),
    said_by_policy('case-type', the_type)
  ) ->> 'examinedBy' or exists (
    select from policy_document
    cross join jsonb_array_elements(canonical::jsonb -> 'bodies') as body
    where hash = the_procedure_hash and body ->> 'code' = the_body
      and body ->> 'answersBy' = the_service
  )
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
  the_earlier uuid := (the_case ->> 'about_case')::uuid;
  the_person uuid := (the_case ->> 'about_party')::uuid;
  its_parties uuid[] := array(
    select party from json_to_recordset(the_parties) as had (party uuid)
  );
begin
  if not is_owner() and not coalesce(case session_user
    when 'kecid_portal' then its_parties <@ who.parties and (
      the_status is null or exists (
        select from status where number = the_status and holder = any (its_parties)
      )
    ) and (
      the_decision is null or exists (
        select from decision
        where id = the_decision and case_id = any (who.own_cases) and subject = any (its_parties)
      )
    ) and (
      the_earlier is null or exists (
        select from case_file join case_party on case_id = id and is_subject and until_on is null
        where id = the_earlier and id = any (who.own_cases) and party = any (its_parties)
          and filed_on is not null and stage <> 'ended'
      )
    ) and (the_person is null or its_parties = array[the_person])
      and (the_case -> 'asking') is not null = is_to_mission(the_case ->> 'type')
    when 'kecid_office' then who.sees_all and the_case -> 'asking' is null and case
      when the_status is not null then exists (
        select from status where number = the_status and holder = any (its_parties)
      )
      else its_parties = array[the_person] and exists (
        select from case_party join case_file on case_file.id = case_id
        where party = the_person and is_subject and number is not null and not is_apart(case_id)
      )
    end
    when 'kecid_jobs' then who.own_cases is null and the_case -> 'asking' is null and exists (
      select from effect join status on number = target
      where effect.id = who.effect and effect.effect = 'open' and target = the_status
        and holder = any (its_parties) and its_parties <@ (holder || array(
          select party from guardian_of(the_status, (the_case ->> 'opened_on')::date)
        ))
    )
  end, false) then
    raise exception 'nobody begins a case for these' using errcode = '42501';
  end if;
  if not exists (
    select from policy_document join type_step on type_step.type_hash = policy_document.hash
    where policy_document.kind = 'case-type' and policy_document.code = the_case ->> 'type'
      and type_step.kind = 'begin' and from_state = '' and to_state = the_case ->> 'state'
      and to_stage = the_case ->> 'stage'
      and (session_user <> 'kecid_portal' or exists (
        select from json_to_recordset(the_parties) as had (party uuid, role text)
        where party = who.party and role = any (by_roles)
      ))
      and (session_user <> 'kecid_office' or by_roles && who.roles)
      and (session_user <> 'kecid_jobs' or 'system' = any (by_roles))
  ) then
    raise exception 'no published type begins like that' using errcode = '42501';
  end if;

  insert into case_file (
    id, type, state, stage, state_since, version, about_status, about_decision, about_case,
    about_party, opened_on, changed_at
  )
  select id, type, state, stage, opened_on, 0, about_status, the_decision, the_earlier,
    the_person, opened_on, changed_at
  from json_to_record(the_case) as begun (
    id uuid, type text, state text, stage text, about_status text, opened_on date,
    changed_at timestamptz
  );

  insert into case_party (case_id, party, role, is_subject, state, from_on, acted_by)
  select the_id, party, role, is_subject, case when is_subject then 'open' end,
    (the_case ->> 'opened_on')::date, acted_by
  from json_to_recordset(the_parties)
    as had (party uuid, role text, is_subject boolean, acted_by uuid);

  if the_case -> 'asking' is not null then
    perform address_case(the_id, the_case -> 'asking');
  end if;

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
  perform check_adds_to(the_case, the_subject);
  insert into upload (id, case_id, subject, kind, name_sealed, bytes, started_at)
  select id, the_case, the_subject, kind, decode(name_sealed, 'base64'), bytes, started_at
  from json_to_record(the_upload) as begun (
    id uuid, kind text, name_sealed text, bytes integer, started_at timestamptz
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.begins_visit(the_place jsonb, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select exists (
    select from jsonb_array_elements(the_place -> 'hours' -> (
      array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    )[extract(isodow from the_moment at time zone 'Asia/Baku')::integer]) as open
    cross join lateral (
      select extract(
        epoch from (the_moment at time zone 'Asia/Baku')::time - (open ->> 'from')::time
      ) / 60 as after,
      extract(epoch from (open ->> 'until')::time - (open ->> 'from')::time) / 60 as whole,
      (the_place ->> 'minutes')::numeric as length
    ) as times
    where after >= 0 and after + length <= whole and mod(after::numeric, length) = 0
  )
$function$;

CREATE OR REPLACE FUNCTION public.believed(the_moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when exists (select from own_time) then the_moment else least(the_moment, now()) end
$function$;

CREATE OR REPLACE FUNCTION public.bring_known(the_case uuid, the_person json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_party uuid := (the_person ->> 'party')::uuid;
  the_role text := the_person ->> 'role';
  the_day date := (the_person ->> 'from_on')::date;
  its_roles text[] := array(
    select role from case_party
    where case_id = the_case and party = who.party and until_on is null
  );
begin
  if not coalesce(the_case = any (who.own_cases), false)
    or the_party = who.party or not coalesce(the_party = any (who.parties), false)
    or not may_join(the_case, the_role, its_roles)
    or exists (
      select from case_party
      where case_id = the_case and party = the_party and until_on is null
    )
  then
    raise exception 'nobody is brought along here' using errcode = '42501';
  end if;
  insert into case_party (case_id, party, role, is_subject, state, from_on, acted_by)
  values (the_case, the_party, the_role, true, 'open', the_day, who.party)
  on conflict (case_id, party, role) do update
  set until_on = null, from_on = excluded.from_on, state = excluded.state;
  perform act_as(with_cases(who));
end
$function$;

CREATE OR REPLACE FUNCTION public.can_be_entered(the_case uuid, the_step text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_file
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and (stage = 'ended' or step = the_step and from_state = state)
  )
$function$;

CREATE OR REPLACE FUNCTION public.cancel_appointment(the_id uuid, the_leaf json, the_letters json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its appointment;
begin
  select * into its from appointment where id = the_id for update;
  if its.id is null or not sees_case(its.case_id)
    or not coalesce(says_when(its.case_id, its.step, its.party), false)
  then
    raise exception 'a time is given back by whoever has it' using errcode = '42501';
  end if;
  update appointment set state = 'cancelled', changed_at = the_moment,
    by_service = coalesce(records_visits(its.case_id, its.step), false)
  where id = the_id and state = 'booked' and starts_at > believed(the_moment);
  if not found then
    return false;
  end if;
  perform enter_visit(its.party, its.case_id, the_leaf);
  perform record_letters(its.case_id, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.carry_over(the_number text, the_next text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update status set rests_on = the_next
  where rests_on = the_number and state <> 'ended' and number <> the_next
    and said_by_policy('status', kind) -> 'restsOn' ? (
      select next.kind from status as next where next.number = the_next
    )
$function$;

CREATE OR REPLACE FUNCTION public.case_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.stage = 'ended' then
    insert into keeping (case_id, party, look_on)
    select distinct new.id, case_party.party, date '0001-01-01'
    from case_party join party on party.id = case_party.party
    where case_party.case_id = new.id and is_subject and party.erased_at is null
    on conflict (case_id, party) do update set look_on = excluded.look_on, version = keeping.version + 1
    where keeping.erased_at is null;
  else
    update keeping set
      look_on = null, kept_until = null, announced_on = null, goes_after = null,
      version = version + 1
    where case_id = new.id and erased_at is null;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.cases_to_move(after_case uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  earlier text[] := array(select distinct from_hash from moves_in_force());
begin
  if earlier = '{}' then
    return;
  end if;
  return query
    select case_file.id from case_file
    where type_hash is not null and stage <> 'ended'
      and type_hash = any (earlier) and case_file.id > after_case
      and not exists (select from decision where decision.case_id = case_file.id)
    order by case_file.id
    limit 200;
end
$function$;

CREATE OR REPLACE FUNCTION public.change_campaign(the_id uuid, the_version integer, the_campaign json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held campaign := hold_campaign(the_id);
begin
  if held.version <> the_version then
    return false;
  end if;
  perform keep_campaign(with_said(held, the_campaign), 'change', the_moment);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.change_just_taken(the_change uuid)
 RETURNS status_change
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken status_change;
begin
  select * into taken from status_change
  where id = the_change and is_left and is_of_now(status_change.xmin);
  if not found then
    raise exception 'only a change that was just taken is told' using errcode = '42501';
  end if;
  return taken;
end
$function$;

CREATE OR REPLACE FUNCTION public.charges_among(the_parties uuid[])
 RETURNS TABLE(party uuid, of_age_on date, invited_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 8
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select charge.party, of_age_from(charge.party), (
    select max(expires_at)
    from taking_over join invitation on invitation.id = taking_over.invitation
    where taking_over.party = charge.party and ended_at is null
  )
  from unnest(the_parties) as charge (party), acting() as who
  where who.sees_all and of_age_from(charge.party) is not null and not has_account(charge.party)
$function$;

CREATE OR REPLACE FUNCTION public.check_adds_to(the_case uuid, the_subject uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not (writes_in(the_case, the_subject) or replies_in(the_case, the_subject)) then
    raise exception 'this case is not to be written in' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_move(the_case json, the_event json)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was case_file;
begin
  select * into was from case_file where id = (the_case ->> 'id')::uuid;
  if not exists (
    select from moves_in_force()
    where from_hash = was.type_hash and from_state = was.state
      and type_hash = the_case ->> 'typeHash' and to_state = the_case ->> 'state'
      and (is_owner() or type_hash = (acting()).moves_to)
  ) or the_event ->> 'role' <> 'system' or the_event ->> 'actor' is not null
    or the_event ->> 'cause' is not null
    or the_event ->> 'to_state' <> the_case ->> 'state'
    or the_event -> 'readable' ->> 'typeHash' is distinct from the_case ->> 'typeHash'
    or exists (select from decision where case_id = was.id)
    or (was.stage, was.number, was.procedure_hash, was.scoring_hash, was.field, was.filed_on,
      was.state_since)
    is distinct from (the_case ->> 'stage', the_case ->> 'number', the_case ->> 'procedureHash',
      the_case ->> 'scoringHash', the_case ->> 'field', (the_case ->> 'filedOn')::date,
      (the_case ->> 'stateSince')::date)
  then
    raise exception 'no version in force takes this case over like that' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_named(the_case uuid, the_inquiries json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from json_to_recordset(the_inquiries) as asked (party uuid, named uuid)
    where named is not null and (named is not distinct from party or not exists (
      select from case_party
      where case_party.party = named and case_party.case_id in (
        the_case,
        (
          select named_in from case_file join status on status.number = about_status
          where case_file.id = the_case
        )
      )
    ))
  ) then
    raise exception 'a question names whoever is in the case' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_repayments(the_repayments json)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from json_array_elements(the_repayments) as wanted
    where not exists (
      select from repayment left join payment on payment.id = repayment.payment
      where repayment.id = (wanted ->> 'id')::uuid and is_of_now(repayment.xmin)
        and (payment.id is null or (
          select sum(every.hundredths) from repayment as every where every.payment = payment.id
        ) <= payment.hundredths)
    )
  ) or exists (
    select from repayment join invoice on invoice.id = repayment.invoice
    where is_of_now(repayment.xmin) and (
      select sum(every.hundredths) from repayment as every
      join invoice as other on other.id = every.invoice
      where other.case_id = invoice.case_id and other.party = invoice.party
    ) > (
      select sum(on_paper) from invoice as other
      where other.case_id = invoice.case_id and other.party = invoice.party
    )
  ) or exists (
    select from repayment
    left join payment on payment.id = repayment.payment
    join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
      and invoice.currency = repayment.currency
    where is_of_now(repayment.xmin)
      and owed_in(invoice.case_id, invoice.party) > paid_in(invoice.case_id, invoice.party)
        - repayments_waiting(invoice.case_id, invoice.party)
  ) then
    raise exception 'what is paid back is what was paid and is not owed' using errcode = '42501';
  end if;
end
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
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
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
  select * into was from case_file where id = the_id for no key update;
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
      and (the_event ->> 'kind' = 'move') = (who.moves_to is not null)
  end, false) then
    raise exception 'this step is not for whoever acts' using errcode = '42501';
  end if;
  if was.version is distinct from (the_case ->> 'versionBefore')::integer then
    return false;
  end if;

  if the_event ->> 'kind' = 'move' then
    perform check_move(the_case, the_event);
    perform is_by_policy_in_force((the_event ->> 'policy')::bigint);
    return true;
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
  if session_user = 'kecid_office' and way.kind not in ('assign', 'say', 'tell') and exists (
    select from task
    where case_id = the_id and task.state = 'open' and task.kind in ('next-move', 'elsewhere')
      and owner_role = the_role and owner_party <> the_actor
  ) then
    raise exception 'the next move is another official''s' using errcode = '42501';
  end if;
  if way.kind in ('propose', 'decide') and exists (
    select from event
    where actor = the_actor and case_id = coalesce(
      was.about_case, (select decision.case_id from decision where id = was.about_decision)
    )
  ) then
    raise exception 'nobody decides about what they took part in' using errcode = '42501';
  end if;
  if way.kind = 'consult' and not coalesce((
    select count(*) = 1 and bool_and(service = any (way.registers)
      and coalesce(does in ('send', 'ask'), true) and exists (
      select from case_party
      where case_id = the_id and party = subject and is_subject and until_on is null
    ))
    from json_to_recordset(the_event -> 'readable' -> 'consults') as asked (
      subject uuid, service text, does text
    )
  ), false) then
    raise exception 'the step % asks no such register about them', the_step using errcode = '42501';
  end if;
  if way.kind <> 'consult' and exists (
    select from json_to_recordset(the_event -> 'readable' -> 'consults') as asked (service text, body text)
    where not asks_of_policy(
      coalesce(the_case ->> 'typeHash', was.type_hash),
      coalesce(the_case ->> 'procedureHash', was.procedure_hash), was.type, asked.service, asked.body
    )
  ) then
    raise exception 'policy has no such register asked by the step %', the_step using errcode = '42501';
  end if;
  -- Of a kind of which people have one at a time, what they begin about nothing else.
  if way.kind = 'file' and was.filed_on is null and the_case ->> 'number' is not null
    and session_user = 'kecid_portal' and coalesce((
      select not canonical::jsonb -> 'begins' ? 'about'
        and canonical::jsonb -> 'begins' -> 'unless' @> '[{"test": "same-type-open"}]'
      from policy_document where hash = way.type_hash
    ), false) and exists (select from sent_in_beside(the_id))
  then
    raise exception 'another of this kind was sent in' using errcode = '42501';
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
  return true;
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

CREATE OR REPLACE FUNCTION public.choose_appointments(the_case uuid, the_step text, the_wanted json, the_letters json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  visit jsonb := visit_asked(the_case, the_step);
  official boolean := coalesce(records_visits(the_case, the_step), false);
  today date := (believed(the_moment) at time zone 'Asia/Baku')::date;
  wanted json;
  the_day date;
  beside boolean;
  left_out text[] := '{}';
  letters json;
begin
  if not sees_case(the_case) or not exists (
    select from task
    where case_id = the_case and kind = 'appearance' and step = the_step and state = 'open'
  ) then
    raise exception 'nobody is asked to come for this' using errcode = '42501';
  end if;
  begin
    for wanted in
      select value from json_array_elements(the_wanted) order by value ->> 'starts_at', value ->> 'party'
    loop
      the_day := ((wanted ->> 'starts_at')::timestamptz at time zone 'Asia/Baku')::date;
      beside := not official and comes_beside(the_case, (wanted ->> 'party')::uuid);
      if not (beside or coalesce(says_when(the_case, the_step, (wanted ->> 'party')::uuid), false))
        or not place_now(wanted ->> 'place') -> 'serves' ? (visit ->> 'for')
        or not begins_visit(place_now(wanted ->> 'place'), (wanted ->> 'starts_at')::timestamptz)
        or (wanted ->> 'starts_at')::timestamptz <= believed(the_moment)
        or the_day > today + (place_now(wanted ->> 'place') ->> 'aheadDays')::integer
        or the_day < soonest_visit(the_case, visit, place_now(wanted ->> 'place'), today)
        or is_named_off(the_day)
      then
        raise exception 'a time is chosen for oneself, where there is one' using errcode = '42501';
      end if;
      if beside and not lacks_time(the_case, the_step, (wanted ->> 'party')::uuid) then
        left_out := left_out || (wanted ->> 'party');
        continue;
      end if;
      update appointment set state = 'moved', changed_at = the_moment, by_service = official
      where case_id = the_case and step = the_step and party = (wanted ->> 'party')::uuid
        and state = 'booked';
      if not official and (
        select count(*) from appointment
        where case_id = the_case and step = the_step and party = (wanted ->> 'party')::uuid
          and state in ('moved', 'cancelled') and not by_service
      ) > (visit ->> 'moves')::integer then
        raise exception 'it was moved as often as it can be' using errcode = '42501';
      end if;
      if not take_seat(the_case, the_step, wanted, the_moment) then
        raise exception 'somebody was faster' using errcode = 'KC003';
      end if;
      perform enter_visit((wanted ->> 'party')::uuid, the_case, wanted -> 'leaf');
    end loop;
  exception when sqlstate 'KC003' then
    return false;
  end;
  select coalesce(json_agg(value), '[]') into letters
  from json_array_elements(the_letters) where value ->> 'subject' <> all (left_out);
  perform record_letters(the_case, letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(letters) as written (id uuid);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.citizenship_in(the_case uuid, the_party uuid, the_type jsonb)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((
    select answer.readable -> 0 -> 'values' -> (field ->> 'code') ->> 0
    from jsonb_array_elements(the_type -> 'blocks') as its_block
    cross join jsonb_array_elements(its_block -> 'fields') as field
    join answer on answer.case_id = the_case and answer.block = its_block ->> 'code'
      and (answer.subject = the_party or answer.subject is null)
    where field ->> 'means' = 'citizenships'
    limit 1
  ), 'XXX')
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

CREATE OR REPLACE FUNCTION public.come_asking(the_hash bytea)
 RETURNS TABLE(account uuid, party uuid, language text, case_id uuid, mission text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  who acting;
  its_language text;
  its_case uuid;
  its_mission text;
begin
  select account.id, account.party, account.language, asking.case_id, asking.mission
  into who.account, who.party, its_language, its_case, its_mission
  from asking join account on account.id = asking.account
  where token_hash = the_hash and closed_at is null;
  if not found then
    return;
  end if;
  who.parties := array[who.party];
  perform act_as(with_cases(who));
  return query select who.account, who.party, its_language, its_case, its_mission;
end
$function$;

CREATE OR REPLACE FUNCTION public.come_invited(the_hash bytea, the_moment timestamp with time zone)
 RETURNS TABLE(id uuid, case_id uuid, role text, joined uuid, is_for_them boolean, is_open boolean, invited_by uuid, inviter uuid, address bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  who acting := acting();
  found_one record;
begin
  select invitation.*, is_address_of(who.account, email_index) as fits, ended_at is null and expires_at > moment_here(the_moment) as opens
  into found_one
  from invitation where token_hash = the_hash for update;
  if not found then
    return;
  end if;
  if found_one.fits and found_one.opens
    and not exists (select from taking_over where taking_over.invitation = found_one.id)
  then
    who.own_cases := who.own_cases || found_one.case_id;
    perform act_as(who);
  end if;
  return query
    select found_one.id, found_one.case_id, found_one.role, found_one.joined, found_one.fits,
      found_one.opens, found_one.invited_by, account.id, sealed
    from (select) as one
    left join account on found_one.fits and account.party = found_one.invited_by
      and closed_at is null
    left join credential on credential.account = account.id and kind = 'e-mail'
      and credential.ended_at is null;
end
$function$;

CREATE OR REPLACE FUNCTION public.come_to_ask(the_case uuid, the_person json, the_address bytea, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  if session_user <> 'kecid_portal' and not is_owner() then
    raise exception 'a mission is asked at the portal' using errcode = '42501';
  end if;
  -- Apart from the lock under which the keys of a case are made, on another connection.
  perform pg_advisory_xact_lock(hashtextextended(the_case::text, 1));
  if exists (select from case_file where id = the_case) then
    return case when exists (
      select from asking where case_id = the_case and account is not null
    ) then false end;
  end if;
  who.account := (the_person ->> 'account')::uuid;
  who.party := (the_person ->> 'party')::uuid;
  who.parties := array[who.party];
  who.own_cases := '{}';
  who.whole_cases := '{}';
  insert into party (id, kind) values (who.party, 'person');
  insert into account (id, party, face, language, is_demonstration)
  values (
    who.account, who.party, 'portal', the_person ->> 'language',
    (the_person ->> 'is_demonstration')::boolean
  );
  insert into credential (id, account, kind, index, sealed, added_at)
  values (
    (the_person ->> 'credential')::uuid, who.account, 'e-mail',
    sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), the_address,
    moment_here(the_moment)
  );
  perform enter_leaf(who.party, null, the_person -> 'leaf');
  perform act_as(who);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.come_to_take_over(the_hash bytea, the_moment timestamp with time zone)
 RETURNS TABLE(case_id uuid, invitation uuid, is_for_them boolean, is_done boolean, has_own boolean, party uuid, of_age_on date, asks_document boolean, tries_left integer, email bytea, invited_by uuid, inviter uuid, address bytea, acted_by uuid)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select found.case_id, found.id, found.fits, found.joined is not null and found.joined = who.party,
    has_of_their_own(who), case when found.fits then found.person end,
    case when found.fits then of_age_from(found.person) end, found.asks_document,
    tries_max() - found.tries, case when found.fits then found.email_sealed end,
    case when found.fits then found.inviting end, account.id, credential.sealed, (
      select case_party.acted_by from case_party
      where found.fits and case_party.case_id = found.case_id and case_party.party = found.person
        and is_subject and until_on is null
      limit 1
    )
  from acting() as who
  join (
    select invitation.id, invitation.case_id, joined, email_sealed, invitation.invited_by as inviting,
      taking_over.party as person, taking_over.asks_document, tries,
      is_address_of((acting()).account, email_index) and (
        ended_at is null and expires_at > moment_here(the_moment) or joined = (acting()).party
      ) as fits
    from invitation join taking_over on taking_over.invitation = invitation.id
    where token_hash = the_hash
    -- A second press waits for the first, and finds what is so then.
    for update of invitation
  ) as found on true
  left join account on found.fits and account.party = found.inviting and face = 'portal'
    and closed_at is null
  left join credential on credential.account = account.id and kind = 'e-mail'
    and credential.ended_at is null
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

CREATE OR REPLACE FUNCTION public.comes_beside(the_case uuid, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_party as own
    join case_party as other on other.case_id = own.case_id
    where own.case_id = the_case and own.is_subject and own.until_on is null
      and own.party = any ((acting()).parties)
      and other.party = the_party and other.is_subject and other.until_on is null
      and other.party <> all ((acting()).parties)
  )
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

CREATE OR REPLACE FUNCTION public.consultations(after_at timestamp with time zone, after_event uuid)
 RETURNS TABLE(event uuid, asked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select event, asked_at from consultation
  where not is_left and (asked_at, event) > (after_at, after_event)
  order by asked_at, event limit 200
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
  ) or exists (
    select from case_file
    where about_case = the_case and stage <> 'ended' and number is not null
      and shown_to_asked(id)
  )
$function$;

CREATE OR REPLACE FUNCTION public.count_by_link(the_what text, the_code text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if the_what not in ('followed', 'begun')
    or session_user <> 'kecid_portal' then
    raise exception 'nothing is counted by that' using errcode = '42501';
  end if;
  insert into tally (what, campaign, people)
  select the_what, campaign.id, 1 from campaign
  where code = the_code and retired_on is null and deleted_on is null
  on conflict (what, campaign, country, language) do update set people = tally.people + 1;
end
$function$;

CREATE OR REPLACE FUNCTION public.count_week(the_week date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with counted as (
    select 'applied' as what, case_file.id as case_id, case_party.party, canonical::jsonb as type
    from case_file
    join policy_document on policy_document.hash = case_file.type_hash
    join case_party on case_party.case_id = case_file.id and is_subject
    where filed_on >= the_week and filed_on < the_week + 7 and is_told_of(canonical::jsonb)
    union all
    select 'admitted', status.case_id, holder, canonical::jsonb
    from status
    join case_file on case_file.id = status.case_id
    join policy_document on policy_document.hash = case_file.type_hash
    where rests_on is null
      and issued_at >= the_week::timestamp at time zone 'Asia/Baku'
      and issued_at < (the_week + 7)::timestamp at time zone 'Asia/Baku'
  )
  insert into tally (what, country, language, people)
  select what, citizenship_in(case_id, counted.party, type), account.language, count(*)
  from counted join account on account.party = counted.party and account.face = 'portal'
  group by 1, 2, 3
  on conflict (what, campaign, country, language)
  do update set people = tally.people + excluded.people
$function$;

CREATE OR REPLACE FUNCTION public.days_to_follow(after_case uuid)
 RETURNS TABLE(case_id uuid, task uuid, counted jsonb, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with page as (
    select id, case_file.counted, case_file.due_on from (
      (
        select id from case_file where id > after_case and stage <> 'ended' order by id limit 200
      )
      union
      (
        select case_id from task
        where case_id > after_case and state = 'open' and kind = 'telling'
        order by case_id
        limit 200
      )
      order by id
      limit 200
    ) as moving join case_file using (id)
  )
  select id, null::uuid, page.counted, page.due_on from page
  union all
  select task.case_id, task.id, task.counted, task.due_on
  from page join task on task.case_id = page.id and state = 'open'
  order by 1
$function$;

CREATE OR REPLACE FUNCTION public.days_to_reconcile(today date)
 RETURNS SETOF date
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 14
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select day::date from generate_series(today - 14, today - 1, interval '1 day') as day
  where not exists (select from reconciliation where reconciliation.day = day::date)
    and day::date >= (select min(issued_at at time zone 'Asia/Baku')::date from invoice)
  order by day
$function$;

CREATE OR REPLACE FUNCTION public.days_to_tell(after_case uuid)
 RETURNS TABLE(case_id uuid, was date, number text, type text, type_hash text, state text, counted jsonb, readers json)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select day_moved.case_id, was, number, type, type_hash, case_file.state, counted, (
    select json_agg(json_build_object(
      'party', reader.party, 'language', account.language, 'subject', coalesce(
        (
          select own.party from case_party as own
          where own.case_id = day_moved.case_id and own.is_subject and own.until_on is null
            and reader.party in (own.party, own.acted_by)
          order by own.joined_as limit 1
        ),
        (
          select own.party from case_party as own
          where own.case_id = day_moved.case_id and own.is_subject
          order by own.joined_as limit 1
        )
      )
    ))
    from (
      select distinct party from case_party
      where case_party.case_id = day_moved.case_id and until_on is null
        and not only_consents(case_party.case_id, party)
    ) as reader
    join account on account.party = reader.party and face = 'portal' and closed_at is null
  )
  from day_moved
  join case_file on case_file.id = day_moved.case_id
  where day_moved.case_id > after_case
  order by day_moved.case_id
  limit 200
$function$;

CREATE OR REPLACE FUNCTION public.decision_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  where case_id = new.case_id and party = new.subject and erased_at is null;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.delete_campaign(the_id uuid, the_version integer, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held campaign := hold_campaign(the_id);
  today date := moment_here(the_moment) at time zone 'Asia/Baku';
begin
  if held.version <> the_version then
    return false;
  end if;
  -- A week that is being shown is waited for, and seen below.
  delete from tally where campaign = held.id;
  if exists (
    select from kept_of_campaign(held.id)
    where is_printed or is_shown or held.from_on <= today and made_on <> today
  ) then
    raise exception 'this campaign can only be retired' using errcode = '22023';
  end if;
  held.event := '{}';
  held.place := '';
  held.deleted_on := today;
  perform keep_campaign(held, 'delete', the_moment);
  return true;
end
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
  select id from effect
  where state = 'waiting' and effect <> 'erase' and id > after_effect
    and case effect when 'reopen' then can_be_entered(target::uuid, step) else true end
  order by id limit 200
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
    perform notice_ended(the_number, null, the_day, null, null);
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

CREATE OR REPLACE FUNCTION public.enter_visit(the_party uuid, the_case uuid, the_leaf json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if the_leaf is null or json_typeof(the_leaf) <> 'object' or the_leaf ->> 'leaf' is null
    or the_leaf ->> 'leaf_hash' is null or the_leaf ->> 'opening' is null
  then
    raise exception 'what is done with a time has its leaf' using errcode = '42501';
  end if;
  perform enter_leaf(the_party, the_case, the_leaf);
end
$function$;

CREATE OR REPLACE FUNCTION public.erase_asking()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
begin
  if not exists (select from asking where account = who.account)
    or is_held_back(who.party, array(select case_id from asking where account = who.account))
  then
    raise exception 'nobody is erased by that' using errcode = '42501';
  end if;
  perform erase_party(who.party);
end
$function$;

CREATE OR REPLACE FUNCTION public.erase_draft(the_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  -- Whoever was brought into it, and is nowhere else.
  brought uuid[] := array(
    select party from case_party as here
    where case_id = the_case and acted_by is not null
      and not exists (select from account where account.party = here.party)
      and not exists (
        select from case_party as there
        where there.party = here.party and there.case_id <> the_case
      )
  );
begin
  if exists (select from case_file where id = the_case and filed_on is not null)
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
  where case_id = the_case and opening is not null;
  delete from letter where case_id = the_case;
  delete from appointment where case_id = the_case;
  delete from exchange_message where case_id = the_case;
  delete from inquiry where case_id = the_case;
  delete from consultation where case_id = the_case;
  delete from upload where case_id = the_case;
  delete from document where case_id = the_case;
  delete from answer where case_id = the_case;
  delete from task where case_id = the_case;
  delete from invitation where case_id = the_case;
  delete from relation
  where party = any (brought) or event in (select id from event where case_id = the_case);
  delete from mandate where party = any (brought);
  delete from event_part where case_id = the_case;
  delete from event where case_id = the_case;
  delete from case_party where case_id = the_case;
  delete from party where id = any (brought);
  delete from case_file where id = the_case;
end
$function$;

CREATE OR REPLACE FUNCTION public.erase_in_cases(the_party uuid, its_cases uuid[], the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where case_id = any (its_cases) and subject = the_party and lying.address is not null
  ));
  update ledger_leaf set opening = null, party = null, case_id = null
  where party = the_party and case_id = any (its_cases) and opening is not null;
  update telling set letter = null
  where letter in (select id from letter where case_id = any (its_cases) and subject = the_party);
  delete from letter where case_id = any (its_cases) and subject = the_party;
  delete from upload where case_id = any (its_cases) and subject = the_party;
  delete from document where case_id = any (its_cases) and subject = the_party;
  delete from answer where case_id = any (its_cases) and subject = the_party;
  delete from appointment where case_id = any (its_cases) and party = the_party;
  delete from correction where party = the_party;
  -- The place in their order stays, so that none is given twice.
  update told_change set subscription = null, change = null
  where change in (
    select id from status_change where case_id = any (its_cases) and party = the_party
  );
  delete from inquiry where case_id = any (its_cases) and party = the_party;
  delete from subscription where party = the_party and number in (
    select named_or_given_in(id, the_party) from unnest(its_cases) as their (id)
  );
  delete from status_change where case_id = any (its_cases) and party = the_party;
  -- That a system was asked, when and by which clause, stays in the log.
  update exchange_message set request_sealed = null, answer_sealed = null
  where case_id = any (its_cases) and party = the_party;
  update event set sealed = null, readable = '{}'
  where case_id = any (its_cases) and subject = the_party;
  update event_part set sealed = null where case_id = any (its_cases) and subject = the_party;
  update decision set record_sealed = ''
  where case_id = any (its_cases) and subject = the_party;
  -- Nobody finds a status by what only its paper and its holder tell.
  update status set
    code_sealed = '',
    code_index = sha256(gen_random_uuid()::text::bytea),
    holder_index = sha256(gen_random_uuid()::text::bytea),
    birth_index = null, document_index = null, issued_index = null
  where named_in = any (its_cases) and holder = the_party and code_sealed <> '';
  update former_paper set
    code_sealed = '',
    code_index = sha256(gen_random_uuid()::text::bytea),
    holder_index = sha256(gen_random_uuid()::text::bytea),
    birth_index = null, document_index = null, issued_index = null
  from status
  where status.number = former_paper.number and holder = the_party
    and former_paper.case_id = any (its_cases) and former_paper.code_sealed <> '';
  update task set state = 'dropped', closed_by = opened_by, version = version + 1
  where case_id = any (its_cases) and state = 'open' and subject = the_party;
  -- Who came to it by a link alone is nowhere else, and cannot be written to any more.
  delete from credential where account in (
    select account from asking where case_id = any (its_cases) and account in (
      select id from account where party = the_party
    )
  );
  update asking set account = null, token_hash = null, token_sealed = null
  where case_id = any (its_cases) and account in (select id from account where party = the_party);
  update keeping set erased_at = the_moment, look_on = null
  where case_id = any (its_cases) and party = the_party and erased_at is null;
end
$function$;

CREATE OR REPLACE FUNCTION public.erase_part(the_case uuid, the_party uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its_end timestamptz;
begin
  select tombstone.erased_at into its_end from keys.tombstone
  where kind = 'part' and id = the_party and tombstone.case_id = the_case;
  if not found then
    raise exception 'what is kept of somebody in a case is erased once its key is';
  end if;
  perform from case_file where id = the_case for update;
  -- In a database of yesterday nobody may have looked yet.
  insert into keeping (case_id, party)
  select distinct case_party.case_id, case_party.party from case_party
  where case_party.case_id = the_case and case_party.party = the_party and is_subject
  on conflict do nothing;
  perform erase_in_cases(the_party, array[the_case], its_end);
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
  its_end timestamptz;
begin
  select tombstone.erased_at into its_end from keys.tombstone
  where kind = 'party' and id = the_party;
  if not found then
    raise exception 'a party is erased once its key is';
  end if;
  perform from case_file where id = any (its_cases) order by id for update;
  perform from party where id = the_party for update;
  select id into its_account from account where party = the_party for update;

  perform erase_in_cases(the_party, its_cases, its_end);
  update ledger_leaf set opening = null, party = null, case_id = null
  where party = the_party and opening is not null;
  update telling set letter = null
  where letter in (select id from letter where party = the_party and subject is null);
  delete from letter where party = the_party and subject is null;
  update event_part set sealed = null where subject = the_party;
  -- Of a case of somebody else, whoever acted in it is gone, and the case goes on.
  update task set owner_party = null, version = version + 1
  where case_id = any (its_cases) and state = 'open' and owner_party = the_party;
  update case_party set until_on = from_on
  where party = the_party and not is_subject and until_on is null;

  delete from asked_ahead where party = the_party;
  delete from party_index where party = the_party;
  -- Whoever else it is of can still show what was done about them; nothing of whoever is erased stays in it.
  delete from party_link
  where the_party in (party, other) and (party is null or other is null);
  update party_link set
    party = nullif(party, the_party),
    case_id = case when party <> the_party then case_id end,
    other = nullif(other, the_party),
    other_case = case when other <> the_party then other_case end
  where the_party in (party, other);
  delete from relation where the_party in (party, other);
  delete from mandate where party = the_party or account = its_account;
  delete from invitation where the_party in (invited_by, joined)
    or id in (select invitation from taking_over where taking_over.party = the_party);
  delete from session where account = its_account;
  delete from account_link where account = its_account;
  delete from credential where account = its_account;
  update account set name_sealed = null, closed_at = coalesce(closed_at, now())
  where id = its_account;
  update party set erased_at = its_end where id = the_party;
end
$function$;

CREATE OR REPLACE FUNCTION public.erasing_of(the_number text)
 RETURNS TABLE(party uuid, case_id uuid, erased boolean, cases bigint, documents bigint, against text[])
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
    against_erasing(party.id)
  from case_file
  join case_party on case_party.case_id = case_file.id and is_subject
  join party on party.id = case_party.party
  where number = the_number
$function$;

CREATE OR REPLACE FUNCTION public.erasures_due(the_day date, after_effect uuid)
 RETURNS TABLE(id uuid, party uuid, case_id uuid, ground text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select effect.id, subject, decision.case_id, concat_ws(' ', number, outcome)
  from effect
  join decision on decision.id = effect.decision
  join case_file on case_file.id = decision.case_id
  where effect = 'erase' and effect.state = 'waiting' and effect.id > after_effect
    and effect.due_on < reached(the_day) and against_erasing(subject) = '{}'
  order by effect.id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.figures_due(the_day date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select next
  from (
    select coalesce(
      (select max(week) + 7 from figure_week),
      (select date_trunc('week', min(filed_on))::date from case_file),
      date_trunc('week', the_day)::date - 7
    ) as next
  ) as due
  where next + 7 <= the_day
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
    select case_file.id, wanted.due_on, case_file.due_on as was from wanted
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
    returning case_file.id, stage, filed_on, free_case.was
  ),
  -- Whoever was told the day before is told this one.
  to_tell as (
    insert into day_moved (case_id, was)
    select id, was from moved_case
    where was is not null and filed_on is not null and stage <> 'ended'
    on conflict (case_id) do nothing
  ),
  moved_task as (
    update task set due_on = free_task.due_on from free_task
    where task.case_id = free_task.case_id and task.id = free_task.id
    returning 1
  )
  select ((select count(*) from moved_case) + (select count(*) from moved_task))::integer
$function$;

CREATE OR REPLACE FUNCTION public.follows(the_decision uuid, the_effect json, allowed text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_holder uuid := (select subject from decision where id = the_decision);
  was status;
begin
  select * into was from status
  where number = the_effect ->> 'target' and holder in (select same_as(the_holder)) for update;
  if not found
    or concat_ws(' ', 'end', the_effect ->> 'what', was.kind) <> all (allowed)
    or was.given_by = the_decision
    or not exists (
      select from status
      where number = the_effect ->> 'next' and given_by = the_decision and holder = the_holder
    )
  then
    raise exception 'nothing is given in the place of %', the_effect ->> 'target'
      using errcode = '42501';
  end if;
  return was.state <> 'ended';
end
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
  delete from asked_ahead where asked_on < (at at time zone 'Asia/Baku')::date;
  delete from upload where started_at < at - interval '1 day';
  -- Long enough that whoever opens the link late is told what became of it.
  delete from invitation where coalesce(ended_at, expires_at) < at - interval '90 days';
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

CREATE OR REPLACE FUNCTION public.give_notice(the_case uuid, the_counted jsonb, the_day date, the_event uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into task (
    case_id, id, kind, step, owner_role, owner_party, counted, due_on, state, opened_by
  )
  select the_case, gen_random_uuid(), 'notice', case_file.state,
    coalesce(mover.role, able.role), mover.party, the_counted, the_day, 'open', the_event
  from case_file
  left join lateral (
    select office_role.role, owner_party as party
    from task join office_role on office_role.role = owner_role
    where case_id = case_file.id and state = 'open' and kind in ('next-move', 'elsewhere')
    limit 1
  ) as mover on true
  left join lateral (
    select office_role.role from office_role
    join type_step on office_role.role = any (by_roles) and kind not in ('answer', 'tell', 'say')
      and type_hash = any (array(select types_of_case(case_file.id)))
    where office_role.of in ('service', 'council', 'watch')
    order by from_state = case_file.state desc, office_role.of desc, office_role.role
    limit 1
  ) as able on mover.role is null
  where case_file.id = the_case and coalesce(mover.role, able.role) is not null
  on conflict (case_id, kind, step, owner_body, owner_party, subject) where state = 'open'
  do update set counted = excluded.counted, due_on = excluded.due_on,
    opened_by = excluded.opened_by, version = task.version + 1
  where asks_by_a_day(excluded)
$function$;

CREATE OR REPLACE FUNCTION public.good_until(the_party uuid, sent timestamp with time zone, its_end timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select its_end + greatest(
    interval '0', of_age_from(the_party)::timestamp at time zone 'Asia/Baku' - sent
  )
$function$;

CREATE OR REPLACE FUNCTION public.guardian_of(the_number text, the_day date)
 RETURNS TABLE(party uuid, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select account.party, account.language
  from status
  join case_party on case_party.case_id = status.named_in and case_party.party = status.holder
  join account on account.party = case_party.acted_by and closed_at is null
  join mandate on mandate.account = account.id and mandate.party = status.holder
  where status.number = the_number
    and mandate.from_on <= the_day and coalesce(mandate.until_on >= the_day, true)
    and (
      is_owner() or (acting()).sees_all
      or the_number = (select target from effect where id = (acting()).effect)
    )
  limit 1
$function$;

CREATE OR REPLACE FUNCTION public.hand_over_case(the_case uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update asking set is_apart = false
  where case_id = the_case and is_apart and exists (
    select from task join office_role on role = owner_role and office_role.of = 'service'
    where task.case_id = the_case and task.state = 'open' and task.kind = 'next-move'
  )
$function$;

CREATE OR REPLACE FUNCTION public.hand_over_document(the_document uuid, the_services text[], the_day date, the_call json)
 RETURNS TABLE(case_id uuid, party uuid, address text, sha256 bytea, media text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its document;
  whose uuid;
  sent event;
begin
  select document.* into its from document join case_file on case_file.id = document.case_id
  where document.id = the_document and case_file.stage <> 'ended';
  whose := coalesce(its.subject, (
    select case_party.party from case_party
    where case_party.case_id = its.case_id and is_subject and until_on is null limit 1
  ));
  select event.* into sent from event,
    jsonb_to_recordset(readable -> 'consults') as consulted (subject uuid, service text, does text)
  where event.case_id = its.case_id and event.kind = 'file' and consulted.subject = whose
    and consulted.does = 'send' and consulted.service = any (the_services)
  order by seq desc limit 1;
  if sent.id is null or its.added_at > sent.recorded_at or its.removed_at <= sent.recorded_at
    or exists (
      select from event where event.case_id = its.case_id and seq > sent.seq and (
        kind = 'report' and readable -> 'settles' ? whose::text
        or kind = 'recall' and readable ->> 'done' = 'true'
      )
    )
  then
    perform note_offered(the_call, null, 'none');
    return;
  end if;
  if not exists (
    select from offered_answer, json_to_record(the_call) as call (client text, service text)
    where offered_answer.client = call.client and offered_answer.service = call.service
      and offered_answer.party = whose and outcome = 'document-fetched'
      and (at at time zone 'Asia/Baku')::date = the_day
  ) then
    perform note_offered(the_call, whose, 'document-fetched');
  end if;
  return query select its.case_id, whose, its.address, its.sha256, its.media;
end
$function$;

CREATE OR REPLACE FUNCTION public.has_account(the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from account where party = the_party)
$function$;

CREATE OR REPLACE FUNCTION public.has_cases()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_file)
$function$;

CREATE OR REPLACE FUNCTION public.has_of_their_own(who acting)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_party where party = who.party)
    or exists (select from mandate where account = who.account)
    or exists (select from relation where who.party in (party, other))
$function$;

CREATE OR REPLACE FUNCTION public.held_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json)
 RETURNS TABLE(is_known boolean, held json)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from tell_held(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_kinds, the_day, the_call
  )
$function$;

CREATE OR REPLACE FUNCTION public.held_by_number(the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json)
 RETURNS TABLE(is_known boolean, held json)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from tell_held(
    offered_by_number(the_number, the_birth, the_kinds), the_kinds, the_day, the_call
  )
$function$;

CREATE OR REPLACE FUNCTION public.held_by_same()
 RETURNS TABLE(holder uuid, kind text, from_on date, until_on date, state text, ended_on date, by_time boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select who.party, status.kind, from_on, until_on, state,
    case when event.audience = 'person' then event.happened_on end, ended_by is null
  from acting() as who
  cross join lateral same_as(who.party) as same
  join status on status.holder = same
  left join event on event.id = ended_by
  where same <> who.party or event.case_id <> all (who.own_cases)
$function$;

CREATE OR REPLACE FUNCTION public.held_elsewhere(the_case uuid, the_party uuid)
 RETURNS TABLE(kind text, number text, until_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status.kind, case when session_user <> 'kecid_portal' then status.number end,
    status.until_on
  from same_as(the_party) as same
  join status on status.holder = same and status.state = 'in-force'
  where same <> the_party and sees_case(the_case)
    and (session_user <> 'kecid_office' or (acting()).sees_all)
    and exists (
      select from case_party
      where case_id = the_case and case_party.party = the_party and case_party.until_on is null
    )
$function$;

CREATE OR REPLACE FUNCTION public.held_in_family(the_case uuid)
 RETURNS TABLE(holder uuid, kind text, from_on date, until_on date, state text, ended_on date, by_time boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 8
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with people as (
    select here as person, here as holder from of_family(the_case) as here
    union
    select case_party.party, same
    from case_party cross join lateral same_as(case_party.party) as same
    where case_id = the_case and is_subject and until_on is null and acted_by is null
      and case_party.party in (select of_family(the_case))
  )
  select person, status.kind, from_on, until_on, state,
    case when event.audience = 'person' then event.happened_on end, ended_by is null
  from people
  join status on status.holder = people.holder
  left join event on event.id = ended_by
$function$;

CREATE OR REPLACE FUNCTION public.hold_campaign(the_id uuid)
 RETURNS campaign
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held campaign;
begin
  select * into held from campaign
  where id = the_id and mission = own_mission() and deleted_on is null for update;
  if held.id is null then
    raise exception 'this campaign is not of whoever acts' using errcode = '42501';
  end if;
  return held;
end
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

CREATE OR REPLACE FUNCTION public.hold_frequent_question(the_id uuid)
 RETURNS frequent_question
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held frequent_question;
begin
  select * into held from frequent_question
  where id = the_id and (mission = own_mission() or sees_missions()) for update;
  if held.id is null then
    raise exception 'this question is not of whoever acts' using errcode = '42501';
  end if;
  return held;
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

CREATE OR REPLACE FUNCTION public.hold_to_move(the_case uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  perform from case_file where id = the_case and stage <> 'ended' for update skip locked;
  if not found or exists (select from decision where case_id = the_case) then
    return null;
  end if;
  select type_hash into who.moves_to from moves_in_force() as moves
  where (from_hash, from_state) = (
    select case_file.type_hash, state from case_file where id = the_case
  );
  if who.moves_to is not null then
    who.own_cases := array[the_case];
    perform act_as(who);
  end if;
  return who.moves_to;
end
$function$;

CREATE OR REPLACE FUNCTION public.holds_in(the_case uuid)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with standing as (
    select * from hold
    where lifted_by is null and party = any (array(
      select party from case_party
      where case_id = the_case and is_subject and until_on is null
        and (session_user <> 'kecid_portal' or party = any ((acting()).parties))
    ))
    union all
    select * from hold
    where lifted_by is null and decision = any (array(
      select id from decision where case_id = the_case
      union all
      select about_decision from case_file where id = the_case
    )) and exists (select from decision as kept where kept.id = hold.decision and set_aside_by is null)
  )
  select json_agg(
    json_build_object(
      'back', back, 'subject', party, 'decision', decision, 'since', from_on,
      'by', (
        select json_build_object('id', case_file.id, 'type', type, 'number', number)
        from case_file where case_file.id = placed_in
      )
    )
    order by from_on, id
  )
  from standing
  where sees_case(the_case) and (session_user <> 'kecid_office' or (acting()).sees_all)
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
    select same_as(party) from case_party where case_id = the_case and until_on is null
  )
  for share;
  if not found and the_number is not null then
    raise exception 'nothing rests on the status %', the_number using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.inquiries_answered(after_id uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from inquiry where state = 'answered' and id > after_id order by id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.inquiries_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  since integer;
begin
  if new.stage = 'ended' then
    update inquiry set state = 'dropped'
    where case_id = new.id and state = 'waiting' and tells is null and follows is null;
    update consultation set is_left = true where case_id = new.id and not is_left;
    return null;
  end if;
  since := (select max(seq) from event where case_id = new.id and kind in ('begin', 'file'));
  update inquiry set state = 'waiting', next_at = '-infinity', leased_until = null
  where id in (
    select distinct on (asked.party, asked.service, asked.body) asked.id
    from inquiry as asked join event on event.id = asked.opened_by
    where asked.case_id = new.id and asked.state = 'dropped' and asked.answered_at is null
      and event.seq >= since
    order by asked.party, asked.service, asked.body, event.seq desc
  ) and not exists (
    select from inquiry as later
    where later.case_id = new.id and later.service = inquiry.service and later.party = inquiry.party
      and later.body is not distinct from inquiry.body and later.state = 'taken'
      and later.opened_by is not null and later.asked_at >= inquiry.asked_at
  );
  update consultation set is_left = false
  from event
  where event.id = consultation.event and consultation.case_id = new.id and event.seq >= since
    and not exists (select from inquiry where opened_by = consultation.event);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.invitation_of(the_hash bytea, the_moment timestamp with time zone)
 RETURNS TABLE(type text, type_hash text, state text, role text, stands text, takes_over boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_file.type, case_file.type_hash, case_file.state, role,
    case
      when joined is not null then 'used'
      when invitation.ended_at is not null then 'withdrawn'
      when expires_at <= moment_here(the_moment) then 'expired'
      else 'open'
    end,
    exists (select from taking_over where taking_over.invitation = invitation.id)
  from invitation join case_file on case_file.id = case_id
  where token_hash = the_hash
$function$;

CREATE OR REPLACE FUNCTION public.invitation_to_send(the_invitation uuid, the_hash bytea, the_moment timestamp with time zone)
 RETURNS TABLE(case_id uuid, type text, type_hash text, state text, role text, language text, address bytea, takes_over boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_id, case_file.type, case_file.type_hash, case_file.state, role, language, email_sealed,
    exists (select from taking_over where taking_over.invitation = invitation.id)
  from invitation join case_file on case_file.id = case_id
  where invitation.id = the_invitation and token_hash = the_hash
    and invitation.ended_at is null and expires_at > the_moment
$function$;

CREATE OR REPLACE FUNCTION public.invite(the_case uuid, the_invitation json, the_sealed bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_id uuid := (the_invitation ->> 'id')::uuid;
  the_index bytea := decode(the_invitation ->> 'email_index', 'base64');
begin
  if not coalesce(the_case = any (who.own_cases), false)
    or not may_join(the_case, the_invitation ->> 'role', null)
    or not exists (
      select from case_party
      join type_step on type_step.type_hash in (select types_of_case(the_case))
      join policy_document on policy_document.hash = type_step.type_hash
      where case_id = the_case and party = who.party and until_on is null
        and type_step.kind = 'begin' and from_state = '' and role = any (by_roles)
        and not exists (
          select from jsonb_array_elements(canonical::jsonb -> 'roles') as each
          where each ->> 'code' = the_invitation ->> 'role'
            and each ? 'letInBy' and not each -> 'letInBy' ? role
        )
    )
  then
    raise exception 'nobody is invited here' using errcode = '42501';
  end if;
  if is_address_of(who.account, the_index) then
    return 'own-address';
  end if;
  if exists (
    select from invitation
    where case_id = the_case and email_index = the_index and ended_at is null
  ) then
    return 'asked-already';
  end if;
  insert into invitation (
    id, case_id, role, token_hash, email_sealed, email_index, language, invited_by, made_at,
    sent_at, expires_at
  )
  select the_id, the_case, role, decode(token_hash, 'base64'), the_sealed, the_index, language,
    who.party, made_at, made_at, expires_at
  from json_to_record(the_invitation) as made (
    role text, token_hash text, language text, made_at timestamptz, expires_at timestamptz
  );
  perform mail_invitation(the_id, the_invitation ->> 'sealed_token');
  return 'invited';
end
$function$;

CREATE OR REPLACE FUNCTION public.invite_again(the_invitation uuid, anew json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update invitation set
    token_hash = decode(anew ->> 'token_hash', 'base64'),
    sent_at = (anew ->> 'sent_at')::timestamptz,
    expires_at = coalesce((
      select good_until(
        taking_over.party, (anew ->> 'sent_at')::timestamptz, (anew ->> 'expires_at')::timestamptz
      )
      from taking_over where taking_over.invitation = the_invitation
    ), (anew ->> 'expires_at')::timestamptz)
  where id = the_invitation and invited_by = (acting()).party and ended_at is null
    and case when exists (select from taking_over where taking_over.invitation = the_invitation)
      then exists (
        select from taking_over
        where taking_over.invitation = the_invitation and may_hand_over(case_id, taking_over.party)
      )
      else case_id = any ((acting()).own_cases) and may_join(case_id, role, null)
    end;
  if found then
    perform mail_invitation(the_invitation, anew ->> 'sealed_token');
  end if;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.invite_to_take_over(the_case uuid, the_invitation json, the_sealed bytea, the_proofs json)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_id uuid := (the_invitation ->> 'id')::uuid;
  the_party uuid := (the_invitation ->> 'party')::uuid;
  the_index bytea := decode(the_invitation ->> 'email_index', 'base64');
begin
  if not may_hand_over(the_case, the_party) or of_age_from(the_party) is null
    or has_account(the_party) or json_array_length(the_proofs) = 0
    or session_user = 'kecid_office' and of_age_from(the_party)
      > (moment_here((the_invitation ->> 'made_at')::timestamptz) at time zone 'Asia/Baku')::date
  then
    raise exception 'nobody is invited to take over here' using errcode = '42501';
  end if;
  if is_address_of(who.account, the_index) then
    return 'own-address';
  end if;
  -- Two who ask at once are one after the other. What the Service sends takes the place of what waits.
  perform from party where id = the_party for no key update;
  if session_user = 'kecid_office' then
    update invitation set ended_at = (the_invitation ->> 'made_at')::timestamptz
    where ended_at is null and id in (
      select invitation from taking_over where taking_over.party = the_party
    );
  end if;
  if exists (
    select from invitation left join taking_over on taking_over.invitation = id
    where ended_at is null
      and (taking_over.party = the_party or case_id = the_case and email_index = the_index)
  ) then
    return 'asked-already';
  end if;
  insert into invitation (
    id, case_id, role, token_hash, email_sealed, email_index, language, invited_by, made_at,
    sent_at, expires_at
  )
  select the_id, the_case, (
      select role from case_party
      where case_id = the_case and party = the_party and is_subject and until_on is null limit 1
    ), decode(token_hash, 'base64'), the_sealed, the_index, language, who.party, made_at, made_at,
    good_until(the_party, made_at, expires_at)
  from json_to_record(the_invitation) as made (
    token_hash text, language text, made_at timestamptz, expires_at timestamptz
  );
  insert into taking_over (invitation, party, asks_document)
  values (the_id, the_party, (the_invitation ->> 'asks_document')::boolean);
  insert into taking_over_proof (invitation, index)
  select distinct the_id, decode(value, 'base64') from json_array_elements_text(the_proofs);
  perform mail_invitation(the_id, the_invitation ->> 'sealed_token');
  return 'invited';
end
$function$;

CREATE OR REPLACE FUNCTION public.invoice_stands(the_invoice uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when last.set_aside_by is null and last.id = invoice.decision then 'holds'
    when last.set_aside_by is null then 'gone'
    when case_file.stage not in ('carrying-out', 'ended') or exists (
      select from effect
      where effect.decision = last.set_aside_by and effect = 'reopen' and effect.state = 'waiting'
    ) then 'anew'
    else 'gone'
  end
  from invoice
  join case_file on case_file.id = invoice.case_id
  join decision as last on last.case_id = invoice.case_id and last.subject = invoice.party
    and not exists (select from decision as later where later.supersedes = last.id)
  where invoice.id = the_invoice
$function$;

CREATE OR REPLACE FUNCTION public.invoice_undone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update invoice set
    state = case state when 'open' then 'withdrawn' else state end, next_at = '-infinity',
    to_look = true
  where case_id = new.case_id and party = new.subject;
  perform look_at_accounts(new.case_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.invoices_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update invoice set state = 'withdrawn', next_at = new.recorded_at
  where case_id = new.case_id and state = 'open'
    and exists (select from case_file where id = new.case_id and stage = 'ended')
    and not exists (select from status where given_by = invoice.decision and status.state <> 'ended');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.invoices_unpaid(the_day date, after_invoice uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from invoice
  where state = 'open' and due_on < the_day and id > after_invoice and is_unpaid(invoice, the_day)
  order by id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.is_act_of_service(the_act json)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(session_user = 'kecid_office' and is_their_act(the_act) and exists (
    select from office_role where role = the_act ->> 'role' and office_role.of = 'service'
  ), false)
$function$;

CREATE OR REPLACE FUNCTION public.is_address_of(the_account uuid, the_index bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from credential
    where account = the_account and kind = 'e-mail' and index = the_index and ended_at is null
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_apart(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from asking
    where case_id = the_case and asking.is_apart and mission is distinct from own_mission()
  )
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

CREATE OR REPLACE FUNCTION public.is_family(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_file
    where id = the_case and stage <> 'ended'
      and said_by_policy('case-type', type) -> 'family' = 'true'
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_held_back(the_party uuid, its_cases uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from (
      select hold.lifted_by, hold.until_on from hold where party = the_party
      union all
      select hold.lifted_by, hold.until_on from hold where hold.case_id = any (its_cases)
      union all
      select hold.lifted_by, hold.until_on from hold where hold.status in (
        select named_or_given_in(id, the_party) from unnest(its_cases) as their (id)
      )
      union all
      select hold.lifted_by, hold.until_on from decision join hold on hold.decision = decision.id
      where decision.case_id = any (its_cases) and decision.subject = the_party
    ) as found
    where lifted_by is null
      and (until_on is null or until_on >= (now() at time zone 'Asia/Baku')::date)
  )
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

CREATE OR REPLACE FUNCTION public.is_named_off(the_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from policy_version_document as own
    join policy_document on policy_document.hash = own.hash
    cross join (select jsonb_build_array(jsonb_build_object('on', the_day)) as day) as asked
    where own.version = (select max(id) from policy_version)
      and kind = 'calendar' and code = extract(year from the_day)::integer::text
      and (canonical::jsonb -> 'holidays' @> day or canonical::jsonb -> 'restDays' @> day)
      and not canonical::jsonb -> 'workedDays' @> day
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_of_council(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from acting() as who
    join case_file on case_file.id = the_case and number is not null
    join type_step on type_step.kind <> 'answer'
      and type_step.type_hash = any (array(select types_of_case(the_case)))
      and type_step.by_roles && array(
        select role from office_role where role = any (who.roles) and office_role.of = 'council'
      )
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_of_mission(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from asking join case_file on id = case_id and number is not null
    where case_id = the_case and mission = own_mission()
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

CREATE OR REPLACE FUNCTION public.is_on_its_way(the_inquiry inquiry, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select the_inquiry.state = 'waiting' and coalesce(the_inquiry.leased_until > the_moment, false)
$function$;

CREATE OR REPLACE FUNCTION public.is_owner()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select pg_has_role(session_user, 'kecid_migrator', 'member')
$function$;

CREATE OR REPLACE FUNCTION public.is_price(the_procedure text, the_invoice json)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from policy_document
    cross join jsonb_array_elements(canonical::jsonb -> 'tariffs') as tariff
    cross join jsonb_array_elements(tariff -> 'rows') as price
    where hash = the_procedure and kind = 'procedure'
      and tariff ->> 'code' = the_invoice ->> 'tariff'
      and tariff ->> 'currency' = the_invoice ->> 'currency'
      and price -> 'upTo' = (the_invoice -> 'up_to')::jsonb
      and (the_invoice -> 'amount')::jsonb in (
        price -> 'adult' -> (the_invoice ->> 'tier'), price -> 'minor' -> (the_invoice ->> 'tier')
      )
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_switched_off(the_system text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((
    select is_off from system_switch where system = the_system order by n desc limit 1
  ), false)
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

CREATE OR REPLACE FUNCTION public.is_to_mission(the_type text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(
    said_by_policy('case-type', the_type) -> 'begins' -> 'about' ? 'mission', false
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_to_tell(the_invoice invoice)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select (the_invoice.state = 'open' and the_invoice.told is null) or (
    (the_invoice.state in ('recorded', 'withdrawn') or the_invoice.to_withdraw)
    and coalesce(the_invoice.told = 'open', false)
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_told_in(the_case uuid, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select sees_case(the_case) and exists (
    select from case_party
    join party on party.id = case_party.party and party.erased_at is null
    left join keeping on keeping.case_id = the_case and keeping.party = the_party
    where case_party.case_id = the_case and case_party.party = the_party and is_subject
      and until_on is null and keeping.erased_at is null
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_told_of(the_client text, the_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'offered' -> 'clients') as client
    cross join jsonb_array_elements(client -> 'asks') as asks
    where client ->> 'code' = the_client and client -> 'told' is not null
      and asks ->> 'service' like 'subscribe-%' and asks -> 'kinds' ? the_kind
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_told_of(the_type jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from jsonb_path_query(the_type, '$.outcomes[*].effects[*]') as given
    where given ->> 'effect' = 'issue'
      and not said_by_policy('status', given ->> 'status') ? 'restsOn'
  )
$function$;

CREATE OR REPLACE FUNCTION public.is_unpaid(the_invoice invoice, the_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select the_invoice.state = 'open' and the_invoice.due_on < reached(the_day)
    and not (the_invoice.given_up and the_invoice.told is null)
    and exists (select from status where given_by = the_invoice.decision and status.state <> 'ended')
    and not exists (
      select from task
      where task.case_id = the_invoice.case_id and task.step = the_invoice.step
        and task.kind = 'payment' and task.state = 'open' and task.due_on >= reached(the_day)
    )
    and not exists (select from effect where unpaid = the_invoice.id)
$function$;

CREATE OR REPLACE FUNCTION public.join_case(the_hash bytea, the_joining json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_moment timestamptz := (the_joining ->> 'at')::timestamptz;
  used invitation;
begin
  update invitation set ended_at = the_moment, joined = who.party
  where token_hash = the_hash and ended_at is null and expires_at > moment_here(the_moment)
    and is_address_of(who.account, email_index) and may_join(case_id, role, null)
    and not exists (select from taking_over where taking_over.invitation = invitation.id)
    and not exists (
      select from case_party
      where case_party.case_id = invitation.case_id and party = who.party and until_on is null
    )
    and exists (
      select from policy_document, jsonb_array_elements(canonical::jsonb -> 'roles') as each
      where hash in (select types_of_case(case_id)) and each ->> 'code' = role
        and coalesce((each ->> 'subject')::boolean, false)
          = (the_joining ->> 'is_subject')::boolean
    )
  returning * into used;
  if not found then
    raise exception 'nobody is invited by that' using errcode = '42501';
  end if;
  insert into case_party (case_id, party, role, is_subject, state, from_on)
  select used.case_id, who.party, used.role, is_subject, case when is_subject then 'open' end,
    from_on
  from json_to_record(the_joining) as joins (is_subject boolean, from_on date)
  on conflict (case_id, party, role) do update
  set until_on = null, from_on = excluded.from_on, state = excluded.state;
  perform relate(the_joining, who.party, used.invited_by);
  perform act_as(with_cases(who));
end
$function$;

CREATE OR REPLACE FUNCTION public.judge_payment(the_id uuid, the_judgement json, the_leaf json)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken payment;
  its invoice;
begin
  select * into taken from payment where id = the_id and state = 'taken' and is_of_now(xmin);
  if not found then
    raise exception 'a payment is judged as it is taken' using errcode = '42501';
  end if;
  select * into its from invoice where id = taken.invoice;
  if (the_judgement ->> 'settles')::boolean then
    update payment set settles = true where id = the_id;
    update invoice set state = 'paid', leased_until = null, to_withdraw = id <> its.id
    where case_id = its.case_id and party = its.party and state = 'open';
    delete from payment_question
    where kind = 'too-little' and answer is null and payment in (
      select payment.id from payment join invoice on invoice.id = payment.invoice
      where invoice.case_id = its.case_id and invoice.party = its.party
    );
  end if;
  update repayment set done_by = the_id
  where id::text = taken.refund and done_by is null and done_on is null and taken.kind = 'refund'
    and hundredths = taken.hundredths and currency = taken.currency and exists (
      select from payment as paid
      where paid.id = repayment.payment and paid.invoice_number = taken.invoice_number
    );
  insert into payment_question (kind, transaction, payment, day, opened_at)
  select finding, taken.transaction, the_id, (taken.paid_at at time zone 'Asia/Baku')::date,
    taken.noted_at
  from json_array_elements_text(the_judgement -> 'findings') as finding
  on conflict do nothing;
  if its.id is not null and the_leaf is not null then
    perform enter_leaf(its.party, its.case_id, the_leaf);
  end if;
  return (
    select count(*) from invoice
    where case_id = its.case_id and step = its.step and state = 'open'
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.keep_campaign(the_campaign campaign, the_act text, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  the_campaign.version := the_campaign.version + 1;
  update campaign set
    event = the_campaign.event, place = the_campaign.place, from_on = the_campaign.from_on,
    until_on = the_campaign.until_on, languages = the_campaign.languages,
    leads_to = the_campaign.leads_to, retired_on = the_campaign.retired_on,
    deleted_on = the_campaign.deleted_on, version = the_campaign.version
  where id = the_campaign.id;
  perform note_campaign_act(the_campaign, the_act, the_moment);
end
$function$;

CREATE OR REPLACE FUNCTION public.keep_paper(was status, the_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into former_paper (
    decision, number, case_id, code_index, holder_index, birth_index, document_index, issued_index,
    code_sealed, named_at, replaced_on
  )
  values (
    was.named_by, was.number, was.named_in, was.code_index, was.holder_index, was.birth_index,
    was.document_index, was.issued_index, was.code_sealed, was.named_at, the_day
  )
$function$;

CREATE OR REPLACE FUNCTION public.keepings_to_look_at(the_day date, after_day date, after_case uuid, after_party uuid)
 RETURNS TABLE(look_on date, case_id uuid, party uuid, version integer, goes_after date, number text, type text, type_hash text, procedure_hash text, scoring_hash text, state text, ended_on date, decided json, gave json, readers json)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with page as (
    select * from keeping
    where keeping.look_on <= (select reached(the_day))
      and (keeping.look_on, keeping.case_id, keeping.party) > (after_day, after_case, after_party)
    order by keeping.look_on, keeping.case_id, keeping.party
    limit 200
  )
  select page.look_on, page.case_id, page.party, page.version, page.goes_after, number, type, type_hash,
    procedure_hash, scoring_hash, case_file.state, ended_on,
    (
      select json_build_object(
        'outcome', outcome, 'on', decided_on, 'isSetAside', set_aside_by is not null,
        'toldOn', (select max(told_on) from telling where telling.decision = decision.id)
      )
      from decision
      where decision.case_id = page.case_id and decision.subject = page.party
        and not exists (select from decision as later where later.supersedes = decision.id)
    ),
    (
      select json_agg(case when status.state = 'ended' then coalesce(
        (select happened_on from event where event.id = ended_by), until_on
      ) end)
      from status where number in (select named_or_given_in(page.case_id, page.party))
    ),
    (
      select json_agg(distinct jsonb_build_object(
        'party', reader.party, 'language', account.language, 'subject', page.party
      ))
      from case_party as own
      join case_party as reader on reader.case_id = own.case_id and reader.until_on is null
        and (reader.party in (own.party, own.acted_by) or not reader.is_subject)
        and not only_consents(reader.case_id, reader.party)
      join account on account.party = reader.party and face = 'portal' and closed_at is null
      where own.case_id = page.case_id and own.party = page.party and own.is_subject
    )
  from page
  join case_file on case_file.id = page.case_id and stage = 'ended'
  order by page.look_on, page.case_id, page.party
$function$;

CREATE OR REPLACE FUNCTION public.kept_of_campaign(the_id uuid)
 RETURNS TABLE(made_on date, is_printed boolean, is_shown boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select
    (select (at at time zone 'Asia/Baku')::date from campaign_act
      where campaign = the_id and act = 'make'),
    exists (select from material where campaign = the_id),
    exists (select from figure_batch where campaign = the_id)
      or exists (select from campaign where id = the_id and uncounted)
$function$;

CREATE OR REPLACE FUNCTION public.lacks_time(the_case uuid, the_step text, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not visit_asked(the_case, the_step) ? 'when'
    and not exists (
      select from appointment
      where case_id = the_case and step = the_step and party = the_party and state <> 'called-off'
    )
    and (
      not exists (select from decision where case_id = the_case)
      or exists (
        select from decision
        where case_id = the_case and subject = the_party and set_aside_by is null
          and case when visit_asked(the_case, the_step) ? 'outcomes'
            then visit_asked(the_case, the_step) -> 'outcomes' ? outcome
            else exists (select from status where case_id = the_case and holder = the_party)
          end
      )
    )
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

CREATE OR REPLACE FUNCTION public.laws_of_running(the_types text[])
 RETURNS TABLE(procedure_hash text, scoring_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct procedure_hash, scoring_hash from case_file
  where type_hash is not null and stage <> 'ended' and type_hash = any (the_types)
$function$;

CREATE OR REPLACE FUNCTION public.leave_case(the_case uuid, the_subject uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  left_on date := (
    select happened_on from event
    where case_id = the_case and kind = 'end' and readable ->> 'leaves' = the_subject::text
      and is_of_now(event.xmin)
  );
begin
  if left_on is null or not is_owner() and not sees_case(the_case) then
    raise exception 'nobody leaves this case' using errcode = '42501';
  end if;
  update case_party set until_on = left_on, state = case when is_subject then 'ended' end
  where case_id = the_case and party = the_subject and until_on is null;
  if not exists (
    select from event join event_part using (case_id, seq)
    where case_id = the_case and event.kind = 'file' and event_part.subject = the_subject
  ) then
    perform remove_files(array(
      select lying.address
      from document, unnest(array[document.address, document.shown_address]) as lying (address)
      where case_id = the_case and subject = the_subject and lying.address is not null
    ));
    delete from upload where case_id = the_case and subject = the_subject;
    delete from document where case_id = the_case and subject = the_subject;
    delete from answer where case_id = the_case and subject = the_subject;
    delete from inquiry where case_id = the_case and party = the_subject and ahead;
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_following(the_number text, the_inquiry json, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not is_owner() and not exists (
    select from status where number = the_number and named_in = any ((acting()).own_cases)
  ) then
    raise exception 'only of a status that was just taken' using errcode = '42501';
  end if;
  if not exists (
    select from status
    cross join jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    where number = the_number and rule ->> 'service' = the_inquiry ->> 'service'
  ) then
    raise exception 'policy lets nobody follow by that' using errcode = '42501';
  end if;
  perform from inquiry
  where follows = the_number and service = the_inquiry ->> 'service' for update;
  if exists (
    select from inquiry
    where follows = the_number and service = the_inquiry ->> 'service'
      and is_on_its_way(inquiry, the_moment)
  ) then
    return;
  end if;
  delete from inquiry
  where follows = the_number and service = the_inquiry ->> 'service' and id is distinct from (
    select id from inquiry
    where follows = the_number and service = the_inquiry ->> 'service' and state = 'taken'
    order by answered_at desc, id limit 1
  );
  insert into inquiry (
    id, case_id, party, system, service, ground, follows, asked_at, question_sealed, state, next_at
  )
  select asked.id, named_in, holder, system, service, ground, the_number, the_moment,
    decode(question_sealed, 'base64'), 'waiting', the_moment
  from json_to_record(the_inquiry) as asked (id uuid, service text, question_sealed text)
  join services_in_force() using (service)
  join status on number = the_number;
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_inquiries(the_event uuid, the_inquiries json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken consultation;
begin
  select * into taken from consultation
  where event = the_event and is_left and is_of_now(consultation.xmin);
  if not found or exists (
    select from json_to_recordset(the_inquiries) as asked (party uuid, service text, body text)
    where not exists (
      select from event,
        jsonb_to_recordset(readable -> 'consults') as consulted (
          subject uuid, service text, body text
        )
      where event.id = the_event and consulted.subject = asked.party
        and consulted.service = asked.service and consulted.body is not distinct from asked.body
    )
  ) then
    raise exception 'only what an event asks is asked, once' using errcode = '42501';
  end if;
  perform check_named(taken.case_id, the_inquiries);
  insert into inquiry (
    id, case_id, party, system, service, ground, opened_by, asked_at, question_sealed, state, outcome,
    next_at, answered_at, answer_sealed, body, named
  )
  select id, taken.case_id, party, system, service, ground, the_event, taken.asked_at,
    decode(question_sealed, 'base64'), case when answered_at is null then 'waiting' else 'answered' end,
    case when answered_at is not null then 'answered' end, taken.asked_at, answered_at,
    decode(answer_sealed, 'base64'), body, named
  from json_to_recordset(the_inquiries) as asked (
    id uuid, party uuid, service text, question_sealed text, answered_at timestamptz,
    answer_sealed text, body text, named uuid
  )
  join services_in_force() using (service);
  insert into waiting_job (task, payload)
  select 'take-answers', '{}' where exists (
    select from inquiry where opened_by = the_event and state = 'answered'
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_invoices(the_event uuid, the_invoices json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  deciding event;
  the_procedure text;
  the_number text;
  people integer;
begin
  select * into deciding from event where id = the_event and kind = 'decide' and is_of_now(xmin);
  select procedure_hash, number into the_procedure, the_number
  from case_file where id = deciding.case_id;
  select count(distinct party) into people
  from case_party where case_id = deciding.case_id and is_subject;
  if the_procedure is null or exists (
    select from json_array_elements(the_invoices) as wanted
    where not is_price(the_procedure, wanted)
      or (wanted ->> 'place')::integer not between 1 and people
      or (wanted ->> 'credited')::integer <> least(
        (wanted ->> 'amount')::integer * 100,
        paid_in(deciding.case_id, (wanted ->> 'party')::uuid)
      )
      or not exists (
        select from decision join status on status.given_by = decision.id
        where decided_by = the_event and subject = (wanted ->> 'party')::uuid
      )
      or not exists (
        select from case_party
        where case_id = deciding.case_id and party = (wanted ->> 'payer')::uuid and until_on is null
      )
      or not exists (
        select from task
        where case_id = deciding.case_id and kind = 'payment' and state = 'open'
          and step = wanted ->> 'step'
      )
  ) then
    raise exception 'what is owed follows from what was just given, by a published price'
      using errcode = '42501';
  end if;
  insert into invoice (
    number, case_id, decision, party, payer, step, tariff, tier, up_to, amount, credited, currency,
    due_on, issued_at, next_at, state, to_look
  )
  select concat_ws('-', the_number, place, nullif(times, 1)), deciding.case_id, decision.id, wanted.party, payer, wanted.step, tariff, tier, up_to, amount,
    credited, currency, due_on, deciding.recorded_at, deciding.recorded_at,
    case credited when amount * 100 then 'paid' else 'open' end, true
  from json_to_recordset(the_invoices) as wanted (
    party uuid, payer uuid, place integer, times integer, step text, tariff text, tier text, up_to jsonb,
    amount integer, credited integer, currency text, due_on date
  )
  join decision on decided_by = the_event and subject = wanted.party;
  perform look_at_accounts(deciding.case_id);
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_money_letters(the_case uuid, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if the_case <> all (coalesce((acting()).own_cases, '{}')) then
    raise exception 'a letter is of the case in which somebody acts' using errcode = '42501';
  end if;
  perform record_letters(the_case, the_letters);
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

CREATE OR REPLACE FUNCTION public.leave_telling(the_change uuid, the_inquiries json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken status_change := change_just_taken(the_change);
begin
  if exists (
    select from json_to_recordset(the_inquiries) as told (service text, subscription uuid)
    join status on number = taken.number
    where case
      when subscription is null then not coalesce(said_by_policy('status', kind) -> 'tells' ? service, false)
      else not exists (
        select from told_change where change = the_change and told_change.subscription = told.subscription
      )
    end
  ) then
    raise exception 'policy lets nobody tell that' using errcode = '42501';
  end if;
  insert into inquiry (
    id, case_id, party, system, service, ground, tells, asked_at, question_sealed, state, next_at,
    subscription
  )
  select told.id, taken.case_id, taken.party, place.system, told.service,
    place.ground, taken.number, taken.changed_at,
    decode(question_sealed, 'base64'), 'waiting', '-infinity', told.subscription
  from json_to_recordset(the_inquiries) as told (
    id uuid, service text, question_sealed text, subscription uuid
  )
  left join subscription on subscription.id = told.subscription
  join services_in_force() as place on place.service = told.service
    and (told.subscription is null or place.system = told_at(subscription.client, told.service));
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_told(the_change uuid, the_day date)
 RETURNS TABLE(subscription uuid, client text, n bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken status_change := change_just_taken(the_change);
  each record;
begin
  for each in
    select known.id, known.client from subscription as known
    join status on status.number = known.number
    where known.number = taken.number and known.ended_at is null and known.until_on >= the_day
      and taken.changed_at > known.after_at and is_told_of(known.client, status.kind)
    order by known.client
    -- Whoever wants it no more waits for this, and then drops what it has left.
    for share of known
  loop
    perform pg_advisory_xact_lock(hashtextextended('told_change ' || each.client, 0));
    subscription := each.id;
    client := each.client;
    insert into told_change (client, n, subscription, change)
    select each.client, coalesce(max(before.n), 0) + 1, each.id, the_change
    from told_change as before where before.client = each.client
    returning told_change.n into n;
    return next;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.leave_unnoticed()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update inquiry set state = 'dropped'
  from effect where effect.id = (acting()).effect and inquiry.id = effect.noticed
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
 RETURNS TABLE(kind text, id uuid, case_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'case', case_file.id, null::uuid from case_file
  where case_file.id in (
      select unnest(the_ids)
      union
      select case_party.case_id from case_party
      join keys.tombstone on tombstone.kind = 'party' and tombstone.id = party
      where party = any (the_ids) and is_subject and not exists (
        -- Whoever came to it later leaves it to those who were there.
        select from case_party as before
        where before.case_id = case_party.case_id and before.is_subject
          and before.party <> case_party.party and before.joined_as < case_party.joined_as
      )
    )
    and case_file.number is null
    and case_file.filed_on is null
    and not exists (select from decision where case_id = case_file.id)
  union all
  select 'party', party.id, null from party
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
  union all
  select 'part', tombstone.id, tombstone.case_id from keys.tombstone
  where tombstone.kind = 'part' and tombstone.id = any (the_ids)
    and exists (
      select from case_party
      where case_party.case_id = tombstone.case_id and case_party.party = tombstone.id
    )
    and not exists (
      select from keeping
      where keeping.case_id = tombstone.case_id and keeping.party = tombstone.id
        and keeping.erased_at is not null
    )
$function$;

CREATE OR REPLACE FUNCTION public.let_go(the_case uuid, the_party uuid, the_version integer, the_day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its_case case_file;
  its_outcome text;
begin
  -- Whoever writes the proof in another transaction is not kept waiting.
  select * into its_case from case_file where id = the_case for no key update;
  if its_case.stage = 'ended' and exists (
    select from keeping
    where case_id = the_case and party = the_party and version = the_version
      and erased_at is null and kept_until <= goes_after and goes_after < reached(the_day)
  ) and against_erasing_part(the_case, the_party) = '{}' then
    select outcome into its_outcome from decision
    where case_id = the_case and subject = the_party
      and not exists (select from decision as later where later.supersedes = decision.id);
    return concat_ws(' ', its_case.number, coalesce(its_outcome, its_case.state), 'keep-ends');
  end if;
  update keeping set look_on = reached(the_day) + 1
  where case_id = the_case and party = the_party and version = the_version and erased_at is null;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.letter_to_send(the_letter uuid)
 RETURNS TABLE(id uuid, party uuid, subject uuid, case_id uuid, code text, language text, content_sealed bytea, written_at timestamp with time zone, account uuid, address bytea, link bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select letter.id, letter.party, letter.subject, letter.case_id, letter.code, letter.language,
    letter.content_sealed, letter.written_at, account.id, credential.sealed, asking.token_sealed
  from letter
  join account on account.party = letter.party and face = 'portal' and closed_at is null
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  left join asking on asking.account = account.id
  where letter.id = the_letter and sent_at is null and refused_at is null
$function$;

CREATE OR REPLACE FUNCTION public.lift_appointment(the_id uuid, the_leaf json, the_letters json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its appointment;
begin
  update appointment set state = 'called-off', changed_at = the_moment
  where id = the_id and state = 'booked' and starts_at > believed(the_moment)
  returning * into its;
  if not found then
    return false;
  end if;
  if the_leaf is not null then
    perform enter_leaf(its.party, its.case_id, the_leaf);
  end if;
  perform record_letters(its.case_id, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.lift_holds(the_case json, the_event json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
  the_day date := (the_event ->> 'happened_on')::date;
  kept decision;
  ended status;
begin
  update hold set lifted_by = (the_event ->> 'id')::uuid, until_on = the_day
  where placed_in = the_id and lifted_by is null and back <> 'carrying-out';

  update hold set lifted_by = (the_event ->> 'id')::uuid, until_on = the_day
  from decision
  where placed_in = the_id and lifted_by is null and decision.id = hold.decision
  returning decision.* into kept;
  if not found or kept.set_aside_by is not null or exists (
    select from decision as later where later.supersedes = kept.id
  ) then
    return;
  end if;

  update status set state = 'ended', ended_as = what, ended_by = kept.decided_by
  from effect
  where effect.decision = kept.id and effect.effect = 'end' and number = effect.target
    and status.state = 'in-force'
  returning status.* into ended;
  if not found then
    return;
  end if;
  if the_case ->> 'endedAgain' is null then
    raise exception 'the end of a status is told in the ledger' using errcode = '42501';
  end if;
  perform enter_leaf(kept.subject, the_id, the_case -> 'endedAgain');
  perform notice_ended(ended.number, null, the_day, (the_event ->> 'id')::uuid, the_id);
  with again as (
    update effect set state = 'waiting'
    from status
    where effect.decision = kept.id and effect.effect = 'open' and effect.state = 'done'
      and status.number = effect.target and status.state <> 'ended'
    returning effect.id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' where exists (select from again);
end
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

CREATE OR REPLACE FUNCTION public.links_among(the_parties uuid[])
 RETURNS TABLE(id uuid, party uuid, other uuid, case_id uuid, number text, other_case uuid, other_number text, ground text, agrees text[], state text, acted_by uuid, acted_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select party_link.id, party_link.party, party_link.other, party_link.case_id, one.number,
    other_case, two.number, ground, agrees, party_link.state, last.actor, last.at
  from acting() as who
  join party_link on case when the_parties is null then state in ('waiting', 'undoing')
    else party_link.party = any (the_parties) or party_link.other = any (the_parties) end
  join case_file as one on one.id = party_link.case_id
  join case_file as two on two.id = other_case
  cross join lateral (
    select actor, at from party_link_act where link = party_link.id order by nth desc limit 1
  ) as last
  where who.roles && array(select role from office_role where office_role.of = 'service')
  order by last.at desc, party_link.id
  limit 40
$function$;

CREATE OR REPLACE FUNCTION public.look_at_accounts(the_case uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into waiting_job (task, payload)
  select 'take-payments', '{}' where exists (select from invoice where case_id = the_case and to_look)
$function$;

CREATE OR REPLACE FUNCTION public.looked_in(the_invoice uuid)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_agg(json_build_object('kind', question.kind, 'answer', answer) order by question.id)
  from invoice
  join payment_question as question on question.payment in (
    select payment.id from payment join invoice as each on each.id = payment.invoice
    where each.case_id = invoice.case_id and each.party = invoice.party
  ) or question.decision in (
    select id from decision where case_id = invoice.case_id and subject = invoice.party
  )
  where invoice.id = the_invoice
$function$;

CREATE OR REPLACE FUNCTION public.mail_invitation(the_invitation uuid, the_token text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into waiting_job (task, payload)
  values (
    'send-invitation',
    json_build_object('invitation', the_invitation, 'sealedToken', the_token)
  )
$function$;

CREATE OR REPLACE FUNCTION public.make_campaign(the_campaign json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made campaign;
begin
  made.id := the_campaign ->> 'id';
  made.code := the_campaign ->> 'code';
  made.mission := own_mission();
  made.uncounted := false;
  made.version := 1;
  if made.mission is null then
    raise exception 'campaigns are for people of a mission' using errcode = '42501';
  end if;
  made := with_said(made, the_campaign);
  insert into campaign select made.* on conflict (code) do nothing;
  if not found then
    return false;
  end if;
  perform note_campaign_act(made, 'make', the_moment);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.make_findable(the_number text, the_indexes json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update status set
    birth_index = decode(the_indexes ->> 'birth_index', 'base64'),
    document_index = decode(the_indexes ->> 'document_index', 'base64'),
    issued_index = decode(the_indexes ->> 'issued_index', 'base64')
  where number = the_number and birth_index is null and code_sealed <> ''
    and named_in = any ((acting()).own_cases)
$function$;

CREATE OR REPLACE FUNCTION public.make_material(the_material json, the_moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted record;
  known uuid;
begin
  select * into wanted from json_to_record(the_material) as said (
    id uuid, campaign uuid, kind text, language text, content json, fingerprint text, made_on date
  );
  perform hold_campaign(wanted.campaign);
  insert into material (
    id, campaign, kind, language, content, fingerprint, made_on, made_at, made_by
  )
  select wanted.id, wanted.campaign, wanted.kind, wanted.language, wanted.content,
    wanted.fingerprint, wanted.made_on, moment_here(the_moment), who.party
  from acting() as who
  on conflict (campaign, kind, language, fingerprint, made_on) do nothing;
  select material.id into known from material
  where campaign = wanted.campaign and kind = wanted.kind and language = wanted.language
    and fingerprint = wanted.fingerprint and made_on = wanted.made_on;
  return known;
end
$function$;

CREATE OR REPLACE FUNCTION public.mandates_ended()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct party from mandate
  where account = (acting()).account and party <> all ((acting()).parties)
$function$;

CREATE OR REPLACE FUNCTION public.may_hand_over(the_case uuid, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sees_case(the_case) and exists (
    select from case_party
    where case_id = the_case and case_party.party = the_party and is_subject and until_on is null
      and case session_user
        when 'kecid_portal' then acted_by = who.party and exists (
          select from mandate where account = who.account and mandate.party = the_party
        )
        when 'kecid_office' then who.roles && array(
          select role from office_role where office_role.of = 'service'
        )
        else is_owner()
      end
  ), false)
  from acting() as who
$function$;

CREATE OR REPLACE FUNCTION public.may_join(the_case uuid, the_role text, by_roles_of text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from case_file
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and type_step.kind = 'begin' and from_state = case_file.state
      and case
        when by_roles_of is null then joins is null and the_role = any (by_roles)
        else the_role = any (joins) and by_roles && by_roles_of
      end
  )
$function$;

CREATE OR REPLACE FUNCTION public.moment_here(the_moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when exists (select from own_time) then the_moment else now() end
$function$;

CREATE OR REPLACE FUNCTION public.moves_in_force()
 RETURNS SETOF type_move
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select type_move.* from type_move
  join policy_version_document as own
    on own.hash = type_move.type_hash and own.version = policy_in_force()
  where (
    select count(*) from policy_adoption where policy_adoption.hash = type_move.type_hash
  ) >= 2
$function$;

CREATE OR REPLACE FUNCTION public.name_anew(the_case uuid, the_decision uuid, the_effect json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was status;
  the_day date;
begin
  select decided_on into the_day from decision where id = the_decision;
  select status.* into was
  from case_file join status on status.number = about_status
  join decision on decision.id = the_decision and decision.case_id = case_file.id
    and decision.subject = status.holder
  where case_file.id = the_case and status.number = the_effect ->> 'target'
    and status.state = 'in-force' and the_day <= until_on
  for update of status;
  if not found then
    raise exception 'only the status that the case is about is named anew' using errcode = '42501';
  end if;
  perform keep_paper(was, the_day);
  update status set
    named_in = the_case, named_by = the_decision, named_at = named.named_at,
    code_index = decode(named.code_index, 'base64'),
    holder_index = decode(named.holder_index, 'base64'),
    birth_index = decode(named.birth_index, 'base64'),
    document_index = decode(named.document_index, 'base64'),
    issued_index = decode(named.issued_index, 'base64'),
    code_sealed = decode(named.code_sealed, 'base64')
  from json_to_record(the_effect -> 'status') as named (
    code_index text, holder_index text, birth_index text, document_index text, issued_index text,
    code_sealed text, named_at timestamptz
  )
  where number = was.number;
end
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

CREATE OR REPLACE FUNCTION public.named_by_contested(the_case uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status.number from case_file join status on named_by = about_decision
  join effect on effect.decision = about_decision and effect.effect = 'replace'
    and effect.target = status.number
  where case_file.id = the_case and sees_case(the_case)
$function$;

CREATE OR REPLACE FUNCTION public.named_or_given_in(the_case uuid, the_party uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select number from status where the_case in (case_id, named_in) and holder = the_party
  union
  select status.number from former_paper join status on status.number = former_paper.number
  where former_paper.case_id = the_case and holder = the_party
$function$;

CREATE OR REPLACE FUNCTION public.names_before(contested decision, the_number text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was status;
  before former_paper;
begin
  if not exists (
    select from effect where decision = contested.id and effect = 'replace' and target = the_number
  ) then
    return false;
  end if;
  select * into was from status
  where number = the_number and named_by = contested.id for update;
  select former_paper.* into before
  from former_paper join decision on decision.id = former_paper.decision
  where number = was.number and set_aside_by is null
  order by named_at desc limit 1;
  if before.decision is null or not exists (
    select from decision where id = contested.id and set_aside_by is not null
  ) then
    raise exception 'what is undone is the decision that the case is about' using errcode = '42501';
  end if;
  delete from former_paper where decision = before.decision;
  perform keep_paper(was, (
    select decided_on from decision
    where id = (select set_aside_by from decision where id = contested.id)
  ));
  update status set
    named_in = before.case_id, named_by = before.decision, named_at = before.named_at,
    code_index = before.code_index, holder_index = before.holder_index,
    birth_index = before.birth_index, document_index = before.document_index,
    issued_index = before.issued_index, code_sealed = before.code_sealed
  where number = was.number;
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_campaign_act(the_campaign campaign, the_act text, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into campaign_act (campaign, version, act, actor, at)
  select the_campaign.id, the_campaign.version, the_act, who.party, moment_here(the_moment)
  from acting() as who
$function$;

CREATE OR REPLACE FUNCTION public.note_consultation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  anew uuid[];
begin
  if new.kind = 'ask' then
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and body is not null;
    update consultation set is_left = true
    where case_id = new.case_id and not is_left
      and consultation.event in (select id from event where case_id = new.case_id and kind = 'ask');
  elsif new.kind in ('report', 'recall', 'end')
    or new.kind = 'consult' and new.readable -> 'consults' -> 0 ? 'does'
  then
    -- What was answered meanwhile is heard; what was not is asked no more, since something else is.
    update inquiry set state = 'dropped'
    from jsonb_to_recordset(new.readable -> 'consults') as consulted (subject uuid, service text)
    where inquiry.case_id = new.case_id and inquiry.state = 'waiting' and inquiry.tells is null
      and inquiry.follows is null and inquiry.party = consulted.subject
      and inquiry.service = consulted.service;
  elsif new.kind <> 'consult' then
    anew := array(
      select event.id from event
      where event.case_id = new.case_id and event.kind = 'consult'
        and not new.readable -> 'consults' @> (event.readable -> 'consults')
        and (
          exists (select from consultation where consultation.event = event.id and not is_left)
          or exists (
            select from inquiry
            where inquiry.case_id = new.case_id and opened_by = event.id
              and inquiry.state in ('waiting', 'answered')
          )
        )
    );
    update inquiry set state = 'dropped'
    where case_id = new.case_id and state in ('waiting', 'answered') and tells is null and follows is null;
    update consultation set is_left = not consultation.event = any (anew)
    where case_id = new.case_id and (not is_left or consultation.event = any (anew));
  end if;
  insert into consultation (event, case_id, asked_at) values (new.id, new.case_id, new.recorded_at);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_copy(the_look json, the_leaf json, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_case uuid := (the_look ->> 'case_id')::uuid;
  the_party uuid := (acting()).party;
  today date := (
    case when exists (select from own_time) then the_moment else now() end at time zone 'Asia/Baku'
  )::date;
begin
  if (the_look ->> 'party')::uuid is distinct from the_party
    or (the_look ->> 'actor')::uuid is distinct from the_party
    or not exists (
      select from decision join effect on effect.decision = decision.id
      where case_id = the_case and subject = the_party and set_aside_by is null
        and effect = 'disclose' and target = the_party::text and due_on >= today
        and not exists (select from decision as later where later.supersedes = decision.id)
    )
  then
    raise exception 'a copy is made by whoever it is about, while a decision lets them'
      using errcode = '42501';
  end if;

  insert into look (id, at, actor, role, body, page, party, case_id)
  select id, at, the_party, 'account-holder', null, 'copy', the_party, the_case
  from json_to_record(the_look) as looked (id uuid, at timestamptz);
  perform enter_leaf(the_party, the_case, the_leaf);
end
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

CREATE OR REPLACE FUNCTION public.note_frequent_question_act(the_question frequent_question, the_act text, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into frequent_question_act (question, version, act, actor, at)
  select the_question.id, the_question.version, the_act, who.party, moment_here(the_moment)
  from acting() as who
$function$;

CREATE OR REPLACE FUNCTION public.note_keepings(the_rows json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update keeping set
    look_on = found.look_on,
    kept_until = found.kept_until,
    announced_on = case when found.kept_until <= goes_after then announced_on end,
    goes_after = case when found.kept_until <= goes_after then goes_after end
  from json_to_recordset(the_rows) as found (
    case_id uuid, party uuid, version integer, look_on date, kept_until date
  )
  where keeping.case_id = found.case_id and keeping.party = found.party
    and keeping.version = found.version and erased_at is null
$function$;

CREATE OR REPLACE FUNCTION public.note_link_act(the_link party_link, the_act json, the_leaves json, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into party_link_act (id, link, nth, act, actor, role, at)
  select id, the_link.id, (select count(*) from party_link_act where link = the_link.id) + 1,
    act, actor, role, moment_here(at)
  from json_to_record(the_act) as done (
    id uuid, act text, actor uuid, role text, at timestamptz
  );
  perform enter_leaf(the_link.party, null, the_leaves -> the_link.party::text);
  perform enter_leaf(the_link.other, null, the_leaves -> the_link.other::text);
  insert into letter (id, party, code, language, content_sealed, written_at, send_from)
  select written.id, written.party, 'link-' || the_link.state, account.language,
    decode(content_sealed, 'base64'), moment_here((the_act ->> 'at')::timestamptz), send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, content_sealed text, send_from timestamptz
  )
  join account on account.party = written.party and face = 'portal' and closed_at is null
  where written.party in (the_link.party, the_link.other)
    and the_act ->> 'act' in ('propose', 'confirm', 'refuse', 'end');
end
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

CREATE OR REPLACE FUNCTION public.note_message(the_message json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into exchange_message (
    id, inquiry, case_id, party, named, system, service, ground, driver, sent_at, request_sealed
  )
  select sent.id, inquiry.id, inquiry.case_id, inquiry.party, inquiry.named, inquiry.system,
    inquiry.service, inquiry.ground, driver, sent_at, decode(request_sealed, 'base64')
  from json_to_record(the_message) as sent (
    id uuid, inquiry uuid, driver text, sent_at timestamptz, request_sealed text
  )
  join inquiry on inquiry.id = sent.inquiry;
  if not found then
    raise exception 'nobody asks this any more' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_offered(the_call json, the_party uuid, the_outcome text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into offered_answer (
    id, client, service, purpose, ground, at, party, outcome, message_id
  )
  select id, client, service, purpose, ground, at, the_party, the_outcome, message_id
  from json_to_record(the_call) as call (
    id uuid, client text, service text, purpose text, ground text, at timestamptz, message_id text
  )
$function$;

CREATE OR REPLACE FUNCTION public.note_on_paper(the_event uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update invoice set state = 'recorded', next_at = event.recorded_at, on_paper = greatest(0, amount * 100 - credited - coalesce((
    select sum(case kind when 'payment' then hundredths else -hundredths end)
    from payment
    where payment.invoice = invoice.id and payment.state = 'taken'
      and payment.currency = invoice.currency
  ), 0))
  from event
  where event.id = the_event and event.kind = 'answer' and event.actor is not null
    and is_of_now(event.xmin)
    and invoice.case_id = event.case_id and invoice.step = event.step and invoice.state = 'open'
$function$;

CREATE OR REPLACE FUNCTION public.note_payment(the_payment json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into payment (
    transaction, kind, invoice_number, invoice, hundredths, currency, paid_at, receipt, came_by, sha256,
    noted_at, refund
  )
  select transaction, kind, invoice_number, invoice.id, hundredths, said.currency, paid_at, receipt,
    came_by, sha256, noted_at, refund
  from json_to_record(the_payment) as said (
    transaction text, kind text, invoice_number text, hundredths integer, currency text,
    paid_at timestamptz, receipt text, came_by text, sha256 text, noted_at timestamptz, refund text
  )
  left join invoice on number = invoice_number
  on conflict do nothing;
  if found then
    insert into waiting_job (task, payload) values ('take-payments', '{}');
  end if;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_reconciliation(the_day date, the_result json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_moment timestamptz := (the_result ->> 'at')::timestamptz;
begin
  insert into reconciliation (day, at, here, there, differing)
  select the_day, the_moment, here, there, json_array_length(the_result -> 'differences')
  from json_to_record(the_result) as said (here integer, there integer)
  on conflict (day) do update set
    at = excluded.at, here = excluded.here, there = excluded.there, differing = excluded.differing;
  insert into payment_question (kind, transaction, payment, day, opened_at)
  select what, differing.transaction, payment.id, the_day, the_moment
  from json_to_recordset(the_result -> 'differences') as differing (transaction text, what text)
  left join payment on payment.transaction = differing.transaction
  on conflict do nothing;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_reply(the_reply json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_system text;
  the_moment timestamptz := (the_reply ->> 'answered_at')::timestamptz;
  -- One that answers what nobody understands is there; leaving it alone would help nobody.
  fails boolean := the_reply ->> 'outcome' = 'unreachable';
begin
  update exchange_message set
    outcome = came.outcome, code = came.code, answered_at = the_moment, took_ms = came.took_ms,
    answer_sealed = case when request_sealed is not null then decode(came.answer_sealed, 'base64') end,
    request_id = came.request_id
  from json_to_record(the_reply) as came (
    id uuid, outcome text, code text, took_ms integer, answer_sealed text, request_id text
  )
  where exchange_message.id = came.id and exchange_message.outcome is null
  returning system into the_system;
  if not found then
    return;
  end if;
  if not fails then
    update system_state set failures = 0, open_until = null
    where system = the_system and failures > 0;
    return;
  end if;
  insert into system_state as known (system, failures) values (the_system, 1)
  on conflict (system) do update set
    failures = known.failures + 1,
    open_until = case
      when known.failures + 1 >= (the_reply ->> 'failures_max')::integer
        then the_moment + make_interval(secs => (the_reply ->> 'rest_seconds')::integer)
    end;
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

CREATE OR REPLACE FUNCTION public.note_status_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  since date;
  at timestamptz;
begin
  select happened_on, recorded_at into since, at from event
  where id = case
    when tg_op = 'INSERT' or tg_name = 'status_named'
      then (select decided_by from decision where id = new.named_by)
    else new.ended_by
  end;
  if tg_op = 'INSERT' then
    since := new.from_on;
  elsif tg_name = 'status_named' then
    -- As before, since the decision by which it was another was set aside.
    select coalesce(happened_on, since), coalesce(recorded_at, at) into since, at
    from decision as gone
    left join decision as cause on cause.id = gone.set_aside_by
    left join event on event.id = cause.decided_by
    where gone.id = old.named_by;
  elsif new.state = 'ended' and not found then
    since := new.until_on + 1;
    at := (new.until_on + 1)::timestamp at time zone 'Asia/Baku';
  elsif new.state <> 'ended' then
    -- What took it was set aside, or is held back.
    select event.happened_on, event.recorded_at into since, at
    from decision as gone
    join decision as cause on cause.id = gone.set_aside_by
      or cause.id in (select placed_by from hold where hold.decision = gone.id and lifted_by is null)
    join event on event.id = cause.decided_by
    where gone.decided_by = old.ended_by
    order by event.recorded_at desc limit 1;
  end if;
  -- What is told of one status is told in its order.
  insert into status_change (number, case_id, party, state, ended_as, changed_on, changed_at)
  select new.number, new.named_in, new.holder, new.state, new.ended_as,
    coalesce(since, (now() at time zone 'Asia/Baku')::date),
    greatest(coalesce(at, now()), max(changed_at) + interval '1 millisecond')
  from status_change where number = new.number;
  insert into waiting_job (task, payload) values ('tell-registers', '{}');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_too_much(the_id uuid, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into payment_question (kind, decision, day, opened_at)
  select 'decided-anew', last.id, (the_moment at time zone 'Asia/Baku')::date, the_moment
  from invoice
  join decision as last on last.case_id = invoice.case_id and last.subject = invoice.party
    and not exists (select from decision as later where later.supersedes = last.id)
  where invoice.id = the_id and is_of_now(invoice.xmin)
    and (last.supersedes is not null or last.set_aside_by is not null)
    and paid_in(invoice.case_id, invoice.party) > owed_in(invoice.case_id, invoice.party)
  on conflict do nothing;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_uncounted(the_code text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update campaign set uncounted = true
  where code = the_code and not uncounted and deleted_on is null
$function$;

CREATE OR REPLACE FUNCTION public.nothing_more(the_day date)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_build_object('from', the_day, 'terms', '[]'::jsonb, 'pauses', '[]'::jsonb)
$function$;

CREATE OR REPLACE FUNCTION public.notice_ended(the_number text, the_decision uuid, the_day date, the_event uuid, the_case uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select give_notice(id, nothing_more(the_day), the_day, coalesce(
    the_event, (select event.id from event where case_id = case_file.id order by seq desc limit 1)
  ))
  from case_file
  where (about_status = the_number or about_decision = the_decision)
    and stage <> 'ended' and number is not null and id is distinct from the_case
$function$;

CREATE OR REPLACE FUNCTION public.notice_over(the_case uuid, the_event json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select give_notice(id, nothing_more(the_day), the_day, (the_event ->> 'id')::uuid)
  from case_file cross join (select (the_event ->> 'happened_on')::date as the_day) as happened
  where about_case = the_case and stage <> 'ended' and number is not null
$function$;

CREATE OR REPLACE FUNCTION public.number_of_code(the_code bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select number from status where code_index = the_code
  union all
  select number from former_paper where code_index = the_code
$function$;

CREATE OR REPLACE FUNCTION public.of_age_from(the_party uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when bool_and(until_on is not null) then max(until_on) + 1 end
  from mandate where party = the_party and kind = 'guardian'
$function$;

CREATE OR REPLACE FUNCTION public.of_family(the_case uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select party from case_party
  where case_id = the_case and is_subject and until_on is null
    and the_case = any ((acting()).own_cases) and is_family(the_case)
$function$;

CREATE OR REPLACE FUNCTION public.offered_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_day date)
 RETURNS status
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status from status
  where status.document_index = the_document and status.kind = any (the_kinds)
    and (the_issued is null or status.issued_index = any (the_issued))
  order by array_position('{valid,ended,none}'::text[], offered_standing(status, the_day)),
    array_position(the_kinds, status.kind), status.from_on desc, status.number
  limit 1
$function$;

CREATE OR REPLACE FUNCTION public.offered_by_number(the_number text, the_birth bytea, the_kinds text[])
 RETURNS status
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status from status
  where status.number = the_number and status.birth_index = the_birth
    and status.kind = any (the_kinds)
$function$;

CREATE OR REPLACE FUNCTION public.offered_changes(after_n bigint, the_kinds text[], the_day date, the_most integer, the_call json)
 RETURNS TABLE(n bigint, subscription uuid, change uuid, kind text, state text, changed_on date, changed_at timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with page as (
    select told_change.client, told_change.n, read_on, subscription.id as subscription,
      subscription.party, change.id as change, status.kind, change.state, change.changed_on,
      change.changed_at
    from told_change
    join subscription on subscription.id = told_change.subscription
    join status_change as change on change.id = told_change.change
    join status on status.number = change.number
    where told_change.client = the_call ->> 'client' and told_change.n > after_n
      and subscription.ended_at is null and subscription.until_on >= the_day
      and status.kind = any (the_kinds)
    order by told_change.n limit the_most
  ), read as (
    update told_change set read_on = the_day
    from page
    where told_change.client = page.client and told_change.n = page.n
      and page.read_on is distinct from the_day
    returning page.*
  ), noted as (
    insert into offered_answer (
      id, client, service, purpose, ground, at, party, outcome, message_id
    )
    select gen_random_uuid(), call.client, service, purpose, ground, at, read.party,
      case read.state when 'in-force' then 'valid' else read.state end, message_id
    from read, json_to_record(the_call) as call (
      client text, service text, purpose text, ground text, at timestamptz, message_id text
    )
  )
  select page.n, page.subscription, page.change, page.kind, page.state, page.changed_on,
    page.changed_at
  from page order by page.n
$function$;

CREATE OR REPLACE FUNCTION public.offered_figures(the_clients text[], the_moment timestamp with time zone)
 RETURNS TABLE(client text, service text, outcome text, today integer, lately integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with counted as (
    select date_trunc('day', the_moment at time zone 'Asia/Baku') at time zone 'Asia/Baku' as since
  )
  select offered_answer.client, offered_answer.service, offered_answer.outcome,
    (count(*) filter (where at >= since))::integer, count(*)::integer
  from counted join offered_answer
    on offered_answer.client = any (the_clients) and at >= since - interval '29 days'
  group by 1, 2, 3
$function$;

CREATE OR REPLACE FUNCTION public.offered_standing(the_status status, the_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when the_status.state = 'in-force' and the_day between the_status.from_on and the_status.until_on
      then 'valid'
    when the_status.state = 'ended'
      or the_status.state = 'in-force' and the_day > the_status.until_on then 'ended'
    else 'none'
  end
$function$;

CREATE OR REPLACE FUNCTION public.offered_until(the_status status)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select least(the_status.until_on, (
    select happened_on from event where event.id = the_status.ended_by
  ))
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

CREATE OR REPLACE FUNCTION public.only_consents(the_case uuid, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from invitation where case_id = the_case and joined = the_party)
    and not exists (
      select from case_party where case_id = the_case and party = the_party and is_subject
    )
$function$;

CREATE OR REPLACE FUNCTION public.open_by_same()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct case_file.type
  from acting() as who
  cross join lateral same_as(who.party) as same
  join case_party on case_party.party = same and is_subject and until_on is null
  join case_file on case_file.id = case_id and filed_on is not null and stage <> 'ended'
  where same <> who.party
$function$;

CREATE OR REPLACE FUNCTION public.open_for_notice(the_id uuid, the_type text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into effect (noticed, effect, target, what, state)
  select id, 'open', follows, the_type, 'waiting' from inquiry join status on number = follows
  where id = the_id and inquiry.state = 'taken' and is_of_now(inquiry.xmin) and exists (
    select from jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    cross join jsonb_array_elements(rule -> 'opens') as opens
    where rule ->> 'service' = service and opens ->> 'type' = the_type
  )
  on conflict do nothing;
  if not found then
    raise exception 'a case is opened for an answer that was just taken, once' using errcode = '42501';
  end if;
  insert into waiting_job (task, payload) values ('carry-out', '{}');
end
$function$;

CREATE OR REPLACE FUNCTION public.open_for_unpaid(the_id uuid, the_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with owed as (
    select * from invoice where id = the_id and is_unpaid(invoice, the_day) for update
  ),
  opening as (
    insert into effect (unpaid, effect, target, state)
    select owed.id, 'open', status.number, 'waiting' from owed join status on given_by = owed.decision
    on conflict do nothing
    returning id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' from opening
$function$;

CREATE OR REPLACE FUNCTION public.owed_in(the_case uuid, the_party uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum(amount * 100), 0)::integer from invoice
  where case_id = the_case and party = the_party and (state in ('open', 'paid') or on_paper > 0)
    and invoice_stands(id) = 'holds'
$function$;

CREATE OR REPLACE FUNCTION public.own_charges()
 RETURNS TABLE(party uuid, of_age_on date, invitation uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select party, of_age_from(party), (
    select invitation.id
    from taking_over join invitation on invitation.id = taking_over.invitation
    where taking_over.party = charge.party and ended_at is null
      and invited_by = (acting()).party
  )
  from (select distinct party from mandate where account = (acting()).account) as charge
  where of_age_from(party) is not null and not has_account(party)
$function$;

CREATE OR REPLACE FUNCTION public.own_links()
 RETURNS TABLE(id uuid, ground text, agrees text[], stands text, proposed_at timestamp with time zone, linked_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select party_link.id, ground, agrees,
    case
      when ended.at is null and (party_link.party is null or party_link.other is null)
        then case when confirmed.at is null then 'rejected' else 'gone' end
      when state = 'undoing' then 'linked'
      else state
    end,
    proposed.at, confirmed.at, ended.at
  from acting() as who
  join party_link on who.party in (party_link.party, party_link.other)
  join party_link_act as proposed on proposed.link = party_link.id and proposed.act = 'propose'
  left join party_link_act as confirmed
    on confirmed.link = party_link.id and confirmed.act = 'confirm'
  left join party_link_act as ended on ended.link = party_link.id and ended.act in ('refuse', 'end')
  order by proposed.at desc, party_link.id
  limit 40
$function$;

CREATE OR REPLACE FUNCTION public.own_mission()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select who.body from acting() as who
  where session_user = 'kecid_office'
    and who.roles && array(select role from office_role where office_role.of = 'mission')
$function$;

CREATE OR REPLACE FUNCTION public.paid_in(the_case uuid, the_party uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum(on_paper + coalesce((
    select sum(case kind when 'payment' then hundredths else -hundredths end)
    from payment
    where payment.invoice = invoice.id and payment.state = 'taken'
      and payment.currency = invoice.currency
  ), 0) - coalesce((
    select sum(repayment.hundredths)
    from repayment left join payment on payment.id = repayment.payment
    where coalesce(repayment.invoice, payment.invoice) = invoice.id and done_on is not null
      and repayment.currency = invoice.currency
  ), 0)), 0)::integer
  from invoice where case_id = the_case and party = the_party
$function$;

CREATE OR REPLACE FUNCTION public.payments_noted(after_payment uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from payment where state = 'noted' and id > after_payment order by id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.payments_of_day(the_day date)
 RETURNS TABLE(transaction text, kind text, hundredths integer, currency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select transaction, kind, hundredths, currency from payment
  where paid_at >= the_day::timestamp at time zone 'Asia/Baku'
    and paid_at < (the_day + 1)::timestamp at time zone 'Asia/Baku'
  order by transaction
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

CREATE OR REPLACE FUNCTION public.place_hold(the_case uuid, the_decision uuid, the_effect json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into hold (id, decision, party, placed_in, back, ground, from_on, placed_by)
  select gen_random_uuid(),
    case when the_effect ->> 'what' = 'carrying-out' then about_decision end,
    case when the_effect ->> 'what' <> 'carrying-out' then subject end,
    the_case, the_effect ->> 'what', concat_ws(' ', number, outcome), decided_on, the_decision
  from case_file join decision on decision.id = the_decision and case_id = case_file.id
  where case_file.id = the_case and stage <> 'ended' and the_effect ->> 'target' = case
    when the_effect ->> 'what' = 'carrying-out' then about_decision::text
    when about_party = subject then subject::text
  end;
  if not found then
    raise exception 'nothing else is held back than what the case is about' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.place_now(the_place text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select canonical::jsonb from policy_version_document as own
  join policy_document on policy_document.hash = own.hash
  where own.version = (select max(id) from policy_version) and kind = 'place' and code = the_place
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

CREATE OR REPLACE FUNCTION public.propose_link(the_link json, the_act json, the_leaves json, the_letters json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  made party_link;
  one uuid := (the_link ->> 'party')::uuid;
  two uuid := (the_link ->> 'other')::uuid;
begin
  -- Two who propose it at once are one after the other, and whoever is erased just now is waited for.
  perform from party where id in (one, two) order by id for update;
  if exists (select from party where id in (one, two) and erased_at is not null) then
    return null;
  end if;
  if not is_act_of_service(the_act) or the_act ->> 'act' is distinct from 'propose'
    or not coalesce(one < two, false) or (acting()).party in (one, two)
    or not is_told_in((the_link ->> 'case_id')::uuid, one)
    or not is_told_in((the_link ->> 'other_case')::uuid, two)
  then
    raise exception 'nobody is linked by that' using errcode = '42501';
  end if;
  if exists (
    select from party_link
    where party = one and other = two and state in ('waiting', 'linked', 'undoing')
  ) then
    return false;
  end if;
  insert into party_link (id, party, other, case_id, other_case, ground, agrees)
  select id, one, two, case_id, other_case, ground,
    array(select json_array_elements_text(the_link -> 'agrees'))
  from json_to_record(the_link) as proposed (
    id uuid, case_id uuid, other_case uuid, ground text
  )
  returning * into made;
  perform note_link_act(made, the_act, the_leaves, the_letters);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.put_document(the_case uuid, the_subject uuid, the_document json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_adds_to(the_case, the_subject);
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
      and not (
        each ->> 'effect' = 'restore' and allowed && array['set-aside', 'hold carrying-out']
      )
    then
      raise exception 'the outcome does not %', each ->> 'effect' using errcode = '42501';
    end if;
    if each ->> 'effect' = 'issue' then
      perform holds_up(the_case, each -> 'status' ->> 'rests_on');
      insert into status (
        number, kind, holder, case_id, given_by, named_in, named_by, named_at, rests_on, code_index,
        holder_index, birth_index, document_index, issued_index, code_sealed, field, from_on, until_on,
        state, issued_at
      )
      select each ->> 'target', each ->> 'what', the_subject, the_case, the_id, the_case, the_id,
        issued_at, rests_on,
        decode(code_index, 'base64'), decode(holder_index, 'base64'),
        decode(birth_index, 'base64'), decode(document_index, 'base64'),
        decode(issued_index, 'base64'), decode(code_sealed, 'base64'), field, from_on, until_on, 'in-force', issued_at
      from json_to_record(each -> 'status') as given (
        rests_on text, code_index text, holder_index text, birth_index text, document_index text,
        issued_index text, code_sealed text, field text,
        from_on date, until_on date, issued_at timestamptz
      );
    elsif each ->> 'effect' in ('set-aside', 'restore', 'reopen') then
      perform undo_decision(the_case, the_id, each);
      if each ->> 'effect' = 'set-aside' then
        perform notice_ended(
          null, (each ->> 'target')::uuid, (the_decision ->> 'decided_on')::date, the_event, the_case
        );
      end if;
    elsif each ->> 'effect' = 'replace' then
      perform name_anew(the_case, the_id, each);
    elsif each ->> 'effect' = 'hold' then
      perform place_hold(the_case, the_id, each);
    elsif each ->> 'effect' = 'notify' then
      perform tell_to_decide(the_case, each, the_event);
    elsif each ->> 'effect' in ('erase', 'disclose') then
      if each ->> 'target' is distinct from the_subject::text then
        raise exception 'nobody else is to %', each ->> 'effect' using errcode = '42501';
      end if;
    elsif each ->> 'effect' = 'change' then
      insert into correction (
        id, case_id, party, decision, decided_in, number, corrected_on, sealed
      )
      select kept.id, corrected.case_id, the_subject, the_id, the_case, deciding.number,
        (the_decision ->> 'decided_on')::date, decode(kept.sealed, 'base64')
      from json_to_record(each -> 'correction') as kept (id uuid, sealed text)
      join case_file as deciding on deciding.id = the_case
      join case_party as corrected on corrected.case_id = (each ->> 'target')::uuid
        and corrected.party = the_subject and corrected.is_subject and corrected.until_on is null
      join case_file as theirs on theirs.id = corrected.case_id and theirs.number is not null;
      if not found then
        raise exception 'nothing is corrected in a case that is not about them'
          using errcode = '42501';
      end if;
    else
      -- What ends by what is given in its place may have ended otherwise since it was decided.
      if each ->> 'next' is not null and not follows(the_id, each, allowed) then
        continue;
      end if;
      update status set state = 'ended', ended_as = each ->> 'what', ended_by = the_event
      where number = each ->> 'target' and state <> 'ended' and (
        each ->> 'next' is not null
        or number = (select about_status from case_file where id = the_case)
      );
      if not found then
        raise exception 'the status % was in force', each ->> 'target';
      end if;
      perform carry_over(each ->> 'target', each ->> 'next');
      perform leave_resting(each ->> 'target', the_id);
      perform notice_ended(
        each ->> 'target', null, (the_decision ->> 'decided_on')::date, the_event, the_case
      );
    end if;

    if each ->> 'effect' not in ('reopen', 'erase', 'disclose', 'change') then
      perform enter_leaf(the_subject, the_case, each -> 'leaf');
    end if;
    insert into effect (decision, effect, target, what, step, due_on, state)
    values (
      the_id, each ->> 'effect', each ->> 'target', each ->> 'what', each ->> 'step', (each ->> 'due_on')::date,
      case when each ->> 'effect' in ('reopen', 'erase') then 'waiting' else 'done' end
    );
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.record_letters(the_case uuid, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from json_to_recordset(the_letters) as written (party uuid)
    where party not in (select case_party.party from case_party where case_id = the_case)
  ) then
    raise exception 'letters of a case go to those who have it' using errcode = '42501';
  end if;
  insert into letter (
    id, party, subject, case_id, code, language, content_sealed, written_at, send_from
  )
  select id, party, subject, the_case, code, language, decode(content_sealed, 'base64'),
    written_at, send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, subject uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.record_paid_back(the_id uuid, said json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_day date := (said ->> 'on')::date;
  the_moment timestamptz := (said ->> 'at')::timestamptz;
  the_case uuid;
begin
  perform check_role('{case-officer,head}');
  select invoice.case_id into the_case
  from repayment
  left join payment on payment.id = repayment.payment
  join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
  where repayment.id = the_id;
  perform from case_file where id = the_case for update;
  update repayment set done_on = the_day, recorded_at = the_moment, recorded_by = who.party
  where id = the_id and (invoice is not null or given_up) and done_by is null and done_on is null
    and the_day between (decided_at at time zone 'Asia/Baku')::date
      and (the_moment at time zone 'Asia/Baku')::date;
  if not found then
    return false;
  end if;
  perform enter_leaf(who.party, null, said -> 'leaf');
  if the_case is not null then
    perform record_letters(the_case, said -> 'letters');
  end if;
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.record_parts(the_case uuid, the_event uuid, the_parts json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  the_seq integer;
  each json;
begin
  select seq into the_seq from event
  where id = the_event and case_id = the_case and subject is null and is_of_now(event.xmin);
  if not found then
    raise exception 'a part is of an event that was just recorded' using errcode = '42501';
  end if;
  if exists (
    select from json_to_recordset(the_parts) as told (subject uuid)
    where not exists (
      select from case_party
      where case_id = the_case and party = told.subject and is_subject and until_on is null
    ) or session_user = 'kecid_portal' and not coalesce(told.subject = any (who.parties), false)
  ) then
    raise exception 'nobody tells of these in this case' using errcode = '42501';
  end if;

  for each in select value from json_array_elements(the_parts) loop
    insert into event_part (case_id, seq, subject, sealed)
    select the_case, the_seq, subject, decode(sealed, 'base64')
    from json_to_record(each) as told (subject uuid, sealed text);
    perform enter_leaf((each ->> 'subject')::uuid, the_case, each -> 'leaf');
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
  ends boolean;
begin
  if not check_step(the_case, the_event) then
    return false;
  end if;
  select stage <> 'ended' and the_case ->> 'stage' = 'ended' into ends
  from case_file where id = the_id;
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
  where id = the_id;

  update case_party set state = the_case ->> 'subjectState'
  where case_id = the_id and is_subject and until_on is null
    and state <> the_case ->> 'subjectState';

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

  perform record_letters(the_id, the_letters);

  if the_event ->> 'kind' = 'tell' then
    perform record_tellings(the_id, the_event);
  end if;
  perform record_tasks(the_id, the_event, the_tasks);
  perform hand_over_case(the_id);
  if the_event ->> 'kind' in ('decide', 'end') then
    perform notice_over(the_id, the_event);
  end if;
  if ends then
    perform lift_holds(the_case, the_event);
    perform notice_ended(
      null, about_decision, (the_event ->> 'happened_on')::date, (the_event ->> 'id')::uuid, the_id
    )
    from case_file where id = the_id and about_decision is not null and number is not null;
  end if;

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
declare
  is_over boolean := the_event ->> 'kind' = 'decide' or (
    select stage = 'ended' from case_file where id = the_case
  );
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
        when 'elsewhere' then the_event ->> 'kind' = 'report'
        when 'notice' then the_event ->> 'kind' = 'decide'
        else the_event ->> 'kind' in ('answer', 'say') and step = the_event ->> 'step'
      end then 'done'
      else 'dropped'
    end,
    closed_by = (the_event ->> 'id')::uuid,
    version = version + 1
  where case_id = the_case and state = 'open'
    -- An official has seen it; nobody else's step says so. What a council asked for stays until that
    -- was decided.
    and (task.kind <> 'notice' or is_over or
      not asks_by_a_day(task) and the_event ->> 'role' in (select role from office_role))
    and not exists (
      select from json_to_recordset(the_tasks) as wanted (
        kind text, step text, owner_body text, owner_party uuid
      )
      where task.kind = wanted.kind and task.step = wanted.step
        and (task.owner_body, task.owner_party)
          is not distinct from (wanted.owner_body, wanted.owner_party)
    );

  -- And is asked of whoever has the next move by then.
  update task set
    owner_role = moves.owner_role, owner_party = moves.owner_party, version = version + 1
  from json_to_recordset(the_tasks) as moves (kind text, owner_role text, owner_party uuid)
  join office_role on office_role.role = moves.owner_role
  where moves.kind in ('next-move', 'elsewhere') and case_id = the_case and state = 'open'
    and asks_by_a_day(task)
    and (task.owner_role, task.owner_party)
      is distinct from (moves.owner_role, moves.owner_party)
    and not exists (
      select from task as other
      where other.case_id = the_case and other.kind = 'notice' and other.state = 'open'
        and other.id <> task.id
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

CREATE OR REPLACE FUNCTION public.record_tellings(the_case uuid, the_event json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  said json := the_event -> 'tellings';
  told integer;
begin
  insert into telling (id, decision, party, means, told_on, is_provisional, recorded_at)
  select gen_random_uuid(), decision.id, each.party, means, on_day, provisional,
    (the_event ->> 'recorded_at')::timestamptz
  from (
    select value ->> 'record' as record, (value ->> 'party')::uuid as party,
      value ->> 'means' as means, (value ->> 'on')::date as on_day,
      (value ->> 'isProvisional')::boolean as provisional
    from json_array_elements(said)
  ) as each
  join decision on case_id = the_case and record_hash = record
  where on_day between decided_on and (the_event ->> 'happened_on')::date
    and each.party in (select party from case_party where case_id = the_case)
    and (session_user <> 'kecid_portal' or each.party = (the_event ->> 'actor')::uuid);
  get diagnostics told = row_count;
  if told = 0 or told <> json_array_length(said) then
    raise exception 'people are told of decisions about them' using errcode = '42501';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.record_visit(the_id uuid, the_state text, the_leaf json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its appointment;
begin
  select * into its from appointment where id = the_id for update;
  if its.id is null or not coalesce(records_visits(its.case_id, its.step), false)
    or the_state not in ('came', 'missed')
  then
    raise exception 'who came is recorded by whoever may record it' using errcode = '42501';
  end if;
  update appointment set state = the_state, changed_at = the_moment
  where id = the_id and state = 'booked'
    and (starts_at at time zone 'Asia/Baku')::date <= reached((the_moment at time zone 'Asia/Baku')::date);
  if found then
    perform enter_visit(its.party, its.case_id, the_leaf);
  end if;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.records_visits(the_case uuid, the_step text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((acting()).sees_all, false) and sees_case(the_case) and exists (
    select from case_file
    join type_step on type_step.type_hash = any (array(select types_of_case(case_file.id)))
      and from_state = case_file.state and type_step.step = the_step
    where case_file.id = the_case and by_roles && (acting()).roles
  )
$function$;

CREATE OR REPLACE FUNCTION public.relate(the_saying json, the_party uuid, the_other uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into relation (id, party, kind, other, from_on, event)
  select id, the_party, kind, the_other, from_on, event
  from json_to_record(
    case json_typeof(the_saying -> 'relation') when 'object' then the_saying -> 'relation' else '{}' end
  )
    as said (id uuid, kind text, from_on date, event uuid)
  where kind is not null
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

CREATE OR REPLACE FUNCTION public.remind_of_appointment(the_id uuid, the_letters json, the_moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its appointment;
begin
  update appointment set reminded_at = the_moment
  where id = the_id and state = 'booked' and reminded_at is null
  returning * into its;
  if found then
    perform record_letters(its.case_id, the_letters);
  end if;
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

CREATE OR REPLACE FUNCTION public.repayments_waiting(the_case uuid, the_party uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum(repayment.hundredths), 0)::integer
  from repayment
  left join payment on payment.id = repayment.payment
  join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
    and invoice.currency = repayment.currency
  where invoice.case_id = the_case and invoice.party = the_party
    and done_by is null and done_on is null
$function$;

CREATE OR REPLACE FUNCTION public.replies_in(the_case uuid, the_subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select acts_for_in(the_case, the_subject) and exists (
    select from task
    where case_id = the_case and kind = 'reply' and state = 'open'
      and (is_owner() or owner_party = (acting()).party)
  )
$function$;

CREATE OR REPLACE FUNCTION public.retire_campaign(the_id uuid, the_version integer, the_day date, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held campaign := hold_campaign(the_id);
begin
  if held.version <> the_version or (held.retired_on is null) = (the_day is null) then
    return false;
  end if;
  held.retired_on := the_day;
  perform keep_campaign(
    held, case when the_day is null then 'revive' else 'retire' end, the_moment
  );
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.running_by_state(the_type text)
 RETURNS TABLE(from_hash text, from_state text, to_state text, cases bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select move.from_hash, move.from_state, move.to_state, count(*)
  from type_move as move
  join case_file on case_file.type_hash = move.from_hash and state = move.from_state
    and case_file.type_hash is not null and stage <> 'ended'
  where move.type_hash = the_type
    and not exists (select from decision where decision.case_id = case_file.id)
  group by 1, 2, 3
  order by 1, 2
$function$;

CREATE OR REPLACE FUNCTION public.said_before(the_id uuid, the_type text)
 RETURNS TABLE(id uuid, case_id uuid, party uuid, answer_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select before.id, before.case_id, before.party, before.answer_sealed
  from inquiry join inquiry as before using (service)
  where inquiry.id = the_id and before.id <> the_id and before.state = 'taken'
    and before.answer_sealed is not null
    and (
      before.follows = inquiry.follows or before.party = inquiry.party and before.case_id in (
        select case_file.id from case_file where about_status = inquiry.follows and type = the_type
      )
    )
    and (is_owner() or inquiry.case_id = any ((acting()).own_cases))
  order by before.answered_at desc, before.id limit 1
$function$;

CREATE OR REPLACE FUNCTION public.said_by_policy(the_kind text, the_code text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select canonical::jsonb from policy_version_document join policy_document using (hash)
  where version = policy_in_force() and kind = the_kind and code = the_code
$function$;

CREATE OR REPLACE FUNCTION public.same_among(the_parties uuid[])
 RETURNS TABLE(party uuid, same uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select each, same
  from acting() as who, unnest(the_parties) as each, same_as(each) as same
  where same <> each
    and who.roles && array(select role from office_role where office_role.of = 'service')
$function$;

CREATE OR REPLACE FUNCTION public.same_as(the_party uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive same as (
    select the_party as id
    union
    select case party_link.party when same.id then party_link.other else party_link.party end
    from same join party_link
      on same.id in (party_link.party, party_link.other) and state in ('linked', 'undoing')
      and party is not null and other is not null
  )
  select id from same
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

CREATE OR REPLACE FUNCTION public.says_when(the_case uuid, the_step text, the_party uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (the_party = any ((acting()).parties) or records_visits(the_case, the_step)) and exists (
    select from case_party
    where case_id = the_case and party = the_party and is_subject and until_on is null
  )
$function$;

CREATE OR REPLACE FUNCTION public.seats_taken(the_place text, the_start timestamp with time zone, the_end timestamp with time zone)
 RETURNS TABLE(starts_at timestamp with time zone, taken integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select appointment.starts_at, count(*)::integer from appointment
  where place = the_place and appointment.starts_at >= the_start and appointment.starts_at < the_end
    and state in ('booked', 'came', 'missed')
  group by appointment.starts_at
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
      where id = the_case and number is not null and not is_apart(id)
        and ((acting()).sees_all or shown_to_asked(the_case))
    )
    else is_owner()
  end, false)
$function$;

CREATE OR REPLACE FUNCTION public.sees_missions()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(who.roles && array(
    select role from office_role where office_role.of = 'ministry'
  ), false) from acting() as who
$function$;

CREATE OR REPLACE FUNCTION public.sent_in_beside(the_case uuid)
 RETURNS TABLE(id uuid, number text)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  whose uuid[];
begin
  if the_case <> all (who.own_cases) then
    return;
  end if;
  whose := array(
    select same from (
      select party from case_party
      where case_party.case_id = the_case and is_subject and until_on is null
      order by joined_as limit 1
    ) as first
    cross join lateral same_as(first.party) as same
    order by same
  );
  perform pg_advisory_xact_lock(hashtextextended('sent in by ' || whose[1], 0));
  return query
    select
      case when other.id = any (who.own_cases) then other.id end,
      case when other.id = any (who.own_cases) then other.number end
    from case_file own
    join case_file other on other.type = own.type and other.id <> own.id
    where own.id = the_case and other.filed_on is not null and other.stage <> 'ended'
      and other.id in (
        select case_party.case_id from case_party
        where case_party.party = any (whose) and is_subject and until_on is null
      )
    order by 1 nulls last
    limit 1;
end
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

CREATE OR REPLACE FUNCTION public.services_ahead(the_case uuid, the_subject uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select register ->> 'service'
  from case_file
  cross join jsonb_array_elements(said_by_policy('case-type', type) -> 'registers') as register
  where id = the_case and (register -> 'ahead')::boolean
    and (register -> 'of' is null or exists (
      select from case_party
      where case_id = the_case and party = the_subject and until_on is null
        and register -> 'of' ? role
    ))
$function$;

CREATE OR REPLACE FUNCTION public.services_in_force()
 RETURNS TABLE(service text, system text, ground text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select offers ->> 'code', asked ->> 'code',
    coalesce(offers -> 'basis' ->> 'purpose', offers -> 'basis' ->> '*')
  from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'systems') as asked
  cross join jsonb_array_elements(asked -> 'services') as offers
$function$;

CREATE OR REPLACE FUNCTION public.set_language(the_language text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update account set language = the_language where id = (acting()).account
$function$;

CREATE OR REPLACE FUNCTION public.settle_erasure(the_id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update effect set state = 'done'
  where id = the_id and effect = 'erase' and exists (
    select from party where id = target::uuid and erased_at is not null
  )
$function$;

CREATE OR REPLACE FUNCTION public.settle_inquiry(the_id uuid, the_outcome text, the_code text, the_moment timestamp with time zone, the_answer bytea, again_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update inquiry set
    outcome = the_outcome, code = the_code, leased_until = null,
    state = case
      when the_answer is null then 'waiting' when tells is null and not ahead then 'answered' else 'taken'
    end,
    answer_sealed = the_answer,
    answered_at = case when the_answer is not null then the_moment end,
    next_at = coalesce(again_at, next_at)
  where id = the_id and state = 'waiting' and leased_until is not null
    and (the_answer is null) = (again_at is not null);
  if found and the_answer is not null and exists (
    select from inquiry where id = the_id and state = 'answered'
  ) then
    insert into waiting_job (task, payload) values ('take-answers', '{}');
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.settle_invoice(the_id uuid, the_answer json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update invoice set
    told = coalesce(said.told, invoice.told), url = coalesce(said.url, invoice.url), code = said.code,
    tries = case when said.told is null then tries + 1 else 0 end,
    given_up = coalesce(said.given_up, false),
    next_at = coalesce(said.next_at, invoice.next_at), leased_until = null
  from json_to_record(the_answer) as said (
    told text, url text, code text, next_at timestamptz, given_up boolean
  )
  where invoice.id = the_id
$function$;

CREATE OR REPLACE FUNCTION public.settle_repayment(the_id uuid, the_answer json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update repayment set
    asked = repayment.asked or said.code is null, code = said.code,
    tries = case when said.code is null then 0 else tries + 1 end,
    given_up = coalesce(said.given_up, false),
    next_at = coalesce(said.next_at, repayment.next_at), leased_until = null
  from json_to_record(the_answer) as said (code text, next_at timestamptz, given_up boolean)
  where repayment.id = the_id
$function$;

CREATE OR REPLACE FUNCTION public.show_figures(the_week date, the_taken json, the_shown json, the_waiting json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  is_whole boolean;
begin
  with gone as (
    delete from tally using json_to_recordset(the_taken) as taken (
      what text, campaign uuid, country text, language text
    )
    where tally.what = taken.what and tally.campaign is not distinct from taken.campaign
      and tally.country is not distinct from taken.country
      and tally.language is not distinct from taken.language
    returning tally.what, tally.people
  ), moved as (
    select what, people from gone
    union all
    select what, -people from json_to_recordset(the_shown) as shown (what text, people integer)
    union all
    select what, -people from json_to_recordset(the_waiting) as waits (what text, people integer)
  )
  select not exists (select from moved group by what having sum(people) <> 0) into is_whole;
  if not is_whole then
    raise exception 'somebody was lost, or counted twice' using errcode = '22023';
  end if;
  insert into figure_batch (week, what, campaign, country, language, people)
  select the_week, what, campaign, country, language, people
  from json_to_recordset(the_shown) as shown (
    what text, campaign uuid, country text, language text, people integer
  );
  insert into tally (what, campaign, country, language, people, weeks)
  select what, campaign, country, language, people, weeks
  from json_to_recordset(the_waiting) as waits (
    what text, campaign uuid, country text, language text, people integer, weeks integer
  )
  on conflict (what, campaign, country, language)
  do update set people = tally.people + excluded.people, weeks = excluded.weeks;
end
$function$;

CREATE OR REPLACE FUNCTION public.shown_to_asked(the_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from tasks_asked(the_case)) or is_of_council(the_case)
    or is_of_mission(the_case)
$function$;

CREATE OR REPLACE FUNCTION public.shown_to_holder(the_number text, the_service text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from status
    cross join jsonb_array_elements(said_by_policy('status', kind) -> 'follows') as rule
    where number = the_number and rule ->> 'service' = the_service and (rule -> 'shown')::boolean
  )
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

CREATE OR REPLACE FUNCTION public.soonest_visit(the_case uuid, the_visit jsonb, the_place jsonb, today date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select greatest(
    today + (the_place ->> 'noticeDays')::integer,
    min(happened_on) + (the_visit ->> 'afterDays')::integer
  )
  from event where case_id = the_case and kind = 'decide'
$function$;

CREATE OR REPLACE FUNCTION public.status_changes(after_at timestamp with time zone, after_id uuid)
 RETURNS TABLE(id uuid, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id, changed_at from status_change
  where not is_left and (changed_at, id) > (after_at, after_id)
  order by changed_at, id limit 200
$function$;

CREATE OR REPLACE FUNCTION public.status_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  where party = new.holder and erased_at is null and case_id in (
    select new.case_id
    union select new.named_in
    union select former_paper.case_id from former_paper where former_paper.number = new.number
  );
  return null;
end
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

CREATE OR REPLACE FUNCTION public.statuses_to_follow(the_kind text, the_service text, since timestamp with time zone, after_number text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select number from status
  where kind = the_kind and state = 'in-force' and number > after_number
    and from_on <= (since at time zone 'Asia/Baku')::date
    and not exists (
      select from inquiry
      where follows = number and service = the_service and asked_at > since
    )
    and not exists (
      select from jsonb_array_elements(said_by_policy('status', the_kind) -> 'follows') as rule
      where rule ->> 'service' = the_service
        and (since at time zone 'Asia/Baku')::date + (rule ->> 'everyDays')::integer
          > from_on + (rule ->> 'forDays')::integer
    )
  order by number limit 200
$function$;

CREATE OR REPLACE FUNCTION public.step_link(the_link uuid, the_act json, the_leaves json, the_letters json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was party_link;
  its_act text := the_act ->> 'act';
  before uuid;
  becomes text;
begin
  -- Locked before the link, as where one is erased.
  perform from party where id in (
    select unnest(array[party, other]) from party_link where id = the_link
  ) order by id for update;
  select * into was from party_link where id = the_link for update;
  if was.id is not null and (was.party is null or was.other is null) then
    return false;
  end if;
  if was.id is null or not is_act_of_service(the_act)
    or (acting()).party in (was.party, was.other)
  then
    raise exception 'this link is not for whoever acts' using errcode = '42501';
  end if;
  becomes := case
    when was.state = 'waiting' and its_act = 'confirm' then 'linked'
    when was.state = 'waiting' and its_act = 'refuse' then 'rejected'
    when was.state = 'linked' and its_act = 'undo' then 'undoing'
    when was.state = 'undoing' and its_act = 'end' then 'undone'
    when was.state = 'undoing' and its_act = 'keep' then 'linked'
  end;
  if becomes is null then
    return false;
  end if;
  select actor into before from party_link_act
  where link = was.id order by nth desc limit 1;
  if its_act in ('confirm', 'end') and before is not distinct from (acting()).party
    or its_act = 'confirm' and not (
      is_told_in(was.case_id, was.party) and is_told_in(was.other_case, was.other)
    )
  then
    raise exception 'this link is not for whoever acts' using errcode = '42501';
  end if;
  update party_link set state = becomes where id = was.id;
  was.state := becomes;
  perform note_link_act(was, the_act, the_leaves, the_letters);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.subscribe_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_days integer, the_day date, the_call json)
 RETURNS TABLE(result text, subscription uuid, until_on date)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from subscribe_to(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_days, the_day, the_call
  )
$function$;

CREATE OR REPLACE FUNCTION public.subscribe_by_number(the_number text, the_birth bytea, the_kinds text[], the_days integer, the_day date, the_call json)
 RETURNS TABLE(result text, subscription uuid, until_on date)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from subscribe_to(
    offered_by_number(the_number, the_birth, the_kinds), the_days, the_day, the_call
  )
$function$;

CREATE OR REPLACE FUNCTION public.subscribe_to(the_status status, the_days integer, the_day date, the_call json, OUT result text, OUT subscription uuid, OUT until_on date)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  call record;
begin
  select * into call from json_to_record(the_call) as said (
    client text, service text, purpose text, ground text, at timestamptz, message_id text
  );
  -- A change that is on its way is waited for; one that comes after this finds who is to be told.
  select status.* into the_status from status where status.number = the_status.number for share;
  -- Of whoever was erased meanwhile nothing is told.
  result := case
    when the_status.birth_index is null then 'none' else offered_standing(the_status, the_day)
  end;
  if result = 'valid' and not exists (
    select from offered_answer
    where client = call.client and message_id = call.message_id and service = call.service
  ) then
    insert into subscription as known (
      client, number, party, purpose, ground, since, after_at, until_on
    )
    values (
      call.client, the_status.number, the_status.holder, call.purpose, call.ground, call.at,
      coalesce(
        (select max(changed_at) from status_change where number = the_status.number), '-infinity'
      ),
      the_day + the_days
    )
    on conflict (client, number) where ended_at is null do update set
      purpose = excluded.purpose, ground = excluded.ground, until_on = excluded.until_on;
  end if;
  if result = 'valid' then
    select known.id, known.until_on into subscription, until_on from subscription as known
    where known.client = call.client and known.number = the_status.number and ended_at is null;
    result := case when found then 'subscribed' else 'none' end;
  end if;
  perform note_offered(the_call, the_status.holder, result);
end
$function$;

CREATE OR REPLACE FUNCTION public.switch_system(the_switch json, the_leaf json)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  the_actor uuid := (the_switch ->> 'actor')::uuid;
  the_system text := the_switch ->> 'system';
  goes_off boolean := the_switch ->> 'reason_sealed' is not null;
  the_moment timestamptz := (the_switch ->> 'switched_at')::timestamptz;
begin
  perform check_role('{administrator}');
  if not is_owner() and the_actor is distinct from (acting()).party then
    raise exception 'each answers for themselves' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('system:' || the_system, 0));
  if is_switched_off(the_system) = goes_off then
    return false;
  end if;
  insert into system_switch (id, system, is_off, actor, switched_at, reason_sealed)
  select (the_switch ->> 'id')::uuid, the_system, goes_off, the_actor, the_moment,
    decode(the_switch ->> 'reason_sealed', 'base64');
  if not goes_off then
    update system_state set failures = 0, open_until = null where system = the_system;
    perform ask_again(the_system, the_moment);
  end if;
  perform enter_leaf(the_actor, null, the_leaf);
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.system_health(the_moment timestamp with time zone)
 RETURNS TABLE(system text, last_answer_at timestamp with time zone, calls bigint, failed bigint, typical_ms double precision, slow_ms double precision, last_outcome text, last_code text, waiting bigint, on_its_way bigint, failures integer, open_until timestamp with time zone, off_at timestamp with time zone, off_by uuid, off_reason_sealed bytea, off_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive asked (system) as (
    -- From one to the next by the index: how many messages there are does not count.
    select min(exchange_message.system) from exchange_message
    union all
    select (
      select min(exchange_message.system) from exchange_message
      where exchange_message.system > asked.system
    ) from asked where asked.system is not null
  ), lately as (
    select exchange_message.system, count(outcome) as calls,
      count(*) filter (where outcome in ('refused', 'unreachable', 'unintelligible')) as failed,
      percentile_cont(0.5) within group (order by took_ms) as typical_ms,
      percentile_cont(0.95) within group (order by took_ms) as slow_ms
    from exchange_message where sent_at > the_moment - interval '1 hour'
    group by 1
  ), waits as (
    select inquiry.system, count(*) as waiting,
      count(*) filter (where is_on_its_way(inquiry, the_moment)) as on_its_way
    from inquiry where state = 'waiting' group by 1
  ), named as (
    select system from asked where system is not null union select system from waits
    union select system from system_state union select system from system_switch
  )
  select named.system, (
      select answered_at from exchange_message
      where exchange_message.system = named.system and outcome in ('answered', 'waits')
      order by sent_at desc limit 1
    ), coalesce(calls, 0), coalesce(failed, 0), typical_ms, slow_ms, last.outcome,
    last.code, coalesce(waiting, 0), coalesce(on_its_way, 0), coalesce(failures, 0), open_until,
    off.switched_at, off.actor, off.reason_sealed, off.id
  from named
  left join lately using (system)
  left join waits using (system)
  left join system_state using (system)
  left join lateral (
    select outcome, code from exchange_message
    where exchange_message.system = named.system and outcome is not null
    order by sent_at desc limit 1
  ) as last on true
  left join lateral (
    select id, switched_at, actor, reason_sealed from system_switch
    where system_switch.system = named.system and is_switched_off(named.system)
    order by n desc limit 1
  ) as off on true
$function$;

CREATE OR REPLACE FUNCTION public.system_states()
 RETURNS TABLE(system text, failures integer, open_until timestamp with time zone, is_off boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with named as (
    select system_state.system from system_state union select system_switch.system from system_switch
  )
  select named.system, coalesce(system_state.failures, 0), system_state.open_until,
    is_switched_off(named.system)
  from named left join system_state using (system)
$function$;

CREATE OR REPLACE FUNCTION public.take_account(the_id uuid)
 RETURNS TABLE(case_id uuid, party uuid, step text, open integer, account json)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  who acting;
  its invoice;
begin
  select * into its from invoice where id = the_id;
  perform from case_file where id = its.case_id for update;
  update invoice set to_look = false where id = the_id and to_look;
  if not found then
    return;
  end if;
  who.own_cases := array[its.case_id];
  perform act_as(who);
  return query
    select its.case_id, its.party, its.step, (
        select count(*)::integer from invoice
        where invoice.case_id = its.case_id and invoice.step = its.step and invoice.state = 'open'
      ), account_in(its.case_id, its.party, null);
end
$function$;

CREATE OR REPLACE FUNCTION public.take_consultation(the_event uuid)
 RETURNS TABLE(case_id uuid, given_in uuid, consults jsonb, naming jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
  its_case uuid;
  gave uuid;
  named jsonb;
begin
  update consultation set is_left = true where event = the_event and not is_left
  returning consultation.case_id into its_case;
  if not found then
    return;
  end if;
  -- A case about a status in which nothing was sent in has its holder's answers in the one that names them.
  select named_in into gave from case_file join status on status.number = about_status
  where case_file.id = its_case and filed_on is null;
  -- Who consents is asked nothing here; a register is told of them what names them as a holder.
  select coalesce(jsonb_agg(jsonb_build_object('party', holder, 'caseId', status.named_in)), '[]')
  into named
  from case_party
  cross join lateral (
    select holder, status.named_in from status
    where holder = case_party.party and state = 'in-force'
    order by until_on desc, number
    limit 1
  ) as status
  where case_party.case_id = its_case and not is_subject and until_on is null;
  who.own_cases := array_remove(array[its_case, gave], null) || array(
    select (each ->> 'caseId')::uuid from jsonb_array_elements(named) as each
  );
  perform act_as(who);
  return query
    select event.case_id, gave, readable -> 'consults', named from event where id = the_event;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_document(the_case uuid, the_document uuid, the_moment timestamp with time zone, the_end timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_adds_to(the_case, subject) from document
  where case_id = the_case and id = the_document;
  update document set removed_at = the_moment, erase_at = the_end
  where case_id = the_case and id = the_document and (removed_at is null) = (the_moment is not null);
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_effect(the_id uuid)
 RETURNS TABLE(effect text, cause uuid, decision uuid, target text, step text, what text, kind text, in_force boolean, until_on date, holder uuid, language text, open_types text[])
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
  -- Decided anew meanwhile, as with another of several: there is nothing to enter it for.
  if taken.effect = 'reopen' and exists (
    select from decision join decision as later on later.supersedes = decision.id
    where decision.set_aside_by = taken.decision
  ) then
    return;
  end if;
  if taken.effect = 'reopen' then
    return query
      select taken.effect, decision.decided_by, taken.decision, taken.target, taken.step, taken.what, null,
        null::boolean, null::date, contested.subject, null, null::text[]
      from decision join decision as contested on contested.set_aside_by = decision.id
      where decision.id = taken.decision;
  end if;
  return query
    select taken.effect, decided_by, taken.decision, taken.target, taken.step, taken.what, status.kind,
      status.state = 'in-force', status.until_on, status.holder, coalesce(account.language, 'en'),
      array(select type from case_file where about_status = status.number and stage <> 'ended')
    from status
    left join status as base on base.number = status.rests_on and base.state = 'ended'
    join party on party.id = status.holder and erased_at is null
    left join account on account.party = status.holder and closed_at is null
    left join decision on decision.id = taken.decision
    -- Only while what it rested on is gone, or for what a register says; nothing is opened of the erased.
    where taken.effect = 'open' and status.number = taken.target and status.state <> 'ended'
      and (
        taken.noticed is not null or base.number is not null
        -- Or while it is not paid for.
        or exists (select from invoice where invoice.id = taken.unpaid and invoice.state = 'open')
      );
end
$function$;

CREATE OR REPLACE FUNCTION public.take_inquiries(the_moment timestamp with time zone, the_room json, leased_seconds integer)
 RETURNS TABLE(id uuid, case_id uuid, party uuid, system text, service text, ground text, number text, asked_at timestamp with time zone, ahead boolean, tries integer, question_sealed bytea)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with due as (
    select found.id
    from json_to_recordset(the_room) as room (system text, services json, places integer)
    cross join lateral (
      select of_service.id
      from json_array_elements_text(room.services) as asked (code)
      cross join lateral (
        select inquiry.id, inquiry.next_at from inquiry
        where state = 'waiting' and inquiry.system = room.system and inquiry.service = asked.code
          and next_at <= the_moment and coalesce(leased_until <= the_moment, true)
          and not exists (
            select from inquiry as before
            where before.tells = inquiry.tells and before.system = inquiry.system
              and before.service = inquiry.service
              and before.subscription is not distinct from inquiry.subscription
              and before.state = 'waiting'
              and (before.asked_at, before.id) < (inquiry.asked_at, inquiry.id)
          )
        order by next_at, inquiry.id
        limit places
        for update skip locked
      ) as of_service
      order by of_service.next_at, of_service.id
      limit places
    ) as found
  ), taken as (
    update inquiry set
      tries = inquiry.tries + 1, leased_until = the_moment + make_interval(secs => leased_seconds)
    where inquiry.id = any (array(select due.id from due))
    returning inquiry.*
  )
  select taken.id, taken.case_id, taken.party, taken.system, taken.service, taken.ground,
    case_file.number, taken.asked_at, taken.ahead, taken.tries, taken.question_sealed
  from taken join case_file on case_file.id = taken.case_id
$function$;

CREATE OR REPLACE FUNCTION public.take_inquiry(the_id uuid)
 RETURNS TABLE(case_id uuid, party uuid, system text, service text, answered_at timestamp with time zone, answer_sealed bytea, body text, follows text, kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
  its_case uuid;
  of_status text;
begin
  select inquiry.case_id, inquiry.follows into its_case, of_status
  from inquiry where id = the_id and state = 'answered';
  perform from case_file
  where id = its_case and (stage <> 'ended' or of_status is not null) for update;
  if not found then
    update inquiry set state = 'taken' where id = the_id and state = 'answered';
    return;
  end if;
  update inquiry set state = 'taken' where id = the_id and state = 'answered';
  if not found then
    return;
  end if;
  who.own_cases := array[its_case];
  perform act_as(who);
  return query
    select inquiry.case_id, inquiry.party, inquiry.system, inquiry.service, inquiry.answered_at,
      inquiry.answer_sealed, inquiry.body, inquiry.follows, status.kind
    from inquiry left join status on number = inquiry.follows
    where inquiry.id = the_id;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_invoices(the_moment timestamp with time zone, places integer, lease_seconds integer)
 RETURNS TABLE(id uuid, number text, state text, tariff text, hundredths integer, currency text, due_on date, tries integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update invoice set leased_until = the_moment + make_interval(secs => lease_seconds)
  where id in (
    select invoice.id from invoice
    where is_to_tell(invoice) and not given_up
      and next_at <= the_moment and coalesce(leased_until, '-infinity') <= the_moment
    order by next_at, id limit least(places, 50) for update skip locked
  )
  returning id, number, state, tariff, amount * 100 - credited, currency, due_on, tries
$function$;

CREATE OR REPLACE FUNCTION public.take_over(the_hash bytea, the_indexes json, the_taking json)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting := acting();
  at timestamptz := moment_here((the_taking ->> 'at')::timestamptz);
  today date := (at at time zone 'Asia/Baku')::date;
  its_account uuid := (the_taking ->> 'account')::uuid;
  asked record;
  its_index keyed_hash;
  its_hash text;
begin
  select invitation.id, taking_over.party, tries into asked
  from invitation join taking_over on taking_over.invitation = invitation.id
  where token_hash = the_hash and ended_at is null and expires_at > at
    and is_address_of(who.account, email_index)
  for update;
  if not found or not coalesce(of_age_from(asked.party) <= today, false)
    or has_account(asked.party) or has_of_their_own(who)
    or exists (select from party where id = asked.party and erased_at is not null)
  then
    raise exception 'nobody takes over by that' using errcode = '42501';
  end if;
  if not exists (
    select from taking_over_proof
    where invitation = asked.id
      and index in (select decode(value, 'base64') from json_array_elements_text(the_indexes))
  ) then
    update taking_over set tries = tries + 1 where invitation = asked.id;
    update invitation set ended_at = at where id = asked.id and asked.tries + 1 >= tries_max();
    return case when asked.tries + 1 >= tries_max() then 'over' else 'wrong' end;
  end if;

  update invitation set ended_at = at, joined = asked.party where id = asked.id;
  select address.index, password.hash into its_index, its_hash
  from credential as address
  left join credential as password on password.account = who.account and password.kind = 'password'
    and password.ended_at is null
  where address.account = who.account and address.kind = 'e-mail' and address.ended_at is null;
  update credential set ended_at = at, hash = null where account = who.account and ended_at is null;
  delete from account_link where account = who.account;
  delete from session where account = who.account;
  update account set closed_at = at where id = who.account;
  insert into account (id, party, face, language, is_demonstration, confirmed_at)
  select its_account, asked.party, 'portal', language, is_demonstration, at
  from account where id = who.account;
  insert into credential (id, account, kind, index, sealed, hash, added_at) values
    ((the_taking ->> 'address')::uuid, its_account, 'e-mail', its_index,
      decode(the_taking ->> 'email', 'base64'), null, at),
    ((the_taking ->> 'password')::uuid, its_account, 'password', null, null, its_hash, at);
  perform enter_leaf(asked.party, null, value) from json_array_elements(the_taking -> 'leaves');

  -- Whoever acted for them has no more to do with what is theirs, and has it read to them no more.
  update task set owner_party = asked.party, version = version + 1
  where state = 'open' and subject = asked.party and owner_party in (
    select acted_by from case_party
    where case_party.case_id = task.case_id and case_party.party = asked.party
  );
  update case_party set acted_by = null where party = asked.party;

  who.account := its_account;
  who.party := asked.party;
  who.parties := array[asked.party];
  perform act_as(with_cases(who));
  return 'taken';
end
$function$;

CREATE OR REPLACE FUNCTION public.take_payment(the_id uuid)
 RETURNS TABLE(kind text, transaction text, invoice_number text, hundredths integer, currency text, paid_at timestamp with time zone, receipt text, sha256 text, refund text, repayment json, case_id uuid, party uuid, account json)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  who acting;
  its_invoice uuid;
  its_case uuid;
begin
  select invoice.id, invoice.case_id into its_invoice, its_case
  from payment left join invoice on invoice.id = payment.invoice where payment.id = the_id;
  perform from case_file where id = its_case for update;
  update payment set state = 'taken' where id = the_id and state = 'noted';
  if not found then
    return;
  end if;
  who.own_cases := array_remove(array[its_case], null);
  perform act_as(who);
  return query
    select payment.kind, payment.transaction, payment.invoice_number, payment.hundredths,
      payment.currency, payment.paid_at, payment.receipt, payment.sha256, payment.refund, (
        select json_build_object('hundredths', wanted.hundredths, 'currency', wanted.currency)
        from repayment as wanted join payment as paid on paid.id = wanted.payment
        where wanted.id::text = payment.refund and done_by is null and done_on is null
          and paid.invoice_number = payment.invoice_number
      ), its_case, invoice.party, account_in(its_case, invoice.party, the_id)
    from payment left join invoice on invoice.id = payment.invoice
    where payment.id = the_id;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_repayments(the_moment timestamp with time zone, places integer, lease_seconds integer)
 RETURNS TABLE(id uuid, transaction text, hundredths integer, currency text, tries integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update repayment set leased_until = the_moment + make_interval(secs => lease_seconds)
  from payment
  where payment.id = repayment.payment and repayment.id in (
    select repayment.id from repayment
    where payment is not null and not asked and not given_up and done_on is null
      and next_at <= the_moment
      and coalesce(leased_until, '-infinity') <= the_moment
    order by next_at, id limit least(places, 50) for update skip locked
  )
  returning repayment.id, transaction, repayment.hundredths, repayment.currency, repayment.tries
$function$;

CREATE OR REPLACE FUNCTION public.take_seat(the_case uuid, the_step text, wanted json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  seats integer := (place_now(wanted ->> 'place') ->> 'seats')::integer;
begin
  for the_seat in 1 .. seats loop
    insert into appointment (
      id, case_id, party, step, place, starts_at, seat, booked_at, changed_at, by_service
    )
    values (
      (wanted ->> 'id')::uuid, the_case, (wanted ->> 'party')::uuid, the_step, wanted ->> 'place',
      (wanted ->> 'starts_at')::timestamptz, the_seat, the_moment, the_moment,
      records_visits(the_case, the_step)
    )
    on conflict (place, starts_at, seat) where state in ('booked', 'came', 'missed') do nothing;
    if found then
      return true;
    end if;
  end loop;
  return false;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_status_change(the_id uuid)
 RETURNS TABLE(number text, kind text, case_id uuid, party uuid, state text, ended_as text, changed_on date, changed_at timestamp with time zone, from_on date, until_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
  taken status_change;
begin
  -- What is told of one status is told in its order: what came before it and stayed is told first.
  update status_change set is_left = true
  where id = the_id and not is_left and not exists (
    select from status_change as before
    where before.number = status_change.number and not before.is_left
      and (before.changed_at, before.id) < (status_change.changed_at, status_change.id)
  )
  returning * into taken;
  if not found then
    return;
  end if;
  who.own_cases := array[taken.case_id];
  perform act_as(who);
  return query
    select taken.number, status.kind, taken.case_id, taken.party, taken.state, taken.ended_as,
      taken.changed_on, taken.changed_at, status.from_on, status.until_on
    from status where status.number = taken.number;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_tallies(the_week date)
 RETURNS SETOF tally
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 100
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into figure_week (week) values (the_week) on conflict do nothing;
  if found then
    perform count_week(the_week);
    return query select * from tally for update;
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.take_to_follow(the_number text)
 RETURNS TABLE(case_id uuid, party uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
  gave uuid;
begin
  select named_in into gave from status where number = the_number and state = 'in-force';
  perform from case_file where id = gave for update;
  if not found then
    return;
  end if;
  who.own_cases := array[gave];
  perform act_as(who);
  return query
    select status.named_in, status.holder
    from status join party on party.id = status.holder and erased_at is null
    where number = the_number and state = 'in-force';
end
$function$;

CREATE OR REPLACE FUNCTION public.take_unfindable(after_number text)
 RETURNS TABLE(number text, case_id uuid, party uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  who acting;
begin
  select status.number, named_in, holder into number, case_id, party from status
  where birth_index is null and code_sealed <> '' and status.number > after_number
  order by status.number limit 1
  for update skip locked;
  if not found then
    return;
  end if;
  who.own_cases := array[case_id];
  perform act_as(who);
  return next;
end
$function$;

CREATE OR REPLACE FUNCTION public.taken_by_contested(the_case uuid)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_build_object(
    'number', status.number, 'until', until_on, 'as', what, 'isHeld', status.state = 'in-force'
  )
  from case_file
  join effect on effect.decision = about_decision and effect.effect = 'end'
  join status on status.number = effect.target
  where case_file.id = the_case and sees_case(the_case)
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
  cross join lateral (
    select array(
      select step from type_step
      where type_hash = any (array(select types_of_case(the_case)))
        and from_state = case_file.state and by_roles && who.roles
    ) as steps
  ) as taken
  join task on task.case_id = the_case and task.step = any (taken.steps)
    and (task.owner_body = who.body or task.owner_party = who.party)
  join event as opening on opening.id = task.opened_by
  where task.kind <> 'next-move' and task.owner_role <> 'system'
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
    where task.state = 'open' and owner_body is null and owner_party is null
      and owner_role = any (work.roles)
    union all
    select task.* from task
    where task.state = 'open' and owner_party = account.party and owner_role = any (work.roles)
    union all
    select task.* from task
    where task.state = 'open' and owner_body = work.body and owner_role = any (work.roles)
  ) as open
  join case_file on case_file.id = open.case_id
  join event as came on came.id = open.opened_by
  where account.id = the_account and face = 'office' and closed_at is null
    and case_file.number is not null
    -- Of what is begun to a mission, its own people are told, and of the Service whoever has it.
    and not exists (
      select from asking
      where asking.case_id = open.case_id and mission is distinct from work.body and (
        is_apart
        or open.owner_role in (select role from office_role where office_role.of = 'mission')
      )
    )
$function$;

CREATE OR REPLACE FUNCTION public.tell_held(the_status status, the_kinds text[], the_day date, the_call json, OUT is_known boolean, OUT held json)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  standing text := offered_standing(the_status, the_day);
begin
  perform note_offered(the_call, the_status.holder, standing);
  is_known := standing <> 'none';
  held := case when standing = 'valid' then (
    select json_agg(json_build_object('kind', kind, 'from', from_on, 'until', offered_until(status)))
    from status
    where holder = the_status.holder and kind = any (the_kinds)
      and offered_standing(status, the_day) <> 'none'
  ) end;
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_invoice_again(the_id uuid, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform check_role('{case-officer,head}');
  update invoice set given_up = false, tries = 0, next_at = the_moment
  where id = the_id and given_up and is_to_tell(invoice);
  return found or exists (
    select from invoice where id = the_id and not given_up and is_to_tell(invoice)
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_moved(the_case uuid, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from day_moved where case_id = the_case;
  if not found then
    return;
  end if;
  perform record_letters(the_case, the_letters);
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_offered(the_status status, the_day date, the_call json, OUT result text, OUT kind text, OUT from_on date, OUT until_on date)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  result := offered_standing(the_status, the_day);
  perform note_offered(the_call, the_status.holder, result);
  if result <> 'none' then
    kind := the_status.kind;
    from_on := the_status.from_on;
    until_on := offered_until(the_status);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_taken_over(the_invitation uuid, the_letters json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  its_case uuid;
begin
  select case_id into its_case from invitation
  where id = the_invitation and joined = (acting()).party and is_of_now(invitation.xmin);
  if not found then
    raise exception 'nobody has taken over by that' using errcode = '42501';
  end if;
  perform record_letters(its_case, the_letters);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id)
  from json_to_recordset(the_letters) as written (id uuid, send_from timestamptz)
  where send_from is null;
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_to_decide(the_case uuid, the_effect json, the_event uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  awaited uuid;
begin
  select earlier.id into awaited
  from case_file join case_file as earlier on earlier.id = case_file.about_case
  where case_file.id = the_case and earlier.id = (the_effect ->> 'target')::uuid
    and earlier.filed_on is not null and earlier.stage <> 'ended' and not exists (
      select from decision
      where decision.case_id = earlier.id and set_aside_by is null and not exists (
        select from decision as later where later.supersedes = decision.id
      )
    );
  if awaited is null then
    raise exception 'nobody is told to decide but where the case is about that' using errcode = '42501';
  end if;
  perform give_notice(
    awaited, (the_effect -> 'counted')::jsonb, (the_effect ->> 'due_on')::date, the_event
  );
end
$function$;

CREATE OR REPLACE FUNCTION public.telling_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  from decision
  where decision.id = new.decision and keeping.case_id = decision.case_id
    and keeping.party = decision.subject and keeping.erased_at is null;
  return null;
end
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

CREATE OR REPLACE FUNCTION public.told_at(the_client text, the_service text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select client -> 'told' -> 'by' ->> 'system'
  from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'offered' -> 'clients') as client
  where client ->> 'code' = the_client and client -> 'told' -> 'by' ->> 'service' = the_service
$function$;

CREATE OR REPLACE FUNCTION public.tries_max()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select 5 $function$;

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
      delete from correction where decision = contested.id;
      update decision set set_aside_by = the_decision
      where id = contested.id and id = (the_effect ->> 'target')::uuid and set_aside_by is null
        and not exists (select from decision as later where later.supersedes = contested.id);
      update hold set lifted_by = (select decided_by from decision where id = the_decision),
        until_on = (select decided_on from decision where id = the_decision)
      where placed_by = contested.id and lifted_by is null and back <> 'carrying-out';
      perform from decision where id = contested.id and set_aside_by = the_decision;
    when 'restore' then
      if names_before(contested, the_effect ->> 'target') then
        return;
      end if;
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

CREATE OR REPLACE FUNCTION public.unsubscribe(the_subscription uuid, the_call json)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  known subscription;
  outcome text;
begin
  select * into known from subscription
  where id = the_subscription and client = the_call ->> 'client' for update;
  outcome := case when found then 'unsubscribed' else 'none' end;
  update subscription set ended_at = (the_call ->> 'at')::timestamptz
  where id = known.id and ended_at is null;
  update inquiry set state = 'dropped' where subscription = known.id and state = 'waiting';
  perform note_offered(the_call, known.party, outcome);
  return outcome;
end
$function$;

CREATE OR REPLACE FUNCTION public.verify_status(the_number text, the_holder bytea, the_code bytea)
 RETURNS TABLE(kind text, field text, from_on date, until_on date, scoring_hash text, replaced_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select status.kind, status.field, status.from_on, status.until_on, case_file.scoring_hash,
    shown.replaced_on
  from status
  join case_file on case_file.id = status.case_id
  join lateral (
    select null::date as replaced_on
    where status.holder_index = the_holder and coalesce(status.code_index = the_code, true)
    union all
    (
      select former_paper.replaced_on from former_paper
      where former_paper.number = status.number and case
        when the_code is null then former_paper.holder_index = the_holder
        else former_paper.code_index = the_code
          and the_holder in (former_paper.holder_index, status.holder_index)
      end
      order by former_paper.named_at desc limit 1
    )
    limit 1
  ) as shown on true
  where status.number = the_number and status.state = 'in-force'
$function$;

CREATE OR REPLACE FUNCTION public.visit_asked(the_case uuid, the_step text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select ask -> 'visit' from types_of_case(the_case) as type_hash
  join policy_document on hash = type_hash
  cross join jsonb_array_elements(canonical::jsonb -> 'steps') as step
  cross join jsonb_array_elements(step -> 'asks') as ask
  where ask ->> 'step' = the_step and ask ->> 'kind' = 'appearance'
  limit 1
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
    coalesce(array_agg(distinct case_id) filter (where not is_subject and not exists (
      select from case_party as subject
      where subject.case_id = case_party.case_id and subject.is_subject
        and subject.until_on is null and subject.party <> all (who.parties)
        and (
          subject.acted_by is null or subject.acted_by <> all (who.parties)
          or exists (
            select from mandate
            where mandate.account = who.account and mandate.party = subject.party
          )
        )
    )), '{}')
  into who.own_cases, who.whole_cases
  from case_party
  where party = any (who.parties) and until_on is null and exists (
    select from event where event.case_id = case_party.case_id and event.audience = 'person'
  );
  return who;
end
$function$;

CREATE OR REPLACE FUNCTION public.with_said(the_campaign campaign, the_said json)
 RETURNS campaign
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select json_populate_record(the_campaign, (
    select json_object_agg(key, value) from json_each(the_said)
    where key in ('event', 'place', 'from_on', 'until_on', 'languages', 'leads_to')
  ))
$function$;

CREATE OR REPLACE FUNCTION public.withdraw_invitation(the_invitation uuid, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update invitation set ended_at = the_moment
  where id = the_invitation and invited_by = (acting()).party and ended_at is null
    and case_id = any ((acting()).own_cases);
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION public.write_frequent_question(the_question json, the_moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own text := own_mission();
  wanted record;
  held frequent_question;
begin
  select * into wanted from json_to_record(the_question) as told (
    id uuid, version integer, waits boolean, said jsonb, for_all boolean, law jsonb, law_on date
  );
  if own is null then
    raise exception 'answers are written by people of a mission' using errcode = '42501';
  end if;
  if wanted.version is null then
    insert into frequent_question (id, mission, made_at)
    values (wanted.id, own, moment_here(the_moment))
    on conflict (id) do nothing
    returning * into held;
    if held.id is null then
      return false;
    end if;
  else
    held := hold_frequent_question(wanted.id);
    if held.mission is distinct from own then
      raise exception 'answers are written by people of their mission' using errcode = '42501';
    end if;
    if held.version <> wanted.version then
      return false;
    end if;
    update frequent_question set version = version + 1 where id = held.id returning * into held;
  end if;
  delete from frequent_question_text
  where question = held.id and stands in ('draft', 'waiting', 'sent-back');
  insert into frequent_question_text (
    question, stands, said, for_all, law, law_on, written_by, written_at
  )
  select held.id, case when wanted.waits then 'waiting' else 'draft' end, wanted.said,
    wanted.for_all, wanted.law, wanted.law_on, who.party, moment_here(the_moment)
  from acting() as who;
  perform note_frequent_question_act(
    held, case when wanted.waits then 'ask' else 'save' end, the_moment
  );
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION public.writes_in(the_case uuid, the_subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select acts_for_in(the_case, the_subject) and (
    exists (
      select from case_file
      join type_step on type_step.type_hash in (select types_of_case(the_case))
      where id = the_case and kind = 'file' and from_state = state
    ) or is_family(the_case)
  )
$function$;

CREATE OR REPLACE FUNCTION public.written_for_family(the_case uuid)
 RETURNS TABLE(subject uuid, block text, readable jsonb, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 4
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select subject, block, readable, sealed
  from answer
  where case_id = the_case and subject in (select of_family(the_case))
$function$;

CREATE OR REPLACE FUNCTION public.written_of_charge(the_party uuid)
 RETURNS TABLE(case_id uuid, type text, type_hash text, state text, role text, block text, readable jsonb, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 8
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_file.id, case_file.type, case_file.type_hash, case_file.state, role, block, readable, sealed
  from case_party
  join case_file on case_file.id = case_party.case_id
  join answer on answer.case_id = case_file.id and answer.subject = the_party
  where case_party.party = the_party and is_subject and may_hand_over(case_file.id, the_party)
  limit 400
$function$;

-- Triggers

CREATE TRIGGER campaign_act_kept BEFORE DELETE OR UPDATE ON campaign_act FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER campaign_act_whole BEFORE TRUNCATE ON campaign_act FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER case_file_law BEFORE INSERT OR UPDATE OF type_hash, procedure_hash, scoring_hash ON case_file FOR EACH ROW EXECUTE FUNCTION law_is_published();
CREATE TRIGGER case_inquiries AFTER UPDATE OF stage ON case_file FOR EACH ROW WHEN (((new.stage = 'ended'::text) <> (old.stage = 'ended'::text))) EXECUTE FUNCTION inquiries_end();
CREATE TRIGGER case_keeping AFTER UPDATE OF stage ON case_file FOR EACH ROW WHEN (((new.number IS NOT NULL) AND ((new.stage = 'ended'::text) <> (old.stage = 'ended'::text)))) EXECUTE FUNCTION case_is_kept();
CREATE TRIGGER correction_kept BEFORE DELETE OR UPDATE ON correction FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER correction_whole BEFORE TRUNCATE ON correction FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER decision_invoice AFTER UPDATE OF set_aside_by ON decision FOR EACH ROW WHEN (((new.set_aside_by IS NOT NULL) AND (old.set_aside_by IS NULL))) EXECUTE FUNCTION invoice_undone();
CREATE TRIGGER decision_keeping AFTER INSERT OR UPDATE OF set_aside_by ON decision FOR EACH ROW EXECUTE FUNCTION decision_is_kept();
CREATE TRIGGER decision_kept BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION is_kept('set_aside_by');
CREATE TRIGGER decision_superseded AFTER INSERT ON decision FOR EACH ROW WHEN ((new.supersedes IS NOT NULL)) EXECUTE FUNCTION invoice_undone();
CREATE TRIGGER decision_whole BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER document_sent_in BEFORE INSERT OR UPDATE OF erase_at, case_id ON document FOR EACH ROW WHEN ((new.erase_at IS NOT NULL)) EXECUTE FUNCTION sent_in_is_kept();
CREATE TRIGGER effect_kept BEFORE DELETE OR UPDATE ON effect FOR EACH ROW EXECUTE FUNCTION is_kept('state=waiting');
CREATE TRIGGER effect_whole BEFORE TRUNCATE ON effect FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER erasure_kept BEFORE DELETE OR UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER erasure_whole BEFORE TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER event_consults AFTER INSERT ON event FOR EACH ROW WHEN (((new.kind = ANY (ARRAY['begin'::text, 'file'::text, 'consult'::text, 'ask'::text, 'report'::text, 'recall'::text, 'end'::text])) AND (new.readable ? 'consults'::text))) EXECUTE FUNCTION note_consultation();
CREATE TRIGGER event_ends_invoices AFTER INSERT ON event FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['answer'::text, 'end'::text, 'lapse'::text]))) EXECUTE FUNCTION invoices_end();
CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER event_whole BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER figure_batch_kept BEFORE DELETE OR UPDATE ON figure_batch FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER figure_batch_whole BEFORE TRUNCATE ON figure_batch FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER frequent_question_act_kept BEFORE DELETE OR UPDATE ON frequent_question_act FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER frequent_question_act_whole BEFORE TRUNCATE ON frequent_question_act FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
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
CREATE TRIGGER material_kept BEFORE DELETE OR UPDATE ON material FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER material_whole BEFORE TRUNCATE ON material FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER offered_answer_kept BEFORE DELETE OR UPDATE ON offered_answer FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER offered_answer_whole BEFORE TRUNCATE ON offered_answer FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_kept BEFORE DELETE OR UPDATE ON party_link FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_whole BEFORE TRUNCATE ON party_link FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_act_kept BEFORE DELETE OR UPDATE ON party_link_act FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER party_link_act_whole BEFORE TRUNCATE ON party_link_act FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER policy_document_kept BEFORE DELETE OR UPDATE ON policy_document FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_document_whole BEFORE TRUNCATE ON policy_document FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_kept BEFORE DELETE OR UPDATE ON policy_version FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_whole BEFORE TRUNCATE ON policy_version FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_document_kept BEFORE DELETE OR UPDATE ON policy_version_document FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_version_document_whole BEFORE TRUNCATE ON policy_version_document FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER relation_kept BEFORE DELETE OR UPDATE ON relation FOR EACH ROW EXECUTE FUNCTION is_kept('until_on');
CREATE TRIGGER relation_whole BEFORE TRUNCATE ON relation FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER status_changed AFTER UPDATE OF state ON status FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION note_status_change();
CREATE TRIGGER status_given AFTER INSERT ON status FOR EACH ROW EXECUTE FUNCTION note_status_change();
CREATE TRIGGER status_keeping AFTER UPDATE OF state ON status FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION status_is_kept();
CREATE TRIGGER status_kept BEFORE DELETE OR UPDATE ON status FOR EACH ROW EXECUTE FUNCTION is_kept('state=in-force', 'ended_as', 'ended_by');
CREATE TRIGGER status_named AFTER UPDATE OF named_by ON status FOR EACH ROW WHEN ((new.named_by <> old.named_by)) EXECUTE FUNCTION note_status_change();
CREATE TRIGGER status_whole BEFORE TRUNCATE ON status FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER system_switch_kept BEFORE DELETE OR UPDATE ON system_switch FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER system_switch_whole BEFORE TRUNCATE ON system_switch FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER task_closed AFTER UPDATE OF state ON task FOR EACH ROW WHEN ((new.state <> 'open'::text)) EXECUTE FUNCTION forget_task_drafts();
CREATE TRIGGER task_ends_appointments AFTER UPDATE OF state ON task FOR EACH ROW WHEN (((new.kind = 'appearance'::text) AND (old.state = 'open'::text) AND (new.state <> 'open'::text))) EXECUTE FUNCTION appointments_end();
CREATE TRIGGER telling_keeping AFTER INSERT ON telling FOR EACH ROW WHEN ((new.decision IS NOT NULL)) EXECUTE FUNCTION telling_is_kept();
CREATE TRIGGER telling_kept BEFORE DELETE OR UPDATE ON telling FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER telling_whole BEFORE TRUNCATE ON telling FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_kept BEFORE DELETE OR UPDATE ON time_confirmation FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_whole BEFORE TRUNCATE ON time_confirmation FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER type_move_kept BEFORE DELETE OR UPDATE ON type_move FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_move_whole BEFORE TRUNCATE ON type_move FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_outcome_kept BEFORE DELETE OR UPDATE ON type_outcome FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_outcome_whole BEFORE TRUNCATE ON type_outcome FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_step_kept BEFORE DELETE OR UPDATE ON type_step FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER type_step_whole BEFORE TRUNCATE ON type_step FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();

-- Row security

alter table account enable row level security;
alter table account_link enable row level security;
alter table acting_key enable row level security;
alter table answer enable row level security;
alter table appointment enable row level security;
alter table asked_ahead enable row level security;
alter table asking enable row level security;
alter table attempt enable row level security;
alter table calendars_followed enable row level security;
alter table campaign enable row level security;
alter table campaign_act enable row level security;
alter table case_file enable row level security;
alter table case_party enable row level security;
alter table consultation enable row level security;
alter table correction enable row level security;
alter table credential enable row level security;
alter table day_moved enable row level security;
alter table decision enable row level security;
alter table document enable row level security;
alter table effect enable row level security;
alter table erased_through enable row level security;
alter table erasure enable row level security;
alter table event enable row level security;
alter table event_part enable row level security;
alter table exchange_message enable row level security;
alter table figure_batch enable row level security;
alter table figure_week enable row level security;
alter table former_paper enable row level security;
alter table frequent_question enable row level security;
alter table frequent_question_act enable row level security;
alter table frequent_question_text enable row level security;
alter table hold enable row level security;
alter table inquiry enable row level security;
alter table invitation enable row level security;
alter table invoice enable row level security;
alter table keeping enable row level security;
alter table ledger_leaf enable row level security;
alter table ledger_node enable row level security;
alter table letter enable row level security;
alter table look enable row level security;
alter table mandate enable row level security;
alter table material enable row level security;
alter table membership enable row level security;
alter table migration enable row level security;
alter table offered_answer enable row level security;
alter table office_role enable row level security;
alter table officials_told enable row level security;
alter table own_time enable row level security;
alter table party enable row level security;
alter table party_index enable row level security;
alter table party_link enable row level security;
alter table party_link_act enable row level security;
alter table payment enable row level security;
alter table payment_question enable row level security;
alter table policy_adoption enable row level security;
alter table policy_document enable row level security;
alter table policy_version enable row level security;
alter table policy_version_document enable row level security;
alter table reconciliation enable row level security;
alter table relation enable row level security;
alter table repayment enable row level security;
alter table rights_applied enable row level security;
alter table session enable row level security;
alter table status enable row level security;
alter table status_change enable row level security;
alter table subscription enable row level security;
alter table system_state enable row level security;
alter table system_switch enable row level security;
alter table taking_over enable row level security;
alter table taking_over_proof enable row level security;
alter table tally enable row level security;
alter table task enable row level security;
alter table task_draft enable row level security;
alter table telling enable row level security;
alter table time_confirmation enable row level security;
alter table told_change enable row level security;
alter table trusted_time enable row level security;
alter table type_move enable row level security;
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
create policy office on appointment for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on appointment for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND (party = ANY (( SELECT (acting()).parties AS parties)::uuid[]))));
create policy nobody on asked_ahead for all to public using (false);
create policy office on asking for select to kecid_office using ((( SELECT (acting()).party AS party) IS NOT NULL));
create policy door on attempt for all to kecid_door using (true);
create policy nobody on calendars_followed for all to public using (false);
create policy office on campaign for select to kecid_office using (((deleted_on IS NULL) AND ((mission = ( SELECT own_mission() AS own_mission)) OR ( SELECT sees_missions() AS sees_missions))));
create policy portal on campaign for select to kecid_portal using ((deleted_on IS NULL));
create policy office on campaign_act for select to kecid_office using ((EXISTS ( SELECT
   FROM campaign
  WHERE (campaign.id = campaign_act.campaign))));
create policy apart on case_file as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = case_file.id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on case_file for select to kecid_jobs using ((id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on case_file for select to kecid_office using (((number IS NOT NULL) AND (( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(id) OR contested_before(id))));
create policy portal on case_file for select to kecid_portal using ((id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy reader on case_file for select to kecid_reader using (true);
create policy apart on case_party as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = case_party.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on case_party for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on case_party for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on case_party for select to kecid_portal using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy nobody on consultation for all to public using (false);
create policy apart on correction as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = correction.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on correction for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on correction for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on correction for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy door on credential for all to kecid_door using ((account = ( SELECT (acting()).account AS account)));
create policy nobody on day_moved for all to public using (false);
create policy apart on decision as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = decision.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on decision for select to kecid_jobs using ((EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.about_decision = decision.id))));
create policy office on decision for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on decision for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy apart on document as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = document.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on document for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on document for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR document_shown(case_id, kind) OR contested_before(case_id)));
create policy portal on document for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject IS NULL) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy office on effect for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on effect for select to kecid_portal using (((((effect = 'disclose'::text) AND (target = (( SELECT (acting()).party AS party))::text)) OR (effect = 'notify'::text) OR ((effect = 'erase'::text) AND (target = ANY ((( SELECT (acting()).parties AS parties))::text[])))) AND (EXISTS ( SELECT
   FROM decision
  WHERE (decision.id = effect.decision)))));
create policy jobs on erased_through for all to kecid_jobs using (true);
create policy jobs on erasure for insert to kecid_jobs with check (true);
create policy apart on event as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = event.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on event for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on event for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on event for select to kecid_portal using (((audience = 'person'::text) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[]))));
create policy apart on event_part as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = event_part.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy jobs on event_part for select to kecid_jobs using ((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])));
create policy office on event_part for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on event_part for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[]))) AND (EXISTS ( SELECT
   FROM event
  WHERE ((event.case_id = event_part.case_id) AND (event.seq = event_part.seq))))));
create policy portal on exchange_message for select to kecid_portal using (((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (named = ANY (( SELECT (acting()).parties AS parties)::uuid[]))));
create policy office on figure_batch for select to kecid_office using (
CASE
    WHEN (campaign IS NULL) THEN ((( SELECT own_mission() AS own_mission) IS NOT NULL) OR ( SELECT sees_missions() AS sees_missions))
    ELSE (EXISTS ( SELECT
       FROM campaign
      WHERE (campaign.id = figure_batch.campaign)))
END);
create policy nobody on figure_week for all to public using (false);
create policy nobody on former_paper for all to public using (false);
create policy office on frequent_question for select to kecid_office using (((mission = ( SELECT own_mission() AS own_mission)) OR ( SELECT sees_missions() AS sees_missions)));
create policy portal on frequent_question for select to kecid_portal using ((EXISTS ( SELECT
   FROM frequent_question_text
  WHERE (frequent_question_text.question = frequent_question.id))));
create policy office on frequent_question_act for select to kecid_office using ((EXISTS ( SELECT
   FROM frequent_question
  WHERE (frequent_question.id = frequent_question_act.question))));
create policy office on frequent_question_text for select to kecid_office using ((EXISTS ( SELECT
   FROM frequent_question
  WHERE (frequent_question.id = frequent_question_text.question))));
create policy portal on frequent_question_text for select to kecid_portal using ((stands = 'shown'::text));
create policy nobody on hold for all to public using (false);
create policy apart on inquiry as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = inquiry.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy office on inquiry for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on inquiry for select to kecid_portal using ((ahead AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy portal_shown on inquiry for select to kecid_portal using (((follows IS NOT NULL) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND (party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) AND shown_to_holder(follows, service)));
create policy portal on invitation for select to kecid_portal using (((invited_by = ( SELECT (acting()).party AS party)) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[]))));
create policy office on invoice for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on invoice for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (payer = ANY (( SELECT (acting()).parties AS parties)::uuid[])))));
create policy apart on keeping as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = keeping.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy office on keeping for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR shown_to_asked(case_id) OR contested_before(case_id)));
create policy portal on keeping for select to kecid_portal using (((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
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
create policy apart on letter as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = letter.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy office on letter for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on letter for select to kecid_portal using ((((case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[])) OR (case_id IS NULL)) AND ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (subject = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])))));
create policy apart on look as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = look.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy office on look for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on look for select to kecid_portal using ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])));
create policy nobody on mandate for all to public using (false);
create policy office on material for select to kecid_office using ((EXISTS ( SELECT
   FROM campaign
  WHERE (campaign.id = material.campaign))));
create policy door on membership for select to kecid_door using ((party = ( SELECT (acting()).party AS party)));
create policy jobs on membership for all to kecid_jobs using (true);
create policy office on membership for select to kecid_office using ((( SELECT (acting()).party AS party) IS NOT NULL));
create policy anybody on migration for select to public using (true);
create policy portal on offered_answer for select to kecid_portal using ((party = ANY (( SELECT (acting()).parties AS parties)::uuid[])));
create policy reader on offered_answer for select to kecid_reader using (true);
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
create policy nobody on party_link_act for all to public using (false);
create policy office on payment for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on payment for select to kecid_portal using ((EXISTS ( SELECT
   FROM invoice
  WHERE (invoice.id = payment.invoice))));
create policy office on payment_question for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on payment_question for select to kecid_portal using ((EXISTS ( SELECT
   FROM payment
  WHERE (payment.id = payment_question.payment))));
create policy anybody on policy_adoption for select to public using (true);
create policy anybody on policy_document for select to public using (true);
create policy jobs on policy_document for insert to kecid_jobs with check (true);
create policy anybody on policy_version for select to public using (true);
create policy jobs on policy_version for insert to kecid_jobs with check (true);
create policy anybody on policy_version_document for select to public using (true);
create policy jobs on policy_version_document for insert to kecid_jobs with check (true);
create policy office on reconciliation for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy nobody on relation for all to public using (false);
create policy office on repayment for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on repayment for select to kecid_portal using (((EXISTS ( SELECT
   FROM payment
  WHERE (payment.id = repayment.payment))) OR (EXISTS ( SELECT
   FROM invoice
  WHERE (invoice.id = repayment.invoice)))));
create policy anybody on rights_applied for select to public using (true);
create policy door on session for all to kecid_door using ((account = ( SELECT (acting()).account AS account)));
create policy jobs on status for select to kecid_jobs using (((EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.about_status = status.number))) OR (EXISTS ( SELECT
   FROM case_party
  WHERE (case_party.party = status.holder)))));
create policy office on status for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR contested_before(case_id) OR contested_before(named_in) OR (EXISTS ( SELECT
   FROM event
  WHERE ((event.id = status.ended_by) AND contested_before(event.case_id))))));
create policy portal on status for select to kecid_portal using (((holder = ANY (( SELECT (acting()).parties AS parties)::uuid[])) OR (case_id = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[])) OR (named_in = ANY (( SELECT (acting()).whole_cases AS whole_cases)::uuid[]))));
create policy nobody on status_change for all to public using (false);
create policy nobody on subscription for all to public using (false);
create policy nobody on system_state for all to public using (false);
create policy nobody on system_switch for all to public using (false);
create policy nobody on taking_over for all to public using (false);
create policy nobody on taking_over_proof for all to public using (false);
create policy nobody on tally for all to public using (false);
create policy apart on task as restrictive for select to kecid_office using ((NOT (EXISTS ( SELECT
   FROM asking
  WHERE ((asking.case_id = task.case_id) AND asking.is_apart AND (asking.mission IS DISTINCT FROM ( SELECT own_mission() AS own_mission)))))));
create policy office on task for select to kecid_office using ((( SELECT (acting()).sees_all AS sees_all) OR (owner_body = ( SELECT (acting()).body AS body)) OR (owner_party = ( SELECT (acting()).party AS party)) OR ((owner_body IS NULL) AND (owner_party IS NULL) AND (owner_role = ANY (( SELECT (acting()).roles AS roles)::text[]))) OR is_of_council(case_id)));
create policy portal on task for select to kecid_portal using (((owner_party = ANY (( SELECT (acting()).parties AS parties)::uuid[])) AND (case_id = ANY (( SELECT (acting()).own_cases AS own_cases)::uuid[]))));
create policy office on task_draft for select to kecid_office using ((official = ( SELECT (acting()).party AS party)));
create policy office on telling for select to kecid_office using (( SELECT (acting()).sees_all AS sees_all));
create policy portal on telling for select to kecid_portal using ((EXISTS ( SELECT
   FROM decision
  WHERE (decision.id = telling.decision))));
create policy nobody on time_confirmation for all to public using (false);
create policy nobody on told_change for all to public using (false);
create policy anybody on trusted_time for select to public using (true);
create policy jobs on trusted_time for all to kecid_jobs using (true);
create policy anybody on type_move for select to public using (true);
create policy jobs on type_move for insert to kecid_jobs with check (true);
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
grant select on appointment to kecid_office;
grant insert, select, update on attempt to kecid_door;
grant select on campaign to kecid_office;
grant select on campaign to kecid_portal;
grant select on campaign_act to kecid_office;
grant select on case_file to kecid_office;
grant select on case_file to kecid_portal;
grant usage on sequence case_number to kecid_jobs;
grant usage on sequence case_number to kecid_office;
grant usage on sequence case_number to kecid_portal;
grant select on case_party to kecid_office;
grant select on case_party to kecid_portal;
grant select on correction to kecid_jobs;
grant select on correction to kecid_office;
grant select on correction to kecid_portal;
grant insert, select, update on credential to kecid_door;
grant select on decision to kecid_office;
grant select on decision to kecid_portal;
grant select on document to kecid_office;
grant select on document to kecid_portal;
grant select on effect to kecid_office;
grant select on event to kecid_office;
grant select on event to kecid_portal;
grant select on event_part to kecid_jobs;
grant select on event_part to kecid_office;
grant select on event_part to kecid_portal;
grant select on figure_batch to kecid_office;
grant select on frequent_question to kecid_office;
grant select on frequent_question_act to kecid_office;
grant select on frequent_question_text to kecid_office;
grant select on invoice to kecid_office;
grant select on keeping to kecid_office;
grant select on keeping to kecid_portal;
grant insert on ledger_leaf to kecid_door;
grant select on ledger_node to kecid_jobs;
grant select on ledger_node to kecid_office;
grant select on ledger_node to kecid_reader;
grant select on letter to kecid_office;
grant select on letter to kecid_portal;
grant select on look to kecid_office;
grant select on material to kecid_office;
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
grant select on payment to kecid_office;
grant select on payment_question to kecid_office;
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
grant select on reconciliation to kecid_office;
grant select on repayment to kecid_office;
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
grant insert on type_move to kecid_jobs;
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
grant select (id, case_id, party, step, place, starts_at, state, by_service) on appointment to kecid_portal;
grant select (case_id, mission, is_apart) on asking to kecid_office;
grant select (id, type, state, stage, state_since, version, number, type_hash, about_decision, about_status, about_case, about_party, filed_on, counted, told_on) on case_file to kecid_jobs;
grant select (id, type, state, stage, state_since, field, filed_on, due_on) on case_file to kecid_reader;
grant select (case_id, party, role, is_subject, from_on, until_on, joined_as, acted_by) on case_party to kecid_jobs;
grant select (id, case_id, outcome, supersedes, set_aside_by, decided_on, decided_by) on decision to kecid_jobs;
grant select (id, case_id, kind, media, bytes) on document to kecid_jobs;
grant select (decision, effect, target, due_on, state) on effect to kecid_portal;
grant select (n) on erased_through to kecid_jobs;
grant update (n) on erased_through to kecid_jobs;
grant insert (id, case_id, erased_at, sealed) on erasure to kecid_jobs;
grant select (case_id, seq, id, kind, step, subject, actor, role, to_state, happened_on, recorded_at, readable, sealed) on event to kecid_jobs;
grant select (id, inquiry, case_id, party, system, service, ground, sent_at, outcome, named) on exchange_message to kecid_portal;
grant select (id, mission, made_at) on frequent_question to kecid_portal;
grant select (id, question, stands, said, for_all, law, law_on, shown_at) on frequent_question_text to kecid_portal;
grant select (id, case_id, party, system, service, asked_at, state, outcome, code, tries, next_at, body) on inquiry to kecid_office;
grant select (id, case_id, party, system, service, asked_at, question_sealed, state, outcome, answered_at, answer_sealed, ahead) on inquiry to kecid_portal;
grant select (id, case_id, role, email_sealed, language, sent_at, expires_at, ended_at, joined) on invitation to kecid_portal;
grant select (id, number, case_id, decision, party, payer, tariff, tier, up_to, amount, currency, due_on, issued_at, state, told, url, credited, on_paper, given_up) on invoice to kecid_portal;
grant insert (leaf, leaf_hash, opening, party, case_id) on ledger_leaf to kecid_jobs;
grant select (id, leaf_hash, index) on ledger_leaf to kecid_jobs;
grant update (index) on ledger_leaf to kecid_jobs;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;
grant insert (level, index, hash) on ledger_node to kecid_jobs;
grant select (id, at, role, body, page, party, case_id) on look to kecid_portal;
grant insert (id, party, role, body, from_on) on membership to kecid_jobs;
grant update (until_on) on membership to kecid_jobs;
grant select (id, client, service, purpose, ground, at, party) on offered_answer to kecid_portal;
grant select (client, service, purpose, ground, at, outcome) on offered_answer to kecid_reader;
grant update (of) on office_role to kecid_jobs;
grant select (id, transaction, kind, invoice, hundredths, currency, paid_at, receipt, settles) on payment to kecid_portal;
grant select (kind, payment, answer) on payment_question to kecid_portal;
grant insert (hash, kind, code, family, in_force_from, in_force_until, canonical) on policy_document to kecid_jobs;
grant insert (hash, made_at, is_shipped) on policy_version to kecid_jobs;
grant select (id, payment, hundredths, currency, done_by, invoice, done_on) on repayment to kecid_portal;
grant select (number, kind, holder, case_id, from_on, until_on, state, ended_by, named_in) on status to kecid_jobs;
grant select (case_id, kind, step, owner_party, counted, state) on task to kecid_portal;
grant insert (ran_at, ahead_ms, doubt, found_at, found_ahead_ms) on trusted_time to kecid_jobs;
grant update (ran_at, ahead_ms, doubt, found_at, found_ahead_ms) on trusted_time to kecid_jobs;

-- Grants on functions

grant execute on function account_of_question(the_id uuid) to kecid_office;
grant execute on function accounts_to_look_at(after_invoice uuid) to kecid_jobs;
grant execute on function act_on_frequent_question(the_id uuid, the_version integer, the_act text, the_reason text, the_moment timestamp with time zone) to kecid_office;
grant execute on function act_until(the_case uuid, the_party uuid, the_day date, the_moment timestamp with time zone) to kecid_portal;
grant execute on function act_until_decided(the_decision uuid, the_day date, the_moment timestamp with time zone, the_letters json) to kecid_office;
grant execute on function acting() to kecid_door;
grant execute on function acting() to kecid_jobs;
grant execute on function acting() to kecid_office;
grant execute on function acting() to kecid_portal;
grant execute on function add_represented(the_case uuid, the_person json) to kecid_portal;
grant execute on function add_upload_step(the_upload uuid, at_byte integer, the_bytes integer, the_sealed bytea) to kecid_portal;
grant execute on function adopt_policy(the_hash text, the_party uuid, the_moment timestamp with time zone, the_leaf json) to kecid_office;
grant execute on function against_erasing_in(the_case uuid) to kecid_jobs;
grant execute on function against_erasing_in(the_case uuid) to kecid_office;
grant execute on function against_erasing_in(the_case uuid) to kecid_portal;
grant execute on function announce_keeping(the_row json, the_day date, the_letters json) to kecid_jobs;
grant execute on function answer_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json) to kecid_exchange;
grant execute on function answer_by_number(the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json) to kecid_exchange;
grant execute on function answer_payment_questions(the_answers json, the_repayments json) to kecid_office;
grant execute on function answer_work_right(the_number text, the_birth bytea, the_rights json, the_day date, the_call json) to kecid_exchange;
grant execute on function answers_since(the_event uuid, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function appointments_booked(after_appointment uuid) to kecid_jobs;
grant execute on function ask_again(the_system text, the_moment timestamp with time zone) to kecid_office;
grant execute on function ask_ahead(the_case uuid, the_subject uuid, the_inquiries json, the_moment timestamp with time zone, OUT withheld text) to kecid_portal;
grant execute on function ask_back_again(the_id uuid, the_moment timestamp with time zone) to kecid_office;
grant execute on function ask_for_task_mails(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function ask_to_follow(the_hash text) to kecid_jobs;
grant execute on function asking_is_held() to kecid_portal;
grant execute on function begin_as(the_token text, the_moment timestamp with time zone, idle_hours integer, OUT account uuid, OUT party uuid, OUT language text, OUT confirmed_at timestamp with time zone, OUT name_sealed bytea, OUT is_demonstration boolean, OUT roles text[], OUT body text, OUT policy bigint) to kecid_office;
grant execute on function begin_as(the_token text, the_moment timestamp with time zone, idle_hours integer, OUT account uuid, OUT party uuid, OUT language text, OUT confirmed_at timestamp with time zone, OUT name_sealed bytea, OUT is_demonstration boolean, OUT roles text[], OUT body text, OUT policy bigint) to kecid_portal;
grant execute on function begin_case(the_case json, the_parties json) to kecid_jobs;
grant execute on function begin_case(the_case json, the_parties json) to kecid_office;
grant execute on function begin_case(the_case json, the_parties json) to kecid_portal;
grant execute on function begin_upload(the_case uuid, the_subject uuid, the_upload json) to kecid_portal;
grant execute on function bring_known(the_case uuid, the_person json) to kecid_portal;
grant execute on function cancel_appointment(the_id uuid, the_leaf json, the_letters json, the_moment timestamp with time zone) to kecid_office;
grant execute on function cancel_appointment(the_id uuid, the_leaf json, the_letters json, the_moment timestamp with time zone) to kecid_portal;
grant execute on function cases_to_move(after_case uuid) to kecid_jobs;
grant execute on function change_campaign(the_id uuid, the_version integer, the_campaign json, the_moment timestamp with time zone) to kecid_office;
grant execute on function charges_among(the_parties uuid[]) to kecid_office;
grant execute on function choose_appointments(the_case uuid, the_step text, the_wanted json, the_letters json, the_moment timestamp with time zone) to kecid_office;
grant execute on function choose_appointments(the_case uuid, the_step text, the_wanted json, the_letters json, the_moment timestamp with time zone) to kecid_portal;
grant execute on function come_as_new(the_account uuid, the_party uuid) to kecid_door;
grant execute on function come_asking(the_hash bytea) to kecid_portal;
grant execute on function come_invited(the_hash bytea, the_moment timestamp with time zone) to kecid_portal;
grant execute on function come_to_ask(the_case uuid, the_person json, the_address bytea, the_moment timestamp with time zone) to kecid_portal;
grant execute on function come_to_take_over(the_hash bytea, the_moment timestamp with time zone) to kecid_portal;
grant execute on function come_with(the_kind text, the_proof bytea) to kecid_door;
grant execute on function confirm_time(the_confirmation json, the_leaf json) to kecid_office;
grant execute on function consultations(after_at timestamp with time zone, after_event uuid) to kecid_jobs;
grant execute on function contested_before(the_case uuid) to kecid_office;
grant execute on function count_by_link(the_what text, the_code text) to kecid_portal;
grant execute on function days_to_follow(after_case uuid) to kecid_jobs;
grant execute on function days_to_reconcile(today date) to kecid_exchange;
grant execute on function days_to_tell(after_case uuid) to kecid_jobs;
grant execute on function delete_campaign(the_id uuid, the_version integer, the_moment timestamp with time zone) to kecid_office;
grant execute on function document_shown(the_case uuid, the_kind text) to kecid_office;
grant execute on function effects_waiting(after_effect uuid) to kecid_jobs;
grant execute on function end_session(the_hash bytea) to kecid_door;
grant execute on function end_status(the_number text, the_day date, the_end text, the_leaf json) to kecid_jobs;
grant execute on function end_upload(the_upload uuid) to kecid_portal;
grant execute on function erase_asking() to kecid_portal;
grant execute on function erase_draft(the_case uuid) to kecid_jobs;
grant execute on function erase_draft(the_case uuid) to kecid_portal;
grant execute on function erase_part(the_case uuid, the_party uuid) to kecid_jobs;
grant execute on function erase_party(the_party uuid) to kecid_jobs;
grant execute on function erasing_of(the_number text) to kecid_jobs;
grant execute on function erasures_due(the_day date, after_effect uuid) to kecid_jobs;
grant execute on function figures_due(the_day date) to kecid_jobs;
grant execute on function follow_days(the_days json) to kecid_jobs;
grant execute on function forget_ended(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function guardian_of(the_number text, the_day date) to kecid_jobs;
grant execute on function guardian_of(the_number text, the_day date) to kecid_office;
grant execute on function hand_over_document(the_document uuid, the_services text[], the_day date, the_call json) to kecid_exchange;
grant execute on function has_cases() to kecid_jobs;
grant execute on function held_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json) to kecid_exchange;
grant execute on function held_by_number(the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json) to kecid_exchange;
grant execute on function held_by_same() to kecid_portal;
grant execute on function held_elsewhere(the_case uuid, the_party uuid) to kecid_jobs;
grant execute on function held_elsewhere(the_case uuid, the_party uuid) to kecid_office;
grant execute on function held_elsewhere(the_case uuid, the_party uuid) to kecid_portal;
grant execute on function held_in_family(the_case uuid) to kecid_portal;
grant execute on function hold_case(the_case uuid) to kecid_jobs;
grant execute on function hold_case(the_case uuid) to kecid_office;
grant execute on function hold_case(the_case uuid) to kecid_portal;
grant execute on function hold_party(the_party uuid) to kecid_portal;
grant execute on function hold_to_move(the_case uuid) to kecid_jobs;
grant execute on function holds_in(the_case uuid) to kecid_jobs;
grant execute on function holds_in(the_case uuid) to kecid_office;
grant execute on function holds_in(the_case uuid) to kecid_portal;
grant execute on function inquiries_answered(after_id uuid) to kecid_jobs;
grant execute on function invitation_of(the_hash bytea, the_moment timestamp with time zone) to kecid_portal;
grant execute on function invitation_to_send(the_invitation uuid, the_hash bytea, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function invite(the_case uuid, the_invitation json, the_sealed bytea) to kecid_portal;
grant execute on function invite_again(the_invitation uuid, anew json) to kecid_portal;
grant execute on function invite_to_take_over(the_case uuid, the_invitation json, the_sealed bytea, the_proofs json) to kecid_office;
grant execute on function invite_to_take_over(the_case uuid, the_invitation json, the_sealed bytea, the_proofs json) to kecid_portal;
grant execute on function invoice_stands(the_invoice uuid) to kecid_office;
grant execute on function invoice_stands(the_invoice uuid) to kecid_portal;
grant execute on function invoices_unpaid(the_day date, after_invoice uuid) to kecid_jobs;
grant execute on function is_of_council(the_case uuid) to kecid_office;
grant execute on function is_of_now(the_writer xid) to kecid_jobs;
grant execute on function is_to_tell(the_invoice invoice) to kecid_office;
grant execute on function join_case(the_hash bytea, the_joining json) to kecid_portal;
grant execute on function judge_payment(the_id uuid, the_judgement json, the_leaf json) to kecid_jobs;
grant execute on function keepings_to_look_at(the_day date, after_day date, after_case uuid, after_party uuid) to kecid_jobs;
grant execute on function kept_of_campaign(the_id uuid) to kecid_office;
grant execute on function laws_of_running(the_types text[]) to kecid_jobs;
grant execute on function leave_case(the_case uuid, the_subject uuid) to kecid_portal;
grant execute on function leave_following(the_number text, the_inquiry json, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function leave_inquiries(the_event uuid, the_inquiries json) to kecid_jobs;
grant execute on function leave_invoices(the_event uuid, the_invoices json) to kecid_office;
grant execute on function leave_money_letters(the_case uuid, the_letters json) to kecid_jobs;
grant execute on function leave_telling(the_change uuid, the_inquiries json) to kecid_jobs;
grant execute on function leave_told(the_change uuid, the_day date) to kecid_jobs;
grant execute on function leave_unnoticed() to kecid_jobs;
grant execute on function left_of_erased(the_ids uuid[]) to kecid_jobs;
grant execute on function let_go(the_case uuid, the_party uuid, the_version integer, the_day date) to kecid_jobs;
grant execute on function letter_to_send(the_letter uuid) to kecid_jobs;
grant execute on function lift_appointment(the_id uuid, the_leaf json, the_letters json, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function link_to_send(the_hash bytea, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function links_among(the_parties uuid[]) to kecid_office;
grant execute on function looked_in(the_invoice uuid) to kecid_office;
grant execute on function looked_in(the_invoice uuid) to kecid_portal;
grant execute on function make_campaign(the_campaign json, the_moment timestamp with time zone) to kecid_office;
grant execute on function make_findable(the_number text, the_indexes json) to kecid_jobs;
grant execute on function make_material(the_material json, the_moment timestamp with time zone) to kecid_office;
grant execute on function mandates_ended() to kecid_portal;
grant execute on function named_among(the_addresses text[], the_ids uuid[]) to kecid_jobs;
grant execute on function named_by_contested(the_case uuid) to kecid_jobs;
grant execute on function named_by_contested(the_case uuid) to kecid_office;
grant execute on function named_by_contested(the_case uuid) to kecid_portal;
grant execute on function note_copy(the_look json, the_leaf json, the_moment timestamp with time zone) to kecid_portal;
grant execute on function note_followed(the_hash text) to kecid_jobs;
grant execute on function note_keepings(the_rows json) to kecid_jobs;
grant execute on function note_look(the_look json, the_leaf json) to kecid_office;
grant execute on function note_message(the_message json) to kecid_exchange;
grant execute on function note_on_paper(the_event uuid) to kecid_office;
grant execute on function note_payment(the_payment json) to kecid_exchange;
grant execute on function note_reconciliation(the_day date, the_result json) to kecid_exchange;
grant execute on function note_reply(the_reply json) to kecid_exchange;
grant execute on function note_sending(the_letter uuid, the_moment timestamp with time zone, was_sent boolean) to kecid_jobs;
grant execute on function note_too_much(the_id uuid, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function note_uncounted(the_code text) to kecid_portal;
grant execute on function number_of_code(the_code bytea) to kecid_portal;
grant execute on function offered_changes(after_n bigint, the_kinds text[], the_day date, the_most integer, the_call json) to kecid_exchange;
grant execute on function offered_figures(the_clients text[], the_moment timestamp with time zone) to kecid_office;
grant execute on function official_to_tell(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone) to kecid_jobs;
grant execute on function open_by_same() to kecid_portal;
grant execute on function open_for_notice(the_id uuid, the_type text) to kecid_jobs;
grant execute on function open_for_unpaid(the_id uuid, the_day date) to kecid_jobs;
grant execute on function own_charges() to kecid_portal;
grant execute on function own_links() to kecid_portal;
grant execute on function own_mission() to kecid_office;
grant execute on function payments_noted(after_payment uuid) to kecid_jobs;
grant execute on function payments_of_day(the_day date) to kecid_exchange;
grant execute on function people_asked(the_case uuid, the_role text, the_day date) to kecid_office;
grant execute on function propose_link(the_link json, the_act json, the_leaves json, the_letters json) to kecid_office;
grant execute on function put_document(the_case uuid, the_subject uuid, the_document json) to kecid_portal;
grant execute on function record_decision(the_decision json, the_effects json) to kecid_office;
grant execute on function record_paid_back(the_id uuid, said json) to kecid_office;
grant execute on function record_parts(the_case uuid, the_event uuid, the_parts json) to kecid_jobs;
grant execute on function record_parts(the_case uuid, the_event uuid, the_parts json) to kecid_office;
grant execute on function record_parts(the_case uuid, the_event uuid, the_parts json) to kecid_portal;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_jobs;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_office;
grant execute on function record_step(the_case json, the_event json, the_leaf json, the_letters json, the_tasks json) to kecid_portal;
grant execute on function record_visit(the_id uuid, the_state text, the_leaf json, the_moment timestamp with time zone) to kecid_office;
grant execute on function release_letters(the_moment timestamp with time zone) to kecid_jobs;
grant execute on function remind_of_appointment(the_id uuid, the_letters json, the_moment timestamp with time zone) to kecid_jobs;
grant execute on function retire_campaign(the_id uuid, the_version integer, the_day date, the_moment timestamp with time zone) to kecid_office;
grant execute on function running_by_state(the_type text) to kecid_office;
grant execute on function said_before(the_id uuid, the_type text) to kecid_jobs;
grant execute on function same_among(the_parties uuid[]) to kecid_office;
grant execute on function save_answer(the_case uuid, the_subject uuid, the_block json, the_sealed bytea) to kecid_portal;
grant execute on function save_task_draft(the_case uuid, the_task uuid, the_moment timestamp with time zone, the_sealed bytea) to kecid_office;
grant execute on function seats_taken(the_place text, the_start timestamp with time zone, the_end timestamp with time zone) to kecid_office;
grant execute on function seats_taken(the_place text, the_start timestamp with time zone, the_end timestamp with time zone) to kecid_portal;
grant execute on function sees_missions() to kecid_office;
grant execute on function sent_in_beside(the_case uuid) to kecid_portal;
grant execute on function set_language(the_language text) to kecid_portal;
grant execute on function settle_erasure(the_id uuid) to kecid_jobs;
grant execute on function settle_inquiry(the_id uuid, the_outcome text, the_code text, the_moment timestamp with time zone, the_answer bytea, again_at timestamp with time zone) to kecid_exchange;
grant execute on function settle_invoice(the_id uuid, the_answer json) to kecid_exchange;
grant execute on function settle_repayment(the_id uuid, the_answer json) to kecid_exchange;
grant execute on function show_figures(the_week date, the_taken json, the_shown json, the_waiting json) to kecid_jobs;
grant execute on function shown_to_asked(the_case uuid) to kecid_office;
grant execute on function shown_to_holder(the_number text, the_service text) to kecid_portal;
grant execute on function status_changes(after_at timestamp with time zone, after_id uuid) to kecid_jobs;
grant execute on function statuses_to_end(the_day date, after_day date, after_number text) to kecid_jobs;
grant execute on function statuses_to_follow(the_kind text, the_service text, since timestamp with time zone, after_number text) to kecid_jobs;
grant execute on function step_link(the_link uuid, the_act json, the_leaves json, the_letters json) to kecid_office;
grant execute on function subscribe_by_document(the_document bytea, the_issued bytea[], the_kinds text[], the_days integer, the_day date, the_call json) to kecid_exchange;
grant execute on function subscribe_by_number(the_number text, the_birth bytea, the_kinds text[], the_days integer, the_day date, the_call json) to kecid_exchange;
grant execute on function switch_system(the_switch json, the_leaf json) to kecid_office;
grant execute on function system_health(the_moment timestamp with time zone) to kecid_office;
grant execute on function system_states() to kecid_exchange;
grant execute on function take_account(the_id uuid) to kecid_jobs;
grant execute on function take_consultation(the_event uuid) to kecid_jobs;
grant execute on function take_document(the_case uuid, the_document uuid, the_moment timestamp with time zone, the_end timestamp with time zone) to kecid_portal;
grant execute on function take_effect(the_id uuid) to kecid_jobs;
grant execute on function take_inquiries(the_moment timestamp with time zone, the_room json, leased_seconds integer) to kecid_exchange;
grant execute on function take_inquiry(the_id uuid) to kecid_jobs;
grant execute on function take_invoices(the_moment timestamp with time zone, places integer, lease_seconds integer) to kecid_exchange;
grant execute on function take_over(the_hash bytea, the_indexes json, the_taking json) to kecid_portal;
grant execute on function take_payment(the_id uuid) to kecid_jobs;
grant execute on function take_repayments(the_moment timestamp with time zone, places integer, lease_seconds integer) to kecid_exchange;
grant execute on function take_status_change(the_id uuid) to kecid_jobs;
grant execute on function take_tallies(the_week date) to kecid_jobs;
grant execute on function take_to_follow(the_number text) to kecid_jobs;
grant execute on function take_unfindable(after_number text) to kecid_jobs;
grant execute on function taken_by_contested(the_case uuid) to kecid_jobs;
grant execute on function taken_by_contested(the_case uuid) to kecid_office;
grant execute on function taken_by_contested(the_case uuid) to kecid_portal;
grant execute on function tell_invoice_again(the_id uuid, the_moment timestamp with time zone) to kecid_office;
grant execute on function tell_moved(the_case uuid, the_letters json) to kecid_jobs;
grant execute on function tell_taken_over(the_invitation uuid, the_letters json) to kecid_portal;
grant execute on function terms_to_watch(the_day date, after_day date, after_case uuid) to kecid_jobs;
grant execute on function unsubscribe(the_subscription uuid, the_call json) to kecid_exchange;
grant execute on function verify_status(the_number text, the_holder bytea, the_code bytea) to kecid_portal;
grant execute on function waiting_for(the_account uuid, the_after timestamp with time zone, the_until timestamp with time zone, the_near jsonb) to kecid_jobs;
grant execute on function withdraw_invitation(the_invitation uuid, the_moment timestamp with time zone) to kecid_portal;
grant execute on function write_frequent_question(the_question json, the_moment timestamp with time zone) to kecid_office;
grant execute on function written_for_family(the_case uuid) to kecid_portal;
grant execute on function written_of_charge(the_party uuid) to kecid_office;
grant execute on function written_of_charge(the_party uuid) to kecid_portal;

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
  case_id uuid,
  constraint tombstone_pkey PRIMARY KEY (n),
  constraint tombstone_kind_id_case_id_key UNIQUE NULLS NOT DISTINCT (kind, id, case_id),
  constraint tombstone_check CHECK (((kind = 'part'::text) = (case_id IS NOT NULL))),
  constraint tombstone_kind_check CHECK ((kind = ANY (ARRAY['party'::text, 'case'::text, 'part'::text])))
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
