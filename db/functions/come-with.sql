-- At the door nobody acts yet. Whoever shows the index of an address, the hash of a link or that of a
-- session comes in to the account that it belongs to: from there on this transaction sees and
-- changes what is of that account, and where there is none, nothing.
create or replace function come_with(the_kind text, the_proof bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
begin
  select account.id, account.party, array[account.party] into who.account, who.party, who.parties
  from account
  where id = case the_kind
    when 'e-mail' then (
      select account from credential
      where kind = 'e-mail' and index = the_proof and ended_at is null
    )
    when 'link' then (select account from account_link where token_hash = the_proof)
    when 'session' then (select account from session where token_hash = the_proof)
  end;
  perform act_as(who);
end
$$;

-- Somebody of whom nothing is there yet.
create or replace function come_as_new(the_account uuid, the_party uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting;
begin
  if exists (select from account where the_account = id or the_party = party)
    or exists (select from party where id = the_party)
  then
    raise exception 'they are not new' using errcode = '42501';
  end if;
  who.account := the_account;
  who.party := the_party;
  who.parties := array[the_party];
  perform act_as(who);
end
$$;

-- Whose session this is, as a page needs to know it. Being seen keeps a session alive for some hours,
-- up to so many in all, and is written down at most once a minute: a read stays a read.
create or replace function seen_session(
  the_hash bytea, the_moment timestamptz, idle_hours integer, life_hours integer
)
returns table (
  id uuid, party uuid, face text, language text, confirmed_at timestamptz, name_sealed bytea,
  is_demonstration boolean, roles text[], body text
)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  with seen as (
    update session set
      seen_at = the_moment,
      expires_at = least(
        the_moment + make_interval(hours => idle_hours),
        started_at + make_interval(hours => life_hours)
      )
    where token_hash = the_hash and expires_at > the_moment
      and seen_at < the_moment - interval '1 minute'
  )
  select account.id, account.party, face, language, confirmed_at, name_sealed, is_demonstration,
    work.roles, work.body
  from session
  join account on account.id = session.account
  cross join lateral (
    select array_agg(role order by role) as roles, max(membership.body) as body
    from membership
    where membership.party = account.party
      and from_on <= (the_moment at time zone 'Asia/Baku')::date
      and coalesce(until_on >= (the_moment at time zone 'Asia/Baku')::date, true)
  ) as work
  where token_hash = the_hash and expires_at > the_moment and closed_at is null
$$;

-- Whoever has its token may end it.
create or replace function end_session(the_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where token_hash = the_hash
$$;

create or replace function forget_sessions(the_moment timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where expires_at < the_moment
$$;
