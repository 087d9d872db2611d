-- Until when what was told of somebody in an ended case is kept, and what was told of that: a row for
-- each subject of each ended case. Whatever its days hang on has it looked at again, so that nothing
-- has to look for what may have changed.
create table keeping (
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  -- From which day on a job looks at it next; not before something happens, where there is none.
  look_on date,
  -- The last day on which it is kept, as was found last; none that is known, where nothing stands.
  kept_until date,
  -- When whoever can sign in was told that it goes, and after which day.
  announced_on date,
  goes_after date,
  erased_at timestamptz,
  -- How often something happened that its days hang on: whoever read another number starts again.
  version integer not null default 0,
  primary key (case_id, party),
  check ((announced_on is null) = (goes_after is null))
);
create index keeping_look on keeping (look_on, case_id, party) where look_on is not null;

-- A case that has ended is looked at at once, which is before every day, and one that was entered again is kept.
create function case_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.stage = 'ended' then
    insert into keeping (case_id, party, look_on)
    select distinct new.id, case_party.party, date '0001-01-01'
    from case_party join party on party.id = case_party.party
    where case_party.case_id = new.id and is_subject and party.erased_at is null
    on conflict (case_id, party) do update set look_on = excluded.look_on, version = keeping.version + 1
    where keeping.erased_at is null;
  else
    update keeping set
      look_on = null, kept_until = null, announced_on = null, goes_after = null,
      version = version + 1
    where case_id = new.id and erased_at is null;
  end if;
  return null;
end
$$;
create trigger case_keeping after update of stage on case_file
  for each row
  when (new.number is not null and (new.stage = 'ended') <> (old.stage = 'ended'))
  execute function case_is_kept();

create function decision_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  where case_id = new.case_id and party = new.subject and erased_at is null;
  return null;
end
$$;
create trigger decision_keeping after insert or update of set_aside_by on decision
  for each row execute function decision_is_kept();

create function telling_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  from decision
  where decision.id = new.decision and keeping.case_id = decision.case_id
    and keeping.party = decision.subject and keeping.erased_at is null;
  return null;
end
$$;
create trigger telling_keeping after insert on telling
  for each row when (new.decision is not null) execute function telling_is_kept();

create function status_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update keeping set look_on = '0001-01-01', version = version + 1
  where case_id = new.case_id and party = new.holder and erased_at is null;
  return null;
end
$$;
create trigger status_keeping after update of state on status
  for each row when (new.state <> old.state) execute function status_is_kept();

insert into keeping (case_id, party, look_on)
select distinct case_file.id, case_party.party, date '0001-01-01'
from case_file
join case_party on case_party.case_id = case_file.id and is_subject
join party on party.id = case_party.party and party.erased_at is null
where stage = 'ended' and number is not null;

-- What is kept of a subject in a case can be erased by itself.
alter table keys.tombstone add column case_id uuid;
alter table keys.tombstone drop constraint tombstone_kind_check;
alter table keys.tombstone add check (kind in ('party', 'case', 'part'));
alter table keys.tombstone add check ((kind = 'part') = (case_id is not null));
alter table keys.tombstone drop constraint tombstone_pkey;
alter table keys.tombstone drop constraint tombstone_n_key;
alter table keys.tombstone add primary key (n);
alter table keys.tombstone add unique nulls not distinct (kind, id, case_id);

-- What is held back is asked for by each of these.
create index if not exists hold_status on hold (status) where status is not null;
create index if not exists hold_decision on hold (decision) where decision is not null;

-- It tells of parts of cases too, from here on.
drop function if exists left_of_erased(uuid[]);
