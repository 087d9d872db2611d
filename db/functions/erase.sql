-- What is erased loses its rows only once its key is gone: the tombstone is written before by the
-- login of the keys, which has no right here, and is asked for there. Each may be done again, after
-- a restore as well. Only the owner of the tables may take away what happened, so these run as the
-- owner, and ask what happened and not who calls. Files lie elsewhere and go by a job.

create or replace function remove_files(the_addresses text[]) returns void language sql as $$
  insert into waiting_job (task, payload)
  select 'remove-files', json_build_object('addresses', to_json(the_addresses))
  where cardinality(the_addresses) > 0
$$;

-- A draft that was thrown away goes whole: what was written and filed, what was on its way, the
-- letters about it and what happened to it; and its leaves lose what could open them, and whose they
-- were. What was once sent in is never erased this way.
create or replace function erase_draft(the_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- Whoever was brought into it, and is nowhere else.
  brought uuid[] := array(
    select party from case_party as here
    where case_id = the_case and acted_by is not null
      and not exists (select from account where account.party = here.party)
      and not exists (
        select from case_party as there
        where there.party = here.party and there.case_id <> the_case
      )
  );
begin
  if exists (select from case_file where id = the_case and filed_on is not null)
    or exists (select from decision where case_id = the_case)
    or not exists (select from keys.tombstone where kind = 'case' and id = the_case)
    or session_user <> 'kecid_jobs' and not sees_case(the_case)
  then
    raise exception 'only a draft that was thrown away is erased';
  end if;

  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where case_id = the_case and lying.address is not null
  ));
  update ledger_leaf set opening = null, party = null, case_id = null
  where case_id = the_case and opening is not null;
  delete from letter where case_id = the_case;
  delete from appointment where case_id = the_case;
  delete from exchange_message where case_id = the_case;
  delete from inquiry where case_id = the_case;
  delete from consultation where case_id = the_case;
  delete from upload where case_id = the_case;
  delete from document where case_id = the_case;
  delete from answer where case_id = the_case;
  delete from task where case_id = the_case;
  delete from invitation where case_id = the_case;
  delete from relation
  where party = any (brought) or event in (select id from event where case_id = the_case);
  delete from mandate where party = any (brought);
  delete from event_part where case_id = the_case;
  delete from event where case_id = the_case;
  delete from case_party where case_id = the_case;
  delete from party where id = any (brought);
  delete from case_file where id = the_case;
end
$$;

-- What was told of somebody and by them in these cases, which are held. That a case of somebody was
-- there stays, with its number, its states and its days; who it was does not. Called by what has
-- asked whether the key is gone.
create or replace function erase_in_cases(the_party uuid, its_cases uuid[], the_moment timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where case_id = any (its_cases) and subject = the_party and lying.address is not null
  ));
  update ledger_leaf set opening = null, party = null, case_id = null
  where party = the_party and case_id = any (its_cases) and opening is not null;
  update telling set letter = null
  where letter in (select id from letter where case_id = any (its_cases) and subject = the_party);
  delete from letter where case_id = any (its_cases) and subject = the_party;
  delete from upload where case_id = any (its_cases) and subject = the_party;
  delete from document where case_id = any (its_cases) and subject = the_party;
  delete from answer where case_id = any (its_cases) and subject = the_party;
  delete from appointment where case_id = any (its_cases) and party = the_party;
  delete from correction where party = the_party;
  -- The place in their order stays, so that none is given twice.
  update told_change set subscription = null, change = null
  where change in (
    select id from status_change where case_id = any (its_cases) and party = the_party
  );
  delete from inquiry where case_id = any (its_cases) and party = the_party;
  delete from subscription where party = the_party and number in (
    select named_or_given_in(id, the_party) from unnest(its_cases) as their (id)
  );
  delete from status_change where case_id = any (its_cases) and party = the_party;
  -- That a system was asked, when and by which clause, stays in the log.
  update exchange_message set request_sealed = null, answer_sealed = null
  where case_id = any (its_cases) and party = the_party;
  update event set sealed = null, readable = '{}'
  where case_id = any (its_cases) and subject = the_party;
  update event_part set sealed = null where case_id = any (its_cases) and subject = the_party;
  update decision set record_sealed = ''
  where case_id = any (its_cases) and subject = the_party;
  -- Nobody finds a status by what only its paper and its holder tell.
  update status set
    code_sealed = '',
    code_index = sha256(gen_random_uuid()::text::bytea),
    holder_index = sha256(gen_random_uuid()::text::bytea),
    birth_index = null, document_index = null, issued_index = null
  where named_in = any (its_cases) and holder = the_party and code_sealed <> '';
  update former_paper set
    code_sealed = '',
    code_index = sha256(gen_random_uuid()::text::bytea),
    holder_index = sha256(gen_random_uuid()::text::bytea),
    birth_index = null, document_index = null, issued_index = null
  from status
  where status.number = former_paper.number and holder = the_party
    and former_paper.case_id = any (its_cases) and former_paper.code_sealed <> '';
  update task set state = 'dropped', closed_by = opened_by, version = version + 1
  where case_id = any (its_cases) and state = 'open' and subject = the_party;
  -- Who came to it by a link alone is nowhere else, and cannot be written to any more.
  delete from credential where account in (
    select account from asking where case_id = any (its_cases) and account in (
      select id from account where party = the_party
    )
  );
  update asking set account = null, token_hash = null, token_sealed = null
  where case_id = any (its_cases) and account in (select id from account where party = the_party);
  update keeping set erased_at = the_moment, look_on = null
  where case_id = any (its_cases) and party = the_party and erased_at is null;
end
$$;

-- A party: all that was told of it and by it, and every way to find it. Steps under way are waited for,
-- and what they wrote goes too.
create or replace function erase_party(the_party uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its_cases uuid[] := array(
    select distinct case_id from case_party where party = the_party order by case_id
  );
  its_account uuid;
  its_end timestamptz;
begin
  select tombstone.erased_at into its_end from keys.tombstone
  where kind = 'party' and id = the_party;
  if not found then
    raise exception 'a party is erased once its key is';
  end if;
  perform from case_file where id = any (its_cases) order by id for update;
  perform from party where id = the_party for update;
  select id into its_account from account where party = the_party for update;

  perform erase_in_cases(the_party, its_cases, its_end);
  update ledger_leaf set opening = null, party = null, case_id = null
  where party = the_party and opening is not null;
  update telling set letter = null
  where letter in (select id from letter where party = the_party and subject is null);
  delete from letter where party = the_party and subject is null;
  update event_part set sealed = null where subject = the_party;
  -- Of a case of somebody else, whoever acted in it is gone, and the case goes on.
  update task set owner_party = null, version = version + 1
  where case_id = any (its_cases) and state = 'open' and owner_party = the_party;
  update case_party set until_on = from_on
  where party = the_party and not is_subject and until_on is null;

  delete from asked_ahead where party = the_party;
  delete from party_index where party = the_party;
  -- Whoever else it is of can still show what was done about them; nothing of whoever is erased stays in it.
  delete from party_link
  where the_party in (party, other) and (party is null or other is null);
  update party_link set
    party = nullif(party, the_party),
    case_id = case when party <> the_party then case_id end,
    other = nullif(other, the_party),
    other_case = case when other <> the_party then other_case end
  where the_party in (party, other);
  delete from relation where the_party in (party, other);
  delete from mandate where party = the_party or account = its_account;
  delete from invitation where the_party in (invited_by, joined)
    or id in (select invitation from taking_over where taking_over.party = the_party);
  delete from session where account = its_account;
  delete from account_link where account = its_account;
  delete from credential where account = its_account;
  update account set name_sealed = null, closed_at = coalesce(closed_at, now())
  where id = its_account;
  update party set erased_at = its_end where id = the_party;
end
$$;

-- A subject in one case, once the time for which that is kept is over: the party, and its other cases,
-- stay.
create or replace function erase_part(the_case uuid, the_party uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its_end timestamptz;
begin
  select tombstone.erased_at into its_end from keys.tombstone
  where kind = 'part' and id = the_party and tombstone.case_id = the_case;
  if not found then
    raise exception 'what is kept of somebody in a case is erased once its key is';
  end if;
  perform from case_file where id = the_case for update;
  -- In a database of yesterday nobody may have looked yet.
  insert into keeping (case_id, party)
  select distinct case_party.case_id, case_party.party from case_party
  where case_party.case_id = the_case and case_party.party = the_party and is_subject
  on conflict do nothing;
  perform erase_in_cases(the_party, array[the_case], its_end);
end
$$;

-- Of these, the ones of which rows are left, and the drafts of such a party: after a restore, or
-- where somebody was interrupted. Of a part of a case the id is that of the party.
create or replace function left_of_erased(the_ids uuid[])
returns table (kind text, id uuid, case_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'case', case_file.id, null::uuid from case_file
  where case_file.id in (
      select unnest(the_ids)
      union
      select case_party.case_id from case_party
      join keys.tombstone on tombstone.kind = 'party' and tombstone.id = party
      where party = any (the_ids) and is_subject and not exists (
        -- Whoever came to it later leaves it to those who were there.
        select from case_party as before
        where before.case_id = case_party.case_id and before.is_subject
          and before.party <> case_party.party and before.joined_as < case_party.joined_as
      )
    )
    and case_file.number is null
    and case_file.filed_on is null
    and not exists (select from decision where case_id = case_file.id)
  union all
  select 'party', party.id, null from party
  where party.id = any (the_ids) and (
    party.erased_at is null
    or exists (
      select from account join credential on credential.account = account.id
      where account.party = party.id
    )
    or exists (
      select from case_party join answer on answer.case_id = case_party.case_id
      where case_party.party = party.id and answer.subject = party.id
    )
  )
  union all
  select 'part', tombstone.id, tombstone.case_id from keys.tombstone
  where tombstone.kind = 'part' and tombstone.id = any (the_ids)
    and exists (
      select from case_party
      where case_party.case_id = tombstone.case_id and case_party.party = tombstone.id
    )
    and not exists (
      select from keeping
      where keeping.case_id = tombstone.case_id and keeping.party = tombstone.id
        and keeping.erased_at is not null
    )
$$;

-- A hold on somebody, on one of these cases, or on what was decided of them or given to them there.
create or replace function is_held_back(the_party uuid, its_cases uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from (
      select hold.lifted_by, hold.until_on from hold where party = the_party
      union all
      select hold.lifted_by, hold.until_on from hold where hold.case_id = any (its_cases)
      union all
      select hold.lifted_by, hold.until_on from hold where hold.status in (
        select named_or_given_in(id, the_party) from unnest(its_cases) as their (id)
      )
      union all
      select hold.lifted_by, hold.until_on from decision join hold on hold.decision = decision.id
      where decision.case_id = any (its_cases) and decision.subject = the_party
    ) as found
    where lifted_by is null
      and (until_on is null or until_on >= (now() at time zone 'Asia/Baku')::date)
  )
$$;

-- What stands against erasing somebody: another case that was sent in and is not over, a status that they
-- hold, a hold on them or on any of that. The one place where this is asked.
create or replace function against_erasing(the_party uuid, but_for uuid default null)
returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  with theirs as (
    select case_id from case_party where party = the_party and case_id is distinct from but_for
  )
  select array(
    select 'case' where exists (
      select from case_party join case_file on case_file.id = case_party.case_id
      where party = the_party and is_subject and case_party.state <> 'ended' and case_id in (select case_id from theirs) and number is not null and stage <> 'ended'
    )
    union all
    select 'status' where exists (
      select from status where holder = the_party and status.state <> 'ended'
    )
    union all
    select 'hold' where is_held_back(the_party, array(select case_id from theirs))
  )
$$;

-- The same of whom a case is about, as whoever may see it asks; none where it is about nobody's data.
create or replace function against_erasing_in(the_case uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select against_erasing(about_party, id) from case_file
  where id = the_case and about_party is not null and sees_case(id)
$$;

-- Of whom a case is about: what would be gone, and what has to end before.
create or replace function erasing_of(the_number text)
returns table (
  party uuid, case_id uuid, erased boolean, cases bigint, documents bigint, against text[]
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select party.id, case_file.id, erased_at is not null,
    (select count(*) from case_party as theirs where theirs.party = party.id),
    (
      select count(*) from document
      where subject = party.id and document.case_id in (
        select theirs.case_id from case_party as theirs where theirs.party = party.id
      )
    ),
    against_erasing(party.id)
  from case_file
  join case_party on case_party.case_id = case_file.id and is_subject
  join party on party.id = case_party.party
  where number = the_number
$$;

-- And against erasing what is kept of somebody in an ended case: an open case about it, about what was
-- decided of them or what they were given there; something of that which is held, or on which what is
-- held rests; what their decision still causes; a message that nobody answered; a hold.
create or replace function against_erasing_part(the_case uuid, the_party uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  with made as (
    select id from decision where case_id = the_case and subject = the_party
  ), given as (
    select number, state from status where number in (
      select named_or_given_in(the_case, the_party)
    )
  ), about as (
    select stage from case_file where about_case = the_case
    union all
    select stage from made join case_file on about_decision = made.id
    union all
    select stage from given join case_file on about_status = given.number
  )
  select array(
    select 'case' where exists (select from about where stage <> 'ended')
    union all
    select 'status' where exists (
      select from given
      left join status as resting on resting.rests_on = given.number and resting.state <> 'ended'
      where given.state <> 'ended' or resting.number is not null
    )
    union all
    select 'effect' where exists (
      select from made join effect on effect.decision = made.id where effect.state = 'waiting'
    )
    union all
    select 'message' where exists (
      select from task
      where task.case_id = the_case and task.state = 'open' and task.kind = 'message'
    )
    union all
    select 'hold' where is_held_back(the_party, array[the_case])
  )
$$;
