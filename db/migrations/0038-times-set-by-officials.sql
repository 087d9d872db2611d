-- Whether an official of the Service has set a time, or taken it away, for somebody who cannot do that online:
-- what they do counts as no move of whoever comes.
alter table appointment add column by_service boolean not null default false;
drop function if exists cancel_appointment(uuid, json, timestamptz);
