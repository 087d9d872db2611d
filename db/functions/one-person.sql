-- Two parties that are one person: an official of the Service proposes it, another confirms it, and it is
-- undone in the same way. Nothing is merged: what each holds counts for both, and no key, case, letter or
-- right of one goes over to the other. What agrees lies sealed, so that no function can know it: the face
-- reads it anew for whoever proposes and for whoever confirms.

-- Whether an official does this as themselves, for the Service.
create or replace function is_act_of_service(the_act json) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(session_user = 'kecid_office' and is_their_act(the_act) and exists (
    select from office_role where role = the_act ->> 'role' and office_role.of = 'service'
  ), false)
$$;

-- Whether whoever acts sees it, and it tells of somebody of whom something is kept there.
create or replace function is_told_in(the_case uuid, the_party uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select sees_case(the_case) and exists (
    select from case_party
    join party on party.id = case_party.party and party.erased_at is null
    left join keeping on keeping.case_id = the_case and keeping.party = the_party
    where case_party.case_id = the_case and case_party.party = the_party and is_subject
      and until_on is null and keeping.erased_at is null
  )
$$;

-- Those who are the same person, themselves among them. A link that is being undone holds until it is.
create or replace function same_as(the_party uuid) returns setof uuid
language sql stable security definer rows 2 set search_path = public, pg_temp as $$
  with recursive same as (
    select the_party as id
    union
    select case party_link.party when same.id then party_link.other else party_link.party end
    from same join party_link
      on same.id in (party_link.party, party_link.other) and state in ('linked', 'undoing')
      and party is not null and other is not null
  )
  select id from same
$$;

-- Each of the two who signs in is written to as it is proposed, and as that is decided. Whoever was brought
-- along is not: nobody consented to that, and who acts for one entry is to learn nothing of the other.
create or replace function note_link_act(
  the_link party_link, the_act json, the_leaves json, the_letters json
)
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into party_link_act (id, link, nth, act, actor, role, at)
  select id, the_link.id, (select count(*) from party_link_act where link = the_link.id) + 1,
    act, actor, role, moment_here(at)
  from json_to_record(the_act) as done (
    id uuid, act text, actor uuid, role text, at timestamptz
  );
  perform enter_leaf(the_link.party, null, the_leaves -> the_link.party::text);
  perform enter_leaf(the_link.other, null, the_leaves -> the_link.other::text);
  insert into letter (id, party, code, language, content_sealed, written_at, send_from)
  select written.id, written.party, 'link-' || the_link.state, account.language,
    decode(content_sealed, 'base64'), moment_here((the_act ->> 'at')::timestamptz), send_from
  from json_to_recordset(the_letters) as written (
    id uuid, party uuid, content_sealed text, send_from timestamptz
  )
  join account on account.party = written.party and face = 'portal' and closed_at is null
  where written.party in (the_link.party, the_link.other)
    and the_act ->> 'act' in ('propose', 'confirm', 'refuse', 'end');
end
$$;

-- False where the two are linked, or somebody proposed it, already; null where one was erased just now.
create or replace function propose_link(
  the_link json, the_act json, the_leaves json, the_letters json
)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made party_link;
  one uuid := (the_link ->> 'party')::uuid;
  two uuid := (the_link ->> 'other')::uuid;
begin
  -- Two who propose it at once are one after the other, and whoever is erased just now is waited for.
  perform from party where id in (one, two) order by id for update;
  if exists (select from party where id in (one, two) and erased_at is not null) then
    return null;
  end if;
  if not is_act_of_service(the_act) or the_act ->> 'act' is distinct from 'propose'
    or not coalesce(one < two, false) or (acting()).party in (one, two)
    or not is_told_in((the_link ->> 'case_id')::uuid, one)
    or not is_told_in((the_link ->> 'other_case')::uuid, two)
  then
    raise exception 'nobody is linked by that' using errcode = '42501';
  end if;
  if exists (
    select from party_link
    where party = one and other = two and state in ('waiting', 'linked', 'undoing')
  ) then
    return false;
  end if;
  insert into party_link (id, party, other, case_id, other_case, ground, agrees)
  select id, one, two, case_id, other_case, ground,
    array(select json_array_elements_text(the_link -> 'agrees'))
  from json_to_record(the_link) as proposed (
    id uuid, case_id uuid, other_case uuid, ground text
  )
  returning * into made;
  perform note_link_act(made, the_act, the_leaves, the_letters);
  return true;
end
$$;

-- What becomes of a link: whoever confirms it, or ends it, is another than who did what waits for that.
-- False where it does not wait for this any more.
create or replace function step_link(
  the_link uuid, the_act json, the_leaves json, the_letters json
)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was party_link;
  its_act text := the_act ->> 'act';
  before uuid;
  becomes text;
begin
  -- Locked before the link, as where one is erased.
  perform from party where id in (
    select unnest(array[party, other]) from party_link where id = the_link
  ) order by id for update;
  select * into was from party_link where id = the_link for update;
  if was.id is not null and (was.party is null or was.other is null) then
    return false;
  end if;
  if was.id is null or not is_act_of_service(the_act)
    or (acting()).party in (was.party, was.other)
  then
    raise exception 'this link is not for whoever acts' using errcode = '42501';
  end if;
  becomes := case
    when was.state = 'waiting' and its_act = 'confirm' then 'linked'
    when was.state = 'waiting' and its_act = 'refuse' then 'rejected'
    when was.state = 'linked' and its_act = 'undo' then 'undoing'
    when was.state = 'undoing' and its_act = 'end' then 'undone'
    when was.state = 'undoing' and its_act = 'keep' then 'linked'
  end;
  if becomes is null then
    return false;
  end if;
  select actor into before from party_link_act
  where link = was.id order by nth desc limit 1;
  if its_act in ('confirm', 'end') and before is not distinct from (acting()).party
    or its_act = 'confirm' and not (
      is_told_in(was.case_id, was.party) and is_told_in(was.other_case, was.other)
    )
  then
    raise exception 'this link is not for whoever acts' using errcode = '42501';
  end if;
  update party_link set state = becomes where id = was.id;
  was.state := becomes;
  perform note_link_act(was, the_act, the_leaves, the_letters);
  return true;
end
$$;

-- The links of these, with who did what they wait for; all that wait, where nobody is named. For the Service.
create or replace function links_among(the_parties uuid[])
returns table (
  id uuid, party uuid, other uuid, case_id uuid, number text, other_case uuid, other_number text,
  ground text, agrees text[], state text, acted_by uuid, acted_at timestamptz
)
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select party_link.id, party_link.party, party_link.other, party_link.case_id, one.number,
    other_case, two.number, ground, agrees, party_link.state, last.actor, last.at
  from acting() as who
  join party_link on case when the_parties is null then state in ('waiting', 'undoing')
    else party_link.party = any (the_parties) or party_link.other = any (the_parties) end
  join case_file as one on one.id = party_link.case_id
  join case_file as two on two.id = other_case
  cross join lateral (
    select actor, at from party_link_act where link = party_link.id order by nth desc limit 1
  ) as last
  where who.roles && array(select role from office_role where office_role.of = 'service')
  order by last.at desc, party_link.id
  limit 40
$$;

-- Of these, who else is the same person. For the Service.
create or replace function same_among(the_parties uuid[])
returns table (party uuid, same uuid)
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select each, same
  from acting() as who, unnest(the_parties) as each, same_as(each) as same
  where same <> each
    and who.roles && array(select role from office_role where office_role.of = 'service')
$$;

-- What somebody who has a case holds by what is kept of them elsewhere: a case asks for it as for what they
-- hold here. Without its number in the portal, where that stays whose it is.
create or replace function held_elsewhere(the_case uuid, the_party uuid)
returns table (kind text, number text, until_on date)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select status.kind, case when session_user <> 'kecid_portal' then status.number end,
    status.until_on
  from same_as(the_party) as same
  join status on status.holder = same and status.state = 'in-force'
  where same <> the_party and sees_case(the_case)
    and (session_user <> 'kecid_office' or (acting()).sees_all)
    and exists (
      select from case_party
      where case_id = the_case and case_party.party = the_party and case_party.until_on is null
    )
$$;

-- Of which types whoever acts has sent in a case by what is kept of them elsewhere that is not over. A
-- draft there keeps nobody from beginning here: its account may be the one that was lost.
create or replace function open_by_same() returns setof text
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select distinct case_file.type
  from acting() as who
  cross join lateral same_as(who.party) as same
  join case_party on case_party.party = same and is_subject and until_on is null
  join case_file on case_file.id = case_id and filed_on is not null and stage <> 'ended'
  where same <> who.party
$$;

-- Cases of that kind, about the same thing, in which whoever a case is first of all about is one of those whom
-- they are about, by whatever entry, and which were sent in and are not over. One that whoever acts does not
-- have is no more than there. Two who send in at once are one after the other.
create or replace function sent_in_beside(the_case uuid)
returns table (id uuid, number text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
  who acting := acting();
  whose uuid[];
begin
  if the_case <> all (who.own_cases) then
    return;
  end if;
  whose := array(
    select same from (
      select party from case_party
      where case_party.case_id = the_case and is_subject and until_on is null
      order by joined_as limit 1
    ) as first
    cross join lateral same_as(first.party) as same
    order by same
  );
  perform pg_advisory_xact_lock(hashtextextended('sent in by ' || whose[1], 0));
  return query
    select
      case when other.id = any (who.own_cases) then other.id end,
      case when other.id = any (who.own_cases) then other.number end
    from case_file own
    join case_file other on other.type = own.type and other.id <> own.id
    where own.id = the_case and other.filed_on is not null and other.stage <> 'ended'
      and other.id in (
        select case_party.case_id from case_party
        where case_party.party = any (whose) and is_subject and until_on is null
      )
    order by 1 nulls last
    limit 1;
end
$$;

-- What whoever acts holds or held by what is kept of them elsewhere, and what of their own a decision there
-- has ended. No number and no case, as in a family; nothing of those for whom they act.
create or replace function held_by_same()
returns table (
  holder uuid, kind text, from_on date, until_on date, state text, ended_on date, by_time boolean
)
language sql stable security definer rows 4 set search_path = public, pg_temp as $$
  select who.party, status.kind, from_on, until_on, state,
    case when event.audience = 'person' then event.happened_on end, ended_by is null
  from acting() as who
  cross join lateral same_as(who.party) as same
  join status on status.holder = same
  left join event on event.id = ended_by
  where same <> who.party or event.case_id <> all (who.own_cases)
$$;

-- That whoever acts is, or was, thought to be in the house twice, and how that stands: gone where what was
-- kept of them by the other entry was erased. Nothing of the other.
create or replace function own_links()
returns table (
  id uuid, ground text, agrees text[], stands text, proposed_at timestamptz, linked_at timestamptz,
  ended_at timestamptz
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select party_link.id, ground, agrees,
    case
      when ended.at is null and (party_link.party is null or party_link.other is null)
        then case when confirmed.at is null then 'rejected' else 'gone' end
      when state = 'undoing' then 'linked'
      else state
    end,
    proposed.at, confirmed.at, ended.at
  from acting() as who
  join party_link on who.party in (party_link.party, party_link.other)
  join party_link_act as proposed on proposed.link = party_link.id and proposed.act = 'propose'
  left join party_link_act as confirmed
    on confirmed.link = party_link.id and confirmed.act = 'confirm'
  left join party_link_act as ended on ended.link = party_link.id and ended.act in ('refuse', 'end')
  order by proposed.at desc, party_link.id
  limit 40
$$;
