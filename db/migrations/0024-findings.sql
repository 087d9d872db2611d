-- How often somebody may have registers asked on a day is said in the function, and not by whoever calls it.
drop function if exists ask_ahead(uuid, uuid, json, timestamptz, integer);

-- These ask or say more than they did.
drop function if exists said_before(uuid);
drop function if exists ask_again(text, timestamptz);
drop function if exists system_health(timestamptz);

-- Figures of what others were answered are read from the index alone, however many answers there are.
drop index offered_answer_client;
create index offered_answer_client on offered_answer (client, at) include (service, outcome);
