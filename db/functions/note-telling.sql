-- That somebody was told of a decision, by opening it in their account; later openings change
-- nothing.
create or replace function note_telling(the_telling json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_party uuid := (the_telling ->> 'party')::uuid;
  the_decision uuid := (the_telling ->> 'decision')::uuid;
begin
  if not exists (
    select from decision join case_party using (case_id)
    where decision.id = the_decision and party = the_party
      and (is_owner() or case_id = any ((acting()).own_cases) and party = any ((acting()).parties))
  ) then
    raise exception 'people are told of decisions about them' using errcode = '42501';
  end if;
  insert into telling (id, decision, party, means, told_on, recorded_at)
  select id, the_decision, the_party, 'account', told_on, recorded_at
  from json_to_record(the_telling) as told (id uuid, told_on date, recorded_at timestamptz)
  on conflict do nothing;
end
$$;
