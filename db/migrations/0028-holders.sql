-- Statuses that rest on nothing, by their kind and the day on which they end: the list of holders.
create index status_holders on status (kind, until_on, number)
  where rests_on is null and state <> 'ended';
