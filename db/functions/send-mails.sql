-- What jobs ask and write to mail something to somebody who applies.

-- A letter that is still to be sent, and to which sealed address; nothing once it was sent or
-- refused, or where whoever it was for is not there any more.
create or replace function letter_to_send(the_letter uuid)
returns table (
  id uuid, party uuid, subject uuid, case_id uuid, code text, language text, content_sealed bytea,
  written_at timestamptz, account uuid, address bytea, link bytea
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select letter.id, letter.party, letter.subject, letter.case_id, letter.code, letter.language,
    letter.content_sealed, letter.written_at, account.id, credential.sealed, asking.token_sealed
  from letter
  join account on account.party = letter.party and face = 'portal' and closed_at is null
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  left join asking on asking.account = account.id
  where letter.id = the_letter and sent_at is null and refused_at is null
$$;

-- It was sent, or the mail server of the reader wants no mail for that address.
create or replace function note_sending(the_letter uuid, the_moment timestamptz, was_sent boolean)
returns void language sql security definer set search_path = public, pg_temp as $$
  update letter set
    sent_at = case when was_sent then the_moment end,
    refused_at = case when not was_sent then the_moment end,
    send_from = null
  where id = the_letter and sent_at is null and refused_at is null
$$;

-- Asks for the e-mails whose time has come, the earliest first; how many.
create or replace function release_letters(the_moment timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  released uuid[] := array(
    select id from letter where send_from <= believed(the_moment)
    order by send_from limit 200 for update
  );
begin
  update letter set send_from = null where id = any (released);
  insert into waiting_job (task, payload)
  select 'send-letter', json_build_object('letter', id) from unnest(released) as id;
  return cardinality(released);
end
$$;

-- Whose link this is, as long as it works.
create or replace function link_to_send(the_hash bytea, the_moment timestamptz)
returns table (account uuid, party uuid, language text, address bytea)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select account.id, account.party, account.language, credential.sealed
  from account_link
  join account on account.id = account_link.account and face = 'portal' and closed_at is null
  join credential on credential.account = account.id
    and credential.kind = 'e-mail' and ended_at is null
  where token_hash = the_hash and account_link.used_at is null and expires_at > the_moment
$$;
