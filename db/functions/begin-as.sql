-- The first statement of a transaction: whoever has this session acts in it, with the parties, the
-- cases and the roles that they have now. Nothing a process says makes it somebody else: it has to
-- have the token, of which the table keeps the hash alone.
--
-- The moment is the process's, and believed where the house lives on a day of its own.
create or replace function begin_as(the_token text, the_moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz := case when exists (select from own_time) then the_moment else now() end;
  today date := (at at time zone 'Asia/Baku')::date;
  its_face text := case session_user
    when 'kecid_portal' then 'portal' when 'kecid_office' then 'office' end;
  who acting;
begin
  select account.id, account.party into who.account, who.party
  from session join account on account.id = session.account
  where session.token_hash = sha256(convert_to(the_token, 'UTF8')) and session.expires_at > at
    and account.closed_at is null and account.face = its_face;
  if not found then
    raise exception 'nobody has this session' using errcode = '28000';
  end if;

  if its_face = 'portal' then
    who.parties := array(
      select who.party
      union
      select party from mandate
      where account = who.account and from_on <= today and coalesce(until_on >= today, true)
    );
    who := with_cases(who);
  else
    who.parties := array[who.party];
    select array_agg(membership.role), max(membership.body),
      coalesce(bool_or(office_role.of in ('service', 'watch')), false)
    into who.roles, who.body, who.sees_all
    from membership join office_role using (role)
    where party = who.party and from_on <= today and coalesce(until_on >= today, true);
  end if;
  perform act_as(who);
end
$$;

-- The same with the cases that they have now. Of one of which nothing is for them to know yet, they
-- do not know that it is.
create or replace function with_cases(who acting) returns acting
language plpgsql stable security definer set search_path = public, pg_temp as $$
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
$$;

create or replace function act_as(who acting) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('kecid.who', who::text, true),
    set_config('kecid.mac', public.proof_of(bytes, who::text), true)
  from public.acting_key;
end
$$;
