-- A next move can be one official's by name. What is anybody's of a role, and what is theirs alone, each
-- have an order of their own, so that nobody's list reads what is others'.
create index task_of_anybody on task (owner_role, due_on, case_id)
  where state = 'open' and owner_body is null and owner_party is null;
drop index task_of_party;
create index task_of_party on task (owner_party, owner_role, due_on, case_id)
  where state = 'open' and owner_party is not null;
