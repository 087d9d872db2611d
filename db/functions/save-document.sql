-- A document of a case, put there, taken away or put back; false where there was none to take away or
-- put back. Its bytes lie in the vault.
create or replace function put_document(the_case uuid, the_subject uuid, the_document json)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_adds_to(the_case, the_subject);
  insert into document (
    id, case_id, subject, kind, name_sealed, media, bytes, pages, address, sha256, shown_address,
    shown_sha256, shown_bytes, added_at
  )
  select id, the_case, the_subject, kind, decode(name_sealed, 'base64'), media, bytes, pages,
    address, decode(sha256, 'base64'), shown_address, decode(shown_sha256, 'base64'), shown_bytes,
    added_at
  from json_to_record(the_document) as put (
    id uuid, kind text, name_sealed text, media text, bytes integer, pages integer, address text,
    sha256 text, shown_address text, shown_sha256 text, shown_bytes integer, added_at timestamptz
  );
end
$$;

create or replace function take_document(
  the_case uuid, the_document uuid, the_moment timestamptz, the_end timestamptz
)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_adds_to(the_case, subject) from document
  where case_id = the_case and id = the_document;
  update document set removed_at = the_moment, erase_at = the_end
  where case_id = the_case and id = the_document and (removed_at is null) = (the_moment is not null);
  return found;
end
$$;
