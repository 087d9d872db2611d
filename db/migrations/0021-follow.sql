-- A case about a status asks registers as it begins; and of whoever holds a status they are asked again as
-- long as it is in force, where its kind says so. What one then says may open a case about it.
alter table inquiry add column follows text references status (number);
alter table inquiry drop constraint inquiry_left_by;
alter table inquiry add constraint inquiry_left_by check (
  num_nonnulls(opened_by, tells, follows) + ahead::integer = 1
);
create index inquiry_follows on inquiry (follows, service, asked_at) where follows is not null;

-- The answer that a case is opened for.
alter table effect add column noticed uuid;
alter table effect drop constraint effect_check;
alter table effect add constraint effect_caused_by check (num_nonnulls(decision, expired, noticed) = 1);
alter table effect drop constraint effect_decision_expired_effect_target_key;
alter table effect add constraint effect_once
  unique nulls not distinct (decision, expired, noticed, effect, target);

drop trigger event_consults on event;
create trigger event_consults after insert on event
  for each row when (new.kind in ('begin', 'file') and new.readable ? 'consults')
  execute function note_consultation();

create or replace function note_consultation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set state = 'dropped'
  where case_id = new.case_id and state in ('waiting', 'answered') and tells is null and follows is null;
  update consultation set is_left = true where case_id = new.case_id and not is_left;
  insert into consultation (event, case_id, asked_at) values (new.id, new.case_id, new.recorded_at);
  insert into waiting_job (task, payload) values ('ask-registers', '{}');
  return null;
end
$$;

create or replace function inquiries_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiry set state = 'dropped'
  where case_id = new.id and state = 'waiting' and tells is null and follows is null;
  update consultation set is_left = true where case_id = new.id and not is_left;
  return null;
end
$$;
