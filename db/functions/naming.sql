-- What a status names its holder by is another from that decision on: of the one that the case is about, while
-- it is in force, and of nobody but its holder. All else of it stays, and what named them before is kept.
create or replace function name_anew(the_case uuid, the_decision uuid, the_effect json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was status;
  the_day date;
begin
  select decided_on into the_day from decision where id = the_decision;
  select status.* into was
  from case_file join status on status.number = about_status
  join decision on decision.id = the_decision and decision.case_id = case_file.id
    and decision.subject = status.holder
  where case_file.id = the_case and status.number = the_effect ->> 'target'
    and status.state = 'in-force' and the_day <= until_on
  for update of status;
  if not found then
    raise exception 'only the status that the case is about is named anew' using errcode = '42501';
  end if;
  perform keep_paper(was, the_day);
  update status set
    named_in = the_case, named_by = the_decision, named_at = named.named_at,
    code_index = decode(named.code_index, 'base64'),
    holder_index = decode(named.holder_index, 'base64'),
    birth_index = decode(named.birth_index, 'base64'),
    document_index = decode(named.document_index, 'base64'),
    issued_index = decode(named.issued_index, 'base64'),
    code_sealed = decode(named.code_sealed, 'base64')
  from json_to_record(the_effect -> 'status') as named (
    code_index text, holder_index text, birth_index text, document_index text, issued_index text,
    code_sealed text, named_at timestamptz
  )
  where number = was.number;
end
$$;

create or replace function keep_paper(was status, the_day date) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into former_paper (
    decision, number, case_id, code_index, holder_index, birth_index, document_index, issued_index,
    code_sealed, named_at, replaced_on
  )
  values (
    was.named_by, was.number, was.named_in, was.code_index, was.holder_index, was.birth_index,
    was.document_index, was.issued_index, was.code_sealed, was.named_at, the_day
  )
$$;

-- Where a decision that does not hold any more had named it, it is named as it was by the last that does;
-- false where that decision named no status, and nothing was done.
create or replace function names_before(contested decision, the_number text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was status;
  before former_paper;
begin
  if not exists (
    select from effect where decision = contested.id and effect = 'replace' and target = the_number
  ) then
    return false;
  end if;
  select * into was from status
  where number = the_number and named_by = contested.id for update;
  select former_paper.* into before
  from former_paper join decision on decision.id = former_paper.decision
  where number = was.number and set_aside_by is null
  order by named_at desc limit 1;
  if before.decision is null or not exists (
    select from decision where id = contested.id and set_aside_by is not null
  ) then
    raise exception 'what is undone is the decision that the case is about' using errcode = '42501';
  end if;
  delete from former_paper where decision = before.decision;
  perform keep_paper(was, (
    select decided_on from decision
    where id = (select set_aside_by from decision where id = contested.id)
  ));
  update status set
    named_in = before.case_id, named_by = before.decision, named_at = before.named_at,
    code_index = before.code_index, holder_index = before.holder_index,
    birth_index = before.birth_index, document_index = before.document_index,
    issued_index = before.issued_index, code_sealed = before.code_sealed
  where number = was.number;
  return true;
end
$$;

-- What somebody was given in a case, or is or was named by in it.
create or replace function named_or_given_in(the_case uuid, the_party uuid) returns setof text
language sql stable security definer rows 2 set search_path = public, pg_temp as $$
  select number from status where the_case in (case_id, named_in) and holder = the_party
  union
  select status.number from former_paper join status on status.number = former_paper.number
  where former_paper.case_id = the_case and holder = the_party
$$;

-- The status that names its holder by the decision that a case is about.
create or replace function named_by_contested(the_case uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select status.number from case_file join status on named_by = about_decision
  join effect on effect.decision = about_decision and effect.effect = 'replace'
    and effect.target = status.number
  where case_file.id = the_case and sees_case(the_case)
$$;
