-- A campaign that was begun by mistake is deleted: what it said is gone, and its code stays, so that no other
-- campaign is ever given it.
alter table campaign add column deleted_on date;
alter table campaign add constraint campaign_deleted check (
  deleted_on is null or event = '{}' and place = ''
);
alter table campaign_act drop constraint campaign_act_act_check;
alter table campaign_act add constraint campaign_act_act_check check (
  act in ('make', 'change', 'retire', 'revive', 'delete')
);
