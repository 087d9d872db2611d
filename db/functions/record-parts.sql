-- What an event tells of each of several subjects, with the leaf that commits to it. Follows the event
-- in its transaction. A party tells of those for whom it acts alone.
create or replace function record_parts(the_case uuid, the_event uuid, the_parts json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  the_seq integer;
  each json;
begin
  select seq into the_seq from event
  where id = the_event and case_id = the_case and subject is null and is_of_now(event.xmin);
  if not found then
    raise exception 'a part is of an event that was just recorded' using errcode = '42501';
  end if;
  if exists (
    select from json_to_recordset(the_parts) as told (subject uuid)
    where not exists (
      select from case_party
      where case_id = the_case and party = told.subject and is_subject and until_on is null
    ) or session_user = 'kecid_portal' and not coalesce(told.subject = any (who.parties), false)
  ) then
    raise exception 'nobody tells of these in this case' using errcode = '42501';
  end if;

  for each in select value from json_array_elements(the_parts) loop
    insert into event_part (case_id, seq, subject, sealed)
    select the_case, the_seq, subject, decode(sealed, 'base64')
    from json_to_record(each) as told (subject uuid, sealed text);
    perform enter_leaf((each ->> 'subject')::uuid, the_case, each -> 'leaf');
  end loop;
end
$$;
