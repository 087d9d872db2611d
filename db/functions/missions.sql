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

-- False where the code is another's already.
create or replace function make_campaign(the_campaign json, the_moment timestamptz)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made campaign;
  own text := own_mission();
begin
  if own is null then
    raise exception 'campaigns are for people of a mission' using errcode = '42501';
  end if;
  insert into campaign (
    id, mission, code, event, place, from_on, until_on, languages, leads_to
  )
  select id, own, code, event, place, from_on, until_on,
    array(select json_array_elements_text(the_campaign -> 'languages')), leads_to
  from json_to_record(the_campaign) as wanted (
    id uuid, code text, event jsonb, place text, from_on date, until_on date, leads_to text
  )
  on conflict (code) do nothing
  returning * into made;
  if made.id is null then
    return false;
  end if;
  perform note_campaign_act(made, 'make', the_moment);
  return true;
end
$$;

-- The campaign of whoever acts, held. Somebody else's is as one that is not there.
create or replace function hold_campaign(the_id uuid) returns campaign
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held campaign;
begin
  select * into held from campaign where id = the_id and mission = own_mission() for update;
  if held.id is null then
    raise exception 'this campaign is not of whoever acts' using errcode = '42501';
  end if;
  return held;
end
$$;

-- False where somebody was faster. A link that is printed stays what it is.
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
  update campaign set
    event = wanted.event, place = wanted.place, from_on = wanted.from_on,
    until_on = wanted.until_on, leads_to = wanted.leads_to,
    languages = array(select json_array_elements_text(the_campaign -> 'languages')),
    version = version + 1
  from json_to_record(the_campaign) as wanted (
    event jsonb, place text, from_on date, until_on date, leads_to text
  )
  where id = held.id
  returning campaign.* into held;
  perform note_campaign_act(held, 'change', the_moment);
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
  update campaign set retired_on = the_day, version = version + 1 where id = held.id
  returning * into held;
  perform note_campaign_act(
    held, case when the_day is null then 'revive' else 'retire' end, the_moment
  );
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
  select the_what, campaign.id, 1 from campaign where code = the_code and retired_on is null
  on conflict (what, campaign, country, language) do update set people = tally.people + 1;
end
$$;

-- That its link is followed by a machine: nothing of it is counted meanwhile, and that is said.
create or replace function note_uncounted(the_code text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update campaign set uncounted = true where code = the_code and not uncounted
$$;

-- All that waits to be shown, held until it is; nothing where that week was shown.
create or replace function take_tallies(the_week date) returns setof tally
language plpgsql security definer rows 100 set search_path = public, pg_temp as $$
begin
  insert into figure_week (week) values (the_week) on conflict do nothing;
  if found then
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
