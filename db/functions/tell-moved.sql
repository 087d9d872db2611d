-- What jobs ask and write of days that a calendar has moved, to tell those who were told another.

-- A page of cases that wait for that: the day that was told, what the one of today is counted from, and
-- who is written to, each of whom they read first of.
create or replace function days_to_tell(after_case uuid)
returns table (
  case_id uuid, was date, number text, type text, type_hash text, state text, counted jsonb,
  readers json
)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select day_moved.case_id, was, number, type, type_hash, case_file.state, counted, (
    select json_agg(json_build_object(
      'party', reader.party, 'language', account.language, 'subject', coalesce(
        (
          select own.party from case_party as own
          where own.case_id = day_moved.case_id and own.is_subject and own.until_on is null
            and reader.party in (own.party, own.acted_by)
          order by own.joined_as limit 1
        ),
        (
          select own.party from case_party as own
          where own.case_id = day_moved.case_id and own.is_subject
          order by own.joined_as limit 1
        )
      )
    ))
    from (
      select distinct party from case_party
      where case_party.case_id = day_moved.case_id and until_on is null
        and not only_consents(case_party.case_id, party)
    ) as reader
    join account on account.party = reader.party and face = 'portal' and closed_at is null
  )
  from day_moved
  join case_file on case_file.id = day_moved.case_id
  where day_moved.case_id > after_case
  order by day_moved.case_id
  limit 200
$$;

-- They are told by these letters, or there is nobody to tell any more: once.
create or replace function tell_moved(the_case uuid, the_letters json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from day_moved where case_id = the_case;
  if not found then
    return;
  end if;
  perform record_letters(the_case, the_letters);
end
$$;
