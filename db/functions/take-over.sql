-- Whoever was acted for as a child goes on as the same person. They are invited by whoever acts or acted for
-- them, or by the Service; they take over from the day on which they are of age, once, as somebody who is
-- signed in with the address that the link went to, has nothing of their own here, and says what lies sealed
-- of them. That is held against hashes under the key of the house, which no login of a face has: whoever gets a statement
-- in here cannot make one.

-- From which day nobody acts for somebody any more; nothing where no such day is known.
create or replace function of_age_from(the_party uuid) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select case when bool_and(until_on is not null) then max(until_on) + 1 end
  from mandate where party = the_party and kind = 'guardian'
$$;

-- Whether somebody signs in, or once did, as this party.
create or replace function has_account(the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from account where party = the_party)
$$;

-- Whoever writes of somebody for whom they act that they were born on another day acts for them until another,
-- as long as nothing of that one was sent in and nothing given: then the day is what officials have read. An
-- invitation that waits is over, since it was made by the day that was wrong. Never longer than for a newborn.
create or replace function act_until(
  the_case uuid, the_party uuid, the_day date, the_moment timestamptz
)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Once something was given, the day is another by a decision alone that rests on another birth date: one of now
-- that gives or names what they hold. It can be over: then nobody has acted for them from that moment on. Whoever
-- has taken over is left as they are, and never is it longer than for a newborn. Whoever acts or acted is told.
create or replace function act_until_decided(
  the_decision uuid, the_day date, the_moment timestamptz, the_letters json
)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Those for whom whoever acts has or had a mandate that ends by itself, and from when they are of age, as
-- long as they have not taken over; and by which open invitation of theirs they are asked to.
create or replace function own_charges()
returns table (party uuid, of_age_on date, invitation uuid)
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select party, of_age_from(party), (
    select invitation.id
    from taking_over join invitation on invitation.id = taking_over.invitation
    where taking_over.party = charge.party and ended_at is null
      and invited_by = (acting()).party
  )
  from (select distinct party from mandate where account = (acting()).account) as charge
  where of_age_from(party) is not null and not has_account(party)
$$;

-- Of these, the ones for whom others acted and nobody signs in, and from when they are of age; until when an
-- invitation that waits is good. For the Service.
create or replace function charges_among(the_parties uuid[])
returns table (party uuid, of_age_on date, invited_until timestamptz)
language sql stable security definer rows 8 set search_path = public, pg_temp as $$
  select charge.party, of_age_from(charge.party), (
    select max(expires_at)
    from taking_over join invitation on invitation.id = taking_over.invitation
    where taking_over.party = charge.party and ended_at is null
  )
  from unnest(the_parties) as charge (party), acting() as who
  where who.sees_all and of_age_from(charge.party) is not null and not has_account(charge.party)
$$;

-- Whether whoever acts may invite them by this case: it is theirs, they brought them along, and have or had a
-- mandate for them; or the Service has it.
create or replace function may_hand_over(the_case uuid, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
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
$$;

-- What was written of somebody, so that they can be known by it: in the cases in which whoever acts brought
-- them along, or, for the Service, in those that were sent in.
create or replace function written_of_charge(the_party uuid)
returns table (
  case_id uuid, type text, type_hash text, state text, role text, block text, readable jsonb,
  sealed bytea
)
language sql stable security definer rows 8 set search_path = public, pg_temp as $$
  select case_file.id, case_file.type, case_file.type_hash, case_file.state, role, block, readable, sealed
  from case_party
  join case_file on case_file.id = case_party.case_id
  join answer on answer.case_id = case_file.id and answer.subject = the_party
  where case_party.party = the_party and is_subject and may_hand_over(case_file.id, the_party)
  limit 400
$$;

-- A link is good as long from the day on which it can be used.
create or replace function good_until(the_party uuid, sent timestamptz, its_end timestamptz)
returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select its_end + greatest(
    interval '0', of_age_from(the_party)::timestamp at time zone 'Asia/Baku' - sent
  )
$$;

-- The invitation, and the mail with its link; or why there is none.
create or replace function invite_to_take_over(
  the_case uuid, the_invitation json, the_sealed bytea, the_proofs json
)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- How often somebody may say what does not fit, before they are to be invited anew.
create or replace function tries_max() returns integer
language sql immutable as $$ select 5 $$;

-- Whether whoever acts has anything here that is theirs: then there are two of them, and no taking over makes
-- one of two.
create or replace function has_of_their_own(who acting) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_party where party = who.party)
    or exists (select from mandate where account = who.account)
    or exists (select from relation where who.party in (party, other))
$$;

-- Whoever shows the token is told whether it is for them. To whom it is, and by whom: who invites them, by the
-- address of that account, whose they are to be, and from which day.
create or replace function come_to_take_over(the_hash bytea, the_moment timestamptz)
returns table (
  case_id uuid, invitation uuid, is_for_them boolean, is_done boolean, has_own boolean, party uuid,
  of_age_on date, asks_document boolean, tries_left integer, email bytea, invited_by uuid,
  inviter uuid, address bytea, acted_by uuid
)
language sql security definer rows 1 set search_path = public, pg_temp as $$
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
$$;

-- They take over, where one of these is what is known of them: another account, which is the person's that
-- they always were, with the address and the password that they have. The one before is closed, its
-- sessions end, and it has nothing. From here on they act as that person, and nobody else does.
create or replace function take_over(the_hash bytea, the_indexes json, the_taking json)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Whoever has taken over in this transaction, and who acted for them, are told by these letters.
create or replace function tell_taken_over(the_invitation uuid, the_letters json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
