-- What missions print and send of a campaign: as it was made, for as long as the campaign is known, so that
-- whoever holds a sheet can be told what it said and whether that still holds. It names nobody but whoever
-- made it.
create table material (
  id uuid primary key,
  campaign uuid not null references campaign (id),
  kind text not null check (
    kind in ('leaflet-a4', 'leaflet-a5', 'poster', 'slides', 'wallet-card', 'text')
  ),
  language text not null check (language in ('az', 'tr', 'en', 'ru')),
  -- All that it says, in the order in which it was said.
  content json not null,
  -- The same for all that says the same.
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  made_on date not null,
  made_at timestamptz not null,
  made_by uuid not null references party (id),
  -- Whoever asks for the same again on one day is given the same.
  unique (campaign, kind, language, fingerprint, made_on)
);
create index material_campaign on material (campaign, made_at desc, id);
create trigger material_kept before update or delete on material
  for each row execute function is_kept();
create trigger material_whole before truncate on material
  for each statement execute function is_kept();
