-- What other systems of the state ask about a status: each question is answered by one function, which
-- writes down that it was, and tells nothing to whoever has not got what only the holder's papers tell.

-- How a status stands on a day for whoever asks; one that is suspended, or not begun, is none.
create or replace function offered_standing(the_status status, the_day date) returns text
language sql immutable set search_path = public, pg_temp as $$
  select case
    when the_status.state = 'in-force' and the_day between the_status.from_on and the_status.until_on
      then 'valid'
    when the_status.state = 'ended'
      or the_status.state = 'in-force' and the_day > the_status.until_on then 'ended'
    else 'none'
  end
$$;

-- The last day on which it held, or will.
create or replace function offered_until(the_status status) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select least(the_status.until_on, (
    select happened_on from event where event.id = the_status.ended_by
  ))
$$;

create or replace function note_offered(the_call json, the_party uuid, the_outcome text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into offered_answer (
    id, client, service, purpose, ground, at, party, outcome, message_id
  )
  select id, client, service, purpose, ground, at, the_party, the_outcome, message_id
  from json_to_record(the_call) as call (
    id uuid, client text, service text, purpose text, ground text, at timestamptz, message_id text
  )
$$;

-- The same for a status that was found and for none: nothing is told of the second.
create or replace function tell_offered(
  the_status status, the_day date, the_call json,
  out result text, out kind text, out from_on date, out until_on date
)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  result := offered_standing(the_status, the_day);
  perform note_offered(the_call, the_status.holder, result);
  if result <> 'none' then
    kind := the_status.kind;
    from_on := the_status.from_on;
    until_on := offered_until(the_status);
  end if;
end
$$;

-- The status by what whoever holds the papers can say; nothing where that is not so.
create or replace function offered_by_number(the_number text, the_birth bytea, the_kinds text[])
returns status language sql stable security definer set search_path = public, pg_temp as $$
  select status from status
  where status.number = the_number and status.birth_index = the_birth
    and status.kind = any (the_kinds)
$$;

-- Where the issuer is said, a status of another is passed over; of one whose issuer nobody knows it is not.
create or replace function offered_by_document(
  the_document bytea, the_issued bytea[], the_kinds text[], the_day date
)
returns status language sql stable security definer set search_path = public, pg_temp as $$
  select status from status
  where status.document_index = the_document and status.kind = any (the_kinds)
    and (the_issued is null or status.issued_index = any (the_issued))
  order by array_position('{valid,ended,none}'::text[], offered_standing(status, the_day)),
    array_position(the_kinds, status.kind), status.from_on desc, status.number
  limit 1
$$;

create or replace function answer_by_number(
  the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json
)
returns table (result text, kind text, from_on date, until_on date)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from tell_offered(offered_by_number(the_number, the_birth, the_kinds), the_day, the_call)
$$;

create or replace function answer_by_document(
  the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json
)
returns table (result text, kind text, from_on date, until_on date)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from tell_offered(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_day, the_call
  )
$$;

-- By rights as policy has them for the occupation that was asked about: of each kind of status yes or no.
-- Whoever asks is not told whether there is such a status; who asks for them counts wrong guesses by it.
create or replace function answer_work_right(
  the_number text, the_birth bytea, the_rights json, the_day date, the_call json
)
returns table (result text, is_known boolean)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
  the_status status;
begin
  select status.* into the_status from status
  where status.number = the_number and status.birth_index = the_birth
    and status.kind in (select json_array_elements_text(the_rights -> 'kinds'));
  result := coalesce((
    select said.result from json_to_recordset(the_rights -> 'said') as said (kind text, result text)
    where said.kind = the_status.kind and offered_standing(the_status, the_day) = 'valid'
    limit 1
  ), 'the-service-must-say');
  is_known := the_status.number is not null;
  perform note_offered(the_call, the_status.holder, result);
  return next;
end
$$;

-- What whoever holds a status that is valid holds of the kinds that the purpose is about, and nothing of anybody
-- else; whether there is such a status, for counting wrong guesses.
create or replace function tell_held(
  the_status status, the_kinds text[], the_day date, the_call json,
  out is_known boolean, out held json
)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  standing text := offered_standing(the_status, the_day);
begin
  perform note_offered(the_call, the_status.holder, standing);
  is_known := standing <> 'none';
  held := case when standing = 'valid' then (
    select json_agg(json_build_object('kind', kind, 'from', from_on, 'until', offered_until(status)))
    from status
    where holder = the_status.holder and kind = any (the_kinds)
      and offered_standing(status, the_day) <> 'none'
  ) end;
end
$$;

create or replace function held_by_number(
  the_number text, the_birth bytea, the_kinds text[], the_day date, the_call json
)
returns table (is_known boolean, held json)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from tell_held(
    offered_by_number(the_number, the_birth, the_kinds), the_kinds, the_day, the_call
  )
$$;

create or replace function held_by_document(
  the_document bytea, the_issued bytea[], the_kinds text[], the_day date, the_call json
)
returns table (is_known boolean, held json)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from tell_held(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_kinds, the_day, the_call
  )
$$;

-- Whoever names a status that is valid is told from then on what becomes of it, until that many days later;
-- whoever is told already, for as many days more. One message does it once, however often it comes.
create or replace function subscribe_to(
  the_status status, the_days integer, the_day date, the_call json,
  out result text, out subscription uuid, out until_on date
)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  call record;
begin
  select * into call from json_to_record(the_call) as said (
    client text, service text, purpose text, ground text, at timestamptz, message_id text
  );
  -- A change that is on its way is waited for; one that comes after this finds who is to be told.
  select status.* into the_status from status where status.number = the_status.number for share;
  -- Of whoever was erased meanwhile nothing is told.
  result := case
    when the_status.birth_index is null then 'none' else offered_standing(the_status, the_day)
  end;
  if result = 'valid' and not exists (
    select from offered_answer
    where client = call.client and message_id = call.message_id and service = call.service
  ) then
    insert into subscription as known (
      client, number, party, purpose, ground, since, after_at, until_on
    )
    values (
      call.client, the_status.number, the_status.holder, call.purpose, call.ground, call.at,
      coalesce(
        (select max(changed_at) from status_change where number = the_status.number), '-infinity'
      ),
      the_day + the_days
    )
    on conflict (client, number) where ended_at is null do update set
      purpose = excluded.purpose, ground = excluded.ground, until_on = excluded.until_on;
  end if;
  if result = 'valid' then
    select known.id, known.until_on into subscription, until_on from subscription as known
    where known.client = call.client and known.number = the_status.number and ended_at is null;
    result := case when found then 'subscribed' else 'none' end;
  end if;
  perform note_offered(the_call, the_status.holder, result);
end
$$;

create or replace function subscribe_by_number(
  the_number text, the_birth bytea, the_kinds text[], the_days integer, the_day date, the_call json
)
returns table (result text, subscription uuid, until_on date)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from subscribe_to(
    offered_by_number(the_number, the_birth, the_kinds), the_days, the_day, the_call
  )
$$;

create or replace function subscribe_by_document(
  the_document bytea, the_issued bytea[], the_kinds text[], the_days integer, the_day date, the_call json
)
returns table (result text, subscription uuid, until_on date)
language sql security definer rows 1 set search_path = public, pg_temp as $$
  select * from subscribe_to(
    offered_by_document(the_document, the_issued, the_kinds, the_day), the_days, the_day, the_call
  )
$$;

-- What was not sent yet is not sent any more, and nothing of it is read again.
create or replace function unsubscribe(the_subscription uuid, the_call json) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known subscription;
  outcome text;
begin
  select * into known from subscription
  where id = the_subscription and client = the_call ->> 'client' for update;
  outcome := case when found then 'unsubscribed' else 'none' end;
  update subscription set ended_at = (the_call ->> 'at')::timestamptz
  where id = known.id and ended_at is null;
  update inquiry set state = 'dropped' where subscription = known.id and state = 'waiting';
  perform note_offered(the_call, known.party, outcome);
  return outcome;
end
$$;

-- What whoever is told was to be told after that place, in its order, a page at a time; each of it is
-- written down as told, once a day.
create or replace function offered_changes(
  after_n bigint, the_kinds text[], the_day date, the_most integer, the_call json
)
returns table (
  n bigint, subscription uuid, change uuid, kind text, state text, changed_on date,
  changed_at timestamptz
)
language sql security definer set search_path = public, pg_temp as $$
  with page as (
    select told_change.client, told_change.n, read_on, subscription.id as subscription,
      subscription.party, change.id as change, status.kind, change.state, change.changed_on,
      change.changed_at
    from told_change
    join subscription on subscription.id = told_change.subscription
    join status_change as change on change.id = told_change.change
    join status on status.number = change.number
    where told_change.client = the_call ->> 'client' and told_change.n > after_n
      and subscription.ended_at is null and subscription.until_on >= the_day
      and status.kind = any (the_kinds)
    order by told_change.n limit the_most
  ), read as (
    update told_change set read_on = the_day
    from page
    where told_change.client = page.client and told_change.n = page.n
      and page.read_on is distinct from the_day
    returning page.*
  ), noted as (
    insert into offered_answer (
      id, client, service, purpose, ground, at, party, outcome, message_id
    )
    select gen_random_uuid(), call.client, service, purpose, ground, at, read.party,
      case read.state when 'in-force' then 'valid' else read.state end, message_id
    from read, json_to_record(the_call) as call (
      client text, service text, purpose text, ground text, at timestamptz, message_id text
    )
  )
  select page.n, page.subscription, page.change, page.kind, page.state, page.changed_on,
    page.changed_at
  from page order by page.n
$$;

-- How often each of them was answered what, on this day and in the thirty days that end with it; about whom is
-- not told.
create or replace function offered_figures(the_clients text[], the_moment timestamptz)
returns table (client text, service text, outcome text, today integer, lately integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with counted as (
    select date_trunc('day', the_moment at time zone 'Asia/Baku') at time zone 'Asia/Baku' as since
  )
  select offered_answer.client, offered_answer.service, offered_answer.outcome,
    (count(*) filter (where at >= since))::integer, count(*)::integer
  from counted join offered_answer
    on offered_answer.client = any (the_clients) and at >= since - interval '29 days'
  group by 1, 2, 3
$$;

-- A status that was given before others could ask about any, the next after that number. Whoever takes it
-- acts in the case that names its holder, and in nothing else, in that transaction.
create or replace function take_unfindable(after_number text)
returns table (number text, case_id uuid, party uuid)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
  who acting;
begin
  select status.number, named_in, holder into number, case_id, party from status
  where birth_index is null and code_sealed <> '' and status.number > after_number
  order by status.number limit 1
  for update skip locked;
  if not found then
    return;
  end if;
  who.own_cases := array[case_id];
  perform act_as(who);
  return next;
end
$$;

-- By what it is found from then on; once.
create or replace function make_findable(the_number text, the_indexes json) returns void
language sql security definer set search_path = public, pg_temp as $$
  update status set
    birth_index = decode(the_indexes ->> 'birth_index', 'base64'),
    document_index = decode(the_indexes ->> 'document_index', 'base64'),
    issued_index = decode(the_indexes ->> 'issued_index', 'base64')
  where number = the_number and birth_index is null and code_sealed <> ''
    and named_in = any ((acting()).own_cases)
$$;

-- A document of somebody whose case was sent to one of these services and is out there still, as it was sent in;
-- nothing of any other. Where its bytes lie, and under whose key, is for the process that decrypts them. That it
-- was handed over is noted once a day for each person: a large one comes in many parts.
create or replace function hand_over_document(
  the_document uuid, the_services text[], the_day date, the_call json
)
returns table (case_id uuid, party uuid, address text, sha256 bytea, media text)
language plpgsql security definer rows 1 set search_path = public, pg_temp as $$
declare
  its document;
  whose uuid;
  sent event;
begin
  select document.* into its from document join case_file on case_file.id = document.case_id
  where document.id = the_document and case_file.stage <> 'ended';
  whose := coalesce(its.subject, (
    select case_party.party from case_party
    where case_party.case_id = its.case_id and is_subject and until_on is null limit 1
  ));
  select event.* into sent from event,
    jsonb_to_recordset(readable -> 'consults') as consulted (subject uuid, service text, does text)
  where event.case_id = its.case_id and event.kind = 'file' and consulted.subject = whose
    and consulted.does = 'send' and consulted.service = any (the_services)
  order by seq desc limit 1;
  if sent.id is null or its.added_at > sent.recorded_at or its.removed_at <= sent.recorded_at
    or exists (
      select from event where event.case_id = its.case_id and seq > sent.seq and (
        kind = 'report' and readable -> 'settles' ? whose::text
        or kind = 'recall' and readable ->> 'done' = 'true'
      )
    )
  then
    perform note_offered(the_call, null, 'none');
    return;
  end if;
  if not exists (
    select from offered_answer, json_to_record(the_call) as call (client text, service text)
    where offered_answer.client = call.client and offered_answer.service = call.service
      and offered_answer.party = whose and outcome = 'document-fetched'
      and (at at time zone 'Asia/Baku')::date = the_day
  ) then
    perform note_offered(the_call, whose, 'document-fetched');
  end if;
  return query select its.case_id, whose, its.address, its.sha256, its.media;
end
$$;
