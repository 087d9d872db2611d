-- What each login may do, said anew whenever this file or a function changes. A login has rights to
-- its own work alone, and on the rows that whoever acts in the transaction may see: every table has
-- row-level security, and every right on one its policy. Where nobody acts there are no rows. What is
-- written in cases is written by functions (db/functions), which ask again who acts.
--
-- `(select …)` around a function makes the planner ask it once for each statement.

do $$
declare
  each record;
begin
  for each in
    select schemaname, tablename, policyname from pg_policies where schemaname in ('public', 'keys')
  loop
    execute format('drop policy %I on %I.%I', each.policyname, each.schemaname, each.tablename);
  end loop;
  for each in
    select oid::regclass as relation from pg_class
    where relnamespace in ('public'::regnamespace, 'keys'::regnamespace) and relkind = 'r'
      and relowner = 'kecid_migrator'::regrole
  loop
    execute format('alter table %s enable row level security', each.relation);
    -- Of a table, of its columns too.
    execute format(
      'revoke all on %s from public, kecid_door, kecid_portal, kecid_office, kecid_jobs, '
      'kecid_exchange, kecid_reader, kecid_keys', each.relation
    );
  end loop;
  for each in
    select oid::regprocedure as routine from pg_proc
    where pronamespace = 'public'::regnamespace and proowner = 'kecid_migrator'::regrole
  loop
    execute format(
      'revoke all on function %s from public, kecid_door, kecid_portal, kecid_office, kecid_jobs, '
      'kecid_exchange, kecid_reader, kecid_keys', each.routine
    );
  end loop;
end
$$;

grant usage on schema public
  to kecid_door, kecid_portal, kecid_office, kecid_jobs, kecid_exchange, kecid_reader;
grant usage on schema keys to kecid_keys;

-- What anybody may know: policy, who works in which role, where the ledger and the time stand.

grant select on policy_document, policy_version, policy_version_document, trusted_time
  to kecid_portal, kecid_office, kecid_jobs;
grant select on policy_adoption, office_role to kecid_portal, kecid_office;
grant select on ledger_node to kecid_office, kecid_jobs, kecid_reader;
grant select on policy_document to kecid_reader;
grant select on migration, rights_applied to kecid_jobs;
create policy anybody on policy_document for select using (true);
create policy anybody on policy_version for select using (true);
create policy anybody on policy_version_document for select using (true);
create policy anybody on policy_adoption for select using (true);
create policy anybody on type_step for select using (true);
create policy anybody on type_outcome for select using (true);
create policy anybody on type_move for select using (true);
create policy anybody on office_role for select using (true);
create policy anybody on trusted_time for select using (true);
create policy anybody on ledger_node for select using (true);
create policy anybody on migration for select using (true);
create policy anybody on rights_applied for select using (true);

-- Door: sessions and credentials are its alone, those of whoever has shown something of theirs. The
-- faces know an account by what they show of it.

grant execute on function come_with(text, bytea), come_as_new(uuid, uuid),
  end_session(bytea), acting()
  to kecid_door;

grant select, insert, update, delete on session to kecid_door;
grant select, insert, update on credential, account_link, attempt to kecid_door;
grant select, insert on account to kecid_door;
grant update (language, name_sealed, is_demonstration, confirmed_at, closed_at) on account
  to kecid_door;
grant select on membership to kecid_door;
grant select, insert on party to kecid_door;
grant insert on waiting_job, ledger_leaf to kecid_door;
create policy door on session to kecid_door using (account = (select (acting()).account));
create policy door on credential to kecid_door using (account = (select (acting()).account));
create policy door on account_link to kecid_door using (account = (select (acting()).account));
create policy door on attempt to kecid_door using (true);
create policy door on account to kecid_door using (id = (select (acting()).account));
create policy door on membership for select to kecid_door
  using (party = (select (acting()).party));
create policy door on party to kecid_door using (id = (select (acting()).party));
create policy door on waiting_job for insert to kecid_door with check (task = 'send-account-link');
create policy door on ledger_leaf for insert to kecid_door
  with check (case_id is null and party = (select (acting()).party));

-- Portal: the cases that whoever acts has, as far as they may know that they have them. Of what is
-- told of a subject they read their own, and that of those for whom they act.

grant execute on function begin_as(text, timestamptz, integer), acting(), hold_case(uuid),
  hold_party(uuid), begin_case(json, json),
  record_step(json, json, json, json, json), record_parts(uuid, uuid, json),
  save_answer(uuid, uuid, json, bytea),
  put_document(uuid, uuid, json), take_document(uuid, uuid, timestamptz, timestamptz),
  begin_upload(uuid, uuid, json), add_upload_step(uuid, integer, integer, bytea),
  end_upload(uuid), set_language(text), erase_draft(uuid),
  number_of_code(bytea), verify_status(text, bytea, bytea), against_erasing_in(uuid),
  ask_ahead(uuid, uuid, json, timestamptz), shown_to_holder(text, text),
  held_elsewhere(uuid, uuid), holds_in(uuid), taken_by_contested(uuid), named_by_contested(uuid), note_copy(json, json, timestamptz),
  seats_taken(text, timestamptz, timestamptz),
  choose_appointments(uuid, text, json, json, timestamptz),
  cancel_appointment(uuid, json, json, timestamptz),
  come_to_ask(uuid, json, bytea, timestamptz), come_asking(bytea), asking_is_held(), erase_asking()
  to kecid_portal;
grant execute on function add_represented(uuid, json), invite(uuid, json, bytea),
  invite_again(uuid, json), withdraw_invitation(uuid, timestamptz),
  invitation_of(bytea, timestamptz), come_invited(bytea, timestamptz), join_case(bytea, json),
  leave_case(uuid, uuid), mandates_ended(), written_for_family(uuid), held_in_family(uuid),
  bring_known(uuid, json), own_charges(), written_of_charge(uuid),
  invite_to_take_over(uuid, json, bytea, json), come_to_take_over(bytea, timestamptz),
  take_over(bytea, json, json), tell_taken_over(uuid, json), held_by_same(), open_by_same(), sent_in_beside(uuid),
  own_links(), act_until(uuid, uuid, date, timestamptz)
  to kecid_portal;
grant usage on sequence case_number to kecid_portal;

grant select on case_file, case_party, event, event_part, answer, document, upload, upload_step, letter,
  correction, decision, telling, status, party, keeping to kecid_portal;
grant select (case_id, kind, step, owner_party, counted, state) on task to kecid_portal;
grant select (id, party, language, closed_at) on account to kecid_portal;
grant select (id, at, role, body, page, party, case_id) on look to kecid_portal;
grant select (decision, effect, target, due_on, state) on effect to kecid_portal;
grant select (id, inquiry, case_id, party, system, service, ground, sent_at, outcome, named)
  on exchange_message
  to kecid_portal;
grant select (
  id, case_id, party, system, service, ahead, asked_at, question_sealed, state, outcome, answered_at,
  answer_sealed
) on inquiry to kecid_portal;
grant select (id, party, client, service, purpose, ground, at) on offered_answer to kecid_portal;
grant select (
  id, number, case_id, decision, party, payer, tariff, tier, up_to, amount, credited, on_paper,
  currency, due_on, issued_at, state, told, url, given_up
) on invoice to kecid_portal;
grant select (id, payment, invoice, hundredths, currency, done_by, done_on) on repayment
  to kecid_portal;
grant execute on function invoice_stands(uuid), looked_in(uuid) to kecid_portal;
-- What a campaign tells is for everybody, and of a deleted one there is nothing.
grant select on campaign to kecid_portal;
create policy portal on campaign for select to kecid_portal using (deleted_on is null);
-- So is what missions are asked often, once two people stand behind it; who they are is not.
grant select (id, mission, made_at) on frequent_question to kecid_portal;
grant select (id, question, stands, said, for_all, law, law_on, shown_at) on frequent_question_text
  to kecid_portal;
create policy portal on frequent_question for select to kecid_portal
  using (exists (select from frequent_question_text where question = frequent_question.id));
create policy portal on frequent_question_text for select to kecid_portal using (stands = 'shown');
grant execute on function count_by_link(text, text), note_uncounted(text) to kecid_portal;
grant select (id, kind, transaction, invoice, hundredths, currency, paid_at, receipt, settles)
  on payment to kecid_portal;
grant select (payment, kind, answer) on payment_question to kecid_portal;
grant select (id, case_id, party, step, place, starts_at, state, by_service) on appointment
  to kecid_portal;
grant select (id, case_id, role, email_sealed, language, sent_at, expires_at, ended_at, joined)
  on invitation to kecid_portal;
create policy portal on case_file for select to kecid_portal
  using (id = any ((select (acting()).own_cases)::uuid[]));
create policy portal on case_party for select to kecid_portal
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy portal on keeping for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      party = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on event for select to kecid_portal
  using (audience = 'person' and case_id = any ((select (acting()).own_cases)::uuid[]));
create policy portal on event_part for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    ) and exists (
      select from event where event.case_id = event_part.case_id and event.seq = event_part.seq
    )
  );
create policy portal on answer for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      subject is null or subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on document for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      subject is null or subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on upload for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      subject is null or subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on upload_step for select to kecid_portal
  using (exists (select from upload where upload.id = upload_id));
create policy portal on letter for select to kecid_portal
  using (
    (
      case_id = any ((select (acting()).own_cases)::uuid[]) or case_id is null
    ) and (
      party = any ((select (acting()).parties)::uuid[])
      or subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on correction for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      party = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on decision for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[]) and (
      subject is null or subject = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal on effect for select to kecid_portal
  using (
    (
      effect = 'disclose' and target = (select (acting()).party)::text or effect = 'notify'
      or effect = 'erase' and target = any ((select (acting()).parties)::text[])
    )
    and exists (select from decision where decision.id = effect.decision)
  );
create policy portal on telling for select to kecid_portal
  using (exists (select from decision where decision.id = telling.decision));
create policy portal on status for select to kecid_portal
  using (
    holder = any ((select (acting()).parties)::uuid[])
    or case_id = any ((select (acting()).whole_cases)::uuid[])
    or named_in = any ((select (acting()).whole_cases)::uuid[])
  );
create policy portal on task for select to kecid_portal
  using (
    owner_party = any ((select (acting()).parties)::uuid[])
    and case_id = any ((select (acting()).own_cases)::uuid[])
  );
create policy portal on party for select to kecid_portal
  using (
    id = any ((select (acting()).parties)::uuid[])
    or exists (select from case_party where case_party.party = party.id)
  );
create policy portal on account for select to kecid_portal
  using (
    party = any ((select (acting()).parties)::uuid[])
    or exists (select from case_party where case_party.party = account.party)
  );
create policy portal on look for select to kecid_portal
  using (party = any ((select (acting()).parties)::uuid[]));
create policy portal on exchange_message for select to kecid_portal
  using (
    party = any ((select (acting()).parties)::uuid[])
    or named = any ((select (acting()).parties)::uuid[])
  );
create policy portal on inquiry for select to kecid_portal
  using (
    ahead and case_id = any ((select (acting()).own_cases)::uuid[])
    and (
      party = any ((select (acting()).parties)::uuid[])
      or case_id = any ((select (acting()).whole_cases)::uuid[])
    )
  );
create policy portal_shown on inquiry for select to kecid_portal
  using (
    follows is not null and case_id = any ((select (acting()).own_cases)::uuid[])
    and party = any ((select (acting()).parties)::uuid[]) and shown_to_holder(follows, service)
  );
create policy portal on offered_answer for select to kecid_portal
  using (party = any ((select (acting()).parties)::uuid[]));
-- What is owed is read by whom it is about, and by who pays it.
create policy portal on invoice for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[])
    and (
      party = any ((select (acting()).parties)::uuid[])
      or payer = any ((select (acting()).parties)::uuid[])
    )
  );
-- When somebody comes is read by themselves, by who acts for them, and by the Service.
create policy portal on appointment for select to kecid_portal
  using (
    case_id = any ((select (acting()).own_cases)::uuid[])
    and party = any ((select (acting()).parties)::uuid[])
  );
create policy portal on payment for select to kecid_portal
  using (exists (select from invoice where invoice.id = payment.invoice));
create policy portal on repayment for select to kecid_portal
  using (
    exists (select from payment where payment.id = repayment.payment)
    or exists (select from invoice where invoice.id = repayment.invoice)
  );
create policy portal on payment_question for select to kecid_portal
  using (exists (select from payment where payment.id = payment_question.payment));
create policy portal on invitation for select to kecid_portal
  using (
    invited_by = (select (acting()).party)
    and case_id = any ((select (acting()).own_cases)::uuid[])
  );

-- Office: whoever is of the Service, or watches over it, sees every case that was sent in or begun
-- there; a council those that it decides. A body, and whoever is asked by name, sees one as long as
-- something in it is theirs, and in it what their tasks show. What is contested before whoever is asked,
-- or before a council, they read.

grant execute on function begin_as(text, timestamptz, integer), acting(), shown_to_asked(uuid),
  contested_before(uuid), held_elsewhere(uuid, uuid), holds_in(uuid), taken_by_contested(uuid), named_by_contested(uuid), guardian_of(text, date),
  is_of_council(uuid), document_shown(uuid, text), hold_case(uuid),
  begin_case(json, json), record_step(json, json, json, json, json), record_parts(uuid, uuid, json),
  record_decision(json, json), act_until_decided(uuid, date, timestamptz, json),
  leave_invoices(uuid, json),
  answer_payment_questions(json, json), ask_back_again(uuid, timestamptz),
  tell_invoice_again(uuid, timestamptz), is_to_tell(invoice),
  record_paid_back(uuid, json), note_on_paper(uuid), invoice_stands(uuid), looked_in(uuid),
  account_of_question(uuid), record_visit(uuid, text, json, timestamptz),
  seats_taken(text, timestamptz, timestamptz), choose_appointments(uuid, text, json, json, timestamptz),
  cancel_appointment(uuid, json, json, timestamptz),
  people_asked(uuid, text, date), save_task_draft(uuid, uuid, timestamptz, bytea),
  note_look(json, json), charges_among(uuid[]), written_of_charge(uuid),
  invite_to_take_over(uuid, json, bytea, json), propose_link(json, json, json, json),
  step_link(uuid, json, json, json), links_among(uuid[]), same_among(uuid[]),
  adopt_policy(text, uuid, timestamptz, json), running_by_state(text), confirm_time(json, json),
  switch_system(json, json), ask_again(text, timestamptz), system_health(timestamptz),
  offered_figures(text[], timestamptz), against_erasing_in(uuid), own_mission(), sees_missions(),
  make_campaign(json, timestamptz), change_campaign(uuid, integer, json, timestamptz),
  retire_campaign(uuid, integer, date, timestamptz),
  delete_campaign(uuid, integer, timestamptz), kept_of_campaign(uuid),
  make_material(json, timestamptz),
  write_frequent_question(json, timestamptz),
  act_on_frequent_question(uuid, integer, text, text, timestamptz)
  to kecid_office;
grant select on campaign, campaign_act, figure_batch, material, frequent_question,
  frequent_question_text, frequent_question_act to kecid_office;
create policy office on campaign for select to kecid_office
  using (deleted_on is null and (mission = (select own_mission()) or (select sees_missions())));
create policy office on frequent_question for select to kecid_office
  using (mission = (select own_mission()) or (select sees_missions()));
create policy office on frequent_question_text for select to kecid_office
  using (exists (select from frequent_question where frequent_question.id = question));
create policy office on frequent_question_act for select to kecid_office
  using (exists (select from frequent_question where frequent_question.id = question));
create policy office on campaign_act for select to kecid_office
  using (exists (select from campaign where campaign.id = campaign_act.campaign));
create policy office on material for select to kecid_office
  using (exists (select from campaign where campaign.id = material.campaign));
create policy office on figure_batch for select to kecid_office
  using (case when campaign is null then (select own_mission()) is not null or (select sees_missions())
    else exists (select from campaign where campaign.id = figure_batch.campaign) end);
grant usage on sequence case_number to kecid_office;

grant select on case_file, case_party, event, event_part, document, correction, decision, effect, status, task,
  task_draft, letter, telling, look, party, membership, keeping to kecid_office;
grant select (
  id, case_id, party, system, service, body, state, outcome, code, tries, asked_at, next_at
) on inquiry
  to kecid_office;
grant select (id, party, face, language, name_sealed, is_demonstration, closed_at) on account
  to kecid_office;
grant select on invoice, payment, payment_question, repayment, reconciliation, appointment
  to kecid_office;
create policy office on invoice for select to kecid_office using ((select (acting()).sees_all));
create policy office on appointment for select to kecid_office using ((select (acting()).sees_all));
create policy office on payment for select to kecid_office using ((select (acting()).sees_all));
create policy office on repayment for select to kecid_office
  using ((select (acting()).sees_all));
create policy office on payment_question for select to kecid_office
  using ((select (acting()).sees_all));
create policy office on reconciliation for select to kecid_office
  using ((select (acting()).sees_all));
create policy office on case_file for select to kecid_office
  using (
    number is not null
    and ((select (acting()).sees_all) or shown_to_asked(id) or contested_before(id))
  );
create policy office on case_party for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on keeping for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on event for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on event_part for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on document for select to kecid_office
  using (
    (select (acting()).sees_all) or document_shown(case_id, kind) or contested_before(case_id)
  );
create policy office on correction for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on decision for select to kecid_office
  using (
    (select (acting()).sees_all) or shown_to_asked(case_id) or contested_before(case_id)
  );
create policy office on effect for select to kecid_office using ((select (acting()).sees_all));
create policy office on status for select to kecid_office
  using (
    (select (acting()).sees_all) or contested_before(case_id) or contested_before(named_in)
    or exists (select from event where event.id = ended_by and contested_before(event.case_id))
  );
create policy office on task for select to kecid_office
  using (
    (select (acting()).sees_all) or owner_body = (select (acting()).body)
    or owner_party = (select (acting()).party)
    or owner_body is null and owner_party is null
      and owner_role = any ((select (acting()).roles)::text[])
    or is_of_council(case_id)
  );
create policy office on inquiry for select to kecid_office using ((select (acting()).sees_all));
create policy office on task_draft for select to kecid_office
  using (official = (select (acting()).party));
create policy office on letter for select to kecid_office using ((select (acting()).sees_all));
create policy office on telling for select to kecid_office using ((select (acting()).sees_all));
create policy office on look for select to kecid_office using ((select (acting()).sees_all));
create policy office on party for select to kecid_office
  using ((select (acting()).party) is not null);
create policy office on membership for select to kecid_office
  using ((select (acting()).party) is not null);
create policy office on account for select to kecid_office
  using (
    (select (acting()).party) is not null and face = 'office'
    or (select (acting()).sees_all)
    or exists (select from case_party where case_party.party = account.party)
  );

-- What is begun to a mission is its own until it is handed over: of that nobody else has a row, whatever
-- they may see otherwise.

grant select (case_id, mission, is_apart) on asking to kecid_office;
create policy office on asking for select to kecid_office
  using ((select (acting()).party) is not null);
create policy apart on case_file as restrictive for select to kecid_office
  using (
    not exists (
      select from asking
      where asking.case_id = case_file.id and is_apart
        and mission is distinct from (select own_mission())
    )
  );
do $$
declare
  each text;
begin
  foreach each in array array[
    'case_party', 'keeping', 'event', 'event_part', 'document', 'correction', 'decision', 'task', 'letter',
    'look', 'inquiry'
  ]
  loop
    execute format(
      'create policy apart on %1$I as restrictive for select to kecid_office using ('
      'not exists (select from asking where asking.case_id = %1$I.case_id and is_apart '
      'and mission is distinct from (select own_mission())))', each
    );
  end loop;
end
$$;

-- Jobs: nobody asks them, and nothing that somebody typed decides what they ask. Of people each asks
-- its own question by a function that answers no other; of a case in which time takes a step they
-- see what that takes, as long as they hold it.

grant execute on function acting(), is_of_now(xid), hold_case(uuid),
  record_step(json, json, json, json, json), record_parts(uuid, uuid, json),
  terms_to_watch(date, date, uuid),
  statuses_to_end(date, date, text), end_status(text, date, text, json), letter_to_send(uuid),
  note_sending(uuid, timestamptz, boolean), release_letters(timestamptz),
  link_to_send(bytea, timestamptz), invitation_to_send(uuid, bytea, timestamptz),
  ask_for_task_mails(timestamptz),
  official_to_tell(uuid, timestamptz, timestamptz),
  waiting_for(uuid, timestamptz, timestamptz, jsonb), forget_ended(timestamptz),
  named_among(text[], uuid[]), erase_draft(uuid), erase_party(uuid), left_of_erased(uuid[]),
  erasing_of(text), has_cases(), days_to_follow(uuid), follow_days(json),
  days_to_tell(uuid), tell_moved(uuid, json),
  ask_to_follow(text), note_followed(text), effects_waiting(uuid), take_effect(uuid),
  erasures_due(date, uuid), settle_erasure(uuid), against_erasing_in(uuid),
  guardian_of(text, date),
  held_elsewhere(uuid, uuid), holds_in(uuid), taken_by_contested(uuid), named_by_contested(uuid),
  begin_case(json, json), cases_to_move(uuid), hold_to_move(uuid), laws_of_running(text[]),
  keepings_to_look_at(date, date, uuid, uuid), note_keepings(json),
  consultations(timestamptz, uuid), take_consultation(uuid), leave_inquiries(uuid, json),
  payments_noted(uuid), take_payment(uuid), judge_payment(uuid, json, json),
  accounts_to_look_at(uuid), take_account(uuid), note_too_much(uuid, timestamptz),
  leave_money_letters(uuid, json),
  invoices_unpaid(date, uuid), open_for_unpaid(uuid, date),
  appointments_booked(uuid), lift_appointment(uuid, json, json, timestamptz),
  remind_of_appointment(uuid, json, timestamptz),
  inquiries_answered(uuid), take_inquiry(uuid), status_changes(timestamptz, uuid),
  take_status_change(uuid), leave_told(uuid, date), leave_telling(uuid, json),
  statuses_to_follow(text, text, timestamptz, text), take_to_follow(text),
  answers_since(uuid, timestamptz),
  leave_following(text, json, timestamptz), said_before(uuid, text), open_for_notice(uuid, text),
  leave_unnoticed(),
  take_unfindable(text), make_findable(text, json),
  figures_due(date), take_tallies(date), show_figures(date, json, json, json),
  announce_keeping(json, date, json), let_go(uuid, uuid, integer, date), erase_part(uuid, uuid)
  to kecid_jobs;
grant usage on sequence case_number to kecid_jobs;

grant select (
  id, type, type_hash, number, state, stage, state_since, version, filed_on, counted, told_on,
  about_status, about_decision, about_case, about_party
) on case_file
  to kecid_jobs;
grant select (case_id, party, role, is_subject, from_on, until_on, joined_as, acted_by) on case_party
  to kecid_jobs;
grant select (
  case_id, seq, id, kind, step, subject, actor, role, to_state, happened_on, recorded_at, readable,
  sealed
) on event to kecid_jobs;
grant select on event_part, correction to kecid_jobs;
-- The system that examines a case is told which documents were sent in, and of none what it is called.
grant select (id, case_id, kind, media, bytes) on document to kecid_jobs;
grant select (party, language, closed_at) on account to kecid_jobs;
grant select (
  number, kind, holder, state, from_on, until_on, ended_by, case_id, named_in
) on status to kecid_jobs;
create policy jobs on case_file for select to kecid_jobs
  using (id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on case_party for select to kecid_jobs
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on event for select to kecid_jobs
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on correction for select to kecid_jobs
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on document for select to kecid_jobs
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on event_part for select to kecid_jobs
  using (case_id = any ((select (acting()).own_cases)::uuid[]));
create policy jobs on account for select to kecid_jobs
  using (exists (select from case_party where case_party.party = account.party));
grant select (
  id, case_id, outcome, supersedes, set_aside_by, decided_on, decided_by
) on decision to kecid_jobs;
create policy jobs on decision for select to kecid_jobs
  using (exists (select from case_file where about_decision = decision.id));
create policy jobs on status for select to kecid_jobs
  using (
    exists (select from case_file where about_status = status.number)
    -- A step of the system may need that what was given is still held.
    or exists (select from case_party where case_party.party = status.holder)
  );

-- What is of nobody, or of the house: what jobs wait for and have come to, places in the ledger, who
-- works in which role. Every start publishes policy as this login; a demonstration brings its
-- officials along. A leaf that they enter themselves tells of what this transaction has written.

grant select, delete on waiting_job to kecid_jobs;
grant insert (ran_at, ahead_ms, doubt, found_at, found_ahead_ms),
  update (ran_at, ahead_ms, doubt, found_at, found_ahead_ms) on trusted_time to kecid_jobs;
grant select (n), update (n) on erased_through to kecid_jobs;
grant insert (id, case_id, erased_at, sealed) on erasure to kecid_jobs;
grant select (id, leaf_hash, index), update (index),
  insert (leaf, leaf_hash, opening, party, case_id) on ledger_leaf to kecid_jobs;
grant insert (level, index, hash) on ledger_node to kecid_jobs;
grant insert (hash, kind, code, family, in_force_from, in_force_until, canonical)
  on policy_document to kecid_jobs;
grant insert (hash, made_at, is_shipped) on policy_version to kecid_jobs;
grant insert on policy_version_document, type_step, type_outcome, type_move to kecid_jobs;
grant select, insert, update (of) on office_role to kecid_jobs;
grant select, insert (id, party, role, body, from_on), update (until_on) on membership
  to kecid_jobs;
create policy jobs on waiting_job to kecid_jobs using (true);
create policy jobs on trusted_time to kecid_jobs using (true);
create policy jobs on erased_through to kecid_jobs using (true);
create policy jobs on erasure for insert to kecid_jobs with check (true);
create policy jobs on ledger_leaf for select to kecid_jobs using (true);
create policy jobs_place on ledger_leaf for update to kecid_jobs using (index is null)
  with check (true);
create policy jobs_enter on ledger_leaf for insert to kecid_jobs
  with check (
    case_id is null and case
      when party is null then exists (
        select from policy_document where is_of_now(policy_document.xmin)
      )
      else exists (
        select from membership
        where membership.party = ledger_leaf.party and is_of_now(membership.xmin)
      )
    end
  );
create policy jobs on ledger_node for insert to kecid_jobs with check (true);
create policy jobs on policy_document for insert to kecid_jobs with check (true);
create policy jobs on policy_version for insert to kecid_jobs with check (true);
create policy jobs on policy_version_document for insert to kecid_jobs with check (true);
create policy jobs on type_step for insert to kecid_jobs with check (true);
create policy jobs on type_outcome for insert to kecid_jobs with check (true);
create policy jobs on type_move for insert to kecid_jobs with check (true);
create policy jobs on office_role to kecid_jobs using (true);
create policy jobs on membership to kecid_jobs using (true);

-- Exchange: what it has to ask, what it was answered, and what others ask it. It reads no table.

grant execute on function take_inquiries(timestamptz, json, integer), note_message(json),
  note_reply(json), settle_inquiry(uuid, text, text, timestamptz, bytea, timestamptz), system_states(),
  answer_by_number(text, bytea, text[], date, json),
  answer_by_document(bytea, bytea[], text[], date, json),
  answer_work_right(text, bytea, json, date, json),
  held_by_number(text, bytea, text[], date, json),
  held_by_document(bytea, bytea[], text[], date, json),
  subscribe_by_number(text, bytea, text[], integer, date, json),
  subscribe_by_document(bytea, bytea[], text[], integer, date, json),
  unsubscribe(uuid, json), hand_over_document(uuid, text[], date, json), offered_changes(bigint, text[], date, integer, json),
  take_invoices(timestamptz, integer, integer), settle_invoice(uuid, json), note_payment(json),
  take_repayments(timestamptz, integer, integer), settle_repayment(uuid, json),
  payments_of_day(date), days_to_reconcile(date), note_reconciliation(date, json)
  to kecid_exchange;

-- Readers of figures see no sealed column and no account.

grant select (id, type, state, stage, state_since, field, filed_on, due_on) on case_file
  to kecid_reader;
grant select (id, leaf, leaf_hash, index) on ledger_leaf to kecid_reader;
grant select (client, service, purpose, ground, at, outcome) on offered_answer to kecid_reader;
create policy reader on case_file for select to kecid_reader using (true);
create policy reader on offered_answer for select to kecid_reader using (true);
create policy reader on ledger_leaf for select to kecid_reader using (true);

-- Keys are the business of their own login alone, which sees nothing else.

grant select, insert, update (is_current, retired_at) on keys.master to kecid_keys;
grant select, insert, update (wrapped, master) on keys.house_secret to kecid_keys;
grant select, insert, delete, update (wrapped, master, is_owned) on keys.data_key to kecid_keys;
grant select, insert on keys.tombstone to kecid_keys;
create policy keys on keys.master to kecid_keys using (true);
create policy keys on keys.house_secret to kecid_keys using (true);
create policy keys on keys.data_key to kecid_keys using (true);
create policy keys on keys.tombstone to kecid_keys using (true);

-- Nobody but the owner.

create policy nobody on acting_key using (false);
create policy nobody on own_time using (false);
create policy nobody on time_confirmation using (false);
create policy nobody on officials_told using (false);
create policy nobody on calendars_followed using (false);
create policy nobody on day_moved using (false);
create policy nobody on party_index using (false);
create policy nobody on party_link using (false);
create policy nobody on party_link_act using (false);
create policy nobody on relation using (false);
create policy nobody on mandate using (false);
create policy nobody on hold using (false);
create policy nobody on consultation using (false);
create policy nobody on asked_ahead using (false);
create policy nobody on status_change using (false);
create policy nobody on former_paper using (false);
create policy nobody on system_state using (false);
create policy nobody on subscription using (false);
create policy nobody on told_change using (false);
create policy nobody on system_switch using (false);
create policy nobody on tally using (false);
create policy nobody on figure_week using (false);
create policy nobody on taking_over using (false);
create policy nobody on taking_over_proof using (false);
