-- That an official looked at what a case tells of somebody: they themselves, in a role of theirs, at
-- a case that they see.
create or replace function note_look(the_look json, the_leaf json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_case uuid := (the_look ->> 'case_id')::uuid;
  the_party uuid := (the_look ->> 'party')::uuid;
begin
  if not is_owner() and not coalesce(is_their_act(the_look)
      and (sees_case(the_case) or contested_before(the_case)), false)
    or not exists (
      select from case_party where case_id = the_case and party = the_party
    )
  then
    raise exception 'looks are noted by whoever looks' using errcode = '42501';
  end if;

  insert into look (id, at, actor, role, body, page, party, case_id)
  select id, at, actor, role, body, page, the_party, the_case
  from json_to_record(the_look) as looked (
    id uuid, at timestamptz, actor uuid, role text, body text, page text
  );
  perform enter_leaf(the_party, the_case, the_leaf);
end
$$;
