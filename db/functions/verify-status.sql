-- What anybody may ask: whether a status with this number is held by whoever shows what only its
-- paper and its holder tell. Neither of the two tells anything to whoever has not got that.

create or replace function number_of_code(the_code bytea) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select number from status where code_index = the_code
$$;

create or replace function verify_status(the_number text, the_holder bytea)
returns table (kind text, field text, from_on date, until_on date, scoring_hash text)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select status.kind, status.field, status.from_on, status.until_on, case_file.scoring_hash
  from status join case_file on case_file.id = status.case_id
  where status.number = the_number and holder_index = the_holder and status.state = 'in-force'
$$;
