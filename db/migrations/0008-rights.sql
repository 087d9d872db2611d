-- Each login may do its own work and nothing else. The portal cannot read what belongs to the
-- office; nobody but the owner can change what has happened. The exchange has no work yet.

revoke all on all tables in schema public from public;
revoke all on all functions in schema public from public;

grant usage on schema public
  to kecid_door, kecid_portal, kecid_office, kecid_jobs, kecid_exchange, kecid_reader;
grant execute on function record_step(json, json, json, json, json, json),
  record_tasks(uuid, json, json), begin_case(json, json) to kecid_portal, kecid_office, kecid_jobs;
grant execute on function erase_draft(uuid) to kecid_portal, kecid_jobs;
grant execute on function erase_party(uuid), left_of_erased(uuid[]) to kecid_jobs;
grant insert on waiting_job to kecid_portal, kecid_office, kecid_jobs;
grant select, delete on waiting_job to kecid_jobs;

-- Door: sessions and credentials are its alone. The faces know an account by what they show of it.
grant select, insert, update, delete on session to kecid_door;
grant select, insert, update on credential, account_link, attempt to kecid_door;
grant select, insert on account to kecid_door;
grant update (language, name_sealed, is_demonstration, confirmed_at, closed_at) on account
  to kecid_door;
grant select on membership to kecid_door;
grant select, insert on party to kecid_door;
grant insert on waiting_job, ledger_leaf to kecid_door;

-- Portal
grant select, insert, update on attempt, answer to kecid_portal;
grant select, update on case_file to kecid_portal;
grant select, insert, update (removed_at, erase_at) on document to kecid_portal;
grant select, insert on event, telling to kecid_portal;
grant select on case_party, office_role to kecid_portal;
grant update (state) on case_party to kecid_portal, kecid_office, kecid_jobs;
grant select, insert, update, delete on upload to kecid_portal;
grant select, insert on upload_step to kecid_portal;
grant select (id, party, language, closed_at), update (language) on account to kecid_portal;
grant select on party to kecid_portal;
grant update (created_at) on party to kecid_portal; -- to hold a row asks for the right to change it
grant insert on ledger_leaf, letter to kecid_portal;
grant select on letter, decision, status, policy_document, policy_version, policy_adoption
  to kecid_portal;
grant select (id, at, role, body, page, party, case_id) on look to kecid_portal;
grant usage on sequence case_number to kecid_portal;
grant select on trusted_time to kecid_portal;

-- Office
grant select, update on case_file to kecid_office;
grant select, insert, update on status to kecid_office;
grant select, insert, update (removed_at, erase_at) on document to kecid_office;
grant select, insert on decision, effect to kecid_office;
grant select on case_party to kecid_office;
grant usage on sequence case_number to kecid_office;
grant select, insert, update (saved_at, sealed) on task_draft to kecid_office;
grant select (id, party, face, language, name_sealed, is_demonstration, closed_at) on account
  to kecid_office;
grant select, insert on event, letter, look, ledger_leaf, telling, policy_adoption
  to kecid_office;
grant select on party, membership, answer, task, policy_document, policy_version, ledger_node
  to kecid_office;
grant select, update on trusted_time to kecid_office;
grant select, insert on time_confirmation to kecid_office;

-- Jobs
grant select, update on case_file, erased_through to kecid_jobs;
grant select, insert, update on status, letter, document, attempt to kecid_jobs;
-- Who works in the office is nobody's business whom a stranger can reach.
grant select, insert, update on membership, office_role to kecid_jobs;
grant select on case_party to kecid_jobs;
grant select, insert on erasure, decision, event, ledger_node, policy_document, policy_version,
  policy_version_document to kecid_jobs;
grant select, insert, update on ledger_leaf, trusted_time to kecid_jobs;
grant select, update on officials_told to kecid_jobs;
grant select on party, account_link, answer, task, telling, policy_adoption, look to kecid_jobs;
grant select (id, party, face, language, confirmed_at, closed_at) on account to kecid_jobs;
grant select (account, kind, sealed, ended_at) on credential to kecid_jobs;
grant delete on attempt, document to kecid_jobs;
grant select, delete on upload to kecid_jobs;

-- Readers of figures see no sealed column and no account.
grant select (id, type, state, stage, state_since, field, filed_on, due_on) on case_file
  to kecid_reader;
grant select on policy_document, ledger_node to kecid_reader;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;

alter table event enable row level security;
create policy applicant_side on event for all to kecid_portal
  using (audience = 'person')
  -- What officials and time do is not written from here.
  with check (
    audience = 'person' and role <> 'system'
    and not exists (select from office_role where office_role.role = event.role)
  );
create policy office_side on event for all to kecid_office, kecid_jobs
  using (true) with check (true);
