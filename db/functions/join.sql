-- How people come into a case that is there. Nobody adds himself: whoever acts for somebody brings
-- them along, and whoever is invited shows the token of the invitation, as somebody who is signed in
-- with the address that it went to. Which step that is, and whether there is room, the core says.

-- Whether a published type lets somebody in that role come in from where the case stands: by
-- themselves, or brought along by whoever has one of these roles.
create or replace function may_join(the_case uuid, the_role text, by_roles_of text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from case_file
    join type_step on type_step.type_hash in (select types_of_case(the_case))
    where case_file.id = the_case and type_step.kind = 'begin' and from_state = case_file.state
      and case
        when by_roles_of is null then joins is null and the_role = any (by_roles)
        else the_role = any (joins) and by_roles && by_roles_of
      end
  )
$$;

-- Somebody of whom nothing is there yet, brought along by whoever acts for them from that day on.
create or replace function add_represented(the_case uuid, the_person json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- For whom whoever acts had a mandate, and has none today.
create or replace function mandates_ended() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct party from mandate
  where account = (acting()).account and party <> all ((acting()).parties)
$$;

-- What somebody is to another, as they say; nothing proves it yet.
create or replace function relate(the_saying json, the_party uuid, the_other uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into relation (id, party, kind, other, from_on, event)
  select id, the_party, kind, the_other, from_on, event
  from json_to_record(
    case json_typeof(the_saying -> 'relation') when 'object' then the_saying -> 'relation' else '{}' end
  )
    as said (id uuid, kind text, from_on date, event uuid)
  where kind is not null
$$;

-- An invitation, and the mail with its link; or why there is none. Of the token the table keeps the
-- hash alone.
create or replace function invite(the_case uuid, the_invitation json, the_sealed bytea)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Whether an account has an address, of which only the index is known.
create or replace function is_address_of(the_account uuid, the_index bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from credential
    where account = the_account and kind = 'e-mail' and index = the_index and ended_at is null
  )
$$;

create or replace function mail_invitation(the_invitation uuid, the_token text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into waiting_job (task, payload)
  values (
    'send-invitation',
    json_build_object('invitation', the_invitation, 'sealedToken', the_token)
  )
$$;

-- The same once more, with another link: the one before opens nothing any more.
create or replace function invite_again(the_invitation uuid, anew json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

create or replace function withdraw_invitation(the_invitation uuid, the_moment timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invitation set ended_at = the_moment
  where id = the_invitation and invited_by = (acting()).party and ended_at is null
    and case_id = any ((acting()).own_cases);
  return found;
end
$$;

-- What a link says to anybody who has it: to what somebody is invited, as what, and whether it opens
-- it still; not by whom.
create or replace function invitation_of(the_hash bytea, the_moment timestamptz)
returns table (
  type text, type_hash text, state text, role text, stands text, takes_over boolean
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
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
$$;

-- Whoever shows the token of an open invitation, signed in with the address that it went to, comes
-- to the case for this transaction, to see whether they can join it; and is told who invites them,
-- by the address of that account, which nobody else reads.
create or replace function come_invited(the_hash bytea, the_moment timestamptz)
returns table (
  id uuid, case_id uuid, role text, joined uuid, is_for_them boolean, is_open boolean,
  invited_by uuid, inviter uuid, address bytea
)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
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
$$;

-- They join, once: the invitation is used up, and from here on the case is one of theirs. It is
-- about them as well where a published type says so.
create or replace function join_case(the_hash bytea, the_joining json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- A moment of the process's is believed where the house lives on a day of its own, and nowhere else.
create or replace function moment_here(the_moment timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from own_time) then the_moment else now() end
$$;

-- Whether somebody has a case only because they were asked to consent to it: nothing that is told of those
-- whom it is about is written to them.
create or replace function only_consents(the_case uuid, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from invitation where case_id = the_case and joined = the_party)
    and not exists (
      select from case_party where case_id = the_case and party = the_party and is_subject
    )
$$;

-- Somebody leaves, in the transaction of the step that says so. What they have written and never
-- sent in goes with them.
create or replace function leave_case(the_case uuid, the_subject uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- For the mail: where an invitation goes whose link still works.
create or replace function invitation_to_send(
  the_invitation uuid, the_hash bytea, the_moment timestamptz
)
returns table (
  case_id uuid, type text, type_hash text, state text, role text, language text, address bytea,
  takes_over boolean
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select case_id, case_file.type, case_file.type_hash, case_file.state, role, language, email_sealed,
    exists (select from taking_over where taking_over.invitation = invitation.id)
  from invitation join case_file on case_file.id = case_id
  where invitation.id = the_invitation and token_hash = the_hash
    and invitation.ended_at is null and expires_at > the_moment
$$;
