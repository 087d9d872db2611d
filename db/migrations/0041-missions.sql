-- The Program is told abroad: what missions do for it, and how often that led anybody here. Nothing of this leads
-- to a person, and nothing of a person leads here.
alter table policy_document drop constraint policy_document_kind_check;
alter table policy_document add constraint policy_document_kind_check check (
  kind in (
    'case-type', 'procedure', 'scoring', 'status', 'calendar', 'education', 'occupations', 'laws',
    'systems', 'concessions', 'place', 'mission'
  )
);
alter table office_role drop constraint office_role_of_check;
alter table office_role add constraint office_role_of_check check (
  of in ('service', 'watch', 'body', 'council', 'house', 'mission', 'ministry')
);

-- What a mission tells of the Program at one event, and the link by which it does.
create table campaign (
  id uuid primary key,
  mission text not null,
  code text not null unique check (code ~ '^[a-z]{4}-[a-z]{4}$'),
  -- The name of the event in each language of the campaign.
  event jsonb not null,
  place text not null,
  from_on date not null,
  until_on date not null,
  languages text[] not null check (
    cardinality(languages) > 0 and languages <@ array['az', 'tr', 'en', 'ru']
  ),
  -- Which page its link leads to.
  leads_to text not null check (leads_to in ('welcome', 'criteria', 'estimate')),
  -- Since when its link says that this is over.
  retired_on date,
  -- Machines followed its link, more than a hall of people can: its figures are not whole.
  uncounted boolean not null default false,
  version integer not null default 1,
  check (until_on >= from_on)
);
create index campaign_mission on campaign (mission, from_on desc, id);

-- Who made and changed it, and when.
create table campaign_act (
  id uuid primary key default gen_random_uuid(),
  campaign uuid not null references campaign (id),
  version integer not null,
  act text not null check (act in ('make', 'change', 'retire', 'revive')),
  actor uuid not null references party (id),
  at timestamptz not null,
  unique (campaign, version)
);
create trigger campaign_act_kept before update or delete on campaign_act
  for each row execute function is_kept();
create trigger campaign_act_whole before truncate on campaign_act
  for each statement execute function is_kept();

-- People who were counted and are not shown yet. A row has neither a day nor an order.
create table tally (
  what text not null check (what in ('followed', 'begun', 'applied', 'admitted')),
  campaign uuid references campaign (id),
  country text,
  language text,
  people integer not null check (people >= 0),
  -- For how many weeks some of them have waited for others like them.
  weeks integer not null default 0,
  unique nulls not distinct (what, campaign, country, language),
  check ((what in ('followed', 'begun')) = (campaign is not null)),
  check (campaign is null or country is null and language is null),
  check ((country is null) = (language is null))
);

-- What is shown of them: several who are alike, together, at the end of a week.
create table figure_batch (
  id uuid primary key default gen_random_uuid(),
  week date not null check (extract(isodow from week) = 1),
  what text not null,
  campaign uuid references campaign (id),
  country text,
  language text,
  people integer not null check (people >= 5),
  unique nulls not distinct (week, what, campaign, country, language)
);
create index figure_batch_campaign on figure_batch (campaign);
create trigger figure_batch_kept before update or delete on figure_batch
  for each row execute function is_kept();
create trigger figure_batch_whole before truncate on figure_batch
  for each statement execute function is_kept();
-- What a week is counted by.
create index case_file_filed on case_file (filed_on) where filed_on is not null;
create index status_issued on status (issued_at);
create table figure_week (
  week date primary key check (extract(isodow from week) = 1)
);
