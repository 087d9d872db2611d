-- Anybody asks a mission something, and has a link for it instead of an account. What is behind it is a party
-- and an account as everybody has them, so that rows, letters and erasing know them, and by which nobody is
-- found: its address has an index that belongs to no address, and there is no password.

-- Somebody of whom nothing is there yet acts from here on, and begins one case in this transaction. False
-- where that case is there already, the same form once more; null where what it told was deleted since.
create or replace function come_to_ask(
  the_case uuid, the_person json, the_address bytea, the_moment timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Whether cases of a type are begun by anybody, to a mission.
create or replace function is_to_mission(the_type text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    said_by_policy('case-type', the_type) -> 'begins' -> 'about' ? 'mission', false
  )
$$;

-- That a case which begins is for that mission, and by which link whoever asks comes back to it. It is asked
-- of who came for that in this transaction and has nothing else.
create or replace function address_case(the_case uuid, the_asking json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- Whoever has the link acts in this transaction as who asked, in that one case; whoever they were before.
create or replace function come_asking(the_hash bytea)
returns table (account uuid, party uuid, language text, case_id uuid, mission text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
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
$$;

-- Whether something stands against erasing who acts by such a link: null where nobody does.
create or replace function asking_is_held() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select is_held_back(who.party, array[asking.case_id])
  from acting() as who join asking on asking.account = who.account
$$;

-- Of who acts by a link, all that is kept, once the key to it is gone.
create or replace function erase_asking() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- A case that its mission alone deals with is of nobody else, whatever they see otherwise.
create or replace function is_apart(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from asking
    where case_id = the_case and asking.is_apart and mission is distinct from own_mission()
  )
$$;

-- A mission has the cases that were begun to it, as long as they are kept.
create or replace function is_of_mission(the_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from asking join case_file on id = case_id and number is not null
    where case_id = the_case and mission = own_mission()
  )
$$;

-- Once the next move is the Service's, it has the case as well; that is not taken back.
create or replace function hand_over_case(the_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update asking set is_apart = false
  where case_id = the_case and is_apart and exists (
    select from task join office_role on role = owner_role and office_role.of = 'service'
    where task.case_id = the_case and task.state = 'open' and task.kind = 'next-move'
  )
$$;
