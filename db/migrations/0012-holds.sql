-- What is held back, and by which case: for as long as that is open.
alter table hold
  add column back text not null check (back in ('erasing', 'deciding', 'carrying-out')),
  add column placed_in uuid not null references case_file (id);
create index hold_placed_in on hold (placed_in) where lifted_by is null;
create index hold_standing_party on hold (party) where lifted_by is null;
create index hold_standing_decision on hold (decision) where lifted_by is null;
