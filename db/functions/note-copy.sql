-- That somebody makes a copy of what is kept of them: they themselves, in the case in which a decision
-- that holds lets them, until its last day. It stands among the looks, so that whoever was not asked
-- for their password finds it there.
create or replace function note_copy(the_look json, the_leaf json, the_moment timestamptz)
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_case uuid := (the_look ->> 'case_id')::uuid;
  the_party uuid := (acting()).party;
  today date := (
    case when exists (select from own_time) then the_moment else now() end at time zone 'Asia/Baku'
  )::date;
begin
  if (the_look ->> 'party')::uuid is distinct from the_party
    or (the_look ->> 'actor')::uuid is distinct from the_party
    or not exists (
      select from decision join effect on effect.decision = decision.id
      where case_id = the_case and subject = the_party and set_aside_by is null
        and effect = 'disclose' and target = the_party::text and due_on >= today
        and not exists (select from decision as later where later.supersedes = decision.id)
    )
  then
    raise exception 'a copy is made by whoever it is about, while a decision lets them'
      using errcode = '42501';
  end if;

  insert into look (id, at, actor, role, body, page, party, case_id)
  select id, at, the_party, 'account-holder', null, 'copy', the_party, the_case
  from json_to_record(the_look) as looked (id uuid, at timestamptz);
  perform enter_leaf(the_party, the_case, the_leaf);
end
$$;
