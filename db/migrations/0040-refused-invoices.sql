-- What the portal of payments refuses to take is asked for so often, and an official looks at it then.
alter table invoice add column given_up boolean not null default false;
