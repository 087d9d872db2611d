-- A file on its way: begun, a step further, or let go. What is let go may be of another case of
-- theirs, which may be closed by now.
create or replace function begin_upload(the_case uuid, the_subject uuid, the_upload json)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_adds_to(the_case, the_subject);
  insert into upload (id, case_id, subject, kind, name_sealed, bytes, started_at)
  select id, the_case, the_subject, kind, decode(name_sealed, 'base64'), bytes, started_at
  from json_to_record(the_upload) as begun (
    id uuid, kind text, name_sealed text, bytes integer, started_at timestamptz
  );
end
$$;

-- What has come in all; nothing where the step does not follow, and then nothing is kept.
create or replace function add_upload_step(
  the_upload uuid, at_byte integer, the_bytes integer, the_sealed bytea
)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  in_all integer;
begin
  perform check_adds_to(case_id, subject) from upload where id = the_upload;
  update upload set received = received + the_bytes
  where id = the_upload and received = at_byte and received + the_bytes <= bytes
  returning received into in_all;
  if found then
    insert into upload_step (upload_id, at_byte, sealed) values (the_upload, at_byte, the_sealed);
  end if;
  return in_all;
end
$$;

create or replace function end_upload(the_upload uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from upload
  where id = the_upload and (is_owner() or case_id = any ((acting()).own_cases))
$$;
