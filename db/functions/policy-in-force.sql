-- The number of what is in force; 0 before anything is.
create or replace function policy_in_force() returns bigint
language sql stable set search_path = public, pg_temp as $$
  select coalesce(max(id), 0) from policy_version
$$;

-- What is decided by policy that was replaced meanwhile is not written: whoever decided it reads the
-- new one and decides again.
create or replace function is_by_policy_in_force(the_version bigint) returns void
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if the_version is distinct from policy_in_force() then
    raise exception 'policy is at another version than %', the_version using errcode = 'KC001';
  end if;
end
$$;

-- A document in force, as it was published.
create or replace function said_by_policy(the_kind text, the_code text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select canonical::jsonb from policy_version_document join policy_document using (hash)
  where version = policy_in_force() and kind = the_kind and code = the_code
$$;

-- Which system has a service, and by which clause it is asked. Who leaves a question says neither: whoever
-- has taken that over would ask others, or name a clause that nobody wrote.
create or replace function services_in_force() returns table (service text, system text, ground text)
language sql stable security definer set search_path = public, pg_temp as $$
  select offers ->> 'code', asked ->> 'code',
    coalesce(offers -> 'basis' ->> 'purpose', offers -> 'basis' ->> '*')
  from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'systems') as asked
  cross join jsonb_array_elements(asked -> 'services') as offers
$$;

-- Whether a client may still be told what becomes of a status of that kind.
create or replace function is_told_of(the_client text, the_kind text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'offered' -> 'clients') as client
    cross join jsonb_array_elements(client -> 'asks') as asks
    where client ->> 'code' = the_client and client -> 'told' is not null
      and asks ->> 'service' like 'subscribe-%' and asks -> 'kinds' ? the_kind
  )
$$;

-- At which system somebody who is told of changes is called by that service.
create or replace function told_at(the_client text, the_service text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select client -> 'told' -> 'by' ->> 'system'
  from jsonb_array_elements(said_by_policy('systems', 'systems') -> 'offered' -> 'clients') as client
  where client ->> 'code' = the_client and client -> 'told' -> 'by' ->> 'service' = the_service
$$;

-- Whether a type has a register asked, or is forwarded, or a procedure a body asked, by that service: as the
-- case has them, else as they are in force. A job believes what an event says of it.
create or replace function asks_of_policy(
  the_type_hash text, the_procedure_hash text, the_type text, the_service text, the_body text
)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from jsonb_array_elements(coalesce(
      (select canonical::jsonb from policy_document where hash = the_type_hash),
      said_by_policy('case-type', the_type)
    ) -> 'registers') as register
    where the_body is null and register ->> 'service' = the_service
  ) or the_body is null and the_service = coalesce(
    (select canonical::jsonb from policy_document where hash = the_type_hash),
    said_by_policy('case-type', the_type)
  ) ->> 'examinedBy' or exists (
    select from policy_document
    cross join jsonb_array_elements(canonical::jsonb -> 'bodies') as body
    where hash = the_procedure_hash and body ->> 'code' = the_body
      and body ->> 'answersBy' = the_service
  )
$$;
