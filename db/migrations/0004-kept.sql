-- The ledger, docs/specs/ledger.md, and the rows that stay as they were written.
create table ledger_leaf (
  id bigint generated always as identity primary key,
  leaf bytea not null check (octet_length(leaf) <= 4096),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  -- Sealed; null, and whose it was too, once what the leaf speaks of is not to be found again.
  opening bytea,
  party uuid,
  case_id uuid,
  index bigint unique check (index >= 0)
);
create index ledger_leaf_waiting on ledger_leaf (id) where index is null;
create index ledger_leaf_party on ledger_leaf (party) where opening is not null;

create table ledger_node (
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- A leaf never changes. It is given its index once, and may lose its opening once; with it goes,
-- or stays, whose it was.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ledger_leaf' then
    if (new.id, new.leaf, new.leaf_hash) = (old.id, old.leaf, old.leaf_hash)
      and (
        (new.party, new.case_id) is not distinct from (old.party, old.case_id)
        or (new.party is null and new.case_id is null and new.opening is null)
      )
      and (old.index is null or new.index = old.index)
      and (new.opening is null or new.opening = old.opening)
    then
      return new;
    end if;
  end if;
  raise exception 'the ledger is append-only';
end
$$;
create trigger ledger_leaf_kept before update or delete on ledger_leaf
  for each row execute function ledger_is_append_only();
create trigger ledger_leaf_whole before truncate on ledger_leaf
  for each statement execute function ledger_is_append_only();
create trigger ledger_node_kept before update or delete on ledger_node
  for each row execute function ledger_is_append_only();
create trigger ledger_node_whole before truncate on ledger_node
  for each statement execute function ledger_is_append_only();

-- What was done stays as it was done, for everybody but the owner of the table. The arguments are
-- the columns that may still change, once: from null, from the value after the sign =, or to null
-- where there is an exclamation mark.
create function is_kept() returns trigger language plpgsql as $$
declare
  was jsonb;
  will jsonb;
  may text;
  from_value text;
  is_emptied boolean;
  -- Counted from the others after this was asked.
  counted text[] := array(
    select attname from pg_attribute where attrelid = tg_relid and attgenerated <> ''
  );
begin
  if current_user = (
    select pg_get_userbyid(relowner) from pg_class where pg_class.oid = tg_relid
  ) then
    if tg_op = 'UPDATE' then
      return new;
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    was := to_jsonb(old) - counted;
    will := to_jsonb(new) - counted;
    foreach may in array coalesce(tg_argv, '{}') loop
      is_emptied := may like '%!';
      from_value := nullif(split_part(may, '=', 2), '');
      may := split_part(rtrim(may, '!'), '=', 1);
      if (is_emptied and (will ->> may) is null)
        or (not is_emptied and (was ->> may) is not distinct from from_value)
      then
        was := was - may;
        will := will - may;
      end if;
    end loop;
    if was = will then
      return new;
    end if;
  end if;
  raise exception 'what was done is not changed afterwards (%)', tg_table_name;
end
$$;

create trigger event_kept before update or delete on event
  for each row execute function is_kept();
create trigger event_whole before truncate on event
  for each statement execute function is_kept();
create trigger look_kept before update or delete on look
  for each row execute function is_kept();
create trigger look_whole before truncate on look
  for each statement execute function is_kept();
create trigger time_confirmation_kept before update or delete on time_confirmation
  for each row execute function is_kept();
create trigger time_confirmation_whole before truncate on time_confirmation
  for each statement execute function is_kept();
create trigger decision_kept before update or delete on decision
  for each row execute function is_kept('set_aside_by');
create trigger decision_whole before truncate on decision
  for each statement execute function is_kept();
create trigger telling_kept before update or delete on telling
  for each row execute function is_kept();
create trigger telling_whole before truncate on telling
  for each statement execute function is_kept();
create trigger status_kept before update or delete on status
  for each row execute function is_kept('state=in-force', 'ended_as', 'ended_by');
create trigger status_whole before truncate on status
  for each statement execute function is_kept();
create trigger effect_kept before update or delete on effect
  for each row execute function is_kept('state=waiting');
create trigger effect_whole before truncate on effect
  for each statement execute function is_kept();
create trigger letter_kept before update or delete on letter
  for each row execute function is_kept('sent_at', 'refused_at', 'send_from!');
create trigger letter_whole before truncate on letter
  for each statement execute function is_kept();
create trigger hold_kept before update or delete on hold
  for each row execute function is_kept('until_on', 'lifted_by');
create trigger hold_whole before truncate on hold
  for each statement execute function is_kept();
create trigger relation_kept before update or delete on relation
  for each row execute function is_kept('until_on');
create trigger relation_whole before truncate on relation
  for each statement execute function is_kept();
create trigger party_link_kept before update or delete on party_link
  for each row execute function is_kept();
create trigger party_link_whole before truncate on party_link
  for each statement execute function is_kept();
