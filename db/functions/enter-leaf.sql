-- A leaf of the ledger in the transaction of what it tells of, and whose it is: docs/specs/ledger.md.
create or replace function enter_leaf(the_party uuid, the_case uuid, the_leaf json) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into ledger_leaf (leaf, leaf_hash, opening, party, case_id)
  select decode(leaf, 'base64'), decode(leaf_hash, 'base64'), decode(opening, 'base64'), the_party,
    the_case
  from json_to_record(the_leaf) as entry (leaf text, leaf_hash text, opening text)
$$;
