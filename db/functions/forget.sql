-- Removes what has served its time: ended sessions, tries and uploads of a day ago, invitations of
-- three months ago, how often registers were asked ahead on an earlier day, and documents that their owner removed, once nobody can put them back, a bounded
-- number at a time; how many of those. Their files go by a job. No limit counts tries over a longer
-- time, no upload takes as long.
create or replace function forget_ended(the_moment timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz := believed(the_moment);
  over uuid[];
begin
  perform forget_sessions(at);
  delete from attempt where window_start < at - interval '1 day';
  delete from asked_ahead where asked_on < (at at time zone 'Asia/Baku')::date;
  delete from upload where started_at < at - interval '1 day';
  -- Long enough that whoever opens the link late is told what became of it.
  delete from invitation where coalesce(ended_at, expires_at) < at - interval '90 days';
  over := array(
    select id from document where erase_at <= at order by erase_at limit 200 for update skip locked
  );
  perform remove_files(array(
    select lying.address
    from document, unnest(array[document.address, document.shown_address]) as lying (address)
    where id = any (over) and lying.address is not null
  ));
  delete from document where id = any (over);
  return cardinality(over);
end
$$;

-- Of what lies elsewhere, files in the vault and keys of parties and cases, that which rows name.
create or replace function named_among(the_addresses text[], the_ids uuid[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select address from document where address = any (the_addresses)
  union all
  select shown_address from document where shown_address = any (the_addresses)
  union all
  select id::text from party where id = any (the_ids)
  union all
  select id::text from case_file where id = any (the_ids)
$$;
