-- Each role may do its own work and nothing else. The portal cannot read what belongs to the
-- office; nobody but the owner can change what has happened.

revoke all on all tables in schema public from public;
revoke all on all functions in schema public from public;

grant usage on schema public to kecid_portal, kecid_office, kecid_jobs, kecid_exchange, kecid_reader;
grant select on key_check to kecid_portal, kecid_office, kecid_jobs, kecid_exchange;
grant insert on key_check to kecid_jobs;
grant execute on function record_step(json, json, json, json, json)
  to kecid_portal, kecid_office, kecid_jobs;
grant execute on function erase_draft(uuid) to kecid_portal, kecid_jobs;
grant insert on waiting_job to kecid_portal, kecid_office, kecid_jobs;
grant select, delete on waiting_job to kecid_jobs;

-- Portal
grant select, insert, update on person, account, account_link, portal_session, attempt,
  application, answer_block, document to kecid_portal;
grant delete on portal_session, account_link to kecid_portal;
grant select, insert on application_event to kecid_portal;
grant insert on ledger_leaf, letter to kecid_portal;
grant select on letter, decision, status_document, policy_document, policy_adoption
  to kecid_portal;
grant update (opened_on) on decision to kecid_portal;
grant select (id, at, role, body, page, person_id, application_id) on look to kecid_portal;
grant usage on sequence application_number to kecid_portal;
grant select on trusted_time to kecid_portal;

-- Office
grant select, insert, update on official, official_session, attempt, application,
  assessment_task, decision, status_document, document to kecid_office;
grant delete on official_session to kecid_office;
grant select, insert on application_event, letter, look, ledger_leaf, policy_adoption
  to kecid_office;
grant select on person, account, answer_block, policy_document, ledger_node to kecid_office;
grant select, update on trusted_time to kecid_office;
grant select, insert on time_confirmation to kecid_office;

-- Jobs
grant select, insert, update on application, assessment_task, decision, status_document, letter,
  policy_document, attempt, document to kecid_jobs;
grant select, insert on application_event, ledger_node to kecid_jobs;
grant select, insert, update on ledger_leaf, trusted_time to kecid_jobs;
grant select on person, account, official, answer_block, policy_adoption, look to kecid_jobs;
grant delete on attempt, portal_session, official_session, account_link to kecid_jobs;
grant select on portal_session, official_session, account_link to kecid_jobs;

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
