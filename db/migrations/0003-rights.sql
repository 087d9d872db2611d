-- Each login may do its own work and nothing else. The portal cannot read what belongs to the
-- office; nobody but the owner can change what has happened. The exchange has no work yet, so its
-- login may do nothing; that of keys may do what 0006 says, and nothing here.

revoke all on all tables in schema public from public;
revoke all on all functions in schema public from public;

grant usage on schema public
  to kecid_door, kecid_portal, kecid_office, kecid_jobs, kecid_exchange, kecid_reader;
grant select on key_check to kecid_portal, kecid_office, kecid_jobs, kecid_exchange;
grant insert on key_check to kecid_jobs;
grant execute on function record_step(json, json, json, json, json)
  to kecid_portal, kecid_office, kecid_jobs;
grant execute on function erase_draft(uuid) to kecid_portal, kecid_jobs;
grant insert on waiting_job to kecid_portal, kecid_office, kecid_jobs;
grant select, delete on waiting_job to kecid_jobs;

-- Door: sessions and credentials are its alone. The faces know an account by what they show of it.
grant select, insert, update, delete on portal_session, official_session to kecid_door;
grant select, insert, update on account, account_link, official, attempt to kecid_door;
grant select, insert on person to kecid_door;
grant insert on waiting_job to kecid_door;

-- Portal
grant select, insert, update on attempt, application, answer_block, document to kecid_portal;
grant select (id, person_id, language), update (language) on account to kecid_portal;
grant select on person to kecid_portal;
grant update (created_at) on person to kecid_portal; -- to hold a row asks for the right to change it
grant select, insert on application_event to kecid_portal;
grant insert on ledger_leaf, letter to kecid_portal;
grant select on letter, decision, status_document, policy_document, policy_adoption
  to kecid_portal;
grant update (opened_on) on decision to kecid_portal;
grant select (id, at, role, body, page, person_id, application_id) on look to kecid_portal;
grant usage on sequence application_number to kecid_portal;
grant select on trusted_time to kecid_portal;

-- Office
grant select, insert, update on application, assessment_task, decision, status_document, document
  to kecid_office;
grant select (id, email_index, email_sealed, name_sealed, roles, body, language, is_demonstration,
  active) on official to kecid_office;
grant select (id, person_id, language) on account to kecid_office;
grant select, insert on application_event, letter, look, ledger_leaf, policy_adoption
  to kecid_office;
grant select on person, answer_block, policy_document, ledger_node to kecid_office;
grant select, update on trusted_time to kecid_office;
grant select, insert on time_confirmation to kecid_office;

-- Jobs
grant select, insert, update on application, assessment_task, decision, status_document, letter,
  policy_document, attempt, document to kecid_jobs;
grant select, insert on application_event, ledger_node to kecid_jobs;
grant select, insert, update on ledger_leaf, trusted_time to kecid_jobs;
grant select on person, account_link, answer_block, policy_adoption, look to kecid_jobs;
grant select (id, person_id, email_sealed, language, confirmed_at) on account to kecid_jobs;
grant delete on attempt to kecid_jobs;

-- Readers of figures see no sealed column and no account.
grant select (id, type, state, state_since, field, submitted_on, due_on) on application
  to kecid_reader;
grant select on policy_document, ledger_node to kecid_reader;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;

alter table application_event enable row level security;
create policy applicant_side on application_event for all to kecid_portal
  using (audience = 'applicant') with check (audience = 'applicant');
create policy office_side on application_event for all to kecid_office, kecid_jobs
  using (true) with check (true);
