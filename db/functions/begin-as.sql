-- The first statement of a transaction: whoever has this session acts in it, with the parties, the
-- cases and the roles that they have now. Nothing a process says makes it somebody else: it has to
-- have the token, of which the table keeps the hash alone. It tells who that is, as a page needs to
-- know it. Where a page says for how many hours, being seen keeps the session alive, up to twelve in
-- all; that is written down at most once a minute, so that a read stays a read. It tells by which
-- policy they are to be answered as well.
--
-- The moment is the process's, and believed where the house lives on a day of its own.
create or replace function begin_as(
  the_token text, the_moment timestamptz, idle_hours integer default null,
  out account uuid, out party uuid, out language text, out confirmed_at timestamptz,
  out name_sealed bytea, out is_demonstration boolean, out roles text[], out body text, out policy bigint
)
language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;

-- The same with the cases that they have now. Of one of which nothing is for them to know yet, they
-- do not know that it is. Whole is one that they have as nobody whom it is about, where all whom it
-- is about are theirs, or acted for by them: of others they know that they are in it. Whose mandate
-- has ended acts for them no more.
create or replace function with_cases(who acting) returns acting
language plpgsql stable security definer set search_path = public, pg_temp as $$
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
$$;

create or replace function act_as(who acting) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('kecid.who', who::text, true),
    set_config('kecid.mac', public.proof_of(bytes, who::text), true)
  from public.acting_key;
end
$$;
