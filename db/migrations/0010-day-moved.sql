-- Cases whose answer came to be due on another day by a calendar, once somebody was told the one before:
-- until they are written to.
create table day_moved (
  case_id uuid primary key references case_file (id),
  was date not null
);
