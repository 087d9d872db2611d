-- What the migrations make, printed by tools/db-schema.ts. For reading, not for running.

-- Sequences

create sequence application_number as bigint start 1 increment 1;

-- Tables

create table account (
  id uuid not null,
  person_id uuid not null,
  email_index bytea not null,
  email_sealed bytea not null,
  password_hash text,
  language text not null,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_index_key UNIQUE (email_index),
  constraint account_person_id_key UNIQUE (person_id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint account_language_check CHECK ((language = ANY (ARRAY['az'::text, 'tr'::text, 'en'::text, 'ru'::text])))
);

create table account_link (
  token_hash bytea not null,
  account_id uuid not null,
  purpose text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_link_pkey PRIMARY KEY (token_hash),
  constraint account_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint account_link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text])))
);

create table answer_block (
  application_id uuid not null,
  block text not null,
  version integer not null,
  readable jsonb not null,
  sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint answer_block_pkey PRIMARY KEY (application_id, block),
  constraint answer_block_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id)
);

create table application (
  id uuid not null,
  person_id uuid not null,
  type text not null,
  state text not null,
  state_since date not null,
  version integer not null,
  number text,
  rule_set text,
  type_hash text,
  field text,
  submitted_on date,
  due_on date,
  step_due_on date,
  changed_at timestamp with time zone not null,
  constraint application_pkey PRIMARY KEY (id),
  constraint application_number_key UNIQUE (number),
  constraint application_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint application_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'closing-proposed'::text, 'in-assessment'::text, 'awaiting-decision'::text, 'decision-drafted'::text, 'recognised'::text, 'annulment-proposed'::text, 'death-reported'::text, 'discarded'::text, 'withdrawn'::text, 'left-unexamined'::text, 'refused'::text, 'annulled'::text, 'expired'::text, 'holder-deceased'::text])))
);

create table application_event (
  application_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  action text not null,
  role text not null,
  actor_id text not null,
  to_state text not null,
  at timestamp with time zone not null,
  happened_on date not null,
  audience text not null,
  readable jsonb not null,
  sealed bytea,
  constraint application_event_pkey PRIMARY KEY (application_id, seq),
  constraint application_event_id_key UNIQUE (id),
  constraint application_event_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint application_event_audience_check CHECK ((audience = ANY (ARRAY['applicant'::text, 'office'::text])))
);

create table assessment_task (
  application_id uuid not null,
  body text not null,
  kind text not null,
  due_on date not null,
  done_on date,
  constraint assessment_task_pkey PRIMARY KEY (application_id, kind, body),
  constraint assessment_task_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint assessment_task_kind_check CHECK ((kind = ANY (ARRAY['score'::text, 'opinion'::text])))
);

create table attempt (
  subject bytea not null,
  window_start timestamp with time zone not null,
  times integer not null,
  constraint attempt_pkey PRIMARY KEY (subject, window_start)
);

create table decision (
  application_id uuid not null,
  outcome text not null,
  record_sealed bytea not null,
  record_hash text not null,
  decided_on date not null,
  opened_on date,
  constraint decision_pkey PRIMARY KEY (application_id),
  constraint decision_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['recognised'::text, 'refused'::text])))
);

create table document (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  name_sealed bytea not null,
  media text not null,
  bytes integer not null,
  address text not null,
  sha256 bytea not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  pages integer,
  shown_address text,
  shown_sha256 bytea,
  shown_bytes integer,
  erase_at timestamp with time zone,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint document_address_check CHECK ((address ~ '^[0-9a-f]{64}$'::text)),
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

create table key_check (
  id text not null,
  proof bytea not null,
  constraint key_check_pkey PRIMARY KEY (id)
);

create table ledger_leaf (
  id bigint not null generated always as identity,
  leaf bytea not null,
  leaf_hash bytea not null,
  opening bytea,
  person_id uuid,
  index bigint,
  constraint ledger_leaf_pkey PRIMARY KEY (id),
  constraint ledger_leaf_index_key UNIQUE (index),
  constraint ledger_leaf_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
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
  person_id uuid not null,
  application_id uuid,
  code text not null,
  language text not null,
  content_sealed bytea not null,
  written_at timestamp with time zone not null,
  send_from timestamp with time zone,
  sent_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table look (
  id uuid not null,
  at timestamp with time zone not null,
  official_id uuid not null,
  role text not null,
  body text,
  page text not null,
  person_id uuid not null,
  application_id uuid,
  constraint look_pkey PRIMARY KEY (id),
  constraint look_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint look_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id),
  constraint look_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table official (
  id uuid not null,
  email_index bytea not null,
  email_sealed bytea not null,
  name_sealed bytea not null,
  password_hash text not null,
  roles text[] not null,
  body text,
  language text not null,
  is_demonstration boolean not null default false,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  constraint official_pkey PRIMARY KEY (id),
  constraint official_email_index_key UNIQUE (email_index),
  constraint official_language_check CHECK ((language = ANY (ARRAY['az'::text, 'en'::text])))
);

create table official_session (
  token_hash bytea not null,
  owner_id uuid not null,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint official_session_pkey PRIMARY KEY (token_hash),
  constraint official_session_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES official(id) ON DELETE CASCADE
);

create table person (
  id uuid not null,
  wrapped_key bytea,
  created_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (id)
);

create table policy_adoption (
  hash text not null,
  official_id uuid not null,
  adopted_at timestamp with time zone not null default now(),
  constraint policy_adoption_pkey PRIMARY KEY (hash, official_id),
  constraint policy_adoption_hash_fkey FOREIGN KEY (hash) REFERENCES policy_document(hash),
  constraint policy_adoption_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id)
);

create table policy_document (
  hash text not null,
  kind text not null,
  code text not null,
  family text not null,
  in_force_from date not null,
  in_force_until date,
  canonical text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint policy_document_pkey PRIMARY KEY (hash),
  constraint policy_document_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_document_kind_check CHECK ((kind = ANY (ARRAY['rule-set'::text, 'application-type'::text])))
);

create table portal_session (
  token_hash bytea not null,
  owner_id uuid not null,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint portal_session_pkey PRIMARY KEY (token_hash),
  constraint portal_session_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE CASCADE
);

create table status_document (
  number text not null,
  application_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  holder_hash bytea not null,
  code_sealed bytea not null,
  field text not null,
  valid_from date not null,
  valid_until date not null,
  state text not null,
  issued_at timestamp with time zone not null,
  constraint status_document_pkey PRIMARY KEY (number),
  constraint status_document_application_id_key UNIQUE (application_id),
  constraint status_document_code_hash_key UNIQUE (code_hash),
  constraint status_document_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
  constraint status_document_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint status_document_state_check CHECK ((state = ANY (ARRAY['valid'::text, 'annulled'::text, 'expired'::text, 'holder-deceased'::text])))
);

create table time_confirmation (
  id uuid not null,
  official_id uuid not null,
  doubt text not null,
  found_at timestamp with time zone not null,
  found_ahead_ms bigint not null,
  confirmed_at timestamp with time zone not null,
  constraint time_confirmation_pkey PRIMARY KEY (id),
  constraint time_confirmation_official_id_fkey FOREIGN KEY (official_id) REFERENCES official(id)
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

create table upload (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  name_sealed bytea not null,
  bytes integer not null,
  received integer not null default 0,
  started_at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id),
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
  constraint waiting_job_task_check CHECK ((task = ANY (ARRAY['send-letter'::text, 'send-account-link'::text, 'watch-terms'::text, 'remove-files'::text])))
);

-- Indexes

CREATE INDEX account_link_account ON account_link USING btree (account_id);
CREATE INDEX application_person ON application USING btree (person_id);
CREATE INDEX application_step ON application USING btree (state, step_due_on, id);
CREATE INDEX application_work ON application USING btree (state, due_on, id);
CREATE INDEX assessment_task_open ON assessment_task USING btree (body, kind, due_on, application_id) WHERE (done_on IS NULL);
CREATE INDEX document_application ON document USING btree (application_id);
CREATE INDEX document_erasing ON document USING btree (erase_at) WHERE (erase_at IS NOT NULL);
CREATE INDEX ledger_leaf_person ON ledger_leaf USING btree (person_id) WHERE (opening IS NOT NULL);
CREATE INDEX ledger_leaf_waiting ON ledger_leaf USING btree (id) WHERE (index IS NULL);
CREATE INDEX letter_application ON letter USING btree (application_id);
CREATE INDEX letter_waiting ON letter USING btree (send_from) WHERE (send_from IS NOT NULL);
CREATE INDEX look_newest ON look USING btree (at DESC, id DESC);
CREATE INDEX look_person ON look USING btree (person_id, at);
CREATE INDEX official_session_expiry ON official_session USING btree (expires_at);
CREATE INDEX official_session_owner ON official_session USING btree (owner_id);
CREATE INDEX policy_document_family ON policy_document USING btree (kind, family, in_force_from);
CREATE INDEX portal_session_expiry ON portal_session USING btree (expires_at);
CREATE INDEX portal_session_owner ON portal_session USING btree (owner_id);
CREATE INDEX upload_application ON upload USING btree (application_id);
CREATE INDEX upload_started ON upload USING btree (started_at);

-- Functions

CREATE OR REPLACE FUNCTION public.end_tasks(the_case uuid, ended_on date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update assessment_task set done_on = ended_on
  where application_id = the_case and done_on is null
$function$;

CREATE OR REPLACE FUNCTION public.erase_draft(the_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  happened text[] := array(select type from application_event where application_id = the_case);
begin
  if not 'draft-discarded' = any (happened) or 'application-submitted' = any (happened) then
    raise exception 'only a draft that was thrown away is erased';
  end if;

  insert into waiting_job (task, payload)
  select 'remove-files', json_build_object('addresses', json_agg(lying.address))
  from document, unnest(array[document.address, document.shown_address]) as lying (address)
  where application_id = the_case and lying.address is not null
  having count(*) > 0;

  update ledger_leaf set opening = null, person_id = null
  where person_id = (select person_id from application where id = the_case)
    and opening is not null
    and convert_from(leaf, 'UTF8')::json ->> 'id' in (
      select id::text from application_event where application_id = the_case
    );

  delete from letter where application_id = the_case;
  delete from upload where application_id = the_case;
  delete from document where application_id = the_case;
  delete from answer_block where application_id = the_case;
  delete from application_event where application_id = the_case;
  delete from application where id = the_case;
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
    was := to_jsonb(old);
    will := to_jsonb(new);
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

CREATE OR REPLACE FUNCTION public.law_is_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE'
    and (new.rule_set, new.type_hash) is not distinct from (old.rule_set, old.type_hash)
  then
    return new;
  end if;
  if exists (
    select from unnest(array[new.rule_set, new.type_hash]) as wanted (hash)
    where hash is not null
      and not exists (select from policy_document where policy_document.hash = wanted.hash)
  ) then
    raise exception 'a case rests on published policy alone';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.ledger_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ledger_leaf' then
    if (new.id, new.leaf, new.leaf_hash) = (old.id, old.leaf, old.leaf_hash)
      and (
        new.person_id is not distinct from old.person_id
        or (new.person_id is null and new.opening is null)
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

CREATE OR REPLACE FUNCTION public.policy_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'published policy is kept as it is';
end
$function$;

CREATE OR REPLACE FUNCTION public.record_step(the_case json, the_events json, the_leaves json, the_letters json, the_jobs json)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  the_id uuid := (the_case ->> 'id')::uuid;
begin
  update application set
    state = the_case ->> 'state',
    state_since = (the_case ->> 'stateSince')::date,
    version = (the_case ->> 'version')::integer,
    type = coalesce(the_case ->> 'type', type),
    number = coalesce(the_case ->> 'number', number),
    rule_set = coalesce(the_case ->> 'ruleSet', rule_set),
    type_hash = coalesce(the_case ->> 'typeHash', type_hash),
    field = coalesce(the_case ->> 'field', field),
    submitted_on = coalesce((the_case ->> 'submittedOn')::date, submitted_on),
    due_on = (the_case ->> 'dueOn')::date,
    step_due_on = (the_case ->> 'stepDueOn')::date,
    changed_at = (the_case ->> 'changedAt')::timestamptz
  where id = the_id and version = (the_case ->> 'versionBefore')::integer;
  if not found then
    return false;
  end if;

  insert into application_event (
    application_id, seq, id, type, action, role, actor_id, to_state, at, happened_on, audience,
    readable, sealed
  )
  select the_id, seq, id, type, action, role, actor_id, to_state, at, happened_on, audience,
    readable, decode(sealed, 'base64')
  from json_to_recordset(the_events) as event (
    seq integer, id uuid, type text, action text, role text, actor_id text, to_state text,
    at timestamptz, happened_on date, audience text, readable jsonb, sealed text
  );

  insert into ledger_leaf (leaf, leaf_hash, opening, person_id)
  select decode(leaf, 'base64'), decode(leaf_hash, 'base64'), decode(opening, 'base64'),
    person_id
  from json_to_recordset(the_leaves) as entry (
    leaf text, leaf_hash text, opening text, person_id uuid
  );

  insert into letter (
    id, person_id, application_id, code, language, content_sealed, written_at, send_from
  )
  select id, person_id, the_id, code, language, decode(content_sealed, 'base64'), written_at,
    send_from
  from json_to_recordset(the_letters) as written (
    id uuid, person_id uuid, code text, language text, content_sealed text,
    written_at timestamptz, send_from timestamptz
  );

  insert into waiting_job (task, payload)
  select task, payload
  from json_to_recordset(the_jobs) as job (task text, payload json);

  return true;
end
$function$;

-- Triggers

CREATE TRIGGER application_law BEFORE INSERT OR UPDATE OF rule_set, type_hash ON application FOR EACH ROW EXECUTE FUNCTION law_is_published();
CREATE TRIGGER application_event_kept BEFORE DELETE OR UPDATE ON application_event FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER application_event_whole BEFORE TRUNCATE ON application_event FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER decision_kept BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION is_kept('opened_on');
CREATE TRIGGER decision_whole BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER ledger_leaf_kept BEFORE DELETE OR UPDATE ON ledger_leaf FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_leaf_whole BEFORE TRUNCATE ON ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_node_kept BEFORE DELETE OR UPDATE ON ledger_node FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_node_whole BEFORE TRUNCATE ON ledger_node FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER letter_kept BEFORE DELETE OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION is_kept('sent_at', 'refused_at', 'send_from!');
CREATE TRIGGER letter_whole BEFORE TRUNCATE ON letter FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER look_kept BEFORE DELETE OR UPDATE ON look FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER look_whole BEFORE TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER policy_document_kept BEFORE DELETE OR UPDATE ON policy_document FOR EACH ROW EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER policy_document_whole BEFORE TRUNCATE ON policy_document FOR EACH STATEMENT EXECUTE FUNCTION policy_is_kept();
CREATE TRIGGER status_document_kept BEFORE DELETE OR UPDATE ON status_document FOR EACH ROW EXECUTE FUNCTION is_kept('state=valid');
CREATE TRIGGER status_document_whole BEFORE TRUNCATE ON status_document FOR EACH STATEMENT EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_kept BEFORE DELETE OR UPDATE ON time_confirmation FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER time_confirmation_whole BEFORE TRUNCATE ON time_confirmation FOR EACH STATEMENT EXECUTE FUNCTION is_kept();

-- Row security

alter table application_event enable row level security;

-- Policies

create policy applicant_side on application_event for all to kecid_portal using ((audience = 'applicant'::text)) with check ((audience = 'applicant'::text));
create policy office_side on application_event for all to kecid_jobs, kecid_office using (true) with check (true);

-- Grants on tables and sequences

grant insert, select, update on account to kecid_door;
grant insert, select, update on account_link to kecid_door;
grant select on account_link to kecid_jobs;
grant select on answer_block to kecid_jobs;
grant select on answer_block to kecid_office;
grant insert, select, update on answer_block to kecid_portal;
grant insert, select, update on application to kecid_jobs;
grant insert, select, update on application to kecid_office;
grant insert, select, update on application to kecid_portal;
grant insert, select on application_event to kecid_jobs;
grant insert, select on application_event to kecid_office;
grant insert, select on application_event to kecid_portal;
grant usage on sequence application_number to kecid_portal;
grant insert, select, update on assessment_task to kecid_jobs;
grant insert, select, update on assessment_task to kecid_office;
grant insert, select, update on attempt to kecid_door;
grant delete, insert, select, update on attempt to kecid_jobs;
grant insert, select, update on attempt to kecid_portal;
grant insert, select, update on decision to kecid_jobs;
grant insert, select, update on decision to kecid_office;
grant select on decision to kecid_portal;
grant delete, insert, select, update on document to kecid_jobs;
grant insert, select, update on document to kecid_office;
grant insert, select, update on document to kecid_portal;
grant select on key_check to kecid_exchange;
grant insert, select on key_check to kecid_jobs;
grant select on key_check to kecid_office;
grant select on key_check to kecid_portal;
grant insert, select, update on ledger_leaf to kecid_jobs;
grant insert, select on ledger_leaf to kecid_office;
grant insert on ledger_leaf to kecid_portal;
grant insert, select on ledger_node to kecid_jobs;
grant select on ledger_node to kecid_office;
grant select on ledger_node to kecid_reader;
grant insert, select, update on letter to kecid_jobs;
grant insert, select on letter to kecid_office;
grant insert, select on letter to kecid_portal;
grant select on look to kecid_jobs;
grant insert, select on look to kecid_office;
grant select on migration to kecid_jobs;
grant insert, select, update on official to kecid_door;
grant delete, insert, select, update on official_session to kecid_door;
grant insert, select on person to kecid_door;
grant select on person to kecid_jobs;
grant select on person to kecid_office;
grant select on person to kecid_portal;
grant select on policy_adoption to kecid_jobs;
grant insert, select on policy_adoption to kecid_office;
grant select on policy_adoption to kecid_portal;
grant insert, select, update on policy_document to kecid_jobs;
grant select on policy_document to kecid_office;
grant select on policy_document to kecid_portal;
grant select on policy_document to kecid_reader;
grant delete, insert, select, update on portal_session to kecid_door;
grant insert, select, update on status_document to kecid_jobs;
grant insert, select, update on status_document to kecid_office;
grant select on status_document to kecid_portal;
grant insert, select on time_confirmation to kecid_office;
grant insert, select, update on trusted_time to kecid_jobs;
grant select, update on trusted_time to kecid_office;
grant select on trusted_time to kecid_portal;
grant delete, select on upload to kecid_jobs;
grant delete, insert, select, update on upload to kecid_portal;
grant insert, select on upload_step to kecid_portal;
grant insert on waiting_job to kecid_door;
grant delete, insert, select on waiting_job to kecid_jobs;
grant insert on waiting_job to kecid_office;
grant insert on waiting_job to kecid_portal;

-- Grants on columns

grant select (id, person_id, email_sealed, language, confirmed_at) on account to kecid_jobs;
grant select (id, person_id, language) on account to kecid_office;
grant select (id, person_id, language) on account to kecid_portal;
grant update (language) on account to kecid_portal;
grant select (id, type, state, state_since, field, submitted_on, due_on) on application to kecid_reader;
grant update (opened_on) on decision to kecid_portal;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;
grant select (id, at, role, body, page, person_id, application_id) on look to kecid_portal;
grant select (id, email_index, email_sealed, name_sealed, roles, body, language, is_demonstration, active) on official to kecid_office;
grant update (created_at) on person to kecid_portal;

-- Grants on functions

grant execute on function end_tasks(the_case uuid, ended_on date) to kecid_jobs;
grant execute on function end_tasks(the_case uuid, ended_on date) to kecid_office;
grant execute on function end_tasks(the_case uuid, ended_on date) to kecid_portal;
grant execute on function erase_draft(the_case uuid) to kecid_jobs;
grant execute on function erase_draft(the_case uuid) to kecid_portal;
grant execute on function record_step(the_case json, the_events json, the_leaves json, the_letters json, the_jobs json) to kecid_jobs;
grant execute on function record_step(the_case json, the_events json, the_leaves json, the_letters json, the_jobs json) to kecid_office;
grant execute on function record_step(the_case json, the_events json, the_leaves json, the_letters json, the_jobs json) to kecid_portal;

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
  kind text not null,
  id uuid not null,
  erased_at timestamp with time zone not null,
  constraint tombstone_pkey PRIMARY KEY (kind, id),
  constraint tombstone_kind_check CHECK ((kind = ANY (ARRAY['party'::text, 'case'::text])))
);

-- Indexes

CREATE INDEX data_key_case ON data_key USING btree (case_id);
CREATE INDEX data_key_unowned ON data_key USING btree (made_at, id) WHERE (NOT is_owned);
CREATE UNIQUE INDEX master_current ON master USING btree (is_current) WHERE is_current;

-- Triggers

CREATE TRIGGER tombstone_kept BEFORE DELETE OR UPDATE ON tombstone FOR EACH ROW EXECUTE FUNCTION public.is_kept();
CREATE TRIGGER tombstone_whole BEFORE TRUNCATE ON tombstone FOR EACH STATEMENT EXECUTE FUNCTION public.is_kept();

-- Grants on tables and sequences

grant delete, insert, select on data_key to kecid_keys;
grant insert, select on house_secret to kecid_keys;
grant insert, select on master to kecid_keys;
grant insert, select on tombstone to kecid_keys;

-- Grants on columns

grant update (wrapped, master, is_owned) on data_key to kecid_keys;
grant update (wrapped, master) on house_secret to kecid_keys;
grant update (is_current, retired_at) on master to kecid_keys;
