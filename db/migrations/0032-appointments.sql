-- When somebody comes in person, and where: of each who has to, beside the case that asks for it. It names
-- nobody. Where that can be is a document of policy of its own.
alter table policy_document drop constraint policy_document_kind_check;
alter table policy_document add constraint policy_document_kind_check check (
  kind in (
    'case-type', 'procedure', 'scoring', 'status', 'calendar', 'education', 'occupations', 'laws',
    'systems', 'concessions', 'place'
  )
);

create table appointment (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file (id),
  party uuid not null references party (id),
  -- By which the case records that they came.
  step text not null,
  place text not null,
  starts_at timestamptz not null,
  seat integer not null check (seat > 0),
  -- Moved: another took its place; lifted: it is not waited for any more, or the place is not open then.
  state text not null default 'booked' check (
    state in ('booked', 'moved', 'cancelled', 'lifted', 'came', 'missed')
  ),
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  reminded_at timestamptz
);
-- Never two in one seat, whoever asks at the same moment.
create unique index appointment_seat on appointment (place, starts_at, seat)
  where state in ('booked', 'came', 'missed');
create unique index appointment_one on appointment (case_id, step, party) where state = 'booked';
create index appointment_case on appointment (case_id);
create index appointment_party on appointment (party);
create index appointment_ahead on appointment (id) where state = 'booked';

create function appointments_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return null;
end
$$;
create trigger task_ends_appointments after update of state on task
  for each row when (new.kind = 'appearance' and old.state = 'open' and new.state <> 'open')
  execute function appointments_end();
