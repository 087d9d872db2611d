-- A link outlives one of the two who is erased, with nothing of them: the other can still show what was
-- done about them. What waits and what was rejected have words of their own, which no type has.
drop function if exists own_links(), propose_link(json, json, json), step_link(uuid, json, json),
  note_link_act(party_link, json, json);
alter table party_link
  alter column party drop not null,
  alter column other drop not null,
  alter column case_id drop not null,
  alter column other_case drop not null,
  alter column state drop default,
  drop constraint party_link_state_check,
  add check ((party is null) = (case_id is null) and (other is null) = (other_case is null)),
  add check (party is not null or other is not null);
drop index party_link_pair, party_link_waits;
update party_link set state = case state when 'proposed' then 'waiting' else 'rejected' end
where state in ('proposed', 'refused');
alter table party_link
  alter column state set default 'waiting',
  add constraint party_link_state_check
    check (state in ('waiting', 'linked', 'rejected', 'undoing', 'undone'));
create unique index party_link_pair on party_link (party, other)
  where state in ('waiting', 'linked', 'undoing');
create index party_link_waits on party_link (state) where state in ('waiting', 'undoing');

-- Words of the house that types of case have for something else.
alter table offered_answer drop constraint offered_answer_outcome_check;
update offered_answer set outcome = 'document-fetched' where outcome = 'handed-over';
alter table offered_answer add constraint offered_answer_outcome_check check (
  outcome in (
    'valid', 'ended', 'none', 'yes', 'no', 'the-service-must-say', 'subscribed', 'unsubscribed', 'suspended',
    'document-fetched'
  )
);
alter table appointment drop constraint appointment_state_check;
update appointment set state = 'called-off' where state = 'lifted';
alter table appointment add constraint appointment_state_check check (
  state in ('booked', 'moved', 'cancelled', 'called-off', 'came', 'missed')
);
