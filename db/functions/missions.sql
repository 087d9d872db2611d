-- What a mission tells of the Program, and how often that led anybody here. Who follows a link is nobody: a
-- number goes up, and no row says when. What is shown are batches of people, several at a time.

-- The mission for whose Program work somebody of it acts, whatever the process says.
create or replace function own_mission() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select who.body from acting() as who
  where session_user = 'kecid_office'
    and who.roles && array(select role from office_role where office_role.of = 'mission')
$$;

-- Whether whoever acts sees what all missions do.
create or replace function sees_missions() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(who.roles && array(
    select role from office_role where office_role.of = 'ministry'
  ), false) from acting() as who
$$;

create or replace function note_campaign_act(
  the_campaign campaign, the_act text, the_moment timestamptz
) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into campaign_act (campaign, version, act, actor, at)
  select the_campaign.id, the_campaign.version, the_act, who.party, moment_here(the_moment)
  from acting() as who
$$;

-- A campaign with what a form says of it; whatever else comes along is not for a form to say.
create or replace function with_said(the_campaign campaign, the_said json) returns campaign
language sql immutable set search_path = public, pg_temp as $$
  select json_populate_record(the_campaign, (
    select json_object_agg(key, value) from json_each(the_said)
    where key in ('event', 'place', 'from_on', 'until_on', 'languages', 'leads_to')
  ))
$$;

-- False where the code is, or was, another's.
create or replace function make_campaign(the_campaign json, the_moment timestamptz)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made campaign;
begin
  made.id := the_campaign ->> 'id';
  made.code := the_campaign ->> 'code';
  made.mission := own_mission();
  made.uncounted := false;
  made.version := 1;
  if made.mission is null then
    raise exception 'campaigns are for people of a mission' using errcode = '42501';
  end if;
  made := with_said(made, the_campaign);
  insert into campaign select made.* on conflict (code) do nothing;
  if not found then
    return false;
  end if;
  perform note_campaign_act(made, 'make', the_moment);
  return true;
end
$$;

-- The campaign of whoever acts, held. Somebody else's, or a deleted one, is as one that is not there.
create or replace function hold_campaign(the_id uuid) returns campaign
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held campaign;
begin
  select * into held from campaign
  where id = the_id and mission = own_mission() and deleted_on is null for update;
  if held.id is null then
    raise exception 'this campaign is not of whoever acts' using errcode = '42501';
  end if;
  return held;
end
$$;

-- A held campaign as it is from now on, a version further. The code, which is printed, stays.
create or replace function keep_campaign(
  the_campaign campaign, the_act text, the_moment timestamptz
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  the_campaign.version := the_campaign.version + 1;
  update campaign set
    event = the_campaign.event, place = the_campaign.place, from_on = the_campaign.from_on,
    until_on = the_campaign.until_on, languages = the_campaign.languages,
    leads_to = the_campaign.leads_to, retired_on = the_campaign.retired_on,
    deleted_on = the_campaign.deleted_on, version = the_campaign.version
  where id = the_campaign.id;
  perform note_campaign_act(the_campaign, the_act, the_moment);
end
$$;

-- False where somebody was faster.
create or replace function change_campaign(
  the_id uuid, the_version integer, the_campaign json, the_moment timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held campaign := hold_campaign(the_id);
begin
  if held.version <> the_version then
    return false;
  end if;
  perform keep_campaign(with_said(held, the_campaign), 'change', the_moment);
  return true;
end
$$;

-- Ends what the link tells of the event, or takes that back. False where somebody was faster.
create or replace function retire_campaign(
  the_id uuid, the_version integer, the_day date, the_moment timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held campaign := hold_campaign(the_id);
begin
  if held.version <> the_version or (held.retired_on is null) = (the_day is null) then
    return false;
  end if;
  held.retired_on := the_day;
  perform keep_campaign(
    held, case when the_day is null then 'revive' else 'retire' end, the_moment
  );
  return true;
end
$$;

-- What there is of a campaign that somebody would miss if it were deleted, as far as whoever asks sees it.
create or replace function kept_of_campaign(the_id uuid)
returns table (made_on date, is_printed boolean, is_shown boolean)
language sql stable set search_path = public, pg_temp as $$
  select
    (select (at at time zone 'Asia/Baku')::date from campaign_act
      where campaign = the_id and act = 'make'),
    exists (select from material where campaign = the_id),
    exists (select from figure_batch where campaign = the_id)
      or exists (select from campaign where id = the_id and uncounted)
$$;

-- Deletes what a campaign said, with whoever was counted of it and never shown. False where somebody was
-- faster. That a few followed its link is no reason to refuse: the refusal would tell that one of them did.
create or replace function delete_campaign(
  the_id uuid, the_version integer, the_moment timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held campaign := hold_campaign(the_id);
  today date := moment_here(the_moment) at time zone 'Asia/Baku';
begin
  if held.version <> the_version then
    return false;
  end if;
  -- A week that is being shown is waited for, and seen below.
  delete from tally where campaign = held.id;
  if exists (
    select from kept_of_campaign(held.id)
    where is_printed or is_shown or held.from_on <= today and made_on <> today
  ) then
    raise exception 'this campaign can only be retired' using errcode = '22023';
  end if;
  held.event := '{}';
  held.place := '';
  held.deleted_on := today;
  perform keep_campaign(held, 'delete', the_moment);
  return true;
end
$$;

-- One more. What there is of a link that has ended, or that nobody made, is not counted.
create or replace function count_by_link(the_what text, the_code text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_what not in ('followed', 'begun')
    or session_user <> 'kecid_portal' then
    raise exception 'nothing is counted by that' using errcode = '42501';
  end if;
  insert into tally (what, campaign, people)
  select the_what, campaign.id, 1 from campaign
  where code = the_code and retired_on is null and deleted_on is null
  on conflict (what, campaign, country, language) do update set people = tally.people + 1;
end
$$;

-- That its link is followed by a machine: nothing of it is counted meanwhile, and that is said.
create or replace function note_uncounted(the_code text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update campaign set uncounted = true
  where code = the_code and not uncounted and deleted_on is null
$$;

-- The oldest week that is over and not shown yet, from the first in which anybody applied.
create or replace function figures_due(the_day date) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select next
  from (
    select coalesce(
      (select max(week) + 7 from figure_week),
      (select date_trunc('week', min(filed_on))::date from case_file),
      date_trunc('week', the_day)::date - 7
    ) as next
  ) as due
  where next + 7 <= the_day
$$;

-- Whether cases of such a type can give what rests on nothing: that is what the Program is told for.
create or replace function is_told_of(the_type jsonb) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from jsonb_path_query(the_type, '$.outcomes[*].effects[*]') as given
    where given ->> 'effect' = 'issue'
      and not said_by_policy('status', given ->> 'status') ? 'restsOn'
  )
$$;

-- The first citizenship that somebody named in a case; the code of ICAO 9303 for none that is known.
create or replace function citizenship_in(the_case uuid, the_party uuid, the_type jsonb)
returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select answer.readable -> 0 -> 'values' -> (field ->> 'code') ->> 0
    from jsonb_array_elements(the_type -> 'blocks') as its_block
    cross join jsonb_array_elements(its_block -> 'fields') as field
    join answer on answer.case_id = the_case and answer.block = its_block ->> 'code'
      and (answer.subject = the_party or answer.subject is null)
    where field ->> 'means' = 'citizenships'
    limit 1
  ), 'XXX')
$$;

-- How many applied in that week, and were recognised, by their citizenship and their language.
create or replace function count_week(the_week date) returns void
language sql security definer set search_path = public, pg_temp as $$
  with counted as (
    select 'applied' as what, case_file.id as case_id, case_party.party, canonical::jsonb as type
    from case_file
    join policy_document on policy_document.hash = case_file.type_hash
    join case_party on case_party.case_id = case_file.id and is_subject
    where filed_on >= the_week and filed_on < the_week + 7 and is_told_of(canonical::jsonb)
    union all
    select 'admitted', status.case_id, holder, canonical::jsonb
    from status
    join case_file on case_file.id = status.case_id
    join policy_document on policy_document.hash = case_file.type_hash
    where rests_on is null
      and issued_at >= the_week::timestamp at time zone 'Asia/Baku'
      and issued_at < (the_week + 7)::timestamp at time zone 'Asia/Baku'
  )
  insert into tally (what, country, language, people)
  select what, citizenship_in(case_id, counted.party, type), account.language, count(*)
  from counted join account on account.party = counted.party and account.face = 'portal'
  group by 1, 2, 3
  on conflict (what, campaign, country, language)
  do update set people = tally.people + excluded.people
$$;

-- All that waits to be shown at the end of that week, held until it is; nothing where it was.
create or replace function take_tallies(the_week date) returns setof tally
language plpgsql security definer rows 100 set search_path = public, pg_temp as $$
begin
  insert into figure_week (week) values (the_week) on conflict do nothing;
  if found then
    perform count_week(the_week);
    return query select * from tally for update;
  end if;
end
$$;

-- Takes batches out of what waits. Nobody is counted twice, and nobody is lost: what there was of each kind
-- of figure is shown or waits on.
create or replace function show_figures(the_week date, the_taken json, the_shown json, the_waiting json)
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_whole boolean;
begin
  with gone as (
    delete from tally using json_to_recordset(the_taken) as taken (
      what text, campaign uuid, country text, language text
    )
    where tally.what = taken.what and tally.campaign is not distinct from taken.campaign
      and tally.country is not distinct from taken.country
      and tally.language is not distinct from taken.language
    returning tally.what, tally.people
  ), moved as (
    select what, people from gone
    union all
    select what, -people from json_to_recordset(the_shown) as shown (what text, people integer)
    union all
    select what, -people from json_to_recordset(the_waiting) as waits (what text, people integer)
  )
  select not exists (select from moved group by what having sum(people) <> 0) into is_whole;
  if not is_whole then
    raise exception 'somebody was lost, or counted twice' using errcode = '22023';
  end if;
  insert into figure_batch (week, what, campaign, country, language, people)
  select the_week, what, campaign, country, language, people
  from json_to_recordset(the_shown) as shown (
    what text, campaign uuid, country text, language text, people integer
  );
  insert into tally (what, campaign, country, language, people, weeks)
  select what, campaign, country, language, people, weeks
  from json_to_recordset(the_waiting) as waits (
    what text, campaign uuid, country text, language text, people integer, weeks integer
  )
  on conflict (what, campaign, country, language)
  do update set people = tally.people + excluded.people, weeks = excluded.weeks;
end
$$;

-- Which piece of material that is: the one that was made, or that the same day has seen already.
create or replace function make_material(the_material json, the_moment timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted record;
  known uuid;
begin
  select * into wanted from json_to_record(the_material) as said (
    id uuid, campaign uuid, kind text, language text, content json, fingerprint text, made_on date
  );
  perform hold_campaign(wanted.campaign);
  insert into material (
    id, campaign, kind, language, content, fingerprint, made_on, made_at, made_by
  )
  select wanted.id, wanted.campaign, wanted.kind, wanted.language, wanted.content,
    wanted.fingerprint, wanted.made_on, moment_here(the_moment), who.party
  from acting() as who
  on conflict (campaign, kind, language, fingerprint, made_on) do nothing;
  select material.id into known from material
  where campaign = wanted.campaign and kind = wanted.kind and language = wanted.language
    and fingerprint = wanted.fingerprint and made_on = wanted.made_on;
  return known;
end
$$;
