-- Which language whoever acts reads in.
create or replace function set_language(the_language text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update account set language = the_language where id = (acting()).account
$$;
