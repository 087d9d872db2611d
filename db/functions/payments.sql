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

-- Whether the decision of an invoice holds, is made anew, or does neither. Whoever was decided about last
-- says it: what was refused after it was given, and then set aside, is decided anew as well.
create or replace function invoice_stands(the_invoice uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when last.set_aside_by is null and last.id = invoice.decision then 'holds'
    when last.set_aside_by is null then 'gone'
    when case_file.stage not in ('carrying-out', 'ended') or exists (
      select from effect
      where effect.decision = last.set_aside_by and effect = 'reopen' and effect.state = 'waiting'
    ) then 'anew'
    else 'gone'
  end
  from invoice
  join case_file on case_file.id = invoice.case_id
  join decision as last on last.case_id = invoice.case_id and last.subject = invoice.party
    and not exists (select from decision as later where later.supersedes = last.id)
  where invoice.id = the_invoice
$$;

-- What there was to look at in all that one was asked for in a case, whichever decision it was about.
create or replace function looked_in(the_invoice uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  select json_agg(json_build_object('kind', question.kind, 'answer', answer) order by question.id)
  from invoice
  join payment_question as question on question.payment in (
    select payment.id from payment join invoice as each on each.id = payment.invoice
    where each.case_id = invoice.case_id and each.party = invoice.party
  ) or question.decision in (
    select id from decision where case_id = invoice.case_id and subject = invoice.party
  )
  where invoice.id = the_invoice
$$;

-- What one paid for a case, whichever of its decisions it was for, less what was paid back; in hundredths.
create or replace function paid_in(the_case uuid, the_party uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(on_paper + coalesce((
    select sum(case kind when 'payment' then hundredths else -hundredths end)
    from payment
    where payment.invoice = invoice.id and payment.state = 'taken'
      and payment.currency = invoice.currency
  ), 0) - coalesce((
    select sum(repayment.hundredths)
    from repayment left join payment on payment.id = repayment.payment
    where coalesce(repayment.invoice, payment.invoice) = invoice.id and done_on is not null
      and repayment.currency = invoice.currency
  ), 0)), 0)::integer
  from invoice where case_id = the_case and party = the_party
$$;

-- What one owes for the decision that holds; in hundredths.
create or replace function owed_in(the_case uuid, the_party uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(amount * 100), 0)::integer from invoice
  where case_id = the_case and party = the_party and (state in ('open', 'paid') or on_paper > 0)
    and invoice_stands(id) = 'holds'
$$;

-- Follows the decisions of a step, in its transaction: one for each that gave something, to whoever has the
-- case. What was paid before in the case for the same person counts; where that is all of it nothing is
-- waited for, and a job says so in the case. The number ends on their place among the people of the case,
-- as that of what they were given does, and on which time that is, after the first.
create or replace function leave_invoices(the_event uuid, the_invoices json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  deciding event;
  the_procedure text;
  the_number text;
  people integer;
begin
  select * into deciding from event where id = the_event and kind = 'decide' and is_of_now(xmin);
  select procedure_hash, number into the_procedure, the_number
  from case_file where id = deciding.case_id;
  select count(distinct party) into people
  from case_party where case_id = deciding.case_id and is_subject;
  if the_procedure is null or exists (
    select from json_array_elements(the_invoices) as wanted
    where not is_price(the_procedure, wanted)
      or (wanted ->> 'place')::integer not between 1 and people
      or (wanted ->> 'credited')::integer <> least(
        (wanted ->> 'amount')::integer * 100,
        paid_in(deciding.case_id, (wanted ->> 'party')::uuid)
      )
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
    number, case_id, decision, party, payer, step, tariff, tier, up_to, amount, credited, currency,
    due_on, issued_at, next_at, state, to_look
  )
  select concat_ws('-', the_number, place, nullif(times, 1)), deciding.case_id, decision.id, wanted.party, payer, wanted.step, tariff, tier, up_to, amount,
    credited, currency, due_on, deciding.recorded_at, deciding.recorded_at,
    case credited when amount * 100 then 'paid' else 'open' end, true
  from json_to_recordset(the_invoices) as wanted (
    party uuid, payer uuid, place integer, times integer, step text, tariff text, tier text, up_to jsonb,
    amount integer, credited integer, currency text, due_on date
  )
  join decision on decided_by = the_event and subject = wanted.party;
  perform look_at_accounts(deciding.case_id);
end
$$;

-- A job looks at what there is to look at once this is done.
create or replace function look_at_accounts(the_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into waiting_job (task, payload)
  select 'take-payments', '{}' where exists (select from invoice where case_id = the_case and to_look)
$$;

-- Where a case has ended, nothing of it is waited for any more, but the duty of what was given in it and holds.
create or replace function invoices_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invoice set state = 'withdrawn', next_at = new.recorded_at
  where case_id = new.case_id and state = 'open'
    and exists (select from case_file where id = new.case_id and stage = 'ended')
    and not exists (select from status where given_by = invoice.decision and status.state <> 'ended');
  return null;
end
$$;

-- What an official recorded was a receipt on paper: for all that was still to be paid, and nothing is waited
-- for any more. Follows their step. Of what was not paid nothing is recorded here: it is owed as before.
create or replace function note_on_paper(the_event uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update invoice set state = 'recorded', next_at = event.recorded_at, on_paper = greatest(0, amount * 100 - credited - coalesce((
    select sum(case kind when 'payment' then hundredths else -hundredths end)
    from payment
    where payment.invoice = invoice.id and payment.state = 'taken'
      and payment.currency = invoice.currency
  ), 0))
  from event
  where event.id = the_event and event.kind = 'answer' and event.actor is not null
    and is_of_now(event.xmin)
    and invoice.case_id = event.case_id and invoice.step = event.step and invoice.state = 'open'
$$;

-- A decision that does not hold is not paid for, and what was paid for it is looked at.
create or replace function invoice_undone() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invoice set
    state = case state when 'open' then 'withdrawn' else state end, next_at = '-infinity',
    to_look = true
  where case_id = new.case_id and party = new.subject;
  perform look_at_accounts(new.case_id);
  return null;
end
$$;

-- Whether the portal of payments is to be told of it: that it is owed, or that it is not any more.
create or replace function is_to_tell(the_invoice invoice) returns boolean
language sql immutable as $$
  select (the_invoice.state = 'open' and the_invoice.told is null) or (
    (the_invoice.state in ('recorded', 'withdrawn') or the_invoice.to_withdraw)
    and coalesce(the_invoice.told = 'open', false)
  )
$$;

-- Exchange: of what the portal of payments is to be told, the next ones; whoever takes one has it for so long.
create or replace function take_invoices(the_moment timestamptz, places integer, lease_seconds integer)
returns table (
  id uuid, number text, state text, tariff text, hundredths integer, currency text, due_on date,
  tries integer
)
language sql security definer set search_path = public, pg_temp as $$
  update invoice set leased_until = the_moment + make_interval(secs => lease_seconds)
  where id in (
    select invoice.id from invoice
    where is_to_tell(invoice) and not given_up
      and next_at <= the_moment and coalesce(leased_until, '-infinity') <= the_moment
    order by next_at, id limit least(places, 50) for update skip locked
  )
  returning id, number, state, tariff, amount * 100 - credited, currency, due_on, tries
$$;

-- The portal has it as it was told, or another try is made later, or none until an official says so.
create or replace function settle_invoice(the_id uuid, the_answer json) returns void
language sql security definer set search_path = public, pg_temp as $$
  update invoice set
    told = coalesce(said.told, invoice.told), url = coalesce(said.url, invoice.url), code = said.code,
    tries = case when said.told is null then tries + 1 else 0 end,
    given_up = coalesce(said.given_up, false),
    next_at = coalesce(said.next_at, invoice.next_at), leased_until = null
  from json_to_record(the_answer) as said (
    told text, url text, code text, next_at timestamptz, given_up boolean
  )
  where invoice.id = the_id
$$;

-- What the portal is to be asked to pay back, in the same way.
create or replace function take_repayments(the_moment timestamptz, places integer, lease_seconds integer)
returns table (id uuid, transaction text, hundredths integer, currency text, tries integer)
language sql security definer set search_path = public, pg_temp as $$
  update repayment set leased_until = the_moment + make_interval(secs => lease_seconds)
  from payment
  where payment.id = repayment.payment and repayment.id in (
    select repayment.id from repayment
    where payment is not null and not asked and not given_up and done_on is null
      and next_at <= the_moment
      and coalesce(leased_until, '-infinity') <= the_moment
    order by next_at, id limit least(places, 50) for update skip locked
  )
  returning repayment.id, transaction, repayment.hundredths, repayment.currency, repayment.tries
$$;

-- It has been asked, or another try is made later, or none until an official says so.
create or replace function settle_repayment(the_id uuid, the_answer json) returns void
language sql security definer set search_path = public, pg_temp as $$
  update repayment set
    asked = repayment.asked or said.code is null, code = said.code,
    tries = case when said.code is null then 0 else tries + 1 end,
    given_up = coalesce(said.given_up, false),
    next_at = coalesce(said.next_at, repayment.next_at), leased_until = null
  from json_to_record(the_answer) as said (code text, next_at timestamptz, given_up boolean)
  where repayment.id = the_id
$$;

-- What the portal says once counts once. False where it was known.
create or replace function note_payment(the_payment json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into payment (
    transaction, kind, invoice_number, invoice, hundredths, currency, paid_at, receipt, came_by, sha256,
    noted_at, refund
  )
  select transaction, kind, invoice_number, invoice.id, hundredths, said.currency, paid_at, receipt,
    came_by, sha256, noted_at, refund
  from json_to_record(the_payment) as said (
    transaction text, kind text, invoice_number text, hundredths integer, currency text,
    paid_at timestamptz, receipt text, came_by text, sha256 text, noted_at timestamptz, refund text
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

-- All that was asked of one for a case, and what was paid for it, in the order in which it was asked.
create or replace function account_in(the_case uuid, the_party uuid, but_payment uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  select json_agg(json_build_object(
    'id', id, 'amount', amount, 'currency', currency, 'credited', credited, 'state', state,
    'onPaper', on_paper, 'stands', invoice_stands(id), 'step', step, 'payer', payer,
    -- The calendar may have moved it since; the later counts.
    'dueOn', greatest(due_on, (
      select max(task.due_on) from task
      where task.case_id = the_case and task.step = invoice.step and task.kind = 'payment'
    )),
    'payments', coalesce((
      select json_agg(json_build_object(
        'kind', kind, 'hundredths', hundredths, 'currency', payment.currency, 'receipt', receipt
      ) order by paid_at, payment.id)
      from payment
      where payment.invoice = invoice.id and payment.state = 'taken'
        and payment.id is distinct from but_payment
    ), '[]'),
    'byHand', coalesce((
      select json_agg(json_build_object('hundredths', repayment.hundredths, 'on', done_on))
      from repayment left join payment on payment.id = repayment.payment
      where coalesce(repayment.invoice, payment.invoice) = invoice.id and done_on is not null
        and repayment.currency = invoice.currency
    ), '[]')
  ) order by issued_at, length(number), number)
  from invoice where case_id = the_case and party = the_party
$$;

-- Whoever takes one acts in its case, and in nothing else; whoever comes second finds nothing.
create or replace function take_payment(the_id uuid)
returns table (
  kind text, transaction text, invoice_number text, hundredths integer, currency text, paid_at timestamptz,
  receipt text, sha256 text, refund text, repayment json, case_id uuid, party uuid, account json
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
      payment.currency, payment.paid_at, payment.receipt, payment.sha256, payment.refund, (
        select json_build_object('hundredths', wanted.hundredths, 'currency', wanted.currency)
        from repayment as wanted join payment as paid on paid.id = wanted.payment
        where wanted.id::text = payment.refund and done_by is null and done_on is null
          and paid.invoice_number = payment.invoice_number
      ), its_case, invoice.party, account_in(its_case, invoice.party, the_id)
    from payment left join invoice on invoice.id = payment.invoice
    where payment.id = the_id;
end
$$;

-- What it comes to, by whoever has just taken it; how many of the same step of the case are still open.
-- Where it settles, what is owed by another number than it was paid by is withdrawn at the portal, and
-- what was too little before is not looked at any more.
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
  select * into its from invoice where id = taken.invoice;
  if (the_judgement ->> 'settles')::boolean then
    update payment set settles = true where id = the_id;
    update invoice set state = 'paid', leased_until = null, to_withdraw = id <> its.id
    where case_id = its.case_id and party = its.party and state = 'open';
    delete from payment_question
    where kind = 'too-little' and answer is null and payment in (
      select payment.id from payment join invoice on invoice.id = payment.invoice
      where invoice.case_id = its.case_id and invoice.party = its.party
    );
  end if;
  update repayment set done_by = the_id
  where id::text = taken.refund and done_by is null and done_on is null and taken.kind = 'refund'
    and hundredths = taken.hundredths and currency = taken.currency and exists (
      select from payment as paid
      where paid.id = repayment.payment and paid.invoice_number = taken.invoice_number
    );
  insert into payment_question (kind, transaction, payment, day, opened_at)
  select finding, taken.transaction, the_id, (taken.paid_at at time zone 'Asia/Baku')::date,
    taken.noted_at
  from json_array_elements_text(the_judgement -> 'findings') as finding
  on conflict do nothing;
  if its.id is not null and the_leaf is not null then
    perform enter_leaf(its.party, its.case_id, the_leaf);
  end if;
  return (
    select count(*) from invoice
    where case_id = its.case_id and step = its.step and state = 'open'
  );
end
$$;

-- Of whom a decision has changed what they owe, or was paid before it was asked for; a page at a time.
create or replace function accounts_to_look_at(after_invoice uuid) returns setof uuid
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select id from invoice
  where to_look and id > after_invoice and invoice_stands(id) <> 'anew'
  order by id limit 200
$$;

-- Whoever takes one acts in its case, and in nothing else; whoever comes second finds nothing.
create or replace function take_account(the_id uuid)
returns table (case_id uuid, party uuid, step text, open integer, account json)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  who acting;
  its invoice;
begin
  select * into its from invoice where id = the_id;
  perform from case_file where id = its.case_id for update;
  update invoice set to_look = false where id = the_id and to_look;
  if not found then
    return;
  end if;
  who.own_cases := array[its.case_id];
  perform act_as(who);
  return query
    select its.case_id, its.party, its.step, (
        select count(*)::integer from invoice
        where invoice.case_id = its.case_id and invoice.step = its.step and invoice.state = 'open'
      ), account_in(its.case_id, its.party, null);
end
$$;

-- That too much is paid since it was decided anew: once for each decision, by whoever has just taken it.
create or replace function note_too_much(the_id uuid, the_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into payment_question (kind, decision, day, opened_at)
  select 'decided-anew', last.id, (the_moment at time zone 'Asia/Baku')::date, the_moment
  from invoice
  join decision as last on last.case_id = invoice.case_id and last.subject = invoice.party
    and not exists (select from decision as later where later.supersedes = last.id)
  where invoice.id = the_id and is_of_now(invoice.xmin)
    and (last.supersedes is not null or last.set_aside_by is not null)
    and paid_in(invoice.case_id, invoice.party) > owed_in(invoice.case_id, invoice.party)
  on conflict do nothing;
  return found;
end
$$;

-- What is written about money to whoever pays, by whoever acts in the case for that alone.
create or replace function leave_money_letters(the_case uuid, the_letters json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if the_case <> all (coalesce((acting()).own_cases, '{}')) then
    raise exception 'a letter is of the case in which somebody acts' using errcode = '42501';
  end if;
  perform record_letters(the_case, the_letters);
end
$$;

-- What was not paid by its day, of which what was given is still held, and of which no case was opened. The
-- calendar may have moved the day since; the later counts. What the portal refuses to take nobody could pay there:
-- no clock holds that against them.
create or replace function is_unpaid(the_invoice invoice, the_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select the_invoice.state = 'open' and the_invoice.due_on < reached(the_day)
    and not (the_invoice.given_up and the_invoice.told is null)
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

-- Of which case and person a question is, where it is of any.
create or replace function account_of_question(the_id uuid)
returns table (case_id uuid, party uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(invoice.case_id, decision.case_id), coalesce(invoice.party, decision.subject)
  from payment_question as question
  left join payment on payment.id = question.payment
  left join invoice on invoice.id = payment.invoice
  left join decision on decision.id = question.decision
  where question.id = the_id
$$;

-- Office: whoever has looked at all that is open about one says what follows. What is paid back is what
-- was paid for that, each payment once; of what somebody owes in a case no more than is too much.
create or replace function answer_payment_questions(the_answers json, the_repayments json)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  of_account record;
begin
  perform check_role('{case-officer,head}');
  select distinct account.* into of_account
  from json_array_elements(the_answers) as said
  cross join lateral account_of_question((said ->> 'question')::uuid) as account;
  perform from case_file where id = of_account.case_id for update;
  update payment_question set
    answer = said.answer, answered_at = said.at, answered_by = who.party
  from json_to_recordset(the_answers) as said (question uuid, answer text, at timestamptz)
  where payment_question.id = said.question and payment_question.answer is null;
  if not found then
    return false;
  end if;
  insert into repayment (
    id, payment, invoice, hundredths, currency, decided_at, decided_by, next_at
  )
  select wanted.id, wanted.payment, wanted.invoice, wanted.hundredths,
    coalesce(paid.currency, invoice.currency), at, who.party, at
  from json_to_recordset(the_repayments) as wanted (
    id uuid, payment uuid, invoice uuid, hundredths integer, at timestamptz
  )
  left join payment as paid
    on paid.id = wanted.payment and paid.kind = 'payment' and paid.state = 'taken'
  left join invoice on invoice.id = coalesce(wanted.invoice, paid.invoice)
  where num_nonnulls(paid.id, wanted.invoice) = 1 and exists (
    select from json_array_elements(the_answers) as said
    cross join lateral account_of_question((said ->> 'question')::uuid) as account
    join payment_question as question on question.id = (said ->> 'question')::uuid
    where said ->> 'answer' = 'pay-back' and (
      question.payment = paid.id
      or (account.case_id = invoice.case_id and account.party = invoice.party)
    )
  );
  perform check_repayments(the_repayments);
  perform enter_leaf(who.party, null, said -> 'leaf')
  from json_array_elements(the_answers) as said
  join payment_question on payment_question.id = (said ->> 'question')::uuid
    and is_of_now(payment_question.xmin);
  return true;
end
$$;

-- All of them are there, no payment is paid back twice, and nobody is paid back what they owe.
create or replace function check_repayments(the_repayments json) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from json_array_elements(the_repayments) as wanted
    where not exists (
      select from repayment left join payment on payment.id = repayment.payment
      where repayment.id = (wanted ->> 'id')::uuid and is_of_now(repayment.xmin)
        and (payment.id is null or (
          select sum(every.hundredths) from repayment as every where every.payment = payment.id
        ) <= payment.hundredths)
    )
  ) or exists (
    select from repayment join invoice on invoice.id = repayment.invoice
    where is_of_now(repayment.xmin) and (
      select sum(every.hundredths) from repayment as every
      join invoice as other on other.id = every.invoice
      where other.case_id = invoice.case_id and other.party = invoice.party
    ) > (
      select sum(on_paper) from invoice as other
      where other.case_id = invoice.case_id and other.party = invoice.party
    )
  ) or exists (
    select from repayment
    left join payment on payment.id = repayment.payment
    join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
      and invoice.currency = repayment.currency
    where is_of_now(repayment.xmin)
      and owed_in(invoice.case_id, invoice.party) > paid_in(invoice.case_id, invoice.party)
        - repayments_waiting(invoice.case_id, invoice.party)
  ) then
    raise exception 'what is paid back is what was paid and is not owed' using errcode = '42501';
  end if;
end
$$;

-- What is to be paid back of a case to one, by the portal or by hand, and was not; in hundredths.
create or replace function repayments_waiting(the_case uuid, the_party uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(repayment.hundredths), 0)::integer
  from repayment
  left join payment on payment.id = repayment.payment
  join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
    and invoice.currency = repayment.currency
  where invoice.case_id = the_case and invoice.party = the_party
    and done_by is null and done_on is null
$$;

-- Office: the portal is asked once more to pay back what it has refused. False where nothing waits for that.
create or replace function ask_back_again(the_id uuid, the_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_role('{case-officer,head}');
  update repayment set given_up = false, tries = 0, next_at = the_moment
  where id = the_id and given_up and done_by is null and done_on is null;
  return found;
end
$$;

-- Office: the portal is told once more what it has refused to take. False where that does not wait for it.
create or replace function tell_invoice_again(the_id uuid, the_moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_role('{case-officer,head}');
  update invoice set given_up = false, tries = 0, next_at = the_moment
  where id = the_id and given_up and is_to_tell(invoice);
  return found or exists (
    select from invoice where id = the_id and not given_up and is_to_tell(invoice)
  );
end
$$;

-- Office: what no portal pays back was paid back by hand, on a day since that was decided. How much that is
-- was decided with it. False where somebody was faster, or the portal has paid it back after all.
create or replace function record_paid_back(the_id uuid, said json) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who acting := acting();
  the_day date := (said ->> 'on')::date;
  the_moment timestamptz := (said ->> 'at')::timestamptz;
  the_case uuid;
begin
  perform check_role('{case-officer,head}');
  select invoice.case_id into the_case
  from repayment
  left join payment on payment.id = repayment.payment
  join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
  where repayment.id = the_id;
  perform from case_file where id = the_case for update;
  update repayment set done_on = the_day, recorded_at = the_moment, recorded_by = who.party
  where id = the_id and (invoice is not null or given_up) and done_by is null and done_on is null
    and the_day between (decided_at at time zone 'Asia/Baku')::date
      and (the_moment at time zone 'Asia/Baku')::date;
  if not found then
    return false;
  end if;
  perform enter_leaf(who.party, null, said -> 'leaf');
  if the_case is not null then
    perform record_letters(the_case, said -> 'letters');
  end if;
  return true;
end
$$;
