-- What jobs ask and write of how long what was told in ended cases is kept. How long that is the core
-- says; what is asked here holds whatever it says.

-- A page of what is to be looked at by that day: what became of each subject, and who of those who can
-- sign in is told of it.
create or replace function keepings_to_look_at(
  the_day date, after_day date, after_case uuid, after_party uuid
)
returns table (
  look_on date, case_id uuid, party uuid, version integer, goes_after date, number text, type text, type_hash text,
  procedure_hash text, scoring_hash text, state text, ended_on date, decided json, gave json,
  readers json
)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  with page as (
    select * from keeping
    where keeping.look_on <= (select reached(the_day))
      and (keeping.look_on, keeping.case_id, keeping.party) > (after_day, after_case, after_party)
    order by keeping.look_on, keeping.case_id, keeping.party
    limit 200
  )
  select page.look_on, page.case_id, page.party, page.version, page.goes_after, number, type, type_hash,
    procedure_hash, scoring_hash, case_file.state, ended_on,
    (
      select json_build_object(
        'outcome', outcome, 'on', decided_on, 'isSetAside', set_aside_by is not null,
        'toldOn', (select max(told_on) from telling where telling.decision = decision.id)
      )
      from decision
      where decision.case_id = page.case_id and decision.subject = page.party
        and not exists (select from decision as later where later.supersedes = decision.id)
    ),
    (
      select json_agg(case when status.state = 'ended' then coalesce(
        (select happened_on from event where event.id = ended_by), until_on
      ) end)
      from status where number in (select named_or_given_in(page.case_id, page.party))
    ),
    (
      select json_agg(distinct jsonb_build_object(
        'party', reader.party, 'language', account.language, 'subject', page.party
      ))
      from case_party as own
      join case_party as reader on reader.case_id = own.case_id and reader.until_on is null
        and (reader.party in (own.party, own.acted_by) or not reader.is_subject)
        and not only_consents(reader.case_id, reader.party)
      join account on account.party = reader.party and face = 'portal' and closed_at is null
      where own.case_id = page.case_id and own.party = page.party and own.is_subject
    )
  from page
  join case_file on case_file.id = page.case_id and stage = 'ended'
  order by page.look_on, page.case_id, page.party
$$;

-- Until when each is kept, as was found, and when it is looked at next. What was told of an earlier day
-- does not count any more. Where something happened meanwhile it is looked at again instead.
create or replace function note_keepings(the_rows json) returns void
language sql security definer set search_path = public, pg_temp as $$
  update keeping set
    look_on = found.look_on,
    kept_until = found.kept_until,
    announced_on = case when found.kept_until <= goes_after then announced_on end,
    goes_after = case when found.kept_until <= goes_after then goes_after end
  from json_to_recordset(the_rows) as found (
    case_id uuid, party uuid, version integer, look_on date, kept_until date
  )
  where keeping.case_id = found.case_id and keeping.party = found.party
    and keeping.version = found.version and erased_at is null
$$;

-- Whoever has it is told by these letters after which day it goes, that day not being over yet: once.
create or replace function announce_keeping(the_row json, the_day date, the_letters json)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told record;
begin
  select * into told from json_to_record(the_row) as told (
    case_id uuid, party uuid, version integer, kept_until date, goes_after date
  );
  perform from case_file where id = told.case_id and stage = 'ended' for no key update;
  if not found or told.goes_after < told.kept_until or told.goes_after <= reached(the_day) then
    return false;
  end if;
  update keeping set
    kept_until = told.kept_until, announced_on = reached(the_day), goes_after = told.goes_after,
    look_on = told.goes_after + 1
  where case_id = told.case_id and party = told.party and version = told.version
    and erased_at is null and goes_after is distinct from told.goes_after;
  if not found then
    return false;
  end if;
  perform record_letters(told.case_id, the_letters);
  return true;
end
$$;

-- On what ground what is kept of somebody in a case goes now, which is held until the transaction ends;
-- none where the day that was told is not over, the case is open, something happened since it was looked
-- at, or anything stands against it. Then it is looked at again the day after.
create or replace function let_go(
  the_case uuid, the_party uuid, the_version integer, the_day date
)
returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its_case case_file;
  its_outcome text;
begin
  -- Whoever writes the proof in another transaction is not kept waiting.
  select * into its_case from case_file where id = the_case for no key update;
  if its_case.stage = 'ended' and exists (
    select from keeping
    where case_id = the_case and party = the_party and version = the_version
      and erased_at is null and kept_until <= goes_after and goes_after < reached(the_day)
  ) and against_erasing_part(the_case, the_party) = '{}' then
    select outcome into its_outcome from decision
    where case_id = the_case and subject = the_party
      and not exists (select from decision as later where later.supersedes = decision.id);
    return concat_ws(' ', its_case.number, coalesce(its_outcome, its_case.state), 'keep-ends');
  end if;
  update keeping set look_on = reached(the_day) + 1
  where case_id = the_case and party = the_party and version = the_version and erased_at is null;
  return null;
end
$$;

-- What is kept until a status ends is looked at again as it does: in the case that gave it, and in each by
-- which it named its holder.
create or replace function status_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  where party = new.holder and erased_at is null and case_id in (
    select new.case_id
    union select new.named_in
    union select former_paper.case_id from former_paper where former_paper.number = new.number
  );
  return null;
end
$$;
