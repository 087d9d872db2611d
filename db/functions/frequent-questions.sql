-- Questions with their answers that missions show to everybody. Whoever wrote a text never shows it, whatever
-- the process says; one that is for all missions is shown by the ministry.

create or replace function note_frequent_question_act(
  the_question frequent_question, the_act text, the_moment timestamptz
) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into frequent_question_act (question, version, act, actor, at)
  select the_question.id, the_question.version, the_act, who.party, moment_here(the_moment)
  from acting() as who
$$;

-- Of the mission of whoever acts, or of any for the ministry, held. Another's is as one that is not there.
create or replace function hold_frequent_question(the_id uuid) returns frequent_question
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held frequent_question;
begin
  select * into held from frequent_question
  where id = the_id and (mission = own_mission() or sees_missions()) for update;
  if held.id is null then
    raise exception 'this question is not of whoever acts' using errcode = '42501';
  end if;
  return held;
end
$$;

-- False where somebody was faster, or it is there already. What is shown stays shown beside it.
create or replace function write_frequent_question(the_question json, the_moment timestamptz)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own text := own_mission();
  wanted record;
  held frequent_question;
begin
  select * into wanted from json_to_record(the_question) as told (
    id uuid, version integer, waits boolean, said jsonb, for_all boolean, law jsonb, law_on date
  );
  if own is null then
    raise exception 'answers are written by people of a mission' using errcode = '42501';
  end if;
  if wanted.version is null then
    insert into frequent_question (id, mission, made_at)
    values (wanted.id, own, moment_here(the_moment))
    on conflict (id) do nothing
    returning * into held;
    if held.id is null then
      return false;
    end if;
  else
    held := hold_frequent_question(wanted.id);
    if held.mission is distinct from own then
      raise exception 'answers are written by people of their mission' using errcode = '42501';
    end if;
    if held.version <> wanted.version then
      return false;
    end if;
    update frequent_question set version = version + 1 where id = held.id returning * into held;
  end if;
  delete from frequent_question_text
  where question = held.id and stands in ('draft', 'waiting', 'sent-back');
  insert into frequent_question_text (
    question, stands, said, for_all, law, law_on, written_by, written_at
  )
  select held.id, case when wanted.waits then 'waiting' else 'draft' end, wanted.said,
    wanted.for_all, wanted.law, wanted.law_on, who.party, moment_here(the_moment)
  from acting() as who;
  perform note_frequent_question_act(
    held, case when wanted.waits then 'ask' else 'save' end, the_moment
  );
  return true;
end
$$;

-- Shows what waits or sends it back, by another than whoever wrote it; takes down what is shown; drops what is
-- not shown yet; deletes all texts of one of which nothing is shown. False where somebody was faster.
create or replace function act_on_frequent_question(
  the_id uuid, the_version integer, the_act text, the_reason text, the_moment timestamptz
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held frequent_question := hold_frequent_question(the_id);
  who acting := acting();
  is_own boolean := held.mission is not distinct from own_mission();
begin
  if held.version <> the_version then
    return false;
  end if;
  case the_act
  when 'show' then
    update frequent_question_text set stands = 'past' where question = held.id and stands = 'shown';
    update frequent_question_text
    set stands = 'shown', shown_by = who.party, shown_at = moment_here(the_moment)
    where question = held.id and stands = 'waiting' and written_by <> who.party
      and (not for_all or sees_missions());
  when 'send-back' then
    update frequent_question_text set stands = 'sent-back', reason = the_reason
    where question = held.id and stands = 'waiting' and written_by <> who.party
      and (not for_all or sees_missions());
  when 'take-down' then
    update frequent_question_text set stands = 'past' where question = held.id and stands = 'shown';
  when 'remove' then
    delete from frequent_question_text
    where question = held.id and stands in ('draft', 'waiting', 'sent-back') and is_own;
  when 'forget' then
    delete from frequent_question_text where question = held.id and not exists (
      select from frequent_question_text as other where other.question = held.id and stands <> 'past'
    );
  end case;
  if not found then
    raise exception 'that is not done with this question by whoever acts' using errcode = '42501';
  end if;
  update frequent_question set version = version + 1 where id = held.id returning * into held;
  perform note_frequent_question_act(held, the_act, the_moment);
  return true;
end
$$;
