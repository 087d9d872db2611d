-- State duty. The step that decides leaves invoices; the exchange tells the portal of payments of them and
-- notes what that says; jobs take it to the cases; officials look at what is not as it should be.

-- Whether a published price of a procedure is that: nobody types an amount.
create or replace function is_price(the_procedure text, the_invoice json) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from policy_document
    cross join jsonb_array_elements(canonical::jsonb -> 'tariffs') as tariff
    cross join jsonb_array_elements(tariff -> 'rows') as price
    where hash = the_procedure and kind = 'procedure'
      and tariff ->> 'code' = the_invoice ->> 'tariff'
      and tariff ->> 'currency' = the_invoice ->> 'currency'
      and price -> 'upTo' = (the_invoice -> 'up_to')::jsonb
      and (the_invoice -> 'amount')::jsonb in (
        price -> 'adult' -> (the_invoice ->> 'tier'), price -> 'minor' -> (the_invoice ->> 'tier')
      )
  )
$$;

-- Follows the decisions of a step, in its transaction: one for each that gave something, to whoever has the
-- case. What was paid before in the case for the same person is not asked for again.
create or replace function leave_invoices(the_event uuid, the_invoices json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  deciding event;
  the_procedure text;
  the_number text;
begin
  select * into deciding from event where id = the_event and kind = 'decide' and is_of_now(xmin);
  select procedure_hash, number into the_procedure, the_number
  from case_file where id = deciding.case_id;
  if the_procedure is null or exists (
    select from json_array_elements(the_invoices) as wanted
    where not is_price(the_procedure, wanted)
      or not exists (
        select from decision join status on status.given_by = decision.id
        where decided_by = the_event and subject = (wanted ->> 'party')::uuid
      )
      or not exists (
        select from case_party
        where case_id = deciding.case_id and party = (wanted ->> 'payer')::uuid and until_on is null
      )
      or not exists (
        select from task
        where case_id = deciding.case_id and kind = 'payment' and state = 'open'
          and step = wanted ->> 'step'
      )
  ) then
    raise exception 'what is owed follows from what was just given, by a published price'
      using errcode = '42501';
  end if;
  insert into invoice (
    number, case_id, decision, party, payer, step, tariff, tier, up_to, amount, currency, due_on,
    issued_at, next_at
  )
  select concat(the_number, '-', before.times + row_number() over (order by decision.id)),
    deciding.case_id, decision.id, wanted.party, payer, wanted.step, tariff, tier, up_to, amount,
    currency, due_on, deciding.recorded_at, deciding.recorded_at
  from json_to_recordset(the_invoices) as wanted (
    party uuid, payer uuid, step text, tariff text, tier text, up_to jsonb, amount integer,
    currency text, due_on date
  )
  join decision on decided_by = the_event and subject = wanted.party
  cross join (
    select count(*) as times from invoice where case_id = deciding.case_id
  ) as before
  where not exists (
    select from invoice
    where case_id = deciding.case_id and invoice.party = wanted.party and state = 'paid'
  );
end
$$;

-- An official has said what became of it, from a receipt on paper or because it was not paid: nothing is
-- waited for any more. What they said is sealed, and this does not ask it. Nor is it where a case has ended.
create or replace function invoices_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invoice set state = 'recorded', next_at = new.recorded_at
  where case_id = new.case_id and step = new.step and state = 'open'
    and new.kind = 'answer' and new.actor is not null;
  update invoice set state = 'withdrawn', next_at = new.recorded_at
  where case_id = new.case_id and state = 'open'
    and exists (select from case_file where id = new.case_id and stage = 'ended');
  return null;
end
$$;

-- A decision that does not hold is not paid for.
create or replace function invoice_undone() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invoice set state = 'withdrawn', next_at = '-infinity'
  where decision = case tg_op when 'INSERT' then new.supersedes else new.id end and state = 'open';
  return null;
end
$$;

-- Exchange: of what the portal of payments is to be told, the next ones; whoever takes one has it for so long.
create or replace function take_invoices(the_moment timestamptz, places integer, lease_seconds integer)
returns table (
  id uuid, number text, state text, tariff text, amount integer, currency text, due_on date, tries integer
)
language sql security definer set search_path = public, pg_temp as $$
  update invoice set leased_until = the_moment + make_interval(secs => lease_seconds)
  where id in (
    select invoice.id from invoice
    where (state = 'open' and told is null or state in ('recorded', 'withdrawn') and told = 'open')
      and next_at <= the_moment and coalesce(leased_until, '-infinity') <= the_moment
    order by next_at, id limit least(places, 50) for update skip locked
  )
  returning id, number, state, tariff, amount, currency, due_on, tries
$$;

-- The portal has it as it was told, or another try is made later.
create or replace function settle_invoice(the_id uuid, the_answer json) returns void
language sql security definer set search_path = public, pg_temp as $$
  update invoice set
    told = coalesce(said.told, invoice.told), url = coalesce(said.url, invoice.url), code = said.code,
    tries = case when said.told is null then tries + 1 else 0 end,
    next_at = coalesce(said.next_at, invoice.next_at), leased_until = null
  from json_to_record(the_answer) as said (told text, url text, code text, next_at timestamptz)
  where invoice.id = the_id
$$;

-- What the portal says once counts once. False where it was known.
create or replace function note_payment(the_payment json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into payment (
    transaction, kind, invoice_number, invoice, hundredths, currency, paid_at, receipt, came_by, sha256,
    noted_at
  )
  select transaction, kind, invoice_number, invoice.id, hundredths, said.currency, paid_at, receipt,
    came_by, sha256, noted_at
  from json_to_record(the_payment) as said (
    transaction text, kind text, invoice_number text, hundredths integer, currency text,
    paid_at timestamptz, receipt text, came_by text, sha256 text, noted_at timestamptz
  )
  left join invoice on number = invoice_number
  on conflict do nothing;
  if found then
    insert into waiting_job (task, payload) values ('take-payments', '{}');
  end if;
  return found;
end
$$;

-- What is in our book of a day in Baku.
create or replace function payments_of_day(the_day date)
returns table (transaction text, kind text, hundredths integer, currency text)
language sql stable security definer rows 1000 set search_path = public, pg_temp as $$
  select transaction, kind, hundredths, currency from payment
  where paid_at >= the_day::timestamp at time zone 'Asia/Baku'
    and paid_at < (the_day + 1)::timestamp at time zone 'Asia/Baku'
  order by transaction
$$;

-- The days that were not held against the portal's since they ended, the oldest first.
create or replace function days_to_reconcile(today date) returns setof date
language sql stable security definer rows 14 set search_path = public, pg_temp as $$
  select day::date from generate_series(today - 14, today - 1, interval '1 day') as day
  where not exists (select from reconciliation where reconciliation.day = day::date)
    and day::date >= (select min(issued_at at time zone 'Asia/Baku')::date from invoice)
  order by day
$$;

create or replace function note_reconciliation(the_day date, the_result json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_moment timestamptz := (the_result ->> 'at')::timestamptz;
begin
  insert into reconciliation (day, at, here, there, differing)
  select the_day, the_moment, here, there, json_array_length(the_result -> 'differences')
  from json_to_record(the_result) as said (here integer, there integer)
  on conflict (day) do update set
    at = excluded.at, here = excluded.here, there = excluded.there, differing = excluded.differing;
  insert into payment_question (kind, transaction, payment, day, opened_at)
  select what, differing.transaction, payment.id, the_day, the_moment
  from json_to_recordset(the_result -> 'differences') as differing (transaction text, what text)
  left join payment on payment.transaction = differing.transaction
  on conflict do nothing;
end
$$;

-- Jobs: what was said and not taken to its case yet; a page at a time.
create or replace function payments_noted(after_payment uuid) returns setof uuid
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select id from payment where state = 'noted' and id > after_payment order by id limit 200
$$;

-- Whoever takes one acts in its case, and in nothing else; whoever comes second finds nothing.
create or replace function take_payment(the_id uuid)
returns table (
  kind text, transaction text, invoice_number text, hundredths integer, currency text, paid_at timestamptz,
  receipt text, sha256 text, case_id uuid, party uuid, step text, state text, amount integer,
  invoice_currency text, due_on date, before integer
)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  who acting;
  its_invoice uuid;
  its_case uuid;
begin
  select invoice.id, invoice.case_id into its_invoice, its_case
  from payment left join invoice on invoice.id = payment.invoice where payment.id = the_id;
  perform from case_file where id = its_case for update;
  update payment set state = 'taken' where id = the_id and state = 'noted';
  if not found then
    return;
  end if;
  who.own_cases := array_remove(array[its_case], null);
  perform act_as(who);
  return query
    select payment.kind, payment.transaction, payment.invoice_number, payment.hundredths,
      payment.currency, payment.paid_at, payment.receipt, payment.sha256, its_case, invoice.party,
      invoice.step, invoice.state, invoice.amount, invoice.currency,
      -- The calendar may have moved it since; the later counts.
      greatest(invoice.due_on, (
        select max(task.due_on) from task
        where task.case_id = its_case and task.step = invoice.step and task.kind = 'payment'
      )),
      coalesce((
        select sum(case earlier.kind when 'payment' then earlier.hundredths else -earlier.hundredths end)
        from payment as earlier
        where earlier.invoice = its_invoice and earlier.state = 'taken' and earlier.id <> the_id
          and earlier.currency = invoice.currency
      ), 0)::integer
    from payment left join invoice on invoice.id = payment.invoice
    where payment.id = the_id;
end
$$;

-- What it comes to, by whoever has just taken it; how many of the same step of the case are still open.
create or replace function judge_payment(the_id uuid, the_judgement json, the_leaf json) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken payment;
  its invoice;
begin
  select * into taken from payment where id = the_id and state = 'taken' and is_of_now(xmin);
  if not found then
    raise exception 'a payment is judged as it is taken' using errcode = '42501';
  end if;
  if (the_judgement ->> 'settles')::boolean then
    update payment set settles = true where id = the_id;
    update invoice set state = 'paid', leased_until = null where id = taken.invoice and state = 'open';
  end if;
  insert into payment_question (kind, transaction, payment, day, opened_at)
  select finding, taken.transaction, the_id, (taken.paid_at at time zone 'Asia/Baku')::date,
    taken.noted_at
  from json_array_elements_text(the_judgement -> 'findings') as finding
  on conflict do nothing;
  select * into its from invoice where id = taken.invoice;
  if its.id is not null and the_leaf is not null then
    perform enter_leaf(its.party, its.case_id, the_leaf);
  end if;
  return (
    select count(*) from invoice
    where case_id = its.case_id and step = its.step and state = 'open'
  );
end
$$;

-- What was not paid by its day, of which what was given is still held, and of which no case was opened. The
-- calendar may have moved the day since; the later counts.
create or replace function is_unpaid(the_invoice invoice, the_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select the_invoice.state = 'open' and the_invoice.due_on < reached(the_day)
    and exists (select from status where given_by = the_invoice.decision and status.state <> 'ended')
    and not exists (
      select from task
      where task.case_id = the_invoice.case_id and task.step = the_invoice.step
        and task.kind = 'payment' and task.state = 'open' and task.due_on >= reached(the_day)
    )
    and not exists (select from effect where unpaid = the_invoice.id)
$$;

-- A page at a time.
create or replace function invoices_unpaid(the_day date, after_invoice uuid) returns setof uuid
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select id from invoice
  where state = 'open' and due_on < the_day and id > after_invoice and is_unpaid(invoice, the_day)
  order by id limit 200
$$;

-- No clock takes what was given: a case about it is opened, once, and people decide there.
create or replace function open_for_unpaid(the_id uuid, the_day date) returns void
language sql security definer set search_path = public, pg_temp as $$
  with owed as (
    select * from invoice where id = the_id and is_unpaid(invoice, the_day) for update
  ),
  opening as (
    insert into effect (unpaid, effect, target, state)
    select owed.id, 'open', status.number, 'waiting' from owed join status on given_by = owed.decision
    on conflict do nothing
    returning id
  )
  insert into waiting_job (task, payload) select 'carry-out', '{}' from opening
$$;

-- Office: whoever has looked at it says what follows.
create or replace function answer_payment_question(the_id uuid, the_answer json, the_leaf json)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
begin
  perform check_role('{case-officer,head}');
  update payment_question set
    answer = the_answer ->> 'answer', answered_at = (the_answer ->> 'at')::timestamptz,
    answered_by = who.party
  where id = the_id and answer is null;
  if found then
    perform enter_leaf(who.party, null, the_leaf);
  end if;
  return found;
end
$$;
