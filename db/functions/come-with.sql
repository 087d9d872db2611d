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

-- Whoever has its token may end it.
create or replace function end_session(the_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where token_hash = the_hash
$$;

create or replace function forget_sessions(the_moment timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where expires_at < the_moment
$$;
